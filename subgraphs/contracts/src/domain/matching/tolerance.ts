import type { Identifier } from './terms.ts'

/** How much of one unit is in another, agreed by both members: a box (`XBX`) contains 12 of C62. */
export type AgreedFactor = {
  /** UN/ECE Recommendation 20 or 21 code of the pack. */
  unit: string
  /** Decimal, greater than zero. */
  contains: string
  of: string
  /** The item it holds for; `null`: every item. */
  item: Identifier | null
}

/**
 * What may differ and still be substantially equal (A5, rule 7). Anything wider than {@link STANDARD_TOLERANCE} must have
 * been agreed by both members beforehand; its `id` goes on record with the contract.
 */
export type ToleranceProfile = {
  id: string
  /** Minor units that a line amount may differ by. */
  minorPerLine: bigint
  /** Minor units that a total may differ by, for each line of the contract. */
  totalMinorPerLine: bigint
  /** Parts per million of the greater quantity. */
  quantityPpm: bigint
  /** Parts per million of the greater unit price. */
  unitPricePpm: bigint
  factors: readonly AgreedFactor[]
}

/** Rounding only: 1 minor unit a line, for totals as many as there are lines; quantities and prices exact. */
export const STANDARD_TOLERANCE: ToleranceProfile = {
  id: 'torihiki-rounding/1',
  minorPerLine: 1n,
  totalMinorPerLine: 1n,
  quantityPpm: 0n,
  unitPricePpm: 0n,
  factors: [],
}
