import { Redis } from 'ioredis'

/** Databases that one Redis has unless it is told otherwise; the first is left to those who name none. */
const DATABASES = 16

/**
 * An empty Redis for this Jest worker, by its URL: a numbered database of the run's server (`TEST_REDIS_URL`, set by
 * `npm test`), so that the queues of hubs that run in two workers at a time do not meet. Null when there is no server,
 * as under plain Jest.
 * @param beside for a second hub of the same test: another database than the first one's
 */
export async function testRedisUrl(beside = false): Promise<string | null> {
  const given = process.env['TEST_REDIS_URL']
  if (!given) return null
  const url = new URL(given)
  const worker = Number(process.env['JEST_WORKER_ID'] ?? 1)
  if (worker >= DATABASES / 2)
    throw new Error(
      `Redis has ${DATABASES} databases, two for a worker: run Jest with --maxWorkers below ${DATABASES / 2}.`,
    )
  url.pathname = `/${beside ? worker + DATABASES / 2 : worker}`
  const redis = new Redis(url.href)
  try {
    await redis.flushdb()
  } finally {
    redis.disconnect()
  }
  return url.href
}
