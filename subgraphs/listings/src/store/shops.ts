import type { Tx } from '@torihiki/shared/store/store.ts'
import { indexOf } from '../domain/words.ts'

type Sql = Tx['sql']

/** What a merchant states of its shop (B22). */
export type StatedShop = { name: string; description: string; languages: string[]; open: boolean }

/** A shop as it is on record. */
export type ShopRow = StatedShop & {
  id: string
  merchant_id: string
  slug: string
  revision: number
  published_at: string
  edited_at: string | null
}

/** A state of a shop. */
export type ShopRevisionRow = StatedShop & { revision: number; at: string }

const columns =
  's.id, s.merchant_id, s.slug, s.name, s.description, s.languages, s.open, s.revision, s.published_at, s.edited_at'

/** Whose merchant takes part; `k` is the merchant. */
const kept = `k.status = 'ACTIVE' and 'SELLER' = any (k.roles)`

/** A shop by its id or slug, when the reader may see it (null: nobody is signed in): one whose merchant does not take part any more is seen by itself alone. */
export async function visibleShop(
  sql: Sql,
  readerId: string | null,
  by: { id: string } | { slug: string },
): Promise<ShopRow | null> {
  const [column, value] = 'id' in by ? ['s.id', by.id] : ['s.slug', by.slug]
  const [row] = await sql<ShopRow>(
    `select ${columns} from shop s join known_member k on k.member_id = s.merchant_id
     where ${column} = $1 and (s.merchant_id = $2::uuid or (${kept}))`,
    [value, readerId],
  )
  return row ?? null
}

/** A shop of the merchant with its row locked, or null. */
export async function lockOwnShop(tx: Tx, merchantId: string, id: string): Promise<ShopRow | null> {
  const [row] = await tx.sql<ShopRow>(
    `select ${columns} from shop s where s.id = $1 and s.merchant_id = $2 for no key update`,
    [id, merchantId],
  )
  return row ?? null
}

type After = { at: string | null; id: string | null }

/** The open shops, newest first, with these words and this language where asked. */
export async function openShops(
  sql: Sql,
  asked: { query: string | null; language: string | null },
  after: After,
  limit: number,
): Promise<ShopRow[]> {
  return sql<ShopRow>(
    `select ${columns} from shop s join known_member k on k.member_id = s.merchant_id
     where s.open and ${kept} and ($1::text is null or s.words @@ $1::tsquery) and ($2::text is null or $2 = any (s.languages))
       and ($3::timestamptz is null or (s.published_at, s.id) < ($3, $4::uuid))
     order by s.published_at desc, s.id desc limit $5`,
    [asked.query, asked.language, after.at, after.id, limit],
  )
}

/** All shops of a merchant, newest first. */
export async function shopsOf(sql: Sql, merchantId: string, after: After, limit: number): Promise<ShopRow[]> {
  return sql<ShopRow>(
    `select ${columns} from shop s where s.merchant_id = $1 and ($2::timestamptz is null or (s.published_at, s.id) < ($2, $3::uuid))
     order by s.published_at desc, s.id desc limit $4`,
    [merchantId, after.at, after.id, limit],
  )
}

/** The states of a shop before a number, newest first. */
export async function shopRevisions(
  sql: Sql,
  id: string,
  before: number | null,
  limit: number,
): Promise<ShopRevisionRow[]> {
  return sql<ShopRevisionRow>(
    `select revision, at, name, description, languages, open from shop_revision
     where shop_id = $1 and ($2::int is null or revision < $2) order by revision desc limit $3`,
    [id, before, limit],
  )
}

/** Puts a new shop on record as its revision 1. False when the slug is taken. */
export async function insertShop(
  tx: Tx,
  shop: { id: string; merchantId: string; slug: string },
  stated: StatedShop,
  now: Date,
): Promise<boolean> {
  const { name, description, languages, open } = stated
  const made = await tx.sql(
    `insert into shop (id, merchant_id, slug, name, description, languages, open, revision, published_at, words)
     values ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9::tsvector) on conflict (slug) do nothing returning 1 as made`,
    [shop.id, shop.merchantId, shop.slug, name, description, languages, open, now, wordsOf(stated)],
  )
  if (made.length > 0) await recordRevision(tx, shop.id, 1, stated, now)
  return made.length > 0
}

/** Makes what is stated the present state of a shop, on record as a further revision. */
export async function reviseShop(tx: Tx, id: string, revision: number, stated: StatedShop, now: Date): Promise<void> {
  const { name, description, languages, open } = stated
  await tx.sql(
    `update shop set name = $2, description = $3, languages = $4, open = $5, revision = $6, edited_at = $7, words = $8::tsvector where id = $1`,
    [id, name, description, languages, open, revision, now, wordsOf(stated)],
  )
  await recordRevision(tx, id, revision, stated, now)
}

/** Found as opportunities are, by the words as they stand and by pairs of characters, but not by stems: a shop has several languages. */
function wordsOf({ name, description }: StatedShop): string {
  return indexOf({ title: name, description }).tokens
}

async function recordRevision(tx: Tx, id: string, revision: number, stated: StatedShop, at: Date): Promise<void> {
  const { name, description, languages, open } = stated
  await tx.sql(
    'insert into shop_revision (shop_id, revision, at, name, description, languages, open) values ($1, $2, $3, $4, $5, $6, $7)',
    [id, revision, at, name, description, languages, open],
  )
}
