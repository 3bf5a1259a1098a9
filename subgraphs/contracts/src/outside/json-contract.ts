import { z } from 'zod'
import { faultOfNames } from '../domain/log/unambiguous-json.ts'
import { endOf, spanOf, startOf } from '../domain/matching/calendar.ts'
import { parseDecimal } from '../domain/matching/fraction.ts'
import {
  type ContractLine,
  type ContractTerms,
  minorDigits,
  NO_LINE,
  NO_TERMS,
  type ParsedOffer,
} from '../domain/matching/index.ts'
import { DocumentFault } from './ubl/fault.ts'
import { MAX_ENTRIES, MAX_LINES } from './ubl/limits.ts'

/** Names the form and its version in every document. */
export const JSON_CONTRACT_TYPE = 'torihiki.contract/1'

/** Longest text of one field, in characters. */
const MAX_TEXT = 2_000

const nullish = <T extends z.ZodType>(of: T) => of.nullish().transform((value) => value ?? null)
const listOf = <T extends z.ZodType>(of: T) =>
  z
    .array(of)
    .max(MAX_ENTRIES)
    .nullish()
    .transform((values) => values ?? [])

const text = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(MAX_TEXT)
  .refine((value) => value.isWellFormed(), 'must be well-formed Unicode')
const decimal = z
  .string('must be a string like "1234.50", so that nothing rounds it on the way')
  .refine((value) => parseDecimal(value) !== null, 'must be a decimal like 1234.50')
const notNegative = decimal.refine((value) => (parseDecimal(value)?.n ?? 0n) >= 0n, 'must not be below zero')
const positive = decimal.refine((value) => (parseDecimal(value)?.n ?? 1n) > 0n, 'must be above zero')
const date = z
  .string()
  .refine((value) => spanOf(value) !== null, 'must be a date like 2026-04-01 or 2026-04-01T09:30:00Z')
const unit = z.string().regex(/^[A-Z0-9]{2,3}$/, 'must be a code of UN/ECE Recommendation 20, like KGM')
const scheme = z.string().regex(/^[A-Z0-9][A-Z0-9:./ -]{0,63}$/, 'must be the name of a scheme in capitals, like GLN')

const Identifier = z.strictObject({ scheme, value: text })
const Quantity = z.strictObject({ value: notNegative, unit: nullish(unit) })
const BaseQuantity = z.strictObject({ value: positive, unit: nullish(unit) })
const AllowanceCharge = z.strictObject({ charge: z.boolean(), reason: nullish(text), amount: decimal })
const Place = z.strictObject({ identifiers: listOf(Identifier), address: nullish(text) })

const DeliverySlot = z
  .strictObject({
    start: nullish(date),
    end: nullish(date),
    quantity: nullish(Quantity),
    place: Place.nullish().transform((place) => place ?? { identifiers: [], address: null }),
  })
  .refine((slot) => !(startOf(slot) > endOf(slot)), 'the window must not end before it starts')

const Line = z.strictObject({
  reference: nullish(text),
  itemIds: listOf(Identifier),
  name: nullish(text),
  description: nullish(text),
  properties: listOf(z.strictObject({ name: text, value: text })),
  quantity: Quantity,
  price: nullish(z.strictObject({ amount: decimal, base: nullish(BaseQuantity) })),
  amount: nullish(decimal),
  tax: nullish(decimal),
  allowances: listOf(AllowanceCharge),
  deliveries: listOf(DeliverySlot),
})

const Party = z.strictObject({
  identifiers: z.array(Identifier).min(1, 'must hold at least one identifier').max(MAX_ENTRIES),
  name: nullish(text),
})

const amounts = {
  lines: nullish(decimal),
  allowances: nullish(decimal),
  charges: nullish(decimal),
  taxExclusive: nullish(decimal),
  taxInclusive: nullish(decimal),
  tax: nullish(decimal),
  prepaid: nullish(decimal),
  rounding: nullish(decimal),
}

const JsonContract = z.strictObject({
  type: z.literal(JSON_CONTRACT_TYPE, `must be "${JSON_CONTRACT_TYPE}"`),
  documentId: nullish(text),
  orderReference: text,
  quotationReference: nullish(text),
  buyer: Party,
  seller: Party,
  currency: z.string().refine((code) => minorDigits(code) !== null, 'must be a currency in use (ISO 4217), like EUR'),
  lines: z.array(Line).min(1, 'must hold at least one line').max(MAX_LINES),
  deliveries: listOf(DeliverySlot),
  deliveryTerms: z.strictObject({ incoterm: nullish(text), place: nullish(text), special: nullish(text) }).nullish(),
  payment: z.strictObject({ dueDate: nullish(date), conditions: nullish(text) }).nullish(),
  governingTerms: z
    .strictObject({
      sha256: nullish(z.string().regex(/^[0-9a-fA-F]{64}$/, 'must be a SHA-256 in hexadecimal')),
      framework: nullish(text),
      conditions: nullish(text),
    })
    .nullish(),
  allowances: listOf(AllowanceCharge),
  totals: z.strictObject({ ...amounts, payable: notNegative }),
})

/**
 * Reads the project's own JSON form of a contract (A5), `type` {@link JSON_CONTRACT_TYPE}. Figures are strings; fields that the
 * form does not know are refused, since a misspelt term would otherwise be no term. Throws a {@link DocumentFault} with a JSON
 * pointer to the first fault.
 */
export function readJsonContract(json: unknown): ParsedOffer {
  const result = JsonContract.safeParse(json)
  if (!result.success) throw faultOf(result.error)
  const { documentId, type: _type, lines, deliveryTerms, payment, governingTerms, ...rest } = result.data
  const terms: ContractTerms = {
    ...rest,
    lines: lines.map(toLine),
    deliveryTerms: deliveryTerms ?? NO_TERMS.deliveryTerms,
    payment: payment ?? NO_TERMS.payment,
    governingTerms: governingTerms ?? NO_TERMS.governingTerms,
  }
  return { kind: 'TORIHIKI_JSON', documentId, terms, answer: null }
}

/** Parses the text of a JSON document; refuses what is no JSON, and names that readers read differently (twice in one object, `__proto__`). */
export function parseJson(source: string): unknown {
  const value = parseText(source)
  const ambiguous = faultOfNames(source, value)
  if (ambiguous === null) return value
  throw new DocumentFault('NOT_WELL_FORMED', `The document ${ambiguous} State each term once.`)
}

function parseText(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new DocumentFault('NOT_WELL_FORMED', 'The document is not well-formed JSON. Correct it and send it again.')
  }
}

/** A price without a base is for one unit of the line's quantity. */
function toLine(line: z.infer<typeof Line>): ContractLine {
  const ofLine = line.quantity.unit
  const price =
    line.price === null ? null : { amount: line.price.amount, base: line.price.base ?? { value: '1', unit: ofLine } }
  const based = price === null ? null : { ...price, base: { ...price.base, unit: price.base.unit ?? ofLine } }
  return { ...NO_LINE, ...line, price: based }
}

function faultOf(error: z.ZodError): DocumentFault {
  const first = error.issues[0]
  const path = (first?.path ?? []).map((step) => `/${String(step)}`).join('')
  const code = path === '/type' ? 'UNSUPPORTED_DOCUMENT' : 'INVALID_FIELD'
  return new DocumentFault(code, `${path === '' ? 'The document' : path}: ${first?.message ?? 'is not valid'}`, path)
}
