import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { isId } from '@torihiki/shared/ids.ts'
import type { InspectionParty } from '../domain/inspection.ts'
import { capturedOf, openStatuses, type Reservation } from '../domain/reservation.ts'
import type { PaymentReservationModel } from '../graphql/models.ts'
import { hasParties, lockThread, type PartiedThread } from './threads.ts'

/** The columns of a reservation, its day as text. */
export const reservationColumns = `p.id, p.transaction_number, p.institution_id, p.thread_id, p.payer_id, p.payee_id, p.payment_method_id, p.status,
  p.planned_minor, p.captured_minor, p.currency, p.due_on::text as due_on, p.place_of_inspection, p.merchant_name, p.carrier_name, p.inspection_by, p.carrier_id,
  p.reserved_at, p.expires_at, p.refusal_code, p.refusal, p.awaits_approval, p.guarantee_id, p.refunded_minor`

/** A reservation whose row is locked, with its thread's. */
export type LockedReservation = { readonly row: PaymentReservationModel; readonly thread: PartiedThread }

/**
 * Locks a reservation: first its thread's row, then its own, as everything does that touches one.
 * Refuses with NOT_FOUND.
 */
export async function lockReservation(tx: Tx, id: string): Promise<LockedReservation | Refusal> {
  const missing = refuse('NOT_FOUND', 'There is no reservation with this id that you are a party to.')
  const [found] = isId(id)
    ? await tx.sql<{ thread_id: string }>('select thread_id from payment_reservation where id = $1', [id])
    : []
  const thread = found ? await lockThread(tx, found.thread_id) : null
  if (!hasParties(thread)) return missing
  const [row] = await tx.sql<PaymentReservationModel>(
    `select ${reservationColumns} from payment_reservation p where p.id = $1 for no key update`,
    [id],
  )
  return row ? { row, thread } : missing
}

/** The reservation that must be there because something on record refers to it, locked. */
export async function lockKnownReservation(tx: Tx, id: string): Promise<LockedReservation> {
  const locked = await lockReservation(tx, id)
  if (isRefusal(locked)) throw new Error(`Reservation ${id} is referred to, but not there.`)
  return locked
}

/** Locks many reservations: first their threads' rows, then their own, each in the order of their ids. */
export async function lockReservations(tx: Tx, ids: readonly string[]): Promise<PaymentReservationModel[]> {
  await tx.sql(
    `select 1 from thread where id in (select thread_id from payment_reservation where id = any($1::uuid[])) order by id for no key update`,
    [ids],
  )
  return tx.sql<PaymentReservationModel>(
    `select ${reservationColumns} from payment_reservation p where p.id = any($1::uuid[]) order by p.id for no key update`,
    [ids],
  )
}

/** Writes the statuses of locked reservations to which nothing else happened. */
export async function updateStatuses(
  tx: Tx,
  changed: readonly { readonly id: string; readonly status: string }[],
): Promise<void> {
  await tx.sql(
    `update payment_reservation p set status = u.status from unnest($1::uuid[], $2::text[]) as u (id, status) where p.id = u.id`,
    [changed.map(({ id }) => id), changed.map(({ status }) => status)],
  )
}

/** The open reservation of a locked thread, its row locked, or null. */
export async function lockOpenReservation(tx: Tx, threadId: string): Promise<PaymentReservationModel | null> {
  const [row] = await tx.sql<PaymentReservationModel>(
    `select ${reservationColumns} from payment_reservation p where p.thread_id = $1 and p.status = any($2::text[]) for no key update`,
    [threadId, openStatuses],
  )
  return row ?? null
}

/** The status of a thread's newest reservation, or null when it never had one. */
export async function newestStatus(tx: Tx, threadId: string): Promise<string | null> {
  const [row] = await tx.sql<{ status: string }>(
    'select status from payment_reservation where thread_id = $1 order by id desc limit 1',
    [threadId],
  )
  return row?.status ?? null
}

/** A row as rules know it. */
export function reservationOf(row: PaymentReservationModel): Reservation {
  const planned = BigInt(row.planned_minor)
  switch (row.status) {
    case 'RESERVED':
    case 'CAPTURING':
    case 'CAPTURED':
    case 'REFUNDED':
      return { status: row.status, planned, captured: BigInt(row.captured_minor ?? 0) }
    case 'REFUSED':
      return { status: row.status, planned, reason: row.refusal ?? '' }
    default:
      return { status: row.status, planned }
  }
}

/** Writes a new reservation. */
export async function insertReservation(tx: Tx, row: PaymentReservationModel): Promise<void> {
  await tx.sql(
    `insert into payment_reservation (id, transaction_number, institution_id, thread_id, payer_id, payee_id, payment_method_id, status, planned_minor,
       captured_minor, currency, due_on, place_of_inspection, merchant_name, carrier_name, reserved_at, expires_at, refusal_code, refusal, awaits_approval,
       inspection_by, carrier_id, guarantee_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)`,
    [
      row.id,
      row.transaction_number,
      row.institution_id,
      row.thread_id,
      row.payer_id,
      row.payee_id,
      row.payment_method_id,
      row.status,
      row.planned_minor,
      row.captured_minor,
      row.currency,
      row.due_on,
      row.place_of_inspection,
      row.merchant_name,
      row.carrier_name,
      row.reserved_at,
      row.expires_at,
      row.refusal_code,
      row.refusal,
      row.awaits_approval,
      row.inspection_by,
      row.carrier_id,
      row.guarantee_id,
    ],
  )
}

/** Writes the state that a reservation has come to. */
export async function updateReservation(
  tx: Tx,
  id: string,
  after: Reservation,
  refusalCode: string | null,
): Promise<void> {
  await tx.sql(
    'update payment_reservation set status = $2, captured_minor = $3, refusal = $4, refusal_code = $5 where id = $1',
    [id, after.status, capturedOf(after) || null, 'reason' in after ? after.reason : null, refusalCode],
  )
}

/** Who may confirm the inspection of a locked thread's goods, as its newest reservation says (B7); the recipient alone while there is none. */
export async function inspectionAgreementOf(
  tx: Tx,
  threadId: string,
): Promise<{ inspectionBy: readonly InspectionParty[]; carrierId: string | null }> {
  const [row] = await tx.sql<{ inspection_by: InspectionParty[]; carrier_id: string | null }>(
    'select inspection_by, carrier_id from payment_reservation where thread_id = $1 order by id desc limit 1',
    [threadId],
  )
  return { inspectionBy: row?.inspection_by ?? ['RECIPIENT'], carrierId: row?.carrier_id ?? null }
}

/** What a carrier is told of a reservation whose goods it may confirm: no amounts, and nothing of the payer. */
export type InspectionTaskRow = {
  id: string
  thread_id: string
  transaction_number: string
  payee_id: string
  place_of_inspection: string | null
  reserved_at: string
}

/** The reservations whose inspection a carrier may confirm now, newest first. */
export async function inspectionTasksOf(
  sql: Tx['sql'],
  carrierId: string,
  afterId: string | null,
  limit: number,
): Promise<InspectionTaskRow[]> {
  return sql<InspectionTaskRow>(
    `select id, thread_id, transaction_number, payee_id, place_of_inspection, reserved_at from payment_reservation
     where carrier_id = $1 and status = 'RESERVED' and 'CARRIER' = any (inspection_by) and ($2::uuid is null or id < $2)
     order by id desc limit $3`,
    [carrierId, afterId, limit],
  )
}
