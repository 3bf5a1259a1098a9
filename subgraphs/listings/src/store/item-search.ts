import type { Money } from '@torihiki/shared/money.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { SearchQuery } from '../domain/search.ts'
import { itemColumns, offered, type ItemRow } from './items.ts'
import { mostRanked } from './search.ts'

type Sql = Tx['sql']

/** What a list of items is limited to. Null: no limit of that kind. */
export type ItemFilter = {
  readonly text: SearchQuery | null
  readonly shopId: string | null
  readonly category: string | null
  readonly kind: 'GOODS' | 'SERVICE' | null
  readonly priceAtLeast: Money | null
  readonly priceAtMost: Money | null
  readonly inStock: boolean
}

/** The orders of a list of items. */
export type ItemOrder = 'RELEVANCE' | 'NEWEST' | 'CHEAPEST' | 'DEAREST'

/** A place in an order: instant, currency and price, or rank, and the id. Ranks are those of what was there `asOf`. */
export type ItemPlace = {
  readonly at: string
  readonly currency: string
  readonly minor: string
  readonly rank: number
  readonly asOf: string
  readonly id: string
}

/** An item found, with its rank; 0 where there is no text. */
export type FoundItem = ItemRow & { rank: number }

/**
 * Items on sale in open shops (C1), in this order, after a place. A page costs the same wherever it is. By rank the newest `mostRanked` matches are looked at,
 * those that were there when the first page was read.
 */
export async function findItems(
  sql: Sql,
  filter: ItemFilter,
  order: ItemOrder,
  { after, asOf }: { after: ItemPlace | null; asOf: string },
  limit: number,
): Promise<FoundItem[]> {
  const values: unknown[] = []
  const put = (value: unknown): string => `$${values.push(value)}`
  const where = [offered, 's.open', ...conditions(filter, put)]
  const from = `from item i join shop s on s.id = i.shop_id join known_member k on k.member_id = i.merchant_id`
  if (order === 'RELEVANCE' && filter.text) {
    where.push(`i.published_at <= ${put(asOf)}::timestamptz`)
    const place = after ? `where (f.rank, f.id) < (${put(after.rank)}::int, ${put(after.id)}::uuid)` : ''
    return sql<FoundItem>(
      `with f as materialized (select i.id, ${rankOf(filter.text, put)} as rank ${from} where ${where.join(' and ')}
         order by i.published_at desc, i.id desc limit ${mostRanked}),
       best as (select f.id, f.rank from f ${place} order by f.rank desc, f.id desc limit ${put(limit)})
       select ${itemColumns}, best.rank from best join item i on i.id = best.id order by best.rank desc, best.id desc`,
      values,
    )
  }
  const [direction, sign] = order === 'CHEAPEST' ? ['asc', '>'] : ['desc', '<']
  const byPrice = order === 'CHEAPEST' || order === 'DEAREST'
  if (after && byPrice)
    where.push(
      `(i.currency, i.price_minor, i.id) ${sign} (${put(after.currency)}, ${put(after.minor)}::bigint, ${put(after.id)}::uuid)`,
    )
  if (after && !byPrice) where.push(`(i.published_at, i.id) < (${put(after.at)}::timestamptz, ${put(after.id)}::uuid)`)
  const by = byPrice
    ? `i.currency ${direction}, i.price_minor ${direction}, i.id ${direction}`
    : 'i.published_at desc, i.id desc'
  return sql<FoundItem>(
    `select ${itemColumns}, 0 as rank ${from} where ${where.join(' and ')} order by ${by} limit ${put(limit)}`,
    values,
  )
}

function conditions(filter: ItemFilter, put: (value: unknown) => string): string[] {
  const { text, shopId, category, kind, priceAtLeast, priceAtMost, inStock } = filter
  const price = (money: Money, comparison: string): string =>
    `i.currency = ${put(money.currency)} and i.price_minor ${comparison} ${put(money.minor)}`
  return [
    text && `i.words @@ ${put(text.wide ?? text.exact)}::tsquery`,
    shopId && `i.shop_id = ${put(shopId)}`,
    category && `lower(i.category) = lower(${put(category)})`,
    kind && `i.kind = ${put(kind)}`,
    priceAtLeast && price(priceAtLeast, '>='),
    priceAtMost && price(priceAtMost, '<='),
    inStock ? '(not i.stocked or i.stock > 0)' : null,
  ].filter((each) => each !== null)
}

/** As of opportunities: a whole number, exactly as typed a million more. */
function rankOf({ exact, wide }: SearchQuery, put: (value: unknown) => string): string {
  const asTyped = put(exact)
  const plain = `(ts_rank(i.words, ${asTyped}::tsquery) * 100000)::int`
  if (wide === null) return plain
  return `case when i.words @@ ${asTyped}::tsquery then 1000000 + ${plain} else (ts_rank(i.words, ${put(wide)}::tsquery) * 100000)::int end`
}
