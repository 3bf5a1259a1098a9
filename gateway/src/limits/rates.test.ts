import { describe, expect, it } from '@jest/globals'
import { createRates } from './rates.ts'

function ratesWithClock(): { rates: ReturnType<typeof createRates>; pass(ms: number): void } {
  let time = 1_000
  return { rates: createRates(() => time), pass: (ms) => void (time += ms) }
}

describe('a rate', () => {
  it('lets through what is allowed in a minute, at once, and refuses the next with when to come again', () => {
    const { rates } = ratesWithClock()
    for (let i = 0; i < 60; i++) expect(rates.take('a', 1, 60)).toBeNull()
    expect(rates.take('a', 1, 60)).toEqual({ retryAfterSeconds: 1, used: 61 })
    expect(rates.take('a', 30, 60)).toEqual({ retryAfterSeconds: 30, used: 90 })
  })

  it('has room again as time passes, and never more than a minute allows', () => {
    const { rates, pass } = ratesWithClock()
    expect(rates.take('a', 60, 60)).toBeNull()
    pass(2_000)
    expect(rates.take('a', 2, 60)).toBeNull()
    expect(rates.take('a', 1, 60)).not.toBeNull()
    pass(3_600_000)
    expect(rates.take('a', 60, 60)).toBeNull()
    expect(rates.take('a', 1, 60)).not.toBeNull()
  })

  it('refuses what is more than a minute allows at once', () => {
    expect(ratesWithClock().rates.take('a', 11, 10)).toEqual({ retryAfterSeconds: 6, used: 11 })
  })

  it('does not count what was refused', () => {
    const { rates, pass } = ratesWithClock()
    expect(rates.take('a', 10, 10)).toBeNull()
    for (let i = 0; i < 1_000; i++) expect(rates.take('a', 1, 10)).not.toBeNull()
    pass(6_000)
    expect(rates.take('a', 1, 10)).toBeNull()
  })

  it.each([1, 3, 7, 60, 999, 6_000, 2_000_000])('is exact to the last use: %i', (allowed) => {
    const { rates } = ratesWithClock()
    expect(rates.take('a', allowed - 1, allowed)).toBeNull()
    expect(rates.take('a', 1, allowed)).toBeNull()
    expect(rates.take('a', 1, allowed)).not.toBeNull()
  })

  it('is kept for a party however many others come, and is hardly ever taken for theirs', () => {
    const { rates } = ratesWithClock()
    expect(rates.take('guesser', 10, 10)).toBeNull()
    let refused = 0
    for (let i = 0; i < 10_000; i++) if (rates.take(`address ${i}`, 10, 10)) refused++
    expect(refused).toBeLessThan(10)
    expect(rates.take('guesser', 1, 10)).not.toBeNull()
  })
})
