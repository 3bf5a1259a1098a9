import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember, knownMembers } from '@torihiki/shared/identity/known-members.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { moneyText } from '@torihiki/shared/money.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { claimPassedLegs } from '../domain/ledger.ts'
import { discountOf } from '../domain/receivable-purchase.ts'
import type { SettlementsServices } from '../services.ts'
import { post } from '../store/ledger.ts'
import { insertObligation, lockObligation } from '../store/obligations.ts'
import { changeOutstanding, lockLine, type TermsRow } from '../store/purchases.ts'
import type { ObligationRow } from '../store/rows.ts'
import { ariseObligation } from './arise-obligation.ts'
import { changeObligations, tellParties } from './change-obligations.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  obligationId: form.id,
  purchaserId: form.id,
  discountPpm: z.int(),
})

/**
 * Sells a claim before the payer's money comes in (B19; money model, step 17): the purchaser becomes the debtor's creditor, and owes the seller the
 * amount less the discount at once, gross, through its agent. The claim is ADVANCED from then on; what collects it is an obligation of its own,
 * netted like others. Refuses what is not an open NET claim of the seller, terms that are not those that it saw, and what goes beyond the purchaser's limit.
 */
export async function sellReceivable(
  services: SettlementsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ purchaseId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const now = services.now()
  const request = { actor, operation: 'sellReceivable', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const claim = await lockObligation(tx, input.obligationId)
    if (claim?.creditor_id !== actor.memberId)
      return refuse('NOT_FOUND', 'There is no obligation with this id whose creditor you are.')
    const seller = await activeMember(tx, actor.memberId)
    if (isRefusal(seller)) return seller
    const wrong = notForSale(claim)
    if (wrong) return wrong
    const terms = await lockLine(tx, input.purchaserId, claim.currency)
    const refused = await refusedTerms(tx, terms, claim, input)
    if (refused || !terms) return refused ?? refuse('NOT_FOUND')
    return { purchaseId: await purchase(tx, services, claim, terms, now) }
  })
}

/** A claim that its own agent has been told of, or that is another's already, is not for sale. */
function notForSale({ status, settlement, kind }: ObligationRow): Refusal | null {
  if (status !== 'OPEN') return refuse('WRONG_STATE', `The obligation is ${status}.`, { state: status })
  if (settlement === 'GROSS')
    return refuse('WRONG_STATE', 'A gross obligation is being paid by its agent already. Only NET ones are sold.', {
      state: status,
    })
  if (kind !== 'CAPTURED_PAYMENT' && kind !== 'ON_ACCOUNT')
    return refuse('WRONG_STATE', 'A claim is sold once: this one arose from a sale itself.', { state: status })
  return null
}

async function refusedTerms(
  tx: Tx,
  terms: TermsRow | null,
  claim: ObligationRow,
  { purchaserId, discountPpm }: { purchaserId: string; discountPpm: number },
): Promise<Refusal | null> {
  const purchaser = (await knownMembers(tx, [purchaserId])).get(purchaserId)
  if (!terms || purchaser?.status !== 'ACTIVE' || purchaserId === claim.debtor_id)
    return refuse('NOT_FOUND', `There is no purchaser with this id that buys this claim in ${claim.currency}.`)
  if (purchaserId === claim.creditor_id) return refuse('NOT_ALLOWED', 'Nobody buys its own claim.')
  if (terms.discount_ppm !== discountPpm)
    return refuse('WRONG_STATE', `The discount is ${terms.discount_ppm} ppm now. Ask for a quote again.`, {
      state: `DISCOUNT_${terms.discount_ppm}`,
    })
  const left = BigInt(terms.limit_minor) - BigInt(terms.outstanding_minor)
  if (BigInt(claim.amount_minor) <= left) return null
  const shown = moneyText({ minor: left > 0n ? left : 0n, currency: claim.currency })
  return refuse(
    'WRONG_STATE',
    `The purchaser buys ${shown.amount} ${shown.currency} more at present; the claim is larger.`,
    {
      state: 'LIMIT_REACHED',
    },
  )
}

async function purchase(
  tx: Tx,
  services: SettlementsServices,
  claim: ObligationRow,
  terms: TermsRow,
  now: Date,
): Promise<string> {
  const [purchaseId, amount] = [newId(now.getTime()), BigInt(claim.amount_minor)]
  const discount = discountOf(amount, terms.discount_ppm)
  await changeObligations(tx, services, [claim], 'ADVANCED', now)
  const shared = {
    currency: claim.currency,
    threadId: claim.thread_id,
    contractId: claim.contract_id,
    originId: purchaseId,
  }
  const collection = {
    ...shared,
    id: newId(now.getTime()),
    kind: 'PURCHASED_RECEIVABLE' as const,
    debtorId: claim.debtor_id,
    creditorId: terms.purchaser_id,
    amount,
    settlement: 'NET' as const,
    agentId: claim.agent_id,
  }
  await insertObligation(tx, collection, now)
  await tx.sql(
    `insert into receivable_purchase (id, claim_id, collection_id, purchaser_id, seller_id, debtor_id, amount_minor, discount_minor, currency,
       terms_version, discount_ppm, recourse_after_days, purchased_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      purchaseId,
      claim.id,
      collection.id,
      terms.purchaser_id,
      claim.creditor_id,
      claim.debtor_id,
      amount,
      discount,
      claim.currency,
      terms.version,
      terms.discount_ppm,
      terms.recourse_after_days,
      now,
    ],
  )
  const legs = claimPassedLegs(claim.creditor_id, terms.purchaser_id, claim.currency, amount)
  await post(tx, { kind: 'RECEIVABLE_PURCHASED', subjectId: purchaseId, at: now, legs })
  await changeOutstanding(tx, terms.purchaser_id, claim.currency, amount)
  const row = await lockObligation(tx, collection.id)
  if (row) tellParties(tx, services, [row], () => null, 'OPEN', now)
  await ariseObligation(
    tx,
    services,
    {
      ...shared,
      kind: 'PURCHASE_PRICE',
      debtorId: terms.purchaser_id,
      creditorId: claim.creditor_id,
      amount: amount - discount,
      settlement: 'GROSS',
      agentId: terms.agent_id,
    },
    now,
  )
  return purchaseId
}
