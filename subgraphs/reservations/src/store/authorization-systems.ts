import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import {
  systemIsDeadAfterMs,
  usualSystem,
  type AuthorizationSystem,
  type SharingRule,
  type SystemNow,
  type SystemTurn,
} from '../domain/allotment.ts'

type Sql = Tx['sql']

/** Which process of which system asks. */
export type Seat = { readonly system: string; readonly processId: string }

/** For how long it is remembered that a process was there: a company to which none was connected in this time is not connected. */
const processKeptDays = 30

const lives = `p.ended_at is null and p.seen_at > clock_timestamp() - make_interval(secs => ${systemIsDeadAfterMs / 1_000})`

/** Notes that a process lives, by the database's clock, which companies it reaches, and how many requests it can have in hand. */
export async function noteAlive(
  sql: Sql,
  { system, processId }: Seat,
  companies: readonly string[],
  hands: number,
): Promise<void> {
  await sql(
    `insert into authorization_process (id, system, companies, hands, started_at, seen_at) values ($1, $2, $3, $4, clock_timestamp(), clock_timestamp())
     on conflict (id) do update set seen_at = clock_timestamp()`,
    [processId, system, companies, hands],
  )
  await sql(
    `insert into authorization_system_turn (system) select $1 where not exists (select 1 from authorization_system_turn where system = $1)
     on conflict do nothing`,
    [system],
  )
}

/** Notes that a process ended by itself, with nothing in hand. */
export async function noteEnded(sql: Sql, processId: string): Promise<void> {
  await sql('update authorization_process set ended_at = clock_timestamp() where id = $1', [processId])
  await sql(`delete from authorization_process where seen_at < clock_timestamp() - make_interval(days => $1)`, [
    processKeptDays,
  ])
}

type SystemRow = {
  name: string
  version: number | null
  rank: number | null
  most_in_flight: number | null
  per_minute: number | null
  weight: number | null
  batch_size: number | null
  batch_age_seconds: number | null
  takes_part: boolean | null
  set_by: string | null
  set_at: string | null
  hands: number
  processes: number
  in_hand: number
  pass: number | null
  next_free_at: string | null
  last_seen_at: string | null
}

/** A system as operators see it; version 0 when nobody has set one. */
export type KnownSystem = SystemNow & {
  readonly version: number
  readonly processes: number
  readonly lastSeenAt: Date | null
  readonly setBy: string | null
  readonly setAt: Date | null
}

/** All systems as they are, by name, and the rule by which they share; with a company, only processes that reach it count as living. */
export async function readSystems(
  sql: Sql,
  company: string | null,
): Promise<{ rule: SharingRule; ruleVersion: number; systems: KnownSystem[]; now: Date }> {
  const rows = await sql<SystemRow>(
    `with version as (select distinct on (name) * from authorization_system order by name, version desc),
       process as (select p.system, coalesce(sum(p.hands) filter (where ${lives} and ($1::text is null or $1 = any(p.companies))), 0)::int as hands,
           (count(*) filter (where ${lives}))::int as processes, max(p.seen_at) as last_seen_at from authorization_process p group by p.system)
     select coalesce(v.name, p.system) as name, v.version, v.rank, v.most_in_flight, v.per_minute, v.weight, v.batch_size, v.batch_age_seconds,
       v.takes_part, v.set_by, v.set_at, coalesce(p.hands, 0) as hands, coalesce(p.processes, 0) as processes, p.last_seen_at, t.pass, t.next_free_at,
       (select count(*)::int from authorization_request a where a.status = 'SENT' and a.system = coalesce(v.name, p.system)) as in_hand
     from version v full join process p on p.system = v.name left join authorization_system_turn t on t.system = coalesce(v.name, p.system)
     order by 1`,
    [company],
  )
  const [rule] = await sql<{ rule: SharingRule | null; version: number | null; now: string }>(
    `select clock_timestamp() as now, s.rule, s.version from (select 1) one
     left join (select rule, version from authorization_sharing order by version desc limit 1) s on true`,
  )
  return {
    rule: rule?.rule ?? 'OVERFLOW',
    ruleVersion: rule?.version ?? 0,
    systems: rows.map(systemFrom),
    now: asDate(rule?.now ?? 0),
  }
}

function systemFrom(row: SystemRow): KnownSystem {
  const set = row.version !== null
  return {
    name: row.name,
    rank: row.rank ?? usualSystem.rank,
    mostInFlight: set ? row.most_in_flight : usualSystem.mostInFlight,
    perMinute: set ? row.per_minute : usualSystem.perMinute,
    weight: row.weight ?? usualSystem.weight,
    batchSize: row.batch_size ?? usualSystem.batchSize,
    batchAgeSeconds: row.batch_age_seconds ?? usualSystem.batchAgeSeconds,
    takesPart: row.takes_part ?? usualSystem.takesPart,
    hands: row.hands,
    inHand: row.in_hand,
    nextFreeAt: asDateOrNull(row.next_free_at),
    pass: row.pass,
    version: row.version ?? 0,
    processes: row.processes,
    lastSeenAt: asDateOrNull(row.last_seen_at),
    setBy: row.set_by,
    setAt: asDateOrNull(row.set_at),
  }
}

/** Whoever divides what may leave among systems does so alone. Lock it after the lane, before any request. */
export async function lockTurns(tx: Tx): Promise<void> {
  await tx.sql('select 1 from authorization_system_turn order by system for no key update')
}

/** Keeps whose turn it is. */
export async function saveTurns(tx: Tx, turns: readonly SystemTurn[]): Promise<void> {
  for (const { name, pass, nextFreeAt } of turns)
    await tx.sql(
      `insert into authorization_system_turn (system, pass, next_free_at) values ($1, $2, $3)
       on conflict (system) do update set pass = excluded.pass, next_free_at = excluded.next_free_at`,
      [name, pass, nextFreeAt],
    )
}

/** All begin anew: what they took by other weights or another rule is not made up for. */
async function forgetPasses(tx: Tx): Promise<void> {
  await lockTurns(tx)
  await tx.sql('update authorization_system_turn set pass = null')
}

/** Writes the next version of what a system may take. Versions have no gaps: the name is locked meanwhile. */
export async function insertSystem(
  tx: Tx,
  system: AuthorizationSystem,
  by: { memberId: string; at: Date },
): Promise<void> {
  await tx.sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`authorization_system ${system.name}`])
  await tx.sql(
    `insert into authorization_system (name, version, rank, most_in_flight, per_minute, weight, batch_size, batch_age_seconds, takes_part, set_by, set_at)
     select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10 from authorization_system where name = $1`,
    [
      system.name,
      system.rank,
      system.mostInFlight,
      system.perMinute,
      system.weight,
      system.batchSize,
      system.batchAgeSeconds,
      system.takesPart,
      by.memberId,
      by.at,
    ],
  )
  await forgetPasses(tx)
}

/** Writes the next version of the rule by which systems share. */
export async function insertSharing(tx: Tx, rule: SharingRule, by: { memberId: string; at: Date }): Promise<void> {
  await tx.sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', ['authorization_sharing'])
  await tx.sql(
    `insert into authorization_sharing (version, rule, set_by, set_at) select coalesce(max(version), 0) + 1, $1, $2, $3 from authorization_sharing`,
    [rule, by.memberId, by.at],
  )
  await forgetPasses(tx)
}

/** How many requests a system took in the last minute. */
export async function takenLastMinute(sql: Sql, system: string): Promise<number> {
  const [row] = await sql<{ count: number }>(
    `select count(*)::int as count from authorization_request where system = $1 and sent_at > clock_timestamp() - interval '1 minute'`,
    [system],
  )
  return row?.count ?? 0
}

/** Which of these companies another system reaches and this process does not: what is theirs is left to it. */
export async function leftToOthers(
  sql: Sql,
  companies: readonly string[],
  has: (company: string) => boolean,
): Promise<ReadonlySet<string>> {
  const foreign = companies.filter((company) => !has(company))
  if (foreign.length === 0) return new Set()
  const rows = await sql<{ company: string }>(
    `select distinct c as company from authorization_process p, unnest(p.companies) c where c = any($1)
       and p.seen_at > clock_timestamp() - make_interval(days => $2)`,
    [foreign, processKeptDays],
  )
  return new Set(rows.map(({ company }) => company))
}

/**
 * What dead processes had in hand is owed at once (C8): it is inquired by its key, whoever finds it. A process that was only slow does no harm: the company answers the same
 * key with the same answer, and the first that is recorded counts.
 * @returns how many there were
 */
export async function freeFromTheDead(sql: Sql, most: number): Promise<number> {
  const rows = await sql<{ id: string }>(
    `update authorization_request set next_inquiry_at = clock_timestamp() where id in (
       select a.id from authorization_request a where a.status in ('SENT', 'UNKNOWN') and a.next_inquiry_at > clock_timestamp() and a.process_id is not null
         and not exists (select 1 from authorization_process p where p.id = a.process_id and ${lives})
       order by a.next_inquiry_at limit $1 for no key update skip locked) returning id`,
    [most],
  )
  return rows.length
}
