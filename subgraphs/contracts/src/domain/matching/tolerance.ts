import { fromMinor } from './currencies.ts'
import { decimal, divide, type Fraction, fraction, magnitude, multiply, order, ZERO } from './fraction.ts'
import type { Identifier, Quantity } from './terms.ts'

/** How much of one unit is in another, agreed by both members: a box (`XBX`) contains 12 of C62. */
export type AgreedFactor = {
  /** UN/ECE Recommendation 20 or 21 code of the pack. */
  unit: string
  /** Decimal, greater than zero. */
  contains: string
  of: string
  /** The item it holds for; `null`: every item for which no factor of its own is agreed. */
  item: Identifier | null
}

/**
 * What may differ and still be substantially equal (A5, rule 7). Anything wider than {@link STANDARD_TOLERANCE} must have
 * been agreed by both members beforehand; `id`, `version` and `sha256` go on record with the contract. Where a rule has an
 * absolute and a relative tolerance, the wider of the two counts.
 */
export type ToleranceProfile = {
  id: string
  /** Version of an agreed profile, and the SHA-256 of what was agreed; `null` for the hub's own. */
  version: string | null
  sha256: string | null
  /** Minor units that a line amount may differ by. */
  minorPerLine: bigint
  /** Minor units that a total may differ by, for each line of the contract. */
  totalMinorPerLine: bigint
  /** Parts per million of the greater quantity. */
  quantityPpm: bigint
  /** What quantities may differ by, if they can be converted into this one's unit. */
  quantityAbsolute: Quantity | null
  /** Parts per million of the greater unit price. */
  unitPricePpm: bigint
  /** Major units of `currency` per unit compared (kilogram, piece) that unit prices may differ by. */
  unitPriceAbsolute: string | null
  /** Parts per million of the greater amount: of lines, of allowances and charges, and totals. */
  amountPpm: bigint
  /** Major units of `currency` that such an amount may differ by. */
  amountAbsolute: string | null
  /** The currency of absolute amounts: to contracts in another they do not apply. */
  currency: string | null
  /** Days by which the seller's delivery may start before or end after the buyer's window. */
  deliveryDays: number
  factors: readonly AgreedFactor[]
}

/** Rounding only: 1 minor unit a line, for totals as many as there are lines; quantities, prices and days exact. */
export const STANDARD_TOLERANCE: ToleranceProfile = {
  id: 'torihiki-rounding/1',
  version: null,
  sha256: null,
  minorPerLine: 1n,
  totalMinorPerLine: 1n,
  quantityPpm: 0n,
  quantityAbsolute: null,
  unitPricePpm: 0n,
  unitPriceAbsolute: null,
  amountPpm: 0n,
  amountAbsolute: null,
  currency: null,
  deliveryDays: 0,
  factors: [],
}

/** Which profile was applied, as it goes on record. */
export type AppliedTolerance = { id: string; version: string | null; sha256: string | null }

/** The name, version and hash of a profile. */
export function appliedTolerance({ id, version, sha256 }: ToleranceProfile): AppliedTolerance {
  return { id, version, sha256 }
}

/** How far two measures may be apart: the wider of a share of the greater and an absolute one in the same unit. */
export type Leeway = { ppm: bigint; absolute: { value: Fraction; unit: string | null } | null }

/** The tolerance for these two measures of one unit. */
export function toleranceOf(leeway: Leeway, a: Fraction, b: Fraction, unit: string | null): Fraction {
  const absolute = leeway.absolute?.unit === unit ? leeway.absolute.value : ZERO
  return wider(absolute, share(a, b, leeway.ppm))
}

/** The tolerance for two amounts in the contract's currency: rounding, or what the profile says, whichever is wider. */
export function amountTolerance(
  profile: ToleranceProfile,
  currency: string | null,
  roundingMinor: bigint,
  a: Fraction,
  b: Fraction,
): Fraction {
  if (currency === null) return ZERO
  const absolute =
    profile.amountAbsolute !== null && profile.currency === currency ? decimal(profile.amountAbsolute) : ZERO
  return wider(fromMinor(roundingMinor, currency), wider(absolute, share(a, b, profile.amountPpm)))
}

function share(a: Fraction, b: Fraction, ppm: bigint): Fraction {
  const greater = wider(magnitude(a), magnitude(b))
  return divide(multiply(greater, fraction(ppm)), fraction(1_000_000n))
}

function wider(a: Fraction, b: Fraction): Fraction {
  return order(a, b) >= 0 ? a : b
}
