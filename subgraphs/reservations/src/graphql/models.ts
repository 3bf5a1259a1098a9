import type { Lane, Restraint } from '../domain/dispatch.ts'
import type { KnownSystem } from '../store/authorization-systems.ts'
import type { KnownSchedule } from '../store/lanes.ts'
import type { FeedMessage } from '@torihiki/shared/feeds/live-feed.ts'
import type { AuthorizationResult, AuthorizationStatus } from '../domain/authorization.ts'
import type { BillStatus } from '../domain/billing.ts'
import type { InspectionParty } from '../domain/inspection.ts'
import type { PaymentMethodKind } from '../domain/payment-method.ts'
import type { PostingKind } from '../domain/posting.ts'
import type { ReservationStatus } from '../domain/reservation.ts'
import type { ReturnReason, ReturnStatus } from '../domain/goods-return.ts'
import type { PaymentPlace } from '../commands/report-guaranteed-payment.ts'
import type { AccountRow } from '../store/accounts.ts'
import type { ClaimPurchaseRow, ClaimTermsRow } from '../store/claims.ts'
import type { GiftStatus } from '../domain/gift.ts'
import type { GiftRow } from '../store/gifts.ts'
import type { GuaranteeRow } from '../store/guarantees.ts'
import type { PoolRow } from '../store/pools.ts'
import type { ReferralRow } from '../store/referrals.ts'
import type { RuleRow } from '../store/cooling-off.ts'
import type { InspectionTaskRow } from '../store/reservations.ts'

/** Rows as resolvers pass them on: what PostgreSQL gives, named as in the tables. Timestamps and bigints are text. */
export type PaymentMethodModel = {
  id: string
  member_id: string
  kind: PaymentMethodKind
  name: string
  currency: string
  card_token: string | null
  card_brand: string | null
  card_last_four: string | null
  card_expiry: string | null
  card_company: string | null
  account_reference: string | null
  account_sealed: string | null
}

export type PaymentReservationModel = {
  id: string
  transaction_number: string
  institution_id: string
  thread_id: string
  payer_id: string
  payee_id: string
  payment_method_id: string | null
  status: ReservationStatus
  planned_minor: string
  captured_minor: string | null
  currency: string
  due_on: string
  place_of_inspection: string | null
  merchant_name: string | null
  carrier_name: string | null
  /** Who confirms the inspection (B7). */
  inspection_by: InspectionParty[]
  carrier_id: string | null
  reserved_at: string
  expires_at: string
  refusal_code: string | null
  refusal: string | null
  awaits_approval: boolean
  guarantee_id: string | null
  refunded_minor: string
}

export type InspectionModel = {
  id: string
  thread_id: string
  confirmed_by: string
  on_behalf_of: string | null
  /** As what it was confirmed. */
  confirmed_as: InspectionParty
  /** Whether the reader is an end of the thread, or an operator: a carrier that confirmed it learns no amount. */
  for_party: boolean
  confirmed_at: string
  amount_minor: string
  currency: string
  final: boolean | null
}

export type LedgerAccountModel = AccountRow

/** A leg of a posting as its account's statement shows it. `amount` and `after` are minor units, credits − debits. */
export type StatementEntryModel = {
  posting_id: string
  posted_at: string
  kind: PostingKind
  currency: string
  amount: string
  after: string
  reference: string
  reservation_id: string | null
  reverses: string | null
  reason: string | null
}

export type CreditApprovalModel = {
  reservation_id: string
  decision: 'APPROVED' | 'REJECTED' | null
  decided_by: string | null
  reason: string | null
  decided_at: string | null
}

export type AuthorizationRequestModel = {
  id: string
  reservation_id: string
  status: AuthorizationStatus
  result: AuthorizationResult | null
  response_code: string | null
  requested_at: string
  answered_at: string | null
}

export type GuaranteeModel = GuaranteeRow
export type GuaranteePoolModel = PoolRow

/** A referral by a card company, its steps, and what whoever has the link is shown of it (C7). */
export type ReferralModel = ReferralRow
export type ReferralStepModel = {
  referral_id: string
  nth: number
  kind:
    | 'ASKED'
    | 'CONSENTED'
    | 'WITHHELD'
    | 'APPROVAL_STATED'
    | 'DECLINED'
    | 'CONFIRMED'
    | 'NOT_KNOWN'
    | 'LAPSED'
    | 'ENDED'
  by_id: string | null
  operator_id: string | null
  via: 'LINK' | 'SIGNED_IN' | null
  note: string | null
  at: string
}
export type ReferralNoticeModel = ReferralRow & {
  transaction_number: string
  planned_minor: string
  currency: string
  card_brand: string | null
  card_last_four: string | null
}

/** The hub's terms for claims, and a purchase of one. */
export type ClaimTermsModel = ClaimTermsRow
export type CreditClaimPurchaseModel = ClaimPurchaseRow

export type GiftModel = GiftRow

/** A step of a gift on its way. */
export type GiftStepModel = {
  gift_id: string
  nth: number
  kind: GiftStatus
  by_id: string
  operator_id: string | null
  at: string
}

/** A step in the life of a guarantee, numbered from 1. */
export type GuaranteeStepModel = {
  guarantee_id: string
  nth: number
  kind:
    | 'REQUESTED'
    | 'GRANTED'
    | 'REFUSED'
    | 'RELIED_ON'
    | 'SET_FREE'
    | 'ACCEPTED'
    | 'PAID'
    | 'INVOKED'
    | 'REPAID'
    | 'REDUCED'
    | 'CLEARED'
    | 'SOLD'
    | 'TAKEN_BACK'
    | 'RELEASED'
    | 'EXPIRED'
  by_id: string | null
  operator_id: string | null
  at: string
}

/** A payment by transaction number, as the institution that took it sees it. */
export type TakenPaymentModel = {
  id: string
  institution_id: string
  creditor_id: string
  minor: string
  currency: string
  reference: string
  taken_by: PaymentPlace
  at: string
  transaction_number: string
}

export type CreditBillModel = {
  id: string
  bill_number: string
  account_id: string
  member_id: string
  currency: string
  nth: number
  period_from: string | null
  period_to: string
  closed_on: string
  due_on: string
  amount_minor: string
  carried_minor: string
  total_minor: string
  paid_minor: string
  made_at: string
  status: BillStatus
}

/** A line of a bill: what was posted, above zero what was drawn, below what was refunded. */
export type CreditBillLineModel = {
  line: number
  posted_at: string
  kind: PostingKind
  minor: string
  currency: string
  reservation_id: string | null
}

export type CreditBillPaymentModel = { nth: number; minor: string; currency: string; paid_at: string }

export type GoodsReturnModel = {
  id: string
  thread_id: string
  contract_id: string
  reservation_id: string | null
  buyer_id: string
  seller_id: string
  carrier_id: string | null
  minor: string
  currency: string
  reason: ReturnReason
  description: string | null
  by_law: boolean
  status: ReturnStatus
  requested_at: string
  decided_at: string | null
  refusal: string | null
  returned_at: string | null
  reported_by: string | null
}

export type CoolingOffRuleModel = RuleRow

/** A thread is another subgraph's: here it is known by its id. */
export type CaseThreadModel = { id: string }

export type ReservationChangeModel = { message: FeedMessage }

/** A card company's lane with what is worked out of it now. */
export type AuthorizationLaneModel = {
  company: string
  known: KnownSchedule
  lane: Lane
  restraint: Restraint | null
  againAt: Date | null
}

/** An authorization system as it stands. */
export type AuthorizationSystemModel = KnownSystem

/** A row of `authorization_act`. */
export type AuthorizationActModel = {
  id: string
  company: string
  act: 'SCHEDULE_SET' | 'STOPPED' | 'RESUMED'
  by_id: string
  at: string
  reason: string | null
}
export type InspectionTaskModel = InspectionTaskRow
