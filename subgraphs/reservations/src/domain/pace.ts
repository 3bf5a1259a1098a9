import { paceOf, type DispatchSchedule, type Lane } from './dispatch.ts'

/** A company that gave no answer so many times in a row is not asked for a while. */
export const failuresThatBreak = 5
/** For how long at first, and at most: each trial that fails doubles it. */
export const [firstBreakMs, longestBreakMs] = [5_000, 300_000] as const

/** An answer that takes longer than this is slow. */
export const slowAnswerMs = 2_000
/** What is left of ADAPTIVE's pace when it was too fast, in tenths (RFC 9438, 4.6: 0.7). */
export const keptTenths = 7
/** After the pace was made slower it stays so for this long at least: companies count by the second, and what that second still brings tells nothing of the new pace. */
export const slowerForMs = 1_000
/** After so long without trouble the pace is where it was too fast before; it rises quickly at first, hardly at all about there, and then ever quicker (the curve of RFC 9438, 4.2). */
export const regainedAfterMs = 10_000

/** How a call to a company went, and how long it took: with an answer, without one, or that it asked for less (HTTP 429). */
export type Called = { readonly kind: 'ANSWERED' | 'NO_ANSWER' | 'TOO_MANY'; readonly ms: number }

/** What of a lane is learnt from calls. */
export type Learnt = Pick<Lane, 'pacePerMinute' | 'slowedAt' | 'slowedTo' | 'failures' | 'brokenUntil'>

/**
 * What a call teaches (C5, C8). A company that gives no answer `failuresThatBreak` times in a row is not asked for a while, after each trial that fails
 * twice as long; any answer ends that, a wish for less too. What was sent before it was left alone is no trial. ADAPTIVE's pace besides:
 *
 * - HTTP 429 or no answer leaves seven tenths of it; a slow answer at most what keeps half of `mostInFlight` without an answer while answers take so long.
 * - What was sent before the pace was last made slower tells nothing of the new one, and changes nothing; nor does what goes wrong within `slowerForMs` of that.
 * - A quick answer lets it rise with the time since: back to where it was too fast in `regainedAfterMs`, carefully there, and ever quicker beyond.
 */
export function learn(schedule: DispatchSchedule, lane: Learnt, called: Called, now: Date): Learnt {
  const sentAt = now.getTime() - called.ms
  const learnt = { ...lane, ...breakerAfter(lane, called, sentAt, now) }
  if (schedule.mode !== 'ADAPTIVE') return learnt
  const slowedMs = lane.slowedAt?.getTime() ?? -Infinity
  const isOld = sentAt < slowedMs || (called.kind !== 'ANSWERED' && now.getTime() < slowedMs + slowerForMs)
  if (isOld) return learnt
  const pace = paceOf(schedule, lane) ?? schedule.perMinute
  const within = (to: number): number => Math.min(Math.max(Math.floor(to), schedule.slowestPerMinute), pace)
  const slower = (to: number): Learnt => ({ ...learnt, pacePerMinute: to, slowedTo: to, slowedAt: now })
  if (called.kind !== 'ANSWERED') return slower(within((pace * keptTenths) / 10))
  if (called.ms <= slowAnswerMs) return { ...learnt, pacePerMinute: Math.max(pace, regained(schedule, lane, now)) }
  const bearable = within((schedule.mostInFlight * 30_000) / called.ms)
  return bearable < pace ? slower(bearable) : learnt
}

/** What a call teaches of whether the company answers. */
function breakerAfter(
  { failures: before, brokenUntil }: Learnt,
  { kind }: Called,
  sentAt: number,
  now: Date,
): Pick<Learnt, 'failures' | 'brokenUntil'> {
  if (kind !== 'NO_ANSWER') return { failures: 0, brokenUntil: null }
  // What was under way as the breaker opened is no trial: a crowd of it would keep the company away for minutes at once.
  if (brokenUntil !== null && sentAt < brokenUntil.getTime()) return { failures: before, brokenUntil }
  const failures = before + 1
  const breaks = failures - failuresThatBreak
  const brokenMs = Math.min(firstBreakMs * 2 ** Math.min(breaks, 16), longestBreakMs)
  return { failures, brokenUntil: breaks < 0 ? null : new Date(now.getTime() + brokenMs) }
}

/** The pace that the time since it was made slower allows. */
function regained({ perMinute }: DispatchSchedule, { slowedAt, slowedTo }: Learnt, now: Date): number {
  if (slowedAt === null || slowedTo === null) return perMinute
  const wasTooFast = (slowedTo * 10) / keptTenths
  const way = (now.getTime() - slowedAt.getTime() - regainedAfterMs) / regainedAfterMs
  return Math.min(Math.floor(wasTooFast + (wasTooFast - slowedTo) * way ** 3), perMinute)
}
