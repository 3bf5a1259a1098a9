/** From what an obligation arises: a captured payment, a contract on account; the purchase of such a claim (B19); or a payment to a guarantor who was called upon (B10). */
export type ObligationKind =
  | 'CAPTURED_PAYMENT'
  | 'ON_ACCOUNT'
  | 'PURCHASED_RECEIVABLE'
  | 'PURCHASE_PRICE'
  | 'RECOURSE'
  | 'GUARANTEE_REPAYMENT'

/** What is between others than the two sides of a contract: the price of a claim, what it was given back for, what a payer pays its guarantor later. */
export const kindsOutsideContract = [
  'PURCHASE_PRICE',
  'RECOURSE',
  'GUARANTEE_REPAYMENT',
] as const satisfies readonly ObligationKind[]

/** Whether the thread of its contract is told of it, and its two sides see it though they neither owe it nor are owed it. */
export function concernsContract({ kind }: { readonly kind: ObligationKind }): boolean {
  return !kindsOutsideContract.some((outside) => outside === kind)
}
