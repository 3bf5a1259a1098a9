import { createHash } from 'node:crypto'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { compareContracts, compareReports, type ReportComparison } from '../domain/matching/index.ts'
import { parseReportDocument } from '../outside/ubl/parse-report.ts'
import type { ContractsServices } from '../services.ts'
import { goodsReportsOf, insertGoodsReport, type GoodsReport } from '../store/goods-reports.ts'
import { submissionsOf } from '../store/submissions.ts'
import { documentsAreGone, documentsGone, sealDocument } from '../store/personal.ts'
import { appendFacts, type Thread } from '../store/threads.ts'
import { appendEntry } from './append-entry.ts'
import { toleranceFor } from './conclude-contract.ts'
import { startAct } from './thread-act.ts'

/** Reports that one side may make on a contract: all of them are added up each time. */
export const mostGoodsReports = 500

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  threadId: form.id,
  document: z.string().min(1, 'It must not be empty'),
})

const kindOf = { SOURCE: 'RECEIPT_ADVICE', PARTNER: 'DESPATCH_ADVICE' } as const
const nameOf = { SOURCE: 'ReceiptAdvice', PARTNER: 'DespatchAdvice' } as const
type Contract = { id: string; contract_code: string }

/**
 * Takes a report on the goods of a contract (A10): the seller's DespatchAdvice or the buyer's ReceiptAdvice, of UBL 2. It goes on the contract's
 * record, and all reports so far are added up, held against the contract and against each other. It changes no status: a delivery is reported by
 * `reportDelivery`, goods are accepted by `confirmInspection`. Refuses what cannot be read, the other side's kind of report, one whose number
 * that side has used already, and all but the two sides of a contract.
 */
export async function reportGoods(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ threadId: string; reportId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const bytes = Buffer.from(input.document, 'utf8')
  const parsed = parseReportDocument(bytes)
  if (!parsed.ok) return refuse(parsed.code, parsed.message, { path: parsed.path ?? null })
  const now = services.now()
  const request = { actor, operation: 'reportGoods', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const act = await startAct(tx, actor, input.threadId, 'REPORT_GOODS', now)
    if (isRefusal(act)) return act
    if (parsed.report.kind !== kindOf[act.side])
      return refuse('UNSUPPORTED_DOCUMENT', `As this side of the contract you send a ${nameOf[act.side]}.`, {
        path: null,
      })
    const [contract] = await tx.sql<Contract>('select id, contract_code from contract where thread_id = $1', [
      act.thread.id,
    ])
    if (!contract) throw new Error(`Thread ${act.thread.id} is ${act.thread.status} without a contract.`)
    if (await documentsAreGone(tx, act.thread.id)) return documentsGone()
    const earlier = await goodsReportsOf(tx, services.personalKeys, act.thread.id)
    const wrong = wrongNumber(earlier, parsed.report)
    if (wrong) return wrong
    const report: GoodsReport = { id: newId(), report: parsed.report, reportedBy: actor.memberId, reportedAt: now }
    const comparison = await compareAll(tx, act.thread, contract, [...earlier, report])
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const kept = { report, bytes: await sealDocument(tx, services.personalKeys, act.thread, bytes), sha256, comparison }
    await insertGoodsReport(tx, { threadId: act.thread.id, contractId: contract.id, ...kept })
    const factId = `goods ${report.id}`
    await appendEntry(tx, services.signer, {
      contractId: contract.id,
      contractCode: contract.contract_code,
      kind: 'GOODS_REPORTED',
      at: now,
      factId,
      body: {
        reportId: report.id,
        reportedBy: actor.memberId,
        document: nameOf[act.side],
        sha256,
        agree: comparison.agree,
      },
    })
    const fact = { kind: 'GOODS_REPORTED' as const, subject: report.id }
    const by = { actorId: actor.memberId, operator: actor.operator ?? null, bySide: act.side }
    await appendFacts(tx, act.thread, [{ fact, factId, ...by, at: now }])
    return { threadId: act.thread.id, reportId: report.id }
  })
}

/** The same report twice would count twice: each has a number of its own. */
function wrongNumber(earlier: readonly GoodsReport[], { kind, documentId }: GoodsReport['report']): Refusal | null {
  const own = earlier.filter(({ report }) => report.kind === kind)
  if (own.some(({ report }) => report.documentId === documentId))
    return refuse(
      'INVALID_FIELD',
      `A report with the number ${JSON.stringify(documentId)} is on record already. Give each report a number of its own.`,
      {
        path: '/ID',
      },
    )
  if (own.length >= mostGoodsReports)
    return refuseInput([
      { path: 'threadId', message: `There are ${mostGoodsReports} reports of yours already: no more are added up.` },
    ])
  return null
}

/** All reports, added up by the terms of the two documents that were notarized, with the tolerances that held for them. */
async function compareAll(
  tx: Tx,
  thread: Thread,
  contract: Contract,
  reports: readonly GoodsReport[],
): Promise<ReportComparison> {
  const [row] = await tx.sql<{ buyer: string; seller: string }>(
    `select entry -> 'body' -> 'buyer' ->> 'sha256' as buyer, entry -> 'body' -> 'seller' ->> 'sha256' as seller
     from log_entry where contract_id = $1 and kind = 'CONTRACT_NOTARIZED'`,
    [contract.id],
  )
  const submissions = await submissionsOf(tx, thread.id)
  const buyer = submissions.findLast(({ side, sha256 }) => side === 'BUYER' && sha256 === row?.buyer)
  const seller = submissions.findLast(({ side, sha256 }) => side === 'SELLER' && sha256 === row?.seller)
  if (!buyer || !seller) throw new Error(`The documents of contract ${contract.id} are not on record.`)
  const tolerance = await toleranceFor(tx, thread, buyer, seller)
  const { agreedTerms } = compareContracts(buyer.document, seller.document, tolerance?.profile)
  if (!agreedTerms) throw new Error(`The documents of contract ${contract.id} do not agree any more.`)
  const all = reports.map(({ report }) => report)
  return compareReports(
    agreedTerms,
    all.filter((report) => report.kind === 'DESPATCH_ADVICE'),
    all.filter((report) => report.kind === 'RECEIPT_ADVICE'),
    tolerance?.profile,
  )
}
