import type { ObligationKind } from '../domain/obligation-kind.ts'
import type { InstructionStatus, ObligationStatus, SettlementWindowStatus } from '../domain/states.ts'

/** Rows as PostgreSQL gives them: timestamps and bigints are text. */
export type ObligationRow = {
  id: string
  kind: ObligationKind
  /** What it arose from: a capture, an inspection, a refund, a purchase. */
  origin_id: string
  debtor_id: string
  creditor_id: string
  amount_minor: string
  currency: string
  settlement: 'GROSS' | 'NET'
  agent_id: string
  thread_id: string
  contract_id: string
  status: ObligationStatus
  arisen_at: string
  settled_at: string | null
  transaction_number: string | null
}

export type WindowRow = {
  id: string
  agent_id: string
  status: SettlementWindowStatus
  obligation_count: number
  closed_at: string
  settled_at: string | null
}

export type InstructionRow = {
  id: string
  agent_id: string
  kind: 'PAY_IN' | 'PAY_OUT' | 'TRANSFER'
  payer_id: string
  payee_id: string
  amount_minor: string
  currency: string
  window_id: string | null
  obligation_id: string | null
  status: InstructionStatus
  issued_at: string
  sent_at: string | null
  taken_at: string | null
  attempt: number
  reported_at: string | null
  transaction_number: string | null
}

export type NetPositionRow = {
  window_id: string
  currency: string
  member_id: string
  group_name: string | null
  owes_minor: string
  owed_minor: string
  net_minor: string
}

export type BilateralPositionRow = {
  window_id: string
  currency: string
  first_id: string
  second_id: string
  first_owes_minor: string
  second_owes_minor: string
}

export type GroupPositionRow = {
  window_id: string
  currency: string
  group_name: string | null
  member_id: string | null
  net_minor: string
}

/** What an agent is told of an instruction that it is not to pay any more. */
export type CancellationRow = {
  instruction_id: string
  agent_id: string
  window_id: string
  reason: string
  attempt: number
  next_attempt_at: string | null
  taken_at: string | null
}
