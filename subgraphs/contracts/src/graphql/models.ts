import type { FeedMessage } from '@torihiki/shared/feeds/live-feed.ts'
import type { EntryKind } from '../domain/log/entry.ts'
import type { ThreadSide } from '../domain/cases/actions.ts'
import type { EscalationAction, EscalationStep } from '../domain/cases/lateness.ts'
import type { CaseEventKind, CaseStatus } from '../domain/cases/status.ts'
import type { OrderLine } from '../commands/order-lines.ts'
import type { OrderTerms } from '../commands/order-terms.ts'
import type { Summary } from '../views/read-view.ts'
import type { Discrepancy, ReportComparison, Verdict } from '../domain/matching/index.ts'
import type { Candidate } from '../domain/routing/route.ts'
import type { OutletRevisionRow, OutletRow, StockChangeRow, StockRow } from '../store/outlets.ts'
import type { RouteRow, RoutingRow } from '../store/routings.ts'
import type { ShopOrderRow, ShopOrderStepRow } from '../store/shop-orders.ts'
import type { ToleranceRow } from '../store/tolerances.ts'
import type { CalendarVersion, StepsVersion } from '../store/calendars.ts'

/** Rows as resolvers pass them on: what PostgreSQL gives, named as in the tables. Timestamps and bigints are text. */
export type CaseModel = {
  id: string
  case_code: string
  source_id: string
  title: string
  description: string
  opportunity_id: string | null
  budget_minor: string | null
  budget_currency: string | null
  registered_at: string
  expires_at: string | null
}

export type CaseThreadModel = {
  id: string
  case_id: string
  source_id: string
  partner_id: string
  version: number
  status: CaseStatus
  delayed: boolean
  partial: boolean
  changed_at: string
  expires_at: string | null
}

export type OrderModel = {
  id: string
  order_code: string
  thread_id: string
  currency: string
  lines: OrderLine[]
  total_minor: string
  version: number
  replaces_id: string | null
  guarantee_number: string | null
  replaced_by_id: string | null
  deliver_from: string | null
  deliver_by: string | null
  terms: OrderTerms | null
  note: string | null
  sent_at: string
}

export type OrderResponseModel = {
  order_id: string
  version: number
  kind: 'ACCEPTED' | 'ACCEPTED_WITH_CHANGES' | 'DECLINED'
  note: string | null
  lines: OrderLine[] | null
  total_minor: string | null
  currency: string
  deliver_from: string | null
  deliver_by: string | null
  terms: OrderTerms | null
  responded_at: string
}

/** An order at a shop (C1), and a state that it was in. */
export type ShopOrderModel = ShopOrderRow
export type ShopOrderStepModel = ShopOrderStepRow

export type ContractModel = {
  id: string
  contract_code: string
  thread_id: string
  buyer_id: string
  seller_id: string
  total_minor: string
  currency: string
  payment: 'RESERVED' | 'ON_ACCOUNT'
  settlement: 'GROSS' | 'NET'
  settlement_agent_id: string
  deliver_by: string | null
  pay_by: string | null
  notarized_at: string
  cancelled_at: string | null
  time_zone: string
  calendar: string
  escalation: EscalationStep[]
}

export type LatenessModel = {
  id: string
  thread_id: string
  contract_id: string
  contract_code: string
  kind: 'DELIVERY' | 'SETTLEMENT'
  part: number
  level: number
  action: EscalationAction
  due_on: string
  falls_on: string
  found_at: string
  resolved_at: string | null
  warned_ids: string[]
}

export type DeliveryModel = { contract_id: string; part: number; due_on: string; fulfilled_at: string | null }

export type BusinessCalendarModel = CalendarVersion
export type EscalationStepsModel = StepsVersion

export type DeliveryReportModel = {
  id: string
  thread_id: string
  reported_by: string
  reported_at: string
  delivered_on: string
  carrier_name: string | null
  note: string | null
  partial: boolean
  before_reservation: boolean
}

export type CaseEventModel = {
  version: number
  kind: CaseEventKind
  at: string
  actor_id: string | null
  status_after: CaseStatus
  reason: string | null
  operator: { memberId: string; channel: string } | null
  instruction: { shopId: string; version: number } | null
}

export type GoodsReportModel = {
  id: string
  thread_id: string
  kind: 'DESPATCH_ADVICE' | 'RECEIPT_ADVICE'
  document_id: string
  sha256: string
  reported_by: string
  reported_at: string
  comparison: GoodsComparisonModel
}

export type GoodsComparisonModel = Omit<ReportComparison, 'discrepancies'> & { discrepancies: DiscrepancyModel[] }

/** A summary with its counterparts, those with the most cases first. */
export type CaseSummaryModel = Omit<Summary, 'counts'> & {
  byStatus: { status: CaseStatus; count: number }[]
  counterparts: {
    counterpart: { __typename: 'Member'; id: string }
    total: number
    byStatus: { status: CaseStatus; count: number }[]
  }[]
}

export type CaseNoteModel = {
  id: string
  thread_id: string
  text: string
  written_at: string
  edited_at: string | null
}

export type LogEntryModel = {
  leaf_index: string
  kind: EntryKind
  at: string
  leaf_hash: Buffer
}

export type MemberModel = { __typename?: 'Member'; id: string }

export type SigningKeyModel = {
  id: string
  member_id: string
  name: string
  public_x: string
  fingerprint: string
  registered_at: string
  revoked_at: string | null
}

export type ToleranceProfileModel = ToleranceRow

export type ContractSubmissionModel = {
  id: string
  thread_id: string
  side: 'BUYER' | 'SELLER'
  submitted_at: string
  document_kind: string
  sha256: string
  rounding_only: boolean
  signing_key_id: string | null
  signature: string | null
}

export type ContractComparisonModel = {
  thread_id: string
  verdict: Verdict
  rule_set: string
  discrepancies: DiscrepancyModel[]
  warnings: string[]
  compared_at: string
  tolerance: { id: string; version: string | null; sha256: string | null } | null
}

/** As stored; a comparison of before may hold codes that are not given any more. */
export type DiscrepancyModel = Omit<Discrepancy, 'rule'> & { rule: string }

export type ContractConflictModel = {
  thread_id: string
  raised_at: string
  earlier_submission_id: string
  later_submission_id: string
  message: string
}

export type CaseViewEntryModel = {
  thread_id: string
  counterpart_id: string
  title: string
  applied_version: number
  status: CaseStatus
  delayed: boolean
  unread: number
  changed_at: string
}

export type CaseViewRebuildModel = {
  id: string
  side: ThreadSide
  member_id: string | null
  state: 'RUNNING' | 'DONE'
  members: number
  members_done: number
  threads: string
  fault: string | null
  started_at: string
  ended_at: string | null
}

export type CaseViewRebuildChangeModel = { message: FeedMessage; rebuildId: string }

export type CaseChangeModel = { message: FeedMessage; side: ThreadSide }

/** An outlet, what it has, what changed that, and its states on record. Its seller alone gets to them. */
export type OutletModel = OutletRow
export type OutletStockModel = StockRow
export type StockChangeModel = StockChangeRow
export type OutletRevisionModel = OutletRevisionRow

/** How an order stands to its seller's outlets, and what was decided. */
export type OrderRoutingModel = RoutingRow
export type RouteDecisionModel = RouteRow
export type RouteCandidateModel = Candidate

/** A purchase whose amount the hub does not know (B16). */
export type HiddenPurchaseModel = {
  id: string
  thread_id: string
  institution_id: string
  commitment: string
  agreed_at: string
}
