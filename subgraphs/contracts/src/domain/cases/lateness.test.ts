import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { escalationDays, latenessLevel } from './lateness.ts'

describe('the level of a lateness', () => {
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
    expect(latenessLevel(dueOn, today)).toBe(level)
  })

  it('never falls as days go by, and rises by one at each escalation', () => {
    const day = (n: number): string => new Date(n * 86_400_000).toISOString().slice(0, 10)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -10, max: 60 }), (due, after) => {
        const rise = latenessLevel(day(due), day(due + after)) - latenessLevel(day(due), day(due + after - 1))
        expect(rise).toBe(escalationDays.some((days) => days === after) ? 1 : 0)
      }),
    )
  })
})
