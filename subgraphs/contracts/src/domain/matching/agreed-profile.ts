import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonicalBytes } from '../log/jcs.ts'
import { minorDigits } from './currencies.ts'
import { parseDecimal } from './fraction.ts'
import { normaliseIdentifier } from './text.ts'
import { STANDARD_TOLERANCE, type ToleranceProfile } from './tolerance.ts'
import { isFixedUnit } from './units.ts'

/** The widest relative tolerance, in parts per million: beyond a half two documents speak of different business. */
export const widestPpm = 500_000

/** The most days by which a delivery may leave the window. */
export const mostDeliveryDays = 365

/** The most factors of one profile: a catalogue of packs, and a report that can still be read. */
export const mostFactors = 200

const nullish = <T extends z.ZodType>(of: T) => of.nullish().transform((value) => value ?? null)
const zero = { n: 0n }
const notNegative = z
  .string()
  .refine((text) => (parseDecimal(text)?.n ?? -1n) >= 0n, 'It must be a decimal of zero or more, such as 0.05')
const positive = z
  .string()
  .refine((text) => (parseDecimal(text) ?? zero).n > 0n, 'It must be a decimal above zero, such as 12')
const unit = z.string().regex(/^[A-Z0-9]{2,3}$/, 'It must be a code of UN/ECE Recommendation 20 or 21, such as XBX')
const ppm = z.int().min(0, 'It must not be below zero').max(widestPpm, `It must be at most ${widestPpm}`)
const text = z.string().trim().min(1, 'It must not be empty').max(200, 'It has at most 200 characters')

const Money = z.object({ absolute: nullish(notNegative), ppm: nullish(ppm) })
const Factor = z.object({
  unit,
  contains: positive,
  of: unit,
  item: nullish(z.object({ scheme: text, value: text })),
})

/** What two members may agree to let pass. Refuses absolute amounts without a currency, and factors that contradict each other or the fixed table. */
export const toleranceRulesForm = z
  .object({
    currency: nullish(
      z.string().refine((code) => minorDigits(code) !== null, 'It must be a currency in use (ISO 4217)'),
    ),
    unitPrice: nullish(Money),
    quantity: nullish(z.object({ absolute: nullish(notNegative), unit: nullish(unit), ppm: nullish(ppm) })),
    amounts: nullish(Money),
    deliveryDays: nullish(z.int().min(0, 'It must not be below zero').max(mostDeliveryDays)),
    factors: nullish(z.array(Factor).max(mostFactors, `At most ${mostFactors} factors are taken`)),
  })
  .superRefine((rules, context) => {
    for (const fault of faultsOf(rules)) context.addIssue({ code: 'custom', ...fault, path: [...fault.path] })
  })

/** The rules of a profile, as they were agreed. */
export type ToleranceRules = z.infer<typeof toleranceRulesForm>

type RuleFault = { path: readonly (string | number)[]; message: string }

function faultsOf({ currency, unitPrice, quantity, amounts, factors }: ToleranceRules): RuleFault[] {
  const needsCurrency = (unitPrice?.absolute ?? amounts?.absolute ?? null) !== null && currency === null
  const unitMissing = (quantity?.absolute ?? null) !== null && (quantity?.unit ?? null) === null
  const seen = new Set<string>()
  const ofFactors = (factors ?? []).flatMap((factor, i): RuleFault[] => {
    const path = ['factors', i, 'unit']
    if (isFixedUnit(factor.unit))
      return [{ path, message: `${factor.unit} is converted by the fixed table of units; leave it out` }]
    if (factor.unit === factor.of) return [{ path, message: 'A unit does not contain itself' }]
    const key = `${factor.unit} ${factor.item === null ? '' : `${factor.item.scheme} ${normaliseIdentifier(factor.item)}`}`
    if (seen.has(key)) return [{ path, message: 'There are two factors for this unit and item' }]
    seen.add(key)
    return []
  })
  return [
    ...(needsCurrency ? [{ path: ['currency'], message: 'Absolute amounts need a currency' }] : []),
    ...(unitMissing ? [{ path: ['quantity', 'unit'], message: 'An absolute quantity needs a unit' }] : []),
    ...ofFactors,
  ]
}

/** A version of the tolerances of two members, as it is agreed, hashed and put on record. */
export type ToleranceAgreement = {
  profileId: string
  version: number
  /** The two members, in the order of their ids. */
  members: readonly [string, string]
  name: string
  rules: ToleranceRules
}

/** SHA-256 (hex) over the JCS of the agreement: the same members, version and rules give the same hash. */
export function hashOfAgreement(agreement: ToleranceAgreement): string {
  return createHash('sha256')
    .update(canonicalBytes(agreementToJson(agreement)))
    .digest('hex')
}

/** The agreement as JSON without numbers, for the record. What is not agreed is left out. */
export function agreementToJson({ profileId, version, members, name, rules }: ToleranceAgreement) {
  const { currency, unitPrice, quantity, amounts, deliveryDays, factors } = rules
  const margin = (of: { absolute: string | null; ppm: number | null; unit?: string | null } | null) =>
    of === null ? null : stated({ absolute: of.absolute, unit: of.unit ?? null, ppm: of.ppm?.toString() ?? null })
  return {
    v: '1',
    profileId,
    version: String(version),
    members: [...members],
    name,
    rules: stated({
      currency,
      unitPrice: margin(unitPrice),
      quantity: margin(quantity),
      amounts: margin(amounts),
      deliveryDays: deliveryDays?.toString() ?? null,
      factors: factors?.map(({ unit: pack, contains, of, item }) => stated({ unit: pack, contains, of, item })) ?? null,
    }),
  }
}

function stated<T extends Record<string, unknown>>(value: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const kept = Object.entries(value).filter(([, member]) => member !== null)
  return Object.fromEntries(kept) as { [K in keyof T]?: NonNullable<T[K]> }
}

/** The profile by which documents are compared. Rounding stays as it is without an agreement. */
export function profileOf(agreement: ToleranceAgreement): ToleranceProfile {
  const { currency, unitPrice, quantity, amounts, deliveryDays, factors } = agreement.rules
  const absolute = quantity?.absolute ?? null
  return {
    ...STANDARD_TOLERANCE,
    id: agreement.profileId,
    version: String(agreement.version),
    sha256: hashOfAgreement(agreement),
    currency,
    quantityPpm: BigInt(quantity?.ppm ?? 0),
    quantityAbsolute: absolute === null ? null : { value: absolute, unit: quantity?.unit ?? null },
    unitPricePpm: BigInt(unitPrice?.ppm ?? 0),
    unitPriceAbsolute: unitPrice?.absolute ?? null,
    amountPpm: BigInt(amounts?.ppm ?? 0),
    amountAbsolute: amounts?.absolute ?? null,
    deliveryDays: deliveryDays ?? 0,
    factors: factors ?? [],
  }
}
