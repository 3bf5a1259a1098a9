import { Redis } from 'ioredis'
import type { HintBus } from '../feeds/watch.ts'
import type { Logger } from '../log.ts'

/** How long a producer waits for Redis before it gives up; the sweep brings what it could not hand on. */
export const commandTimeoutMs = 2_000
/** Longest pause between attempts to reach a Redis that is away. */
export const longestReconnectPauseMs = 2_000

function optionsOf(url: string) {
  const { hostname, port, username, password, pathname, protocol } = new URL(url)
  return {
    host: hostname,
    port: Number(port || 6379),
    ...(username && username !== 'default' ? { username: decodeURIComponent(username) } : {}),
    ...(password ? { password: decodeURIComponent(password) } : {}),
    ...(pathname.length > 1 ? { db: Number(pathname.slice(1)) } : {}),
    ...(protocol === 'rediss:' ? { tls: {} } : {}),
    retryStrategy: (attempt: number) => Math.min(attempt * 100, longestReconnectPauseMs),
  }
}

/** Connection options for those who add jobs: they fail at once while Redis is away, instead of hanging. */
export function producerOptions(url: string) {
  return { ...optionsOf(url), enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: commandTimeoutMs }
}

/** Connection options for BullMQ workers, which wait for Redis to come back. */
export function workerOptions(url: string) {
  return { ...optionsOf(url), maxRetriesPerRequest: null }
}

const hintChannel = 'torihiki:feeds'

/** Hints over Redis pub/sub. While Redis is away hints are lost and the poll of the heads serves. */
export function createRedisHints(url: string, log: Logger): HintBus {
  // Hints made before the connection stands wait for it, within the command's time limit.
  const publisher = new Redis({ ...producerOptions(url), enableOfflineQueue: true })
  const subscriber = new Redis({ ...optionsOf(url), maxRetriesPerRequest: null })
  const listeners = new Set<(feed: string) => void>()
  const complain = throttledComplaint(log)
  publisher.on('error', complain)
  subscriber.on('error', complain)
  subscriber.subscribe(hintChannel).catch(complain)
  subscriber.on('message', (_channel: string, message: string) => {
    for (const feed of message.split('\n')) for (const heard of listeners) heard(feed)
  })
  return {
    publish: (feeds) => void publisher.publish(hintChannel, feeds.join('\n')).catch(complain),
    listen(heard) {
      listeners.add(heard)
      return () => void listeners.delete(heard)
    },
    async close() {
      publisher.disconnect()
      subscriber.disconnect()
    },
  }
}

/** How often one and the same trouble is written to the log at most. */
const complaintPauseMs = 5_000

/** Logs connection trouble, but not more than once in `complaintPauseMs`. */
export function throttledComplaint(log: Logger): (error: unknown) => void {
  let last = 0
  return (error) => {
    const now = Date.now()
    if (now - last < complaintPauseMs) return
    last = now
    log.warn(
      { reason: error instanceof Error ? error.message : String(error) },
      'Redis is not reachable; trying again.',
    )
  }
}
