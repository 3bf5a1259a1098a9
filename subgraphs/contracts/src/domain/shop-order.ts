import type { Fact } from './cases/status.ts'

/** The states of a customer's order at a shop (C1). */
export type ShopOrderStatus = 'RECEIVED' | 'CONCLUDED' | 'NOT_CONCLUDED' | 'CANCELLED'
type ShopOrderEvent = 'Placed' | 'Concluded' | 'NotConcluded' | 'Cancelled'

/** The life of a shop's order: from which state what leads where. Its delivery, inspection and payment are those of its thread. */
export const shopOrderTransitions = {
  NONE: { Placed: 'RECEIVED' },
  RECEIVED: { Concluded: 'CONCLUDED', NotConcluded: 'NOT_CONCLUDED', Cancelled: 'CANCELLED' },
  CONCLUDED: { Cancelled: 'CANCELLED' },
  NOT_CONCLUDED: {},
  CANCELLED: {},
} as const satisfies Record<ShopOrderStatus | 'NONE', Partial<Record<ShopOrderEvent, ShopOrderStatus>>>

/** The state after an event, or null when it changes nothing any more. */
export function shopOrderAfter(status: ShopOrderStatus, event: ShopOrderEvent): ShopOrderStatus | null {
  const ways: Partial<Record<ShopOrderEvent, ShopOrderStatus>> = shopOrderTransitions[status]
  return ways[event] ?? null
}

/**
 * How long an order waits for the result of its payment, in days: a card company's hours, its approval by another contact and a guarantee included. Then it
 * ends, and its goods come back.
 */
export const longestPaymentDays = 7
/** How long it waits for another way to pay after one was refused or given up, in hours: goods are kept for a customer who comes back the next day, not for one who does not. */
export const payAgainHours = 24

/**
 * How much longer it waits than an approval by another contact may take (C7), in days: the company may ask the shop to mend what it sent, and the answer has to arrive.
 */
export const referralMarginDays = 2

/** When an order ends whose card company wants to be asked by another contact until `actBy` (C7): never sooner than before. */
export function referralEnds(actBy: Date, endsAt: Date | null): Date {
  const end = new Date(actBy.getTime() + referralMarginDays * 86_400_000)
  return endsAt && endsAt > end ? endsAt : end
}

/** Whether the customer is asked to consent that the shop seeks the approval of its card company (C7). */
export function isConsentWanted(facts: readonly Fact[]): boolean {
  const about = (kind: Fact['kind']) => facts.filter((fact) => fact.kind === kind).map(({ subject }) => subject)
  const over = new Set([
    ...about('REFERRAL_CONSENTED'),
    ...about('PAYMENT_RESERVATION_REFUSED'),
    ...about('PAYMENT_RESERVATION_ENDED'),
    ...about('PAYMENT_RESERVED'),
  ])
  return about('PAYMENT_REFERRED').some((subject) => !over.has(subject))
}

/** What may become of its payment, as far as its time is concerned. */
export type PaymentNews = 'ASKED' | 'REFUSED' | 'GIVEN_UP'

/** When a received order ends unless it is paid by then. */
export function paymentEnds(news: PaymentNews, now: Date): Date {
  const hours = news === 'ASKED' ? longestPaymentDays * 24 : payAgainHours
  return new Date(now.getTime() + hours * 3_600_000)
}

/** A day so many days after an instant, in UTC. */
export function dayAfter(now: Date, days: number): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
}

/** Whether a payment of an order is reserved or being asked for: one that neither was refused nor has ended, or the one that came with the order, of which nothing was heard yet. */
export function isBeingPaid(facts: readonly Fact[], withOrder: boolean): boolean {
  const about = (...kinds: Fact['kind'][]): (string | undefined)[] =>
    facts.filter(({ kind }) => kinds.some((each) => each === kind)).map(({ subject }) => subject)
  const over = new Set(about('PAYMENT_RESERVATION_REFUSED', 'PAYMENT_RESERVATION_ENDED'))
  const begun = about('PAYMENT_RESERVATION_REQUESTED', 'PAYMENT_RESERVED')
  return begun.length + over.size === 0 ? withOrder : begun.some((subject) => !over.has(subject))
}

/** Whether the customer may cancel alone (C9): always before the sale is concluded; then as long as nothing was delivered, when the shop's terms say so. */
export function mayCancelAlone(status: ShopOrderStatus, delivered: boolean, byTerms: boolean): boolean {
  return status === 'RECEIVED' || (status === 'CONCLUDED' && byTerms && !delivered)
}
