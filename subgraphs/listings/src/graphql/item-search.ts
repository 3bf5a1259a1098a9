import { createHash } from 'node:crypto'
import { badCursor, badRequest, isKeyInstant, pageOf, type Page } from '@torihiki/shared/graphql/connection.ts'
import { encodeCursor } from '@torihiki/shared/graphql/cursor.ts'
import { isId } from '@torihiki/shared/ids.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import { longestSearch, textSearchOf } from '../domain/search.ts'
import type { ListingsServices } from '../services.ts'
import { findItems, type FoundItem, type ItemFilter, type ItemOrder, type ItemPlace } from '../store/item-search.ts'
import type { ItemRow } from '../store/items.ts'
import { queryOf } from '../store/vocabulary.ts'
import type { QueryItemsArgs } from './generated.ts'
import { moneyOfFilter } from './search.ts'

const cursorParts = 7

/** Answers `Query.items`: parses the filter once, reads the page after the cursor, which must be one of this very list. */
export async function searchItems(
  services: Pick<ListingsServices, 'store' | 'now'>,
  args: QueryItemsArgs,
): Promise<Page<ItemRow>> {
  const input = args.filter ?? {}
  if ([input.text, input.category].some((typed) => typed && typed.length > longestSearch))
    throw badRequest('BAD_USER_INPUT', `A filter has at most ${longestSearch} characters.`)
  const typed = input.text ? textSearchOf(input.text) : null
  const order = args.order ?? (typed ? 'RELEVANCE' : 'NEWEST')
  const key = listKey(args)
  const { limit, after: parts } = pageOf(args, cursorParts)
  const after = parts && placeFrom(parts, key)
  const asOf = after?.asOf ?? services.now().toISOString()
  const nothing = (input.shopId && !isId(input.shopId)) || (input.text?.trim() && !typed)
  const sql: ListingsServices['store']['query'] = (text, p) => services.store.query(text, p)
  const filter: ItemFilter = {
    text: typed && (await queryOf(sql, 'ITEMS', typed)),
    shopId: input.shopId ?? null,
    category: input.category?.trim() || null,
    kind: input.kind ?? null,
    priceAtLeast: moneyOfFilter(input.priceAtLeast, 'priceAtLeast'),
    priceAtMost: moneyOfFilter(input.priceAtMost, 'priceAtMost'),
    inStock: input.inStock ?? false,
  }
  const rows = nothing ? [] : await findItems(sql, filter, typed ? order : unranked(order), { after, asOf }, limit + 1)
  const edges = rows.slice(0, limit).map((row) => ({ cursor: encodeCursor(partsOf(row, key, asOf)), node: row }))
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > limit,
      hasPreviousPage: after !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}

/** Without a text there is no rank. */
const unranked = (order: ItemOrder): ItemOrder => (order === 'RELEVANCE' ? 'NEWEST' : order)

function partsOf(row: FoundItem, key: string, asOf: string): (string | number)[] {
  return [key, asDate(row.published_at).toISOString(), row.currency, row.price_minor, row.rank, asOf, row.id]
}

function placeFrom([key, at, currency, minor, rank, asOf, id]: (string | number)[], ofList: string): ItemPlace {
  const instants = [at, asOf].every((each) => typeof each === 'string' && isKeyInstant(each))
  const isPrice = typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) && /^\d{1,16}$/.test(String(minor))
  const isRank = Number.isInteger(rank) && Math.abs(Number(rank)) < 2 ** 31
  if (key !== ofList || !instants || !isPrice || !isRank || typeof id !== 'string' || !isId(id)) throw badCursor()
  return { at: String(at), currency, minor: String(minor), rank: Number(rank), asOf: String(asOf), id }
}

/** What a cursor is bound to: the filter and the order. */
function listKey({ filter, order }: QueryItemsArgs): string {
  const given = Object.entries(filter ?? {})
    .filter(([, value]) => value !== null && value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify(['items', order ?? null, given]))
    .digest('base64url')
    .slice(0, 16)
}
