import type { Sealer } from '@torihiki/shared/identity/seal.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { DespatchReport, ReceiptReport, ReportComparison } from '../domain/matching/index.ts'
import { parseReportDocument } from '../outside/ubl/parse-report.ts'
import { openDocument } from './personal.ts'

/** A report on goods as it is on record. */
export type GoodsReport = {
  readonly id: string
  readonly report: DespatchReport | ReceiptReport
  readonly reportedBy: string
  readonly reportedAt: Date
}

/** All reports of a thread, oldest first, read anew from the original bytes. Of an erased party's thread there are none to be read. */
export async function goodsReportsOf(tx: Tx, sealer: Sealer, threadId: string): Promise<GoodsReport[]> {
  const rows = await tx.sql<{ id: string; document: Buffer; reported_by: string; reported_at: string }>(
    'select id, document, reported_by, reported_at from goods_report where thread_id = $1 order by reported_at, id',
    [threadId],
  )
  const reports: GoodsReport[] = []
  for (const row of rows) {
    const document = await openDocument(tx.sql, sealer, row.document)
    if (!document) continue
    const parsed = parseReportDocument(document)
    if (!parsed.ok) throw new Error(`Report ${row.id} on record cannot be read any more: ${parsed.message}`)
    const { report } = parsed
    reports.push({ id: row.id, report, reportedBy: row.reported_by, reportedAt: asDate(row.reported_at) })
  }
  return reports
}

type NewGoodsReport = {
  readonly threadId: string
  readonly contractId: string
  readonly report: GoodsReport
  readonly bytes: Buffer
  readonly sha256: string
  /** What all reports gave, this one included. */
  readonly comparison: ReportComparison
}

/** Keeps a report with the document as it came, and what all reports gave with it. */
export async function insertGoodsReport(tx: Tx, given: NewGoodsReport): Promise<void> {
  const { report, comparison } = given
  await tx.sql(
    `insert into goods_report (id, thread_id, contract_id, kind, document_id, document, sha256, reported_by, reported_at, comparison)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      report.id,
      given.threadId,
      given.contractId,
      report.report.kind,
      report.report.documentId,
      given.bytes,
      given.sha256,
      report.reportedBy,
      report.reportedAt,
      JSON.stringify(comparison),
    ],
  )
}
