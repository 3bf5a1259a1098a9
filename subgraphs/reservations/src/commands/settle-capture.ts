import type { EventPayload } from '@torihiki/schema'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { dueInSettledPosting } from '../domain/claim-posting.ts'
import { changesOf, settlementPosting, type Posting } from '../domain/posting.ts'
import type { ReservationsServices } from '../services.ts'
import { lockAccounts } from '../store/accounts.ts'
import { post } from '../store/postings.ts'

/** What one book owes for a capture or a claim, or is to get for one. */
type Owed = {
  readonly institution_id: string
  readonly owner: string
  readonly currency: string
  readonly minor: string
}

/**
 * Takes that what was owed for a capture, under a guarantee or for a claim is paid (A11, step 10 of the money model): in the book that owed it, the institution's or a
 * guarantor's, what is due out / cash, once. Where the creditor has a book in which it was to come in, that is cleared there: cash / due in.
 * @throws when no book owes it: settlements heard of it from here
 */
export async function takePaymentSettled(
  tx: Tx,
  services: ReservationsServices,
  { captureId, obligationId }: EventPayload<'PaymentSettled'>,
): Promise<void> {
  const [owed] = await tx.sql<Owed>(
    `select a.institution_id, a.owner, a.currency, l.minor
     from (select posting_id from hold_capture where capture_id = $1 union all select posting_id from guarantee_payment where id = $1
           union all select posting_id from credit_claim_purchase where id = $1
           union all select seller_posting_id from credit_claim_return where id = $1) c
     join posting_leg l on l.posting_id = c.posting_id and l.side = 'CREDIT'
     join ledger_account a on a.id = l.account_id and a.kind = 'DUE_OUT'`,
    [captureId],
  )
  if (!owed) throw new Error(`No book owes anything for capture ${captureId}.`)
  const paid = settlementPosting(owed.owner, owed.currency, BigInt(owed.minor), captureId)
  const postingId = await postOnce(tx, services, owed.institution_id, paid)
  await tx.sql(
    'insert into capture_settlement (capture_id, obligation_id, posting_id, settled_at) values ($1, $2, $3, $4)',
    [captureId, obligationId, postingId, services.now()],
  )
  await clearDueIn(tx, services, captureId)
}

/** What was to come in for it in the creditor's book: of a guarantor who was repaid, of who sold a claim, or of the hub that gave one back. */
async function clearDueIn(tx: Tx, services: ReservationsServices, owedId: string): Promise<void> {
  const [due] = await tx.sql<Owed>(
    `select g.guarantor_id as institution_id, t.institution_id as owner, t.currency, t.minor from guarantee_payment t
       join guarantee g on g.id = t.guarantee_id where t.id = $1 and t.kind = 'REPAYMENT'
     union all select c.seller_id, c.purchaser_id, c.currency, c.minor - c.discount_minor from credit_claim_purchase c where c.id = $1
     union all select c.purchaser_id, c.seller_id, c.currency, r.minor - r.discount_minor from credit_claim_return r
       join credit_claim_purchase c on c.id = r.purchase_id where r.id = $1`,
    [owedId],
  )
  if (due) await postDueIn(tx, services, due, owedId)
}

/** Posts that what one owed a book has come in, cash / due in, once. @throws when it is posted already */
export async function postDueIn(tx: Tx, services: ReservationsServices, due: Owed, owedId: string): Promise<void> {
  const cleared = dueInSettledPosting(due.owner, due.currency, BigInt(due.minor), owedId)
  const postingId = await postOnce(tx, services, due.institution_id, cleared)
  await tx.sql('insert into due_in_settlement (owed_id, posting_id, settled_at) values ($1, $2, $3)', [
    owedId,
    postingId,
    services.now(),
  ])
}

async function postOnce(
  tx: Tx,
  services: ReservationsServices,
  institutionId: string,
  posting: Posting,
): Promise<string> {
  const keys = posting.legs.map(({ key }) => key)
  const accounts = await lockAccounts(tx, institutionId, keys)
  const context = { institutionId, actorId: institutionId, at: services.now() }
  const postingId = await post(tx, accounts, posting, changesOf(posting), context)
  if (!postingId) throw new Error(`It is posted already: ${posting.fact}.`)
  return postingId
}
