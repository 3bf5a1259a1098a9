import type { NetPosition } from './netting/positions.ts'
import type { Obligation } from './netting/obligation.ts'

/** The kinds of accounts of settlements (money model). */
export type AccountKind = 'DUE_FROM' | 'DUE_TO' | 'POSITION' | 'BANK'
/** An account by what it is for; there is one per currency. `windowId` belongs to a POSITION alone. */
export type Account = { readonly kind: AccountKind; readonly memberId: string; readonly windowId: string | null }

/** One leg of a posting: minor units of the currency, a debit above zero, a credit below. Never zero. */
export type Leg = { readonly account: Account; readonly currency: string; readonly minor: bigint }

/** What a debtor owes, outside windows. */
export const dueFrom = (memberId: string): Account => ({ kind: 'DUE_FROM', memberId, windowId: null })
/** What a creditor is owed, outside windows. */
export const dueTo = (memberId: string): Account => ({ kind: 'DUE_TO', memberId, windowId: null })
/** A member's position in a window, until it is settled. */
export const position = (memberId: string, windowId: string): Account => ({ kind: 'POSITION', memberId, windowId })
/** What passes through a settlement agent. */
export const bank = (agentId: string): Account => ({ kind: 'BANK', memberId: agentId, windowId: null })

/** `debit / credit` of one amount, as the money model writes it. */
function entry(debit: Account, credit: Account, currency: string, minor: bigint): Leg[] {
  return [
    { account: debit, currency, minor },
    { account: credit, currency, minor: -minor },
  ]
}

/** Steps 5 and 6: dueFrom(debtor) / dueTo(creditor). */
export function arisenLegs({ debtorId, creditorId, currency, amount }: Obligation): Leg[] {
  return entry(dueFrom(debtorId), dueTo(creditorId), currency, amount)
}

/** Step 8: dueTo(creditor) / position(creditor); position(debtor) / dueFrom(debtor), per member and currency. */
export function windowClosedLegs(windowId: string, positions: readonly Omit<NetPosition, 'net'>[]): Leg[] {
  return positions.flatMap(({ memberId, currency, owes, owed }) => [
    ...(owed > 0n ? entry(dueTo(memberId), position(memberId, windowId), currency, owed) : []),
    ...(owes > 0n ? entry(position(memberId, windowId), dueFrom(memberId), currency, owes) : []),
  ])
}

/** Step 8 taken back, when a window is aborted: position(creditor) / dueTo(creditor); dueFrom(debtor) / position(debtor). */
export function windowAbortedLegs(windowId: string, positions: readonly Omit<NetPosition, 'net'>[]): Leg[] {
  return windowClosedLegs(windowId, positions).map((leg) => ({ ...leg, minor: -leg.minor }))
}

/** What an agent reports as done. In a window one of the two is the agent; gross, the two ends of one obligation. */
export type SettledInstruction = {
  readonly kind: 'PAY_IN' | 'PAY_OUT' | 'TRANSFER'
  readonly agentId: string
  readonly payerId: string
  readonly payeeId: string
  readonly windowId: string | null
  readonly currency: string
  readonly minor: bigint
}

/** Step 9: bank / position(debtor); position(creditor) / bank. Gross (A8): bank / dueFrom(debtor); dueTo(creditor) / bank. */
export function reportedLegs({
  kind,
  agentId,
  payerId,
  payeeId,
  windowId,
  currency,
  minor,
}: SettledInstruction): Leg[] {
  if (kind === 'TRANSFER') {
    return [
      ...entry(bank(agentId), dueFrom(payerId), currency, minor),
      ...entry(dueTo(payeeId), bank(agentId), currency, minor),
    ]
  }
  if (windowId === null) throw new Error(`A ${kind} belongs to a window.`)
  return kind === 'PAY_IN'
    ? entry(bank(agentId), position(payerId, windowId), currency, minor)
    : entry(position(payeeId, windowId), bank(agentId), currency, minor)
}

/** A member that owes itself owes nothing: what arose is taken back at once, dueTo(member) / dueFrom(member). */
export function owedToItselfLegs({ debtorId, creditorId, currency, amount }: Obligation): Leg[] {
  return entry(dueTo(creditorId), dueFrom(debtorId), currency, amount)
}

/** Step 17: the claim passes from the one creditor to the other, dueTo(seller) / dueTo(purchaser); and back, the other way round. */
export function claimPassedLegs(fromId: string, toId: string, currency: string, minor: bigint): Leg[] {
  return entry(dueTo(fromId), dueTo(toId), currency, minor)
}

/** Throws unless debits are credits in every currency, and no leg is of zero. */
export function assertBalanced(legs: readonly Leg[]): void {
  if (legs.length === 0) throw new Error('A posting has legs.')
  const sums = new Map<string, bigint>()
  for (const { currency, minor } of legs) {
    if (minor === 0n) throw new Error('A leg of a posting is not of zero.')
    sums.set(currency, (sums.get(currency) ?? 0n) + minor)
  }
  for (const [currency, sum] of sums)
    if (sum !== 0n) throw new Error(`A posting is ${sum} minor units of ${currency} out of balance.`)
}
