import type { EventPayload } from '@torihiki/schema'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { coolingOffOf, type CoolingOffEnd, type CoolingOffRule, type SaleKind } from '../domain/cooling-off.ts'

type Sql = Tx['sql']

export type RuleRow = {
  country: string
  sale: SaleKind
  version: number
  days: number
  counts_from: CoolingOffRule['countsFrom']
  first_day_counts: boolean
  excludable: boolean
  time_zone: string
  source: string
  set_by: string | null
  set_at: string | null
}

const columns = `r.country, r.sale, r.version, r.days, r.counts_from, r.first_day_counts, r.excludable, r.time_zone, r.source, r.set_by,
  case when isfinite(r.set_at) then r.set_at end as set_at`

/** A row as rules know it. */
export function ruleOf(row: RuleRow): CoolingOffRule {
  return {
    country: row.country,
    sale: row.sale,
    days: row.days,
    countsFrom: row.counts_from,
    firstDayCounts: row.first_day_counts,
    excludable: row.excludable,
    timeZone: row.time_zone,
    source: row.source,
  }
}

/** Takes over whether a member is a consumer, and of which country. An older version than the known one changes nothing. */
export async function rememberConsumer(tx: Tx, member: EventPayload<'MemberRecorded'>): Promise<void> {
  await tx.sql(
    `insert into known_consumer (member_id, version, consumer, country) values ($1, $2, $3, $4)
     on conflict (member_id) do update set version = excluded.version, consumer = excluded.consumer, country = excluded.country
     where known_consumer.version < excluded.version`,
    [member.memberId, member.version, member.consumer ?? false, member.country ?? null],
  )
}

/** The newest version of every rule, or all versions of a country's, newest first. */
export async function rulesOf(sql: Sql, country: string | null): Promise<RuleRow[]> {
  if (country === null)
    return sql<RuleRow>(
      `select ${columns} from cooling_off_rule r
       where not exists (select 1 from cooling_off_rule n where n.country = r.country and n.sale = r.sale and n.version > r.version)
       order by r.country collate "C", r.sale collate "C"`,
    )
  return sql<RuleRow>(
    `select ${columns} from cooling_off_rule r where r.country = $1 order by r.sale collate "C", r.version desc`,
    [country],
  )
}

/** Writes a further version of a rule. @returns which */
export async function insertRule(tx: Tx, rule: CoolingOffRule, setBy: string, at: Date): Promise<number> {
  // Of two at once the second waits, and is the version after.
  await tx.sql(`select pg_advisory_xact_lock(hashtextextended('cooling-off ' || $1 || $2, 0))`, [
    rule.country,
    rule.sale,
  ])
  const [row] = await tx.sql<{ version: number }>(
    `insert into cooling_off_rule (country, sale, version, days, counts_from, first_day_counts, excludable, time_zone, source, set_by, set_at)
     select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10 from cooling_off_rule where country = $1 and sale = $2 returning version`,
    [
      rule.country,
      rule.sale,
      rule.days,
      rule.countsFrom,
      rule.firstDayCounts,
      rule.excludable,
      rule.timeZone,
      rule.source,
      setBy,
      at,
    ],
  )
  if (!row) throw new Error('A rule was not written.')
  return row.version
}

/** Writes whether a seller excludes cooling off where it may, from now on. */
export async function insertReturnTerms(tx: Tx, sellerId: string, excluded: boolean, at: Date): Promise<void> {
  await tx.sql(`select pg_advisory_xact_lock(hashtextextended('return terms ' || $1, 0))`, [sellerId])
  await tx.sql(
    `insert into return_terms (seller_id, version, cooling_off_excluded, stated_at)
     select $1::uuid, coalesce(max(version), 0) + 1, $2, $3 from return_terms where seller_id = $1::uuid`,
    [sellerId, excluded, at],
  )
}

/**
 * Until when the buyer of a thread's contract may give back without a reason (B15). The rule and the seller's terms are those that stood
 * when the contract was concluded; goods count as received when the buyer has confirmed the inspection of all.
 */
export async function coolingOffOfThread(
  sql: Sql,
  threadId: string,
  now: Date,
): Promise<CoolingOffEnd | 'RUNS_ON' | null> {
  const [row] = await sql<{
    concluded_at: string | null
    consumer: boolean | null
    excluded: boolean | null
    received_at: string | null
    rule: RuleRow | null
  }>(
    `select c.concluded_at, k.consumer, i.received_at,
       (select t.cooling_off_excluded from return_terms t where t.seller_id = c.seller_id and t.stated_at <= coalesce(c.concluded_at, $2) order by t.version desc limit 1) as excluded,
       (select row_to_json(x) from (select ${columns} from cooling_off_rule r where r.country = k.country and r.sale = 'DISTANCE'
         and r.set_at <= coalesce(c.concluded_at, $2) order by r.version desc limit 1) x) as rule
     from contract_terms c left join known_consumer k on k.member_id = c.buyer_id
     cross join lateral (select case when sum(amount_minor) >= c.amount_minor or bool_or(final) then max(confirmed_at) end as received_at
       from inspection where thread_id = c.thread_id) i
     where c.thread_id = $1`,
    [threadId, now],
  )
  if (!row) return null
  return coolingOffOf({
    consumer: row.consumer ?? false,
    rule: row.rule && ruleOf(row.rule),
    excludedBySeller: row.excluded ?? false,
    concludedAt: asDateOrNull(row.concluded_at) ?? now,
    receivedAt: row.received_at === null ? null : asDate(row.received_at),
  })
}
