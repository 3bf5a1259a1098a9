import type { Money } from '@torihiki/shared/money.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { SearchQuery } from '../domain/search.ts'
import { openNow, opportunityColumns, type OpportunityRow } from './opportunities.ts'

type Sql = Tx['sql']

/** How many matches are ranked: the newest. Those beyond follow them, newest first, so that no search costs more than this. */
export const mostRanked = 5_000
/** How far matches are counted. */
export const mostCounted = 10_000
/** How many values a facet lists, the most frequent. */
export const mostFacetValues = 20

/** What a list of opportunities is limited to. Null: no limit of that kind. */
export type OpportunityFilter = {
  readonly text: SearchQuery | null
  readonly category: string | null
  readonly region: string | null
  readonly currency: string | null
  readonly language: string | null
  readonly publisherId: string | null
  readonly budgetAtLeast: Money | null
  readonly budgetAtMost: Money | null
  readonly publishedSince: Date | null
}

/** Who looks, and when. */
export type Reader = { readonly memberId: string; readonly now: Date }
/** A place in the order of (published_at, id), newest first. */
export type Place = { readonly at: string; readonly id: string }
/** A place among ranked matches. `asOf` and `oldest` say which matches are ranked, the same ones on every page. */
export type RankedPlace = {
  readonly asOf: string
  readonly oldest: Place | null
  readonly rank: number
  readonly id: string
}

/** Parameters of a statement; `$1` is the reader, `$2` the present. */
class Statement {
  readonly values: unknown[]
  constructor({ memberId, now }: Reader) {
    this.values = [memberId, now]
  }
  put(value: unknown): string {
    return `$${this.values.push(value)}`
  }
}

type Arm = { columns: string; where: readonly string[]; limit: string; byText: boolean }

/**
 * The newest matches that a reader may see, from two places: what is for everybody, and what names the reader (or is its own). What is
 * for others takes no part, not even in what it costs. What names the reader is found by the index of readers and words where there
 * is a text, else in the order of time.
 */
function matches({ columns, where, limit, byText }: Arm): string {
  const and = where.map((each) => ` and ${each}`).join('')
  const newest = (at: string, id: string): string => `order by ${at} desc, ${id} desc limit ${limit}`
  const named = byText
    ? `from opportunity o where o.readers @> array[$1::uuid] and o.visible_to is not null and ${openNow}${and}
        ${newest('o.published_at', 'o.id')}`
    : `from opportunity_audience a join opportunity o on o.id = a.opportunity_id
       where a.member_id = $1 and o.visible_to is not null and ${openNow}${and} ${newest('a.published_at', 'a.opportunity_id')}`
  return `(select ${columns} from opportunity o where o.visible_to is null and ${openNow}${and}
      ${newest('o.published_at', 'o.id')})
    union all (select ${columns} ${named})`
}

function conditions(filter: OpportunityFilter, to: Statement): string[] {
  const { text, category, region, currency, language, publisherId, budgetAtLeast, budgetAtMost, publishedSince } =
    filter
  const amount = (money: Money, comparison: string): string =>
    `o.budget_currency = ${to.put(money.currency)} and o.budget_minor ${comparison} ${to.put(money.minor)}`
  return [
    text && `o.words @@ ${to.put(text.wide ?? text.exact)}::tsquery`,
    category && `lower(o.category) = lower(${to.put(category)})`,
    region && `lower(o.region) = lower(${to.put(region)})`,
    currency && `o.budget_currency = ${to.put(currency)}`,
    language && `o.language = ${to.put(language)}`,
    publisherId && `o.publisher_id = ${to.put(publisherId)}`,
    budgetAtLeast && amount(budgetAtLeast, '>='),
    budgetAtMost && amount(budgetAtMost, '<='),
    publishedSince && `o.published_at >= ${to.put(publishedSince)}`,
  ].filter((each) => each !== null)
}

/** Open opportunities that the reader may see, newest first, after a place (A2). A page costs the same wherever it is. */
export async function newestMatches(
  sql: Sql,
  reader: Reader,
  filter: OpportunityFilter,
  after: Place | null,
  limit: number,
): Promise<OpportunityRow[]> {
  const to = new Statement(reader)
  const where = conditions(filter, to)
  if (after) where.push(`(o.published_at, o.id) < (${to.put(after.at)}::timestamptz, ${to.put(after.id)}::uuid)`)
  const most = to.put(limit)
  const arm = { columns: opportunityColumns, where, limit: most, byText: filter.text !== null }
  return sql<OpportunityRow>(
    `select * from (${matches(arm)}) found order by published_at desc, id desc limit ${most}`,
    to.values,
  )
}

/** Ranked matches, and what they are taken from: `oldest` is the last place that is ranked, when there are matches beyond it. */
export type RankedMatches = { readonly rows: (OpportunityRow & { rank: number })[]; readonly oldest: Place | null }

/**
 * The best of the newest `mostRanked` matches (A2), the best first, after a place. What is spelt as typed comes before what was
 * found by forgiving an error. Every page looks at the same matches: those up to `asOf`, and no older than `oldest`.
 */
export async function rankedMatches(
  sql: Sql,
  reader: Reader,
  filter: OpportunityFilter & { text: SearchQuery },
  asOf: string,
  after: RankedPlace | null,
  limit: number,
): Promise<RankedMatches> {
  const to = new Statement(reader)
  // Said the other way round it would be taken for what narrows the search, where the database has not counted its rows yet.
  const where = [...conditions(filter, to), `not (o.published_at > ${to.put(asOf)}::timestamptz)`]
  const oldest = after?.oldest ?? null
  if (oldest) where.push(`(o.published_at, o.id) >= (${to.put(oldest.at)}::timestamptz, ${to.put(oldest.id)}::uuid)`)
  const rank = rankOf(filter.text, to)
  const place = after ? `where (m.rank, m.id) < (${to.put(after.rank)}::int, ${to.put(after.id)}::uuid)` : ''
  const most = to.put(limit)
  const arm = { columns: `o.id, o.published_at, ${rank} as rank`, where, limit: String(mostRanked), byText: true }
  const rows = await sql<OpportunityRow & { rank: number; ranked: string; oldest_at: string; oldest_id: string }>(
    `with found as materialized (select * from (${matches(arm)}) f order by published_at desc, id desc limit ${mostRanked}),
       edge as (select published_at, id, (select count(*) from found) as ranked from found order by published_at, id limit 1),
       best as (select m.id, m.rank from found m ${place} order by m.rank desc, m.id desc limit ${most})
     select ${opportunityColumns}, best.rank, edge.ranked, edge.published_at as oldest_at, edge.id as oldest_id
     from best join opportunity o on o.id = best.id cross join edge order by best.rank desc, best.id desc`,
    to.values,
  )
  const [first] = rows
  const edge =
    first && Number(first.ranked) >= mostRanked
      ? { at: asDate(first.oldest_at).toISOString(), id: first.oldest_id }
      : null
  return { rows, oldest: oldest ?? edge }
}

/** The rank of a match as a whole number: exactly as typed a million more. */
function rankOf({ exact, wide }: SearchQuery, to: Statement): string {
  const asTyped = to.put(exact)
  const plain = `(ts_rank(o.words, ${asTyped}::tsquery) * 100000)::int`
  if (wide === null) return plain
  return `case when o.words @@ ${asTyped}::tsquery then 1000000 + ${plain}
    else (ts_rank(o.words, ${to.put(wide)}::tsquery) * 100000)::int end`
}

/** How often a value occurs among the matches. */
export type FacetRow = { facet: 'category' | 'region' | 'currency' | 'language' | null; value: string; count: number }

/**
 * How many matches there are, as the row whose facet is null, and how often the most frequent values of each facet occur among
 * them. Looks at no more than the newest `mostCounted` matches of either place, and one that says that there are more.
 */
export async function countMatches(sql: Sql, reader: Reader, filter: OpportunityFilter): Promise<FacetRow[]> {
  const to = new Statement(reader)
  const where = conditions(filter, to)
  const columns = `o.published_at, o.id, o.category, o.region, o.budget_currency as currency, o.language`
  const arm = { columns, where, limit: String(mostCounted + 1), byText: filter.text !== null }
  return sql<FacetRow>(
    `with found as materialized (select * from (${matches(arm)}) f limit ${mostCounted + 1}),
       facets as (
         select 'category' as facet, min(category) as value, least(count(*), ${mostCounted})::int as count from found where category is not null group by lower(category)
         union all select 'region', min(region), least(count(*), ${mostCounted})::int from found where region is not null group by lower(region)
         union all select 'currency', currency, least(count(*), ${mostCounted})::int from found where currency is not null group by currency
         union all select 'language', language, least(count(*), ${mostCounted})::int from found where language is not null group by language),
       numbered as (select *, row_number() over (partition by facet order by count desc, value) as place from facets)
     select facet, value, count from numbered where place <= ${mostFacetValues}
     union all select null, '', (select count(*)::int from found)
     order by facet nulls first, count desc, value`,
    to.values,
  )
}
