import type { EventPayload } from '@torihiki/schema'
import { giveBackToLevel } from '@torihiki/shared/identity/level.ts'
import { moneyOf } from '@torihiki/shared/money.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { shopOrderAfter } from '../domain/shop-order.ts'
import { recordShopOrderStep, shopOrderOfThread, type ShopOrderRow } from '../store/shop-orders.ts'

/**
 * Ends the order at a shop of a thread that ended, under the thread's lock (C1, C9): its goods come back, once, for `listings` hears of it; what its conclusion would
 * have used of both sides' levels is given back. Nothing for other threads. Call it before stock of outlets is locked.
 */
export async function endShopOrder(
  tx: Tx,
  threadId: string,
  how: 'NOT_CONCLUDED' | 'CANCELLED',
  now: Date,
): Promise<void> {
  const order = await shopOrderOfThread((text, p) => tx.sql(text, p), threadId)
  const after = order && shopOrderAfter(order.status, how === 'CANCELLED' ? 'Cancelled' : 'NotConcluded')
  if (!order || !after) return
  if (order.status === 'RECEIVED') {
    const total = moneyOf(order.quote.totalMinor, order.quote.currency)
    for (const memberId of [order.buyer_id, order.seller_id])
      await giveBackToLevel(tx, memberId, 'SUBMIT_CONTRACT', total, asDate(order.placed_at))
  }
  await recordShopOrderStep(tx, order.order_id, after, now)
  await tx.publish('ShopOrderEnded', { ...toldOf(order), how })
}

/** What others are told of an order at a shop: ids, codes and its total. */
export function toldOf(
  order: Pick<ShopOrderRow, 'order_id' | 'order_code' | 'thread_id' | 'quote' | 'placed_at'>,
): EventPayload<'ShopOrderPlaced'> {
  const { quoteId, seriesId, buyerId, sellerId, shopId, totalMinor, currency } = order.quote
  return {
    orderId: order.order_id,
    orderCode: order.order_code,
    threadId: order.thread_id,
    quoteId,
    seriesId,
    buyerId,
    sellerId,
    shopId,
    placedAt: asDate(order.placed_at).toISOString(),
    amountMinor: totalMinor,
    currency,
  }
}
