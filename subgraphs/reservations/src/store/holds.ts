import { newId } from '@torihiki/shared/ids.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { AccountKind } from '../domain/account.ts'
import type { Hold, HoldCapture, HoldResolution } from '../domain/hold.ts'

/** An open hold, and whether its time is over by the database's clock though nobody has resolved it yet. */
export type OpenHold = Hold & { readonly overdue: boolean }

export type NewHold = {
  reservationId: string
  accountId: string
  currency: string
  minor: bigint
  placedAt: Date
  expiresAt: Date
}

/** Records that an amount is frozen. */
export async function insertHold(tx: Tx, hold: NewHold): Promise<string> {
  const id = newId()
  await tx.sql(
    'insert into hold (id, reservation_id, account_id, currency, minor, placed_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [id, hold.reservationId, hold.accountId, hold.currency, hold.minor, hold.placedAt, hold.expiresAt],
  )
  return id
}

/** The open hold of a reservation, or null when there is none or it is resolved. */
export async function openHoldOf(tx: Tx, reservationId: string): Promise<OpenHold | null> {
  const [row] = await tx.sql<{
    id: string
    minor: string
    captured: string
    captures: number
    kind: AccountKind
    owner: string
    currency: string
    overdue: boolean
  }>(
    `select h.id, h.minor, c.captured, c.captures, a.kind, a.owner, a.currency, h.expires_at <= now() as overdue
     from hold h join ledger_account a on a.id = h.account_id
     cross join lateral (select coalesce(sum(minor), 0) as captured, count(*)::int as captures from hold_capture where hold_id = h.id) c
     where h.reservation_id = $1 and not exists (select 1 from hold_resolution r where r.hold_id = h.id)`,
    [reservationId],
  )
  if (!row) return null
  return {
    id: row.id,
    amount: BigInt(row.minor),
    captured: BigInt(row.captured),
    captures: row.captures,
    account: { kind: row.kind, owner: row.owner, currency: row.currency },
    overdue: row.overdue,
  }
}

/** Those of these reservations whose hold is open and has not expired by the database's clock. */
export async function currentHoldsOf(tx: Tx, reservationIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.sql<{ reservation_id: string }>(
    `select h.reservation_id from hold h where h.reservation_id = any($1::uuid[]) and h.expires_at > now()
       and not exists (select 1 from hold_resolution r where r.hold_id = h.id)`,
    [reservationIds],
  )
  return new Set(rows.map((row) => row.reservation_id))
}

/**
 * Records a capture of a hold, and with a final one that the hold is resolved.
 * @throws when that capture, or another as the hold's nth, is on record: the reservation's row lock makes that impossible, the table's
 * keys make it certain; a trigger refuses captures that sum to more than the hold
 */
export async function insertCapture(
  tx: Tx,
  holdId: string,
  { captureId, nth, amount }: HoldCapture,
  resolution: HoldResolution | null,
  postingId: string,
  at: Date,
): Promise<void> {
  await tx.sql(
    `with captured as (insert into hold_capture (capture_id, hold_id, nth, minor, posting_id, captured_at) values ($1, $2, $3, $4, $5, $6))
     insert into hold_resolution (hold_id, how, captured_minor, released_minor, capture_id, posting_id, resolved_at)
     select $2::uuid, 'CAPTURED', $7::bigint, $8::bigint, $1::uuid, $5::uuid, $6::timestamptz where $7::bigint is not null`,
    [captureId, holdId, nth, amount, postingId, at, resolution?.captured ?? null, resolution?.released ?? null],
  )
}

/**
 * Resolves a hold by a new record, without a capture.
 * @throws when it is resolved already: the reservation's row lock makes that impossible, this makes it certain
 */
export async function insertResolution(tx: Tx, holdId: string, resolution: HoldResolution, at: Date): Promise<void> {
  await tx.sql(
    'insert into hold_resolution (hold_id, how, captured_minor, released_minor, resolved_at) values ($1, $2, $3, $4, $5)',
    [holdId, resolution.how, resolution.captured, resolution.released, at],
  )
}
