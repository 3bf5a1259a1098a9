import { assertObligations, byText, getOrMake, type Obligation } from './obligation.ts'

/**
 * What a member owes all others and is owed by them in one currency, in minor units. `net` is `owed − owes`: above
 * zero it is paid out, below zero paid in.
 */
export type NetPosition = {
  readonly currency: string
  readonly memberId: string
  readonly owes: bigint
  readonly owed: bigint
  readonly net: bigint
}

/**
 * The multilateral positions (A9): one for each member and currency that occurs, those that come to zero too; by
 * currency, then member. Amounts are netted per currency only, and added without rounding. Throws on obligations that
 * cannot be, and when the positions of a currency do not sum to zero.
 */
export function multilateralPositions(obligations: readonly Obligation[]): NetPosition[] {
  assertObligations(obligations)
  const totals = new Map<string, Map<string, { owes: bigint; owed: bigint }>>()
  for (const { currency, debtorId, creditorId, amount } of obligations) {
    const members = getOrMake(totals, currency, () => new Map<string, { owes: bigint; owed: bigint }>())
    getOrMake(members, debtorId, () => ({ owes: 0n, owed: 0n })).owes += amount
    getOrMake(members, creditorId, () => ({ owes: 0n, owed: 0n })).owed += amount
  }
  const positions = [...totals].flatMap(([currency, members]) =>
    [...members].map(([memberId, { owes, owed }]) => ({ currency, memberId, owes, owed, net: owed - owes })),
  )
  assertZeroSum(positions)
  return positions.toSorted((a, b) => byText(a.currency, b.currency) || byText(a.memberId, b.memberId))
}

/** Throws unless the nets of each currency sum to zero: what is paid in is what is paid out. */
export function assertZeroSum(positions: readonly { currency: string; net: bigint }[]): void {
  const sums = new Map<string, bigint>()
  for (const { currency, net } of positions) sums.set(currency, (sums.get(currency) ?? 0n) + net)
  for (const [currency, sum] of sums) {
    if (sum !== 0n) throw new Error(`The net positions in ${currency} sum to ${sum} minor units, not to zero.`)
  }
}

/** What two members owe each other in one currency, in minor units; `memberA` comes before `memberB` by text. */
export type BilateralPosition = {
  readonly currency: string
  readonly memberA: string
  readonly memberB: string
  readonly aOwesB: bigint
  readonly bOwesA: bigint
  /** Who is left owing; null when the two are even. */
  readonly netDebtorId: string | null
  readonly netCreditorId: string | null
  /** What the net debtor is left owing; nought when the two are even. */
  readonly amount: bigint
}

/**
 * The bilateral positions (A9): one for each currency and unordered pair with an obligation between them; by currency,
 * then the two members. Throws on obligations that cannot be.
 */
export function bilateralPositions(obligations: readonly Obligation[]): BilateralPosition[] {
  assertObligations(obligations)
  const pairs = new Map<string, Pair>()
  for (const { currency, debtorId, creditorId, amount } of obligations) {
    const [memberA, memberB] = debtorId < creditorId ? [debtorId, creditorId] : [creditorId, debtorId]
    const key = JSON.stringify([currency, memberA, memberB])
    const pair = getOrMake(pairs, key, () => ({ currency, memberA, memberB, aOwesB: 0n, bOwesA: 0n }))
    if (debtorId === memberA) pair.aOwesB += amount
    else pair.bOwesA += amount
  }
  return [...pairs.values()]
    .map(nettedPair)
    .toSorted((a, b) => byText(a.currency, b.currency) || byText(a.memberA, b.memberA) || byText(a.memberB, b.memberB))
}

type Pair = { currency: string; memberA: string; memberB: string; aOwesB: bigint; bOwesA: bigint }

function nettedPair(pair: Pair): BilateralPosition {
  const { memberA, memberB, aOwesB, bOwesA } = pair
  if (aOwesB === bOwesA) return { ...pair, netDebtorId: null, netCreditorId: null, amount: 0n }
  return aOwesB > bOwesA
    ? { ...pair, netDebtorId: memberA, netCreditorId: memberB, amount: aOwesB - bOwesA }
    : { ...pair, netDebtorId: memberB, netCreditorId: memberA, amount: bOwesA - aOwesB }
}
