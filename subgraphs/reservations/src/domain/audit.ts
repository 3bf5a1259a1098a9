import { availableOf, keyText, type AccountState } from './account.ts'

/** Something in the book that should not be. Figures are minor units as text. */
export type Finding = {
  readonly rule: AuditRule
  readonly subject: string
  readonly expected: string
  readonly found: string
}

/** What is audited: each is an invariant of the book. */
export type AuditRule =
  | 'BALANCE_IS_REPLAY_OF_POSTINGS'
  | 'SUM_IS_ZERO'
  | 'HELD_IS_OPEN_HOLDS'
  | 'WITHIN_LIMIT'
  | 'POSTING_BALANCES'
  | 'CAPTURED_AND_RELEASED_IS_HOLD'
  | 'CAPTURES_WITHIN_HOLD'
  | 'DUE_OUT_IS_CAPTURES'
  | 'STATUS_FITS_HOLD'

/** An account as kept, beside what its records say it must be. `highestLine` is the largest credit line it ever had, null when it ever was without one. */
export type AccountRecord = {
  readonly state: AccountState
  readonly replayed: bigint
  readonly openHolds: bigint
  readonly highestLine: bigint | null
}

/** What of the accounts contradicts their records: balances, holds, limits, and the sum of each currency. */
export function auditAccounts(records: readonly AccountRecord[]): Finding[] {
  const findings: Finding[] = []
  const expect = (rule: AuditRule, subject: string, expected: bigint, found: bigint): void => {
    if (expected !== found) findings.push({ rule, subject, expected: expected.toString(), found: found.toString() })
  }
  const sums = new Map<string, bigint>()
  for (const { state, replayed, openHolds, highestLine } of records) {
    const name = keyText(state.key)
    expect('BALANCE_IS_REPLAY_OF_POSTINGS', name, replayed, state.balance)
    expect('HELD_IS_OPEN_HOLDS', name, openHolds, state.held)
    const limited = availableOf(state) !== null
    const left = (highestLine ?? 0n) + state.balance - state.held
    if (limited && highestLine !== null && left < 0n) expect('WITHIN_LIMIT', name, 0n, left)
    sums.set(state.key.currency, (sums.get(state.key.currency) ?? 0n) + state.balance)
  }
  for (const [currency, sum] of sums) expect('SUM_IS_ZERO', currency, 0n, sum)
  return findings
}
