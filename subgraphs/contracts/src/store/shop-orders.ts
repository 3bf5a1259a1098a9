import type { EventPayload, SignedQuote } from '@torihiki/schema'
import { asDate } from '@torihiki/shared/store/sql.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { ShopOrderStatus } from '../domain/shop-order.ts'

type Sql = Tx['sql']

/** A customer's order at a shop (C1), with its newest state. `quote` is what it was placed with. */
export type ShopOrderRow = {
  order_id: string
  thread_id: string
  order_code: string
  quote_id: string
  shop_id: string
  buyer_id: string
  seller_id: string
  settlement_agent_id: string
  quote: SignedQuote
  on_account: boolean
  by_guest: boolean
  placed_at: string
  status: ShopOrderStatus
}

/** A state that an order was in from an instant on. */
export type ShopOrderStepRow = { order_id: string; number: number; status: ShopOrderStatus; at: string }

/** The columns of an order at a shop, of a table that is called `o`. */
export const shopOrderColumns = `o.*, (select s.status from shop_order_step s where s.order_id = o.order_id order by s.number desc limit 1) as status`

/** The order of a thread at a shop; null when it is none. Under the thread's lock its state stays. */
export async function shopOrderOfThread(sql: Sql, threadId: string): Promise<ShopOrderRow | null> {
  const [row] = await sql<ShopOrderRow>(`select ${shopOrderColumns} from shop_order o where o.thread_id = $1`, [
    threadId,
  ])
  return row ?? null
}

/** What became of an order, oldest first. */
export async function shopOrderSteps(sql: Sql, orderId: string): Promise<ShopOrderStepRow[]> {
  return sql<ShopOrderStepRow>('select * from shop_order_step where order_id = $1 order by number', [orderId])
}

/** Puts an order at a shop on record, RECEIVED. */
export async function insertShopOrder(tx: Tx, order: Omit<ShopOrderRow, 'status'>): Promise<void> {
  await tx.sql(
    `insert into shop_order (order_id, thread_id, order_code, quote_id, shop_id, buyer_id, seller_id, settlement_agent_id, quote, on_account, by_guest, placed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      order.order_id,
      order.thread_id,
      order.order_code,
      order.quote_id,
      order.shop_id,
      order.buyer_id,
      order.seller_id,
      order.settlement_agent_id,
      JSON.stringify(order.quote),
      order.on_account,
      order.by_guest,
      order.placed_at,
    ],
  )
  await recordShopOrderStep(tx, order.order_id, 'RECEIVED', asDate(order.placed_at))
}

/** Puts a further state of an order on record, under its thread's lock. */
export async function recordShopOrderStep(tx: Tx, orderId: string, status: ShopOrderStatus, at: Date): Promise<void> {
  await tx.sql(
    `insert into shop_order_step (order_id, number, status, at) select $1, coalesce(max(number), 0) + 1, $2, $3 from shop_order_step where order_id = $1`,
    [orderId, status, at],
  )
}

/** Says until when a received order may be paid; then its thread ends. */
export async function setPaymentEnd(tx: Tx, threadId: string, endsAt: Date): Promise<void> {
  await tx.sql(
    `with t as (update case_thread set expires_at = $2 where id = $1 returning case_id)
     update business_case c set expires_at = $2 from t where c.id = t.case_id`,
    [threadId, endsAt],
  )
}

/**
 * Uses a quote for an order, once and for ever.
 * @returns null, or why it cannot be used any more: an order used it or one of its series, or it is closed
 */
export async function useQuote(
  tx: Tx,
  { quoteId, seriesId }: Pick<SignedQuote, 'quoteId' | 'seriesId'>,
  orderId: string,
  now: Date,
): Promise<'USED' | 'CLOSED' | null> {
  const used = await tx.sql(
    `insert into quote_use (quote_id, series_id, kind, order_id, at) values ($1, $2, 'USED', $3, $4) on conflict do nothing returning 1 as used`,
    [quoteId, seriesId, orderId, now],
  )
  if (used.length > 0) return null
  const rows = await tx.sql(`select 1 from quote_use where series_id = $1 and kind = 'USED'`, [seriesId])
  return rows.length > 0 ? 'USED' : 'CLOSED'
}

/** How many orders a guest has placed at a shop since the beginning of a day, whatever became of them. */
export async function ordersOfGuest(tx: Tx, buyerId: string, shopId: string, since: Date): Promise<number> {
  const [row] = await tx.sql<{ many: number }>(
    'select count(*)::int as many from shop_order where by_guest and buyer_id = $1 and shop_id = $2 and placed_at >= $3',
    [buyerId, shopId, since],
  )
  return row?.many ?? 0
}

/** What is known of a customer besides its rights. */
export type KnownCustomer = { guest: boolean; language: string | null }

/** Takes over what `members` published of a customer. An older version changes nothing. */
export async function rememberCustomer(tx: Tx, member: EventPayload<'MemberRecorded'>): Promise<void> {
  await tx.sql(
    `insert into known_customer (member_id, version, guest, language) values ($1, $2, $3, $4)
     on conflict (member_id) do update set version = excluded.version, guest = excluded.guest, language = excluded.language
     where known_customer.version < excluded.version`,
    [member.memberId, member.version, member.guest ?? false, member.language ?? null],
  )
}

/** What is known of a customer; of one that was not told of anew since then, that it is no guest and has said no language. */
export async function customerOf(sql: Sql, memberId: string): Promise<KnownCustomer> {
  const [row] = await sql<KnownCustomer>('select guest, language from known_customer where member_id = $1', [memberId])
  return row ?? { guest: false, language: null }
}
