import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember } from '@torihiki/shared/identity/known-members.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import { z } from 'zod'
import { referralAfter, referralRefusals } from '../domain/referral.ts'
import type { ReservationsServices } from '../services.ts'
import { lockWholeReferral, recordReferralStep } from './change-referral.ts'
import { announce } from './change-reservation.ts'
import { refuseReservation } from './record-reply.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  referralId: form.id,
  outcome: z.enum(['APPROVED', 'DECLINED']),
  // What field 38 of ISO 8583 takes.
  approvalCode: form.optional(z.string().regex(/^[A-Za-z0-9]{6}$/, 'It is six letters and digits')),
  givenBy: form.optional(form.text(100)),
})

/**
 * Records what the card company said by another contact, such as the telephone (C7), after the customer consented: for the shop, or an operator who acts for it. DECLINED refuses the reservation.
 * APPROVED, with the company's approval code and who gave it, has the company asked to confirm that code under our key, and only then is the reservation RESERVED: what a shop says moves no
 * money. Refuses NOT_FOUND, NOT_ALLOWED the customer, WRONG_STATE before the consent, once recorded, and when the time is over.
 */
export async function recordReferral(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ referralId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const { outcome, approvalCode, givenBy } = input
  const missing = [
    ...(approvalCode === null ? [{ path: 'approvalCode', message: 'Give the code that the company gave.' }] : []),
    ...(givenBy === null ? [{ path: 'givenBy', message: 'Say who at the company gave it.' }] : []),
  ]
  if (outcome === 'APPROVED' && missing.length > 0) return refuseInput(missing)
  const request = { actor, operation: 'recordReferral', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const whole = await lockWholeReferral(tx, input.referralId)
    const parties = whole && [whole.referral.payer_id, whole.referral.payee_id]
    if (!whole || !parties?.includes(actor.memberId))
      return refuse('NOT_FOUND', 'There is no referral with this id that you are a party to.')
    const { referral, reservation } = whole
    if (referral.payee_id !== actor.memberId) return refuse('NOT_ALLOWED', 'The shop records what the company said.')
    const member = await activeMember(tx, actor.memberId)
    if (isRefusal(member)) return member
    const event = outcome === 'APPROVED' ? 'ApprovalStated' : 'Declined'
    if (referralAfter(referral.status, event) === null || asDate(referral.act_by) <= services.now())
      return refuse(
        'WRONG_STATE',
        referral.status === 'ASKED'
          ? 'The customer has not consented yet.'
          : 'It is on record already, or the time is over.',
        { state: referral.status },
      )
    const said = { actor, via: 'SIGNED_IN' as const, note: givenBy }
    if (outcome === 'DECLINED') {
      await recordReferralStep(tx, services, whole, event, said)
      await refuseReservation(tx, services, reservation, referralRefusals.DECLINED)
    } else {
      await recordReferralStep(tx, services, whole, event, said, {
        ...(approvalCode === null ? {} : { approvalCode }),
        adviseAt: services.now(),
      })
      await tx.publish('ReferralAdviceOwed', { referralId: referral.id })
      announce(tx, services, reservation, reservation.status, reservation.status)
    }
    return { referralId: referral.id }
  })
}
