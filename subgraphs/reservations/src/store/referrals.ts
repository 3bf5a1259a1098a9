import { newId } from '@torihiki/shared/ids.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { ReferralStatus } from '../domain/referral.ts'

type Sql = Tx['sql']

/** A referral's row. Timestamps are text. */
export type ReferralRow = {
  readonly id: string
  readonly reservation_id: string
  readonly request_id: string
  readonly payer_id: string
  readonly payee_id: string
  readonly status: ReferralStatus
  readonly opened_at: string
  readonly act_by: string
  readonly approval_code: string | null
  /** How often the company was told of the approval. */
  readonly attempts: number
}

/** The columns of a referral `r`. */
export const referralColumns = `r.id, r.reservation_id, r.request_id, r.payer_id, r.payee_id, r.status, r.opened_at, r.act_by, r.approval_code, r.attempts`

export type NewReferral = Pick<ReferralRow, 'reservation_id' | 'request_id' | 'payer_id' | 'payee_id'> & {
  readonly at: Date
  readonly actBy: Date
}

/** Records a referral, ASKED, without its first step. Gives its id. */
export async function insertReferral(tx: Tx, r: NewReferral): Promise<string> {
  const id = newId()
  await tx.sql(
    `insert into referral (id, reservation_id, request_id, payer_id, payee_id, status, opened_at, act_by) values ($1, $2, $3, $4, $5, 'ASKED', $6, $7)`,
    [id, r.reservation_id, r.request_id, r.payer_id, r.payee_id, r.at, r.actBy],
  )
  return id
}

/** A referral as it is, not locked. */
export async function readReferral(sql: Sql, id: string): Promise<ReferralRow | null> {
  const [row] = await sql<ReferralRow>(`select ${referralColumns} from referral r where r.id = $1`, [id])
  return row ?? null
}

/** The same with its row locked. Lock the reservation and the request before it. */
export async function lockReferral(tx: Tx, id: string): Promise<ReferralRow | null> {
  const [row] = await tx.sql<ReferralRow>(
    `select ${referralColumns} from referral r where r.id = $1 for no key update`,
    [id],
  )
  return row ?? null
}

/** The referral of a locked reservation, its row locked; null when it was never referred. */
export async function lockReferralOf(tx: Tx, reservationId: string): Promise<ReferralRow | null> {
  const [row] = await tx.sql<ReferralRow>(
    `select ${referralColumns} from referral r where r.reservation_id = $1 for no key update`,
    [reservationId],
  )
  return row ?? null
}

/** What a step changes of a referral besides its state; what is left out stays. */
export type ReferralChange = {
  readonly actBy?: Date
  readonly approvalCode?: string
  /** When the company is to be told. */
  readonly adviseAt?: Date
}

/** Writes the state that a locked referral has come to, and appends the step. */
export async function saveReferralStep(
  tx: Tx,
  id: string,
  status: ReferralStatus,
  step: {
    kind: string
    byId: string | null
    operatorId: string | null
    via: string | null
    note: string | null
    at: Date
  },
  change: ReferralChange,
): Promise<void> {
  await tx.sql(
    `with counted as (update referral set status = $2, steps = steps + 1, act_by = coalesce($3, act_by), approval_code = coalesce($4, approval_code),
         next_attempt_at = $5 where id = $1 returning steps)
     insert into referral_step (referral_id, nth, kind, by_id, operator_id, via, note, at)
     select $1, steps, $6, $7::uuid, $8::uuid, $9, $10, $11::timestamptz from counted`,
    [
      id,
      status,
      change.actBy ?? null,
      change.approvalCode ?? null,
      change.adviseAt ?? null,
      step.kind,
      step.byId,
      step.operatorId,
      step.via,
      step.note,
      step.at,
    ],
  )
}

/** Notes that the company is being told of the approval, and when it is told again unless it answers. */
export async function noteAdvice(tx: Tx, id: string, again: Date): Promise<void> {
  await tx.sql('update referral set attempts = attempts + 1, next_attempt_at = $2 where id = $1', [id, again])
}

/** Whether a company was told of an approval under a request's key: it may stand there. */
export async function wasAdvised(tx: Tx, requestId: string): Promise<boolean> {
  const rows = await tx.sql('select 1 from referral where request_id = $1 and attempts > 0', [requestId])
  return rows.length > 0
}

/** Referrals in which somebody's time to act is over, the longest over first. */
export async function overdueReferrals(sql: Sql, now: Date, limit: number): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `select id from referral where status in ('ASKED', 'CONSENTED') and act_by <= $1 order by act_by limit $2`,
    [now, limit],
  )
  return rows.map(({ id }) => id)
}

/** Referrals of which one of these companies is to be told, or told again, the longest due first. */
export async function owedAdvice(sql: Sql, companies: readonly string[], now: Date, limit: number): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `select r.id from referral r join authorization_request a on a.id = r.request_id
     where r.status = 'ADVISED' and a.company = any($1::text[]) and r.next_attempt_at <= $2 order by r.next_attempt_at limit $3`,
    [companies, now, limit],
  )
  return rows.map(({ id }) => id)
}
