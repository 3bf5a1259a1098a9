/** Why goods are given back (B15). COOLING_OFF needs no further reason, and within the period by law no consent. */
export const returnReasons = ['WRONG_GOODS', 'DAMAGED', 'INCOMPLETE', 'COOLING_OFF', 'OTHER'] as const
export type ReturnReason = (typeof returnReasons)[number]

/** The states of a return of goods. */
export type ReturnStatus = 'REQUESTED' | 'ACCEPTED' | 'REFUSED' | 'WITHDRAWN' | 'REFUNDING' | 'REFUNDED'
type ReturnEvent = 'Requested' | 'Accepted' | 'Refused' | 'Withdrawn' | 'GoodsReturned' | 'Refunded'

/** The life of a return (B15): from which state what leads where. `NONE` is before it is on record. Goods that are back are refunded, never refused. */
export const returnTransitions = {
  NONE: { Requested: 'REQUESTED' },
  REQUESTED: { Accepted: 'ACCEPTED', Refused: 'REFUSED', Withdrawn: 'WITHDRAWN' },
  ACCEPTED: { Withdrawn: 'WITHDRAWN', GoodsReturned: 'REFUNDING' },
  REFUNDING: { Refunded: 'REFUNDED' },
  REFUSED: {},
  WITHDRAWN: {},
  REFUNDED: {},
} as const satisfies Record<ReturnStatus | 'NONE', Partial<Record<ReturnEvent, ReturnStatus>>>

/** The states in which a return is open: something of what was paid is spoken for. */
export const openReturnStatuses = ['REQUESTED', 'ACCEPTED', 'REFUNDING'] as const satisfies readonly ReturnStatus[]

/** The state after an event, or null when it cannot happen. */
export function returnAfter(status: ReturnStatus | 'NONE', event: ReturnEvent): ReturnStatus | null {
  const ways: Partial<Record<ReturnEvent, ReturnStatus>> = returnTransitions[status]
  return ways[event] ?? null
}

/** The states of a refund by a card company. `DECLINED`: it would not, and the payer's deposit got the amount instead. */
export type RefundStatus = 'QUEUED' | 'SENT' | 'DONE' | 'DECLINED'

/** What may be given back still: what was paid less what was refunded and what open returns speak for; minor units. */
export function returnable(paid: bigint, refunded: bigint, spokenFor: bigint): bigint {
  const left = paid - refunded - spokenFor
  return left > 0n ? left : 0n
}
