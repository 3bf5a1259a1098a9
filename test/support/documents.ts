/** A contract document in the project's JSON form: one line of `quantity` pieces at `price`, in JPY. */
export function jsonContract(
  options: { order?: string; quantity?: number; price?: number; document?: string } = {},
): string {
  const { order = 'PO-1', quantity = 2, price = 500, document = 'DOC-1' } = options
  const amount = String(quantity * price)
  return JSON.stringify({
    type: 'torihiki.contract/1',
    documentId: document,
    orderReference: order,
    buyer: { identifiers: [{ scheme: 'ORG', value: 'buyer-1' }], name: 'Buyer' },
    seller: { identifiers: [{ scheme: 'ORG', value: 'seller-1' }], name: 'Seller' },
    currency: 'JPY',
    lines: [
      {
        reference: '1',
        name: 'Coil',
        quantity: { value: String(quantity), unit: 'C62' },
        price: { amount: String(price) },
        amount,
      },
    ],
    totals: { payable: amount },
  })
}
