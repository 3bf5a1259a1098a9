import { normaliseDate } from './calendar.ts'
import { sortSlots } from './compare-delivery.ts'
import { decimal, order, show } from './fraction.ts'
import { uniteIdentifiers } from './identifiers.ts'
import { type LinePair, matchLines, sortLines } from './line-matching.ts'
import type {
  AllowanceCharge,
  ContractLine,
  ContractTerms,
  DeliverySlot,
  ItemProperty,
  Party,
  Price,
  Quantity,
  Totals,
} from './terms.ts'
import { byCodePoint, foldText, normaliseText } from './text.ts'
import { normaliseUnit } from './units.ts'

/**
 * The terms that go on record when both sides are equal (A5). Figures come from the side with the lower payable total (the
 * buyer's when they are the same), so that they add up as that side reckoned; delivery windows are the seller's, which lie
 * inside the buyer's; identifiers, properties and sub-totals that only one side states are added.
 */
export function agreedTerms(buyer: ContractTerms, seller: ContractTerms): ContractTerms {
  const [base, other] = isLower(seller, buyer) ? [seller, buyer] : [buyer, seller]
  const { pairs } = matchLines(buyer.lines, seller.lines)
  const lines = pairs.map((pair) => {
    const merged = base === buyer ? mergeLine(pair.buyer, pair.seller) : mergeLine(pair.seller, pair.buyer)
    return { ...merged, ...sharedParts(pair), deliveries: lineDeliveries(pair, buyer, seller) }
  })
  return normaliseTerms({
    ...base,
    orderReference: base.orderReference ?? other.orderReference,
    quotationReference: base.quotationReference ?? other.quotationReference,
    buyer: mergeParty(buyer.buyer, seller.buyer),
    seller: mergeParty(buyer.seller, seller.seller),
    lines,
    deliveries: mergeDeliveries(buyer.deliveries, seller.deliveries),
    totals: mergeTotals(base.totals, other.totals),
  })
}

/** The same terms in one spelling: NFC, decimals without trailing zeros, dates as dates, lists in an order of their own (A5, rule 1). */
export function normaliseTerms(terms: ContractTerms): ContractTerms {
  return {
    orderReference: textOf(terms.orderReference),
    quotationReference: textOf(terms.quotationReference),
    buyer: normaliseParty(terms.buyer),
    seller: normaliseParty(terms.seller),
    currency: terms.currency,
    lines: sortLines(terms.lines.map(normaliseLine)),
    deliveries: normaliseSlots(terms.deliveries),
    deliveryTerms: mapTexts(terms.deliveryTerms),
    payment: {
      dueDate: terms.payment.dueDate === null ? null : normaliseDate(terms.payment.dueDate),
      conditions: textOf(terms.payment.conditions),
    },
    governingTerms: { ...mapTexts(terms.governingTerms), sha256: terms.governingTerms.sha256?.toLowerCase() ?? null },
    allowances: normaliseAllowances(terms.allowances),
    totals: mapNumbers(terms.totals),
  }
}

function isLower(one: ContractTerms, other: ContractTerms): boolean {
  const [a, b] = [one.totals.payable, other.totals.payable]
  return a !== null && b !== null && order(decimal(a), decimal(b)) < 0
}

function mergeLine(base: ContractLine, other: ContractLine): ContractLine {
  const known = new Set(base.properties.map((property) => foldText(property.name)))
  return {
    ...base,
    itemIds: uniteIdentifiers(base.itemIds, other.itemIds),
    properties: [...base.properties, ...other.properties.filter((property) => !known.has(foldText(property.name)))],
    amount: base.amount ?? other.amount,
    tax: base.tax ?? other.tax,
  }
}

/** Number and words of a line are the buyer's, as far as stated. */
function sharedParts({ buyer, seller }: LinePair): Pick<ContractLine, 'reference' | 'name' | 'description'> {
  return {
    reference: buyer.reference ?? seller.reference,
    name: buyer.name ?? seller.name,
    description: buyer.description ?? seller.description,
  }
}

/** A line without deliveries of its own is delivered with the contract, so those stand in for it where the other side is finer. */
function lineDeliveries(pair: LinePair, buyer: ContractTerms, seller: ContractTerms): readonly DeliverySlot[] {
  const [left, right] = [pair.buyer.deliveries, pair.seller.deliveries]
  if (left.length + right.length === 0) return []
  return mergeDeliveries(left.length > 0 ? left : buyer.deliveries, right.length > 0 ? right : seller.deliveries)
}

/** The seller's windows; where only the buyer states the place, the buyer's place. */
function mergeDeliveries(buyer: readonly DeliverySlot[], seller: readonly DeliverySlot[]): readonly DeliverySlot[] {
  if (seller.length === 0) return buyer
  const ordered = sortSlots(buyer)
  return sortSlots(seller).map((slot, index) => {
    const place = ordered[index]?.place ?? slot.place
    const identifiers = uniteIdentifiers(place.identifiers, slot.place.identifiers)
    return { ...slot, place: { identifiers, address: place.address ?? slot.place.address } }
  })
}

function mergeParty(buyer: Party, seller: Party): Party {
  return { identifiers: uniteIdentifiers(buyer.identifiers, seller.identifiers), name: buyer.name ?? seller.name }
}

function mergeTotals(base: Totals, other: Totals): Totals {
  return {
    ...base,
    lines: base.lines ?? other.lines,
    allowances: base.allowances ?? other.allowances,
    charges: base.charges ?? other.charges,
    taxExclusive: base.taxExclusive ?? other.taxExclusive,
    taxInclusive: base.taxInclusive ?? other.taxInclusive,
  }
}

function normaliseLine(line: ContractLine): ContractLine {
  return {
    reference: textOf(line.reference),
    itemIds: uniteIdentifiers(line.itemIds, []),
    name: textOf(line.name),
    description: textOf(line.description),
    properties: line.properties
      .map(normaliseProperty)
      .toSorted((a, b) => byCodePoint(JSON.stringify(a), JSON.stringify(b))),
    quantity: line.quantity === null ? null : normaliseQuantity(line.quantity),
    price: line.price === null ? null : normalisePrice(line.price),
    amount: numberOf(line.amount),
    tax: numberOf(line.tax),
    allowances: normaliseAllowances(line.allowances),
    deliveries: normaliseSlots(line.deliveries),
    substitute: line.substitute,
  }
}

function normaliseProperty({ name, value }: ItemProperty): ItemProperty {
  return { name: normaliseText(name), value: normaliseText(value) }
}

function normaliseQuantity(quantity: Quantity): Quantity {
  return { value: show(decimal(quantity.value)), unit: normaliseUnit(quantity.unit) }
}

function normalisePrice(price: Price): Price {
  return { amount: show(decimal(price.amount)), base: normaliseQuantity(price.base) }
}

function normaliseParty(party: Party): Party {
  return { identifiers: uniteIdentifiers(party.identifiers, []), name: textOf(party.name) }
}

function normaliseSlots(slots: readonly DeliverySlot[]): readonly DeliverySlot[] {
  return sortSlots(slots).map((slot) => ({
    start: slot.start === null ? null : normaliseDate(slot.start),
    end: slot.end === null ? null : normaliseDate(slot.end),
    quantity: slot.quantity === null ? null : normaliseQuantity(slot.quantity),
    place: { identifiers: uniteIdentifiers(slot.place.identifiers, []), address: textOf(slot.place.address) },
  }))
}

function normaliseAllowances(list: readonly AllowanceCharge[]): readonly AllowanceCharge[] {
  return list
    .map(({ charge, reason, amount }) => ({ charge, reason: textOf(reason), amount: show(decimal(amount)) }))
    .toSorted((a, b) => byCodePoint(JSON.stringify(a), JSON.stringify(b)))
}

function textOf(text: string | null): string | null {
  return text === null ? null : normaliseText(text)
}

function numberOf(text: string | null): string | null {
  return text === null ? null : show(decimal(text))
}

function mapTexts<T extends Record<string, string | null>>(terms: T): T {
  return { ...terms, ...Object.fromEntries(Object.entries(terms).map(([name, text]) => [name, textOf(text)])) }
}

function mapNumbers(totals: Totals): Totals {
  return { ...totals, ...Object.fromEntries(Object.entries(totals).map(([name, text]) => [name, numberOf(text)])) }
}
