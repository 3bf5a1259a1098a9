import { assertObligations, byText, type Obligation } from './obligation.ts'
import type { NetPosition } from './positions.ts'

/** One obligation's part in a position. `effect` is the amount as it counts: above zero when owed to the member. */
export type PositionLine = {
  readonly obligationId: string
  readonly counterpartyId: string
  readonly direction: 'OWES' | 'OWED'
  readonly amount: bigint
  readonly effect: bigint
  /** The sum of the effects down to this line; on the last line it is the position's net. */
  readonly runningNet: bigint
}

/**
 * All that the member and one other owe each other, in one currency; the nets of all counterparties sum to the
 * position's.
 */
export type CounterpartyPart = {
  readonly counterpartyId: string
  readonly owes: bigint
  readonly owed: bigint
  readonly net: bigint
}

/** A position with how it came about. */
export type PositionExplained = NetPosition & {
  readonly lines: readonly PositionLine[]
  readonly counterparties: readonly CounterpartyPart[]
}

/**
 * How a member's position in a currency came about (A9, last clause): a line for each obligation, by counterparty,
 * then id, and a sum for each counterparty. The figures are those of `multilateralPositions`; a member without
 * obligations has noughts and no lines.
 */
export function explainPosition(
  memberId: string,
  currency: string,
  obligations: readonly Obligation[],
): PositionExplained {
  assertObligations(obligations)
  const parts = obligations
    .filter((o) => o.currency === currency && (o.debtorId === memberId || o.creditorId === memberId))
    .map((o) => partOf(o, memberId))
    .toSorted((a, b) => byText(a.counterpartyId, b.counterpartyId) || byText(a.obligationId, b.obligationId))
  let runningNet = 0n
  const lines = parts.map((part) => ({ ...part, runningNet: (runningNet += part.effect) }))
  const ids = [...new Set(parts.map(({ counterpartyId }) => counterpartyId))]
  const counterparties = ids.map((id) => ({
    counterpartyId: id,
    ...sumOf(parts.filter((p) => p.counterpartyId === id)),
  }))
  return { currency, memberId, ...sumOf(parts), lines, counterparties }
}

type Part = Omit<PositionLine, 'runningNet'>

function partOf({ id, debtorId, creditorId, amount }: Obligation, memberId: string): Part {
  return debtorId === memberId
    ? { obligationId: id, counterpartyId: creditorId, direction: 'OWES', amount, effect: -amount }
    : { obligationId: id, counterpartyId: debtorId, direction: 'OWED', amount, effect: amount }
}

function sumOf(parts: readonly Part[]): { owes: bigint; owed: bigint; net: bigint } {
  const total = (direction: Part['direction']) =>
    parts.reduce((sum, part) => (part.direction === direction ? sum + part.amount : sum), 0n)
  const [owes, owed] = [total('OWES'), total('OWED')]
  return { owes, owed, net: owed - owes }
}
