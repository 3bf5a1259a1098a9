import { keyText, type AccountChange, type AccountKey } from './account.ts'

/** One line of a posting. The amount is in minor units and above zero. */
export type Leg = { readonly key: AccountKey; readonly side: 'DEBIT' | 'CREDIT'; readonly minor: bigint }

/**
 * An entry of the book: immutable, debits equal credits per currency. `fact` names for ever what it stands for, so that
 * the same fact is posted once.
 */
export type Posting = { readonly kind: PostingKind; readonly fact: string; readonly legs: readonly Leg[] }

/**
 * What a posting records: money that came in for a deposit or went out of one, or for what was drawn on credit, a hold that was paid, that this was paid onwards, what was
 * refunded of it, that the payee paid that in, or that another posting is taken back; a payment under a guarantee's number, that its
 * guarantor was called upon, and that the payer paid after that, or owes less for a refund; that a claim on a payer was bought, in either book, or given back; and that what another member
 * owed a book came in.
 */
export type PostingKind =
  | 'DEPOSIT'
  | 'PAYOUT'
  | 'REPAYMENT'
  | 'CAPTURE'
  | 'SETTLEMENT'
  | 'REFUND'
  | 'REFUND_SETTLED'
  | 'REVERSAL'
  | 'GUARANTEE_PAYMENT'
  | 'GUARANTEE_INVOCATION'
  | 'GUARANTEE_REPAYMENT'
  | 'DEBT_REDUCED'
  | 'CLAIM_PURCHASED'
  | 'CLAIM_SOLD'
  | 'CLAIM_RETURNED'
  | 'CLAIM_TAKEN_BACK'
  | 'DUE_IN_SETTLED'

/** Money came in for a member's deposit (B14): cash / deposit. `reference` is the bank's name for the payment. */
export function depositPosting(memberId: string, currency: string, minor: bigint, reference: string): Posting {
  return balanced({
    kind: 'DEPOSIT',
    fact: `deposit ${reference}`,
    legs: [
      { key: { kind: 'CASH', owner: '', currency }, side: 'DEBIT', minor },
      { key: { kind: 'DEPOSIT', owner: memberId, currency }, side: 'CREDIT', minor },
    ],
  })
}

/** A member pays back what it drew on credit (B21, step 11 of the money model): cash / credit. `reference` is the bank's name for the payment. */
export function repaymentPosting(memberId: string, currency: string, minor: bigint, reference: string): Posting {
  return balanced({
    kind: 'REPAYMENT',
    fact: `repayment ${reference}`,
    legs: [
      { key: { kind: 'CASH', owner: '', currency }, side: 'DEBIT', minor },
      { key: { kind: 'CREDIT', owner: memberId, currency }, side: 'CREDIT', minor },
    ],
  })
}

/** Where a payee has what was captured for it: due to it onwards, or with no hub between in its own deposit (B9, step 18 of the money model). */
export function paidTo(payeeId: string, currency: string, paysSellers: boolean): AccountKey {
  return { kind: paysSellers ? 'DEPOSIT' : 'DUE_OUT', owner: payeeId, currency }
}

/** A hold is paid (B8, steps 4 and 18 of the money model): the payer's deposit, credit or acquirer / what the payee has by it. */
export function capturePosting(payerAccount: AccountKey, payee: AccountKey, minor: bigint, captureId: string): Posting {
  return balanced({
    kind: 'CAPTURE',
    fact: `capture ${captureId}`,
    legs: [
      { key: payerAccount, side: 'DEBIT', minor },
      { key: payee, side: 'CREDIT', minor },
    ],
  })
}

/**
 * A payer gets back what was captured (B15, step 12 of the money model): what is to come in from the payee / the payer's deposit, credit or
 * acquirer. With no hub between, the payee's own deposit pays as far as it can, `fromDeposit`, and the rest is to come in.
 */
export function refundPosting(
  payerAccount: AccountKey,
  payeeId: string,
  minor: bigint,
  refundId: string,
  fromDeposit = 0n,
): Posting {
  const { currency } = payerAccount
  const debits = [
    { key: { kind: 'DEPOSIT', owner: payeeId, currency }, side: 'DEBIT', minor: fromDeposit },
    { key: dueIn(payeeId, currency), side: 'DEBIT', minor: minor - fromDeposit },
  ] as const
  return balanced({
    kind: 'REFUND',
    fact: `refund ${refundId}`,
    legs: [...debits.filter((leg) => leg.minor > 0n), { key: payerAccount, side: 'CREDIT', minor }],
  })
}

/** Money goes out to a member from its deposit (B9): deposit / cash. `reference` is the bank's name for the payment. */
export function payOutPosting(memberId: string, currency: string, minor: bigint, reference: string): Posting {
  return balanced({
    kind: 'PAYOUT',
    fact: `payout ${reference}`,
    legs: [
      { key: { kind: 'DEPOSIT', owner: memberId, currency }, side: 'DEBIT', minor },
      { key: { kind: 'CASH', owner: '', currency }, side: 'CREDIT', minor },
    ],
  })
}

/** What was captured is paid onwards (A11, step 10 of the money model): what is due to the payee, or to its guarantor / cash. */
export function settlementPosting(creditorId: string, currency: string, minor: bigint, captureId: string): Posting {
  return balanced({
    kind: 'SETTLEMENT',
    fact: `settled ${captureId}`,
    legs: [
      { key: { kind: 'DUE_OUT', owner: creditorId, currency }, side: 'DEBIT', minor },
      { key: { kind: 'CASH', owner: '', currency }, side: 'CREDIT', minor },
    ],
  })
}

/** The payee has paid in what was refunded: cash / what was to come in. */
export function refundSettledPosting(payeeId: string, currency: string, minor: bigint, refundId: string): Posting {
  return balanced({
    kind: 'REFUND_SETTLED',
    fact: `refund settled ${refundId}`,
    legs: [
      { key: { kind: 'CASH', owner: '', currency }, side: 'DEBIT', minor },
      { key: dueIn(payeeId, currency), side: 'CREDIT', minor },
    ],
  })
}

const dueIn = (owner: string, currency: string): AccountKey => ({ kind: 'DUE_IN', owner, currency })

/** Another posting is taken back: the same legs the other way round. Its fact names the other, so each is reversed once. */
export function reversalPosting(postingId: string, legs: readonly Leg[]): Posting {
  return balanced({
    kind: 'REVERSAL',
    fact: `reversal ${postingId}`,
    legs: legs.map((leg) => ({ ...leg, side: leg.side === 'DEBIT' ? 'CREDIT' : 'DEBIT' })),
  })
}

/** What a leg adds to its account's balance (credits − debits). */
export function effectOf({ side, minor }: Pick<Leg, 'side' | 'minor'>): bigint {
  return side === 'CREDIT' ? minor : -minor
}

/** What a posting does to each of its accounts. */
export function changesOf({ legs }: Posting): AccountChange[] {
  return legs.map((leg) => ({ key: leg.key, balanceBy: effectOf(leg), heldBy: 0n }))
}

/**
 * The posting itself, when it may stand.
 * @throws when it has no legs, a leg is not above zero, an account comes twice, or debits differ from credits in a currency
 */
export function balanced(posting: Posting): Posting {
  const sums = new Map<string, bigint>()
  const seen = new Set<string>()
  for (const leg of posting.legs) {
    if (leg.minor <= 0n) throw new Error(`${posting.fact}: a leg of ${leg.minor}.`)
    if (seen.has(keyText(leg.key))) throw new Error(`${posting.fact}: ${keyText(leg.key)} comes twice.`)
    seen.add(keyText(leg.key))
    sums.set(leg.key.currency, (sums.get(leg.key.currency) ?? 0n) + effectOf(leg))
  }
  if (posting.legs.length === 0) throw new Error(`${posting.fact}: no legs.`)
  for (const [currency, sum] of sums) if (sum !== 0n) throw new Error(`${posting.fact}: ${currency} is off by ${sum}.`)
  return posting
}
