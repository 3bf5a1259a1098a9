import { afterEach, beforeEach, expect, it, jest } from '@jest/globals'
import type { Generation } from './generation.ts'
import { Retirement, retirementLimits } from './retirement.ts'

beforeEach(() => void jest.useFakeTimers())
afterEach(() => void jest.useRealTimers())

/** As much of a generation as retirement looks at. */
const generation = (underWay = 0): Generation => ({ underWay }) as Generation
const { generations: most, longestMs, lookEveryMs } = retirementLimits

function begin() {
  const ended: Generation[] = []
  const retirement = new Retirement(async (each) => void ended.push(each))
  return { ended, retirement }
}

it('a generation ends when nothing runs in it any more, and not before', () => {
  const { ended, retirement } = begin()
  const old = generation(1)
  let subscribed = true
  retirement.addUse((each) => each === old && subscribed)
  retirement.add(old)
  jest.advanceTimersByTime(10 * lookEveryMs)
  old.underWay = 0
  jest.advanceTimersByTime(10 * lookEveryMs)
  expect([ended, retirement.generations]).toEqual([[], [old]])
  subscribed = false
  jest.advanceTimersByTime(lookEveryMs)
  expect([ended, retirement.generations]).toEqual([[old], []])
})

it('one in which something runs on and on ends at its time', () => {
  const { ended, retirement } = begin()
  retirement.add(generation(1))
  jest.advanceTimersByTime(longestMs - lookEveryMs)
  expect(ended).toHaveLength(0)
  jest.advanceTimersByTime(3 * lookEveryMs)
  expect(ended).toHaveLength(1)
})

it('a replacement waits while as many as may be still run', async () => {
  const { retirement } = begin()
  const old = Array.from({ length: most }, () => generation(1))
  for (const each of old) {
    await retirement.room()
    retirement.add(each)
  }
  let room = false
  const waiting = retirement.room().then(() => (room = true))
  await jest.advanceTimersByTimeAsync(10 * lookEveryMs)
  expect(room).toBe(false)
  if (old[1]) old[1].underWay = 0
  await jest.advanceTimersByTimeAsync(lookEveryMs)
  await waiting
  expect(retirement.generations).toHaveLength(most - 1)
})

it('all end at once when the process does', async () => {
  const { ended, retirement } = begin()
  retirement.add(generation(1))
  retirement.add(generation(2))
  await retirement.close()
  expect(ended).toHaveLength(2)
  expect(jest.getTimerCount()).toBe(0)
})
