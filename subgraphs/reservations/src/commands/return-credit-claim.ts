import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { claimReturnedPosting, claimTakenBackPosting, type PassedClaim } from '../domain/claim-posting.ts'
import { partTakenBack, recourseFrom } from '../domain/claim-purchase.ts'
import type { ReservationsServices } from '../services.ts'
import { billOfPurchase, claimPurchase, type ClaimPurchaseRow } from '../store/claims.ts'
import { guaranteeById } from '../store/guarantees.ts'
import { recordStep } from './change-guarantee.ts'
import { lockDueGuarantee, type DueGuarantee } from './lock-due-guarantee.ts'
import { refuseUnlessOperator } from './operator.ts'
import { lockBooks, postBoth, publishOwed } from './sell-credit-claim.ts'

const inputForm = z.object({ idempotencyKey: form.idempotencyKey, purchaseId: form.id, reason: form.text(500) })

/**
 * Gives a claim that the hub bought back to its guarantor when the payer has not paid (B19, recourse): what is unpaid of the bill on which it stands, as far as it was bought, with
 * the discount on that part. The payer owes it to the guarantor again, the guarantor owes the hub what it got for it. For operators of the hub, once a purchase. Refuses WRONG_STATE
 * when the terms of the purchase state no recourse, before their days are over, while its bill is not OVERDUE, and what was given back.
 */
export async function returnCreditClaim(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ purchaseId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  const refusal = refuseUnlessOperator(actor)
  if (isRefusal(input)) return input
  if (refusal) return refusal
  const request = { actor, operation: 'returnCreditClaim', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const sql: Tx['sql'] = (text, p) => tx.sql(text, p)
    const known = await claimPurchase(sql, input.purchaseId)
    const found = known && (await guaranteeById(sql, known.guarantee_id))
    if (!known || !found || known.purchaser_id !== services.institutionId)
      return refuse('NOT_FOUND', 'There is no purchase of a claim with this id.')
    const due = await lockDueGuarantee(tx, found)
    // What was given back is seen once the guarantee is locked.
    const purchase = (await claimPurchase(sql, known.id)) ?? known
    if (purchase.returned_at !== null || due.row.status !== 'SOLD' || !('reservation' in due))
      return refuse('WRONG_STATE', 'The claim was given back already.', { state: 'RETURNED' })
    const early = tooEarly(purchase, services.now())
    return early ?? giveBack(tx, services, due, purchase, { actor, reason: input.reason })
  })
}

function tooEarly({ purchased_at, recourse_after_days }: ClaimPurchaseRow, now: Date): Refusal | null {
  const from = recourseFrom(asDate(purchased_at), recourse_after_days)
  if (from === null)
    return refuse('WRONG_STATE', 'This claim was bought without recourse: it cannot be given back.', {
      state: 'NO_RECOURSE',
    })
  if (now >= from) return null
  return refuse('WRONG_STATE', `The claim may be given back from ${from.toISOString()} on.`, { state: 'TOO_EARLY' })
}

async function giveBack(
  tx: Tx,
  services: ReservationsServices,
  due: DueGuarantee,
  purchase: ClaimPurchaseRow,
  { actor, reason }: { actor: Actor; reason: string },
): Promise<{ purchaseId: string } | Refusal> {
  const whole = { minor: BigInt(purchase.minor), discount: BigInt(purchase.discount_minor) }
  const claim = (part: { minor: bigint; discount: bigint }): PassedClaim => ({
    id: newId(),
    purchaserId: purchase.purchaser_id,
    sellerId: purchase.seller_id,
    payerId: purchase.payer_id,
    currency: purchase.currency,
    ...part,
  })
  // What the bill says holds once the payer's credit is locked: repayments and bills are written under it.
  const all = claim(whole)
  const books = await lockBooks(tx, all, claimReturnedPosting(all), claimTakenBackPosting(all))
  const bill = await billOfPurchase(tx, purchase.posting_id)
  if (bill?.status !== 'OVERDUE' || bill.unpaid === 0n)
    return refuse(
      'WRONG_STATE',
      'The payer is not late: the claim may be given back when the bill on which it stands is OVERDUE.',
      { state: bill?.status ?? 'NOT_BILLED' },
    )
  const back = claim(partTakenBack(whole, bill.unpaid))
  const postings = { purchaser: claimReturnedPosting(back), seller: claimTakenBackPosting(back) }
  const posted = await postBoth(tx, services, back, books, postings, actor)
  await tx.sql(
    `insert into credit_claim_return (id, purchase_id, minor, discount_minor, reason, returned_by, posting_id, seller_posting_id, returned_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      back.id,
      purchase.id,
      back.minor,
      back.discount,
      reason,
      actor.memberId,
      posted.purchaser,
      posted.seller,
      services.now(),
    ],
  )
  await publishOwed(tx, due, back, 'RECOURSE', purchase.agent_id)
  // What the payer has paid the hub meanwhile it does not owe its guarantor any more.
  await recordStep(
    tx,
    services,
    due.row,
    'TakenBack',
    { memberId: purchase.purchaser_id },
    {
      cleared: due.row.payable_minor === null ? 0n : BigInt(due.row.payable_minor) - back.minor,
    },
  )
  return { purchaseId: purchase.id }
}
