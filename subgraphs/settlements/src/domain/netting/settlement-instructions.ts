import { assertZeroSum, type NetPosition } from './positions.ts'

/** What is asked of the settlement agent: take `amount` minor units from the member, or pay it that. Above zero. */
export type SettlementInstruction = {
  readonly currency: string
  readonly memberId: string
  readonly direction: 'PAY_IN' | 'PAY_OUT'
  readonly amount: bigint
}

/**
 * The instructions that settle net positions (A9): a pay-in for each net debtor, a pay-out for each net creditor, none
 * for who comes to zero, in the order of the positions. Per currency what is paid in is what is paid out; throws when
 * the positions do not sum to zero.
 */
export function settlementInstructions(positions: readonly NetPosition[]): SettlementInstruction[] {
  assertZeroSum(positions)
  return positions
    .filter(({ net }) => net !== 0n)
    .map(({ currency, memberId, net }) =>
      net < 0n
        ? { currency, memberId, direction: 'PAY_IN', amount: -net }
        : { currency, memberId, direction: 'PAY_OUT', amount: net },
    )
}
