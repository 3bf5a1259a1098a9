import pg from 'pg'
import { errorMessage } from '@torihiki/shared/process/error-code.ts'
import type { Logger } from '@torihiki/shared/log.ts'

/** How long to wait before a lost connection is opened anew. */
const reconnectAfterMs = 500

/**
 * Listens to PostgreSQL's notifications on some channels. A lost connection is opened anew; what was notified meanwhile is lost, and
 * `reconnected` is called so that the listener looks for itself.
 */
export function listen(
  url: string,
  channels: readonly string[],
  heard: (channel: string, payload: string) => void,
  reconnected: () => void,
  log: Logger,
): { close(): Promise<void> } {
  let client: pg.Client | null = null
  let closed = false
  const connect = async (): Promise<void> => {
    if (closed) return
    const next = new pg.Client({ connectionString: url, keepAlive: true })
    client = next
    let lost = false
    const again = (error?: unknown): void => {
      if (lost || closed) return
      lost = true
      if (error)
        log.warn({ reason: errorMessage(error) }, 'The listening connection to PostgreSQL was lost; opening it anew.')
      next.end().catch(() => undefined)
      setTimeout(() => void connect(), reconnectAfterMs)
    }
    next.on('error', again)
    next.on('end', () => again())
    next.on('notification', ({ channel, payload }) => heard(channel, payload ?? ''))
    try {
      await next.connect()
      for (const channel of channels) await next.query(`listen ${channel}`)
      reconnected()
    } catch (error) {
      again(error)
    }
  }
  void connect()
  return {
    async close() {
      closed = true
      await client?.end().catch(() => undefined)
    },
  }
}
