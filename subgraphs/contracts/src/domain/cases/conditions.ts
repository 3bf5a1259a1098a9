import type { Discrepancy } from '../matching/index.ts'

/** Conditions that a side states beside its document. Null: it says nothing about it. */
export type Conditions = {
  readonly payment: 'RESERVED' | 'ON_ACCOUNT' | null
  readonly settlement: 'GROSS' | 'NET' | null
  readonly settlementAgentId: string | null
  readonly deliverBy: string | null
  readonly payBy: string | null
}

/** The conditions of the contract: what either side states, else the default. */
export type AgreedConditions = {
  readonly payment: 'RESERVED' | 'ON_ACCOUNT'
  readonly settlement: 'GROSS' | 'NET'
  readonly settlementAgentId: string | null
  readonly deliverBy: string | null
  readonly payBy: string | null
}

const names = ['payment', 'settlement', 'settlementAgentId', 'deliverBy', 'payBy'] as const

/** Where both sides state a condition it must be identical (A5, A8): each that is not blocks the contract. */
export function compareConditions(buyer: Conditions, seller: Conditions): Discrepancy[] {
  return names.flatMap((name) => {
    const [b, s] = [buyer[name], seller[name]]
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

/** What holds when the conditions do not differ: RESERVED and NET unless one side says otherwise. */
export function agreeConditions(buyer: Conditions, seller: Conditions): AgreedConditions {
  return {
    payment: buyer.payment ?? seller.payment ?? 'RESERVED',
    settlement: buyer.settlement ?? seller.settlement ?? 'NET',
    settlementAgentId: buyer.settlementAgentId ?? seller.settlementAgentId,
    deliverBy: buyer.deliverBy ?? seller.deliverBy,
    payBy: buyer.payBy ?? seller.payBy,
  }
}
