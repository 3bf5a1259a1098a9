import type { Tx } from '@torihiki/shared/store/store.ts'
import { concernsContract, isOwedByBook } from '../domain/obligation-kind.ts'
import { assertMayFollow, windowStates } from '../domain/states.ts'
import type { SettlementsServices } from '../services.ts'
import { referencesOf } from '../store/instructions.ts'
import { lockObligation, lockOfWindow } from '../store/obligations.ts'
import { changeOutstanding, lockLine, purchaseOfCollection } from '../store/purchases.ts'
import type { ObligationRow, WindowRow } from '../store/rows.ts'
import { saveWindowStatus } from '../store/windows.ts'
import { changeObligations } from './change-obligations.ts'

/** Settles locked obligations: status, feeds, and an event each, which carries the report to the contract (A11). */
export async function settleObligations(
  tx: Tx,
  services: SettlementsServices,
  rows: readonly ObligationRow[],
  windowId: string | null,
  referenceOf: (row: ObligationRow) => string,
  now: Date,
): Promise<void> {
  await changeObligations(tx, services, rows, 'SETTLED', now)
  for (const row of rows) {
    if (row.kind === 'PURCHASED_RECEIVABLE') await settleClaim(tx, services, row, now)
    await tellBook(tx, row)
    if (row.kind === 'REFUND') await tx.publish('RefundSettled', { refundId: row.origin_id, obligationId: row.id })
    if (!concernsContract(row)) continue
    await tx.publish('ObligationSettled', {
      obligationId: row.id,
      threadId: row.thread_id,
      contractId: row.contract_id,
      windowId,
      agentId: row.agent_id,
      reference: referenceOf(row),
      settledAt: now.toISOString(),
      amountMinor: row.amount_minor,
      currency: row.currency,
    })
  }
}

/** What an institution or a guarantor owed by its book is paid: the book hears of it (step 10 of the money model). */
async function tellBook(tx: Tx, { id, kind, origin_id: captureId }: ObligationRow): Promise<void> {
  if (isOwedByBook(kind)) await tx.publish('PaymentSettled', { captureId, obligationId: id })
}

/** What collects a purchased claim is paid: so is the claim, and the purchaser has room for others (B19). */
async function settleClaim(tx: Tx, services: SettlementsServices, row: ObligationRow, now: Date): Promise<void> {
  const purchase = await purchaseOfCollection(tx, row.id)
  const claim = purchase && (await lockObligation(tx, purchase.claim_id))
  if (!claim) throw new Error(`The claim that obligation ${row.id} collects is not there.`)
  await lockLine(tx, purchase.purchaser_id, row.currency)
  await changeOutstanding(tx, purchase.purchaser_id, row.currency, -BigInt(row.amount_minor))
  await changeObligations(tx, services, [claim], 'SETTLED', now)
  await tellBook(tx, claim)
}

/**
 * Settles a locked window whose instructions are all settled, or that needed none, and with it every obligation it took in
 * (A9, A11). Each carries the agent's references for its debtor and its creditor; the window's id where both came to zero.
 */
export async function settleWindow(tx: Tx, services: SettlementsServices, window: WindowRow, now: Date): Promise<void> {
  assertMayFollow(windowStates, `Window ${window.id}`, window.status, 'SETTLED')
  await saveWindowStatus(tx, window.id, 'SETTLED', now)
  const references = new Map(
    (await referencesOf(tx, window.id)).map((r) => [`${r.currency} ${r.memberId}`, r.reference]),
  )
  const referenceOf = (row: ObligationRow): string => {
    const own = [row.debtor_id, row.creditor_id].flatMap((id) => references.get(`${row.currency} ${id}`) ?? [])
    return own.length > 0 ? [...new Set(own)].join(', ') : `window ${window.id}`
  }
  await settleObligations(tx, services, await lockOfWindow(tx, window.id), window.id, referenceOf, now)
}
