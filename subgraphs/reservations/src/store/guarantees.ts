import { newId } from '@torihiki/shared/ids.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { GuaranteeStatus, Offered, Promised } from '../domain/guarantee.ts'

/** A guarantee's row. `overdue`: its time is over by the database's clock, though nobody has noted it yet; `late`: the day of payment is, in UTC. */
export type GuaranteeRow = {
  readonly id: string
  readonly transaction_number: string | null
  readonly guarantor_id: string
  readonly approver_id: string | null
  readonly payer_id: string
  readonly payee_id: string
  readonly minor: string
  readonly currency: string
  readonly due_on: string
  readonly status: GuaranteeStatus
  readonly requested_at: string
  readonly expires_at: string
  readonly refusal: string | null
  readonly pool_id: string | null
  readonly reservation_id: string | null
  readonly payable_minor: string | null
  /** What of it the payer does not owe any more, though nobody paid it under the number. */
  readonly cleared_minor: string
  readonly steps: number
  readonly overdue: boolean
  readonly late: boolean
}

/** The columns of a guarantee `g`, its day as text. */
export const guaranteeColumns = `g.id, g.transaction_number, g.guarantor_id, g.approver_id, g.payer_id, g.payee_id, g.minor, g.currency,
  g.due_on::text as due_on, g.status, g.requested_at, g.expires_at, g.refusal, g.pool_id, g.reservation_id, g.payable_minor, g.cleared_minor, g.steps,
  g.expires_at <= now() as overdue, g.due_on < (now() at time zone 'UTC')::date as late`

/** A guarantee as rules know it. */
export function promisedOf(row: GuaranteeRow): Promised {
  return {
    status: row.status,
    minor: BigInt(row.minor),
    payable: row.payable_minor === null ? null : BigInt(row.payable_minor),
    cleared: BigInt(row.cleared_minor),
  }
}

/** A guarantee as a reservation looks at it. */
export function offeredOf(row: GuaranteeRow): Offered {
  return {
    payerId: row.payer_id,
    payeeId: row.payee_id,
    minor: BigInt(row.minor),
    currency: row.currency,
    status: row.status,
    overdue: row.overdue,
    reliedOn: row.reservation_id !== null,
  }
}

/** A guarantee, its row locked; null when it is not there. After thread and reservation, before pools and accounts. */
export async function lockGuarantee(tx: Tx, id: string): Promise<GuaranteeRow | null> {
  const [row] = await tx.sql<GuaranteeRow>(
    `select ${guaranteeColumns} from guarantee g where g.id = $1 for no key update`,
    [id],
  )
  return row ?? null
}

/** A guarantee by its transaction number, as it is, not locked. */
export async function guaranteeByNumber(sql: Tx['sql'], transactionNumber: string): Promise<GuaranteeRow | null> {
  const [row] = await sql<GuaranteeRow>(`select ${guaranteeColumns} from guarantee g where g.transaction_number = $1`, [
    transactionNumber,
  ])
  return row ?? null
}

/** The same by its id. */
export async function guaranteeById(sql: Tx['sql'], id: string): Promise<GuaranteeRow | null> {
  const [row] = await sql<GuaranteeRow>(`select ${guaranteeColumns} from guarantee g where g.id = $1`, [id])
  return row ?? null
}

/** How many guarantees are tried for a reservation that names none. */
const mostCandidates = 20

/** The ids of a payer's guarantees for a payee that may stand for an amount, the smallest first. */
export async function candidatesFor(
  tx: Tx,
  payerId: string,
  payeeId: string,
  minor: bigint,
  currency: string,
): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>(
    `select id from guarantee where payer_id = $1 and payee_id = $2 and status = 'GRANTED' and reservation_id is null and currency = $3
       and minor >= $4 and expires_at > now() order by minor, id limit $5`,
    [payerId, payeeId, currency, minor, mostCandidates],
  )
  return rows.map(({ id }) => id)
}

export type NewGuarantee = {
  guarantorId: string
  approverId: string | null
  payerId: string
  payeeId: string
  minor: bigint
  currency: string
  dueOn: string
  at: Date
  expiresAt: Date
}

/** Records a request, without its first step. */
export async function insertGuarantee(tx: Tx, g: NewGuarantee): Promise<string> {
  const id = newId()
  await tx.sql(
    `insert into guarantee (id, guarantor_id, approver_id, payer_id, payee_id, minor, currency, due_on, status, requested_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'REQUESTED', $9, $10)`,
    [id, g.guarantorId, g.approverId, g.payerId, g.payeeId, g.minor, g.currency, g.dueOn, g.at, g.expiresAt],
  )
  return id
}

/** What a step changes of a guarantee besides its state; what is not named stays. */
export type GuaranteeChange = {
  readonly transactionNumber?: string
  readonly expiresAt?: Date
  readonly refusal?: string
  readonly poolId?: string | null
  readonly reservationId?: string | null
  readonly payable?: bigint
  readonly cleared?: bigint
}

/** Writes the state that a locked guarantee has come to. */
export async function updateGuarantee(
  tx: Tx,
  row: GuaranteeRow,
  status: GuaranteeStatus,
  change: GuaranteeChange,
): Promise<void> {
  const reservationId = change.reservationId === undefined ? row.reservation_id : change.reservationId
  const poolId = change.poolId === undefined ? row.pool_id : change.poolId
  await tx.sql(
    `update guarantee set status = $2, transaction_number = coalesce($3, transaction_number), expires_at = coalesce($4, expires_at),
       refusal = coalesce($5, refusal), pool_id = $6, reservation_id = $7, payable_minor = coalesce($8, payable_minor), cleared_minor = coalesce($9, cleared_minor) where id = $1`,
    [
      row.id,
      status,
      change.transactionNumber ?? null,
      change.expiresAt ?? null,
      change.refusal ?? null,
      poolId,
      reservationId,
      change.payable ?? null,
      change.cleared ?? null,
    ],
  )
}

/** A step as it goes on record: what, who said it, and the operator who did it for that member. */
export type NewStep = { kind: string; byId: string | null; operatorId: string | null; at: Date }

/** Appends a step to a guarantee whose row is locked, or was made in this transaction. */
export async function insertStep(tx: Tx, guaranteeId: string, step: NewStep): Promise<void> {
  await tx.sql(
    `with counted as (update guarantee set steps = steps + 1 where id = $1 returning steps)
     insert into guarantee_step (guarantee_id, nth, kind, by_id, operator_id, at)
     select $1, steps, $2, $3::uuid, $4::uuid, $5::timestamptz from counted`,
    [guaranteeId, step.kind, step.byId, step.operatorId, step.at],
  )
}

export type NewGuaranteePayment = {
  id: string
  guaranteeId: string
  kind: 'PAYMENT' | 'INVOCATION' | 'REPAYMENT'
  institutionId: string
  creditorId: string
  minor: bigint
  currency: string
  reference: string | null
  takenBy: string | null
  postingId: string
  at: Date
}

/**
 * Records that a guaranteed amount was paid, or that the guarantor owes it.
 * @throws when one of the kind is on record for the guarantee: its row lock makes that impossible, this makes it certain
 */
export async function insertGuaranteePayment(tx: Tx, p: NewGuaranteePayment): Promise<void> {
  await tx.sql(
    `insert into guarantee_payment (id, guarantee_id, kind, institution_id, creditor_id, minor, currency, reference, taken_by, posting_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      p.id,
      p.guaranteeId,
      p.kind,
      p.institutionId,
      p.creditorId,
      p.minor,
      p.currency,
      p.reference,
      p.takenBy,
      p.postingId,
      p.at,
    ],
  )
}

/** Notes whose own member somebody is (B13). An older version than the known one changes nothing. */
export async function rememberSponsor(
  tx: Tx,
  { memberId, sponsorId, version }: { memberId: string; sponsorId: string; version: number },
): Promise<void> {
  await tx.sql(
    `insert into member_sponsor as s (member_id, sponsor_id, version) values ($1, $2, $3)
     on conflict (member_id) do update set sponsor_id = excluded.sponsor_id, version = excluded.version where s.version < excluded.version`,
    [memberId, sponsorId, version],
  )
}

/** Whose own member somebody is, or null. */
export async function sponsorOf(tx: Tx, memberId: string): Promise<string | null> {
  const [row] = await tx.sql<{ sponsor_id: string }>('select sponsor_id from member_sponsor where member_id = $1', [
    memberId,
  ])
  return row?.sponsor_id ?? null
}
