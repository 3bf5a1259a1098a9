import { expect, it } from '@jest/globals'
import { accessTokenLifetimeSeconds } from '@torihiki/shared/identity/access-token.ts'
import { createEndedSessions } from './ended-sessions.ts'

it('an ended session is remembered until its last token has run out', () => {
  let now = 0
  const ended = createEndedSessions(() => now)
  ended.add('first')
  expect([ended.has('first'), ended.has('other')]).toEqual([true, false])
  now = accessTokenLifetimeSeconds * 1_000 - 1
  ended.add('second')
  expect(ended.has('first')).toBe(true)
  now++
  ended.add('third')
  expect(['first', 'second', 'third'].map((each) => ended.has(each))).toEqual([false, true, true])
})
