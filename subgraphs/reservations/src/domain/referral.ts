/** The states of a referral: a card company said that the amount exceeds the ceiling, and is usable on its approval (C7). */
export type ReferralStatus =
  | 'ASKED'
  | 'CONSENTED'
  | 'ADVISED'
  | 'APPROVED'
  | 'DECLINED'
  | 'WITHHELD'
  | 'LAPSED'
  | 'ENDED'

/**
 * What happens to a referral. `ApprovalStated`: the shop has the company's approval by another contact, and its code; `Confirmed` and `NotKnown` is what the company says of that
 * code. `Lapsed`: nobody did in time what was theirs to do. `Ended`: its reservation was given up or has expired.
 */
export type ReferralEvent =
  | 'Consented'
  | 'Withheld'
  | 'ApprovalStated'
  | 'Declined'
  | 'Confirmed'
  | 'NotKnown'
  | 'Lapsed'
  | 'Ended'

/** The life of a referral. Its reservation waits, AUTHORIZING, as long as it is ASKED, CONSENTED or ADVISED. */
export const referralTransitions = {
  ASKED: { Consented: 'CONSENTED', Withheld: 'WITHHELD', Lapsed: 'LAPSED', Ended: 'ENDED' },
  CONSENTED: { ApprovalStated: 'ADVISED', Declined: 'DECLINED', Lapsed: 'LAPSED', Ended: 'ENDED' },
  ADVISED: { Confirmed: 'APPROVED', NotKnown: 'CONSENTED', Ended: 'ENDED' },
  APPROVED: {},
  DECLINED: {},
  WITHHELD: {},
  LAPSED: {},
  ENDED: {},
} as const satisfies Record<ReferralStatus, Partial<Record<ReferralEvent, ReferralStatus>>>

/** The state after an event, or null when it cannot happen: it came late or twice, and changes nothing. */
export function referralAfter(status: ReferralStatus, event: ReferralEvent): ReferralStatus | null {
  const next: Partial<Record<ReferralEvent, ReferralStatus>> = referralTransitions[status]
  return next[event] ?? null
}

/** How long the customer has to consent, and then the shop to reach the company: a long weekend each, both together less than the seven days that an order at a shop waits for its payment. */
export const daysToAct = 3
/** How long the shop has at least to mend a code that the company does not know. */
export const daysToMend = 1

/** Until when somebody has to act: so many days from now, but never longer than the reservation's hold. */
export function actBy(now: Date, days: number, holdExpires: Date): Date {
  return new Date(Math.min(now.getTime() + days * 86_400_000, holdExpires.getTime()))
}

/** Why a reservation is refused that was referred: a code for programs and a sentence for the payer. */
export const referralRefusals = {
  WITHHELD: {
    code: 'REFERRAL_WITHHELD',
    reason: 'The amount exceeds the card’s ceiling, and you did not consent that its approval is asked for.',
  },
  LAPSED: {
    code: 'REFERRAL_LAPSED',
    reason: 'The amount exceeds the card’s ceiling, and its approval was not had in time. You may order again.',
  },
  DECLINED: {
    code: 'REFERRAL_DECLINED',
    reason:
      'The card company did not approve the amount. You may order again once the ceiling is settled, or with another way to pay.',
  },
} as const
