import { expiringStatuses, mayHappen } from '../domain/reservation.ts'
import type { ReservationsServices } from '../services.ts'
import { lockKnownReservation } from '../store/reservations.ts'
import { endReservation } from './change-reservation.ts'
import { sweepEach } from '@torihiki/shared/process/sweep-each.ts'

/** How many holds one sweep takes at most; the next goes on. */
export const expiryBatch = 500

/**
 * Releases the holds whose time is over by the database's clock, each in a transaction of its own: nothing is held after
 * `expiresAt`. Two sweeps at once expire each once. One that cannot be expired does not keep the others back.
 * @returns how many were expired
 * @throws AggregateError, at the end, of those that could not be
 */
export async function expireHolds(services: ReservationsServices): Promise<number> {
  const due = await services.store.query<{ id: string }>(
    `select id from payment_reservation where status = any($1::text[]) and expires_at <= now() order by expires_at limit $2`,
    [expiringStatuses, expiryBatch],
  )
  return sweepEach(
    due.map(({ id }) => id),
    (id) => expireOne(services, id),
    'holds could not be expired.',
  )
}

async function expireOne(services: ReservationsServices, id: string): Promise<boolean> {
  return services.store.transaction(async (tx) => {
    const { row } = await lockKnownReservation(tx, id)
    if (!mayHappen(row.status, 'Expired')) return false
    await endReservation(tx, services, row, 'EXPIRED')
    return true
  })
}
