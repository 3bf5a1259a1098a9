import { giveBackToLevel } from '@torihiki/shared/identity/level.ts'
import { moneyOf } from '@torihiki/shared/money.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { actOnHold, isExcess, openAmount } from '../domain/hold.ts'
import { capturedOf, evolve, type ReservationEvent, type ReservationStatus } from '../domain/reservation.ts'
import type { PaymentReservationModel } from '../graphql/models.ts'
import type { ReservationsServices } from '../services.ts'
import { lockAccounts } from '../store/accounts.ts'
import { noteReversalWanted, requestOfReservation } from '../store/authorization-requests.ts'
import { insertResolution, openHoldOf, type OpenHold } from '../store/holds.ts'
import { reservationOf, updateReservation } from '../store/reservations.ts'
import { endReferral } from './change-referral.ts'
import { setGuaranteeFree } from './set-guarantee-free.ts'

/** The feed of all changes of the reservations to which a member is payer or payee. */
export function reservationFeed(memberId: string): string {
  return `reservations/${memberId}`
}

type Subject = Pick<PaymentReservationModel, 'id' | 'payer_id' | 'payee_id'>

/** Tells payer and payee of a change. */
export function announce(
  tx: Tx,
  services: ReservationsServices,
  subject: Subject,
  before: ReservationStatus | null,
  after: ReservationStatus,
): void {
  const feeds = [...new Set([subject.payer_id, subject.payee_id].map(reservationFeed))]
  const body = { statusBefore: before, statusAfter: after }
  const entry = { at: services.now(), kind: 'RESERVATION_CHANGED', subject: subject.id, body }
  for (const feed of feeds) tx.append(feed, [entry])
  tx.afterCommit(() => services.hints.publish(feeds))
}

/** Applies an event to a locked reservation: the next state by the transition table, on record and in both feeds. */
export async function recordChange(
  tx: Tx,
  services: ReservationsServices,
  row: PaymentReservationModel,
  event: ReservationEvent,
  refusalCode: string | null = null,
): Promise<void> {
  const after = evolve(reservationOf(row), event)
  await updateReservation(tx, row.id, after, refusalCode)
  announce(tx, services, row, row.status, after.status)
}

/** The open hold of a locked reservation in an open state. */
export async function knownHold(tx: Tx, reservationId: string): Promise<OpenHold> {
  const hold = await openHoldOf(tx, reservationId)
  if (!hold) throw new Error(`Reservation ${reservationId} is open, but nothing is held for it.`)
  return hold
}

/** Gives back all that is held still for a locked reservation, and to the payer's level what it had used of it (A7). */
export async function releaseHold(
  tx: Tx,
  services: ReservationsServices,
  row: PaymentReservationModel,
  how: 'VOIDED' | 'EXPIRED',
): Promise<void> {
  if (row.guarantee_id !== null) return releaseGuaranteed(tx, services, row, row.guarantee_id)
  const hold = await knownHold(tx, row.id)
  const unpaid = moneyOf(openAmount(hold), row.currency)
  await giveBackToLevel(tx, row.payer_id, 'RESERVE_PAYMENT', unpaid, asDate(row.reserved_at))
  const accounts = await lockAccounts(tx, row.institution_id, [hold.account])
  const outcome = actOnHold(hold, { how })
  if (isExcess(outcome) || !outcome.resolution) throw new Error(`Hold ${hold.id} cannot be released.`)
  await insertResolution(tx, hold.id, outcome.resolution, services.now())
  await accounts.change(tx, outcome.changes)
}

/** The same for a reservation that a guarantee stands for: nothing was held. */
async function releaseGuaranteed(
  tx: Tx,
  services: ReservationsServices,
  row: PaymentReservationModel,
  guaranteeId: string,
): Promise<void> {
  const unpaid = moneyOf(row.planned_minor, row.currency)
  await giveBackToLevel(tx, row.payer_id, 'RESERVE_PAYMENT', unpaid, asDate(row.reserved_at))
  await setGuaranteeFree(tx, services, guaranteeId)
}

/**
 * Ends an open reservation without (further) payment (step 3 of the money model): what is held still is released, the parties are
 * told, and a card company that was asked is told that nothing is needed any more, unless a part was paid: a reversal would
 * take that back too.
 */
export async function endReservation(
  tx: Tx,
  services: ReservationsServices,
  row: PaymentReservationModel,
  how: 'VOIDED' | 'EXPIRED',
): Promise<void> {
  const partPaid = capturedOf(reservationOf(row)) > 0n
  const requestId = partPaid ? null : await requestOfReservation(tx, row.id)
  if (requestId) {
    await noteReversalWanted(tx, requestId)
    await tx.publish('AuthorizationReversalRequested', { requestId })
  }
  if (requestId) await endReferral(tx, services, row)
  await releaseHold(tx, services, row, how)
  await tx.publish('PaymentReservationEnded', { reservationId: row.id, threadId: row.thread_id, how })
  const type = partPaid ? 'RestReleased' : how === 'VOIDED' ? 'Voided' : 'Expired'
  await recordChange(tx, services, row, { type })
}
