import { jobForms, type Consumer } from '@torihiki/schema'
import type { Logger } from '@torihiki/shared/log.ts'
import { eventQueue, queuePrefix } from '@torihiki/shared/queues/queues.ts'
import { throttledComplaint, workerOptions } from '@torihiki/shared/queues/redis.ts'
import { markFailed } from '@torihiki/shared/store/outbox.ts'
import { Worker } from 'bullmq'
import type { EventBook } from './event-book.ts'
import type { Rooms } from './rooms.ts'

/** How many events a consumer works on at once. Asking card companies is slow and may overlap more. */
const concurrency: Readonly<Record<Consumer, number>> = {
  members: 4,
  listings: 2,
  'interest-matching': 2,
  contracts: 8,
  reservations: 8,
  settlements: 8,
  'hub-reports': 8,
  authorization: 32,
  'card-vault': 4,
  'settlement-instructions': 8,
}
/** How long a worker may go on with what it has begun when it is told to stop. */
export const workerCloseMs = 10_000
/** Longer than any job blocks the event loop, so that none is taken for stalled. */
const lockMs = 60_000

/**
 * One BullMQ worker per consumer: reads the event that the job names from its origin's outbox, calls the owning subgraph, marks it done.
 * A failure is noted at the outbox, whose sweep delivers the event again; the inbox makes that harmless.
 */
export function startConsumer(
  consumer: Consumer,
  rooms: Rooms,
  books: ReadonlyMap<string, EventBook>,
  redisUrl: string,
  log: Logger,
): { close(): Promise<void> } {
  const worker = new Worker(
    eventQueue(consumer),
    async (job) => {
      const { origin, eventId } = jobForms.event.parse(job.data)
      const book = books.get(origin)
      if (!book) throw new Error(`Event ${eventId} comes from ${origin}, which is not here.`)
      const event = await book.read(eventId)
      // A queue may outlive its database: an event that is not there is nobody's any more.
      if (!event) return 'gone'
      try {
        await rooms.consume[consumer](event)
      } catch (error) {
        await markFailed(book.store, eventId, consumer, error instanceof Error ? error.message : String(error))
        throw error
      }
      await book.markDone({ eventId, consumer })
      log.debug({ consumer, eventId, origin, type: event.type }, 'An event was taken.')
      return 'done'
    },
    {
      connection: workerOptions(redisUrl),
      prefix: queuePrefix,
      concurrency: concurrency[consumer],
      lockDuration: lockMs,
    },
  )
  worker.on('error', throttledComplaint(log))
  worker.on('failed', (job, error) =>
    log.warn(
      { consumer, job: job?.id, reason: error.message },
      'An event could not be taken; it will be delivered again.',
    ),
  )
  return { close: () => closeWorker(worker) }
}

/** Closes a worker; while Redis is away its close never ends, so it is given up after a while. */
export async function closeWorker(worker: Worker): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, workerCloseMs)
  })
  await Promise.race([worker.close(), tooLong])
  clearTimeout(timer)
}
