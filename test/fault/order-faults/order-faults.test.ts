import { expect, test } from '@jest/globals'
import { testRedisUrl } from '../../support/test-redis.ts'
import { playOrderFaults } from './play.ts'

/** The long form, and the proof that planted bugs are found: `npm run order-faults`. */
const orders = 200

test('orders by card have one result each, and every company’s own book agrees, whatever fails meanwhile (C6, C8)', async () => {
  const outcome = await playOrderFaults({
    orders,
    seed: Date.now() % 2 ** 31,
    redisUrl: (await testRedisUrl()) ?? '',
    say: () => undefined,
  })
  expect(outcome.findings).toEqual([])
  expect(outcome.orders).toBe(orders)
}, 600_000)
