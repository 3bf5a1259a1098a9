import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Queue } from 'bullmq'
import { Redis } from 'ioredis'
import { eventually } from '../support/parties.ts'
import { contractedThread, newTrade, threadUntil, today, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade

beforeAll(async () => {
  hub = await startTestHub({ DELAY_SCAN_SECONDS: '1' })
  trade = await newTrade(hub)
})
afterAll(() => hub.close())

const connection = () => {
  const { hostname, port, password, pathname } = new URL(hub.redisUrl)
  return {
    host: hostname,
    port: Number(port),
    password: decodeURIComponent(password),
    db: Number(pathname.slice(1) || 0),
  }
}

test('delay scans run as jobs of a BullMQ scheduler, and events as jobs that carry ids alone', async () => {
  const schedules = new Queue('schedules', { connection: connection(), prefix: 'torihiki' })
  const scans = await eventually(
    'a finished scan',
    async () => (await schedules.getCompleted()).filter((job) => job.name === 'delay-scan'),
    (jobs) => jobs.length > 0,
  )
  expect(scans[0].data).toEqual({})
  expect((await schedules.getJobSchedulers()).map((scheduler) => scheduler.key)).toEqual(
    expect.arrayContaining(['delay-scan', 'hold-expiry']),
  )
  const events = new Queue('events-contracts', { connection: connection(), prefix: 'torihiki' })
  const jobs = await eventually(
    'finished events',
    () => events.getCompleted(),
    (done) => done.length > 0,
  )
  for (const job of jobs) expect(Object.keys(job.data).toSorted()).toEqual(['consumer', 'eventId', 'origin'])
  await schedules.close()
  await events.close()
})

test('a Redis that lost all its data loses nothing of the business', async () => {
  const redis = new Redis(hub.redisUrl)
  await redis.flushdb()
  redis.disconnect()
  const { threadId } = await contractedThread(trade, { deliverBy: today(-1) })
  await threadUntil(trade.buyer.client, threadId, (thread) => thread.delayed)
})
