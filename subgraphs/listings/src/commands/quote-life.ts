import { sweepEach } from '@torihiki/shared/process/sweep-each.ts'
import type { EventPayload } from '@torihiki/schema'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { heldChanges, heldTogether, holdingStates, needsOfLines, type Needs } from '../domain/quote.ts'
import type { ListingsServices } from '../services.ts'
import { takeOut, touchCart } from '../store/carts.ts'
import { lockItems, moveItemStock } from '../store/items.ts'
import { holdsOf, lapsedQuotes, lockSeriesOf, saveHolds, stepQuote, type QuoteRow } from '../store/quotes.ts'

/** How many quotes one turn says of that their time is over; the next goes on. */
export const lapseBatch = 200

/** Of an item so many could be held. */
type Short = { readonly itemId: string; readonly left: number }

/**
 * Makes what the quotes of a locked series hold together what it is to be: takes more out of stock, gives back what is not needed. Items are locked in the order of
 * their ids. When something does not go far enough nothing is done.
 * @returns what there is too little of, with how many the series could hold in all; empty when it is done
 */
export async function changeHolds(
  tx: Tx,
  seriesId: string,
  needs: Needs,
  quoteId: string,
  now: Date,
): Promise<Short[]> {
  const before = await holdsOf(tx, seriesId)
  const changes = heldChanges(before, needs)
  const items = await lockItems(
    tx,
    changes.map(({ itemId }) => itemId),
  )
  const stockOf = (itemId: string): bigint => BigInt(items.get(itemId)?.stock ?? '0')
  const short = changes.filter(({ itemId, change }) => change > stockOf(itemId))
  if (short.length > 0)
    return short.map(({ itemId }) => ({ itemId, left: Number((before.get(itemId) ?? 0n) + stockOf(itemId)) }))
  const moves = changes.map(({ itemId, change }) => ({ itemId, change: -change }))
  const [taken, returned] = [moves.filter(({ change }) => change < 0n), moves.filter(({ change }) => change > 0n)]
  await moveItemStock(tx, taken, { cause: 'HELD', quoteId, at: now })
  await moveItemStock(tx, returned, { cause: 'RETURNED', quoteId, at: now })
  await saveHolds(tx, seriesId, needs)
  return []
}

/**
 * Says of quotes whose time is over that they lapsed (C1), each in a transaction of its own. Their goods stay held: `contracts` is asked, and only when it says that no order
 * can use the quote any more they come back.
 * One that fails does not keep the others back.
 * @returns how many lapsed
 * @throws AggregateError, at the end, of those that failed
 */
export async function lapseQuotes(services: ListingsServices): Promise<number> {
  const due = await lapsedQuotes((text, p) => services.store.query(text, p), services.now(), lapseBatch)
  return sweepEach(due, (quoteId) => lapseOne(services, quoteId), 'quotes could not be ended.')
}

async function lapseOne(services: ListingsServices, quoteId: string): Promise<boolean> {
  return services.store.transaction(async (tx) => {
    const quote = (await lockSeriesOf(tx, quoteId)).find(({ id }) => id === quoteId)
    if (!quote || quote.state !== 'OPEN') return false
    await stepQuote(tx, quote, 'Lapsed', services.now())
    await tx.publish('QuoteLapsed', { quoteId, seriesId: quote.series_id })
    return true
  })
}

/** No order can use the quote any more: what it alone held comes back. */
export async function closeQuote(tx: Tx, { quoteId }: EventPayload<'QuoteClosed'>, now: Date): Promise<void> {
  const series = await lockSeriesOf(tx, quoteId)
  const quote = series.find(({ id }) => id === quoteId)
  if (!quote || (await stepQuote(tx, quote, 'Closed', now)) === null) return
  const standing = series.filter(({ id, state }) => id !== quoteId && holdingStates.some((each) => each === state))
  await release(tx, quote, heldTogether(standing.map(({ claims }) => needsOfLines(claims.lines))), now)
}

/** An order was placed with the quote: its goods are sold, what its series held beyond comes back, and what was ordered is out of the cart. */
export async function useQuote(tx: Tx, order: EventPayload<'ShopOrderPlaced'>, now: Date): Promise<QuoteRow | null> {
  const series = await lockSeriesOf(tx, order.quoteId)
  const quote = series.find(({ id }) => id === order.quoteId)
  if (!quote) throw new Error(`Quote ${order.quoteId} of order ${order.orderId} is not there.`)
  const state = await stepQuote(tx, quote, 'Used', now)
  if (state === null) return quote
  for (const other of series) if (other.id !== quote.id) await stepQuote(tx, other, 'Closed', now)
  // All that is held comes to what is sold; then it is held by nobody.
  await release(tx, quote, needsOfLines(quote.claims.lines), now)
  await saveHolds(tx, quote.series_id, new Map())
  await tx.sql('update quote set order_code = $2 where id = $1', [quote.id, order.orderCode])
  await tx.sql('update cart set series_id = null where id = $1 and series_id = $2', [quote.cart_id, quote.series_id])
  await takeOut(tx, quote.cart_id, quote.claims.lines, new Date(order.placedAt))
  await touchCart(tx, quote.cart_id, now)
  return { ...quote, state }
}

/** The order was not concluded, or cancelled: its goods come back, once. The two events may come in any order. */
export async function returnQuote(tx: Tx, order: EventPayload<'ShopOrderEnded'>, now: Date): Promise<void> {
  const quote = await useQuote(tx, order, now)
  if (!quote || (await stepQuote(tx, quote, 'Returned', now)) === null) return
  const needs = needsOfLines(quote.claims.lines)
  await lockItems(tx, [...needs.keys()])
  const moves = [...needs].map(([itemId, change]) => ({ itemId, change }))
  await moveItemStock(tx, moves, { cause: 'RETURNED', quoteId: quote.id, at: now })
}

/** Lowers what a series holds; that is never too much. */
async function release(tx: Tx, quote: QuoteRow, needs: Needs, now: Date): Promise<void> {
  const short = await changeHolds(tx, quote.series_id, needs, quote.id, now)
  if (short.length > 0) throw new Error(`Series ${quote.series_id} holds less than its quotes need.`)
}
