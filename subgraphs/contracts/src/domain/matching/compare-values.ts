import { type Discrepancy, discrepancy, type Stated, type Weight } from './discrepancy.ts'
import { decimal, magnitude, order, same, show, subtract } from './fraction.ts'
import type { RuleCode } from './rules.ts'
import { amountTolerance, type Leeway, toleranceOf, type ToleranceProfile } from './tolerance.ts'
import type { Identifier } from './terms.ts'
import { measure, type Measure } from './units.ts'

/** What every rule needs besides the two values. */
export type Scope = {
  profile: ToleranceProfile
  /** Currency of the amounts, when both sides state the same; otherwise nothing may be rounded. */
  currency: string | null
  /** Number of lines, which totals may differ by so many times over. */
  lineCount: bigint
  /** What it means that only one side states a term: BLOCKING between offers, `null` (nothing) between two answers. */
  silence: 'BLOCKING' | null
}

/** Two texts that must be the same after `normalise`. */
export function compareTexts(
  scope: Scope,
  rule: RuleCode,
  path: string,
  buyer: string | null,
  seller: string | null,
  normalise: (text: string) => string,
): Discrepancy[] {
  const [left, right] = [statedText(buyer, normalise), statedText(seller, normalise)]
  if (left?.normalised === right?.normalised) return []
  return oneSided(scope, rule, path, left, right) ?? [discrepancy(rule, path, 'BLOCKING', left, right)]
}

/** What happens when one side is silent: nothing between answers, otherwise `weight`. `null` when both speak. */
export function oneSided(
  scope: Scope,
  rule: RuleCode,
  path: string,
  left: Stated,
  right: Stated,
  weight: Weight = 'BLOCKING',
): Discrepancy[] | null {
  if (left !== null && right !== null) return null
  if (scope.silence === null || (left === null && right === null)) return []
  return [discrepancy(rule, path, weight, left, right)]
}

/** Two amounts of money in major units, which may be `minorUnits` apart, or what the profile says. `silent`: the weight when one side states none. */
export function compareAmounts(
  scope: Scope,
  rule: RuleCode,
  path: string,
  buyer: string | null,
  seller: string | null,
  minorUnits: bigint,
  silent: Weight,
): Discrepancy[] {
  const [left, right] = [statedAmount(buyer, scope.currency), statedAmount(seller, scope.currency)]
  const silence = oneSided(scope, rule, path, left, right, silent)
  if (silence !== null || buyer === null || seller === null) return silence ?? []
  const [a, b] = [decimal(buyer), decimal(seller)]
  const tolerance = amountTolerance(scope.profile, scope.currency, minorUnits, a, b)
  const apart = magnitude(subtract(a, b))
  if (apart.n === 0n) return []
  const weight = order(apart, tolerance) <= 0 ? 'MINOR' : 'BLOCKING'
  return [discrepancy(rule, path, weight, left, right, withUnit(show(tolerance), scope.currency))]
}

/** Two measures in one unit, which may be as far apart as `leeway` says; other units are never converted. */
export function compareMeasures(
  scope: Scope,
  rule: RuleCode,
  path: string,
  buyer: { stated: string; measure: Measure } | null,
  seller: { stated: string; measure: Measure } | null,
  leeway: Leeway,
): Discrepancy[] {
  const [left, right] = [statedMeasure(buyer), statedMeasure(seller)]
  const silence = oneSided(scope, rule, path, left, right)
  if (silence !== null || buyer === null || seller === null) return silence ?? []
  const [a, b] = [buyer.measure, seller.measure]
  if (a.unit !== b.unit) return [discrepancy(rule, path, 'BLOCKING', left, right)]
  if (same(a.value, b.value)) return []
  const tolerance = toleranceOf(leeway, a.value, b.value, a.unit)
  const within = order(magnitude(subtract(a.value, b.value)), tolerance) <= 0
  return [discrepancy(rule, path, within ? 'MINOR' : 'BLOCKING', left, right, withUnit(show(tolerance), a.unit))]
}

/** What quantities of an item may be apart. */
export function quantityLeeway({ profile }: Scope, itemIds: readonly Identifier[]): Leeway {
  const { quantityPpm: ppm, quantityAbsolute, factors } = profile
  return { ppm, absolute: quantityAbsolute === null ? null : measure(quantityAbsolute, factors, itemIds) }
}

/** A text as stated and as compared. */
export function statedText(text: string | null, normalise: (text: string) => string): Stated {
  return text === null ? null : { stated: text, normalised: normalise(text) }
}

/** `100.00` stated, `100 GBP` compared. */
export function withUnit(text: string, unit: string | null): string {
  return unit === null ? text : `${text} ${unit}`
}

function statedAmount(amount: string | null, currency: string | null): Stated {
  return amount === null ? null : { stated: amount, normalised: withUnit(show(decimal(amount)), currency) }
}

function statedMeasure(value: { stated: string; measure: Measure } | null): Stated {
  if (value === null) return null
  return { stated: value.stated, normalised: withUnit(show(value.measure.value), value.measure.unit) }
}
