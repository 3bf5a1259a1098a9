import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { addDays, allDays, isBusinessDay, type BusinessCalendar } from './business-calendar.ts'
import {
  checkDue,
  fallsOn,
  latenessLevel,
  standardSteps,
  stepReachedAt,
  stepsFault,
  stepsText,
  warnedParties,
  type Due,
  type EscalationStep,
} from './lateness.ts'
import { dayIn, startOfDay } from '@torihiki/shared/time-zone.ts'

const weekdays: BusinessCalendar = { ...allDays, code: 'WEEKDAYS', weekend: [6, 7] }
const due = (change: Partial<Due> = {}): Due => ({
  dueOn: '2026-11-20',
  timeZone: 'UTC',
  calendar: allDays,
  steps: standardSteps,
  level: 0,
  fulfilled: false,
  ...change,
})

describe('the level of a lateness', () => {
  const noon = (day: string): Date => new Date(`${day}T12:00:00.000Z`)

  it.each([
    ['before the day it is due', '2026-11-20', '2026-11-19', 0],
    ['on the day it is due', '2026-11-20', '2026-11-20', 0],
    ['the day after', '2026-11-20', '2026-11-21', 1],
    ['on the sixth day', '2026-11-20', '2026-11-26', 1],
    ['on the seventh day', '2026-11-20', '2026-11-27', 2],
    ['on the thirteenth day', '2026-11-20', '2026-12-03', 2],
    ['on the fourteenth day', '2026-11-20', '2026-12-04', 3],
    ['on the thirtieth day', '2026-11-20', '2026-12-20', 4],
    ['after years', '2026-11-20', '2036-11-20', 4],
    ['over the end of February in a leap year', '2028-02-28', '2028-03-06', 2],
    ['over the end of February in another year', '2027-02-28', '2027-03-06', 1],
  ])('%s', (_, dueOn, today, level) => {
    expect(latenessLevel(due({ dueOn }), noon(today))).toBe(level)
  })

  it.each<[string, string, string, string]>([
    ['when the day is over in the east, though not yet in UTC', 'Asia/Tokyo', '2026-11-20T15:00:00.000Z', '2026-11-20'],
    [
      'when the day is over in the west, later than in UTC',
      'America/New_York',
      '2026-11-21T05:00:00.000Z',
      '2026-11-20',
    ],
    ['on the day on which clocks are put back', 'Europe/Berlin', '2026-10-25T23:00:00.000Z', '2026-10-25'],
    ['on the day on which clocks are put forward', 'Europe/Berlin', '2026-03-29T22:00:00.000Z', '2026-03-29'],
    ['where midnight is left out', 'Africa/Cairo', '2026-04-23T22:00:00.000Z', '2026-04-23'],
    ['where the first hour comes twice', 'Asia/Amman', '2004-10-14T21:00:00.000Z', '2004-10-14'],
    ['where clocks are put back over midnight', 'America/St_Johns', '2010-11-07T03:30:00.000Z', '2010-11-06'],
    ['where a whole day is left out', 'Pacific/Apia', '2011-12-30T10:00:00.000Z', '2011-12-29'],
  ])('begins %s', (_, timeZone, at, dueOn) => {
    const begins = new Date(at)
    expect(latenessLevel(due({ timeZone, dueOn }), new Date(begins.getTime() - 1))).toBe(0)
    expect(latenessLevel(due({ timeZone, dueOn }), begins)).toBe(1)
  })
})

describe('a due day', () => {
  it.each([
    ['a business day stays', '2026-11-20', [], '2026-11-20'],
    ['a Saturday moves to Monday', '2026-11-21', [], '2026-11-23'],
    ['a Sunday moves to Monday', '2026-11-22', [], '2026-11-23'],
    ['a holiday moves to the next business day', '2026-11-23', ['2026-11-23'], '2026-11-24'],
    ['a weekend before holidays moves behind them', '2026-11-21', ['2026-11-23', '2026-11-24'], '2026-11-25'],
  ])('that is %s', (_, dueOn, holidays, moved) => {
    expect(fallsOn({ dueOn, calendar: { ...weekdays, holidays: new Set(holidays) } })).toBe(moved)
  })

  it('on a Friday is late on the Monday after, by the calendar; by all days on Saturday', () => {
    expect(stepReachedAt(due({ calendar: weekdays }), { afterDays: 1, action: 'WARN' })).toEqual(
      new Date('2026-11-23T00:00:00.000Z'),
    )
    const everyDay = { ...weekdays, countsBusinessDays: false }
    expect(stepReachedAt(due({ calendar: everyDay }), { afterDays: 1, action: 'WARN' })).toEqual(
      new Date('2026-11-21T00:00:00.000Z'),
    )
  })
})

describe('who is warned', () => {
  it.each([
    ['DELIVERY', 'REMIND', ['SELLER']],
    ['DELIVERY', 'WARN', ['SELLER']],
    ['SETTLEMENT', 'REMIND', ['BUYER']],
    ['SETTLEMENT', 'WARN', ['BUYER']],
    ['DELIVERY', 'WARN_BOTH', ['BUYER', 'SELLER']],
    ['SETTLEMENT', 'WARN_BOTH_AND_AGENT', ['BUYER', 'SELLER', 'AGENT']],
  ] as const)('of a late %s at %s', (kind, action, parties) => {
    expect(warnedParties(kind, action)).toEqual(parties)
  })
})

describe('steps of escalation', () => {
  it.each([
    ['none', []],
    ['eleven', Array.from({ length: 11 }, (_, i) => i + 1)],
    ['one on the due day', [0]],
    ['one before it', [-1]],
    ['two on one day', [1, 1]],
    ['out of order', [7, 1]],
    ['after more than a year', [367]],
    ['after half a day', [1.5]],
    ['after no number of days', [Number.NaN]],
  ])('are refused when there are %s', (_, days) => {
    expect(stepsFault(days.map((afterDays) => ({ afterDays, action: 'WARN' })))).not.toBeNull()
  })

  it('are taken otherwise, and equal ones read the same', () => {
    expect(stepsFault(standardSteps)).toBeNull()
    expect(stepsText(standardSteps)).toBe('1 REMIND, 7 WARN, 14 WARN_BOTH, 30 WARN_BOTH_AND_AGENT')
  })
})

/** Zones with offsets of all kinds, and with clocks that are changed at midnight or over it. */
const zones = [
  'UTC',
  'Asia/Tokyo',
  'Asia/Kathmandu',
  'Europe/Berlin',
  'Europe/Lisbon',
  'Atlantic/Azores',
  'America/New_York',
  'America/St_Johns',
  'America/Havana',
  'America/Sao_Paulo',
  'America/Santiago',
  'America/Scoresbysund',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Amman',
  'Asia/Beirut',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Chatham',
]
const anyZone = fc.constantFrom(...zones)
const anyDay = fc.integer({ min: 0, max: 40 * 365 }).map((n) => addDays('2000-01-01', n))
const anySteps: fc.Arbitrary<EscalationStep[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 })
  .map((days) => days.toSorted((a, b) => a - b).map((afterDays) => ({ afterDays, action: 'WARN' })))
const anyDue: fc.Arbitrary<Due> = fc
  .record({
    dueOn: anyDay,
    timeZone: anyZone,
    weekend: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
    holidays: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 8 }),
    countsBusinessDays: fc.boolean(),
    steps: anySteps,
  })
  .map(({ weekend, holidays, countsBusinessDays, ...rest }) => ({
    ...rest,
    calendar: {
      code: 'ANY',
      version: 1,
      weekend,
      holidays: new Set(holidays.map((n) => addDays(rest.dueOn, n))),
      countsBusinessDays,
    },
    level: 0,
    fulfilled: false,
  }))
const hours = (n: number): number => n * 3_600_000

describe('in any time zone', () => {
  it('a day begins at the instant from which on it is never the day before again', () => {
    fc.assert(
      fc.property(anyZone, anyDay, (timeZone, day) => {
        const start = startOfDay(day, timeZone)
        expect(dayIn(timeZone, new Date(start.getTime() - 1)) < day).toBe(true)
        for (let minutes = 0; minutes <= 180; minutes += 15)
          expect(dayIn(timeZone, new Date(start.getTime() + minutes * 60_000)) >= day).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('something due', () => {
  it('is never late before its day is over where it counts, and falls on a business day', () => {
    fc.assert(
      fc.property(anyDue, fc.integer({ min: -hours(60), max: hours(24 * 60) }), (some, after) => {
        const at = new Date(Date.parse(`${some.dueOn}T00:00:00Z`) + after)
        const day = fallsOn(some)
        expect(day >= some.dueOn && isBusinessDay(day, some.calendar)).toBe(true)
        if (latenessLevel(some, at) > 0) expect(dayIn(some.timeZone, at) > day).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('never falls in level as time goes by, and reaches the last one', () => {
    fc.assert(
      fc.property(anyDue, fc.array(fc.integer({ min: 0, max: 200 * 24 }), { maxLength: 20 }), (some, offsets) => {
        const begin = Date.parse(`${some.dueOn}T00:00:00Z`)
        const levels = offsets.toSorted((a, b) => a - b).map((n) => latenessLevel(some, new Date(begin + hours(n))))
        expect(levels).toEqual(levels.toSorted((a, b) => a - b))
        expect(latenessLevel(some, new Date(begin + hours(24 * 366)))).toBe(some.steps.length)
      }),
    )
  })

  it('looked at whenever it asks to be is warned of each step at the instant it is reached, once, and then left alone', () => {
    fc.assert(
      fc.property(anyDue, (some) => {
        const expected = some.steps.map((step, i) => [i + 1, stepReachedAt(some, step).toISOString()])
        let at: Date | null = new Date(Date.parse(`${some.dueOn}T00:00:00Z`) - hours(24 * 10))
        let level = 0
        const warned: unknown[] = []
        for (let looks = 0; at && looks < 2_000; looks++) {
          const check = checkDue({ ...some, level }, at)
          if (check.warn !== null) warned.push([(level = check.warn), at.toISOString()])
          if (check.nextCheckAt) expect(check.nextCheckAt.getTime()).toBeGreaterThan(at.getTime())
          at = check.nextCheckAt
        }
        expect(at).toBeNull()
        expect(warned).toEqual(expected.filter(([, instant], i) => instant !== expected[i + 1]?.[1]))
      }),
      { numRuns: 300 },
    )
  })

  it('is warned of once, of the highest step, when nobody looked for long', () => {
    fc.assert(
      fc.property(anyDue, fc.integer({ min: 0, max: 400 }), (some, days) => {
        const at = new Date(Date.parse(`${some.dueOn}T00:00:00Z`) + hours(24 * days))
        const first = checkDue(some, at)
        expect(first.warn ?? 0).toBe(latenessLevel(some, at))
        expect(checkDue({ ...some, level: first.warn ?? 0 }, at).warn).toBeNull()
      }),
    )
  })

  it('is never looked at again once it is fulfilled', () => {
    fc.assert(
      fc.property(anyDue, fc.integer({ min: -100, max: 400 }), (some, days) => {
        const at = new Date(Date.parse(`${some.dueOn}T00:00:00Z`) + hours(24 * days))
        expect(checkDue({ ...some, fulfilled: true }, at)).toEqual({ warn: null, nextCheckAt: null })
      }),
    )
  })

  it('follows a calendar that changes while it is late', () => {
    const some = due({ calendar: weekdays, steps: [{ afterDays: 1, action: 'WARN' }] })
    const saturday = new Date('2026-11-21T00:00:00.000Z')
    expect(checkDue(some, saturday)).toEqual({ warn: null, nextCheckAt: new Date('2026-11-22T00:00:00.000Z') })
    const saturdaysToo = { ...weekdays, version: 2, weekend: [7] }
    expect(checkDue({ ...some, calendar: saturdaysToo }, saturday).warn).toBe(1)
  })
})
