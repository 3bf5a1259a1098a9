import type { SignedQuote } from '@torihiki/schema'
import { minorText } from '@torihiki/shared/money.ts'

/** The scheme under which the hub's own ids of members stand in documents. */
const memberScheme = 'TORIHIKI'

/**
 * The contract document of a shop's order (A5, C1), made of its quote: the same for both sides, so that it is compared and notarized as any other. It names members by their
 * ids alone. Prices are gross: the quote states no taxes.
 */
export function shopContract(quote: SignedQuote, orderCode: string, deliverBy: string | null): string {
  const money = (minor: string): string => minorText(BigInt(minor), quote.currency)
  const lines = quote.lines.map((line, i) => ({
    reference: String(i + 1),
    itemIds: [
      { scheme: 'SELLER', value: line.itemNumber },
      ...(line.gtin === null ? [] : [{ scheme: 'GTIN', value: line.gtin }]),
    ],
    name: line.name,
    quantity: { value: String(line.quantity), unit: line.unit },
    price: { amount: money(line.unitPriceMinor) },
    amount: money(line.amountMinor),
  }))
  const isFree = quote.deliveryMinor === '0'
  const delivery = { charge: true, reason: deliveryName, amount: money(quote.deliveryMinor) }
  return JSON.stringify({
    type: 'torihiki.contract/1',
    documentId: orderCode,
    orderReference: orderCode,
    quotationReference: quote.quoteId,
    buyer: { identifiers: [{ scheme: memberScheme, value: quote.buyerId }] },
    seller: { identifiers: [{ scheme: memberScheme, value: quote.sellerId }] },
    currency: quote.currency,
    lines,
    ...(deliverBy !== null && { deliveries: [{ end: deliverBy }] }),
    ...(!isFree && { allowances: [delivery] }),
    totals: {
      lines: money(String(quote.lines.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n))),
      ...(!isFree && { charges: delivery.amount }),
      payable: money(quote.totalMinor),
    },
  })
}

/** What the charge for bringing goods is called in orders and documents. */
export const deliveryName = 'Delivery'
