import type { DeliverySlot } from './terms.ts'

const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})?$/
const DAY_MS = 86_400_000

/** First and last millisecond that a stated date or moment covers, counted from 1970; a moment covers one. */
export type Span = { first: number; last: number }

/**
 * Reads `2026-04-01`, `2026-04-01T09:30:00`, either with `Z` or an offset (XML Schema date and dateTime). Without an offset
 * it is read as UTC, in both documents alike. `null` when there is no such day or time.
 */
export function spanOf(text: string): Span | null {
  const match = DATE.exec(text)
  if (match === null) return null
  const part = (index: number): number => Number(match[index] ?? '0')
  const midnight = Date.UTC(part(1), part(2) - 1, part(3))
  const day = new Date(midnight)
  const timed = match[4] !== undefined
  if (day.getUTCMonth() !== part(2) - 1 || day.getUTCDate() !== part(3)) return null
  if (part(4) > 23 || part(5) > 59 || part(6) > 59) return null
  const millis = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'))
  const first = midnight + ((part(4) * 60 + part(5)) * 60 + part(6)) * 1000 + millis - offsetMs(match[8] ?? 'Z')
  return { first, last: timed ? first : first + DAY_MS - 1 }
}

/** A stated date or moment in one form: a plain date stays a date, a moment becomes UTC with milliseconds. */
export function normaliseDate(text: string): string {
  const span = spanOf(text)
  if (span === null || /^\d{4}-\d{2}-\d{2}$/.test(text)) return text
  return `${new Date(span.first).toISOString()}${span.last > span.first ? '/P1D' : ''}`
}

/** `2026-04-01..2026-04-10` in normal form, with `..` for a bound that is not stated; `null` when neither is. */
export function showWindow(slot: { start: string | null; end: string | null }, asStated = false): string | null {
  if (slot.start === null && slot.end === null) return null
  const text = (bound: string | null): string => (bound === null ? '' : asStated ? bound : normaliseDate(bound))
  return `${text(slot.start)}..${text(slot.end)}`
}

/** Does the inner window lie inside the outer one, widened by so many days at both ends? A bound that is not stated is unbounded (A5, rule 7). */
export function liesInside(inner: DeliverySlot, outer: DeliverySlot, days = 0): boolean {
  const leeway = days * DAY_MS
  return startOf(inner) >= startOf(outer) - leeway && endOf(inner) <= endOf(outer) + leeway
}

/** Do the windows cover the same time? */
export function sameWindow(a: DeliverySlot, b: DeliverySlot): boolean {
  return startOf(a) === startOf(b) && endOf(a) === endOf(b)
}

/** First millisecond of the window. */
export function startOf(slot: DeliverySlot): number {
  return slot.start === null ? -Infinity : (spanOf(slot.start)?.first ?? NaN)
}

/** Last millisecond of the window. */
export function endOf(slot: DeliverySlot): number {
  return slot.end === null ? Infinity : (spanOf(slot.end)?.last ?? NaN)
}

function offsetMs(zone: string): number {
  if (zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6))
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000
}
