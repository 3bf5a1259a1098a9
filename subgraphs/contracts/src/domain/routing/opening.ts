import { instantAtWall, wallClock } from '@torihiki/shared/time-zone.ts'

/** The days of the week, Monday first (ISO 8601). */
export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const
export type Weekday = (typeof weekdays)[number]

/** Minutes of the day, from the one until before the other; 1,440 is midnight at its end. */
export type Hours = { readonly from: number; readonly to: number }

/** When an outlet is open, by the clocks of its time zone. What an exception says of a day takes the place of what its weekday says. */
export type OpeningTimes = {
  readonly timeZone: string
  readonly weekly: readonly ({ readonly weekday: Weekday } & Hours)[]
  /** By day, such as `2026-12-25`; no hours: closed all day. */
  readonly exceptions: readonly { readonly day: string; readonly hours: readonly Hours[] }[]
}

/** How many days ahead it is looked for the next opening: who is closed for longer is asked again then. */
export const daysLookedAhead = 31

const dayMs = 86_400_000
const after = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)

function hoursOn({ weekly, exceptions }: OpeningTimes, day: string): readonly Hours[] {
  const exception = exceptions.find((each) => each.day === day)
  if (exception) return exception.hours
  const weekday = weekdays[(new Date(Date.parse(`${day}T00:00:00Z`)).getUTCDay() + 6) % 7]
  return weekly.filter((each) => each.weekday === weekday)
}

/** Whether it is open at an instant: the clock on its wall decides, also on days on which clocks are changed. */
export function isOpen(times: OpeningTimes, at: Date): boolean {
  const { day, minute } = wallClock(times.timeZone, at)
  return hoursOn(times, day).some(({ from, to }) => from <= minute && minute < to)
}

/** When it opens next after an instant at which it is closed; null when it does not within `daysLookedAhead`. */
export function nextOpening(times: OpeningTimes, at: Date): Date | null {
  const { day: today } = wallClock(times.timeZone, at)
  for (let ahead = 0; ahead <= daysLookedAhead; ahead++) {
    const day = after(today, ahead)
    const opens = hoursOn(times, day)
      .map(({ from }) => instantAtWall(day, from, times.timeZone).getTime())
      .filter((ms) => ms > at.getTime())
    if (opens.length > 0) return new Date(Math.min(...opens))
  }
  return null
}

const hourForm = /^([01]\d|2[0-3]):([0-5]\d)$/

/** The minute of the day of a text such as `09:30`; `24:00` is 1,440. Null when it is no such text. */
export function minuteOf(text: string): number | null {
  if (text === '24:00') return 1_440
  const match = hourForm.exec(text)
  return match ? Number(match[1]) * 60 + Number(match[2]) : null
}

/** A minute of the day as a text. */
export function hourText(minute: number): string {
  const two = (n: number): string => n.toString().padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
