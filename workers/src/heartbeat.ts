import { randomUUID } from 'node:crypto'
import type { Logger } from '@torihiki/shared/log.ts'
import { heartbeatEveryMs, heartbeatKey, heartbeatSeconds } from '@torihiki/shared/queues/heartbeats.ts'
import { producerOptions, throttledComplaint } from '@torihiki/shared/queues/redis.ts'
import { Redis } from 'ioredis'
import { createLoop } from './loop.ts'

/** Tells the gateway's health page that workers run, and which. */
export function startHeartbeat(redisUrl: string, names: readonly string[], log: Logger): { close(): Promise<void> } {
  const redis = new Redis({ ...producerOptions(redisUrl), enableOfflineQueue: true })
  redis.on('error', throttledComplaint(log))
  const key = heartbeatKey(`${process.pid}-${randomUUID().slice(0, 8)}`)
  const loop = createLoop('heartbeat', heartbeatEveryMs, log, async () => {
    await redis.set(key, names.join(','), 'EX', heartbeatSeconds)
  })
  return {
    async close() {
      await loop.close()
      await redis.del(key).catch(() => undefined)
      redis.disconnect()
    },
  }
}
