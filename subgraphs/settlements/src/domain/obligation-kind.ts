/** From what an obligation arises: a captured payment, a contract on account; the purchase of such a claim (B19); or a payment to a guarantor who was called upon (B10). */
export type ObligationKind =
  | 'CAPTURED_PAYMENT'
  | 'ON_ACCOUNT'
  | 'PURCHASED_RECEIVABLE'
  | 'PURCHASE_PRICE'
  | 'RECOURSE'
  | 'GUARANTEE_REPAYMENT'

/** Whether the thread of its contract is told of it: what one pays another for a claim, or a guarantor who has paid already, is no part of the contract that the claim is from. */
export function concernsContract({ kind }: { readonly kind: ObligationKind }): boolean {
  return kind !== 'PURCHASE_PRICE' && kind !== 'RECOURSE' && kind !== 'GUARANTEE_REPAYMENT'
}
