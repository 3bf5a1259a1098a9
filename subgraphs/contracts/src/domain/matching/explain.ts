import type { Discrepancy, Weight } from './discrepancy.ts'
import { RULES } from './rules.ts'

/** Of a stranger's text at most so many characters stand in a sentence. */
const MAX_SHOWN = 120

const CONSEQUENCE: Readonly<Record<Weight, string>> = {
  REFUSING: 'The contract is refused.',
  BLOCKING: 'The contract cannot be notarized so.',
  OPEN: 'Until this is said, nothing is decided.',
  MINOR: 'This is within the tolerance.',
  SUPPLEMENT: 'Only one side says it, and it takes nothing away.',
}

/** A discrepancy as it is on record: its code may be one of a rule set of before. */
export type RecordedDiscrepancy = Omit<Discrepancy, 'rule'> & { rule: string }

/** A discrepancy for people: where and what, both values, the tolerance, and what follows from it (A5, rule 10). */
export function explain(found: RecordedDiscrepancy): string {
  return `${placeOf(found.path)}${ruleOf(found.rule).subject}: ${valuesOf(found)}${toleranceOf(found)}. ${CONSEQUENCE[found.weight]}`
}

/** What would resolve it, as a sentence; for MINOR and SUPPLEMENT that nothing needs to be done. */
export function remedyOf({ rule, weight }: Pick<RecordedDiscrepancy, 'rule' | 'weight'>): string {
  if (weight === 'MINOR' || weight === 'SUPPLEMENT') return 'Nothing needs to be done.'
  return ruleOf(rule).remedy
}

function ruleOf(code: string): { subject: string; remedy: string } {
  const [, rule] = Object.entries(RULES).find(([name]) => name === code) ?? []
  return rule ?? { subject: code, remedy: 'Let the two documents say the same, and submit again.' }
}

/** `/lines/2/quantity` as `Line 2, `. */
function placeOf(path: string): string {
  const [, first, line] = path.split('/')
  if (first === 'lines' && line !== undefined && line !== '')
    return `Line ${cut(line.replaceAll('~1', '/').replaceAll('~0', '~'))}, `
  if (first === 'buyer' || first === 'seller') return `The ${first}, `
  return 'The contract, '
}

function valuesOf({ buyerValue, sellerValue, buyerNormalised, sellerNormalised }: RecordedDiscrepancy): string {
  if (buyerValue === null && sellerValue === null) return 'neither side states it'
  return `the buyer ${stated(buyerValue, buyerNormalised)}, the seller ${stated(sellerValue, sellerNormalised)}`
}

function stated(value: string | null, normalised: string | null): string {
  if (value === null) return 'states nothing'
  const differs = normalised !== null && normalised.toLowerCase() !== value.toLowerCase()
  return `states ${cut(value)}${differs ? ` (compared as ${cut(normalised)})` : ''}`
}

function toleranceOf({ tolerance }: RecordedDiscrepancy): string {
  if (tolerance === null) return ''
  return tolerance.startsWith('inside ')
    ? `; it has to be ${cut(tolerance)}`
    : `; they may be ${cut(tolerance)} apart at most`
}

/** Within a sentence: short, and without characters that a terminal obeys. */
function cut(text: string): string {
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ')
  return plain.length > MAX_SHOWN ? `${plain.slice(0, MAX_SHOWN)}…` : plain
}
