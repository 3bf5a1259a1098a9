import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { readLink } from '@torihiki/shared/identity/signed-link.ts'
import { isId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import { z } from 'zod'
import { actBy, daysToAct, referralAfter, referralRefusals } from '../domain/referral.ts'
import type { ReservationsServices } from '../services.ts'
import { readReferral } from '../store/referrals.ts'
import { lockWholeReferral, recordReferralStep, type ReferralVia } from './change-referral.ts'
import { announce } from './change-reservation.ts'
import { refuseReservation } from './record-reply.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  referralId: form.optional(form.id),
  token: form.optional(z.string()),
  consents: z.boolean(),
})

/** Which referral a link in a mail is for; null when it is none of ours, or over. */
export function referralOfLink({ linkKeys, now }: ReservationsServices, token: string): string | null {
  const id = readLink(linkKeys, token, now())
  return id !== null && isId(id) ? id : null
}

/**
 * The customer's answer whether the shop may seek the card company's approval (C7): signed in, by the referral's id, or by the link in its mail, which answers once. Consent gives the shop its time to
 * act; without it the reservation is REFUSED. Refuses NOT_FOUND what is not the actor's to answer, or whose link is over; WRONG_STATE once it was answered, or its time is over.
 */
export async function consentToReferral(
  services: ReservationsServices,
  actor: Actor | null,
  raw: unknown,
): Promise<{ referralId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  if ((input.token === null) === (input.referralId === null))
    return refuseInput([
      { path: 'referralId', message: 'Give the referral’s id, signed in, or the token of the link.' },
    ])
  const id = input.token === null ? input.referralId : referralOfLink(services, input.token)
  const found = id === null ? null : await readReferral((text, p) => services.store.query(text, p), id)
  const via: ReferralVia = input.token === null ? 'SIGNED_IN' : 'LINK'
  if (!found || (via === 'SIGNED_IN' && found.payer_id !== actor?.memberId))
    return refuse('NOT_FOUND', 'There is nothing here for you to consent to, or the link is over.')
  // Whoever has the link stands for the payer to whom it was sent, in this alone.
  const payer: Actor = via === 'SIGNED_IN' && actor ? actor : { memberId: found.payer_id, roles: [], sessionId: 'link' }
  const request = {
    actor: payer,
    operation: 'consentToReferral',
    idempotencyKey: input.idempotencyKey,
    input: { referralId: found.id, consents: input.consents },
  }
  return runCommand(services.store, request, async (tx) => {
    const whole = await lockWholeReferral(tx, found.id)
    if (!whole) return refuse('NOT_FOUND')
    const { referral, reservation } = whole
    const event = input.consents ? 'Consented' : 'Withheld'
    const isOver = asDate(referral.act_by) <= services.now()
    if (referralAfter(referral.status, event) === null || isOver)
      return refuse('WRONG_STATE', 'It was answered already, or the time for an answer is over.', {
        state: isOver && referral.status === 'ASKED' ? 'LAPSED' : referral.status,
      })
    const until = actBy(services.now(), daysToAct, asDate(reservation.expires_at))
    await recordReferralStep(tx, services, whole, event, { actor: payer, via }, input.consents ? { actBy: until } : {})
    if (input.consents) announce(tx, services, reservation, reservation.status, reservation.status)
    else await refuseReservation(tx, services, reservation, referralRefusals.WITHHELD)
    return { referralId: referral.id }
  })
}
