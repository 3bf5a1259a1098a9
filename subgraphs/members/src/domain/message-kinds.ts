/** Who gets mail of a kind by default: the side that did not act, both sides, the source or the partner alone, or nobody until it asks for it. */
type MailedTo = 'OTHER_SIDE' | 'BOTH' | 'SOURCE' | 'PARTNER' | 'NOBODY'

/**
 * What members are told of outside, by kind: the facts of their threads (A3 to A5, A10, A11, A13), what is late (A12), windows that were aborted (A9),
 * their bills (B21), their orders at shops (C7), and what concerns their webhooks. `event` is the type that webhooks know it by; null: it goes by mail alone.
 */
const kinds = {
  CASE_REGISTERED: { event: 'case.registered', mailed: 'NOBODY' },
  CASE_REFERRED: { event: 'case.referred', mailed: 'NOBODY' },
  CASE_WITHDRAWN: { event: 'case.withdrawn', mailed: 'NOBODY' },
  CASE_DECLINED: { event: 'case.declined', mailed: 'NOBODY' },
  CASE_EXPIRED: { event: 'case.expired', mailed: 'NOBODY' },
  ORDER_SENT: { event: 'case.order_sent', mailed: 'OTHER_SIDE' },
  ORDER_ANSWERED: { event: 'case.order_answered', mailed: 'OTHER_SIDE' },
  ORDER_ROUTED: { event: 'case.order_routed', mailed: 'NOBODY' },
  ORDER_NOT_ROUTED: { event: 'case.order_not_routed', mailed: 'PARTNER' },
  CONTRACT_SUBMITTED: { event: 'case.contract_submitted', mailed: 'NOBODY' },
  CONTRACT_COMPARED: { event: 'case.contract_compared', mailed: 'BOTH' },
  CONTRACT_CONFLICT_RAISED: { event: 'case.contract_conflict_raised', mailed: 'NOBODY' },
  CONTRACT_NOTARIZED: { event: 'case.contract_notarized', mailed: 'BOTH' },
  CANCELLATION_PROPOSED: { event: 'case.cancellation_proposed', mailed: 'NOBODY' },
  CONTRACT_CANCELLED: { event: 'case.contract_cancelled', mailed: 'NOBODY' },
  PAYMENT_RESERVATION_REQUESTED: { event: 'case.payment_reservation_requested', mailed: 'NOBODY' },
  PAYMENT_REFERRED: { event: 'case.payment_referred', mailed: 'NOBODY' },
  REFERRAL_CONSENTED: { event: 'case.referral_consented', mailed: 'PARTNER' },
  PAYMENT_RESERVED: { event: 'case.payment_reserved', mailed: 'SOURCE' },
  PAYMENT_RESERVATION_REFUSED: { event: 'case.payment_reservation_refused', mailed: 'SOURCE' },
  PAYMENT_RESERVATION_ENDED: { event: 'case.payment_reservation_ended', mailed: 'NOBODY' },
  DELIVERY_REPORTED: { event: 'case.delivery_reported', mailed: 'NOBODY' },
  GOODS_REPORTED: { event: 'case.goods_reported', mailed: 'NOBODY' },
  INSPECTION_CONFIRMED: { event: 'case.inspection_confirmed', mailed: 'NOBODY' },
  PAYMENT_CAPTURED: { event: 'case.payment_captured', mailed: 'NOBODY' },
  OBLIGATION_ARISEN: { event: 'case.obligation_arisen', mailed: 'NOBODY' },
  SETTLEMENT_STARTED: { event: 'case.settlement_started', mailed: 'NOBODY' },
  SETTLEMENT_ABORTED: { event: 'case.settlement_aborted', mailed: 'NOBODY' },
  SETTLEMENT_REPORTED: { event: 'case.settlement_reported', mailed: 'BOTH' },
  RETURN_REQUESTED: { event: 'case.return_requested', mailed: 'OTHER_SIDE' },
  RETURN_ACCEPTED: { event: 'case.return_accepted', mailed: 'OTHER_SIDE' },
  RETURN_REFUSED: { event: 'case.return_refused', mailed: 'OTHER_SIDE' },
  RETURN_WITHDRAWN: { event: 'case.return_withdrawn', mailed: 'NOBODY' },
  GOODS_RETURNED: { event: 'case.goods_returned', mailed: 'NOBODY' },
  PAYMENT_REFUNDED: { event: 'case.payment_refunded', mailed: 'BOTH' },
  HIDDEN_PURCHASE_COMMITTED: { event: 'case.hidden_purchase_committed', mailed: 'OTHER_SIDE' },
  HIDDEN_PURCHASE_AGREED: { event: 'case.hidden_purchase_agreed', mailed: 'BOTH' },
  DELIVERY_LATE: { event: 'contract.delivery_late', mailed: 'BOTH' },
  SETTLEMENT_LATE: { event: 'contract.settlement_late', mailed: 'BOTH' },
  BILL_MADE: { event: 'bill.made', mailed: 'BOTH' },
  BILL_PAID: { event: 'bill.paid', mailed: 'BOTH' },
  BILL_OVERDUE: { event: 'bill.overdue', mailed: 'BOTH' },
  SHOP_ORDER_CONCLUDED: { event: 'shop_order.concluded', mailed: 'BOTH' },
  SHOP_ORDER_UNPAID: { event: 'shop_order.unpaid', mailed: 'BOTH' },
  SHOP_ORDER_NOT_CONCLUDED: { event: 'shop_order.not_concluded', mailed: 'BOTH' },
  SHOP_ORDER_CANCELLED: { event: 'shop_order.cancelled', mailed: 'BOTH' },
  GIFT_ENTRUSTED: { event: 'gift.entrusted', mailed: 'BOTH' },
  GIFT_RECEIVED: { event: 'gift.received', mailed: 'BOTH' },
  GIFT_REPORTED: { event: 'gift.reported', mailed: 'BOTH' },
  GUARANTEE_REQUESTED: { event: 'guarantee.requested', mailed: 'BOTH' },
  GUARANTEE_GRANTED: { event: 'guarantee.granted', mailed: 'BOTH' },
  GUARANTEE_REFUSED: { event: 'guarantee.refused', mailed: 'BOTH' },
  GUARANTEE_PAYABLE: { event: 'guarantee.payable', mailed: 'BOTH' },
  GUARANTEE_PAID: { event: 'guarantee.paid', mailed: 'BOTH' },
  GUARANTEE_INVOKED: { event: 'guarantee.invoked', mailed: 'BOTH' },
  GUARANTEE_REDUCED: { event: 'guarantee.reduced', mailed: 'BOTH' },
  GUARANTEE_SOLD: { event: 'guarantee.sold', mailed: 'BOTH' },
  GUARANTEE_TAKEN_BACK: { event: 'guarantee.taken_back', mailed: 'BOTH' },
  GUARANTEE_RELEASED: { event: 'guarantee.released', mailed: 'BOTH' },
  GUARANTEE_EXPIRED: { event: 'guarantee.expired', mailed: 'BOTH' },
  REFERRAL_CONSENT: { event: 'referral.consent_asked', mailed: 'BOTH' },
  REFERRAL_NOT_KNOWN: { event: 'referral.approval_not_known', mailed: 'BOTH' },
  WINDOW_ABORTED: { event: 'settlement.window_aborted', mailed: 'BOTH' },
  WEBHOOK_DISABLED: { event: null, mailed: 'BOTH' },
  APPLICATION_RECEIVED: { event: null, mailed: 'BOTH' },
  MEMBER_APPROVED: { event: null, mailed: 'BOTH' },
  MEMBER_REJECTED: { event: null, mailed: 'BOTH' },
} as const satisfies Record<string, { event: string | null; mailed: MailedTo }>

/** A kind of message to members. */
export type MessageKind = keyof typeof kinds
/** All kinds of messages. */
export const messageKinds = Object.keys(kinds) as MessageKind[]

/** How a message goes out. */
export const messageChannels = ['MAIL', 'WEBHOOK'] as const
export type MessageChannel = (typeof messageChannels)[number]

/** What a webhook is sent to be tried. */
export const testEvent = 'webhook.test'
/** Facts that are not mailed, for a warning of its own is (`contract.delivery_late`); webhooks are told of them as the facts that they are. */
const latenessEvents = ['case.lateness_found', 'case.lateness_resolved']

/** The types of events that webhooks may ask for. */
export const webhookEvents: readonly string[] = [
  ...messageKinds.flatMap((kind) => kinds[kind].event ?? []),
  ...latenessEvents,
]

/** Whether a text is a kind of message. A newer part of the hub may tell of facts that have no letter yet. */
export function isMessageKind(text: string): text is MessageKind {
  return Object.hasOwn(kinds, text)
}

/** The kinds that a member may choose channels for: of its webhook that was disabled, and of its application, it is always told by mail. */
export const chosenKinds: readonly MessageKind[] = messageKinds.filter((kind) => kinds[kind].event !== null)

/** The channels of a kind while the member has chosen none. */
export function usualChannels(kind: MessageKind): readonly MessageChannel[] {
  return kinds[kind].mailed === 'NOBODY' ? ['WEBHOOK'] : kinds[kind].event === null ? ['MAIL'] : messageChannels
}

/** The type under which webhooks know a fact of a thread, one that has no kind of its own included. */
export function eventOfFact(fact: string): string {
  return (isMessageKind(fact) ? kinds[fact].event : null) ?? `case.${fact.toLowerCase().replace(/^case_/, '')}`
}

/** The type under which webhooks know a lateness. */
export function eventOfLateness(kind: 'DELIVERY' | 'SETTLEMENT'): { kind: MessageKind; event: string } {
  return kind === 'DELIVERY'
    ? { kind: 'DELIVERY_LATE', event: kinds.DELIVERY_LATE.event }
    : { kind: 'SETTLEMENT_LATE', event: kinds.SETTLEMENT_LATE.event }
}

/** The kind of message that tells a member of a bill of its, and the type under which webhooks know it (B21). */
export function messageOfBill(change: 'MADE' | 'PAID' | 'OVERDUE'): { kind: MessageKind; event: string } {
  const kind = `BILL_${change}` as const
  return { kind, event: kinds[kind].event }
}

/** The kind of message that tells a customer what became of its order at a shop (C7), and the type under which webhooks know it. */
export function messageOfShopOrder(news: 'CONCLUDED' | 'UNPAID' | 'NOT_CONCLUDED' | 'CANCELLED'): {
  kind: MessageKind
  event: string
} {
  const kind = `SHOP_ORDER_${news}` as const
  return { kind, event: kinds[kind].event }
}

/** The kinds of messages that ask a customer for its consent, and tell a shop that a card company does not know its code (C7), and their types for webhooks. */
export const messageOfReferral = {
  ASKED: { kind: 'REFERRAL_CONSENT', event: kinds.REFERRAL_CONSENT.event },
  NOT_KNOWN: { kind: 'REFERRAL_NOT_KNOWN', event: kinds.REFERRAL_NOT_KNOWN.event },
} as const

/** The kind of message that tells a member of an aborted window in which it had a position (A9), and the type under which webhooks know it. */
export const messageOfAbort = { kind: 'WINDOW_ABORTED', event: kinds.WINDOW_ABORTED.event } as const

/** The kind of a step of a gift (B11) or of a guarantee (B10), and the type under which webhooks know it. */
export function messageOfStep<K extends `GIFT_${GiftStep}` | `GUARANTEE_${GuaranteeStep}`>(
  kind: K,
): { kind: K; event: string } {
  return { kind, event: kinds[kind].event }
}

type GiftStep = 'ENTRUSTED' | 'RECEIVED' | 'REPORTED'
type GuaranteeStep =
  | 'REQUESTED'
  | 'GRANTED'
  | 'REFUSED'
  | 'PAYABLE'
  | 'PAID'
  | 'INVOKED'
  | 'REDUCED'
  | 'SOLD'
  | 'TAKEN_BACK'
  | 'RELEASED'
  | 'EXPIRED'

/** A fact as it decides who is written to. */
type FactToTell = {
  kind: string
  bySide: 'SOURCE' | 'PARTNER' | null
  differs?: boolean | undefined
  byInstruction?: boolean | undefined
}

/**
 * The kind of the letter that tells a side of a fact by mail; null when none does: nobody is written to about what it did itself, and of
 * a comparison only when the documents differ, for when they agree the contract is told of. What is mailed to the source alone the partner gets when it has chosen so.
 */
export function letterOfFact(
  { kind, bySide, differs, byInstruction }: FactToTell,
  side: 'SOURCE' | 'PARTNER',
  hasChosen = false,
): MessageKind | null {
  if (!isMessageKind(kind) || bySide === side) return null
  // The customer of a shop is told of its order instead, in one letter.
  if (byInstruction && side === 'SOURCE') return null
  if (kinds[kind].mailed === 'SOURCE' && side !== 'SOURCE' && !hasChosen) return null
  if (kinds[kind].mailed === 'PARTNER' && side !== 'PARTNER') return null
  return kind === 'CONTRACT_COMPARED' && !differs ? null : kind
}
