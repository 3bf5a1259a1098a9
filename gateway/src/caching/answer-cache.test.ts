import { expect, it } from '@jest/globals'
import { AnswerCache } from './answer-cache.ts'
import { CacheHints, notKept, parseCacheControl } from './cache-policy.ts'

const minute = { maxAgeSeconds: 60, scope: 'PUBLIC' } as const

it('holds no more than its bytes, and lets go what was not used for longest', () => {
  const cache = new AnswerCache(10_000, () => 0)
  for (let i = 0; i < 100; i++) {
    cache.keep(`key ${i}`, 'x'.repeat(200), minute)
    cache.find('key 0')
    expect(cache.bytes).toBeLessThanOrEqual(10_000)
  }
  expect(cache.find('key 0')).not.toBeNull()
  expect(cache.find('key 99')).not.toBeNull()
  expect(cache.find('key 1')).toBeNull()
})

it('keeps no answer that would take much of it', () => {
  const cache = new AnswerCache(10_000)
  cache.keep('key', 'x'.repeat(1_000), minute)
  expect([cache.size, cache.bytes]).toEqual([0, 0])
})

it('forgets an answer when its time is over', () => {
  let now = 0
  const cache = new AnswerCache(10_000, () => now)
  cache.keep('key', 'answer', minute)
  now = 59_500
  expect(cache.find('key')).toMatchObject({ text: 'answer', secondsLeft: 1 })
  now = 60_000
  expect(cache.find('key')).toBeNull()
  expect([cache.size, cache.bytes]).toEqual([0, 0])
})

it.each([
  ['max-age=60', 60, 'PUBLIC'],
  ['public, max-age=60, s-maxage=10', 10, 'PUBLIC'],
  ['Private, Max-Age="60", s-maxage=10', 60, 'PRIVATE'],
  ['max-age=60, no-cache', 0, 'PRIVATE'],
  ['no-store', 0, 'PRIVATE'],
  ['max-age=soon', 0, 'PUBLIC'],
  ['max-age=-1', 0, 'PUBLIC'],
  ['', 0, 'PUBLIC'],
])('reads %j', (header, maxAgeSeconds, scope) => {
  expect(parseCacheControl(header)).toEqual({ maxAgeSeconds, scope })
})

it('takes the least of all answers, and one that says nothing for no leave', () => {
  const hints = new CacheHints()
  expect(hints.under(null)).toEqual(notKept)
  hints.take('max-age=60, public')
  hints.take('max-age=20, private')
  expect(hints.under(null)).toEqual({ maxAgeSeconds: 20, scope: 'PRIVATE' })
  expect(hints.under({ maxAgeSeconds: 5, scope: 'PUBLIC' })).toEqual({ maxAgeSeconds: 5, scope: 'PRIVATE' })
  hints.take(undefined)
  expect(hints.under(null)).toEqual(notKept)
  expect(hints.under(minute)).toEqual({ maxAgeSeconds: 20, scope: 'PRIVATE' })
})
