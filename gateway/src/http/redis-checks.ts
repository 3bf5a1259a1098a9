import type { Logger } from '@torihiki/shared/log.ts'
import { heartbeatPattern } from '@torihiki/shared/queues/heartbeats.ts'
import { producerOptions, throttledComplaint } from '@torihiki/shared/queues/redis.ts'
import { Redis } from 'ioredis'
import type { HealthCheck } from './health.ts'

/** Whether Redis answers, and whether a process of workers has said lately that it is alive. */
export function redisChecks(redisUrl: string, log: Logger): { checks: HealthCheck[]; close(): Promise<void> } {
  const redis = new Redis({ ...producerOptions(redisUrl), enableOfflineQueue: true })
  redis.on('error', throttledComplaint(log))
  const workersRun = async (): Promise<void> => {
    const [, keys] = await redis.scan('0', 'MATCH', heartbeatPattern, 'COUNT', 10_000)
    if (keys.length === 0) throw new Error('no workers run: nothing slow or outside gets done')
  }
  return {
    checks: [
      { name: 'redis', check: () => redis.ping() },
      { name: 'workers', check: workersRun },
    ],
    close: async () => redis.disconnect(),
  }
}
