import type { Discrepancy } from '../matching/index.ts'
import { allDays } from './business-calendar.ts'
import { stepsText, type EscalationStep } from './lateness.ts'

/** Conditions that a side states beside its document. Null: it says nothing about it. */
export type Conditions = {
  readonly payment: 'RESERVED' | 'ON_ACCOUNT' | null
  readonly settlement: 'GROSS' | 'NET' | null
  readonly settlementAgentId: string | null
  readonly deliverBy: string | null
  readonly payBy: string | null
  /** In which time zone (IANA) a due day is over (A12). */
  readonly timeZone: string | null
  /** The code of the business calendar by which due days move (A12). */
  readonly calendar: string | null
  /** The contract's own steps of escalation (A12). */
  readonly escalation: readonly EscalationStep[] | null
}

/** A side that states none. */
export const noConditions: Conditions = {
  payment: null,
  settlement: null,
  settlementAgentId: null,
  deliverBy: null,
  payBy: null,
  timeZone: null,
  calendar: null,
  escalation: null,
}

/** The conditions of the contract: what either side states, else the default. */
export type AgreedConditions = {
  readonly payment: 'RESERVED' | 'ON_ACCOUNT'
  readonly settlement: 'GROSS' | 'NET'
  readonly settlementAgentId: string | null
  readonly deliverBy: string | null
  readonly payBy: string | null
  readonly timeZone: string
  readonly calendar: string
  /** Null: the hub's steps. */
  readonly escalation: readonly EscalationStep[] | null
}

const names = [
  'payment',
  'settlement',
  'settlementAgentId',
  'deliverBy',
  'payBy',
  'timeZone',
  'calendar',
  'escalation',
] as const

/** Where both sides state a condition it must be identical (A5, A8): each that is not blocks the contract. */
export function compareConditions(buyer: Conditions, seller: Conditions): Discrepancy[] {
  return names.flatMap((name) => {
    const [b, s] = [statedText(buyer[name]), statedText(seller[name])]
    if (b === null || s === null || b === s) return []
    return [
      {
        rule: `conditions.${name}` as const,
        path: `/conditions/${name}`,
        buyerValue: b,
        sellerValue: s,
        buyerNormalised: b,
        sellerNormalised: s,
        tolerance: null,
        weight: 'BLOCKING' as const,
      },
    ]
  })
}

/** A submission on record may be older than a condition, and say nothing of it. */
function statedText(value: string | readonly EscalationStep[] | null | undefined): string | null {
  return typeof value === 'object' && value !== null ? stepsText(value) : (value ?? null)
}

/** What holds when the conditions do not differ: RESERVED, NET, UTC and every day unless one side says otherwise. */
export function agreeConditions(buyer: Conditions, seller: Conditions): AgreedConditions {
  return {
    payment: buyer.payment ?? seller.payment ?? 'RESERVED',
    settlement: buyer.settlement ?? seller.settlement ?? 'NET',
    settlementAgentId: buyer.settlementAgentId ?? seller.settlementAgentId,
    deliverBy: buyer.deliverBy ?? seller.deliverBy,
    payBy: buyer.payBy ?? seller.payBy,
    timeZone: buyer.timeZone ?? seller.timeZone ?? 'UTC',
    calendar: buyer.calendar ?? seller.calendar ?? allDays.code,
    escalation: buyer.escalation ?? seller.escalation ?? null,
  }
}
