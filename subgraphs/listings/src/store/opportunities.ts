import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { TextSearch } from '../domain/search.ts'
import type { OpportunityTimes } from '../domain/status.ts'

type Sql = Tx['sql']

/** A row as PostgreSQL gives it. Timestamps and bigints are text. */
export type OpportunityRow = {
  id: string
  publisher_id: string
  title: string
  description: string
  category: string | null
  region: string | null
  quantity: string | null
  budget_minor: string | null
  budget_currency: string | null
  valid_until: string | null
  published_at: string
  withdrawn_at: string | null
}

/** What decides the status of a row. */
export function timesOf(row: OpportunityRow): OpportunityTimes {
  return { withdrawnAt: asDateOrNull(row.withdrawn_at), validUntil: asDateOrNull(row.valid_until) }
}

/** The place of a row in a list, newest first. */
export function placeOf(row: OpportunityRow): [string, string] {
  return [asDate(row.published_at).toISOString(), row.id]
}

const columns = `o.id, o.publisher_id, o.title, o.description, o.category, o.region, o.quantity, o.budget_minor, o.budget_currency,
  o.valid_until, o.published_at, o.withdrawn_at`

/** `$1` is the reader, `$2` the present: open ones that are for everybody or for the reader. */
const openTo = `o.withdrawn_at is null and (o.valid_until is null or o.valid_until >= $2)
  and (o.publisher_id = $1 or o.visible_to is null or $1 = any(o.visible_to))`

/** Those among these ids that the member may see: what is open to it, and everything of its own (A1). */
export async function visibleOpportunities(
  sql: Sql,
  memberId: string,
  now: Date,
  ids: readonly string[],
): Promise<OpportunityRow[]> {
  return sql<OpportunityRow>(
    `select ${columns} from opportunity o where o.id = any($3::uuid[]) and (o.publisher_id = $1 or (${openTo}))`,
    [memberId, now, ids],
  )
}

/** What a list of opportunities is limited to. Null: no limit of that kind. */
export type OpportunityQuery = {
  readonly text: TextSearch | null
  readonly category: string | null
  readonly region: string | null
  readonly publisherId: string | null
  readonly after: { readonly publishedAt: string; readonly id: string } | null
  readonly limit: number
}

/** Open opportunities that the member may see, newest first (A2). */
export async function openOpportunities(
  sql: Sql,
  memberId: string,
  now: Date,
  query: OpportunityQuery,
): Promise<OpportunityRow[]> {
  const { text, category, region, publisherId, after, limit } = query
  const words = text?.by === 'words' ? text.text : null
  const patterns = text?.by === 'substrings' ? text.patterns : null
  return sql<OpportunityRow>(
    `select ${columns} from opportunity o where ${openTo}
       and ($3::text is null or o.words @@ websearch_to_tsquery('simple', $3))
       and ($4::text[] is null or normalize(o.title || ' ' || o.description, NFKC) ilike all ($4))
       and ($5::text is null or lower(o.category) = lower($5)) and ($6::text is null or lower(o.region) = lower($6))
       and ($7::uuid is null or o.publisher_id = $7)
       and ($8::timestamptz is null or (o.published_at, o.id) < ($8, $9::uuid))
     order by o.published_at desc, o.id desc limit $10`,
    [
      memberId,
      now,
      words,
      patterns,
      category,
      region,
      publisherId,
      after?.publishedAt ?? null,
      after?.id ?? null,
      limit,
    ],
  )
}

/** An opportunity that the member may see, its row locked until the transaction ends; else null. */
export async function lockVisible(tx: Tx, memberId: string, now: Date, id: string): Promise<OpportunityRow | null> {
  const [row] = await tx.sql<OpportunityRow>(
    `select ${columns} from opportunity o where o.id = $3 and (o.publisher_id = $1 or (${openTo})) for no key update`,
    [memberId, now, id],
  )
  return row ?? null
}
