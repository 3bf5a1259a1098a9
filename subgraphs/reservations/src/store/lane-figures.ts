import type { Tx } from '@torihiki/shared/store/store.ts'
import { paceOf } from '../domain/dispatch.ts'
import { readSystems } from './authorization-systems.ts'
import { mostWaitingCounted, scheduleOf } from './lanes.ts'

/** What people who watch are shown of a card company's requests (C5), as metrics are read. */
export type LaneFigures = {
  readonly company: string
  /** Counted up to `mostWaitingCounted`. */
  readonly waiting: number
  readonly oldestSeconds: number
  readonly inFlight: number
  readonly unknown: number
  readonly stopped: boolean
  readonly broken: boolean
  /** Null: there is no pace. */
  readonly pacePerMinute: number | null
  /** Answers in the last hour. */
  readonly answers: { readonly approved: number; readonly declined: number; readonly referral: number }
}

type Row = {
  company: string
  waiting: number
  oldest: number
  in_flight: number
  unknown: number
  stopped: boolean
  broken: boolean
  pace_per_minute: number | null
  approved: number
  declined: number
  referral: number
}

/** The figures of all companies that are connected or were ever asked. What is off its time to be sent again (HTTP 429) waits too. */
export async function readLaneFigures(sql: Tx['sql'], connected: readonly string[]): Promise<LaneFigures[]> {
  const rows = await sql<Row>(
    `select c.company, w.waiting, w.oldest, f.in_flight, u.unknown, l.stopped_at is not null as stopped,
       coalesce(l.broken_until > clock_timestamp(), false) as broken, l.pace_per_minute, h.approved, h.declined, h.referral
     from (select company from authorization_lane where company <> '' union select unnest($1::text[])) c
     left join authorization_lane l on l.company = c.company
     cross join lateral (select count(*)::int as waiting, coalesce(extract(epoch from clock_timestamp() - min(requested_at)), 0)::float as oldest
       from (select a.requested_at from authorization_request a where a.company = c.company and a.status in ('QUEUED', 'HELD')
               and a.reversal_wanted_at is null order by a.requested_at, a.id limit $2) a) w
     cross join lateral (select count(*)::int as in_flight from authorization_request a where a.company = c.company and a.status = 'SENT') f
     cross join lateral (select count(*)::int as unknown from authorization_request a where a.company = c.company and a.status = 'UNKNOWN') u
     cross join lateral (select count(*) filter (where result = 'APPROVED')::int as approved, count(*) filter (where result = 'DECLINED')::int as declined,
         count(*) filter (where result = 'REFERRAL')::int as referral
       from authorization_request a where a.company = c.company and a.answered_at > now() - interval '1 hour') h
     order by c.company collate "C"`,
    [connected, mostWaitingCounted],
  )
  return Promise.all(
    rows.map(async ({ company, waiting, unknown, stopped, broken, approved, declined, referral, ...row }) => ({
      company,
      waiting,
      oldestSeconds: row.oldest,
      inFlight: row.in_flight,
      unknown,
      stopped,
      broken,
      pacePerMinute: paceOf((await scheduleOf(sql, company)).schedule, { pacePerMinute: row.pace_per_minute }),
      answers: { approved, declined, referral },
    })),
  )
}

/** An authorization system as metrics tell it (C8). */
export type SystemFigures = { readonly name: string; readonly processes: number; readonly inHand: number }

/** All systems that were set or seen in the last 30 days. */
export async function readSystemFigures(sql: Tx['sql']): Promise<SystemFigures[]> {
  const { systems } = await readSystems(sql, null)
  return systems.map(({ name, processes, inHand }) => ({ name, processes, inHand }))
}
