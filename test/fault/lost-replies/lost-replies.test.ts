import { expect, test } from '@jest/globals'
import { testRedisUrl } from '../../support/test-redis.ts'
import { playLostReplies } from './play.ts'

/** The long form, and the proof that planted bugs are found: `npm run lost-replies`. */
const operations = 160

test('while commits lose their replies and the hub is killed, money is neither lost nor moved twice (B8)', async () => {
  const outcome = await playLostReplies({
    operations,
    seed: Date.now() % 2 ** 31,
    redisUrl: (await testRedisUrl()) ?? '',
    say: () => undefined,
  })
  expect(outcome.findings).toEqual([])
  expect(outcome.operations).toBeGreaterThanOrEqual(operations)
  expect(outcome.acknowledged).toBeGreaterThan(0)
  expect(outcome.lostReplies + outcome.lostRequests).toBeGreaterThan(0)
}, 240_000)
