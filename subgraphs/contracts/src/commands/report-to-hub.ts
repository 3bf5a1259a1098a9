import type { PublishedEvent } from '@torihiki/schema'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { sign } from 'node:crypto'
import { z } from 'zod'
import type { CaseEventKind } from '../domain/cases/status.ts'
import { commitmentOf, reportMessage, saltPattern, type HiddenStep } from '../domain/hidden/commitment.ts'
import { registrationMessage } from '../domain/log/member-signature.ts'
import type { ContractsServices } from '../services.ts'
import { hubLinkOf, insertLink } from '../store/hidden-purchases.ts'
import { factsOf, lockThread, sideOf } from '../store/threads.ts'

const linkForm = z.object({
  idempotencyKey: form.idempotencyKey,
  threadId: form.id,
  purchaseId: form.id,
  salt: z.string().regex(saltPattern, 'It is 32 random bytes in lower-case hexadecimal: 64 characters'),
})

/** Which facts of an institution's thread the hub is told of, as which step. */
const stepOfFact: Partial<Record<CaseEventKind, HiddenStep>> = {
  PAYMENT_RESERVED: 'RESERVED',
  PAYMENT_RESERVATION_ENDED: 'ENDED',
  INSPECTION_CONFIRMED: 'INSPECTED',
  SETTLEMENT_REPORTED: 'PAID',
}

/**
 * At an institution: says that a thread's contract is a hidden purchase at the hub (B16), and with which salt its amount is committed to there. From
 * then on, and of what has happened, the hub is sent signed reports without the amount. For either party. Refuses NOT_FOUND, and
 * WRONG_STATE without a contract, without a hub to report to, and a thread or purchase that is linked already.
 */
export async function linkHubPurchase(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ commitment: string } | Refusal> {
  const input = parseInput(linkForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'linkHubPurchase', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const thread = await lockThread(tx, input.threadId)
    if (!thread || !sideOf(thread, actor.memberId))
      return refuse('NOT_FOUND', 'There is no thread with this id that you are a party to.')
    if (!services.hub)
      return refuse('WRONG_STATE', 'This is no institution that reports to a hub.', { state: 'NO_HUB' })
    const [contract] = await tx.sql<{ total_minor: string; currency: string }>(
      'select total_minor, currency from contract where thread_id = $1',
      [thread.id],
    )
    if (!contract)
      return refuse('WRONG_STATE', 'There is no contract yet whose amount was committed to.', { state: thread.status })
    const { purchaseId, salt } = input
    const commitment = commitmentOf({ amountMinor: contract.total_minor, currency: contract.currency, salt })
    const link = { thread_id: thread.id, purchase_id: purchaseId, commitment, salt }
    if (!(await insertLink(tx, link, actor.memberId, services.now())))
      return refuse('WRONG_STATE', 'This thread, or this purchase, is linked already.', { state: 'LINKED' })
    await oweReports(
      tx,
      thread.id,
      (await factsOf(tx, thread.id)).map(({ kind }) => kind),
      services.now(),
    )
    return { commitment }
  })
}

/** Owes the hub a report of each of these facts that it is told of, when the locked thread is linked: most are not. */
export async function oweReports(tx: Tx, threadId: string, kinds: readonly CaseEventKind[], at: Date): Promise<void> {
  const steps = [...new Set(kinds.flatMap((kind) => stepOfFact[kind] ?? []))]
  if (steps.length === 0 || !(await hubLinkOf(tx.sql, threadId))) return
  await tx.publishAll(
    'HubReportOwed',
    steps.map((step) => ({ threadId, step, reportId: newId(), at: at.toISOString() })),
  )
}

/**
 * Sends the hub a report, signed by this institution's key. Throws without its confirmation: the event is delivered again, and the hub takes each
 * step once.
 */
export async function takeHubReport(services: ContractsServices, event: PublishedEvent): Promise<void> {
  if (event.type !== 'HubReportOwed') return
  const { threadId, step, reportId, at } = event.payload
  const link = await hubLinkOf(services.store.query, threadId)
  if (!link || !services.hub) throw new Error(`There is no hub to report thread ${threadId} to.`)
  const report = { purchaseId: link.purchase_id, reportId, step, at, commitment: link.commitment }
  const signature = sign(null, Buffer.from(reportMessage(report), 'utf8'), services.reportKey.privateKey)
  await services.hub.report({ ...report, signature: signature.toString('base64') })
}

/** The key by which this institution signs, with the proof by which it registers it at the hub, where it is that member. */
export function hubReportKey({ reportKey }: ContractsServices, memberId: string): { publicKey: string; proof: string } {
  const message = registrationMessage(memberId, reportKey.publicJwk)
  return {
    publicKey: reportKey.publicJwk.x,
    proof: sign(null, Buffer.from(message, 'utf8'), reportKey.privateKey).toString('base64'),
  }
}
