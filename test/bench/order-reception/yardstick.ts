import { newId } from '@torihiki/shared/ids.ts'
import { usageStripes } from '@torihiki/shared/store/usage-stripes.ts'
import { Pool, type PoolClient } from 'pg'

/** Bare SQL that writes what an order writes. */
export type Yardstick = { write(): Promise<void>; close(): Promise<void> }

/** The tables of which an order writes rows: those of a kind go to a copy with the same columns, indexes and checks. */
const copied = ['idempotency', 'trade_order', 'thread_event', 'outbox', 'outbox_delivery', 'source_view_dirty'] as const
type Row = Record<string, unknown>
type Template = { readonly table: (typeof copied)[number]; readonly row: Row }

/**
 * Takes the newest order as a template and writes its rows again under other ids, in one transaction of prepared statements on as many connections: key, order, fact, events
 * with their deliveries, the mark for the views, and the two rows that an order changes (its thread, the day's use of the level). Nothing is read, checked or computed.
 */
export async function openYardstick(databaseUrl: string, buyerId: string, connections: number): Promise<Yardstick> {
  const pool = new Pool({ connectionString: databaseUrl, max: connections })
  pool.on('error', () => undefined)
  await pool.query('create schema if not exists bare')
  for (const table of copied) await pool.query(`create table bare.${table} (like contracts.${table} including all)`)
  await pool.query('create table bare.case_thread (like contracts.case_thread including all)')
  await pool.query('create table bare.level_usage (like contracts.level_usage including all)')
  const { rows } = await pool.query<{ id: string; thread_id: string }>(
    'select id, thread_id from contracts.trade_order order by id desc limit 1',
  )
  const order = rows[0]
  if (!order) throw new Error('There is no order to take as a template.')
  await pool.query('insert into bare.case_thread select * from contracts.case_thread where source_id = $1', [buyerId])
  await pool.query('insert into bare.level_usage select * from contracts.level_usage where member_id = $1', [buyerId])
  const threads = (await pool.query<{ id: string }>('select id from bare.case_thread')).rows.map(({ id }) => id)
  const templates = await templatesOf(pool, order, buyerId)
  let next = 0
  return {
    async write() {
      const threadId = threads[next++ % threads.length] ?? ''
      const client = await pool.connect()
      try {
        await client.query('begin')
        await writeOrder(client, templates, threadId, buyerId)
        await client.query('commit')
      } finally {
        client.release()
      }
    },
    close: () => pool.end(),
  }
}

async function templatesOf(pool: Pool, order: { id: string; thread_id: string }, buyerId: string): Promise<Template[]> {
  const of = async (table: Template['table'], where: string, values: readonly unknown[]): Promise<Template[]> => {
    const { rows } = await pool.query<Row>(`select t.* from contracts.${table} t where ${where}`, [...values])
    if (rows.length === 0) throw new Error(`The newest order has written nothing to ${table}.`)
    return rows.map((row) => ({ table, row }))
  }
  const fact = `thread_id = $1 and kind = 'ORDER_SENT'`
  const told = `(type = 'OrderSent' and payload->>'orderId' = $1) or (type = 'CaseProgressed' and payload->>'kind' = 'ORDER_SENT' and payload->>'threadId' = $2)`
  const events = await of('outbox', told, [order.id, order.thread_id])
  const ids = events.map(({ row }) => row['id'])
  const dirty: Row = { member_id: buyerId, thread_id: order.thread_id, version: 2 }
  return [
    ...(await of('idempotency', `actor_id = $1 and operation = 'sendOrder' order by at desc limit 1`, [buyerId])),
    ...(await of('trade_order', 'id = $1', [order.id])),
    ...(await of('thread_event', fact, [order.thread_id])),
    ...events,
    ...(await of('outbox_delivery', 'event_id = any($1)', [ids])),
    { table: 'source_view_dirty', row: dirty },
  ]
}

async function writeOrder(
  client: PoolClient,
  templates: readonly Template[],
  threadId: string,
  buyerId: string,
): Promise<void> {
  const [orderId, version] = [newId(), Math.floor(performance.now() * 1_000) % 2_000_000_000]
  const events = new Map<unknown, string>()
  for (const { table, row } of templates) {
    const fresh = { ...row, ...freshOf(table, row, { orderId, threadId, version, events }) }
    await insert(client, table, fresh)
  }
  await client.query({
    name: 'thread',
    text: `update bare.case_thread set version = version + 1, status = 'ORDERED', changed_at = now() where id = $1`,
    values: [threadId],
  })
  await client.query({
    name: 'level',
    text: `update bare.level_usage set used = used + 1 where member_id = $1 and operation = 'SEND_ORDER' and stripe = $2`,
    values: [buyerId, version % usageStripes],
  })
}

type Fresh = { orderId: string; threadId: string; version: number; events: Map<unknown, string> }

/** What tells a row of this order from those of others. */
function freshOf(table: Template['table'], row: Row, { orderId, threadId, version, events }: Fresh): Row {
  switch (table) {
    case 'idempotency':
      return { key: orderId }
    case 'trade_order':
      return { id: orderId, order_code: orderId, thread_id: threadId }
    case 'thread_event':
      return { thread_id: threadId, version, fact_id: orderId }
    case 'outbox': {
      const id = newId()
      events.set(row['id'], id)
      return { id }
    }
    case 'outbox_delivery':
      return { event_id: events.get(row['event_id']), status: 'PENDING' }
    case 'source_view_dirty':
      return { thread_id: threadId, version }
  }
}

async function insert(client: PoolClient, table: Template['table'], row: Row): Promise<void> {
  const columns = Object.keys(row)
  await client.query({
    name: table,
    text: `insert into bare.${table} (${columns.join(', ')}) values (${columns.map((_, nth) => `$${nth + 1}`).join(', ')}) on conflict do nothing`,
    values: columns.map((name) => valueOf(row[name])),
  })
}

/** What came as JSON goes as JSON. */
const valueOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !(value instanceof Date) ? JSON.stringify(value) : value
