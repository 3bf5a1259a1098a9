import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  adaptiveBurstMs,
  decideDispatch,
  failuresThatBreak,
  firstBreakMs,
  learn,
  longestBreakMs,
  slowAnswerMs,
  usualSchedule,
  type Called,
  type DispatchSchedule,
  type Lane,
  type Learnt,
} from './dispatch.ts'

const now = new Date('2026-11-21T03:00:00Z')
const at = (ms: number): Date => new Date(now.getTime() + ms)
const quiet: Lane = {
  waiting: 0,
  oldestAt: null,
  inFlight: 0,
  stopped: false,
  nextFreeAt: null,
  pacePerMinute: null,
  slowedAt: null,
  failures: 0,
  brokenUntil: null,
  batchLeft: 0,
}
const schedule = (further: Partial<DispatchSchedule>): DispatchSchedule => ({ ...usualSchedule, ...further })
const lane = (further: Partial<Lane>): Lane => ({ ...quiet, oldestAt: now, ...further })

describe('what leaves now', () => {
  it('is everything when it is quiet, up to what may be in flight', () => {
    expect(decideDispatch(usualSchedule, quiet, now)).toMatchObject({ send: 0, restraint: null, againAt: null })
    expect(decideDispatch(usualSchedule, lane({ waiting: 3 }), now)).toMatchObject({ send: 3, restraint: null })
    expect(decideDispatch(usualSchedule, lane({ waiting: 50, inFlight: 10 }), now)).toMatchObject({
      send: 22,
      restraint: 'IN_FLIGHT',
    })
    expect(decideDispatch(usualSchedule, lane({ waiting: 5, inFlight: 32 }), now)).toMatchObject({
      send: 0,
      restraint: 'IN_FLIGHT',
    })
  })

  it('is nothing while it is stopped', () => {
    expect(decideDispatch(usualSchedule, lane({ waiting: 3, stopped: true }), now)).toMatchObject({
      send: 0,
      restraint: 'STOPPED',
      againAt: null,
    })
  })

  it('is at most what whoever asks has hands for; the rest of a batch is due all the same', () => {
    expect(decideDispatch(usualSchedule, lane({ waiting: 3 }), now, 2)).toMatchObject({ send: 2, restraint: 'SYSTEM' })
    expect(decideDispatch(usualSchedule, lane({ waiting: 3 }), now, 0)).toMatchObject({ send: 0, restraint: 'SYSTEM' })
    const batches = schedule({ mode: 'BATCH', batchSize: 5, batchAgeSeconds: 600 })
    const begun = decideDispatch(batches, lane({ waiting: 6 }), now, 2)
    expect(begun).toMatchObject({ send: 2, batchLeft: 3, restraint: 'SYSTEM' })
    expect(decideDispatch(batches, lane({ waiting: 4, inFlight: 2, batchLeft: 3 }), now)).toMatchObject({
      send: 3,
      batchLeft: 0,
    })
    expect(decideDispatch(batches, lane({ waiting: 1 }), now)).toMatchObject({ send: 0, restraint: 'BATCH' })
  })

  it('leaves at a steady interval when paced', () => {
    const paced = schedule({ mode: 'PACED', perMinute: 60 })
    const first = decideDispatch(paced, lane({ waiting: 10 }), now)
    expect(first).toEqual({ send: 1, restraint: 'PACE', againAt: at(1_000), nextFreeAt: at(1_000), batchLeft: 0 })
    expect(decideDispatch(paced, lane({ waiting: 9, nextFreeAt: at(1_000) }), at(999))).toMatchObject({
      send: 0,
      againAt: at(1_000),
    })
    expect(decideDispatch(paced, lane({ waiting: 9, nextFreeAt: at(1_000) }), at(1_000))).toMatchObject({ send: 1 })
    // However long nothing waited, what comes then does not leave all at once.
    expect(decideDispatch(paced, lane({ waiting: 9, nextFreeAt: at(-3_600_000) }), now)).toMatchObject({ send: 1 })
  })

  it('leaves in batches when so many wait, or the oldest has waited so long', () => {
    const batches = schedule({ mode: 'BATCH', batchSize: 10, batchAgeSeconds: 60 })
    expect(decideDispatch(batches, lane({ waiting: 9 }), now)).toMatchObject({
      send: 0,
      restraint: 'BATCH',
      againAt: at(60_000),
    })
    expect(decideDispatch(batches, lane({ waiting: 10 }), now)).toMatchObject({ send: 10, restraint: null })
    expect(decideDispatch(batches, lane({ waiting: 25 }), now)).toMatchObject({ send: 10, restraint: 'BATCH' })
    expect(decideDispatch(batches, lane({ waiting: 3 }), at(60_000))).toMatchObject({ send: 3 })
    // As one, or not yet; but a company on trial gets its one.
    expect(decideDispatch(batches, lane({ waiting: 12, inFlight: 25 }), now)).toMatchObject({
      send: 0,
      restraint: 'IN_FLIGHT',
    })
    expect(decideDispatch(batches, lane({ waiting: 12, inFlight: 22 }), now)).toMatchObject({ send: 10 })
    expect(decideDispatch(batches, lane({ waiting: 12, failures: 5, brokenUntil: at(-1) }), now)).toMatchObject({
      send: 1,
    })
  })

  it.each([
    // 03:00 UTC is noon in Tokyo.
    [{ from: 60, to: 300, timeZone: 'Asia/Tokyo' }, '2026-11-21T16:00:00.000Z'],
    [{ from: 1_320, to: 360, timeZone: 'Asia/Tokyo' }, '2026-11-21T13:00:00.000Z'],
    [{ from: 600, to: 1_000, timeZone: 'Asia/Tokyo' }, null],
    [{ from: 1_380, to: 721, timeZone: 'Asia/Tokyo' }, null],
    [{ from: 600, to: 720, timeZone: 'Asia/Tokyo' }, '2026-11-22T01:00:00.000Z'],
  ])('leaves in off-peak hours alone: %j', (offPeak, opens) => {
    const decided = decideDispatch(schedule({ offPeak }), lane({ waiting: 2 }), now)
    expect([decided.send, decided.againAt?.toISOString() ?? null]).toEqual([opens ? 0 : 2, opens])
    expect(decided.restraint).toBe(opens ? 'OFF_PEAK' : null)
  })

  it('is one trial alone when a company was silent, after a while', () => {
    const silent = lane({ waiting: 9, failures: failuresThatBreak, brokenUntil: at(5_000) })
    expect(decideDispatch(usualSchedule, silent, now)).toMatchObject({
      send: 0,
      restraint: 'BROKEN',
      againAt: at(5_000),
    })
    expect(decideDispatch(usualSchedule, silent, at(5_000))).toMatchObject({ send: 1, restraint: 'BROKEN' })
    expect(decideDispatch(usualSchedule, { ...silent, inFlight: 1 }, at(5_000))).toMatchObject({ send: 0 })
  })

  it('never exceeds the pace over any time, whatever waits and whenever it is looked', () => {
    const looks = fc.array(fc.tuple(fc.nat(2_000), fc.nat(20)), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(
        looks,
        fc.constantFrom('PACED', 'ADAPTIVE'),
        fc.integer({ min: 10, max: 6_000 }),
        (steps, mode, perMinute) => {
          const rule = schedule({ mode, perMinute, mostInFlight: 1_000 })
          let [ms, waiting, sent] = [0, 0, 0]
          let nextFreeAt: Date | null = null
          const burst = mode === 'ADAPTIVE' ? adaptiveBurstMs : 0
          for (const [pause, arrivals] of steps) {
            ms += pause
            waiting += arrivals
            const decided = decideDispatch(rule, lane({ waiting, nextFreeAt }), at(ms))
            nextFreeAt = decided.nextFreeAt
            waiting -= decided.send
            sent += decided.send
            expect(sent).toBeLessThanOrEqual(Math.floor(((ms + burst) * perMinute) / 60_000) + 1)
            if (waiting > 0) expect(decided.againAt?.getTime()).toBeGreaterThanOrEqual(at(ms).getTime())
          }
        },
      ),
    )
  })
})

describe('what calls teach', () => {
  const adaptive = schedule({ mode: 'ADAPTIVE', perMinute: 1_200, slowestPerMinute: 30 })
  const untaught: Learnt = { pacePerMinute: null, slowedAt: null, failures: 0, brokenUntil: null }
  const good: Called = { kind: 'ANSWERED', ms: 50 }

  it.each<Called>([{ kind: 'ANSWERED', ms: slowAnswerMs + 1 }, { kind: 'NO_ANSWER' }, { kind: 'TOO_MANY' }])(
    'halves the pace by %j, at most once a second and never below the slowest',
    (bad) => {
      const once = learn(adaptive, untaught, bad, now)
      expect(once.pacePerMinute).toBe(600)
      expect(learn(adaptive, once, bad, at(999)).pacePerMinute).toBe(600)
      expect(learn(adaptive, once, bad, at(1_000)).pacePerMinute).toBe(300)
      let slow = once
      for (let i = 1; i < 20; i++) slow = learn(adaptive, slow, bad, at(i * 1_000))
      expect(slow.pacePerMinute).toBe(30)
    },
  )

  it('makes the pace faster bit by bit, up to the fastest', () => {
    const slowed = { ...untaught, pacePerMinute: 600 }
    expect(learn(adaptive, slowed, good, now).pacePerMinute).toBe(612)
    let fast: Learnt = slowed
    for (let i = 0; i < 100; i++) fast = learn(adaptive, fast, good, now)
    expect(fast.pacePerMinute).toBe(1_200)
  })

  it('breaks off after so many calls without an answer, ever longer, until there is one', () => {
    let silent: Learnt = untaught
    for (let i = 1; i < failuresThatBreak; i++) silent = learn(usualSchedule, silent, { kind: 'NO_ANSWER' }, now)
    expect(silent.brokenUntil).toBeNull()
    silent = learn(usualSchedule, silent, { kind: 'NO_ANSWER' }, now)
    expect(silent.brokenUntil).toEqual(at(firstBreakMs))
    expect(learn(usualSchedule, silent, { kind: 'NO_ANSWER' }, now).brokenUntil).toEqual(at(2 * firstBreakMs))
    for (let i = 0; i < 40; i++) silent = learn(usualSchedule, silent, { kind: 'NO_ANSWER' }, now)
    expect(silent.brokenUntil).toEqual(at(longestBreakMs))
    for (const answer of [good, { kind: 'TOO_MANY' } as const])
      expect(learn(usualSchedule, silent, answer, now)).toMatchObject({ failures: 0, brokenUntil: null })
  })

  it('leaves a pace that is set alone', () => {
    const paced = schedule({ mode: 'PACED', perMinute: 60 })
    expect(learn(paced, untaught, { kind: 'TOO_MANY' }, now).pacePerMinute).toBeNull()
  })
})
