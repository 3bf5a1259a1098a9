import { byText, type Obligation } from './obligation.ts'
import { bilateralPositions, multilateralPositions } from './positions.ts'

/** How much less has to be paid in one currency because it was netted. Volumes in minor units. */
export type NettingSavings = {
  readonly currency: string
  /** What would be paid gross, obligation by obligation, and in how many payments. */
  readonly grossVolume: bigint
  readonly grossPayments: number
  /** What would be paid if each pair netted by itself. */
  readonly bilateralVolume: bigint
  readonly bilateralPayments: number
  /** What is paid in by all net debtors, and how many pay-ins and pay-outs that takes. */
  readonly netVolume: bigint
  readonly netPayments: number
  /** `(gross − net) / gross` in parts per million, rounded down; 1,000,000 when nothing is left to pay. */
  readonly savedPpm: bigint
}

const million = 1_000_000n

/** What netting saves, per currency (A9), by currency. Never below nought. Throws on obligations that cannot be. */
export function nettingSavings(obligations: readonly Obligation[]): NettingSavings[] {
  const positions = multilateralPositions(obligations).filter(({ net }) => net !== 0n)
  const pairs = bilateralPositions(obligations).filter(({ amount }) => amount > 0n)
  const currencies = [...new Set(obligations.map(({ currency }) => currency))].toSorted(byText)
  return currencies.map((currency) => {
    const own = <T extends { currency: string }>(list: readonly T[]) =>
      list.filter((item) => item.currency === currency)
    const grossVolume = own(obligations).reduce((sum, { amount }) => sum + amount, 0n)
    const netVolume = own(positions).reduce((sum, { net }) => (net < 0n ? sum - net : sum), 0n)
    return {
      currency,
      grossVolume,
      grossPayments: own(obligations).length,
      bilateralVolume: own(pairs).reduce((sum, { amount }) => sum + amount, 0n),
      bilateralPayments: own(pairs).length,
      netVolume,
      netPayments: own(positions).length,
      savedPpm: ((grossVolume - netVolume) * million) / grossVolume,
    }
  })
}
