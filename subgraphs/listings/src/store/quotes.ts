import type { SignedQuote } from '@torihiki/schema'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { quoteAfter, type Needs, type QuoteEvent, type QuoteState } from '../domain/quote.ts'

type Sql = Tx['sql']

/** A quote (C1). `claims` is what is signed. */
export type QuoteRow = {
  id: string
  series_id: string
  cart_id: string
  shop_id: string
  buyer_id: string
  state: QuoteState
  claims: SignedQuote
  quoted_at: string
  expires_at: string
  order_code: string | null
}

/** A quote of a buyer by its id, or null. */
export async function quoteOf(sql: Sql, buyerId: string, id: string): Promise<QuoteRow | null> {
  const [row] = await sql<QuoteRow>('select * from quote where id = $1 and buyer_id = $2', [id, buyerId])
  return row ?? null
}

/** The quote of a buyer that an order of this code was placed with, or null. */
export async function quoteOfOrder(sql: Sql, buyerId: string, orderCode: string): Promise<QuoteRow | null> {
  const [row] = await sql<QuoteRow>('select * from quote where order_code = $1 and buyer_id = $2', [orderCode, buyerId])
  return row ?? null
}

/** How many orders a buyer has placed at a shop by quotes of a day, whatever became of them. */
export async function ordersQuotedSince(sql: Sql, buyerId: string, shopId: string, since: Date): Promise<number> {
  const [row] = await sql<{ many: number }>(
    `select count(*)::int as many from quote where buyer_id = $1 and shop_id = $2 and quoted_at >= $3 and order_code is not null`,
    [buyerId, shopId, since],
  )
  return row?.many ?? 0
}

/** The newest quote of a series that holds its goods, or null. */
export async function openQuote(sql: Sql, seriesId: string, now: Date): Promise<QuoteRow | null> {
  const [row] = await sql<QuoteRow>(`select * from quote where series_id = $1 and state = 'OPEN' and expires_at > $2`, [
    seriesId,
    now,
  ])
  return row ?? null
}

/** The quotes of the series that a quote belongs to with their rows locked, its cart's row before them; none when there is no such quote. */
export async function lockSeriesOf(tx: Tx, quoteId: string): Promise<QuoteRow[]> {
  const [known] = await tx.sql<{ series_id: string; cart_id: string }>(
    'select series_id, cart_id from quote where id = $1',
    [quoteId],
  )
  if (!known) return []
  await tx.sql('select 1 from cart where id = $1 for no key update', [known.cart_id])
  return lockSeries(tx, known.series_id)
}

/** The quotes of a series with their rows locked, in the order of their ids. Their cart's row is locked before. */
export async function lockSeries(tx: Tx, seriesId: string): Promise<QuoteRow[]> {
  return tx.sql<QuoteRow>('select * from quote where series_id = $1 order by id for no key update', [seriesId])
}

/** Puts a new quote on record. */
export async function insertQuote(tx: Tx, claims: SignedQuote, cartId: string, now: Date): Promise<void> {
  await tx.sql(
    `insert into quote (id, series_id, cart_id, shop_id, buyer_id, state, claims, quoted_at, expires_at) values ($1, $2, $3, $4, $5, 'OPEN', $6, $7, $8)`,
    [
      claims.quoteId,
      claims.seriesId,
      cartId,
      claims.shopId,
      claims.buyerId,
      JSON.stringify(claims),
      now,
      claims.expiresAt,
    ],
  )
  await recordStep(tx, claims.quoteId, 'Quoted', 'OPEN', now)
}

/** Carries a locked quote on by what happened, on record. Gives its state then; null when that changes nothing any more. */
export async function stepQuote(tx: Tx, quote: QuoteRow, event: QuoteEvent, at: Date): Promise<QuoteState | null> {
  const state = quoteAfter(quote.state, event)
  if (state === null) return null
  await tx.sql('update quote set state = $2 where id = $1', [quote.id, state])
  await recordStep(tx, quote.id, event, state, at)
  return state
}

async function recordStep(tx: Tx, quoteId: string, event: QuoteEvent, state: QuoteState, at: Date): Promise<void> {
  await tx.sql(
    `insert into quote_step (quote_id, number, event, state, at)
     select $1, coalesce(max(number), 0) + 1, $2, $3, $4 from quote_step where quote_id = $1`,
    [quoteId, event, state, at],
  )
}

/** What the quotes of a series hold together. */
export async function holdsOf(tx: Tx, seriesId: string): Promise<Needs> {
  const rows = await tx.sql<{ item_id: string; quantity: string }>(
    'select item_id, quantity from quote_hold where series_id = $1',
    [seriesId],
  )
  return new Map(rows.map(({ item_id, quantity }) => [item_id, BigInt(quantity)]))
}

/** States what the quotes of a series hold together. */
export async function saveHolds(tx: Tx, seriesId: string, needs: Needs): Promise<void> {
  await tx.sql('delete from quote_hold where series_id = $1', [seriesId])
  await tx.sql(
    'insert into quote_hold (series_id, item_id, quantity) select $1, n.item_id, n.quantity from unnest($2::uuid[], $3::bigint[]) n (item_id, quantity)',
    [seriesId, [...needs.keys()], [...needs.values()]],
  )
}

/** Quotes whose time is over and that nobody has said so of, the longest over first. */
export async function lapsedQuotes(sql: Sql, now: Date, most: number): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `select id from quote where state = 'OPEN' and expires_at <= $1 order by expires_at, id limit $2`,
    [now, most],
  )
  return rows.map(({ id }) => id)
}
