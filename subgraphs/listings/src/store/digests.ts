import type { Tx } from '@torihiki/shared/store/store.ts'
import type { DigestLanguage } from '../domain/digest-letter.ts'
import type { DigestTimes, DuePeriod } from '../domain/digest-schedule.ts'
import { openNow } from './opportunities.ts'

type Sql = Tx['sql']

/** How far back a digest collects: what was found while it was off is not made up for without end. */
export const digestReachDays = 30

/** When and how a member gets its digest. `next_at` null: when a match is found, or never. */
export type ScheduleRow = {
  member_id: string
  frequency: DigestTimes['frequency']
  hour: number
  weekday: DigestTimes['weekday']
  time_zone: string
  language: DigestLanguage
  next_at: string | null
  next_period: string | null
}

/** A member's schedule, or null when it has none. */
export async function scheduleOf(sql: Sql, memberId: string): Promise<ScheduleRow | null> {
  const [row] = await sql<ScheduleRow>('select * from digest_schedule where member_id = $1', [memberId])
  return row ?? null
}

/** The times of a schedule as the rules know them. */
export function timesOfSchedule(row: ScheduleRow): DigestTimes {
  return { frequency: row.frequency, hour: row.hour, weekday: row.weekday, timeZone: row.time_zone }
}

/** Writes a schedule, unless the member has one and `onlyIfNone`. */
export async function saveSchedule(
  tx: Tx,
  memberId: string,
  { frequency, hour, weekday, timeZone }: DigestTimes,
  language: DigestLanguage,
  next: DuePeriod | null,
  onlyIfNone = false,
): Promise<void> {
  await tx.sql(
    `insert into digest_schedule (member_id, frequency, hour, weekday, time_zone, language, next_at, next_period)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (member_id) do ${
       onlyIfNone
         ? 'nothing'
         : `update set frequency = excluded.frequency, hour = excluded.hour, weekday = excluded.weekday, time_zone = excluded.time_zone,
              language = excluded.language, next_at = excluded.next_at, next_period = excluded.next_period`
     }`,
    [memberId, frequency, hour, weekday, timeZone, language, next?.at ?? null, next?.period ?? null],
  )
}

/**
 * Makes the digests of those members due who want theirs at once. It waits for whoever is just claiming one: what that did not see
 * becomes due after it.
 */
export async function makeDueAtOnce(tx: Tx, memberIds: readonly string[], now: Date): Promise<void> {
  await tx.sql(
    `with wanting as (select member_id from digest_schedule where member_id = any($1::uuid[]) and frequency = 'AT_ONCE'
       order by member_id for no key update)
     update digest_schedule s set next_at = coalesce(s.next_at, $2) from wanting w where s.member_id = w.member_id`,
    [memberIds, now],
  )
}

/** Members whose digest is due, the longest due first. */
export async function dueMembers(sql: Sql, now: Date, limit: number): Promise<string[]> {
  const rows = await sql<{ member_id: string }>(
    'select member_id from digest_schedule where next_at <= $1 order by next_at, member_id limit $2',
    [now, limit],
  )
  return rows.map(({ member_id }) => member_id)
}

/** The schedule of a member, locked, when its digest is due and nobody else is at it. */
export async function lockDue(tx: Tx, memberId: string, now: Date): Promise<ScheduleRow | null> {
  const [row] = await tx.sql<ScheduleRow>(
    'select * from digest_schedule where member_id = $1 and next_at <= $2 for no key update skip locked',
    [memberId, now],
  )
  return row ?? null
}

/** Claims what no digest has for this one; a period that had its digest claims nothing. True when there was something. */
export async function claimMatches(
  tx: Tx,
  { id, schedule, period, now }: { id: string; schedule: ScheduleRow; period: string; now: Date },
): Promise<boolean> {
  const owed = `member_id = $1 and digest_id is null and found_at > $2::timestamptz - make_interval(days => ${digestReachDays})`
  const [found] = await tx.sql(`select 1 from opportunity_match where ${owed} limit 1`, [schedule.member_id, now])
  if (!found) return false
  const made = await tx.sql(
    `insert into digest (id, member_id, period, language, time_zone, claimed_at, next_attempt_at)
     values ($1, $2, $3, $4, $5, $6, $6) on conflict (member_id, period) do nothing returning 1 as made`,
    [id, schedule.member_id, period, schedule.language, schedule.time_zone, now],
  )
  if (made.length === 0) return false
  await tx.sql(`update opportunity_match set digest_id = $3 where ${owed}`, [schedule.member_id, now, id])
  return true
}

/** Notes when the next digest is due. */
export async function moveSchedule(tx: Tx, memberId: string, next: DuePeriod | null): Promise<void> {
  await tx.sql('update digest_schedule set next_at = $2, next_period = $3 where member_id = $1', [
    memberId,
    next?.at ?? null,
    next?.period ?? null,
  ])
}

/** A digest that is owed. */
export type OwedDigest = {
  id: string
  member_id: string
  language: DigestLanguage
  time_zone: string
  attempt: number
  claimed_at: string
}

/** Digests that are to be tried, the longest due first. */
export async function owedDigests(sql: Sql, now: Date, mostAttempts: number, limit: number): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `select id from digest where sent_at is null and dropped_at is null and next_attempt_at <= $1 and attempt < $2
     order by next_attempt_at, id limit $3`,
    [now, mostAttempts, limit],
  )
  return rows.map(({ id }) => id)
}

/** Notes an attempt before it is made, and until when it has time; null when somebody else has it. */
export async function beginAttempt(sql: Sql, id: string, now: Date, until: Date): Promise<OwedDigest | null> {
  const [row] = await sql<OwedDigest>(
    `update digest set attempt = attempt + 1, next_attempt_at = $3
     where id = $1 and sent_at is null and dropped_at is null and next_attempt_at <= $2
     returning id, member_id, language, time_zone, attempt, claimed_at`,
    [id, now, until],
  )
  return row ?? null
}

/** Notes how an attempt ended. */
export async function endAttempt(
  sql: Sql,
  id: string,
  end: { sentAt: Date } | { droppedAt: Date } | { fault: string; again: Date },
): Promise<void> {
  if ('sentAt' in end) await sql('update digest set sent_at = $2, last_fault = null where id = $1', [id, end.sentAt])
  else if ('droppedAt' in end) await sql('update digest set dropped_at = $2 where id = $1', [id, end.droppedAt])
  else await sql('update digest set last_fault = $2, next_attempt_at = $3 where id = $1', [id, end.fault, end.again])
}

/** An opportunity of a digest, with the names of the interests that it met. `total` counts all of the digest's. */
export type DigestItemRow = {
  title: string
  category: string | null
  region: string | null
  quantity: string | null
  budget_minor: string | null
  budget_currency: string | null
  valid_until: string | null
  interests: string[]
  total: number
}

/** What a digest has to tell now: opportunities that are open to its member still, each once, the newest first. */
export async function digestItems(
  sql: Sql,
  { id, member_id }: { id: string; member_id: string },
  now: Date,
  limit: number,
): Promise<DigestItemRow[]> {
  return sql<DigestItemRow>(
    `select o.title, o.category, o.region, o.quantity, o.budget_minor, o.budget_currency, o.valid_until, f.interests,
       (count(*) over ())::int as total
     from (select m.opportunity_id, max(m.found_at) as found_at, array_agg(distinct i.name order by i.name) as interests
           from opportunity_match m join interest i on i.id = m.interest_id where m.digest_id = $3 group by m.opportunity_id) f
       join opportunity o on o.id = f.opportunity_id
       join known_member k on k.member_id = $1 and k.status = 'ACTIVE'
     where ${openNow} and (o.visible_to is null or $1 = any(o.visible_to))
     order by f.found_at desc, o.id desc limit $4`,
    [member_id, now, id, limit],
  )
}
