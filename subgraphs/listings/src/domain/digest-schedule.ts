/** How often a digest of matches is sent (A2). */
export type DigestFrequency = 'AT_ONCE' | 'DAILY' | 'WEEKLY' | 'OFF'

/** The days of the week in the order of ISO 8601. */
export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const
/** A day of the week. */
export type Weekday = (typeof weekdays)[number]

/** When a member wants its digest: at an hour of its own clock, and on a day of the week if weekly. */
export type DigestTimes = {
  readonly frequency: DigestFrequency
  readonly hour: number
  readonly weekday: Weekday
  /** A name of the IANA time zone database. */
  readonly timeZone: string
}

/** When a digest is due, and what it is for: one period has one digest. */
export type DuePeriod = { readonly at: Date; readonly period: string }

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** A week, and a day more on each side for the distance between the clocks of two zones. */
const daysLookedAt = 10

/** The name of a time zone as it is kept, or null when there is none such. */
export function timeZoneOf(name: string): string | null {
  if (/^[+-]/.test(name)) return null
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return null
  }
}

/**
 * The next digest after an instant by the member's own clock; null when none is due by the clock. A local hour that comes twice
 * (the clocks go back) counts the first time; one that does not come (they go forward) is taken as if they had not.
 */
export function nextDigest(times: DigestTimes, after: Date): DuePeriod | null {
  if (times.frequency === 'OFF' || times.frequency === 'AT_ONCE') return null
  const today = Date.parse(localTime(after, times.timeZone).slice(0, 10))
  for (let i = -1; i < daysLookedAt; i++) {
    const day = new Date(today + i * dayMs)
    if (times.frequency === 'WEEKLY' && weekdays[(day.getUTCDay() + 6) % 7] !== times.weekday) continue
    const at = instantOf(day.getTime() + times.hour * hourMs, times.timeZone)
    if (at > after) return { at, period: `${times.frequency} ${day.toISOString().slice(0, 10)}` }
  }
  throw new Error(`No digest is due in ${daysLookedAt} days.`)
}

/** The instant at which clocks of the zone show this wall time, which is given as if it were UTC. */
function instantOf(wallMs: number, timeZone: string): Date {
  const offsets = [-dayMs, dayMs].map((ms) => offsetAt(new Date(wallMs + ms), timeZone))
  const instants = offsets.map((offset) => wallMs - offset).toSorted((a, b) => a - b)
  const shown = instants.find((ms) => ms + offsetAt(new Date(ms), timeZone) === wallMs)
  return new Date(shown ?? wallMs - (offsets[0] ?? 0))
}

function offsetAt(instant: Date, timeZone: string): number {
  return Date.parse(`${localTime(instant, timeZone)}Z`) - Math.floor(instant.getTime() / 1_000) * 1_000
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** What clocks of the zone show: `2026-11-21T06:30:00`. */
function localTime(instant: Date, timeZone: string): string {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    })
  clocks.set(timeZone, clock)
  return clock.format(instant).replace(' ', 'T')
}
