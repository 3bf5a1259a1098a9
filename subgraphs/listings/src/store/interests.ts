import type { Tx } from '@torihiki/shared/store/store.ts'
import type { Criteria } from '../domain/interest.ts'

type Sql = Tx['sql']

/** An interest as its row has it. Timestamps and bigints are text. */
export type InterestRow = {
  id: string
  member_id: string
  name: string
  paused: boolean
  text: string | null
  category: string | null
  region: string | null
  publisher_id: string | null
  currency: string | null
  language: string | null
  budget_currency: string | null
  budget_at_least: string | null
  budget_at_most: string | null
  registered_at: string
}

const columns = `id, member_id, name, paused, text, category, region, publisher_id, currency, language, budget_currency,
  budget_at_least, budget_at_most, registered_at`

/** A member's interests, the oldest first; removed ones are not among them. */
export async function interestsOf(sql: Sql, memberId: string): Promise<InterestRow[]> {
  return sql<InterestRow>(
    `select ${columns} from interest where member_id = $1 and removed_at is null order by registered_at, id`,
    [memberId],
  )
}

/** A member's interests among these ids, removed ones too: what they found stays listed. */
export async function interestsById(sql: Sql, memberId: string, ids: readonly string[]): Promise<InterestRow[]> {
  return sql<InterestRow>(`select ${columns} from interest where member_id = $1 and id = any($2::uuid[])`, [
    memberId,
    ids,
  ])
}

/** An interest of the member, locked; null when there is none such, or it was removed. */
export async function lockInterest(tx: Tx, memberId: string, id: string): Promise<InterestRow | null> {
  const [row] = await tx.sql<InterestRow>(
    `select ${columns} from interest where member_id = $1 and id = $2 and removed_at is null for update`,
    [memberId, id],
  )
  return row ?? null
}

/** What is written of criteria: as given, and as the index is asked. */
export type SavedCriteria = {
  readonly criteria: Criteria
  readonly query: string | null
  readonly anchors: readonly string[]
}

function valuesOf({ criteria, query, anchors }: SavedCriteria): unknown[] {
  const { text, category, region, publisherId, currency, language, budgetAtLeast, budgetAtMost } = criteria
  return [
    text,
    category,
    region,
    publisherId,
    currency,
    language,
    budgetAtLeast?.currency ?? budgetAtMost?.currency ?? null,
    budgetAtLeast?.minor ?? null,
    budgetAtMost?.minor ?? null,
    query,
    anchors,
  ]
}

const criteriaColumns = `text, category, region, publisher_id, currency, language, budget_currency, budget_at_least, budget_at_most, query, anchors`
/** Categories and regions are compared without regard to case, by the database's own rule. */
const anchorsOf = (parameter: string): string =>
  `(select array_agg(case when a ~ '^[cr]:' then lower(a) else a end) from unnest(${parameter}::text[]) a)`

/** Registers an interest. */
export async function insertInterest(
  tx: Tx,
  interest: { id: string; memberId: string; name: string; at: Date },
  saved: SavedCriteria,
): Promise<void> {
  await tx.sql(
    `insert into interest (${criteriaColumns}, id, member_id, name, registered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::tsquery, ${anchorsOf('$11')}, $12, $13, $14, $15)`,
    [...valuesOf(saved), interest.id, interest.memberId, interest.name, interest.at],
  )
}

/** Writes criteria anew. */
export async function updateCriteria(tx: Tx, id: string, saved: SavedCriteria): Promise<void> {
  await tx.sql(
    `update interest set text = $1, category = $2, region = $3, publisher_id = $4, currency = $5, language = $6, budget_currency = $7,
       budget_at_least = $8, budget_at_most = $9, query = $10::tsquery, anchors = ${anchorsOf('$11')} where id = $12`,
    [...valuesOf(saved), id],
  )
}

/** Forgets what an erased member looked for (B2): its interests are removed, and what they said with them. */
export async function forgetInterests(tx: Tx, memberId: string): Promise<void> {
  await tx.sql(
    `update interest set removed_at = coalesce(removed_at, now()), name = 'erased', text = null, query = null, anchors = '{erased}'
     where member_id = $1`,
    [memberId],
  )
}
