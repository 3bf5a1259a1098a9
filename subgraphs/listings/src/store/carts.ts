import type { Tx } from '@torihiki/shared/store/store.ts'
import { emptyCartKeptHours, emptyMembersCartKeptDays, looseCartKeptDays } from '../domain/cart.ts'
import { itemColumns, type ItemRow } from './items.ts'

type Sql = Tx['sql']

/** A cart (C1): a member's at a shop, or nobody's under a secret. */
export type CartRow = {
  id: string
  shop_id: string
  member_id: string | null
  revision: number
  series_id: string | null
  changed_at: string
  lapses_at: string | null
}

/** A line of a cart with its item as it is now. `put_minor` and `could_be_had` are as of when it was put in. */
export type CartLineRow = {
  cart_id: string
  quantity: number
  put_at: string
  put_minor: string
  put_currency: string
  could_be_had: boolean
  /** Its item is on sale in this open shop. */
  offered: boolean
  item: ItemRow
}

const columns = 'c.id, c.shop_id, c.member_id, c.revision, c.series_id, c.changed_at, c.lapses_at'

/** The member's cart at a shop, or null. */
export async function cartOfMember(sql: Sql, memberId: string, shopId: string): Promise<CartRow | null> {
  const [row] = await sql<CartRow>(`select ${columns} from cart c where c.member_id = $1 and c.shop_id = $2`, [
    memberId,
    shopId,
  ])
  return row ?? null
}

/** At which shop a member's cart holds an item, on sale or not; null when none does. */
export async function shopOfHeld(sql: Sql, memberId: string, itemId: string): Promise<string | null> {
  const [row] = await sql<{ shop_id: string }>(
    'select c.shop_id from cart c join cart_line l on l.cart_id = c.id where c.member_id = $1 and l.item_id = $2 order by c.id limit 1',
    [memberId, itemId],
  )
  return row?.shop_id ?? null
}

/** The cart under a secret of this hash, unless it was merged or has lapsed. */
export async function cartByHash(sql: Sql, hash: string, now: Date): Promise<CartRow | null> {
  const [row] = await sql<CartRow>(
    `select ${columns} from cart c where c.token_hash = $1 and c.merged_at is null and c.lapses_at > $2`,
    [hash, now],
  )
  return row ?? null
}

/** All carts of a member that hold something, the newest changed first. */
export async function cartsOf(
  sql: Sql,
  memberId: string,
  after: { at: string | null; id: string | null },
  limit: number,
): Promise<CartRow[]> {
  return sql<CartRow>(
    `select ${columns} from cart c where c.member_id = $1 and exists (select from cart_line l where l.cart_id = c.id)
       and ($2::timestamptz is null or (c.changed_at, c.id) < ($2, $3::uuid)) order by c.changed_at desc, c.id desc limit $4`,
    [memberId, after.at, after.id, limit],
  )
}

/** Locks a cart's row. Whoever changes a cart, or quotes from it, takes turns here. */
export async function lockCart(tx: Tx, id: string): Promise<CartRow | null> {
  const [row] = await tx.sql<CartRow>(
    `select ${columns} from cart c where c.id = $1 and c.merged_at is null for no key update`,
    [id],
  )
  return row ?? null
}

/** The member's cart at a shop with its row locked, made when there is none. */
export async function lockMembersCart(
  tx: Tx,
  id: string,
  memberId: string,
  shopId: string,
  now: Date,
): Promise<CartRow> {
  await tx.sql(
    'insert into cart (id, shop_id, member_id, changed_at) values ($1, $2, $3, $4) on conflict (member_id, shop_id) do nothing',
    [id, shopId, memberId, now],
  )
  const [row] = await tx.sql<CartRow>(
    `select ${columns} from cart c where c.member_id = $1 and c.shop_id = $2 for no key update`,
    [memberId, shopId],
  )
  if (!row) throw new Error('A cart that was just made is not there.')
  return row
}

/** When a cart that is nobody's lapses after a change: soon while nothing is in it. */
const lapses = {
  filled: (now: Date): Date => new Date(now.getTime() + looseCartKeptDays * 86_400_000),
  empty: (now: Date): Date => new Date(now.getTime() + emptyCartKeptHours * 3_600_000),
}

/**
 * How many carts a member has: those it opened under tokens, neither merged nor lapsed, and its own in which something is, or which are new. Who asks takes turns with the member's other
 * requests that count (its row of `known_member` is locked), so that all count the same.
 */
export async function cartCounts(tx: Tx, memberId: string, now: Date): Promise<{ opened: number; own: number }> {
  await tx.sql('select 1 from known_member where member_id = $1 for no key update', [memberId])
  const [row] = await tx.sql<{ opened: number; own: number }>(
    `select (select count(*)::int from cart c where c.opened_by = $1 and c.merged_at is null and c.lapses_at > $2) as opened,
       (select count(*)::int from cart c where c.member_id = $1 and (c.revision = 0 or exists (select from cart_line l where l.cart_id = c.id))) as own`,
    [memberId, now],
  )
  return row ?? { opened: 0, own: 0 }
}

/** Makes a cart that is nobody's, under a secret of this hash; `openedBy` is who was signed in. */
export async function insertLooseCart(
  tx: Tx,
  { id, shopId, hash, openedBy }: { id: string; shopId: string; hash: string; openedBy: string | null },
  now: Date,
): Promise<void> {
  await tx.sql(
    'insert into cart (id, shop_id, token_hash, opened_by, changed_at, lapses_at) values ($1, $2, $3, $4, $5, $6)',
    [id, shopId, hash, openedBy, now, lapses.empty(now)],
  )
}

/** Notes that a locked cart was changed: its revision grows, and one that is nobody's is kept from now on, longer when something is in it. */
export async function touchCart(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.sql(
    `update cart c set revision = revision + 1, changed_at = $2, lapses_at = case when c.lapses_at is null then null
       when exists (select from cart_line l where l.cart_id = c.id) then $3::timestamptz else $4::timestamptz end where c.id = $1`,
    [id, now, lapses.filled(now), lapses.empty(now)],
  )
}

/**
 * Says that so many of an item are in a locked cart; none: takes it out.
 * @param price what the line says that it cost when it was put in: of now, unless it was ordered before
 */
export async function putLine(
  tx: Tx,
  cartId: string,
  item: ItemRow,
  quantity: number,
  now: Date,
  price: { minor: string; currency: string } = { minor: item.price_minor, currency: item.currency },
): Promise<void> {
  if (quantity === 0) {
    await tx.sql('delete from cart_line where cart_id = $1 and item_id = $2', [cartId, item.id])
    return
  }
  await tx.sql(
    `insert into cart_line (cart_id, item_id, quantity, put_at, price_minor, currency, could_be_had) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (cart_id, item_id) do update set quantity = excluded.quantity, put_at = excluded.put_at, price_minor = excluded.price_minor,
       currency = excluded.currency, could_be_had = excluded.could_be_had`,
    [cartId, item.id, quantity, now, price.minor, price.currency, !item.stocked || BigInt(item.stock) > 0n],
  )
}

/** Moves a line of one cart to another as it is, with this quantity: what it says of its price stays. */
export async function moveLine(tx: Tx, from: string, to: string, itemId: string, quantity: number): Promise<void> {
  await tx.sql(
    `insert into cart_line (cart_id, item_id, quantity, put_at, price_minor, currency, could_be_had)
     select $2, item_id, $4, put_at, price_minor, currency, could_be_had from cart_line where cart_id = $1 and item_id = $3
     on conflict (cart_id, item_id) do update set quantity = excluded.quantity`,
    [from, to, itemId, quantity],
  )
}

/** The lines of carts, in the order in which they were put in, each with its item as it is now. */
export async function cartLines(sql: Sql, cartIds: readonly string[]): Promise<CartLineRow[]> {
  const rows = await sql<ItemRow & Omit<CartLineRow, 'item'>>(
    `select ${itemColumns}, l.cart_id, l.quantity, l.put_at, l.price_minor as put_minor, l.currency as put_currency, l.could_be_had,
       i.on_sale and i.shop_id = c.shop_id and s.open and k.status = 'ACTIVE' and 'SELLER' = any (k.roles) as offered
     from cart_line l join cart c on c.id = l.cart_id join item i on i.id = l.item_id join shop s on s.id = c.shop_id join known_member k on k.member_id = i.merchant_id
     where l.cart_id = any ($1::uuid[]) order by l.put_at, l.item_id`,
    [cartIds],
  )
  return rows.map(({ cart_id, quantity, put_at, put_minor, put_currency, could_be_had, offered, ...item }) => ({
    cart_id,
    quantity,
    put_at,
    put_minor,
    put_currency,
    could_be_had,
    offered,
    item,
  }))
}

/** Takes out of a cart what was ordered from it: what is there beyond that stays, and so does a line that was put in after the order. */
export async function takeOut(
  tx: Tx,
  cartId: string,
  lines: readonly { itemId: string; quantity: number }[],
  orderedAt: Date,
): Promise<void> {
  const values = [cartId, lines.map(({ itemId }) => itemId), lines.map(({ quantity }) => quantity), orderedAt]
  const ordered = 'unnest($2::uuid[], $3::int[]) o (item_id, quantity)'
  const meant = 'l.cart_id = $1 and l.item_id = o.item_id and l.put_at <= $4::timestamptz'
  await tx.sql(`delete from cart_line l using ${ordered} where ${meant} and l.quantity <= o.quantity`, values)
  await tx.sql(
    `update cart_line l set quantity = l.quantity - o.quantity from ${ordered} where ${meant} and l.quantity > o.quantity`,
    values,
  )
}

/** Removes members' carts in which nothing is and that were not changed for so long, a batch of them. What was quoted from them stays on record. Gives how many. */
export async function dropEmptyCarts(tx: Tx, now: Date, batch: number): Promise<number> {
  const before = new Date(now.getTime() - emptyMembersCartKeptDays * 86_400_000)
  const gone = await tx.sql(
    `delete from cart where id in (select c.id from cart c where c.member_id is not null and c.changed_at <= $1
       and not exists (select from cart_line l where l.cart_id = c.id)
       and not exists (select from quote_hold h where h.series_id = c.series_id)
       order by c.changed_at limit $2 for update skip locked) returning 1 as gone`,
    [before, batch],
  )
  return gone.length
}

/** Removes carts that are nobody's and were not changed for so long, a batch of them. Gives how many. */
export async function dropLapsedCarts(tx: Tx, now: Date, batch: number): Promise<number> {
  const gone = await tx.sql(
    `delete from cart where id in (select id from cart where lapses_at <= $1 order by lapses_at limit $2 for update skip locked) returning 1 as gone`,
    [now, batch],
  )
  return gone.length
}

/** Forgets the carts of a member that was erased (B2). */
export async function forgetCarts(tx: Tx, memberId: string): Promise<void> {
  await tx.sql('delete from cart where member_id = $1', [memberId])
  await tx.sql('update cart set opened_by = null where opened_by = $1', [memberId])
}
