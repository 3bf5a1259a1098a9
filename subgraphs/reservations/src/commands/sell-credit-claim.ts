import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember } from '@torihiki/shared/identity/known-members.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { holdChange, isShortfall, type AccountKey } from '../domain/account.ts'
import { claimPurchasedPosting, claimSoldPosting, type PassedClaim } from '../domain/claim-posting.ts'
import { discountOf } from '../domain/claim-purchase.ts'
import { changesOf, type Posting } from '../domain/posting.ts'
import type { ReservationsServices } from '../services.ts'
import { lockAccounts, readAccounts, type LockedAccounts } from '../store/accounts.ts'
import { lockClaimTerms, outstandingClaims, type ClaimTermsRow } from '../store/claims.ts'
import { guaranteeById } from '../store/guarantees.ts'
import { post } from '../store/postings.ts'
import { recordStep } from './change-guarantee.ts'
import { lockDueGuarantee, type DueGuarantee } from './lock-due-guarantee.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  guaranteeId: form.id,
  discountPpm: z.int(),
})

/**
 * Sells the hub what a payer owes its guarantor, all that is left of it, at the discount that the hub states (B19, step 16 of the money model): the hub pays the guarantor the price
 * at once, by the agent of its terms, and the payer owes the hub, on whose bills it comes. Both books are posted in one transaction. For the guarantor
 * that was called upon. Refuses, with nothing posted, what is not INVOKED, another discount than the one stated now, beyond the hub's limit, a payer
 * that has no credit at the hub, and what does not fit into it (WRONG_STATE, without the payer's figures).
 */
export async function sellCreditClaim(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ purchaseId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'sellCreditClaim', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const found = await guaranteeById((text, p) => tx.sql(text, p), input.guaranteeId)
    if (found?.guarantor_id !== actor.memberId)
      return refuse('NOT_FOUND', 'There is no guarantee with this id that you have given.')
    const member = await activeMember(tx, actor.memberId)
    if (isRefusal(member)) return member
    if (actor.memberId === services.institutionId) return refuse('NOT_ALLOWED', 'Nobody buys its own claim.')
    const due = await lockDueGuarantee(tx, found)
    const { status, currency } = due.row
    if (status !== 'INVOKED' || !('reservation' in due))
      return refuse(
        'WRONG_STATE',
        `The guarantee is ${status}: its payer owes you nothing under it that you could sell.`,
        {
          state: status,
        },
      )
    const terms = await lockClaimTerms(tx, services.institutionId, currency)
    const refusal = await refusedTerms(tx, terms, due, input.discountPpm)
    if (refusal || !terms) return refusal ?? refuse('NOT_FOUND')
    return purchase(tx, services, due, terms, actor)
  })
}

async function refusedTerms(
  tx: Tx,
  terms: ClaimTermsRow | null,
  { minor }: DueGuarantee,
  discountPpm: number,
): Promise<Refusal | null> {
  if (!terms || terms.limit_minor === '0')
    return refuse('WRONG_STATE', 'The hub buys no claims in this currency at present. Ask for claimTerms.', {
      state: 'NOT_BOUGHT',
    })
  if (terms.discount_ppm !== discountPpm)
    return refuse('WRONG_STATE', `The discount is ${terms.discount_ppm} ppm now. Ask for claimTerms again.`, {
      state: `DISCOUNT_${terms.discount_ppm}`,
    })
  const outstanding = await outstandingClaims(tx.sql, terms.institution_id, terms.currency)
  if (outstanding + minor <= BigInt(terms.limit_minor)) return null
  return refuse('WRONG_STATE', 'The hub has bought as much as its limit allows. Offer the claim again later.', {
    state: 'LIMIT_REACHED',
  })
}

async function purchase(
  tx: Tx,
  services: ReservationsServices,
  due: DueGuarantee,
  terms: ClaimTermsRow,
  actor: Actor,
): Promise<{ purchaseId: string } | Refusal> {
  const { row, minor } = due
  const purchaseId = newId()
  const claim: PassedClaim = {
    id: purchaseId,
    purchaserId: services.institutionId,
    sellerId: row.guarantor_id,
    payerId: row.payer_id,
    currency: row.currency,
    minor,
    discount: discountOf(minor, terms.discount_ppm),
  }
  const [bought, sold] = [claimPurchasedPosting(claim), claimSoldPosting(claim)]
  const credit: AccountKey = { kind: 'CREDIT', owner: claim.payerId, currency: claim.currency }
  if ((await readAccounts(tx.sql, claim.purchaserId, [credit])).size === 0)
    return refuse('WRONG_STATE', 'Its payer has no credit at the hub, which therefore does not buy this claim.', {
      state: 'NO_CREDIT',
    })
  const books = await lockBooks(tx, claim, bought, sold)
  if (isShortfall(holdChange(books.purchaser.get(credit), minor)))
    return refuse('WRONG_STATE', 'The claim does not fit into what the hub lends to its payer.', {
      state: 'BEYOND_LINE',
    })
  const posted = await postBoth(tx, services, claim, books, { purchaser: bought, seller: sold }, actor)
  await tx.sql(
    `insert into credit_claim_purchase (id, guarantee_id, purchaser_id, seller_id, payer_id, minor, discount_minor, currency, terms_version, discount_ppm,
       recourse_after_days, agent_id, posting_id, seller_posting_id, purchased_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      purchaseId,
      row.id,
      claim.purchaserId,
      claim.sellerId,
      claim.payerId,
      minor,
      claim.discount,
      claim.currency,
      terms.version,
      terms.discount_ppm,
      terms.recourse_after_days,
      terms.agent_id,
      posted.purchaser,
      posted.seller,
      services.now(),
    ],
  )
  await publishOwed(tx, due, claim, 'PRICE', terms.agent_id)
  await recordStep(tx, services, row, 'Sold', { memberId: claim.purchaserId })
  return { purchaseId }
}

type Books<T> = { readonly purchaser: T; readonly seller: T }

/** Locks the accounts of both books, the purchaser's first: whoever passes a claim between the two does so in this order. */
export async function lockBooks(
  tx: Tx,
  claim: PassedClaim,
  inPurchasers: Posting,
  inSellers: Posting,
): Promise<Books<LockedAccounts>> {
  const keys = ({ legs }: Posting): AccountKey[] => legs.map(({ key }) => key)
  return {
    purchaser: await lockAccounts(tx, claim.purchaserId, keys(inPurchasers)),
    seller: await lockAccounts(tx, claim.sellerId, keys(inSellers)),
  }
}

/** Posts in both books. @throws when one has it already: the guarantee's row lock makes that impossible */
export async function postBoth(
  tx: Tx,
  services: ReservationsServices,
  claim: PassedClaim,
  books: Books<LockedAccounts>,
  postings: Books<Posting>,
  actor: Actor,
): Promise<Books<string>> {
  const write = async (book: keyof Books<unknown>, institutionId: string): Promise<string> => {
    const context = { institutionId, actorId: actor.memberId, at: services.now() }
    const id = await post(tx, books[book], postings[book], changesOf(postings[book]), context)
    if (id === null) throw new Error(`${postings[book].fact} is posted already.`)
    return id
  }
  return { purchaser: await write('purchaser', claim.purchaserId), seller: await write('seller', claim.sellerId) }
}

/** Tells settlements what the one owes the other from now on: the price, or what comes back of it. Gross, by the agent of the terms. */
export async function publishOwed(
  tx: Tx,
  { row, reservation, contract }: DueGuarantee,
  claim: PassedClaim,
  kind: 'PRICE' | 'RECOURSE',
  settlementAgentId: string,
): Promise<void> {
  const [debtorId, creditorId] =
    kind === 'PRICE' ? [claim.purchaserId, claim.sellerId] : [claim.sellerId, claim.purchaserId]
  await tx.publish('CreditClaimOwed', {
    owedId: claim.id,
    kind,
    threadId: reservation.thread_id,
    contractId: contract.contractId,
    debtorId,
    creditorId,
    amountMinor: (claim.minor - claim.discount).toString(),
    currency: claim.currency,
    settlement: 'GROSS',
    settlementAgentId,
    transactionNumber: row.transaction_number,
  })
}
