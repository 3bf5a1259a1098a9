import type { Tx } from '@torihiki/shared/store/store.ts'
import { openNow } from './opportunities.ts'

type Sql = Tx['sql']

/** What an opportunity has of what interests are anchored by; null when it is not open any more, or has a later revision. */
export async function tokensToMatch(
  sql: Sql,
  id: string,
  revision: number,
  now: Date,
): Promise<readonly string[] | null> {
  const [row] = await sql<{ tokens: string[] }>(
    `select array(select 'w:' || w from unnest(tsvector_to_array(o.words)) w) || array_remove(array['c:' || lower(o.category),
       'r:' || lower(o.region), 'p:' || o.publisher_id::text, 'm:' || o.budget_currency, 'l:' || o.language], null) as tokens
     from opportunity o where o.id = $1 and ${openNow} and o.revision = $3`,
    [id, now, revision],
  )
  return row?.tokens ?? null
}

/** An interest that an opportunity meets. `told`: its member was told of an earlier revision. */
export type MetInterest = { interest_id: string; member_id: string; told: boolean }

/**
 * The interests that an opportunity meets, of active members that may see it and did not publish it, in the order of members,
 * after a member. Only those anchored by one of its tokens are looked at.
 */
export async function metInterests(
  sql: Sql,
  { id, revision }: { id: string; revision: number },
  tokens: readonly string[],
  afterMember: string,
  limit: number,
): Promise<MetInterest[]> {
  return sql<MetInterest>(
    `select i.id as interest_id, i.member_id, exists (
       select from opportunity_match m where m.member_id = i.member_id and m.opportunity_id = o.id and m.revision < o.revision) as told
     from interest i join known_member k on k.member_id = i.member_id and k.status = 'ACTIVE', opportunity o
     where o.id = $1 and o.revision = $5 and i.anchors && $2::text[] and i.removed_at is null and not i.paused and i.member_id > $3::uuid
       and i.member_id <> o.publisher_id and (o.visible_to is null or i.member_id = any(o.visible_to))
       and (i.query is null or o.words @@ i.query)
       and (i.category is null or lower(i.category) = lower(o.category)) and (i.region is null or lower(i.region) = lower(o.region))
       and (i.publisher_id is null or i.publisher_id = o.publisher_id) and (i.language is null or i.language = o.language)
       and (i.currency is null or i.currency = o.budget_currency) and (i.budget_currency is null or i.budget_currency = o.budget_currency)
       and (i.budget_at_least is null or o.budget_minor >= i.budget_at_least)
       and (i.budget_at_most is null or o.budget_minor <= i.budget_at_most)
     order by i.member_id, i.id limit $4`,
    [id, tokens, afterMember, limit, revision],
  )
}

/** Records matches, each once for ever. Gives those that were not on record. */
export async function insertMatches(
  tx: Tx,
  opportunity: { id: string; revision: number },
  met: readonly MetInterest[],
  now: Date,
): Promise<{ interest_id: string; member_id: string }[]> {
  return tx.sql(
    `insert into opportunity_match (id, interest_id, opportunity_id, revision, member_id, found_at)
     select uuidv7(), i, $1, $2, m, $5 from unnest($3::uuid[], $4::uuid[]) f(i, m)
     on conflict do nothing returning interest_id, member_id`,
    [opportunity.id, opportunity.revision, met.map((each) => each.interest_id), met.map((each) => each.member_id), now],
  )
}

/** A match on record. */
export type MatchRow = { id: string; interest_id: string; opportunity_id: string; revision: number; found_at: string }

/** What a member's interests found, newest first, after a place. */
export async function readMatches(
  sql: Sql,
  memberId: string,
  at: string | null,
  id: string | null,
  limit: number,
): Promise<MatchRow[]> {
  return sql<MatchRow>(
    `select id, interest_id, opportunity_id, revision, found_at from opportunity_match
     where member_id = $1 and ($2::timestamptz is null or (found_at, id) < ($2, $3::uuid)) order by found_at desc, id desc limit $4`,
    [memberId, at, id, limit],
  )
}
