const dayMs = 86_400_000
const daysOfWeek = 7

/** The days on which business is done: all but the weekend and the holidays. */
export type BusinessCalendar = {
  readonly code: string
  readonly version: number
  /** Days of the week without business: 1 is Monday, 7 is Sunday. At most six. */
  readonly weekend: readonly number[]
  /** Days without business, as `YYYY-MM-DD`. */
  readonly holidays: ReadonlySet<string>
  /** Whether steps of escalation count business days; else they count every day. */
  readonly countsBusinessDays: boolean
}

/** The calendar of a contract that names none: every day is a business day. It is there from the start and is not changed. */
export const allDays: BusinessCalendar = {
  code: 'ALL_DAYS',
  version: 1,
  weekend: [],
  holidays: new Set(),
  countsBusinessDays: true,
}

/** The day so many days later. Days are `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** 1 for Monday to 7 for Sunday. */
export function dayOfWeek(day: string): number {
  return new Date(Date.parse(`${day}T00:00:00.000Z`)).getUTCDay() || daysOfWeek
}

/** Whether business is done on this day. */
export function isBusinessDay(day: string, calendar: BusinessCalendar): boolean {
  return !calendar.weekend.includes(dayOfWeek(day)) && !calendar.holidays.has(day)
}

/** A due day that is no business day moves to the next one (A12). */
export function nextBusinessDay(day: string, calendar: BusinessCalendar): string {
  if (calendar.weekend.length >= daysOfWeek) throw new Error(`Calendar ${calendar.code} has no business days.`)
  let moved = day
  while (!isBusinessDay(moved, calendar)) moved = addDays(moved, 1)
  return moved
}

/** So many days after a day: of business where the calendar counts those, else any (A12). */
export function daysAfter(day: string, days: number, calendar: BusinessCalendar): string {
  if (!calendar.countsBusinessDays) return addDays(day, days)
  let reached = day
  for (let i = 0; i < days; i++) reached = nextBusinessDay(addDays(reached, 1), calendar)
  return reached
}
