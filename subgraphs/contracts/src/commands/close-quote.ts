import type { EventPayload } from '@torihiki/schema'
import type { Tx } from '@torihiki/shared/store/store.ts'

/**
 * Closes a shop's quote whose time is over, or that another took the place of (C1), unless an order used it: from then on none can. `listings` hears of it, and lets
 * the goods go. An order that is being placed with it at the same moment is first or second, by the key of the row.
 */
export async function closeQuote(tx: Tx, { quoteId, seriesId }: EventPayload<'QuoteLapsed'>, now: Date): Promise<void> {
  const closed = await tx.sql(
    `insert into quote_use (quote_id, series_id, kind, at) values ($1, $2, 'CLOSED', $3) on conflict (quote_id) do nothing returning 1 as closed`,
    [quoteId, seriesId, now],
  )
  if (closed.length > 0) await tx.publish('QuoteClosed', { quoteId, seriesId })
}
