import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { usualSchedule, type DispatchSchedule } from './dispatch.ts'
import {
  failuresThatBreak,
  firstBreakMs,
  learn,
  longestBreakMs,
  regainedAfterMs,
  slowAnswerMs,
  type Called,
  type Learnt,
} from './pace.ts'

const now = new Date('2026-11-21T03:00:00Z')
const at = (ms: number): Date => new Date(now.getTime() + ms)
const schedule = (further: Partial<DispatchSchedule>): DispatchSchedule => ({ ...usualSchedule, ...further })
const adaptive = schedule({ mode: 'ADAPTIVE', perMinute: 1_200, slowestPerMinute: 30, mostInFlight: 32 })
const untaught: Learnt = { pacePerMinute: null, slowedAt: null, slowedTo: null, failures: 0, brokenUntil: null }
const [good, tooMany]: [Called, Called] = [
  { kind: 'ANSWERED', ms: 50 },
  { kind: 'TOO_MANY', ms: 20 },
]

describe('the pace of ADAPTIVE', () => {
  it('starts at the fastest, and quick answers leave it there', () => {
    expect(learn(adaptive, untaught, good, now).pacePerMinute).toBe(1_200)
  })

  it.each<Called>([tooMany, { kind: 'NO_ANSWER', ms: 10 }])('keeps seven tenths by %j, down to the slowest', (bad) => {
    const once = learn(adaptive, untaught, bad, now)
    expect(once).toMatchObject({ pacePerMinute: 840, slowedTo: 840, slowedAt: now })
    expect(learn(adaptive, once, bad, at(999)).pacePerMinute).toBe(840)
    const twice = learn(adaptive, once, bad, at(1_000))
    expect(twice.pacePerMinute).toBe(588)
    let slow = twice
    for (let i = 2; i < 20; i++) slow = learn(adaptive, slow, bad, at(i * 1_000))
    expect(slow.pacePerMinute).toBe(30)
  })

  it('takes nothing from what was sent before it was made slower, good or bad', () => {
    const once = learn(adaptive, untaught, tooMany, now)
    for (const kind of ['ANSWERED', 'TOO_MANY', 'NO_ANSWER'] as const)
      expect(learn(adaptive, once, { kind, ms: 1_001 }, at(1_000))).toMatchObject({ pacePerMinute: 840, slowedAt: now })
    expect(learn(adaptive, once, { kind: 'TOO_MANY', ms: 1_000 }, at(1_000)).pacePerMinute).toBe(588)
  })

  it('is back where it was too fast after a while, slowest about there, and at the fastest in the end', () => {
    const slowed = learn({ ...adaptive, perMinute: 60_000 }, { ...untaught, pacePerMinute: 1_000 }, tooMany, now)
    const pace = (ms: number): number =>
      learn({ ...adaptive, perMinute: 60_000 }, slowed, good, at(ms)).pacePerMinute ?? 0
    expect([pace(60), pace(regainedAfterMs), pace(2 * regainedAfterMs)]).toEqual([705, 1_000, 1_300])
    const [early, about, late] = [0.1, 0.9, 2].map(
      (part) => pace((part + 0.1) * regainedAfterMs) - pace(part * regainedAfterMs),
    )
    expect(about).toBeLessThan(early ?? 0)
    expect(about).toBeLessThan(late ?? 0)
    expect(pace(20 * regainedAfterMs)).toBe(60_000)
  })

  it('never falls by a quick answer, nor leaves what is set, whatever is heard in which order', () => {
    const calls = fc.array(
      fc.record({
        kind: fc.constantFrom('ANSWERED', 'TOO_MANY', 'NO_ANSWER'),
        ms: fc.integer({ min: 1, max: 30_000 }),
        pause: fc.nat(5_000),
      }),
      { minLength: 1, maxLength: 80 },
    )
    fc.assert(
      fc.property(calls, (heard) => {
        let [learnt, ms] = [untaught, 100_000]
        for (const { pause, ...call } of heard) {
          ms += pause
          const before = learnt.pacePerMinute ?? adaptive.perMinute
          learnt = learn(adaptive, learnt, call, at(ms))
          const after = learnt.pacePerMinute ?? adaptive.perMinute
          expect(after).toBeGreaterThanOrEqual(adaptive.slowestPerMinute)
          expect(after).toBeLessThanOrEqual(adaptive.perMinute)
          if (call.kind !== 'ANSWERED') expect(after).toBeLessThanOrEqual(before)
          else if (call.ms <= slowAnswerMs) expect(after).toBeGreaterThanOrEqual(before)
        }
      }),
    )
  })

  it('falls by slow answers to what keeps half of the places free, and no further', () => {
    const slow: Called = { kind: 'ANSWERED', ms: 4_000 }
    const first = learn(adaptive, untaught, slow, now)
    // 16 places, 4 s each: four a second.
    expect(first.pacePerMinute).toBe(240)
    expect(learn(adaptive, first, slow, at(60_000))).toMatchObject({ pacePerMinute: 240, slowedAt: now })
    expect(learn(adaptive, untaught, { kind: 'ANSWERED', ms: slowAnswerMs }, now).pacePerMinute).toBe(1_200)
  })

  it('is no matter of other rules', () => {
    const paced = schedule({ mode: 'PACED', perMinute: 60 })
    expect(learn(paced, untaught, tooMany, now)).toMatchObject({ pacePerMinute: null, slowedAt: null })
  })
})

describe('the breaker', () => {
  const noAnswer: Called = { kind: 'NO_ANSWER', ms: 10 }

  it('opens after so many calls without an answer, ever longer, until there is one', () => {
    let silent: Learnt = untaught
    for (let i = 1; i < failuresThatBreak; i++) silent = learn(usualSchedule, silent, noAnswer, now)
    expect(silent.brokenUntil).toBeNull()
    silent = learn(usualSchedule, silent, noAnswer, now)
    expect(silent.brokenUntil).toEqual(at(firstBreakMs))
    const afterTrial = (lane: Learnt): Date => new Date((lane.brokenUntil?.getTime() ?? 0) + noAnswer.ms)
    const tried = learn(usualSchedule, silent, noAnswer, afterTrial(silent))
    expect(tried.brokenUntil).toEqual(new Date(afterTrial(silent).getTime() + 2 * firstBreakMs))
    for (let i = 0; i < 40; i++) silent = learn(usualSchedule, silent, noAnswer, afterTrial(silent))
    expect(learn(usualSchedule, silent, noAnswer, afterTrial(silent)).brokenUntil).toEqual(
      new Date(afterTrial(silent).getTime() + longestBreakMs),
    )
    for (const answer of [good, tooMany])
      expect(learn(usualSchedule, silent, answer, now)).toMatchObject({ failures: 0, brokenUntil: null })
  })

  it('counts what was under way as it opened for no trial, however much that is, but any answer', () => {
    let silent: Learnt = untaught
    for (let i = 0; i < 32; i++) silent = learn(usualSchedule, silent, noAnswer, now)
    expect(silent).toMatchObject({ failures: failuresThatBreak, brokenUntil: at(firstBreakMs) })
    const slow: Called = { kind: 'NO_ANSWER', ms: 10_000 }
    expect(learn(usualSchedule, silent, slow, at(9_000)).brokenUntil).toEqual(at(firstBreakMs))
    expect(learn(usualSchedule, silent, { ...good, ms: 10_000 }, at(9_000)).brokenUntil).toBeNull()
  })
})
