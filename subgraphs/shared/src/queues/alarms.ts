import { Redis } from 'ioredis'
import type { Logger } from '../log.ts'
import { producerOptions, throttledComplaint } from './redis.ts'

/** What may raise an alarm. */
export const alarmNames = ['transparency-log'] as const
/** One of `alarmNames`. */
export type AlarmName = (typeof alarmNames)[number]

const keyOf = (name: AlarmName): string => `torihiki:alarms:${name}`

/** How long a shown alarm counts if nobody shows it again: whoever looks for it, looks more often, or does not run. */
export const alarmSeconds = 86_400 + 3_600

/** Where workers show how many alarms stand, for the health page and the metrics of gateways. The record of alarms is in the database. */
export type AlarmBoard = {
  /** Shows that so many stand; none takes it down. */
  show(name: AlarmName, count: number): Promise<void>
  /** What stands, by name. */
  read(): Promise<Readonly<Record<AlarmName, number>>>
  close(): Promise<void>
}

/** Opens the board over Redis. A Redis that was wiped shows nothing until the next turn of who looks. */
export function createAlarmBoard(redisUrl: string, log: Logger): AlarmBoard {
  const redis = new Redis({ ...producerOptions(redisUrl), enableOfflineQueue: true })
  redis.on('error', throttledComplaint(log))
  return {
    async show(name, count) {
      if (count === 0) await redis.del(keyOf(name))
      else await redis.set(keyOf(name), String(count), 'EX', alarmSeconds)
    },
    async read() {
      const counts = await redis.mget(alarmNames.map(keyOf))
      return { 'transparency-log': Number(counts[0] ?? 0) }
    },
    close: async () => redis.disconnect(),
  }
}
