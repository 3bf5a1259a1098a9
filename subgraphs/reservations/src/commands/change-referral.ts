import type { EventPayload } from '@torihiki/schema'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { actBy, daysToAct, referralAfter, type ReferralEvent, type ReferralStatus } from '../domain/referral.ts'
import type { PaymentReservationModel } from '../graphql/models.ts'
import type { ReservationsServices } from '../services.ts'
import { lockRequest } from '../store/authorization-requests.ts'
import {
  insertReferral,
  lockReferral,
  lockReferralOf,
  readReferral,
  saveReferralStep,
  type ReferralChange,
  type ReferralRow,
} from '../store/referrals.ts'
import { lockKnownReservation } from '../store/reservations.ts'

/** How whoever took a step did so: by the link in its mail, or signed in. */
export type ReferralVia = 'LINK' | 'SIGNED_IN'

/** Who took a step, and what it said. */
export type ReferralSaid = {
  readonly actor: Pick<Actor, 'memberId' | 'operator'> | null
  readonly via?: ReferralVia
  readonly note?: string | null
}

const stepKinds: Record<ReferralEvent, string> = {
  Consented: 'CONSENTED',
  Withheld: 'WITHHELD',
  ApprovalStated: 'APPROVAL_STATED',
  Declined: 'DECLINED',
  Confirmed: 'CONFIRMED',
  NotKnown: 'NOT_KNOWN',
  Lapsed: 'LAPSED',
  Ended: 'ENDED',
}

type Told = EventPayload<'ReferralProgressed'>['step']
/** What payer, shop and the thread are told of. That the reservation is refused or reserved in the end they hear of besides. */
const told: Partial<Record<ReferralEvent, Told>> = { Consented: 'CONSENTED', NotKnown: 'NOT_KNOWN' }

/** Opens a referral: the customer's consent is asked (C7). The reservation, which goes on waiting, and the request are locked. */
export async function openReferral(
  tx: Tx,
  services: ReservationsServices,
  reservation: PaymentReservationModel,
  requestId: string,
): Promise<void> {
  const at = services.now()
  const until = actBy(at, daysToAct, asDate(reservation.expires_at))
  const { id: reservation_id, payer_id, payee_id } = reservation
  const id = await insertReferral(tx, { reservation_id, request_id: requestId, payer_id, payee_id, at, actBy: until })
  const step = { kind: 'ASKED', byId: null, operatorId: null, via: null, note: null, at }
  await saveReferralStep(tx, id, 'ASKED', step, {})
  await publish(tx, reservation, id, 'ASKED', until)
}

/** A referral with its reservation and request locked, in the one order. Null when there is none. */
export async function lockWholeReferral(
  tx: Tx,
  id: string,
): Promise<{ referral: ReferralRow; reservation: PaymentReservationModel } | null> {
  const found = await readReferral((text, p) => tx.sql(text, p), id)
  if (!found) return null
  const { row: reservation } = await lockKnownReservation(tx, found.reservation_id)
  await lockRequest(tx, found.request_id)
  const referral = await lockReferral(tx, id)
  return referral && { referral, reservation }
}

/**
 * Applies an event to a locked referral: the next state by the transition table, with the step on record.
 * @throws when the event cannot happen in its state: ask `referralAfter` first
 */
export async function recordReferralStep(
  tx: Tx,
  services: ReservationsServices,
  { referral, reservation }: { referral: ReferralRow; reservation: PaymentReservationModel },
  event: ReferralEvent,
  { actor, via, note }: ReferralSaid,
  change: ReferralChange = {},
): Promise<ReferralStatus> {
  const status = referralAfter(referral.status, event)
  if (status === null)
    throw new Error(`${event} cannot happen to referral ${referral.id}, which is ${referral.status}.`)
  const step = {
    kind: stepKinds[event],
    byId: actor?.memberId ?? null,
    operatorId: actor?.operator?.memberId ?? null,
    via: via ?? null,
    note: note ?? null,
    at: services.now(),
  }
  await saveReferralStep(tx, referral.id, status, step, change)
  const tells = told[event]
  if (tells) await publish(tx, reservation, referral.id, tells, change.actBy ?? asDate(referral.act_by))
  return status
}

/** The reservation was given up or has expired: what was referred of it is over. Its row is locked. */
export async function endReferral(tx: Tx, services: ReservationsServices, row: PaymentReservationModel): Promise<void> {
  const referral = await lockReferralOf(tx, row.id)
  if (!referral || referralAfter(referral.status, 'Ended') === null) return
  await recordReferralStep(tx, services, { referral, reservation: row }, 'Ended', { actor: null })
}

async function publish(
  tx: Tx,
  {
    id: reservationId,
    thread_id: threadId,
    payer_id,
    payee_id,
    transaction_number,
    planned_minor,
    currency,
  }: PaymentReservationModel,
  referralId: string,
  step: Told,
  until: Date,
): Promise<void> {
  await tx.publish('ReferralProgressed', {
    referralId,
    reservationId,
    threadId,
    payerId: payer_id,
    payeeId: payee_id,
    step,
    transactionNumber: transaction_number,
    amountMinor: planned_minor,
    currency,
    actBy: until.toISOString(),
  })
}
