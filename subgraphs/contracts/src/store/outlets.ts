import type { Tx } from '@torihiki/shared/store/store.ts'
import type { Hours, Weekday } from '../domain/routing/opening.ts'
import { itemKey, type Need, type RoutingOutlet, type StockOf } from '../domain/routing/route.ts'

type Sql = Tx['sql']

/** What a seller states of an outlet (B20). */
export type StatedOutlet = {
  name: string
  address: string
  latitude_e7: number
  longitude_e7: number
  time_zone: string
  reach_metres: number
  serving: boolean
  weekly: ({ weekday: Weekday } & Hours)[]
  exceptions: { day: string; hours: Hours[] }[]
}

/** An outlet as it is on record. */
export type OutletRow = StatedOutlet & {
  id: string
  seller_id: string
  revision: number
  registered_at: string
  edited_at: string | null
}

/** A state of an outlet. */
export type OutletRevisionRow = { revision: number; at: string; stated: StatedOutlet }

/** What an outlet has of an item, in millionths of the unit. */
export type StockRow = { item: string; unit: string; on_hand: string }

/** A change of an outlet's stock. */
export type StockChangeRow = {
  number: string
  item: string
  unit: string
  change: string
  on_hand: string
  cause: 'STATED' | 'TAKEN' | 'GIVEN_BACK'
  order_id: string | null
  at: string
}

const columns = `x.id, x.seller_id, x.revision, x.name, x.address, x.latitude_e7, x.longitude_e7, x.time_zone, x.reach_metres, x.serving,
  x.weekly, x.exceptions, x.registered_at, x.edited_at`
export { columns as outletColumns }

/** What its seller states of an outlet. */
export function statedOf(row: OutletRow): StatedOutlet {
  const { name, address, latitude_e7, longitude_e7, time_zone, reach_metres, serving, weekly, exceptions } = row
  return { name, address, latitude_e7, longitude_e7, time_zone, reach_metres, serving, weekly, exceptions }
}

/** An outlet as routing looks at it. */
export function routingOutlet(row: OutletRow): RoutingOutlet {
  return {
    id: row.id,
    latitudeE7: row.latitude_e7,
    longitudeE7: row.longitude_e7,
    reachMetres: row.reach_metres,
    serving: row.serving,
    timeZone: row.time_zone,
    weekly: row.weekly,
    exceptions: row.exceptions,
  }
}

/** An outlet of the seller with its row locked, or null. Orders that are being routed wait, and are waited for. */
export async function lockOwnOutlet(tx: Tx, sellerId: string, id: string): Promise<OutletRow | null> {
  const [row] = await tx.sql<OutletRow>(
    `select ${columns} from outlet x where x.id = $1 and x.seller_id = $2 for no key update`,
    [id, sellerId],
  )
  return row ?? null
}

/** All outlets of a seller, held as they are until the transaction ends, in the order of their ids. */
export async function holdOutlets(tx: Tx, sellerId: string): Promise<OutletRow[]> {
  return tx.sql<OutletRow>(`select ${columns} from outlet x where x.seller_id = $1 order by x.id for share`, [sellerId])
}

/** A seller's outlets, newest first. */
export async function outletsOf(
  sql: Sql,
  sellerId: string,
  after: { at: string | null; id: string | null },
  limit: number,
): Promise<OutletRow[]> {
  return sql<OutletRow>(
    `select ${columns} from outlet x where x.seller_id = $1 and ($2::timestamptz is null or (x.registered_at, x.id) < ($2, $3::uuid))
     order by x.registered_at desc, x.id desc limit $4`,
    [sellerId, after.at, after.id, limit],
  )
}

/** The states of an outlet before a number, newest first. */
export async function outletRevisions(
  sql: Sql,
  id: string,
  before: number | null,
  limit: number,
): Promise<OutletRevisionRow[]> {
  return sql<OutletRevisionRow>(
    `select revision, at, stated from outlet_revision where outlet_id = $1 and ($2::int is null or revision < $2)
     order by revision desc limit $3`,
    [id, before, limit],
  )
}

/** Makes what is stated the present state of an outlet, on record as this revision. */
export async function saveOutlet(
  tx: Tx,
  outlet: { id: string; sellerId: string; revision: number },
  stated: StatedOutlet,
  now: Date,
): Promise<void> {
  await tx.sql(
    `insert into outlet as x (id, seller_id, revision, name, address, latitude_e7, longitude_e7, time_zone, reach_metres, serving, weekly, exceptions, registered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (id) do update set revision = excluded.revision, name = excluded.name, address = excluded.address, latitude_e7 = excluded.latitude_e7,
       longitude_e7 = excluded.longitude_e7, time_zone = excluded.time_zone, reach_metres = excluded.reach_metres, serving = excluded.serving,
       weekly = excluded.weekly, exceptions = excluded.exceptions, edited_at = excluded.registered_at`,
    [
      outlet.id,
      outlet.sellerId,
      outlet.revision,
      stated.name,
      stated.address,
      stated.latitude_e7,
      stated.longitude_e7,
      stated.time_zone,
      stated.reach_metres,
      stated.serving,
      JSON.stringify(stated.weekly),
      JSON.stringify(stated.exceptions),
      now,
    ],
  )
  await tx.sql('insert into outlet_revision (outlet_id, revision, at, stated) values ($1, $2, $3, $4)', [
    outlet.id,
    outlet.revision,
    now,
    JSON.stringify(stated),
  ])
}

/** What outlets have of these items, their rows locked in one order for everybody: by item, unit and outlet. */
export async function lockStock(tx: Tx, outletIds: readonly string[], needs: readonly Need[]): Promise<StockOf> {
  if (outletIds.length === 0 || needs.length === 0) return new Map()
  const rows = await tx.sql<StockRow & { outlet_id: string }>(
    `select s.outlet_id, s.item, s.unit, s.on_hand from outlet_stock s
     join jsonb_to_recordset($2::jsonb) as n (item text, unit text) on n.item = s.item and n.unit = s.unit
     where s.outlet_id = any($1::uuid[]) order by s.item, s.unit, s.outlet_id for no key update of s`,
    [outletIds, JSON.stringify(needs.map(({ item, unit }) => ({ item, unit })))],
  )
  const stock = new Map<string, Map<string, bigint>>()
  for (const row of rows) {
    const of = stock.get(row.outlet_id) ?? new Map<string, bigint>()
    stock.set(row.outlet_id, of.set(itemKey(row), BigInt(row.on_hand)))
  }
  return stock
}

/**
 * Locks what all outlets of a seller have of these items, in the same order. Who gives stock back and takes other stock in one transaction begins with this: locked one
 * after the other, two such transactions would wait for each other.
 */
export async function lockAllStock(tx: Tx, sellerId: string, needs: readonly Need[]): Promise<void> {
  await tx.sql(
    `select 1 from outlet_stock s join jsonb_to_recordset($2::jsonb) as n (item text, unit text) on n.item = s.item and n.unit = s.unit
     where s.outlet_id in (select id from outlet where seller_id = $1) order by s.item, s.unit, s.outlet_id for no key update of s`,
    [sellerId, JSON.stringify(needs.map(({ item, unit }) => ({ item, unit })))],
  )
}

type Move = { outletId: string; needs: readonly Need[]; cause: 'TAKEN' | 'GIVEN_BACK'; orderId: string; at: Date }

/** Takes an order's items out of the stock of an outlet whose rows are locked, or gives them back; each change is on record. */
export async function moveStock(tx: Tx, { outletId, needs, cause, orderId, at }: Move): Promise<void> {
  if (needs.length === 0) return
  const sign = cause === 'TAKEN' ? -1n : 1n
  const moves = needs.map(({ item, unit, millionths }) => ({ item, unit, change: (sign * millionths).toString() }))
  await tx.sql(
    `with moved as (update outlet_stock s set on_hand = s.on_hand + n.change
       from jsonb_to_recordset($2::jsonb) as n (item text, unit text, change bigint)
       where s.outlet_id = $1 and s.item = n.item and s.unit = n.unit returning s.item, s.unit, n.change, s.on_hand)
     insert into outlet_stock_change (outlet_id, item, unit, change, on_hand, cause, order_id, at)
     select $1, item, unit, change, on_hand, $3, $4, $5 from moved order by item, unit`,
    [outletId, JSON.stringify(moves), cause, orderId, at],
  )
}

/** States what an outlet that is locked has of items from now on; each is on record. */
export async function stateStock(
  tx: Tx,
  outletId: string,
  items: readonly { item: string; unit: string; onHand: bigint }[],
  at: Date,
): Promise<void> {
  const stated = JSON.stringify(
    items.map(({ item, unit, onHand }) => ({ item, unit, on_hand: onHand.toString() })).toSorted(byItem),
  )
  const form = 'jsonb_to_recordset($2::jsonb) as n (item text, unit text, on_hand bigint)'
  // Rows that are not there yet are made first, so that each change is the difference to what was there.
  await tx.sql(
    `insert into outlet_stock (outlet_id, item, unit, on_hand) select $1, n.item, n.unit, 0 from ${form} on conflict do nothing`,
    [outletId, stated],
  )
  const before = await tx.sql<StockRow>(
    `select s.item, s.unit, s.on_hand from outlet_stock s join ${form} on n.item = s.item and n.unit = s.unit
     where s.outlet_id = $1 order by s.item, s.unit, s.outlet_id for no key update of s`,
    [outletId, stated],
  )
  await tx.sql(
    `with moved as (update outlet_stock s set on_hand = n.on_hand from ${form}
       where s.outlet_id = $1 and s.item = n.item and s.unit = n.unit returning s.item, s.unit, s.on_hand)
     insert into outlet_stock_change (outlet_id, item, unit, change, on_hand, cause, at)
     select $1, m.item, m.unit, m.on_hand - b.on_hand, m.on_hand, 'STATED', $4 from moved m
     join jsonb_to_recordset($3::jsonb) as b (item text, unit text, on_hand bigint) on b.item = m.item and b.unit = m.unit order by m.item, m.unit`,
    [outletId, stated, JSON.stringify(before), at],
  )
}

const byItem = (a: { item: string; unit: string }, b: { item: string; unit: string }): number =>
  itemKey(a) < itemKey(b) ? -1 : 1

/** What an outlet has, by item and unit, after these. */
export async function stockOf(
  sql: Sql,
  outletId: string,
  after: { item: string; unit: string } | null,
  limit: number,
): Promise<StockRow[]> {
  return sql<StockRow>(
    `select item, unit, on_hand from outlet_stock where outlet_id = $1 and ($2::text is null or (item, unit) > ($2 collate "C", $3 collate "C"))
     order by item, unit limit $4`,
    [outletId, after?.item ?? null, after?.unit ?? null, limit],
  )
}

/** Changes of an outlet's stock before a number, newest first. */
export async function stockChanges(
  sql: Sql,
  outletId: string,
  before: number | null,
  limit: number,
): Promise<StockChangeRow[]> {
  return sql<StockChangeRow>(
    `select number, item, unit, change, on_hand, cause, order_id, at from outlet_stock_change
     where outlet_id = $1 and ($2::bigint is null or number < $2) order by number desc limit $3`,
    [outletId, before, limit],
  )
}
