import { z } from 'zod'

const id = z.string().min(1)
const shopOrder = {
  orderId: id,
  orderCode: z.string(),
  threadId: id,
  quoteId: id,
  seriesId: id,
  buyerId: id,
  sellerId: id,
  shopId: id,
  placedAt: z.string(),
  amountMinor: z.string().regex(/^\d+$/),
  currency: z.string().length(3),
}

/** The events of shopping (C1, C7, C9), by which `listings` and `contracts` keep goods and orders in step. Parts of the events of `events.ts`. */
export const shopEvents = {
  /** A shop's quote is over, by time or because another took its place (C1): `contracts` says whether it was used before. */
  QuoteLapsed: z.object({ quoteId: id, seriesId: id }),
  /** No order can use the quote any more (C1): what it holds comes back. */
  QuoteClosed: z.object({ quoteId: id, seriesId: id }),
  /** An order was placed with a shop's quote (C1), which is used by it: its goods are sold. */
  ShopOrderPlaced: z.object(shopOrder),
  /** Its contract of sale stands (C7): the customer is thanked. */
  ShopOrderConcluded: z.object(shopOrder),
  /** Its payment was refused (C7): the customer is told, and may pay otherwise until then. */
  ShopOrderUnpaid: z.object({ ...shopOrder, until: z.string() }),
  /** It was not concluded, or was cancelled (C9): its goods come back, and the customer is told. */
  ShopOrderEnded: z.object({ ...shopOrder, how: z.enum(['NOT_CONCLUDED', 'CANCELLED']) }),
} as const
