import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { usualSchedule, type DispatchMode, type DispatchSchedule, type Lane } from '../domain/dispatch.ts'
import type { Learnt } from '../domain/pace.ts'
import { sentIsLostAfterSeconds, subjectColumns, type AuthorizationSubject } from './authorization-requests.ts'
import type { Seat } from './authorization-systems.ts'

type Sql = Tx['sql']

/** A request that was just taken, with what its company is to be told. */
export type ClaimedRequest = AuthorizationSubject & { readonly id: string }

/** The schedule of all companies that have none of their own is kept under this name, which no company has. */
export const allOthers = ''
/** Waiting requests are counted up to so many: more decides nothing, and counting a crowd each time would take its time. */
export const mostWaitingCounted = 1_001

type ScheduleRow = {
  company: string
  version: number
  mode: DispatchMode
  per_minute: number
  slowest_per_minute: number
  batch_size: number
  batch_age_seconds: number
  off_peak_from: number | null
  off_peak_to: number | null
  off_peak_time_zone: string | null
  most_in_flight: number
}

/** A schedule and which version of whose it is; version 0 when nobody has set one. */
export type KnownSchedule = { readonly schedule: DispatchSchedule; readonly version: number; readonly own: boolean }

/** By which schedule a company's requests leave now: its own, else that of all others. */
export async function scheduleOf(sql: Sql, company: string): Promise<KnownSchedule> {
  const [row] = await sql<ScheduleRow>(
    `select * from authorization_schedule where company = any($1) order by company = $2, version desc limit 1`,
    [[company, allOthers], allOthers],
  )
  if (!row) return { schedule: usualSchedule, version: 0, own: false }
  const { off_peak_from: from, off_peak_to: to, off_peak_time_zone: timeZone } = row
  const schedule = {
    mode: row.mode,
    perMinute: row.per_minute,
    slowestPerMinute: row.slowest_per_minute,
    batchSize: row.batch_size,
    batchAgeSeconds: row.batch_age_seconds,
    offPeak: from === null || to === null || timeZone === null ? null : { from, to, timeZone },
    mostInFlight: row.most_in_flight,
  }
  return { schedule, version: row.version, own: row.company === company }
}

/** Writes the next version of a company's schedule. The lane is locked, so versions have no gaps. */
export async function insertSchedule(
  tx: Tx,
  company: string,
  schedule: DispatchSchedule,
  by: { memberId: string; at: Date },
): Promise<void> {
  const { offPeak } = schedule
  await tx.sql(
    `insert into authorization_schedule (company, version, mode, per_minute, slowest_per_minute, batch_size, batch_age_seconds,
       off_peak_from, off_peak_to, off_peak_time_zone, most_in_flight, set_by, set_at)
     select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 from authorization_schedule where company = $1`,
    [
      company,
      schedule.mode,
      schedule.perMinute,
      schedule.slowestPerMinute,
      schedule.batchSize,
      schedule.batchAgeSeconds,
      offPeak?.from ?? null,
      offPeak?.to ?? null,
      offPeak?.timeZone ?? null,
      schedule.mostInFlight,
      by.memberId,
      by.at,
    ],
  )
}

/** Locks a company's lane, which is made if need be: whoever decides what leaves does so alone. Lock it before any request. */
export async function lockLane(tx: Tx, company: string): Promise<void> {
  const lock = () => tx.sql('select 1 from authorization_lane where company = $1 for no key update', [company])
  if ((await lock()).length > 0) return
  await tx.sql('insert into authorization_lane (company) values ($1) on conflict do nothing', [company])
  await lock()
}

const waits = `a.status in ('QUEUED', 'HELD') and a.reversal_wanted_at is null and (a.not_before is null or a.not_before <= clock_timestamp())`

/** A lane as it is, and the time by the database's clock. What waits is counted up to `countedTo`. */
export async function readLane(
  sql: Sql,
  company: string,
  countedTo = mostWaitingCounted,
): Promise<{ lane: Lane; now: Date }> {
  const [row] = await sql<{
    now: string
    waiting: number
    oldest: string | null
    in_flight: number
    stopped_at: string | null
    next_free_at: string | null
    pace_per_minute: number | null
    slowed_at: string | null
    slowed_to: number | null
    failures: number | null
    broken_until: string | null
    batch_left: number | null
    probe_until: string | null
  }>(
    `select clock_timestamp() as now, w.waiting, w.oldest, f.in_flight, l.*
     from (select count(*)::int as waiting, min(requested_at) as oldest from (
             select requested_at from authorization_request a where a.company = $1 and ${waits} order by a.requested_at, a.id limit $2) a) w
     cross join (select count(*)::int as in_flight from authorization_request a
             where a.company = $1 and a.status = 'SENT' and a.sent_at > clock_timestamp() - make_interval(secs => $3)) f
     left join authorization_lane l on l.company = $1`,
    [company, countedTo, sentIsLostAfterSeconds],
  )
  if (!row) throw new Error('A lane is always there.')
  const lane = {
    waiting: row.waiting,
    oldestAt: asDateOrNull(row.oldest),
    inFlight: row.in_flight + (isAfter(row.probe_until, row.now) ? 1 : 0),
    stopped: row.stopped_at !== null,
    nextFreeAt: asDateOrNull(row.next_free_at),
    pacePerMinute: row.pace_per_minute,
    slowedAt: asDateOrNull(row.slowed_at),
    slowedTo: row.slowed_to,
    failures: row.failures ?? 0,
    brokenUntil: asDateOrNull(row.broken_until),
    batchLeft: row.batch_left ?? 0,
  }
  return { lane, now: asDate(row.now) }
}

const isAfter = (at: string | null, now: string): boolean => at !== null && asDate(at) > asDate(now)

/** Whether a company gave no answers and nothing is known of its being back: it is asked once, and no more, when its time is over. */
export async function isBroken(sql: Sql, company: string): Promise<boolean> {
  const found = await sql('select 1 from authorization_lane where company = $1 and broken_until is not null', [company])
  return found.length > 0
}

/** Notes until when an inquiry is under way as the company's one trial; null: it is over. */
export async function saveProbe(sql: Sql, company: string, seconds: number | null): Promise<void> {
  await sql(
    'update authorization_lane set probe_until = clock_timestamp() + make_interval(secs => $2) where company = $1',
    [company, seconds],
  )
}

/** What of a locked lane is learnt from calls, and the time by the database's clock. */
export async function readLearnt(tx: Tx, company: string): Promise<{ learnt: Learnt; now: Date }> {
  const [row] = await tx.sql<{
    now: string
    pace_per_minute: number | null
    slowed_at: string | null
    slowed_to: number | null
    failures: number
    broken_until: string | null
  }>(
    `select clock_timestamp() as now, pace_per_minute, slowed_at, slowed_to, failures, broken_until from authorization_lane where company = $1`,
    [company],
  )
  if (!row) throw new Error(`The lane of ${company} is locked, and not there.`)
  const learnt = {
    pacePerMinute: row.pace_per_minute,
    slowedAt: asDateOrNull(row.slowed_at),
    slowedTo: row.slowed_to,
    failures: row.failures,
    brokenUntil: asDateOrNull(row.broken_until),
  }
  return { learnt, now: asDate(row.now) }
}

/** Companies for which something waits, be it for its time to be sent again. One step of the index for each, however much waits. */
export async function companiesWaitedFor(sql: Sql): Promise<string[]> {
  const next = `select company from authorization_request where status in ('QUEUED', 'HELD') and reversal_wanted_at is null`
  const rows = await sql<{ company: string }>(
    `with recursive each as (
       (${next} order by company limit 1)
       union all select (${next} and company > each.company order by company limit 1) from each where each.company is not null)
     select company from each where company is not null`,
  )
  return rows.map((row) => row.company)
}

/**
 * Takes so many of a company's waiting requests for a process, the oldest first: they are SENT, and inquired should nothing more be heard of them or of it.
 * @returns what the company is to be asked
 */
export async function claimRequests(tx: Tx, company: string, count: number, seat: Seat): Promise<ClaimedRequest[]> {
  return tx.sql<ClaimedRequest>(
    `with taken as (
       update authorization_request set status = 'SENT', sent_at = clock_timestamp(), attempts = attempts + 1, not_before = null,
         next_inquiry_at = clock_timestamp() + make_interval(secs => $3), system = $4,
         process_id = (select p.id from authorization_process p where p.id = $5)
       where id in (select a.id from authorization_request a where a.company = $1 and ${waits} order by a.requested_at, a.id limit $2
         for no key update skip locked)
       returning id, requested_at, reservation_id)
     select t.id, ${subjectColumns} from taken t join payment_reservation p on p.id = t.reservation_id
       join payment_method m on m.id = p.payment_method_id order by t.requested_at, t.id`,
    [company, count, sentIsLostAfterSeconds, seat.system, seat.processId],
  )
}

/** Notes that what waits is held, by the hours or by somebody: whoever looks at a request sees why nothing happens. */
export async function holdWaiting(tx: Tx, company: string): Promise<void> {
  await tx.sql(
    `update authorization_request set status = 'HELD' where id in (
       select a.id from authorization_request a where a.company = $1 and a.status = 'QUEUED' and a.reversal_wanted_at is null
       order by a.requested_at limit $2 for no key update skip locked)`,
    [company, mostWaitingCounted],
  )
}

/** Notes when the pace allows the next request, and how many of a batch that has begun to leave are still here. */
export async function savePace(tx: Tx, company: string, nextFreeAt: Date | null, batchLeft: number): Promise<void> {
  await tx.sql('update authorization_lane set next_free_at = $2, batch_left = $3 where company = $1', [
    company,
    nextFreeAt,
    batchLeft,
  ])
}

/** Notes what a call taught. */
export async function saveLearnt(tx: Tx, company: string, learnt: Learnt): Promise<void> {
  await tx.sql(
    'update authorization_lane set pace_per_minute = $2, slowed_at = $3, slowed_to = $4, failures = $5, broken_until = $6 where company = $1',
    [company, learnt.pacePerMinute, learnt.slowedAt, learnt.slowedTo, learnt.failures, learnt.brokenUntil],
  )
}

/** Stops a lane, or lets it go on. */
export async function saveStopped(tx: Tx, company: string, stopped: boolean): Promise<void> {
  await tx.sql(
    'update authorization_lane set stopped_at = case when $2 then clock_timestamp() end where company = $1',
    [company, stopped],
  )
}
