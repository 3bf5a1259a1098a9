import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Consumer } from '@torihiki/schema'
import { Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { testRedisUrl } from '../../../../test/support/test-redis.ts'
import { newId } from '../ids.ts'
import { waitFor } from '../process/wait-for.ts'
import { deliveryKey, type OwedDelivery } from '../store/outbox.ts'
import { createQueues, eventQueue, queuePrefix, type Queues } from './queues.ts'
import { workerOptions } from './redis.ts'

let redisUrl: string
let queues: Queues

beforeAll(async () => {
  redisUrl = (await testRedisUrl()) ?? ''
  if (!redisUrl) throw new Error('These tests need the servers of `npm test`. Run them with: npm test -- <path>')
  queues = createQueues(redisUrl, (error) => {
    throw error
  })
})
afterAll(() => queues.close())

const [first, second] = ['contracts', 'settlements'] as const

function deliveries(count: number, consumer: Consumer = first): OwedDelivery[] {
  return Array.from({ length: count }, () => ({ origin: 'contracts', eventId: newId(), consumer, generation: 1 }))
}

/** A worker that ends with each job as it is told, and holds the others until it is closed. */
function workOn(consumer: string, ends: Readonly<Record<string, 'DONE' | 'FAILED'>>): Worker {
  const held = Promise.withResolvers<void>()
  const worker = new Worker(
    eventQueue(consumer),
    async ({ id = '' }) => {
      if (ends[id] === 'FAILED') throw new Error('failed')
      if (ends[id] !== 'DONE') await held.promise
    },
    { connection: workerOptions(redisUrl), prefix: queuePrefix, concurrency: 10 },
  )
  worker.on('error', () => undefined)
  worker.on('closing', () => held.resolve())
  return worker
}

it('tells which deliveries are still to come: those that wait and those just begun, of each consumer', async () => {
  const [done, failed, held] = deliveries(3) as [OwedDelivery, OwedDelivery, OwedDelivery]
  const [later] = deliveries(1, second) as [OwedDelivery]
  const [unknown] = deliveries(1) as [OwedDelivery]
  const all = [done, failed, held, later]
  await queues.deliver(all)
  expect(await queues.look([...all, unknown])).toEqual(new Map(all.map((each) => [deliveryKey(each), 'WAITS'])))
  const worker = workOn(first, { [deliveryKey(done)]: 'DONE', [deliveryKey(failed)]: 'FAILED' })
  await waitFor(async () => (await queues.look([...all, unknown])).size === 2, {
    timeoutMs: 20_000,
    everyMs: 20,
    what: 'two to end',
  })
  await waitFor(async () => (await queues.queue(eventQueue(first)).getActiveCount()) === 1, {
    timeoutMs: 20_000,
    everyMs: 20,
    what: 'one to be held',
  })
  expect(await queues.look([...all, unknown])).toEqual(
    new Map([
      [deliveryKey(held), 'BEGUN'],
      [deliveryKey(later), 'WAITS'],
    ]),
  )
  await worker.close()
})

it('hands on the same delivery once under one generation, and again under the next', async () => {
  const [owed] = deliveries(1, second) as [OwedDelivery]
  const queue = queues.queue(eventQueue(second))
  const before = await queue.getWaitingCount()
  await queues.deliver([owed])
  await queues.deliver([owed])
  expect(await queue.getWaitingCount()).toBe(before + 1)
  await queues.deliver([{ ...owed, generation: 2 }])
  expect(await queue.getWaitingCount()).toBe(before + 2)
})

it('has lost what a wiped Redis had', async () => {
  const lost = deliveries(3)
  await queues.deliver(lost)
  const redis = new Redis(redisUrl)
  await redis.flushdb()
  redis.disconnect()
  expect(await queues.look(lost)).toEqual(new Map())
})
