import type { PurchaseRow, TermsRow } from '../store/purchases.ts'
import type { FeedMessage } from '@torihiki/shared/feeds/live-feed.ts'
import type { BilateralPositionRow, GroupPositionRow, InstructionRow, ObligationRow, WindowRow } from '../store/rows.ts'

/** `is_own_thread`: the reader is source or partner of its thread. `window_id`: the window that it is in. */
export type ObligationModel = ObligationRow & { window_id: string | null; is_own_thread: boolean }

/** A reference to a thread; what is owed from it is found by its id. */
export type CaseThreadModel = { __typename: 'CaseThread'; id: string }

/** `sees_all`: the reader is its agent or an administrator; others see their own part of it. */
export type SettlementWindowModel = WindowRow & {
  sees_all: boolean
  aborted_at: string | null
  aborted_by: string | null
  abort_reason: string | null
}

/** A position, and where its obligations are: in a window, or still open and at hand. */
export type NetPositionModel = {
  memberId: string
  currency: string
  owes: bigint
  owed: bigint
  net: bigint
  from: { windowId: string } | { obligationIds: readonly string[] }
}

export type BilateralPositionModel = BilateralPositionRow
export type GroupPositionModel = GroupPositionRow
export type SettlementInstructionModel = InstructionRow
export type ObligationChangeModel = { message: FeedMessage }

/** A purchaser's terms; a claim with the terms that it may be sold on; a purchase. */
export type PurchaseTermsModel = TermsRow
export type ReceivableQuoteModel = { terms: TermsRow; claim: ObligationRow }
export type ReceivablePurchaseModel = PurchaseRow

/** Who reads: a member sees what it is a party to, an administrator all. */
export type Reader = { readonly memberId: string; readonly isAdmin: boolean }
