import { isId } from '@torihiki/shared/ids.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { AccountKey, AccountKind } from '../domain/account.ts'
import { openReturnStatuses, type RefundStatus, type ReturnStatus } from '../domain/goods-return.ts'
import type { GoodsReturnModel } from '../graphql/models.ts'

type Sql = Tx['sql']

/** The columns of a return `g`. */
export const returnColumns = `g.id, g.thread_id, g.contract_id, g.reservation_id, g.buyer_id, g.seller_id, g.carrier_id, g.minor, g.currency, g.reason, g.description,
  g.by_law, g.status, g.requested_at, g.decided_at, g.refusal, g.returned_at, g.reported_by`

/** A return that is not locked, or null. */
export async function readReturn(sql: Sql, id: string): Promise<GoodsReturnModel | null> {
  if (!isId(id)) return null
  const [row] = await sql<GoodsReturnModel>(`select ${returnColumns} from goods_return g where g.id = $1`, [id])
  return row ?? null
}

/** Records that goods are to be given back. */
export async function insertReturn(tx: Tx, row: GoodsReturnModel): Promise<void> {
  await tx.sql(
    `insert into goods_return (id, thread_id, contract_id, reservation_id, buyer_id, seller_id, carrier_id, minor, currency, reason, description, by_law, status,
       requested_at, decided_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      row.id,
      row.thread_id,
      row.contract_id,
      row.reservation_id,
      row.buyer_id,
      row.seller_id,
      row.carrier_id,
      row.minor,
      row.currency,
      row.reason,
      row.description,
      row.by_law,
      row.status,
      row.requested_at,
      row.decided_at,
    ],
  )
}

/** Writes what a return has come to. What is left out stays. */
export async function updateReturn(
  tx: Tx,
  id: string,
  status: ReturnStatus,
  further: { decidedAt?: Date; refusal?: string; returnedAt?: Date; reportedBy?: string } = {},
): Promise<void> {
  await tx.sql(
    `update goods_return set status = $2, decided_at = coalesce($3, decided_at), refusal = coalesce($4, refusal),
       returned_at = coalesce($5, returned_at), reported_by = coalesce($6, reported_by) where id = $1`,
    [
      id,
      status,
      further.decidedAt ?? null,
      further.refusal ?? null,
      further.returnedAt ?? null,
      further.reportedBy ?? null,
    ],
  )
}

/** What open returns speak for and what was refunded: of a reservation, or of a thread whose contract is on account. Decide by it under their locks. */
export async function spokenFor(
  tx: Tx,
  threadId: string,
  reservationId: string | null,
): Promise<{ open: bigint; refunded: bigint }> {
  const [row] = await tx.sql<{ open: string; refunded: string }>(
    `select coalesce(sum(minor) filter (where status = any($3::text[])), 0) as open, coalesce(sum(minor) filter (where status = 'REFUNDED'), 0) as refunded
     from goods_return where thread_id = $1 and reservation_id is not distinct from $2::uuid`,
    [threadId, reservationId, openReturnStatuses],
  )
  return { open: BigInt(row?.open ?? 0), refunded: BigInt(row?.refunded ?? 0) }
}

/** A refund with what is done about it. */
export type RefundRow = {
  id: string
  return_id: string
  reservation_id: string | null
  debtor_id: string
  minor: string
  /** What of it is to come in from the payee. */
  due_minor: string
  currency: string
  company: string | null
  status: RefundStatus
  attempts: number
  settled_at: string | null
}

const refundColumns =
  'id, return_id, reservation_id, debtor_id, minor, due_minor, currency, company, status, attempts, settled_at'

/** Records what is to be paid back, once a return. One with a company waits for it, any other is done. */
export async function insertRefund(
  tx: Tx,
  refund: Pick<RefundRow, 'id' | 'return_id' | 'reservation_id' | 'debtor_id' | 'minor' | 'currency' | 'company'>,
  posted: { postingId: string; due: bigint } | null,
  at: Date,
): Promise<void> {
  await tx.sql(
    `insert into refund (id, return_id, reservation_id, debtor_id, minor, currency, company, status, posting_id, asked_at, next_attempt_at, done_at, due_minor)
     values ($1, $2, $3, $4, $5, $6, $7, case when $7::text is null then 'DONE' else 'QUEUED' end, $8, $9,
       case when $7::text is not null then now() end, case when $7::text is null then $9::timestamptz end, $10)`,
    [
      refund.id,
      refund.return_id,
      refund.reservation_id,
      refund.debtor_id,
      refund.minor,
      refund.currency,
      refund.company,
      posted?.postingId ?? null,
      at,
      posted?.due ?? 0n,
    ],
  )
}

/** A refund, not locked, or null. */
export async function readRefund(sql: Sql, id: string): Promise<RefundRow | null> {
  const [row] = await sql<RefundRow>(`select ${refundColumns} from refund where id = $1`, [id])
  return row ?? null
}

/** A refund with its row locked. Lock thread and reservation before it. */
export async function lockRefund(tx: Tx, id: string): Promise<RefundRow | null> {
  const [row] = await tx.sql<RefundRow>(`select ${refundColumns} from refund where id = $1 for no key update`, [id])
  return row ?? null
}

/** Notes that the company is being asked; should its answer not be on record by then, it is asked again under the same key. */
export async function noteRefundSent(tx: Tx, id: string, againAfterSeconds: number): Promise<void> {
  await tx.sql(
    `update refund set status = 'SENT', attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => $2) where id = $1`,
    [id, againAfterSeconds],
  )
}

/** Records what the company answered, with the posting that it led to. */
export async function noteRefundDone(
  tx: Tx,
  id: string,
  status: 'DONE' | 'DECLINED',
  posted: { postingId: string; due: bigint },
  at: Date,
): Promise<void> {
  await tx.sql(
    'update refund set status = $2, posting_id = $3, done_at = $4, next_attempt_at = null, due_minor = $5 where id = $1',
    [id, status, posted.postingId, at, posted.due],
  )
}

/** Refunds that a card company is to be asked for, or asked again, the longest due first. */
export async function owedRefunds(sql: Sql, limit: number): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `select id from refund where status in ('QUEUED', 'SENT') and next_attempt_at <= now() order by next_attempt_at limit $1`,
    [limit],
  )
  return rows.map(({ id }) => id)
}

/**
 * The account to which what was paid goes back. What came in at a counter, under a guarantee, goes to the payer's deposit here; where the hub has bought what the payer
 * owed for it (B19), the payer owes the hub less.
 */
export async function payingAccount(
  tx: Tx,
  { id: reservationId, guarantee_id, payer_id, currency }: RefundedReservation,
): Promise<AccountKey> {
  if (guarantee_id !== null) {
    const sold = await tx.sql(`select 1 from guarantee where id = $1 and status = 'SOLD'`, [guarantee_id])
    return { kind: sold.length > 0 ? 'CREDIT' : 'DEPOSIT', owner: payer_id, currency }
  }
  const [row] = await tx.sql<{ kind: AccountKind; owner: string; currency: string }>(
    'select a.kind, a.owner, a.currency from hold h join ledger_account a on a.id = h.account_id where h.reservation_id = $1',
    [reservationId],
  )
  if (!row) throw new Error(`Nothing was ever held for reservation ${reservationId}.`)
  return row
}

type RefundedReservation = { id: string; guarantee_id: string | null; payer_id: string; currency: string }

/** Writes how much of a reservation was refunded so far. The table refuses more than was captured. */
export async function addRefunded(tx: Tx, reservationId: string, minor: bigint): Promise<void> {
  await tx.sql('update payment_reservation set refunded_minor = refunded_minor + $2 where id = $1', [
    reservationId,
    minor,
  ])
}

/** Forgets what a member wrote about its returns (B2). That they were there stays. */
export async function forgetReturns(tx: Tx, memberId: string): Promise<void> {
  await tx.sql('update goods_return set description = null where buyer_id = $1 and description is not null', [memberId])
  await tx.sql(`update goods_return set refusal = 'erased' where seller_id = $1 and refusal is not null`, [memberId])
}
