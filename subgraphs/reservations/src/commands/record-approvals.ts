import type { Tx } from '@torihiki/shared/store/store.ts'
import { authorizationAfter, outcomeOf } from '../domain/authorization.ts'
import { evolve } from '../domain/reservation.ts'
import type { PaymentReservationModel } from '../graphql/models.ts'
import type { ReservationsServices } from '../services.ts'
import { lockRequests, noteApprovals, readReservationIds, type Approval } from '../store/authorization-requests.ts'
import { currentHoldsOf } from '../store/holds.ts'
import { lockReservations, reservationOf, updateStatuses } from '../store/reservations.ts'
import { announce } from './change-reservation.ts'

/**
 * Records approvals of many requests in a few statements (C6): each reservation that waits for one, with a hold that stands, is RESERVED. What is otherwise
 * (given up or expired meanwhile, answered already) is left to `recordReply`, which knows what follows.
 * @returns the requests whose approval is on record
 */
export async function recordApprovals(
  tx: Tx,
  services: ReservationsServices,
  approvals: readonly Approval[],
): Promise<Set<string>> {
  const reservationOfRequest = await readReservationIds(
    tx,
    approvals.map(({ requestId }) => requestId),
  )
  const rows = new Map((await lockReservations(tx, [...reservationOfRequest.values()])).map((row) => [row.id, row]))
  const requests = await lockRequests(tx, [...reservationOfRequest.keys()])
  const held = await currentHoldsOf(tx, [...rows.keys()])
  const plain = new Map<string, PaymentReservationModel>()
  for (const { id, status } of requests) {
    const row = rows.get(reservationOfRequest.get(id) ?? '')
    if (!row || !held.has(row.id) || !authorizationAfter(status, 'Answered')) continue
    if (outcomeOf('APPROVED', row.status) === 'RESERVE') plain.set(id, row)
  }
  if (plain.size === 0) return new Set()
  await noteApprovals(
    tx,
    approvals.filter(({ requestId }) => plain.has(requestId)),
    services.now(),
  )
  await reserveAll(tx, services, [...plain.values()])
  return new Set(plain.keys())
}

async function reserveAll(
  tx: Tx,
  services: ReservationsServices,
  rows: readonly PaymentReservationModel[],
): Promise<void> {
  const after = rows.map((row) => evolve(reservationOf(row), { type: 'Approved' }))
  await tx.publishAll(
    'PaymentReserved',
    rows.map((row) => ({
      reservationId: row.id,
      threadId: row.thread_id,
      amountMinor: row.planned_minor,
      currency: row.currency,
    })),
  )
  await updateStatuses(
    tx,
    rows.map((row, nth) => ({ id: row.id, status: after[nth]?.status ?? row.status })),
  )
  rows.forEach((row, nth) => announce(tx, services, row, row.status, after[nth]?.status ?? row.status))
}
