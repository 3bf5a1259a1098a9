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
  | 'REVERSAL_MIRRORS_POSTING'
  | 'CAPTURED_AND_RELEASED_IS_HOLD'
  | 'CAPTURES_WITHIN_HOLD'
  | 'DUE_OUT_IS_CAPTURES'
  | 'STATUS_FITS_HOLD'
  | 'STATUS_FITS_GUARANTEE'
  | 'REFERRAL_FITS_RESERVATION'
  | 'POOL_IS_ITS_GUARANTEES'
  | 'CREDIT_IS_INVOCATIONS'
  | 'REFUNDS_WITHIN_CAPTURES'
  | 'REFUND_IS_POSTED_WHOLE'
  | 'DUE_IN_IS_REFUNDS'
  | 'CLAIMS_ARE_PURCHASES'
  | 'SOLD_IS_PURCHASED'
  | 'DUE_OUT_IS_UNSETTLED'
  | 'BILL_IS_ITS_LINES'
  | 'BILL_IS_PAID_AS_IT_SAYS'
  | 'CREDIT_IS_ON_BILLS'

/** An account as kept, beside what its records say it must be. `highestLine` is the largest credit line it ever had, null when it ever was without one. */
export type AccountRecord = {
  /** In whose book it is: each institution and each guarantor has one of its own. */
  readonly institutionId: string
  readonly state: AccountState
  readonly replayed: bigint
  readonly openHolds: bigint
  readonly highestLine: bigint | null
}

/** What of the accounts contradicts their records: balances, holds, limits, and the sum of each currency in each book. */
export function auditAccounts(records: readonly AccountRecord[]): Finding[] {
  const findings: Finding[] = []
  const expect = (rule: AuditRule, subject: string, expected: bigint, found: bigint): void => {
    if (expected !== found) findings.push({ rule, subject, expected: expected.toString(), found: found.toString() })
  }
  const sums = new Map<string, bigint>()
  for (const { institutionId, state, replayed, openHolds, highestLine } of records) {
    const name = `${keyText(state.key)} of ${institutionId}`
    expect('BALANCE_IS_REPLAY_OF_POSTINGS', name, replayed, state.balance)
    expect('HELD_IS_OPEN_HOLDS', name, openHolds, state.held)
    const limited = availableOf(state) !== null
    const left = (highestLine ?? 0n) + state.balance - state.held
    if (limited && highestLine !== null && left < 0n) expect('WITHIN_LIMIT', name, 0n, left)
    const book = `${state.key.currency} of ${institutionId}`
    sums.set(book, (sums.get(book) ?? 0n) + state.balance)
  }
  for (const [book, sum] of sums) expect('SUM_IS_ZERO', book, 0n, sum)
  return findings
}

/** What each rule finds, in words: figures are minor units. */
const spoken: Record<AuditRule, (finding: Finding) => string> = {
  BALANCE_IS_REPLAY_OF_POSTINGS: ({ subject, expected, found }) =>
    `Account ${subject} has a balance of ${found}, but its postings make ${expected}.`,
  SUM_IS_ZERO: ({ subject, found }) => `All balances in ${subject} sum to ${found} instead of zero.`,
  HELD_IS_OPEN_HOLDS: ({ subject, expected, found }) =>
    `Account ${subject} says that ${found} is held, but its open holds freeze ${expected}.`,
  WITHIN_LIMIT: ({ subject, found }) => `Account ${subject} went beyond its limit: ${found} is left of it.`,
  POSTING_BALANCES: ({ subject, expected, found }) =>
    `Posting ${subject} does not balance: ${found} where ${expected} should be.`,
  REVERSAL_MIRRORS_POSTING: ({ subject, found }) =>
    `Posting ${subject} does not take back what it reverses: ${found} remains on an account.`,
  CAPTURED_AND_RELEASED_IS_HOLD: ({ subject, expected, found }) =>
    `Hold ${subject} froze ${expected}, but ${found} of it was paid and released.`,
  CAPTURES_WITHIN_HOLD: ({ subject, expected, found }) =>
    `Captures of hold ${subject} sum to ${found}, which does not go with ${expected}.`,
  DUE_OUT_IS_CAPTURES: ({ subject, expected, found }) =>
    `${found} was posted as due to payee ${subject}, but captures and guaranteed payments make ${expected}.`,
  STATUS_FITS_HOLD: ({ subject, expected, found }) =>
    `Reservation ${subject} is ${expected}, which its hold (${found}) and captures do not bear out.`,
  STATUS_FITS_GUARANTEE: ({ subject, expected, found }) =>
    `Reservation ${subject} is ${expected}, which its guarantee (${found}) and what was paid under it do not bear out.`,
  REFERRAL_FITS_RESERVATION: ({ subject, expected, found }) =>
    `Referral ${subject} is ${expected}, but its reservation is ${found}.`,
  POOL_IS_ITS_GUARANTEES: ({ subject, expected, found }) =>
    `Pool ${subject} says that ${found} of it is used, but its guarantees use ${expected}.`,
  CREDIT_IS_INVOCATIONS: ({ subject, expected, found }) =>
    `Payer and guarantor ${subject}: ${found} is owed in the guarantor's book, but what it stood in for and was not repaid makes ${expected}.`,
  REFUNDS_WITHIN_CAPTURES: ({ subject, expected, found }) =>
    `Of reservation ${subject} (${expected}) ${found} was refunded, which its captures and status do not bear out.`,
  DUE_OUT_IS_UNSETTLED: ({ subject, expected, found }) =>
    `Captures for ${subject} that were not paid onwards come to ${expected}, but ${found} is due out.`,
  DUE_IN_IS_REFUNDS: ({ subject, expected, found }) =>
    `${found} is to come in from ${subject}, but refunds, repayments to guarantors and prices of claims that are not settled make ${expected}.`,
  REFUND_IS_POSTED_WHOLE: ({ subject, expected, found }) =>
    `Refund ${subject} is for ${expected}, but ${found} of it is posted.`,
  CLAIMS_ARE_PURCHASES: ({ subject, expected, found }) =>
    `Account ${subject} was moved by ${found} for claims that were bought and given back, but these come to ${expected}.`,
  SOLD_IS_PURCHASED: ({ subject, expected, found }) =>
    `Guarantee ${subject} is ${expected}, but ${found} purchases of what is owed under it stand.`,
  BILL_IS_ITS_LINES: ({ subject, expected, found }) =>
    `Bill ${subject} says ${found}, but what was posted and is on it comes to ${expected}.`,
  BILL_IS_PAID_AS_IT_SAYS: ({ subject, expected, found }) =>
    `Bill ${subject} is said to be paid by ${found}, which ${expected} does not bear out.`,
  CREDIT_IS_ON_BILLS: ({ subject, expected, found }) =>
    `Credit account ${subject} has ${found}, but its bills, what is not billed yet and what was paid in make ${expected}.`,
}

/** A finding as a sentence for whoever looks after the book. */
export function sentenceOf(finding: Finding): string {
  return spoken[finding.rule](finding)
}
