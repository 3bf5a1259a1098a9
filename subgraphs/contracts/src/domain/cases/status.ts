/** The statuses of a case's thread (glossary, `Case`). */
export const caseStatuses = [
  'REGISTERED',
  'REFERRED',
  'ORDERED',
  'RESPONDED',
  'CONTRACTED',
  'RESERVED',
  'DELIVERED',
  'INSPECTED',
  'SETTLED',
  'DECLINED',
  'WITHDRAWN',
  'CANCELLED',
  'EXPIRED',
] as const
export type CaseStatus = (typeof caseStatuses)[number]

/** What may happen in a thread. Each is a fact: it is true for ever once it was recorded. */
export const caseEventKinds = [
  'CASE_REGISTERED',
  'CASE_REFERRED',
  'CASE_WITHDRAWN',
  'CASE_DECLINED',
  'CASE_EXPIRED',
  'ORDER_SENT',
  'ORDER_ANSWERED',
  'ORDER_ROUTED',
  'ORDER_NOT_ROUTED',
  'CONTRACT_SUBMITTED',
  'CONTRACT_COMPARED',
  'CONTRACT_CONFLICT_RAISED',
  'CONTRACT_NOTARIZED',
  'CANCELLATION_PROPOSED',
  'CONTRACT_CANCELLED',
  'HIDDEN_PURCHASE_COMMITTED',
  'HIDDEN_PURCHASE_AGREED',
  'PAYMENT_RESERVATION_REQUESTED',
  'PAYMENT_REFERRED',
  'REFERRAL_CONSENTED',
  'PAYMENT_RESERVED',
  'PAYMENT_RESERVATION_REFUSED',
  'PAYMENT_RESERVATION_ENDED',
  'DELIVERY_REPORTED',
  'GOODS_REPORTED',
  'INSPECTION_CONFIRMED',
  'PAYMENT_CAPTURED',
  'OBLIGATION_ARISEN',
  'SETTLEMENT_STARTED',
  'SETTLEMENT_ABORTED',
  'SETTLEMENT_REPORTED',
  'RETURN_REQUESTED',
  'RETURN_ACCEPTED',
  'RETURN_REFUSED',
  'RETURN_WITHDRAWN',
  'GOODS_RETURNED',
  'PAYMENT_REFUNDED',
  'LATENESS_FOUND',
  'LATENESS_RESOLVED',
] as const
export type CaseEventKind = (typeof caseEventKinds)[number]

/** A fact as it counts for the status: its kind, what it is about, and what further decides. */
export type Fact = {
  readonly kind: CaseEventKind
  /** What the fact is about: a reservation, a contract, a lateness. Facts about one subject belong together. */
  readonly subject?: string
  /** Of ORDER_ANSWERED: the response was DECLINED. */
  readonly declined?: boolean
  /** Of DELIVERY_REPORTED and INSPECTION_CONFIRMED: not all of it. */
  readonly partial?: boolean
  /** Of CONTRACT_COMPARED: the documents are not substantially equal. */
  readonly differs?: boolean
  /** Of LATENESS_FOUND and LATENESS_RESOLVED: what is late, or was. */
  readonly late?: 'DELIVERY' | 'SETTLEMENT'
  /** Of the same: which of the contract's deliveries, counted from 1. Left out: the first. */
  readonly part?: number
  /** Of ORDER_SENT: the order before it in this thread, which it takes the place of. */
  readonly replaces?: string
  /** Of what ends a thread: why, in the words of whoever ended it. Counts for nothing. */
  readonly reason?: string
  /** The hub did it for a side by the standing instruction of this shop, in this version (C1). Counts for nothing. */
  readonly instruction?: { readonly shopId: string; readonly version: number }
  /** Who did it for the actor, and by which channel that one was asked (B14). Counts for nothing. */
  readonly operator?: { readonly memberId: string; readonly channel: string }
}

/** A thread's standing, computed from all its facts. */
export type Standing = { readonly status: CaseStatus; readonly delayed: boolean; readonly partial: boolean }

/** How far each fact carries the business, furthest first. */
const milestones: readonly (readonly [CaseStatus, (facts: readonly Fact[]) => boolean])[] = [
  ['SETTLED', has('SETTLEMENT_REPORTED')],
  ['INSPECTED', has('INSPECTION_CONFIRMED')],
  ['DELIVERED', has('DELIVERY_REPORTED')],
  ['CANCELLED', has('CONTRACT_CANCELLED')],
  ['RESERVED', isReserved],
  ['CONTRACTED', isAgreed],
  ['DECLINED', (facts) => has('CASE_DECLINED')(facts) || facts.some((f) => f.kind === 'ORDER_ANSWERED' && f.declined)],
  ['WITHDRAWN', has('CASE_WITHDRAWN')],
  ['EXPIRED', has('CASE_EXPIRED')],
  ['ORDERED', hasOpenOrder],
  ['RESPONDED', has('ORDER_ANSWERED')],
  ['ORDERED', has('ORDER_SENT')],
  ['REFERRED', has('CASE_REFERRED')],
]

function has(kind: CaseEventKind): (facts: readonly Fact[]) => boolean {
  return (facts) => facts.some((fact) => fact.kind === kind)
}

/** An order waits for its answer: none was given, and no further order took its place. */
function hasOpenOrder(facts: readonly Fact[]): boolean {
  const over = new Set(
    facts.flatMap(({ kind, subject, replaces }) =>
      kind === 'ORDER_ANSWERED' ? [subject] : kind === 'ORDER_SENT' && replaces !== undefined ? [replaces] : [],
    ),
  )
  return facts.some(({ kind, subject }) => kind === 'ORDER_SENT' && subject !== undefined && !over.has(subject))
}

/** A contract stands: notarized, or one whose amount the hub does not know (B16). */
function isAgreed(facts: readonly Fact[]): boolean {
  return has('CONTRACT_NOTARIZED')(facts) || has('HIDDEN_PURCHASE_AGREED')(facts)
}

/** Reserved counts once the contract stands: a payment may be reserved with the order, before there is a contract. */
function isReserved(facts: readonly Fact[]): boolean {
  if (!isAgreed(facts)) return false
  const ended = new Set(facts.filter((f) => f.kind === 'PAYMENT_RESERVATION_ENDED').map((f) => f.subject))
  return facts.some((fact) => fact.kind === 'PAYMENT_RESERVED' && !ended.has(fact.subject))
}

/**
 * The standing that a set of facts gives (A13): the furthest milestone, and flags beside it. It does not depend on the
 * order in which the facts arrived, nor on how often one arrived.
 * `delayed` holds while something found late has not happened yet.
 */
export function standingOf(facts: readonly Fact[]): Standing {
  const status = milestones.find(([, reached]) => reached(facts))?.[0] ?? 'REGISTERED'
  // What was cancelled is owed no more: nothing of it can be late.
  const settled = has('SETTLEMENT_REPORTED')(facts) || status === 'CANCELLED'
  const delivered = facts.some((fact) => fact.kind === 'DELIVERY_REPORTED' && !fact.partial)
  const resolved = new Set(facts.filter((fact) => fact.kind === 'LATENESS_RESOLVED').map(latenessOf))
  const late = facts.some(
    (fact) =>
      fact.kind === 'LATENESS_FOUND' &&
      !resolved.has(latenessOf(fact)) &&
      (fact.late === 'DELIVERY' ? !delivered && !settled : !settled),
  )
  const partlyDelivered = has('DELIVERY_REPORTED')(facts) && !delivered
  const partlyInspected = facts.some((fact) => fact.kind === 'INSPECTION_CONFIRMED' && fact.partial)
  return { status, delayed: late, partial: partlyDelivered || partlyInspected }
}

function latenessOf({ subject, late, part = 1 }: Fact): string {
  return `${subject} ${late} ${part}`
}
