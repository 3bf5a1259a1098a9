import type { RuleCode } from './rules.ts'
import { byCodePoint } from './text.ts'

/** What comparing says. Only EQUAL and EQUAL_WITHIN_TOLERANCE notarize (A5, rule 9). */
export type Verdict = 'EQUAL' | 'EQUAL_WITHIN_TOLERANCE' | 'DIFFERENT' | 'UNDECIDED' | 'REFUSED'

/**
 * How heavily a discrepancy weighs; the heaviest one is the verdict.
 * REFUSING: the other side said no (REFUSED). BLOCKING: the terms differ (DIFFERENT). OPEN: something was not answered, or a
 * change was not stated (UNDECIDED). MINOR: inside the tolerance (EQUAL_WITHIN_TOLERANCE). SUPPLEMENT: only one side says it,
 * and it takes nothing away (EQUAL).
 */
export type Weight = 'REFUSING' | 'BLOCKING' | 'OPEN' | 'MINOR' | 'SUPPLEMENT'

/** One thing in which the two sides do not say the same (A5, rule 10). Values are texts as stated; `null`: not stated. */
export type Discrepancy = {
  /** Stable code of the rule, such as `line.quantity`: `rules.ts` lists them all. */
  rule: RuleCode
  /** JSON pointer into the contract, lines by their number: `/lines/2/quantity`. */
  path: string
  buyerValue: string | null
  sellerValue: string | null
  buyerNormalised: string | null
  sellerNormalised: string | null
  /** The greatest difference that would have passed, with its unit; `null` where the rule knows none. */
  tolerance: string | null
  weight: Weight
}

const VERDICT_OF: Readonly<Record<Weight, Verdict>> = {
  REFUSING: 'REFUSED',
  BLOCKING: 'DIFFERENT',
  OPEN: 'UNDECIDED',
  MINOR: 'EQUAL_WITHIN_TOLERANCE',
  SUPPLEMENT: 'EQUAL',
}

const HEAVIEST_FIRST: readonly Weight[] = ['REFUSING', 'BLOCKING', 'OPEN', 'MINOR', 'SUPPLEMENT']

/** The verdict that a list of discrepancies amounts to. */
export function verdictOf(discrepancies: readonly Discrepancy[]): Verdict {
  const heaviest = HEAVIEST_FIRST.find((weight) => discrepancies.some((found) => found.weight === weight))
  return heaviest === undefined ? 'EQUAL' : VERDICT_OF[heaviest]
}

/** Heaviest first, then by path and rule: the same report whatever the order of lines. */
export function sortDiscrepancies(discrepancies: readonly Discrepancy[]): Discrepancy[] {
  return discrepancies.toSorted(
    (a, b) =>
      HEAVIEST_FIRST.indexOf(a.weight) - HEAVIEST_FIRST.indexOf(b.weight) ||
      byCodePoint(a.path, b.path) ||
      byCodePoint(a.rule, b.rule) ||
      byCodePoint(a.buyerValue ?? '', b.buyerValue ?? '') ||
      byCodePoint(a.sellerValue ?? '', b.sellerValue ?? ''),
  )
}

/** A value as stated and as compared. */
export type Stated = { stated: string; normalised: string } | null

/** Makes a discrepancy out of what the two sides state. */
export function discrepancy(
  rule: RuleCode,
  path: string,
  weight: Weight,
  buyer: Stated,
  seller: Stated,
  tolerance: string | null = null,
): Discrepancy {
  return {
    rule,
    path,
    buyerValue: buyer?.stated ?? null,
    sellerValue: seller?.stated ?? null,
    buyerNormalised: buyer?.normalised ?? null,
    sellerNormalised: seller?.normalised ?? null,
    tolerance,
    weight,
  }
}

/** One step of a JSON pointer (RFC 6901). */
export function pointer(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1')
}
