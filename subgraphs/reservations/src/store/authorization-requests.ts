import type { Tx } from '@torihiki/shared/store/store.ts'
import type { Seat } from './authorization-systems.ts'
import { inquiryPauseSeconds, type AuthorizationResult, type AuthorizationStatus } from '../domain/authorization.ts'

type Sql = Tx['sql']

/** A request with what the card company has to be told. `id` is the key under which it is asked. */
export type AuthorizationRequestRow = {
  id: string
  reservation_id: string
  company: string
  status: AuthorizationStatus
  result: AuthorizationResult | null
  response_code: string | null
  /** How often it left. */
  attempts: number
  inquiries: number
  reversal_wanted_at: string | null
}

/** What a card company is asked, read beside the request. */
export type AuthorizationSubject = {
  merchant: string
  planned_minor: string
  currency: string
  card_token: string
  card_expiry: string
  transaction_number: string
  expires_at: string
  reservation_status: string
}

const columns = 'id, reservation_id, company, status, result, response_code, attempts, inquiries, reversal_wanted_at'

/** The columns of a subject, of a reservation `p` and its method `m`. */
export const subjectColumns = `p.payee_id as merchant, p.planned_minor, p.currency, m.card_token, m.card_expiry, p.transaction_number, p.expires_at,
  p.status as reservation_status`

/** Records that a card company is to be asked. */
export async function insertRequest(
  tx: Tx,
  request: { id: string; reservationId: string; company: string; at: Date },
): Promise<void> {
  await tx.sql(
    `insert into authorization_request (id, reservation_id, company, status, requested_at) values ($1, $2, $3, 'QUEUED', $4)`,
    [request.id, request.reservationId, request.company, request.at],
  )
}

/** A request with its row locked, or null. Lock the reservation before it, never after. */
export async function lockRequest(tx: Tx, id: string): Promise<AuthorizationRequestRow | null> {
  const [row] = await tx.sql<AuthorizationRequestRow>(
    `select ${columns} from authorization_request where id = $1 for no key update`,
    [id],
  )
  return row ?? null
}

/** A request as it is, not locked. */
export async function readRequest(sql: Sql, id: string): Promise<AuthorizationRequestRow | null> {
  const [row] = await sql<AuthorizationRequestRow>(`select ${columns} from authorization_request where id = $1`, [id])
  return row ?? null
}

/** What the card company is to be told of a request's reservation. The merchant is known by its id. */
export async function subjectOf(tx: Pick<Tx, 'sql'>, requestId: string): Promise<AuthorizationSubject> {
  const [row] = await tx.sql<AuthorizationSubject>(
    `select ${subjectColumns}
     from authorization_request a join payment_reservation p on p.id = a.reservation_id join payment_method m on m.id = p.payment_method_id
     where a.id = $1`,
    [requestId],
  )
  if (!row) throw new Error(`Authorization request ${requestId} has no reservation with a card.`)
  return row
}

/** Notes that the company is being asked now; should no answer be on record, it is inquired after a pause. */
export async function noteSent(tx: Tx, request: AuthorizationRequestRow, seat: Seat): Promise<void> {
  await tx.sql(
    `update authorization_request set status = 'SENT', sent_at = now(), attempts = attempts + 1,
       next_inquiry_at = now() + make_interval(secs => $2), system = $3,
       process_id = (select p.id from authorization_process p where p.id = $4) where id = $1`,
    [request.id, sentIsLostAfterSeconds, seat.system, seat.processId],
  )
}

/** After how long without an answer on record a SENT request is inquired though its process lives: it gives up sooner. That of a dead process is at once. */
export const sentIsLostAfterSeconds = 30

/** Notes that no answer came: it is inquired at once by the next sweep, then ever more rarely. */
export async function noteUnknown(tx: Tx, request: AuthorizationRequestRow): Promise<void> {
  await tx.sql(
    `update authorization_request set status = 'UNKNOWN', inquiries = inquiries + 1,
       next_inquiry_at = now() + make_interval(secs => $2) where id = $1`,
    [request.id, request.inquiries === 0 ? 0 : inquiryPauseSeconds(request.inquiries)],
  )
}

/** Notes that the company asked for less and did nothing: the request waits again, at least so long. */
export async function putBack(tx: Tx, id: string, seconds: number): Promise<void> {
  await tx.sql(
    `update authorization_request set status = 'QUEUED', next_inquiry_at = null,
       not_before = clock_timestamp() + make_interval(secs => $2) where id = $1`,
    [id, seconds],
  )
}

/** Records the answer. */
export async function noteAnswer(
  tx: Tx,
  id: string,
  answer: { result: AuthorizationResult; responseCode: string | null; authorizationId: string | null },
  at: Date,
): Promise<void> {
  await tx.sql(
    `update authorization_request set status = 'ANSWERED', result = $2, response_code = $3, authorization_id = $4, answered_at = $5 where id = $1`,
    [id, answer.result, answer.responseCode, answer.authorizationId, at],
  )
}

/** An approval of a card company, for a request. */
export type Approval = {
  readonly requestId: string
  readonly responseCode: string | null
  readonly authorizationId: string | null
}

/** The reservations of requests, by the request's id. */
export async function readReservationIds(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.sql<{ id: string; reservation_id: string }>(
    'select id, reservation_id from authorization_request where id = any($1::uuid[])',
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row.reservation_id]))
}

/** Requests with their rows locked in the order of their ids. Lock their reservations before. */
export async function lockRequests(tx: Tx, ids: readonly string[]): Promise<AuthorizationRequestRow[]> {
  return tx.sql<AuthorizationRequestRow>(
    `select ${columns} from authorization_request where id = any($1::uuid[]) order by id for no key update`,
    [ids],
  )
}

/** Records approvals of locked requests. */
export async function noteApprovals(tx: Tx, approvals: readonly Approval[], at: Date): Promise<void> {
  await tx.sql(
    `update authorization_request a set status = 'ANSWERED', result = 'APPROVED', response_code = u.code, authorization_id = u.authorization, answered_at = $4
     from unnest($1::uuid[], $2::text[], $3::text[]) as u (id, code, "authorization") where a.id = u.id`,
    [
      approvals.map(({ requestId }) => requestId),
      approvals.map(({ responseCode }) => responseCode),
      approvals.map(({ authorizationId }) => authorizationId),
      at,
    ],
  )
}

/** Notes that the authorization is not needed any more: whatever the company answers, it is to be reversed. */
export async function noteReversalWanted(tx: Tx, id: string): Promise<void> {
  await tx.sql(
    `update authorization_request set reversal_wanted_at = coalesce(reversal_wanted_at, now()),
       next_inquiry_at = now() + make_interval(secs => $2) where id = $1 and reversed_at is null`,
    [id, sentIsLostAfterSeconds],
  )
}

/** Notes that a reversal had no answer; it is sent again after a pause. */
export async function noteReversalUnanswered(tx: Tx, request: AuthorizationRequestRow): Promise<void> {
  await tx.sql(
    `update authorization_request set inquiries = inquiries + 1, next_inquiry_at = now() + make_interval(secs => $2) where id = $1`,
    [request.id, inquiryPauseSeconds(request.inquiries)],
  )
}

/** Notes that nothing is authorized under this key any more. */
export async function noteReversed(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.sql(`update authorization_request set status = 'REVERSED', reversed_at = $2 where id = $1`, [id, at])
}

/** The request of a reservation, or null when it has none. */
export async function requestOfReservation(tx: Tx, reservationId: string): Promise<string | null> {
  const [row] = await tx.sql<{ id: string }>('select id from authorization_request where reservation_id = $1', [
    reservationId,
  ])
  return row?.id ?? null
}

/** A request of which something is owed, and whom it concerns; whether that company gave no answers lately and is to be tried by one call. */
export type OwedRequest = { readonly id: string; readonly company: string; readonly broken: boolean }

/**
 * Requests whose answer or reversal is owed and due, oldest first, at most so many of a company: one that is slow does not keep the others back. Of a company whose breaker is open none, and one when it is to be
 * tried again.
 */
export async function owedRequests(sql: Sql, limit: number, perCompany: number): Promise<OwedRequest[]> {
  return sql<OwedRequest>(
    `select id, company, broken_until is not null as broken from (
       select a.id, a.company, a.next_inquiry_at, l.broken_until, row_number() over (partition by a.company order by a.next_inquiry_at) as nth
       from authorization_request a left join authorization_lane l on l.company = a.company
       where (a.status in ('SENT', 'UNKNOWN') or (a.reversal_wanted_at is not null and a.reversed_at is null)) and a.next_inquiry_at <= now()
         and (l.broken_until is null or (l.broken_until <= clock_timestamp() and (l.probe_until is null or l.probe_until <= clock_timestamp())))) owed
     where nth <= case when broken_until is null then $2::int else 1 end order by next_inquiry_at limit $1`,
    [limit, perCompany],
  )
}

/** Notes that there is nothing to reverse: the company did not approve. */
export async function clearReversalWanted(tx: Tx, id: string): Promise<void> {
  await tx.sql('update authorization_request set reversal_wanted_at = null where id = $1', [id])
}
