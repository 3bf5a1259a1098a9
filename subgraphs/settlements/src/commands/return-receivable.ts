import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { claimPassedLegs } from '../domain/ledger.ts'
import { mayRecourse } from '../domain/receivable-purchase.ts'
import type { SettlementsServices } from '../services.ts'
import { post } from '../store/ledger.ts'
import { lockObligation } from '../store/obligations.ts'
import { changeOutstanding, lockLine, purchaseSelect, type PurchaseRow } from '../store/purchases.ts'
import type { ObligationRow } from '../store/rows.ts'
import { ariseObligation } from './arise-obligation.ts'
import { changeObligations } from './change-obligations.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  receivablePurchaseId: form.id,
  reason: form.text(500),
})

/**
 * Gives a purchased claim back to its seller when the payer has not paid in the time that the terms set (B19, recourse): the claim is the seller's
 * and OPEN again, what collected it is REVERSED, and the seller owes the purchaser the price that it got, netted like others. The discount was not
 * earned. Refuses all but the purchaser, too early, and once the claim is in a window or settled.
 */
export async function returnReceivable(
  services: SettlementsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ purchaseId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const now = services.now()
  const request = { actor, operation: 'returnReceivable', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const [purchase] = await tx.sql<PurchaseRow>(`${purchaseSelect} where p.id = $1`, [input.receivablePurchaseId])
    if (!purchase || ![purchase.purchaser_id, purchase.seller_id].includes(actor.memberId))
      return refuse('NOT_FOUND', 'There is no purchase with this id that you are a party to.')
    if (purchase.purchaser_id !== actor.memberId) return refuse('NOT_ALLOWED', 'Only the purchaser gives a claim back.')
    // As they are locked when they are settled.
    const collection = await lockObligation(tx, purchase.collection_id)
    const claim = await lockObligation(tx, purchase.claim_id)
    if (!claim || !collection) throw new Error(`The obligations of purchase ${purchase.id} are not there.`)
    if (collection.status !== 'OPEN')
      return refuse('WRONG_STATE', `What collects the claim is ${collection.status}.`, { state: collection.status })
    if (!mayRecourse(asDate(purchase.purchased_at), purchase.recourse_after_days, now))
      return refuse(
        'WRONG_STATE',
        `The claim may be given back ${purchase.recourse_after_days} days after its purchase.`,
        { state: 'TOO_EARLY' },
      )
    await giveBack(tx, services, { purchase, claim, collection }, input.reason, now)
    return { purchaseId: purchase.id }
  })
}

async function giveBack(
  tx: Tx,
  services: SettlementsServices,
  { purchase, claim, collection }: { purchase: PurchaseRow; claim: ObligationRow; collection: ObligationRow },
  reason: string,
  now: Date,
): Promise<void> {
  const amount = BigInt(purchase.amount_minor)
  await lockLine(tx, purchase.purchaser_id, purchase.currency)
  await changeObligations(tx, services, [collection], 'REVERSED', now)
  await changeObligations(tx, services, [claim], 'OPEN', now)
  const legs = claimPassedLegs(purchase.purchaser_id, purchase.seller_id, purchase.currency, amount)
  await post(tx, { kind: 'RECEIVABLE_RETURNED', subjectId: purchase.id, at: now, legs })
  await tx.sql('insert into receivable_return (purchase_id, reason, returned_at) values ($1, $2, $3)', [
    purchase.id,
    reason,
    now,
  ])
  await changeOutstanding(tx, purchase.purchaser_id, purchase.currency, -amount)
  await ariseObligation(
    tx,
    services,
    {
      kind: 'RECOURSE',
      originId: purchase.id,
      debtorId: purchase.seller_id,
      creditorId: purchase.purchaser_id,
      currency: purchase.currency,
      amount: amount - BigInt(purchase.discount_minor),
      settlement: 'NET',
      agentId: claim.agent_id,
      threadId: claim.thread_id,
      contractId: claim.contract_id,
    },
    now,
  )
}
