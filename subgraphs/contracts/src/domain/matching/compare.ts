import { agreedTerms } from './agreed-terms.ts'
import { readAnswer } from './answers.ts'
import { type MatchingWarning, nameWarnings, warningsOf } from './arithmetic.ts'
import { compareReferences, compareTerms, scopeOf } from './compare-terms.ts'
import { toMinor } from './currencies.ts'
import { type Discrepancy, discrepancy, sortDiscrepancies, type Verdict, verdictOf } from './discrepancy.ts'
import { decimal, order } from './fraction.ts'
import type { ContractTerms, ParsedAnswer, ParsedContract } from './terms.ts'
import { byCodePoint } from './text.ts'
import { type AppliedTolerance, appliedTolerance, STANDARD_TOLERANCE, type ToleranceProfile } from './tolerance.ts'

/** Version of the rules, on record with every comparison: a change that can change a verdict gets a new number. */
export const RULE_SET = 'torihiki-matching/1'

/** What comparing the two sides' documents gives (A5, rules 9 and 10). */
export type ContractComparison = {
  verdict: Verdict
  ruleSet: string
  /** The tolerance profile that was applied, by id, version and hash. */
  toleranceProfile: AppliedTolerance
  /** Sorted, heaviest first. */
  discrepancies: readonly Discrepancy[]
  warnings: readonly MatchingWarning[]
  /** The terms to be notarized, when the verdict is EQUAL or EQUAL_WITHIN_TOLERANCE. */
  agreedTerms: ContractTerms | null
  /** The lower of the two payable totals, in minor units; `null` unless agreed, or when neither side states one. */
  payable: { amountMinor: bigint; currency: string } | null
}

/** A document with the side it was submitted for. */
export type RoledDocument = { role: 'BUYER' | 'SELLER'; document: ParsedContract }

/**
 * Compares what buyer and seller submitted as their contract (A5). An answer in the seller's place is read against the
 * buyer's document; an answer in the buyer's place states nothing to compare with and is UNDECIDED. Never throws on parsed
 * documents; refuses nothing: what cannot be compared is a discrepancy.
 */
export function compareContracts(
  buyer: ParsedContract,
  seller: ParsedContract,
  profile: ToleranceProfile = STANDARD_TOLERANCE,
): ContractComparison {
  if (buyer.answer !== null) return withoutOffer(buyer, profile)
  if (seller.answer !== null) return compareWithAnswer(buyer.terms, seller, profile)
  const discrepancies = compareTerms(buyer.terms, seller.terms, profile, 'BLOCKING')
  return conclude(buyer.terms, seller.terms, discrepancies, warningsOf('SELLER', seller.terms), profile)
}

/** The same, whichever side came first. Throws when both documents are said to come from one side. */
export function compareSubmissions(
  one: RoledDocument,
  other: RoledDocument,
  profile: ToleranceProfile = STANDARD_TOLERANCE,
): ContractComparison {
  if (one.role === other.role) throw new TypeError(`Two documents of the ${one.role} cannot be compared as a contract`)
  return one.role === 'BUYER'
    ? compareContracts(one.document, other.document, profile)
    : compareContracts(other.document, one.document, profile)
}

/** An answer to another order says nothing about this one, not even by refusing. */
function compareWithAnswer(offer: ContractTerms, answer: ParsedAnswer, profile: ToleranceProfile): ContractComparison {
  const reading = readAnswer(offer, answer)
  const warnings = [...reading.warnings, ...warningsOf('SELLER', answer.terms)]
  const elsewhere = compareReferences(scopeOf(offer, reading.terms, profile, 'BLOCKING'), offer, reading.terms)
  if (elsewhere.length > 0) return conclude(offer, reading.terms, elsewhere, warnings, profile)
  const compared = compareTerms(offer, reading.terms, profile, 'BLOCKING')
  return conclude(offer, reading.terms, [...reading.discrepancies, ...compared], warnings, profile)
}

function conclude(
  buyer: ContractTerms,
  seller: ContractTerms,
  found: readonly Discrepancy[],
  sellerWarnings: readonly MatchingWarning[],
  profile: ToleranceProfile,
): ContractComparison {
  const verdict = verdictOf(found)
  const agreed = verdict === 'EQUAL' || verdict === 'EQUAL_WITHIN_TOLERANCE'
  const terms = agreed ? agreedTerms(buyer, seller) : null
  return {
    verdict,
    ruleSet: RULE_SET,
    toleranceProfile: appliedTolerance(profile),
    discrepancies: sortDiscrepancies(found),
    warnings: sortWarnings([...warningsOf('BUYER', buyer), ...sellerWarnings, ...nameWarnings(buyer, seller)]),
    agreedTerms: terms,
    payable: terms === null ? null : lowerPayable(buyer, seller),
  }
}

function withoutOffer(buyer: ParsedAnswer, profile: ToleranceProfile): ContractComparison {
  const said = { stated: buyer.kind, normalised: buyer.kind }
  return {
    verdict: 'UNDECIDED',
    ruleSet: RULE_SET,
    toleranceProfile: appliedTolerance(profile),
    discrepancies: [discrepancy('document.statesNoTerms', '', 'OPEN', said, null)],
    warnings: sortWarnings(warningsOf('BUYER', buyer.terms)),
    agreedTerms: null,
    payable: null,
  }
}

function lowerPayable(buyer: ContractTerms, seller: ContractTerms): ContractComparison['payable'] {
  const amounts = [buyer, seller].map((terms) => terms.totals.payable).filter((amount) => amount !== null)
  const lowest = amounts.map(decimal).toSorted(order)[0]
  if (lowest === undefined || buyer.currency === null) return null
  const amountMinor = toMinor(lowest, buyer.currency)
  return amountMinor === null ? null : { amountMinor, currency: buyer.currency }
}

function sortWarnings(warnings: readonly MatchingWarning[]): MatchingWarning[] {
  const key = (warning: MatchingWarning): string =>
    JSON.stringify([warning.side, warning.path, warning.rule, warning.message])
  return warnings.toSorted((a, b) => byCodePoint(key(a), key(b)))
}
