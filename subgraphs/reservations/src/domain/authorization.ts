import { isOpen, type ReservationStatus } from './reservation.ts'

/** The states of a request to a card company (glossary, `AuthorizationRequest`). */
export type AuthorizationStatus = 'QUEUED' | 'HELD' | 'SENT' | 'UNKNOWN' | 'ANSWERED' | 'REVERSED'

/** What a card company answers (C6): usable, unusable, or exceeds the ceiling and is usable on approval. */
export type AuthorizationResult = 'APPROVED' | 'DECLINED' | 'REFERRAL'

/** What happens to a request. */
export type AuthorizationEvent = 'Held' | 'Sent' | 'PutBack' | 'AnswerMissing' | 'Answered' | 'Reversed'

/**
 * The life of a request. It may be sent again under its key while no answer is on record; the company answers the same
 * key with the same answer. It is put back when the company said that it was asked for too much at once, and did nothing. REVERSED is final: the company takes nothing under that key any more.
 */
export const authorizationTransitions = {
  QUEUED: { Held: 'HELD', Sent: 'SENT', Reversed: 'REVERSED' },
  HELD: { Sent: 'SENT', Reversed: 'REVERSED' },
  SENT: { Sent: 'SENT', PutBack: 'QUEUED', AnswerMissing: 'UNKNOWN', Answered: 'ANSWERED', Reversed: 'REVERSED' },
  UNKNOWN: { Sent: 'SENT', AnswerMissing: 'UNKNOWN', Answered: 'ANSWERED', Reversed: 'REVERSED' },
  ANSWERED: { Reversed: 'REVERSED' },
  REVERSED: {},
} as const satisfies Record<AuthorizationStatus, Partial<Record<AuthorizationEvent, AuthorizationStatus>>>

/** The state after an event, or null when it cannot happen: the event came late or twice, and changes nothing. */
export function authorizationAfter(status: AuthorizationStatus, event: AuthorizationEvent): AuthorizationStatus | null {
  const next: Partial<Record<AuthorizationEvent, AuthorizationStatus>> = authorizationTransitions[status]
  return next[event] ?? null
}

/** What follows from an answer for the reservation. */
export type AnswerOutcome = 'RESERVE' | 'REFER' | 'REFUSE' | 'REVERSE' | 'NOTHING'

/**
 * What an answer comes to: an approval reserves only while the reservation still waits for it; one that comes after void or
 * expiry is reversed. Above the ceiling it is referred: the customer's consent is asked (C7). A decline refuses.
 */
export function outcomeOf(result: AuthorizationResult, reservation: ReservationStatus): AnswerOutcome {
  if (reservation === 'AUTHORIZING')
    return ({ APPROVED: 'RESERVE', REFERRAL: 'REFER', DECLINED: 'REFUSE' } as const)[result]
  return result === 'APPROVED' && !isOpen(reservation) ? 'REVERSE' : 'NOTHING'
}

/** Why a card's reservation is refused: a code for programs and a sentence for the payer. */
export function refusalOf(asked: 'ANSWER' | 'NO_SUCH_COMPANY' | 'CANNOT_SAY'): { code: string; reason: string } {
  if (asked === 'CANNOT_SAY')
    return {
      code: 'CARD_AMOUNT_TOO_LARGE',
      reason: 'The amount is larger than card companies can be asked for. Use another payment method.',
    }
  if (asked === 'NO_SUCH_COMPANY')
    return {
      code: 'CARD_COMPANY_UNKNOWN',
      reason: 'No card company with that code is connected. Use another payment method.',
    }
  return { code: 'CARD_DECLINED', reason: 'The card company declined. Use another payment method.' }
}

/** The pause before the second inquiry; it doubles with each that has no answer. */
export const firstInquiryPauseSeconds = 5
/** The longest pause between inquiries: a company that is back is asked within five minutes. */
export const longestInquiryPauseSeconds = 300

/** How long to wait before the next inquiry, after so many have had no answer. */
export function inquiryPauseSeconds(inquiries: number): number {
  return Math.min(firstInquiryPauseSeconds * 2 ** Math.min(inquiries, 16), longestInquiryPauseSeconds)
}
