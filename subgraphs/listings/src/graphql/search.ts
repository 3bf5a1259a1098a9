import { createHash } from 'node:crypto'
import { badCursor, badRequest, isKeyInstant, pageOf, type PageRequest } from '@torihiki/shared/graphql/connection.ts'
import { encodeCursor } from '@torihiki/shared/graphql/cursor.ts'
import { isId } from '@torihiki/shared/ids.ts'
import { parseMoney, type Money } from '@torihiki/shared/money.ts'
import { languageOf } from '../domain/language.ts'
import { longestSearch, textSearchOf } from '../domain/search.ts'
import { placeOf, type OpportunityRow } from '../store/opportunities.ts'
import {
  newestMatches,
  rankedMatches,
  type OpportunityFilter,
  type Place,
  type RankedPlace,
  type Reader,
} from '../store/search.ts'
import { queryOf } from '../store/vocabulary.ts'
import type { ListingsServices } from '../services.ts'
import type { InputMaybe, MoneyInput, OpportunityFilter as FilterInput, QueryOpportunitiesArgs } from './generated.ts'
import type { OpportunityConnectionModel } from './models.ts'

/** A place in a list: among the ranked matches, or in the order of time. */
type Cursor =
  | { readonly kind: 'RANKED'; readonly place: RankedPlace }
  | { readonly kind: 'NEWEST'; readonly place: Place }
type Row = OpportunityRow & { rank?: number }

/** Answers `Query.opportunities`: parses the filter once, reads the page after the cursor, which must be one of this very list. */
export async function searchOpportunities(
  services: Pick<ListingsServices, 'store' | 'now'>,
  memberId: string,
  args: QueryOpportunitiesArgs,
): Promise<OpportunityConnectionModel> {
  const sql: ListingsServices['store']['query'] = (text, p) => services.store.query(text, p)
  const reader: Reader = { memberId, now: services.now() }
  const input = args.filter ?? {}
  const page = cursorsOf(listKey(memberId, args), args)
  const typed = typedText(input)
  const filter = { ...plainFilter(input), text: typed && (await queryOf(sql, { opportunitiesOf: memberId }, typed)) }
  if ((input.publisherId && !isId(input.publisherId)) || (input.text?.trim() && !typed))
    return { ...page.of([]), searched: null }
  const rows = await readPage(sql, reader, filter, page, args.order ?? (typed ? 'RELEVANCE' : 'NEWEST'))
  return { ...page.of(rows), searched: { reader, filter } }
}

type Sql = ListingsServices['store']['query']
type Found = { readonly row: Row; readonly cursor: string }

async function readPage(
  sql: Sql,
  reader: Reader,
  filter: OpportunityFilter,
  { after, limit, encode }: Pages,
  order: 'RELEVANCE' | 'NEWEST',
): Promise<Found[]> {
  const { text } = filter
  const newest = async (place: Place | null, most: number): Promise<Found[]> =>
    (await newestMatches(sql, reader, filter, place, most)).map((row) => {
      const [at, id] = placeOf(row)
      return { row, cursor: encode({ kind: 'NEWEST', place: { at, id } }) }
    })
  if (text === null || order === 'NEWEST' || after?.kind === 'NEWEST')
    return newest(after?.kind === 'NEWEST' ? after.place : null, limit + 1)
  const asOf = after?.place.asOf ?? reader.now.toISOString()
  const { rows, oldest } = await rankedMatches(sql, reader, { ...filter, text }, asOf, after?.place ?? null, limit + 1)
  const ranked = rows.map((row) => ({
    row,
    cursor: encode({ kind: 'RANKED', place: { asOf, oldest, rank: row.rank, id: row.id } }),
  }))
  if (ranked.length > limit || oldest === null) return ranked
  return [...ranked, ...(await newest(oldest, limit + 1 - ranked.length))]
}

type Pages = {
  readonly limit: number
  readonly after: Cursor | null
  encode(cursor: Cursor): string
  /** A page of what was found, which is one more than asked when there is a next page. */
  of(found: readonly Found[]): Omit<OpportunityConnectionModel, 'searched'>
}

const cursorParts = 8

function cursorsOf(key: string, request: PageRequest): Pages {
  const { limit, after } = pageOf(request, cursorParts)
  return {
    limit,
    after: after && cursorFrom(after, key),
    encode: (cursor) => encodeCursor([key, ...partsOf(cursor)]),
    of(found) {
      const edges = found.slice(0, limit).map(({ row, cursor }) => ({ cursor, node: row }))
      return {
        edges,
        pageInfo: {
          hasNextPage: found.length > limit,
          hasPreviousPage: after !== null,
          startCursor: edges.at(0)?.cursor ?? null,
          endCursor: edges.at(-1)?.cursor ?? null,
        },
      }
    },
  }
}

function partsOf({ kind, place }: Cursor): (string | number)[] {
  if (kind === 'NEWEST') return [kind, '', '', '', 0, place.at, place.id]
  return [kind, place.asOf, place.oldest?.at ?? '', place.oldest?.id ?? '', place.rank, '', place.id]
}

function cursorFrom([key, kind, asOf, oldestAt, oldestId, rank, at, id]: (string | number)[], ofList: string): Cursor {
  const isPlace = (instant: unknown, text: unknown): boolean =>
    typeof instant === 'string' && isKeyInstant(instant) && typeof text === 'string' && isId(text)
  if (key !== ofList) throw badCursor()
  if (kind === 'NEWEST' && isPlace(at, id)) return { kind, place: { at: String(at), id: String(id) } }
  const pinned = isPlace(asOf, id) && Number.isInteger(rank) && Math.abs(Number(rank)) < 2 ** 31
  if (kind !== 'RANKED' || !pinned || !(oldestAt === '' || isPlace(oldestAt, oldestId))) throw badCursor()
  const oldest = oldestAt === '' ? null : { at: String(oldestAt), id: String(oldestId) }
  return { kind, place: { asOf: String(asOf), oldest, rank: Number(rank), id: String(id) } }
}

/** What a cursor is bound to: the reader, the filter and the order. */
function listKey(memberId: string, { filter, order }: QueryOpportunitiesArgs): string {
  const given = Object.entries(filter ?? {})
    .filter(([, value]) => value !== null && value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([memberId, order ?? null, given]))
    .digest('base64url')
    .slice(0, 16)
}

function typedText({ text, category, region }: FilterInput) {
  if ([text, category, region].some((typed) => typed && typed.length > longestSearch))
    throw badRequest('BAD_USER_INPUT', `A filter has at most ${longestSearch} characters.`)
  return text ? textSearchOf(text) : null
}

function plainFilter(input: FilterInput): Omit<OpportunityFilter, 'text'> {
  const language = input.language ? languageOf(input.language) : null
  if (input.language && language === null)
    throw badRequest('BAD_USER_INPUT', 'filter.language must be a language tag of BCP 47 such as "en".')
  return {
    category: input.category?.trim() || null,
    region: input.region?.trim() || null,
    currency: input.currency ?? null,
    language,
    publisherId: input.publisherId ?? null,
    budgetAtLeast: moneyOfFilter(input.budgetAtLeast, 'budgetAtLeast'),
    budgetAtMost: moneyOfFilter(input.budgetAtMost, 'budgetAtMost'),
    publishedSince: input.publishedSince ? new Date(input.publishedSince) : null,
  }
}

/** Money of a filter, or what is wrong with it as an error. */
export function moneyOfFilter(input: InputMaybe<MoneyInput> | undefined, name: string): Money | null {
  if (!input) return null
  const money = parseMoney(input.amount, input.currency)
  if ('fault' in money) throw badRequest('BAD_USER_INPUT', `filter.${name}: ${money.fault}`)
  return money
}
