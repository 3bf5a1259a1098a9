/**
 * From what an obligation arises: a captured payment, a contract on account; a refund of either (B15); or from the purchase of such a
 * claim (B19).
 */
export type ObligationKind =
  | 'CAPTURED_PAYMENT'
  | 'ON_ACCOUNT'
  | 'REFUND'
  | 'PURCHASED_RECEIVABLE'
  | 'PURCHASE_PRICE'
  | 'RECOURSE'

/** Whether the thread of its contract is told of it: what one pays another for a claim is no part of the contract that the claim is from,
 * and a contract that is settled is not settled again by its refund. */
export function concernsContract({ kind }: { readonly kind: ObligationKind }): boolean {
  return kind !== 'PURCHASE_PRICE' && kind !== 'RECOURSE' && kind !== 'REFUND'
}
