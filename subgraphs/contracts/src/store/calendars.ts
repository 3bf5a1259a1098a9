import { asDate } from '@torihiki/shared/store/sql.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { allDays, type BusinessCalendar } from '../domain/cases/business-calendar.ts'
import type { EscalationStep } from '../domain/cases/lateness.ts'

type Sql = Tx['sql']

/** A version of a business calendar as it is on record. */
export type CalendarVersion = BusinessCalendar & {
  readonly title: string
  readonly definedAt: Date
  readonly reason: string
}

type CalendarRow = {
  code: string
  version: number
  title: string
  weekend: number[]
  holidays: string[]
  counts_business_days: boolean
  defined_at: string
  reason: string
}

const calendarColumns =
  'code, version, title, weekend, holidays::text[] as holidays, counts_business_days, defined_at, reason'

function calendarOf(row: CalendarRow): CalendarVersion {
  return {
    code: row.code,
    version: row.version,
    title: row.title,
    weekend: row.weekend,
    holidays: new Set(row.holidays),
    countsBusinessDays: row.counts_business_days,
    definedAt: asDate(row.defined_at),
    reason: row.reason,
  }
}

/** The newest version of each calendar, or of those with these codes, by code. */
export async function newestCalendars(sql: Sql, codes: readonly string[] | null = null): Promise<CalendarVersion[]> {
  const rows = await sql<CalendarRow>(
    `select distinct on (code) ${calendarColumns} from business_calendar where $1::text[] is null or code = any($1)
     order by code, version desc`,
    [codes],
  )
  return rows.map(calendarOf)
}

/** The newest version of the calendar that a contract names. */
export async function calendarOfContract(sql: Sql, code: string): Promise<BusinessCalendar> {
  if (code === allDays.code) return allDays
  const [calendar] = await newestCalendars(sql, [code])
  if (!calendar) throw new Error(`The business calendar ${code} is named in a contract, but not there.`)
  return calendar
}

/** Versions of a calendar, the newest first, below a version when one is given. */
export async function calendarVersions(
  sql: Sql,
  code: string,
  below: number | null,
  limit: number,
): Promise<CalendarVersion[]> {
  const rows = await sql<CalendarRow>(
    `select ${calendarColumns} from business_calendar where code = $1 and ($2::int is null or version < $2)
     order by version desc limit $3`,
    [code, below, limit],
  )
  return rows.map(calendarOf)
}

/** Puts the next version on record. False: somebody else did so meanwhile. */
export async function addCalendarVersion(
  sql: Sql,
  calendar: BusinessCalendar & { title: string; reason: string },
  definedBy: string,
  at: Date,
): Promise<boolean> {
  const added = await sql(
    `insert into business_calendar (code, version, title, weekend, holidays, counts_business_days, defined_by, defined_at, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning 1 as added`,
    [
      calendar.code,
      calendar.version,
      calendar.title,
      calendar.weekend,
      [...calendar.holidays],
      calendar.countsBusinessDays,
      definedBy,
      at,
      calendar.reason,
    ],
  )
  return added.length > 0
}

/** The hub's steps of escalation in a version. */
export type StepsVersion = {
  readonly version: number
  readonly steps: readonly EscalationStep[]
  readonly setAt: Date
  readonly reason: string
}

/** Versions of the hub's steps, the newest first, below a version when one is given. */
export async function stepsVersions(sql: Sql, below: number | null, limit: number): Promise<StepsVersion[]> {
  const rows = await sql<{ version: number; steps: EscalationStep[]; set_at: string; reason: string }>(
    `select version, steps, set_at, reason from escalation_steps where $1::int is null or version < $1
     order by version desc limit $2`,
    [below, limit],
  )
  return rows.map(({ set_at, ...row }) => ({ ...row, setAt: asDate(set_at) }))
}

/** The hub's steps as they are now. */
export async function newestSteps(sql: Sql): Promise<StepsVersion> {
  const [newest] = await stepsVersions(sql, null, 1)
  if (!newest) throw new Error('The hub has no steps of escalation.')
  return newest
}

/** Puts the next version on record. False: somebody else did so meanwhile. */
export async function addStepsVersion(
  sql: Sql,
  { version, steps, reason }: Omit<StepsVersion, 'setAt'>,
  setBy: string,
  at: Date,
): Promise<boolean> {
  const added = await sql(
    `insert into escalation_steps (version, steps, set_by, set_at, reason) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning 1 as added`,
    [version, JSON.stringify(steps), setBy, at, reason],
  )
  return added.length > 0
}
