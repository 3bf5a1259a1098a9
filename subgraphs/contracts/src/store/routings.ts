import type { Tx } from '@torihiki/shared/store/store.ts'
import type { OrderLine } from '../commands/order-lines.ts'
import type { Candidate } from '../domain/routing/route.ts'

type Sql = Tx['sql']

/** How an order stands to the outlets of its seller (B20). */
export type RoutingStatus = 'ROUTED' | 'WAITING' | 'ENDED'
export type RoutingRow = {
  order_id: string
  thread_id: string
  seller_id: string
  status: RoutingStatus
  outlet_id: string | null
  /** Where it goes, as JSON, sealed where it is personal. Null: the buyer did not say. */
  destination: string | null
  number: number
  changed_at: string
  next_try_at: string | null
}

/** Why it was decided: the order came, its outlet declined, or it was tried again. */
export type RouteCause = 'ORDERED' | 'DECLINED' | 'TRIED_AGAIN'
/** What was decided, as it is kept: as JSON, sealed where it is personal, for distances tell where somebody lives. */
export type Decision = { readonly metres: number | null; readonly candidates: readonly Candidate[] }
export type RouteRow = {
  order_id: string
  number: number
  decided_at: string
  cause: RouteCause
  outlet_id: string | null
  decision: string
}

/** A routing with its row locked, and the lines of its order. */
export async function lockRouting(tx: Tx, orderId: string): Promise<(RoutingRow & { lines: OrderLine[] }) | null> {
  const [row] = await tx.sql<RoutingRow & { lines: OrderLine[] }>(
    `select r.*, o.lines from order_routing r join trade_order o on o.id = r.order_id where r.order_id = $1 for no key update of r`,
    [orderId],
  )
  return row ?? null
}

/** The routings of a thread that have not ended, their rows locked. One at most: a further order ends the one before. */
export async function lockRoutingsOfThread(tx: Tx, threadId: string): Promise<(RoutingRow & { lines: OrderLine[] })[]> {
  return tx.sql<RoutingRow & { lines: OrderLine[] }>(
    `select r.*, o.lines from order_routing r join trade_order o on o.id = r.order_id
     where r.thread_id = $1 and r.status <> 'ENDED' order by r.order_id for no key update of r`,
    [threadId],
  )
}

/** How the order stands from now on. */
export async function saveRouting(
  tx: Tx,
  row: Omit<RoutingRow, 'changed_at' | 'next_try_at'>,
  now: Date,
  nextTryAt: Date | null,
): Promise<void> {
  await tx.sql(
    `insert into order_routing (order_id, thread_id, seller_id, status, outlet_id, destination, number, changed_at, next_try_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (order_id) do update set status = excluded.status, outlet_id = excluded.outlet_id, number = excluded.number,
       changed_at = excluded.changed_at, next_try_at = excluded.next_try_at`,
    [
      row.order_id,
      row.thread_id,
      row.seller_id,
      row.status,
      row.outlet_id,
      row.destination,
      row.number,
      now,
      nextTryAt,
    ],
  )
}

/** Puts a decision on record. */
export async function recordRoute(tx: Tx, row: Omit<RouteRow, 'decided_at'>, now: Date): Promise<void> {
  await tx.sql(
    'insert into order_route (order_id, number, decided_at, cause, outlet_id, decision) values ($1, $2, $3, $4, $5, $6)',
    [row.order_id, row.number, now, row.cause, row.outlet_id, row.decision],
  )
}

/** The outlets that declined an order, with their reasons. */
export async function declinesOf(tx: Tx, orderId: string): Promise<Map<string, string>> {
  const rows = await tx.sql<{ outlet_id: string; reason: string }>(
    'select outlet_id, reason from order_route_decline where order_id = $1',
    [orderId],
  )
  return new Map(rows.map(({ outlet_id, reason }) => [outlet_id, reason]))
}

/** Puts on record that an outlet declined an order, and who said so. */
export async function recordDecline(
  tx: Tx,
  decline: { orderId: string; outletId: string; reason: string; declinedBy: string; operatorId: string | null },
  now: Date,
): Promise<void> {
  const { orderId, outletId, reason, declinedBy, operatorId } = decline
  await tx.sql(
    'insert into order_route_decline (order_id, outlet_id, reason, declined_by, operator_id, declined_at) values ($1, $2, $3, $4, $5, $6)',
    [orderId, outletId, reason, declinedBy, operatorId, now],
  )
}

/**
 * Something of a seller's outlets has changed: its orders that wait are to be looked at again at once. One that is locked is just being looked at, and
 * waits for what this transaction holds: it sees the change by itself.
 */
export async function wakeWaiting(tx: Tx, sellerId: string, now: Date): Promise<void> {
  await tx.sql(
    `update order_routing set next_try_at = $2 where order_id in (
       select order_id from order_routing where seller_id = $1 and status = 'WAITING' and next_try_at > $2 order by order_id for no key update skip locked)`,
    [sellerId, now],
  )
}

/** Orders that wait and are to be looked at, the longest due first. */
export async function dueRoutings(
  sql: Sql,
  now: Date,
  limit: number,
): Promise<{ order_id: string; thread_id: string }[]> {
  return sql(
    `select order_id, thread_id from order_routing where status = 'WAITING' and next_try_at <= $1 order by next_try_at, order_id limit $2`,
    [now, limit],
  )
}

/** A seller's orders by how they stand, the newest change first. */
export async function routingsOf(
  sql: Sql,
  sellerId: string,
  status: RoutingStatus | null,
  after: { at: string | null; id: string | null },
  limit: number,
): Promise<RoutingRow[]> {
  return sql<RoutingRow>(
    `select * from order_routing where seller_id = $1 and ($2::text is null or status = $2)
       and ($3::timestamptz is null or (changed_at, order_id) < ($3, $4::uuid)) order by changed_at desc, order_id desc limit $5`,
    [sellerId, status, after.at, after.id, limit],
  )
}

/** The decisions on an order, oldest first. */
export async function routesOf(sql: Sql, orderId: string): Promise<RouteRow[]> {
  return sql<RouteRow>('select * from order_route where order_id = $1 order by number', [orderId])
}
