import { Queue } from 'bullmq'
import type { EventJob } from '@torihiki/schema'
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
export type Queues = {
  queue(name: string): Queue
  /** Hands an event to its consumer. The job id carries the generation, for a re-added id of a kept job is dropped. */
  deliver(jobs: readonly (EventJob & { generation: number })[]): Promise<void>
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
  return {
    queue,
    async deliver(jobs) {
      await Promise.all(
        [...new Set(jobs.map((job) => job.consumer))].map((consumer) => ready(queue(eventQueue(consumer)))),
      )
      await Promise.all(
        jobs.map(({ generation, ...job }) =>
          queue(eventQueue(job.consumer)).add('event', job, { jobId: `${job.eventId}-${job.consumer}-g${generation}` }),
        ),
      )
    },
    async close() {
      await Promise.all([...open.values()].map((each) => each.close().catch(() => undefined)))
    },
  }
}

/** Waits for the queue's connection, but not longer than a command may take: a Redis that is away fails the delivery. */
async function ready(queue: Queue): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Redis did not answer in ${commandTimeoutMs} ms.`)), commandTimeoutMs)
  })
  try {
    await Promise.race([queue.waitUntilReady(), tooLate])
  } finally {
    clearTimeout(timer)
  }
}
