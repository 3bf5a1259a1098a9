import type { Tx } from '@torihiki/shared/store/store.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import { inquiryPauseSeconds } from '../domain/authorization.ts'
import { actBy, daysToMend, referralRefusals } from '../domain/referral.ts'
import { isOpen } from '../domain/reservation.ts'
import type { AdviceAnswer, ApprovalAdvice } from '../outside/card-company.ts'
import type { ReservationsServices } from '../services.ts'
import { readRequest } from '../store/authorization-requests.ts'
import { noteAdvice, overdueReferrals, owedAdvice } from '../store/referrals.ts'
import { lockWholeReferral, recordReferralStep } from './change-referral.ts'
import { announce } from './change-reservation.ts'
import { refuseReservation, reserveApproved, wantReversal } from './record-reply.ts'
import { sweepEach } from '@torihiki/shared/process/sweep-each.ts'

/** How many referrals one sweep takes at most; the next goes on. */
export const referralBatch = 100

/**
 * Tells the card company of an approval that it gave by another contact (C7), under the key of the request: it confirms the code, and the reservation is RESERVED; or it does not know
 * it, and the shop is told to mend it. Without an answer it is told again by the sweep. What is confirmed after the reservation ended is reversed.
 */
export async function adviseReferral(services: ReservationsServices, referralId: string): Promise<boolean> {
  const intent = await services.store.transaction((tx) => intend(tx, services, referralId))
  if (!intent) return false
  const answer = await services.cardCompanies.advise(intent.company, intent.advice)
  if (answer !== null) await services.store.transaction((tx) => take(tx, services, referralId, answer))
  return true
}

/** Tells the companies that this process reaches what is owed to them, or was not answered. @returns how many were told */
export async function adviseReferrals(services: ReservationsServices): Promise<number> {
  const companies = services.cardCompanies.codes()
  const due = await owedAdvice((text, p) => services.store.query(text, p), companies, services.now(), referralBatch)
  return sweepEach(due, (id) => adviseReferral(services, id), 'referrals could not be told of.')
}

/** Refuses what waited longer for a consent, or for the company's word, than there was time (C7). @returns how many */
export async function lapseReferrals(services: ReservationsServices): Promise<number> {
  const due = await overdueReferrals((text, p) => services.store.query(text, p), services.now(), referralBatch)
  return sweepEach(
    due,
    (id) => services.store.transaction((tx) => lapse(tx, services, id)),
    'referrals could not lapse.',
  )
}

async function intend(
  tx: Tx,
  services: ReservationsServices,
  id: string,
): Promise<{ company: string; advice: ApprovalAdvice } | null> {
  const whole = await lockWholeReferral(tx, id)
  if (whole?.referral.status !== 'ADVISED') return null
  const { referral, reservation } = whole
  const request = await readRequest((text, p) => tx.sql(text, p), referral.request_id)
  if (!request || !services.cardCompanies.has(request.company)) return null
  await noteAdvice(tx, id, new Date(services.now().getTime() + inquiryPauseSeconds(referral.attempts) * 1_000))
  const advice = {
    key: request.id,
    approvalCode: referral.approval_code ?? '',
    amountMinor: reservation.planned_minor,
    currency: reservation.currency,
  }
  return { company: request.company, advice }
}

async function take(tx: Tx, services: ReservationsServices, id: string, answer: AdviceAnswer): Promise<void> {
  const whole = await lockWholeReferral(tx, id)
  if (!whole) throw new Error(`Referral ${id} is not there.`)
  const { referral, reservation } = whole
  if (referral.status !== 'ADVISED') {
    if (answer !== 'CONFIRMED' || isOpen(reservation.status) || referral.status !== 'ENDED') return
    return wantReversal(tx, referral.request_id)
  }
  if (answer === 'CONFIRMED') {
    await recordReferralStep(tx, services, whole, 'Confirmed', { actor: null })
    return reserveApproved(tx, services, reservation)
  }
  const mendBy = actBy(services.now(), daysToMend, asDate(reservation.expires_at))
  const until = mendBy > asDate(referral.act_by) ? mendBy : asDate(referral.act_by)
  await recordReferralStep(
    tx,
    services,
    whole,
    'NotKnown',
    { actor: null, note: referral.approval_code },
    { actBy: until },
  )
  announce(tx, services, reservation, reservation.status, reservation.status)
}

async function lapse(tx: Tx, services: ReservationsServices, id: string): Promise<boolean> {
  const whole = await lockWholeReferral(tx, id)
  const waits = whole?.referral.status === 'ASKED' || whole?.referral.status === 'CONSENTED'
  if (!whole || !waits || asDate(whole.referral.act_by) > services.now()) return false
  await recordReferralStep(tx, services, whole, 'Lapsed', { actor: null })
  await refuseReservation(tx, services, whole.reservation, referralRefusals.LAPSED)
  return true
}
