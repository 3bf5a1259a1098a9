import type { Tx } from '@torihiki/shared/store/store.ts'
import { textConfiguration } from '../domain/language.ts'
import { indexOf } from '../domain/words.ts'
import { itemWords, rememberWords } from './save-opportunity.ts'

type Sql = Tx['sql']

/** What a merchant states of an item (C1); an edit may state each anew. */
export type StatedItem = {
  shop_id: string
  name: string
  description: string
  language: string | null
  category: string | null
  kind: 'GOODS' | 'SERVICE'
  unit: string
  price_minor: string
  currency: string
  gtin: string | null
  on_sale: boolean
}

/** An item as it is on record. `stock` is what can be had; null is never there, what is not stocked has 0. */
export type ItemRow = StatedItem & {
  id: string
  merchant_id: string
  item_number: string
  stocked: boolean
  stock: string
  revision: number
  published_at: string
  edited_at: string | null
}

/** A state of an item. */
export type ItemRevisionRow = StatedItem & { revision: number; at: string }

/** Why what there is of an item became more or less. */
export type StockCause = 'STATED' | 'HELD' | 'RETURNED'

/** A change of what there is of an item. */
export type ItemStockChangeRow = { number: number; at: string; change: string; stock_after: string; cause: StockCause }

const statedNames = [
  'shop_id',
  'name',
  'description',
  'language',
  'category',
  'kind',
  'unit',
  'price_minor',
  'currency',
  'gtin',
  'on_sale',
] as const satisfies readonly (keyof StatedItem)[]
const statedColumns = statedNames.join(', ')

/** The columns of an item, of a table that is called `i`. */
export const itemColumns = `i.id, i.merchant_id, i.item_number, ${statedNames.map((name) => `i.${name}`).join(', ')}, i.stocked, i.stock, i.revision, i.published_at, i.edited_at`

/** What everybody may see: on sale, of a merchant `k` that takes part. Whether its shop `s` is open is looked at where items are listed. */
export const offered = `i.on_sale and k.status = 'ACTIVE' and 'SELLER' = any (k.roles)`

/** Items by their ids which the reader may see: those offered, and its own. Null: nobody is signed in. */
export async function visibleItems(sql: Sql, readerId: string | null, ids: readonly string[]): Promise<ItemRow[]> {
  return sql<ItemRow>(
    `select ${itemColumns} from item i join known_member k on k.member_id = i.merchant_id
     where i.id = any ($1::uuid[]) and (i.merchant_id = $2::uuid or (${offered}))`,
    [ids, readerId],
  )
}

/** An item of the merchant with its row locked, or null. */
export async function lockOwnItem(tx: Tx, merchantId: string, id: string): Promise<ItemRow | null> {
  const [row] = await tx.sql<ItemRow>(
    `select ${itemColumns} from item i where i.id = $1 and i.merchant_id = $2 for no key update`,
    [id, merchantId],
  )
  return row ?? null
}

/** Items with their rows locked, in the order of their ids, as everybody does who changes stock. */
export async function lockItems(tx: Tx, ids: readonly string[]): Promise<Map<string, ItemRow>> {
  const rows = await tx.sql<ItemRow>(
    `select ${itemColumns} from item i where i.id = any ($1::uuid[]) order by i.id for no key update`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** All items of a merchant, newest first. */
export async function itemsOf(
  sql: Sql,
  merchantId: string,
  after: { at: string | null; id: string | null },
  limit: number,
): Promise<ItemRow[]> {
  return sql<ItemRow>(
    `select ${itemColumns} from item i where i.merchant_id = $1 and ($2::timestamptz is null or (i.published_at, i.id) < ($2, $3::uuid))
     order by i.published_at desc, i.id desc limit $4`,
    [merchantId, after.at, after.id, limit],
  )
}

/** The states of an item before a number, newest first. */
export async function itemRevisions(
  sql: Sql,
  id: string,
  before: number | null,
  limit: number,
): Promise<ItemRevisionRow[]> {
  return sql<ItemRevisionRow>(
    `select revision, at, ${statedColumns} from item_revision where item_id = $1 and ($2::int is null or revision < $2) order by revision desc limit $3`,
    [id, before, limit],
  )
}

/** The changes of what there is of an item before a number, newest first. */
export async function itemStockChanges(
  sql: Sql,
  id: string,
  before: number | null,
  limit: number,
): Promise<ItemStockChangeRow[]> {
  return sql<ItemStockChangeRow>(
    `select number, at, change, stock_after, cause from item_stock_change
     where item_id = $1 and ($2::int is null or number < $2) order by number desc limit $3`,
    [id, before, limit],
  )
}

/** Puts a new item on record as its revision 1, with nothing in stock yet. False when its merchant has the number already. */
export async function insertItem(
  tx: Tx,
  item: { id: string; merchantId: string; itemNumber: string; stocked: boolean },
  stated: StatedItem,
  now: Date,
): Promise<boolean> {
  const made = await tx.sql(
    `insert into item (${statedColumns}, id, merchant_id, item_number, stocked, stock, revision, published_at, words)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 0, 1, $16, '') on conflict (merchant_id, item_number) do nothing returning 1 as made`,
    [...valuesOf(stated), item.id, item.merchantId, item.itemNumber, item.stocked, now],
  )
  if (made.length > 0) await recordRevision(tx, item.id, 1, stated, now)
  return made.length > 0
}

/** Makes what is stated the present state of an item, on record as a further revision, and in the index. */
export async function reviseItem(tx: Tx, id: string, revision: number, stated: StatedItem, now: Date): Promise<void> {
  await tx.sql(
    `update item set (${statedColumns}, revision, edited_at) = ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) where id = $14`,
    [...valuesOf(stated), revision, now, id],
  )
  await recordRevision(tx, id, revision, stated, now)
}

/**
 * Changes what there is of items whose rows are locked, and puts each change on record.
 * @throws when one would fall below zero: who calls has looked
 */
export async function moveItemStock(
  tx: Tx,
  moves: readonly { itemId: string; change: bigint }[],
  { cause, quoteId, at }: { cause: StockCause; quoteId: string | null; at: Date },
): Promise<void> {
  const real = moves.filter(({ change }) => change !== 0n)
  if (real.length === 0) return
  await tx.sql(
    `with moved as (
       update item i set stock = i.stock + m.change from unnest($1::uuid[], $2::bigint[]) m (id, change) where i.id = m.id returning i.id, m.change, i.stock)
     insert into item_stock_change (item_id, number, at, change, stock_after, cause, quote_id)
     select m.id, coalesce((select max(c.number) from item_stock_change c where c.item_id = m.id), 0) + 1, $3, m.change, m.stock, $4, $5 from moved m`,
    [real.map(({ itemId }) => itemId), real.map(({ change }) => change), at, cause, quoteId],
  )
}

const valuesOf = (stated: StatedItem): unknown[] => statedNames.map((name) => stated[name])

async function recordRevision(tx: Tx, id: string, revision: number, stated: StatedItem, at: Date): Promise<void> {
  await tx.sql(
    `insert into item_revision (${statedColumns}, item_id, revision, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [...valuesOf(stated), id, revision, at],
  )
  const { tokens, titleWords, descriptionWords } = indexOf({ title: stated.name, description: stated.description })
  await tx.sql(
    `update item set words = $2::text::tsvector || case when $3 = 'simple' then ''::tsvector else
       setweight(to_tsvector($3::text::regconfig, $4), 'A') || setweight(to_tsvector($3::text::regconfig, $5), 'B') end where id = $1`,
    [id, tokens, textConfiguration(stated.language), titleWords, descriptionWords],
  )
  await rememberWords(tx, itemWords, `select i.words from item i where i.id = $2`, [id])
}
