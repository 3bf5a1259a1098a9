import { schedules, type Schedule } from '@torihiki/schema'
import type { Logger } from '@torihiki/shared/log.ts'
import { queuePrefix, scheduleQueue, type Queues } from '@torihiki/shared/queues/queues.ts'
import { throttledComplaint, workerOptions } from '@torihiki/shared/queues/redis.ts'
import type { Settings } from '@torihiki/shared/settings.ts'
import { Worker } from 'bullmq'
import { closeWorker } from './consumers.ts'
import { createLoop } from './loop.ts'
import type { Rooms } from './rooms.ts'

/** How often it is made sure that the schedulers stand: a Redis that lost its data has none. */
const ensureEveryMs = 5_000
/** How many schedulers are looked at when old ones are cleared away; there are about a dozen. */
const mostSchedulers = 100

const everySeconds = (settings: Settings): Readonly<Record<Schedule, number>> => ({
  'delay-scan': settings.DELAY_SCAN_SECONDS,
  'case-expiry': 2,
  'order-routing': 2,
  'hold-expiry': 10,
  'credit-billing': 2,
  'instruction-sweep': 2,
  digests: 2,
  'quote-lapse': 2,
  'listings-upkeep': 30,
  'feed-trim': 3_600,
  erasures: 2,
  'log-monitor': settings.LOG_MONITOR_SECONDS,
})

/** Periodic work by BullMQ's job schedulers, each at its own interval, one at a time over all processes of workers. */
export function startSchedules(
  rooms: Rooms,
  queues: Queues,
  redisUrl: string,
  settings: Settings,
  log: Logger,
): { close(): Promise<void> } {
  const intervals = everySeconds(settings)
  let cleared = false
  const ensure = createLoop('schedulers', ensureEveryMs, log, async () => {
    if (!cleared) await clearOldSchedulers(queues)
    cleared = true
    for (const name of schedules) {
      await queues.queue(scheduleQueue).upsertJobScheduler(name, { every: intervals[name] * 1_000 }, { name })
    }
  })
  const worker = new Worker(
    scheduleQueue,
    async (job) => {
      const name = schedules.find((each) => each === job.name)
      if (!name) throw new Error(`There is no periodic work named ${job.name}.`)
      return rooms.periodic[name]()
    },
    { connection: workerOptions(redisUrl), prefix: queuePrefix, concurrency: schedules.length },
  )
  worker.on('error', throttledComplaint(log))
  worker.on('failed', (job, error) =>
    log.warn({ schedule: job?.name, reason: error.message }, 'Periodic work failed; the next turn tries again.'),
  )
  return { close: async () => void (await Promise.all([ensure.close(), closeWorker(worker)])) }
}

/** A scheduler of an earlier version may stand in Redis: its work is done elsewhere now. */
async function clearOldSchedulers(queues: Queues): Promise<void> {
  const queue = queues.queue(scheduleQueue)
  const standing = await queue.getJobSchedulers(0, mostSchedulers)
  const old = standing.filter(({ key }) => !schedules.some((name) => name === key))
  await Promise.all(old.map(({ key }) => queue.removeJobScheduler(key)))
}
