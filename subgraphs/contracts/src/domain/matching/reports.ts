import { type Discrepancy, discrepancy, pointer, sortDiscrepancies, type Stated } from './discrepancy.ts'
import { add, decimal, type Fraction, same, show, subtract, ZERO } from './fraction.ts'
import { compareIdentifiers } from './identifiers.ts'
import { lineName, sortLines } from './line-matching.ts'
import { type ContractLine, type ContractTerms, type Identifier, NO_LINE, type Quantity } from './terms.ts'
import { foldText, normaliseText } from './text.ts'
import { STANDARD_TOLERANCE, type ToleranceProfile } from './tolerance.ts'
import { measure } from './units.ts'

/** What the seller says to have sent (UBL DespatchAdvice). */
export type DespatchReport = {
  kind: 'DESPATCH_ADVICE'
  documentId: string
  orderReference: string | null
  lines: readonly ReportLine<'delivered' | 'backordered'>[]
}

/** What the buyer says to have got (UBL ReceiptAdvice). `rejected` is part of `received`. */
export type ReceiptReport = {
  kind: 'RECEIPT_ADVICE'
  documentId: string
  orderReference: string | null
  lines: readonly ReportLine<'received' | 'short' | 'rejected'>[]
}

/** A line of a report: which line of the order it speaks of, and its quantities. */
export type ReportLine<Name extends string> = {
  reference: string | null
  itemIds: readonly Identifier[]
  quantities: Readonly<Record<Name, Quantity | null>>
}

/** A line of the order with the sums of all reports, decimals in `unit` (A10). `short` is ordered less received, never below 0. */
export type ReportedLine = {
  line: string
  unit: string | null
  ordered: string
  delivered: string
  backordered: string
  received: string
  rejected: string
  short: string
}

/** Despatch and receipt held against the contract and each other: a report, never a contract comparison (A5, A10). */
export type ReportComparison = {
  /** Do both sides say the same about what was delivered? */
  agree: boolean
  lines: readonly ReportedLine[]
  /** Where the reports do not say the same, or speak of lines and units that the order does not have. */
  discrepancies: readonly Discrepancy[]
}

const SUMMED = ['delivered', 'backordered', 'received', 'short', 'rejected'] as const

type Summed = (typeof SUMMED)[number]
type Sums = Record<Summed, Fraction | null>

/**
 * Adds up despatches and receipts per line of the contract. The seller's `delivered` must be the buyer's `received`, and where
 * they are stated, back-orders and shortages must make up the quantity ordered. Units are converted as in contracts.
 */
export function compareReports(
  contract: ContractTerms,
  despatches: readonly DespatchReport[],
  receipts: readonly ReceiptReport[],
  profile: ToleranceProfile = STANDARD_TOLERANCE,
): ReportComparison {
  const all = [...despatches, ...receipts]
  const strayReports = all.filter((report) => !isAbout(report, contract)).map(strayReport)
  const entries = all
    .filter((report) => isAbout(report, contract))
    .flatMap((report): readonly AnyReportLine[] => report.lines)
  const byLine = Map.groupBy(entries, (entry) => findLine(contract.lines, entry))
  const stray = (byLine.get(null) ?? []).map(strayLine)
  const results = sortLines(contract.lines).map((line) => reportLine(line, byLine.get(line) ?? [], profile))
  const discrepancies = [...strayReports, ...stray, ...results.flatMap((result) => result.discrepancies)]
  return {
    agree: discrepancies.length === 0,
    lines: results.flatMap((result) => (result.line === null ? [] : [result.line])),
    discrepancies: sortDiscrepancies(discrepancies),
  }
}

type AnyReportLine = {
  reference: string | null
  itemIds: readonly Identifier[]
  quantities: Readonly<Record<string, Quantity | null>>
}

function reportLine(
  line: ContractLine,
  entries: readonly AnyReportLine[],
  profile: ToleranceProfile,
): { line: ReportedLine | null; discrepancies: readonly Discrepancy[] } {
  if (line.quantity === null) return { line: null, discrepancies: [] }
  const ordered = measure(line.quantity, profile.factors, line.itemIds)
  const name = lineName(line)
  const sums: Sums = { delivered: null, backordered: null, received: null, short: null, rejected: null }
  const discrepancies: Discrepancy[] = []
  for (const entry of entries) {
    for (const what of SUMMED) {
      const quantity = entry.quantities[what] ?? null
      if (quantity === null) continue
      const counted = measure(quantity, profile.factors, line.itemIds)
      if (counted.unit === ordered.unit) sums[what] = add(sums[what] ?? ZERO, counted.value)
      else discrepancies.push(otherUnit(name, what, line.quantity, quantity))
    }
  }
  discrepancies.push(...disagreements(name, ordered.value, sums))
  return { line: reported(name, ordered.unit, ordered.value, sums), discrepancies }
}

function reported(line: string, unit: string | null, ordered: Fraction, sums: Sums): ReportedLine {
  const text = (value: Fraction | null): string => show(value ?? ZERO)
  const rest = subtract(ordered, sums.received ?? ZERO)
  return {
    line,
    unit,
    ordered: show(ordered),
    delivered: text(sums.delivered),
    backordered: text(sums.backordered),
    received: text(sums.received),
    rejected: text(sums.rejected),
    short: rest.n < 0n ? '0' : show(rest),
  }
}

function disagreements(line: string, ordered: Fraction, sums: Sums): Discrepancy[] {
  const { delivered, backordered, received, short } = sums
  const path = `/lines/${pointer(line)}`
  const found: Discrepancy[] = []
  if (delivered !== null && received !== null && !same(delivered, received)) {
    found.push(discrepancy('report.quantity', path, 'BLOCKING', stated(received), stated(delivered)))
  }
  if (delivered !== null && backordered !== null && !same(add(delivered, backordered), ordered)) {
    found.push(discrepancy('report.backorder', path, 'BLOCKING', stated(ordered), stated(add(delivered, backordered))))
  }
  if (received !== null && short !== null && !same(add(received, short), ordered)) {
    found.push(discrepancy('report.short', path, 'BLOCKING', stated(add(received, short)), stated(ordered)))
  }
  return found
}

/** By the order's line number, else by the one line whose item ids agree. */
function findLine(lines: readonly ContractLine[], entry: AnyReportLine): ContractLine | null {
  const { reference } = entry
  const numbered = lines.find(
    (line) => reference !== null && line.reference !== null && foldText(line.reference) === foldText(reference),
  )
  if (numbered !== undefined) return numbered
  const same = lines.filter((line) => {
    const ids = compareIdentifiers(line.itemIds, entry.itemIds)
    return ids.agreed && ids.conflicts.length === 0
  })
  return reference === null && same.length === 1 ? (same[0] ?? null) : null
}

function isAbout(report: DespatchReport | ReceiptReport, contract: ContractTerms): boolean {
  if (report.orderReference === null || contract.orderReference === null) return true
  return normaliseText(report.orderReference) === normaliseText(contract.orderReference)
}

function strayReport(report: DespatchReport | ReceiptReport): Discrepancy {
  const said: Stated = { stated: report.orderReference ?? '', normalised: report.orderReference ?? '' }
  const despatch = report.kind === 'DESPATCH_ADVICE'
  return discrepancy(
    'report.orderReference',
    '/orderReference',
    'BLOCKING',
    despatch ? null : said,
    despatch ? said : null,
  )
}

function strayLine(entry: AnyReportLine): Discrepancy {
  const name = lineName({ ...NO_LINE, reference: entry.reference, itemIds: entry.itemIds })
  const said: Stated = { stated: name, normalised: name }
  const despatch = 'delivered' in entry.quantities
  return discrepancy(
    'report.unmatched',
    `/lines/${pointer(name)}`,
    'BLOCKING',
    despatch ? null : said,
    despatch ? said : null,
  )
}

function otherUnit(line: string, what: Summed, ordered: Quantity, counted: Quantity): Discrepancy {
  const text = (quantity: Quantity): Stated => {
    const shown = `${show(decimal(quantity.value))} ${quantity.unit ?? ''}`.trim()
    return { stated: shown, normalised: shown }
  }
  return discrepancy('report.unit', `/lines/${pointer(line)}/${what}`, 'BLOCKING', text(ordered), text(counted))
}

function stated(value: Fraction): Stated {
  return { stated: show(value), normalised: show(value) }
}
