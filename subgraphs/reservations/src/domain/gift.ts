/** The states of a gift on its way (B11): each is what was said last. */
export const giftStatuses = ['ADDRESSED', 'ENTRUSTED', 'RECEIVED', 'REPORTED'] as const
export type GiftStatus = (typeof giftStatuses)[number]

/** How a gift gets to its recipient: a carrier brings it, or it is picked up at a store. */
export const giftHandlings = ['CARRIER', 'STORE'] as const
export type GiftHandling = (typeof giftHandlings)[number]

/** What may be said of a gift in each state. Until it is received it may be said anew by whom it is entrusted to, and, before that, to whom it goes. */
export const giftTransitions = {
  NONE: ['ADDRESSED'],
  ADDRESSED: ['ADDRESSED', 'ENTRUSTED'],
  ENTRUSTED: ['ENTRUSTED', 'RECEIVED'],
  RECEIVED: ['REPORTED'],
  REPORTED: [],
} as const satisfies Record<GiftStatus | 'NONE', readonly GiftStatus[]>

/** Whether this may be said of a gift in this state. */
export function maySay(status: GiftStatus | 'NONE', next: GiftStatus): boolean {
  const ways: readonly GiftStatus[] = giftTransitions[status]
  return ways.includes(next)
}

/** How many days after its end name and address of a recipient are kept, so that a wrong delivery can be mended; then they are destroyed. */
export const addresseeKeptDays = 30
/** How many days they are kept at most when nobody reports a receipt: as long as a payment may be ahead. */
export const longestGiftDays = 396

/** Roles of those to whom goods may be entrusted. A store is a merchant, or an institution with counters; so is a carrier's depot. */
export const handlerRoles: Record<GiftHandling, readonly string[]> = {
  CARRIER: ['CARRIER'],
  STORE: ['SELLER', 'PAYMENT_INSTITUTION', 'CARRIER'],
}

/** A reservation of which the receipt cannot be the inspection any more, because the payer inspected itself: the receipt is told all the same. */
export const inspectedStates: readonly string[] = ['INSPECTED', 'CAPTURING', 'CAPTURED']
