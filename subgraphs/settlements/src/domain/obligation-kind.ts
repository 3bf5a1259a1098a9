/**
 * From what an obligation arises: a captured payment, a contract on account; a refund of either (B15); the purchase of such a claim
 * (B19); a payment to a guarantor who was called upon (B10); the price of what a payer owes its guarantor, or what comes back of it (B19, step 16).
 */
export type ObligationKind =
  | 'CAPTURED_PAYMENT'
  | 'ON_ACCOUNT'
  | 'REFUND'
  | 'PURCHASED_RECEIVABLE'
  | 'PURCHASE_PRICE'
  | 'RECOURSE'
  | 'GUARANTEE_REPAYMENT'
  | 'CREDIT_CLAIM_PRICE'
  | 'CREDIT_CLAIM_RECOURSE'

/** What is between others than the two sides of a contract: the price of a claim, what it was given back for, what a payer pays its guarantor later. */
export const kindsBetweenOthers = [
  'PURCHASE_PRICE',
  'RECOURSE',
  'GUARANTEE_REPAYMENT',
  'CREDIT_CLAIM_PRICE',
  'CREDIT_CLAIM_RECOURSE',
] as const satisfies readonly ObligationKind[]

/** What a book owes, and is told of when it is paid (step 10): captures, repayments, claims. */
const kindsOfBooks = [
  'CAPTURED_PAYMENT',
  'GUARANTEE_REPAYMENT',
  'CREDIT_CLAIM_PRICE',
  'CREDIT_CLAIM_RECOURSE',
] as const satisfies readonly ObligationKind[]

/** Whether a book owes it: the book hears that it is paid. */
export function isOwedByBook(kind: ObligationKind): boolean {
  return kindsOfBooks.some((owed) => owed === kind)
}

/** Whether the thread of its contract is told of it: what is between others is no part of the contract, and a contract that is settled is not settled
 * again by its refund. */
export function concernsContract({ kind }: { readonly kind: ObligationKind }): boolean {
  return kind !== 'REFUND' && !kindsBetweenOthers.some((between) => between === kind)
}
