import { expect, test } from '@jest/globals'
import { testDatabaseUrl } from '../support/test-database.ts'
import { testRedisUrl } from '../support/test-redis.ts'
import { playHistory } from './case-history.ts'

/** The long form, of 100,000 steps: `npm run history`. */
const steps = 1_500

test('after a random history with crashes both views are what a plain recount gives (A16)', async () => {
  const database = await testDatabaseUrl()
  try {
    const figures = await playHistory({
      steps,
      databaseUrl: database.databaseUrl,
      redisUrl: (await testRedisUrl()) ?? '',
      say: () => undefined,
    })
    expect(figures.steps).toBeGreaterThanOrEqual(steps)
    expect(figures.kills + figures.cuts).toBeGreaterThan(0)
  } finally {
    await database.close()
  }
}, 180_000)
