import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { plot } from './plot.ts'
import { parts, playScenario } from './scenario.ts'
import { adaptive, simulate, type Second } from './simulate.ts'

const seconds = playScenario()
const part = (nth: number): Second[] => seconds.slice(parts[nth - 1]?.until ?? 0, parts[nth]?.until)
const sum = (of: readonly Second[], what: 'came' | 'answered' | 'tooMany' | 'sent'): number =>
  of.reduce((all, second) => all + second[what], 0)

test('the plot in the documentation is what the rule does', () => {
  expect(readFileSync(new URL('../../../docs/adaptive-pace.svg', import.meta.url), 'utf8')).toBe(plot(seconds))
})

test('when it is quiet every request leaves as it comes', () => {
  expect(Math.max(...part(0).map(({ waiting }) => waiting))).toBe(0)
  expect(sum(part(0), 'tooMany')).toBe(0)
})

test('in a rush the company gets nine tenths of what it takes, and few requests too many', () => {
  const rush = part(1)
  expect(sum(rush, 'answered')).toBeGreaterThan(0.9 * 40 * rush.length)
  expect(sum(rush, 'tooMany')).toBeLessThan(0.05 * sum(rush, 'sent'))
})

test('a company that takes less gets less within seconds, and as much as before when it takes that again', () => {
  const less = part(2).slice(10)
  expect(sum(less, 'sent')).toBeLessThan(1.2 * 10 * less.length)
  expect(sum(less, 'answered')).toBeGreaterThan(0.85 * 10 * less.length)
  expect(part(3).at(-1)?.waiting).toBe(0)
})

test('slow answers leave half of the places free, and quick ones bring the pace back', () => {
  expect(part(4).at(-1)?.pacePerMinute).toBe(((adaptive.mostInFlight / 2) * 60) / 4)
  expect(part(5).at(-1)).toMatchObject({ pacePerMinute: adaptive.perMinute, waiting: 0 })
})

test.each([1, 2, 3, 4, 5])('whatever the orders (seed %i), all that came is answered in the end', (seed) => {
  const stormy = (second: number) => ({
    ordersPerSecond: second < 100 ? 30 : 0,
    takesPerSecond: second % 50 < 10 ? 3 : 25,
    answerMs: second % 70 < 20 ? 3_000 : 200,
  })
  const played = simulate(stormy, 600, seed)
  expect(sum(played, 'answered')).toBe(sum(played, 'came'))
  expect(played.at(-1)?.waiting).toBe(0)
})
