import type { EventPayload } from '@torihiki/schema'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { changesOf, settlementPosting } from '../domain/posting.ts'
import type { ReservationsServices } from '../services.ts'
import { lockAccounts } from '../store/accounts.ts'
import { post } from '../store/postings.ts'

/**
 * Takes that what was owed for a capture is paid (A11, step 10 of the money model): in the book that owed it, the institution's or a guarantor's,
 * what is due out / cash, once a capture.
 * @throws when no book owes it: settlements heard of it from here
 */
export async function takePaymentSettled(
  tx: Tx,
  services: ReservationsServices,
  { captureId, obligationId }: EventPayload<'PaymentSettled'>,
): Promise<void> {
  const [owed] = await tx.sql<{ institution_id: string; owner: string; currency: string; minor: string }>(
    `select a.institution_id, a.owner, a.currency, l.minor
     from (select posting_id from hold_capture where capture_id = $1 union all select posting_id from guarantee_payment where id = $1) c
     join posting_leg l on l.posting_id = c.posting_id and l.side = 'CREDIT'
     join ledger_account a on a.id = l.account_id and a.kind = 'DUE_OUT'`,
    [captureId],
  )
  if (!owed) throw new Error(`No book owes anything for capture ${captureId}.`)
  const { institution_id: institutionId, owner, currency, minor } = owed
  const posting = settlementPosting(owner, currency, BigInt(minor), captureId)
  const accounts = await lockAccounts(
    tx,
    institutionId,
    posting.legs.map((leg) => leg.key),
  )
  const at = services.now()
  const postingId = await post(tx, accounts, posting, changesOf(posting), { institutionId, actorId: institutionId, at })
  if (!postingId) throw new Error(`Capture ${captureId} is settled already.`)
  await tx.sql(
    'insert into capture_settlement (capture_id, obligation_id, posting_id, settled_at) values ($1, $2, $3, $4)',
    [captureId, obligationId, postingId, at],
  )
}
