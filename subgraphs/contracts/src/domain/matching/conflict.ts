import { answeredLines, answerStance, type LineStance, lineStance } from './answers.ts'
import { compareTerms } from './compare-terms.ts'
import type { Discrepancy } from './discrepancy.ts'
import type { ContractTerms, ParsedAnswer, ParsedContract } from './terms.ts'
import { normaliseText } from './text.ts'
import { STANDARD_TOLERANCE } from './tolerance.ts'

/** How two answers to one order exclude each other. `first` and `second` follow the arguments. */
export type Contradiction =
  | { reason: 'OPPOSITE_ANSWERS'; first: OverallStance; second: OverallStance }
  | { reason: 'OPPOSITE_LINE_ANSWERS'; line: string; first: LineStance; second: LineStance }
  | { reason: 'DIFFERENT_TERMS'; discrepancies: readonly Discrepancy[] }

/** What an answer amounts to by itself: it accepts, refuses, objects (disputes or changes), or says nothing yet. */
export type OverallStance = 'ACCEPTS' | 'REFUSES' | 'OBJECTS' | 'SAYS_NOTHING'

/**
 * Does an answer contradict another one on record (A5, rule 10)? True opens a `ContractConflict`; nothing is overwritten. The
 * order of the two does not matter. Only answers of one side to the same order can contradict each other; offers are
 * resubmitted instead.
 */
export function contradicts(a: ParsedContract, b: ParsedContract): boolean {
  return findContradiction(a, b) !== null
}

/** The first contradiction found between two answers, or `null`. */
export function findContradiction(a: ParsedContract, b: ParsedContract): Contradiction | null {
  if (a.answer === null || b.answer === null || !sameOrder(a.terms, b.terms)) return null
  const [first, second] = [overallStance(a), overallStance(b)]
  if (first === 'SAYS_NOTHING' || second === 'SAYS_NOTHING') return null
  if (first !== second) return { reason: 'OPPOSITE_ANSWERS', first, second }
  return lineContradiction(a, b) ?? termsContradiction(a.terms, b.terms)
}

/** The stance of an answer without looking at the order. */
export function overallStance(document: ParsedAnswer): OverallStance {
  const header = answerStance(document)
  if (header === 'REFUSED') return 'REFUSES'
  if (header === 'RECEIVED' || header === 'UNKNOWN') return 'SAYS_NOTHING'
  const lines = answeredLines(document)
  const stances = lines.map(({ code }) => lineStance(code))
  const objecting: readonly LineStance[] = ['ADDED', 'CHANGED', 'REFUSED', 'DISPUTED']
  if (lines.some(({ line }) => line.substitute) || stances.some((stance) => objecting.includes(stance)))
    return 'OBJECTS'
  const complete = stances.length > 0 && stances.every((stance) => stance === 'ACCEPTED')
  return header === 'ACCEPTED' || complete ? 'ACCEPTS' : 'SAYS_NOTHING'
}

function sameOrder(a: ContractTerms, b: ContractTerms): boolean {
  if (a.orderReference === null || b.orderReference === null) return true
  return normaliseText(a.orderReference) === normaliseText(b.orderReference)
}

function lineContradiction(a: ParsedAnswer, b: ParsedAnswer): Contradiction | null {
  const stances = new Map(answeredLines(b).map(({ line, code }) => [line.reference, lineStance(code)]))
  for (const { line, code } of answeredLines(a)) {
    const [first, second] = [lineStance(code), stances.get(line.reference) ?? 'SILENT']
    const silent: readonly LineStance[] = ['SILENT', 'NO_STATUS', 'UNKNOWN']
    if (line.reference === null || first === second || silent.includes(first) || silent.includes(second)) continue
    return { reason: 'OPPOSITE_LINE_ANSWERS', line: line.reference, first, second }
  }
  return null
}

function termsContradiction(a: ContractTerms, b: ContractTerms): Contradiction | null {
  const found = [compareTerms(a, b, STANDARD_TOLERANCE, null), compareTerms(b, a, STANDARD_TOLERANCE, null)]
  const blocking = found.map((list) => list.filter((entry) => entry.weight === 'BLOCKING'))
  const discrepancies = blocking.find((list) => list.length > 0)
  return discrepancies === undefined ? null : { reason: 'DIFFERENT_TERMS', discrepancies }
}
