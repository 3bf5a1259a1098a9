import { balanced, type Posting } from './posting.ts'

/**
 * Money came in at an institution for somebody else, quoting a number (step 14 of the money model): cash / due to the creditor, in that
 * institution's book. `reference` is the institution's name for the payment: each is booked once.
 */
export function takenPaymentPosting(creditorId: string, currency: string, minor: bigint, reference: string): Posting {
  return balanced({
    kind: 'GUARANTEE_PAYMENT',
    fact: `guaranteed payment ${reference}`,
    legs: [
      { key: { kind: 'CASH', owner: '', currency }, side: 'DEBIT', minor },
      { key: { kind: 'DUE_OUT', owner: creditorId, currency }, side: 'CREDIT', minor },
    ],
  })
}

/** A guarantor is called upon (step 15): what the payer owes it / what it owes the merchant, in the guarantor's book; once a guarantee. */
export function invocationPosting(
  guaranteeId: string,
  payerId: string,
  payeeId: string,
  currency: string,
  minor: bigint,
): Posting {
  return balanced({
    kind: 'GUARANTEE_INVOCATION',
    fact: `guarantee invoked ${guaranteeId}`,
    legs: [
      { key: { kind: 'CREDIT', owner: payerId, currency }, side: 'DEBIT', minor },
      { key: { kind: 'DUE_OUT', owner: payeeId, currency }, side: 'CREDIT', minor },
    ],
  })
}

/**
 * Goods were refunded after that: what is to come in from the seller / what the payer owed, in the guarantor's book (B15); once a refund. What the payer never
 * paid is not paid back to it: it owes so much less.
 */
export function debtReducedPosting(
  refundId: string,
  payerId: string,
  sellerId: string,
  currency: string,
  minor: bigint,
): Posting {
  return balanced({
    kind: 'DEBT_REDUCED',
    fact: `debt reduced ${refundId}`,
    legs: [
      { key: { kind: 'DUE_IN', owner: sellerId, currency }, side: 'DEBIT', minor },
      { key: { kind: 'CREDIT', owner: payerId, currency }, side: 'CREDIT', minor },
    ],
  })
}

/** The payer paid an institution after that: what that one is to pay the guarantor / what the payer owed it, in the guarantor's book. */
export function repaymentPosting(
  guaranteeId: string,
  payerId: string,
  institutionId: string,
  currency: string,
  minor: bigint,
): Posting {
  return balanced({
    kind: 'GUARANTEE_REPAYMENT',
    fact: `guarantee repaid ${guaranteeId}`,
    legs: [
      { key: { kind: 'DUE_IN', owner: institutionId, currency }, side: 'DEBIT', minor },
      { key: { kind: 'CREDIT', owner: payerId, currency }, side: 'CREDIT', minor },
    ],
  })
}
