import { moneyOf } from '@torihiki/shared/money.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { Stated } from '../domain/stated.ts'
import type { OpportunityTimes } from '../domain/status.ts'

type Sql = Tx['sql']

/** What a publisher states of an opportunity, as a row has it. Timestamps and bigints are text. */
export type StatedRow = {
  title: string
  description: string
  category: string | null
  region: string | null
  quantity: string | null
  budget_minor: string | null
  budget_currency: string | null
  valid_until: string | null
  language: string | null
  visible_to: string[] | null
}

/** A row as PostgreSQL gives it. */
export type OpportunityRow = StatedRow & {
  id: string
  publisher_id: string
  revision: number
  published_at: string
  edited_at: string | null
  withdrawn_at: string | null
}

/** A revision as it was on record; `changed` names what differs from the one before. */
export type RevisionRow = StatedRow & { revision: number; at: string; changed: string[] }

/** What decides the status of a row. */
export function timesOf(row: OpportunityRow): OpportunityTimes {
  return { withdrawnAt: asDateOrNull(row.withdrawn_at), validUntil: asDateOrNull(row.valid_until) }
}

/** What its publisher states, of an opportunity or of a revision of it. */
export function statedOf(row: StatedRow): Stated {
  const { title, description, category, region, quantity, language } = row
  return {
    title,
    description,
    category,
    region,
    quantity,
    budget: row.budget_minor && row.budget_currency ? moneyOf(row.budget_minor, row.budget_currency) : null,
    validUntil: asDateOrNull(row.valid_until),
    language,
    visibleTo: row.visible_to,
  }
}

/** The place of a row in a list, newest first. */
export function placeOf(row: OpportunityRow): [string, string] {
  return [asDate(row.published_at).toISOString(), row.id]
}

const stated = (of: string): string =>
  ['title', 'description', 'category', 'region', 'quantity', 'budget_minor', 'budget_currency', 'valid_until']
    .concat('language', 'visible_to')
    .map((column) => `${of}.${column}`)
    .join(', ')

/** The columns of an `OpportunityRow`, of a table called `o`. */
export const opportunityColumns = `o.id, o.publisher_id, ${stated('o')}, o.revision, o.published_at, o.edited_at, o.withdrawn_at`

/** `$2` is the present: what is neither withdrawn nor past its time. */
export const openNow = `o.listed and o.withdrawn_at is null and (o.valid_until is null or o.valid_until >= $2)`

/** `$1` is the reader: open ones that are for everybody or for the reader. */
const openTo = `${openNow} and (o.publisher_id = $1 or o.visible_to is null or $1 = any(o.visible_to))`

/** Those among these ids that the member may see: what is open to it, and everything of its own (A1). */
export async function visibleOpportunities(
  sql: Sql,
  memberId: string,
  now: Date,
  ids: readonly string[],
): Promise<OpportunityRow[]> {
  return sql<OpportunityRow>(
    `select ${opportunityColumns} from opportunity o where o.id = any($3::uuid[]) and (o.publisher_id = $1 or (${openTo}))`,
    [memberId, now, ids],
  )
}

/** An opportunity that the member may see, its row locked until the transaction ends; else null. */
export async function lockVisible(tx: Tx, memberId: string, now: Date, id: string): Promise<OpportunityRow | null> {
  const [row] = await tx.sql<OpportunityRow>(
    `select ${opportunityColumns} from opportunity o where o.id = $3 and (o.publisher_id = $1 or (${openTo})) for no key update`,
    [memberId, now, id],
  )
  return row ?? null
}

/** The revisions of an opportunity before a number, newest first (A1). */
export async function readRevisions(
  sql: Sql,
  id: string,
  before: number | null,
  limit: number,
): Promise<RevisionRow[]> {
  return sql<RevisionRow>(
    `select r.revision, r.at, r.changed, ${stated('r')} from opportunity_revision r
     where r.opportunity_id = $1 and ($2::int is null or r.revision < $2) order by r.revision desc limit $3`,
    [id, before, limit],
  )
}
