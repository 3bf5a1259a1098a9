import { expect, it } from '@jest/globals'
import { createEndedSessions, rememberedSeconds } from './ended-sessions.ts'

it('an ended session is remembered until its last token or cookie has run out', () => {
  let now = 0
  const ended = createEndedSessions(() => now)
  ended.add('first')
  expect([ended.has('first'), ended.has('other')]).toEqual([true, false])
  now = rememberedSeconds * 1_000 - 1
  ended.add('second')
  expect(ended.has('first')).toBe(true)
  now++
  ended.add('third')
  expect(['first', 'second', 'third'].map((each) => ended.has(each))).toEqual([false, true, true])
})
