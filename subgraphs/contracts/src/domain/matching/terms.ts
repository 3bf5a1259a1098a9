/**
 * The terms of a contract, as one side states them (A5). Texts, decimals and dates stand here as the document has them,
 * trimmed; comparing normalises them. `null` means that the document says nothing about the term.
 */
export type ContractTerms = {
  /** Number of the order that the contract is about; `null` only where a document cannot know it (a quotation). */
  orderReference: string | null
  /** Number of the quotation that the order takes up, or of the quotation itself. */
  quotationReference: string | null
  buyer: Party
  seller: Party
  /** ISO 4217, three letters. */
  currency: string | null
  lines: readonly ContractLine[]
  deliveries: readonly DeliverySlot[]
  deliveryTerms: DeliveryTerms
  payment: PaymentConditions
  governingTerms: GoverningTerms
  allowances: readonly AllowanceCharge[]
  totals: Totals
}

/** An identifier together with the scheme that gives it its meaning; ids of two schemes are never compared (A5). */
export type Identifier = { scheme: string; value: string }

/** A party: compared by its identifiers alone. The name serves reading only. */
export type Party = { identifiers: readonly Identifier[]; name: string | null }

/** A decimal as stated, with its UN/ECE Recommendation 20 code (`null`: none stated). */
export type Quantity = { value: string; unit: string | null }

/** Price `amount` for `base` units, in major units of the contract's currency. */
export type Price = { amount: string; base: Quantity }

/** A line of the contract. `reference` is the number of the order's line that it speaks of. */
export type ContractLine = {
  reference: string | null
  /** Schemes: GTIN, SELLER, BUYER, MANUFACTURER, or the scheme that the document names. */
  itemIds: readonly Identifier[]
  name: string | null
  description: string | null
  properties: readonly ItemProperty[]
  quantity: Quantity | null
  price: Price | null
  /** Line total without tax, in major units. */
  amount: string | null
  tax: string | null
  allowances: readonly AllowanceCharge[]
  deliveries: readonly DeliverySlot[]
  /** True when the line offers another item than the one ordered. */
  substitute: boolean
}

/** A stated property of an item, such as its colour. */
export type ItemProperty = { name: string; value: string }

/** An allowance (`charge: false`) or a charge, in major units. */
export type AllowanceCharge = { charge: boolean; reason: string | null; amount: string }

/** When (`start` and `end` both belong to the window), where and how much is delivered. */
export type DeliverySlot = {
  start: string | null
  end: string | null
  quantity: Quantity | null
  place: Place
}

/** Where to: identifiers (a GLN) decide before the address does. */
export type Place = { identifiers: readonly Identifier[]; address: string | null }

/** Incoterms code, the place it names, and special terms. */
export type DeliveryTerms = { incoterm: string | null; place: string | null; special: string | null }

/** When and under which conditions the payment falls due. */
export type PaymentConditions = { dueDate: string | null; conditions: string | null }

/** What the contract stands under: SHA-256 (hex) of the governing terms, a framework contract's number, conditions in words. */
export type GoverningTerms = { sha256: string | null; framework: string | null; conditions: string | null }

/** Totals in major units. Only `payable` and `tax` are terms of their own; the rest are sub-totals. */
export type Totals = {
  lines: string | null
  allowances: string | null
  charges: string | null
  taxExclusive: string | null
  taxInclusive: string | null
  tax: string | null
  prepaid: string | null
  rounding: string | null
  payable: string | null
}

/** Terms that say nothing: the start from which readers and tests fill in what a document states. */
export const NO_TERMS: ContractTerms = {
  orderReference: null,
  quotationReference: null,
  buyer: { identifiers: [], name: null },
  seller: { identifiers: [], name: null },
  currency: null,
  lines: [],
  deliveries: [],
  deliveryTerms: { incoterm: null, place: null, special: null },
  payment: { dueDate: null, conditions: null },
  governingTerms: { sha256: null, framework: null, conditions: null },
  allowances: [],
  totals: {
    lines: null,
    allowances: null,
    charges: null,
    taxExclusive: null,
    taxInclusive: null,
    tax: null,
    prepaid: null,
    rounding: null,
    payable: null,
  },
}

/** A line that says nothing but its number. */
export const NO_LINE: ContractLine = {
  reference: null,
  itemIds: [],
  name: null,
  description: null,
  properties: [],
  quantity: null,
  price: null,
  amount: null,
  tax: null,
  allowances: [],
  deliveries: [],
  substitute: false,
}

/** A document that states terms of its own. */
export type OfferKind = 'ORDER' | 'ORDER_CHANGE' | 'QUOTATION' | 'TORIHIKI_JSON'

/** A document that answers another: what it leaves out is taken over from there. */
export type AnswerKind = 'ORDER_RESPONSE' | 'ORDER_RESPONSE_SIMPLE'

/** What an answer says by codes, as stated: UNCL 4343 in the header, line status codes per line. */
export type AnswerCodes = {
  /** AcceptedIndicator, where the document has one. */
  accepted: boolean | null
  /** OrderResponseCode, where the document has one. */
  code: string | null
  lines: readonly AnswerLineCode[]
}

/** The status of one line of an answer; `index` is its place in `terms.lines`. */
export type AnswerLineCode = { index: number; reference: string | null; code: string | null }

/** A parsed document that states terms of its own (A5). */
export type ParsedOffer = { kind: OfferKind; documentId: string | null; terms: ContractTerms; answer: null }

/** A parsed document that answers an offer (A5). */
export type ParsedAnswer = { kind: AnswerKind; documentId: string | null; terms: ContractTerms; answer: AnswerCodes }

/** A contract document after parsing, as the rules take it (A5). */
export type ParsedContract = ParsedOffer | ParsedAnswer
