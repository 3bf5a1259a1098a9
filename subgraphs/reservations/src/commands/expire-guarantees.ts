import { guaranteeAfter } from '../domain/guarantee.ts'
import type { ReservationsServices } from '../services.ts'
import { lockGuarantee } from '../store/guarantees.ts'
import { recordStep } from './change-guarantee.ts'
import { sweepEach } from '@torihiki/shared/process/sweep-each.ts'

/** How many guarantees one sweep takes at most; the next goes on. */
export const guaranteeExpiryBatch = 500

/**
 * Ends guarantees whose time is over by the database's clock, each in a transaction of its own: what they used of their pools is given back.
 * One on which a reservation relies ends after that has expired, which is at the same instant. What is payable does not expire. Two
 * sweeps at once expire each once; one that cannot be expired does not keep the others back.
 * @returns how many were expired
 * @throws AggregateError, at the end, of those that could not be
 */
export async function expireGuarantees(services: ReservationsServices): Promise<number> {
  const due = await services.store.query<{ id: string }>(
    `select id from guarantee where status in ('REQUESTED', 'GRANTED') and reservation_id is null and expires_at <= now()
     order by expires_at limit $1`,
    [guaranteeExpiryBatch],
  )
  return sweepEach(
    due.map(({ id }) => id),
    (id) => expireOne(services, id),
    'guarantees could not be expired.',
  )
}

async function expireOne(services: ReservationsServices, id: string): Promise<boolean> {
  return services.store.transaction(async (tx) => {
    const row = await lockGuarantee(tx, id)
    if (!row?.overdue || row.reservation_id !== null || guaranteeAfter(row.status, 'Expired') === null) return false
    await recordStep(tx, services, row, 'Expired', null)
    return true
  })
}
