import { instantAtWall, wallClock } from '@torihiki/shared/time-zone.ts'

/** How requests to a card company leave (C5). */
export const dispatchModes = ['AT_ONCE', 'PACED', 'BATCH', 'ADAPTIVE'] as const
export type DispatchMode = (typeof dispatchModes)[number]

/** Hours of the day in which a card company is to be asked, by the clocks of its time zone; minutes of the day. They may pass midnight. */
export type OffPeak = { readonly from: number; readonly to: number; readonly timeZone: string }

/**
 * By which rule requests to a card company leave (C5), as data. `perMinute` is the pace of PACED and the fastest of ADAPTIVE, whose slowest is
 * `slowestPerMinute`; `batchSize` and `batchAgeSeconds` are of BATCH: it leaves as one when so many wait, or when the oldest has waited so long, and is never more than `mostInFlight`. With
 * `offPeak` nothing leaves at other hours. `mostInFlight`: so many may be without an answer at the same time.
 */
export type DispatchSchedule = {
  readonly mode: DispatchMode
  readonly perMinute: number
  readonly slowestPerMinute: number
  readonly batchSize: number
  readonly batchAgeSeconds: number
  readonly offPeak: OffPeak | null
  readonly mostInFlight: number
}

/** When nobody has said otherwise: at once, as long as the company answers. */
export const usualSchedule: DispatchSchedule = {
  mode: 'AT_ONCE',
  perMinute: 6_000,
  slowestPerMinute: 60,
  batchSize: 100,
  batchAgeSeconds: 60,
  offPeak: null,
  mostInFlight: 32,
}

/** So many may be without an answer at a company at most, whatever its schedule says. */
export const mostAtOnce = 500

/** How ADAPTIVE lets go at once what comes when it is quiet: as much as its pace allows in this time. */
export const adaptiveBurstMs = 1_000

/**
 * What is known of a company's requests at a moment. `nextFreeAt`: when the pace allows the next. `pacePerMinute`: ADAPTIVE's pace now, null at
 * first; `slowedAt`, `slowedTo`: when it was last made slower, and to which pace. `failures`: calls without an answer since the last answer; `brokenUntil`: not asked before; then one
 * trial is made. `batchLeft`: so many of a batch that has begun to leave are still here, because whoever took the others had no hands for them.
 */
export type Lane = {
  readonly waiting: number
  readonly oldestAt: Date | null
  readonly inFlight: number
  readonly stopped: boolean
  readonly nextFreeAt: Date | null
  readonly pacePerMinute: number | null
  readonly slowedAt: Date | null
  readonly slowedTo: number | null
  readonly failures: number
  readonly brokenUntil: Date | null
  readonly batchLeft: number
}

/** Why not all that waits leaves now. */
export type Restraint = 'STOPPED' | 'BROKEN' | 'OFF_PEAK' | 'IN_FLIGHT' | 'PACE' | 'BATCH' | 'SYSTEM'

/**
 * How many leave now; when it is worth looking again, where that is known; why no more; when the pace allows the next after them; and how many of a batch that has begun to leave
 * stay behind.
 */
export type Dispatch = {
  readonly send: number
  readonly againAt: Date | null
  readonly restraint: Restraint | null
  readonly nextFreeAt: Date | null
  readonly batchLeft: number
}

const later = (from: Date, ms: number): Date => new Date(from.getTime() + ms)

/**
 * Decides how many of a company's waiting requests leave now (C5). The oldest go first. Exactly one trial is made of a company that was not asked
 * for a while because it gave no answers. Whoever asks can take at most `hands`; what it cannot take others may.
 */
export function decideDispatch(
  schedule: DispatchSchedule,
  lane: Lane,
  now: Date,
  hands = Number.POSITIVE_INFINITY,
): Dispatch {
  const begun = schedule.mode === 'BATCH' ? Math.min(lane.batchLeft, lane.waiting) : 0
  const keep = (restraint: Restraint | null, againAt: Date | null): Dispatch => ({
    send: 0,
    againAt,
    restraint,
    nextFreeAt: lane.nextFreeAt,
    batchLeft: begun,
  })
  if (lane.waiting === 0) return keep(null, null)
  if (lane.stopped) return keep('STOPPED', null)
  const opens = schedule.offPeak && nextOffPeak(schedule.offPeak, now)
  if (opens) return keep('OFF_PEAK', opens)
  const onTrial = lane.brokenUntil !== null
  if (lane.brokenUntil && lane.brokenUntil > now) return keep('BROKEN', lane.brokenUntil)
  const room = onTrial ? 1 - lane.inFlight : schedule.mostInFlight - lane.inFlight
  // An answer makes room: whoever takes it looks again.
  if (room <= 0) return keep(onTrial ? 'BROKEN' : 'IN_FLIGHT', null)
  const batchAt = begun > 0 ? null : batchDue(schedule, lane, now)
  if (batchAt !== null) return keep('BATCH', batchAt)
  const together = schedule.mode === 'BATCH' ? begun || Math.min(lane.waiting, schedule.batchSize) : 1
  // A batch leaves as one: what is without an answer must leave room for all of it.
  if (!onTrial && begun === 0 && room < together) return keep('IN_FLIGHT', null)
  const allowed = Math.min(room, schedule.mode === 'BATCH' ? together : lane.waiting)
  const wanted = Math.min(allowed, hands)
  const paced = { ...byPace(schedule, lane, wanted, now), batchLeft: 0 }
  const batchLeft = schedule.mode === 'BATCH' && !onTrial ? together - paced.send : 0
  const left = lane.waiting - paced.send
  if (left === 0) return { ...paced, againAt: null, restraint: null }
  if (paced.send < wanted) return { ...paced, restraint: 'PACE' }
  if (wanted < allowed) return { ...paced, batchLeft, againAt: null, restraint: 'SYSTEM' }
  if (paced.send === room) return { ...paced, batchLeft, againAt: null, restraint: onTrial ? 'BROKEN' : 'IN_FLIGHT' }
  return { ...paced, batchLeft, againAt: now, restraint: 'BATCH' }
}

/** When the hours come in which the company is to be asked; null when it is now. */
function nextOffPeak({ from, to, timeZone }: OffPeak, now: Date): Date | null {
  const { day, minute } = wallClock(timeZone, now)
  const isNow = from < to ? from <= minute && minute < to : minute >= from || minute < to
  if (isNow) return null
  const today = instantAtWall(day, from, timeZone)
  if (today > now) return today
  const tomorrow = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  return instantAtWall(tomorrow, from, timeZone)
}

/** When the batch is due that is not due yet; null when it is, or when there are no batches. */
function batchDue({ mode, batchSize, batchAgeSeconds }: DispatchSchedule, lane: Lane, now: Date): Date | null {
  if (mode !== 'BATCH' || lane.waiting >= batchSize) return null
  const due = later(lane.oldestAt ?? now, batchAgeSeconds * 1_000)
  return due <= now ? null : due
}

/**
 * As many as the pace allows, by the generic cell rate algorithm (ITU-T I.371): each takes its interval from when the one before is over, and
 * a burst may run ahead of that by its length. PACED has none, so its requests leave at a steady interval.
 */
function byPace(
  schedule: DispatchSchedule,
  lane: Lane,
  wanted: number,
  now: Date,
): Pick<Dispatch, 'send' | 'againAt' | 'nextFreeAt'> {
  const perMinute = paceOf(schedule, lane)
  if (perMinute === null) return { send: wanted, againAt: null, nextFreeAt: lane.nextFreeAt }
  const intervalMs = 60_000 / perMinute
  const burstMs = schedule.mode === 'ADAPTIVE' ? adaptiveBurstMs : 0
  const freeMs = Math.max(lane.nextFreeAt?.getTime() ?? 0, now.getTime())
  const aheadMs = now.getTime() + burstMs - freeMs
  const send = aheadMs < 0 ? 0 : Math.min(wanted, Math.floor(aheadMs / intervalMs) + 1)
  const nextFreeAt = send === 0 ? lane.nextFreeAt : new Date(Math.ceil(freeMs + send * intervalMs))
  return { send, againAt: nextFreeAt && later(nextFreeAt, -burstMs), nextFreeAt }
}

/** How many leave in a minute at most now; null when there is no pace. */
export function paceOf(schedule: DispatchSchedule, { pacePerMinute }: Pick<Lane, 'pacePerMinute'>): number | null {
  if (schedule.mode === 'PACED') return schedule.perMinute
  if (schedule.mode !== 'ADAPTIVE') return null
  return Math.min(Math.max(pacePerMinute ?? schedule.perMinute, schedule.slowestPerMinute), schedule.perMinute)
}
