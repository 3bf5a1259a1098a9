import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { adaptiveBurstMs, decideDispatch, usualSchedule, type DispatchSchedule, type Lane } from './dispatch.ts'
import { failuresThatBreak } from './pace.ts'

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
  slowedTo: null,
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
