import type { MatchingWarning } from './arithmetic.ts'
import { type Discrepancy, discrepancy, pointer, type Stated } from './discrepancy.ts'
import { lineName, matchLines } from './line-matching.ts'
import { overlayLine, overlayTerms } from './overlay.ts'
import type { RuleCode } from './rules.ts'
import type { ContractLine, ContractTerms, ParsedAnswer } from './terms.ts'

/** What the header of an answer says as a whole (UNCL 4343 AP, RE, AB, CA; AcceptedIndicator). */
export type AnswerStance = 'ACCEPTED' | 'REFUSED' | 'RECEIVED' | 'CONDITIONAL' | 'SILENT' | 'UNKNOWN'

/** What a line of an answer says: UBL line status codes, by number and by name. */
export type LineStance = 'ACCEPTED' | 'CHANGED' | 'ADDED' | 'REFUSED' | 'DISPUTED' | 'NO_STATUS' | 'SILENT' | 'UNKNOWN'

/** An answer read against the order: the terms it amounts to, and what its codes alone already decide. */
export type AnswerReading = {
  terms: ContractTerms
  discrepancies: readonly Discrepancy[]
  warnings: readonly MatchingWarning[]
}

const HEADER_CODES: ReadonlyMap<string, AnswerStance> = new Map([
  ['AP', 'ACCEPTED'],
  ['RE', 'REFUSED'],
  ['AB', 'RECEIVED'],
  ['CA', 'CONDITIONAL'],
])

const LINE_CODES: ReadonlyMap<string, LineStance> = new Map([
  ['1', 'ADDED'],
  ['ADDED', 'ADDED'],
  ['3', 'CHANGED'],
  ['REVISED', 'CHANGED'],
  ['5', 'ACCEPTED'],
  ['7', 'REFUSED'],
  ['CANCELLED', 'REFUSED'],
  ['DISPUTED', 'DISPUTED'],
  ['NOSTATUS', 'NO_STATUS'],
])

/** The stance of the header; a refusal by either the code or the indicator is a refusal, whatever the other says. */
export function answerStance(document: ParsedAnswer): AnswerStance {
  const { accepted, code } = document.answer
  const byCode = code === null ? 'SILENT' : (HEADER_CODES.get(code.toUpperCase()) ?? 'UNKNOWN')
  if (accepted === false || byCode === 'REFUSED') return 'REFUSED'
  return accepted === true && byCode === 'SILENT' ? 'ACCEPTED' : byCode
}

/** The stance of a line by its code, which may be missing. */
export function lineStance(code: string | null): LineStance {
  return code === null ? 'SILENT' : (LINE_CODES.get(code.toUpperCase()) ?? 'UNKNOWN')
}

/** The answer's own lines, each with its code. */
export function answeredLines(document: ParsedAnswer): { line: ContractLine; code: string | null }[] {
  const codes = new Map(document.answer.lines.map((entry) => [entry.index, entry.code]))
  return document.terms.lines.map((line, index) => ({ line, code: codes.get(index) ?? null }))
}

/**
 * Reads an answer against the order it answers (A5): what is absent is taken over, what is stated lies over it. Acceptance
 * by the header takes over unanswered lines; otherwise every line must be answered. The header alone never decides: what the
 * lines state is compared all the same.
 */
export function readAnswer(order: ContractTerms, document: ParsedAnswer): AnswerReading {
  const stance = answerStance(document)
  const header = headerFinding(document, stance)
  const matching = matchLines(order.lines, document.terms.lines)
  const codes = new Map(answeredLines(document).map(({ line, code }) => [line, code]))
  const answers = new Map(matching.pairs.map((pair) => [pair.buyer, pair.seller]))
  const speaks = stance !== 'REFUSED' && stance !== 'RECEIVED'
  const lineFindings = speaks
    ? [
        ...order.lines.flatMap((line) => readLine(stance, line, answers.get(line), codes)),
        ...matching.onlySeller.filter((line) => lineStance(codes.get(line) ?? null) === 'ADDED').map(addedLine),
      ]
    : []
  const overlaid = order.lines.map((line) => overlayLine(line, answers.get(line) ?? null))
  return {
    terms: { ...overlayTerms(order, document.terms), lines: [...overlaid, ...matching.onlySeller] },
    discrepancies: [...header, ...lineFindings],
    warnings: contradictionsWithin(document, stance),
  }
}

function headerFinding(document: ParsedAnswer, stance: AnswerStance): Discrepancy[] {
  const { accepted, code } = document.answer
  const text = code ?? (accepted === null ? null : `AcceptedIndicator ${accepted}`)
  const said: Stated = text === null ? null : { stated: text, normalised: stance }
  if (stance === 'REFUSED') return [discrepancy('answer.refused', '/answer', 'REFUSING', null, said)]
  if (stance === 'RECEIVED') return [discrepancy('answer.receivedOnly', '/answer', 'OPEN', null, said)]
  if (stance === 'UNKNOWN') return [discrepancy('answer.unknownCode', '/answer', 'OPEN', null, said)]
  const silent = stance === 'SILENT' && document.terms.lines.length === 0
  return silent ? [discrepancy('answer.empty', '/answer', 'OPEN', null, null)] : []
}

function readLine(
  header: AnswerStance,
  ordered: ContractLine,
  answered: ContractLine | undefined,
  codes: ReadonlyMap<ContractLine, string | null>,
): Discrepancy[] {
  const path = `/lines/${pointer(lineName(ordered))}/status`
  const code = answered === undefined ? null : (codes.get(answered) ?? null)
  const said: Stated = code === null ? null : { stated: code, normalised: lineStance(code) }
  const finding = (rule: RuleCode, weight: 'BLOCKING' | 'OPEN'): Discrepancy[] => [
    discrepancy(rule, path, weight, null, said),
  ]
  switch (lineStance(code)) {
    case 'SILENT':
      return header === 'ACCEPTED' ? [] : finding('answer.lineUnanswered', 'OPEN')
    case 'NO_STATUS':
      return header === 'ACCEPTED' ? [] : finding('answer.lineNoStatus', 'OPEN')
    case 'ACCEPTED':
      return []
    case 'CHANGED':
      return answered === undefined || !statesTerms(answered) ? finding('answer.changeNotStated', 'OPEN') : []
    case 'ADDED':
      return finding('answer.lineAdded', 'BLOCKING')
    case 'REFUSED':
      return finding('answer.lineRefused', 'BLOCKING')
    case 'DISPUTED':
      return finding('answer.lineDisputed', 'BLOCKING')
    case 'UNKNOWN':
      return finding('answer.lineUnknownCode', 'OPEN')
  }
}

function addedLine(line: ContractLine): Discrepancy {
  const path = `/lines/${pointer(lineName(line))}/status`
  return discrepancy('answer.lineAdded', path, 'BLOCKING', null, { stated: lineName(line), normalised: 'ADDED' })
}

/** Does the line state any term that a change could be about? */
function statesTerms(line: ContractLine): boolean {
  const { quantity, price, amount, tax, deliveries, allowances, substitute } = line
  const values = [quantity, price, amount, tax].some((value) => value !== null)
  return values || substitute || deliveries.length + allowances.length > 0
}

function contradictionsWithin(document: ParsedAnswer, stance: AnswerStance): MatchingWarning[] {
  const objections = answeredLines(document).filter(({ code }) =>
    ['ADDED', 'CHANGED', 'REFUSED', 'DISPUTED'].includes(lineStance(code)),
  ).length
  const stated = document.answer.code ?? String(document.answer.accepted)
  const warn = (rule: string, message: string): MatchingWarning[] => [
    { rule, side: 'SELLER', path: '/answer', message, stated, computed: null },
  ]
  if (stance === 'ACCEPTED' && objections > 0) {
    return warn('answer.contradictsItself', 'The header accepts, but lines object or change. The lines are compared.')
  }
  if (stance === 'CONDITIONAL' && objections === 0) {
    return warn('answer.noCondition', 'The header accepts conditionally, but no line names a condition.')
  }
  return stance === 'REFUSED' && document.answer.accepted === true
    ? warn('answer.contradictsItself', 'The indicator accepts, but the code refuses. It counts as refused.')
    : []
}
