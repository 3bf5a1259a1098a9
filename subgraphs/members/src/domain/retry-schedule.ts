/** The waits of the schedule of Standard Webhooks: between the first attempt and the last pass three days and a few hours. */
const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const waitsMs = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
] as const

/** How often a message is tried at most: at once, and once after each wait. Then it is dead, and people may replay it. */
export const mostTries = waitsMs.length + 1
/** By how much a wait is made longer or shorter by chance, so that what failed together does not come back together. */
export const jitter = 0.2
/** The longest wait that a receiver may ask for by `Retry-After`. */
export const longestAskedWaitMs = 24 * hour

/**
 * How long to wait after a failed try, in milliseconds; null when that was the last.
 * @param tries how many there were, from 1
 * @param chance at least 0, below 1
 * @param askedMs what the receiver asked for: it is waited for at least that long, up to a day
 */
export function waitAfter(tries: number, chance: number, askedMs: number | null = null): number | null {
  const wait = waitsMs[tries - 1]
  if (wait === undefined) return null
  const drawn = Math.round(wait * (1 - jitter + 2 * jitter * chance))
  return Math.max(drawn, Math.min(askedMs ?? 0, longestAskedWaitMs))
}

/** What `Retry-After` asks for (RFC 9110): seconds, or a date. In milliseconds; null when it is neither. */
export function readRetryAfter(text: string | null, now: Date): number | null {
  if (text === null) return null
  if (/^\d{1,9}$/.test(text.trim())) return Number(text.trim()) * second
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime())
}
