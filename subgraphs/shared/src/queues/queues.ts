import { Queue } from 'bullmq'
import { inTime } from '../process/in-time.ts'
import { begunSeconds, deliveryKey, type DeliveryQueue, type OwedDelivery } from '../store/outbox.ts'
import { commandTimeoutMs, producerOptions } from './redis.ts'

/** How many finished jobs a queue keeps for people to look at, and failed ones. */
const keptJobs = { completed: 200, failed: 1_000 }
/** Every queue of the hub is under this prefix, so that one Redis can serve others too. */
export const queuePrefix = 'torihiki'

/** The queue of one consumer of events. */
export const eventQueue = (consumer: string): string => `events-${consumer}`
/** The queue of periodic work. */
export const scheduleQueue = 'schedules'

/** The producers' side of all queues of a process. */
export type Queues = DeliveryQueue & {
  queue(name: string): Queue
  close(): Promise<void>
}

/** The queues of a process, each opened when it is first used. Connection trouble goes to `onError`. */
export function createQueues(redisUrl: string, onError: (error: unknown) => void): Queues {
  const open = new Map<string, Queue>()
  const queue = (name: string): Queue => {
    const found = open.get(name)
    if (found) return found
    const made = new Queue(name, {
      connection: producerOptions(redisUrl),
      prefix: queuePrefix,
      defaultJobOptions: {
        removeOnComplete: { count: keptJobs.completed },
        removeOnFail: { count: keptJobs.failed },
      },
    })
    made.on('error', onError)
    open.set(name, made)
    return made
  }
  const ofEachConsumer = <T>(
    owed: readonly OwedDelivery[],
    act: (jobs: readonly OwedDelivery[], own: Queue) => Promise<T>,
  ): Promise<T[]> =>
    Promise.all(
      [...Map.groupBy(owed, ({ consumer }) => consumer)].map(async ([consumer, jobs]) => {
        const own = queue(eventQueue(consumer))
        await ready(own)
        return act(jobs, own)
      }),
    )
  return {
    queue,
    async deliver(owed) {
      await ofEachConsumer(owed, async (jobs, own) => {
        // One by one: when Redis ended in the middle of an `addBulk`, a transaction of Redis, the crash test found the relay waiting for ever.
        await Promise.all(
          jobs.map(({ generation, ...job }) => own.add('event', job, { jobId: deliveryKey({ ...job, generation }) })),
        )
      })
    },
    async look(owed) {
      const found = await ofEachConsumer(owed, async (deliveries, own) => {
        const jobs = await Promise.all(deliveries.map((each) => own.getJob(deliveryKey(each))))
        return deliveries.flatMap((each, nth) => {
          const state = stateOf(jobs[nth])
          return state ? [[deliveryKey(each), state] as const] : []
        })
      })
      return new Map(found.flat())
    },
    async close() {
      await Promise.all([...open.values()].map((each) => each.close().catch(() => undefined)))
    },
  }
}

/** Whether a job waits for its worker, or was begun so shortly ago that it may well be under way. */
function stateOf(job: { processedOn?: number; finishedOn?: number } | undefined): 'WAITS' | 'BEGUN' | null {
  if (!job || job.finishedOn) return null
  if (!job.processedOn) return 'WAITS'
  return Date.now() - job.processedOn < begunSeconds * 1_000 ? 'BEGUN' : null
}

/** Waits for the queue's connection, but not longer than a command may take: a Redis that is away fails the delivery. */
async function ready(queue: Queue): Promise<void> {
  await inTime(queue.waitUntilReady(), commandTimeoutMs, `Redis did not answer in ${commandTimeoutMs} ms.`)
}
