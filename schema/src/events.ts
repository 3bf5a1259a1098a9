import { z } from 'zod'
import { shopEvents } from './shop-events.ts'

/**
 * The events that cross from one subgraph to others. Each is written to its origin's outbox in the transaction that
 * made it true, and reaches every consumer at least once; consumers record its id with their effect.
 * Amounts are minor units as decimal strings. No personal data: names and addresses stay with `members`.
 */
const id = z.string().min(1)
const minor = z.string().regex(/^-?\d+$/)
const currency = z.string().length(3)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const amount = { amountMinor: minor, currency }

export const levelLimits = z.object({
  code: z.string(),
  version: z.number().int(),
  operations: z.array(z.string()),
  maxPerTransaction: z.record(z.string(), minor),
  maxPerDay: z.record(z.string(), minor),
  /** Groups whose members may be dealt with; null or absent: everybody. */
  partnerGroups: z.array(z.string()).nullish(),
})
/** An authentication level as other subgraphs know it (A7): limits per currency in minor units. */
export type LevelLimits = z.infer<typeof levelLimits>

const settlementMethod = z.enum(['GROSS', 'NET'])
const payment = z.enum(['RESERVED', 'ON_ACCOUNT'])
const threadParties = { threadId: id, caseId: id, sourceId: id, partnerId: id }

const payloads = {
  /** A member as it is now; `version` grows with each change, older versions are ignored. */
  MemberRecorded: z.object({
    memberId: id,
    version: z.number().int(),
    status: z.enum(['PROVISIONAL', 'ACTIVE', 'REJECTED', 'SUSPENDED', 'ERASED']),
    roles: z.array(z.string()),
    level: levelLimits.nullable(),
    settlementAgentId: id.nullable(),
    groupName: z.string().nullable(),
    /** A person or a guest: what names it is personal, and is destroyed when it is ERASED (B2). Absent in events of earlier versions. */
    personal: z.boolean().optional(),
    /** Whom its application was addressed to when it was approved: whose own member it is (B13). Absent in events of earlier versions. */
    sponsorId: id.nullish(),
    /** It buys as a consumer: by which country's law, when that is known (B15). Absent in events of earlier versions. */
    consumer: z.boolean().optional(),
    country: z.string().nullish(),
    /** It takes part once (B2), and in which language it is written to. Absent in events of earlier versions. */
    guest: z.boolean().optional(),
    language: z.string().nullish(),
  }),
  /** An operator acted for a member (B14): both, the channel and what was done, for the audit trail. */
  OperatorActed: z.object({
    operatorId: id,
    memberId: id,
    channel: z.enum(['TELEPHONE', 'FAX', 'LETTER']),
    operation: z.string(),
  }),
  /** An opportunity was published, or edited to this revision (A1): it is to be compared with members' interests (A2). */
  OpportunityRecorded: z.object({ opportunityId: id, revision: z.number().int() }),
  ...shopEvents,
  /** A case got a thread with a partner (A13). */
  ThreadOpened: z.object({
    ...threadParties,
    /** By which kinds of payment methods a shop lets its order be paid (C4); null: all. */
    methodKinds: z.array(z.string()).nullish(),
  }),
  /**
   * A thread has a new fact (A3 to A5, A10, A11, A13): its two ends are to be told outside too, by mail and webhook, where they asked for it.
   * `version` counts the facts of the thread without gaps, so a receiver can put them in order.
   */
  CaseProgressed: z.object({
    ...threadParties,
    caseCode: z.string(),
    version: z.number().int(),
    kind: z.string(),
    bySide: z.enum(['SOURCE', 'PARTNER']).nullable(),
    statusBefore: z.string().nullable(),
    status: z.string(),
    /** Of CONTRACT_COMPARED: the documents are not substantially equal. */
    differs: z.boolean().optional(),
    /** It belongs to an order at a shop, where the hub acts by a standing instruction (C1): the customer hears of its order instead. */
    byInstruction: z.boolean().optional(),
  }),
  /** A view of cases is to be built anew (A16), or the rebuild is to go on. */
  CaseViewRebuildRequested: z.object({ rebuildId: id }),
  /** A lateness was found, or has escalated (A12): these members are to be warned outside too, by mail and webhook. */
  LatenessWarned: z.object({
    latenessId: id,
    contractId: id,
    contractCode: z.string(),
    threadId: id,
    kind: z.enum(['DELIVERY', 'SETTLEMENT']),
    level: z.number().int(),
    dueOn: day,
    warnedIds: z.array(id),
  }),
  /** A thread came to an end without a contract, or is paid at an institution alone (HIDDEN, B16): what is held for it is to be given back. */
  ThreadEnded: z.object({ threadId: id, status: z.enum(['DECLINED', 'WITHDRAWN', 'CANCELLED', 'EXPIRED', 'HIDDEN']) }),
  /** An order was sent (A3); with a payment method its total is to be reserved (C2). */
  OrderSent: z.object({
    orderId: id,
    threadId: id,
    payerId: id,
    payeeId: id,
    ...amount,
    paymentMethodId: id.nullable(),
    /** The order before it in the thread, which it takes the place of: what is held for that one is given back. */
    replacesOrderId: id.nullable(),
    /** The guarantee that stands for the payment (B10). */
    guaranteeNumber: z.string().nullish(),
    /** By which kinds of payment methods the shop lets it be paid (C4); null: all. */
    methodKinds: z.array(z.string()).nullish(),
  }),
  /** Both documents agreed (A5). The amount is the payable one: the lower of the two sides'. */
  ContractNotarized: z.object({
    contractId: id,
    contractCode: z.string(),
    threadId: id,
    buyerId: id,
    sellerId: id,
    ...amount,
    payment,
    settlement: settlementMethod,
    settlementAgentId: id,
    deliverBy: day.nullable(),
    payBy: day.nullable(),
  }),
  /** A card company has been asked; nothing is promised yet. */
  PaymentReservationRequested: z.object({ reservationId: id, threadId: id, ...amount }),
  PaymentReserved: z.object({ reservationId: id, threadId: id, ...amount }),
  PaymentReservationRefused: z.object({ reservationId: id, threadId: id, reason: z.string() }),
  PaymentReservationEnded: z.object({ reservationId: id, threadId: id, how: z.enum(['VOIDED', 'EXPIRED']) }),
  /** The recipient's check (B7). On account it makes the amount payable. */
  InspectionConfirmed: z.object({
    inspectionId: id,
    threadId: id,
    contractId: id,
    confirmedById: id,
    onBehalfOfId: id.nullable(),
    /** How the member asked the operator who confirmed while acting for it (B14). */
    channel: z.enum(['TELEPHONE', 'FAX', 'LETTER']).nullish(),
    ...amount,
    payment,
    partial: z.boolean(),
    buyerId: id,
    sellerId: id,
    settlement: settlementMethod,
    settlementAgentId: id,
  }),
  /** A hold was paid (B8): from here the institution owes the payee (step 5 of the money model). */
  PaymentCaptured: z.object({
    captureId: id,
    reservationId: id,
    threadId: id,
    contractId: id,
    institutionId: id,
    payeeId: id,
    ...amount,
    settlement: settlementMethod,
    settlementAgentId: id,
    /** The payee has its deposit in the same book (B9): nobody owes it anything. */
    payeeHasIt: z.boolean().optional(),
    /** What the institution quotes when it pays the payee: the guarantee's number (B10). */
    transactionNumber: z.string().nullish(),
  }),
  /** A payer paid an institution after its guarantor was called upon (B10): the institution owes the guarantor, outside the contract. */
  GuaranteeRepaid: z.object({
    paymentId: id,
    threadId: id,
    contractId: id,
    institutionId: id,
    guarantorId: id,
    ...amount,
    settlement: settlementMethod,
    settlementAgentId: id,
    transactionNumber: z.string(),
  }),
  /** The hub bought what a payer owes its guarantor, or gave it back (B19, step 16): the one owes the other the price, or what was paid of it. */
  CreditClaimOwed: z.object({
    owedId: id,
    kind: z.enum(['PRICE', 'RECOURSE']),
    threadId: id,
    contractId: id,
    debtorId: id,
    creditorId: id,
    ...amount,
    settlement: settlementMethod,
    settlementAgentId: id,
    transactionNumber: z.string().nullable(),
  }),
  /** A step of a gift on its way (B11): whom it concerns is to be told outside too. Neither recipient nor amount is in it. */
  GiftProgressed: z.object({
    giftId: id,
    kind: z.enum(['ENTRUSTED', 'RECEIVED', 'REPORTED']),
    byId: id,
    toldId: id,
    contractCode: z.string().nullable(),
  }),
  /** A step in the life of a guarantee (B10): those whom it concerns are to be told outside too. */
  GuaranteeProgressed: z.object({
    guaranteeId: id,
    kind: z.enum([
      'REQUESTED',
      'GRANTED',
      'REFUSED',
      'PAYABLE',
      'PAID',
      'INVOKED',
      'REDUCED',
      'SOLD',
      'TAKEN_BACK',
      'RELEASED',
      'EXPIRED',
    ]),
    transactionNumber: z.string().nullable(),
    byId: id.nullable(),
    toldIds: z.array(id),
    ...amount,
    dueOn: day,
  }),
  /** A return of goods went a step on (B15). `byId` null: by law, or by the hub. */
  ReturnProgressed: z.object({
    returnId: id,
    threadId: id,
    buyerId: id,
    sellerId: id,
    step: z.enum(['REQUESTED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN', 'GOODS_RETURNED', 'REFUNDED']),
    byId: id.nullable(),
  }),
  /** A buyer got back what it had paid, or owes its guarantor less (B15): from here the debtor, who was paid for the goods, owes that to who paid it back (step 12). */
  PaymentRefunded: z.object({
    refundId: id,
    returnId: id,
    threadId: id,
    contractId: id,
    debtorId: id,
    creditorId: id,
    ...amount,
    settlement: settlementMethod,
    settlementAgentId: id,
  }),
  /** The debtor of a refund has paid it in. */
  RefundSettled: z.object({ refundId: id, obligationId: id }),
  /** What an institution, or a guarantor, owed for a capture is paid (A11): its book owes it onwards no more. */
  PaymentSettled: z.object({ captureId: id, obligationId: id }),
  /** A card company is to be asked to refund (B15). */
  RefundAsked: z.object({ refundId: id }),
  /** A card of a member that is erased is to be destroyed in the vault (C3). */
  CardDestructionOwed: z.object({ destructionId: id }),
  /** A consumer has what it bought, and may give it back until then by law (B15). */
  CoolingOffBegan: z.object({ threadId: id, memberId: id, until: z.string() }),
  /** A bill for what a member drew on credit was made, paid, or is overdue (B21): the member is to be told outside too. */
  CreditBillChanged: z.object({
    billId: id,
    billNumber: z.string(),
    memberId: id,
    change: z.enum(['MADE', 'PAID', 'OVERDUE']),
    /** MADE: what is to be paid in all; PAID: what was paid of it; OVERDUE: what is unpaid of it. */
    ...amount,
    dueOn: day,
  }),
  /** A card company is to be asked (C5, C6). */
  AuthorizationRequested: z.object({ requestId: id }),
  /** A card company said that an amount exceeds the ceiling, and what followed (C7): the customer's consent was asked or given, or the company does not know the shop's code. */
  ReferralProgressed: z.object({
    referralId: id,
    reservationId: id,
    threadId: id,
    payerId: id,
    payeeId: id,
    step: z.enum(['ASKED', 'CONSENTED', 'NOT_KNOWN']),
    transactionNumber: z.string(),
    ...amount,
    actBy: z.string(),
  }),
  /** A card company is to be told of an approval that it gave by another contact (C7). */
  ReferralAdviceOwed: z.object({ referralId: id }),
  /** A card company is to be told that an authorization is not needed any more. */
  AuthorizationReversalRequested: z.object({ requestId: id }),
  ObligationArisen: z.object({ obligationId: id, threadId: id, contractId: id, ...amount }),
  /** The obligation went into a closed window, or to its agent alone. */
  SettlementStarted: z.object({ obligationId: id, threadId: id, contractId: id, windowId: id.nullable() }),
  /** The window was aborted before anything of it was paid (A9): the obligation is open again, and goes into the next. */
  SettlementAborted: z.object({ obligationId: id, threadId: id, contractId: id, windowId: id }),
  /** A window was aborted: these members, who had positions in it, are to be told outside too. One event tells 200 at most. */
  SettlementWindowAborted: z.object({ windowId: id, agentId: id, toldIds: z.array(id) }),
  /** A level has a new version (A7): its members after this one are still to be told, in batches. */
  AuthenticationLevelChanged: z.object({ code: z.string(), version: z.number().int(), afterMemberId: id.nullable() }),
  /** An institution owes the hub a report on a purchase whose amount the hub does not know (B16). */
  HubReportOwed: z.object({
    threadId: id,
    step: z.enum(['RESERVED', 'ENDED', 'INSPECTED', 'PAID']),
    reportId: id,
    at: z.string(),
  }),
  /** An instruction is to be sent to its agent. */
  InstructionIssued: z.object({ instructionId: id }),
  /** An instruction is not to be paid any more: its agent is to be told (A9). */
  InstructionCancelled: z.object({ instructionId: id }),
  /** The agent reported (A11): recorded on every contract it covers. With no hub between the institution itself settled, and the id is the capture's (B9). */
  ObligationSettled: z.object({
    obligationId: id,
    threadId: id,
    contractId: id,
    windowId: id.nullable(),
    agentId: id,
    reference: z.string(),
    settledAt: z.string(),
    ...amount,
  }),
} as const

export type EventType = keyof typeof payloads
export type EventPayload<T extends EventType> = z.infer<(typeof payloads)[T]>
export const eventTypes = Object.keys(payloads) as EventType[]

/** An event as it travels. `id` is unique for ever: consumers know by it what they have had. */
export type PublishedEvent<T extends EventType = EventType> = {
  [K in T]: { id: string; type: K; origin: string; at: string; payload: EventPayload<K> }
}[T]

/**
 * The one parser of events, used where they are read back.
 * @throws ZodError when the payload is not of the event's form: a defect of the origin, never of a caller
 */
export function parseEvent(row: {
  id: string
  type: string
  origin: string
  at: string
  payload: unknown
}): PublishedEvent {
  if (!isEventType(row.type)) throw new Error(`Unknown event type ${row.type} (event ${row.id} of ${row.origin}).`)
  return { ...row, payload: payloads[row.type].parse(row.payload) } as PublishedEvent
}

function isEventType(text: string): text is EventType {
  return Object.hasOwn(payloads, text)
}
