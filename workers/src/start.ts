import { caseViewChannel } from '@torihiki/contracts'
import { messageChannel } from '@torihiki/members'
import { consumers } from '@torihiki/schema'
import type { Logger } from '@torihiki/shared/log.ts'
import type { Closing } from '@torihiki/shared/process/lifecycle.ts'
import { createAlarmBoard } from '@torihiki/shared/queues/alarms.ts'
import { createQueues } from '@torihiki/shared/queues/queues.ts'
import { createRedisHints, throttledComplaint } from '@torihiki/shared/queues/redis.ts'
import { StartRefused, type Settings } from '@torihiki/shared/settings.ts'
import { startAuthorizations } from './authorizations.ts'
import { startConsumer, workerCloseMs } from './consumers.ts'
import { createEventBook } from './event-book.ts'
import { startHeartbeat } from './heartbeat.ts'
import { listen } from './listen.ts'
import { startMessages } from './messages.ts'
import { startProjector } from './projectors.ts'
import { startRelay } from './relay.ts'
import { openRooms } from './rooms.ts'
import { startSchedules } from './schedules.ts'

export type WorkersOptions = {
  settings: Settings
  hubSecret: string
  databaseUrl: string
  redisUrl: string
  migrate: boolean
  log: Logger
}

/** The names that the WORKERS setting may hold. */
export const workerNames = [
  'relay',
  'source-case-view',
  'partner-case-view',
  'messages',
  'schedules',
  ...consumers,
] as const
type WorkerName = (typeof workerNames)[number]

/** Starts the workers that WORKERS names, all of them when it names none. @returns what to close, in order */
export async function startWorkers(options: WorkersOptions): Promise<Closing[]> {
  const { settings, databaseUrl, redisUrl, log } = options
  const wanted = chosen(settings.WORKERS)
  const hints = createRedisHints(redisUrl, log)
  const alarms = createAlarmBoard(redisUrl, log)
  const rooms = await openRooms({ ...options, hints, alarms })
  const queues = createQueues(redisUrl, throttledComplaint(log))
  const running: { name: string; close(): Promise<void> }[] = []
  const relay = wanted.has('relay') ? startRelay(rooms.stores, queues, log) : null
  if (relay) running.push({ name: 'relay', close: relay.close })
  const source = wanted.has('source-case-view') ? startProjector(rooms.contracts, 'SOURCE', log) : null
  const partner = wanted.has('partner-case-view') ? startProjector(rooms.contracts, 'PARTNER', log) : null
  if (source) running.push({ name: 'source-case-view', close: source.close })
  if (partner) running.push({ name: 'partner-case-view', close: partner.close })
  const messages = wanted.has('messages') ? startMessages(rooms.members, log) : null
  if (messages) running.push({ name: 'messages', close: messages.close })
  if (wanted.has('authorization')) {
    const authorizations = await startAuthorizations(rooms.reservations, log)
    running.push({ name: 'authorizations', close: authorizations.close })
  }
  const ears = listen(
    databaseUrl,
    ['outbox', caseViewChannel, messageChannel],
    (channel, payload) => {
      if (channel === 'outbox') return relay?.wakeFor(payload)
      if (channel === messageChannel) return messages?.wake()
      const [side, memberId = ''] = payload.split(' ')
      return (side === 'SOURCE' ? source : partner)?.wakeMember(memberId)
    },
    () => [relay, source, partner, messages].forEach((loop) => loop?.wake()),
    log,
  )
  running.push({ name: 'listening', close: ears.close })
  const books = new Map(rooms.stores.map((store) => [store.name as string, createEventBook(store)]))
  for (const consumer of consumers) {
    if (wanted.has(consumer)) running.push({ name: consumer, ...startConsumer(consumer, rooms, books, redisUrl, log) })
  }
  if (wanted.has('schedules'))
    running.push({ name: 'schedules', ...startSchedules(rooms, queues, redisUrl, settings, log) })
  const heartbeat = startHeartbeat(redisUrl, [...wanted], log)
  return [
    { name: 'heartbeat', timeoutMs: 2_000, close: heartbeat.close },
    {
      name: 'workers',
      timeoutMs: workerCloseMs + 2_000,
      close: async () => void (await Promise.all(running.map((each) => each.close()))),
    },
    { name: 'queues', timeoutMs: 3_000, close: () => queues.close() },
    { name: 'hints', timeoutMs: 1_000, close: () => hints.close() },
    { name: 'alarms', timeoutMs: 1_000, close: () => alarms.close() },
    { name: 'stores', timeoutMs: 5_000, close: () => rooms.close() },
  ]
}

function chosen(names: readonly string[]): ReadonlySet<WorkerName> {
  const unknown = names.filter((name) => !workerNames.some((each) => each === name))
  if (unknown.length > 0)
    throw new StartRefused(
      `WORKERS names ${unknown.join(', ')}, which there is not. There are: ${workerNames.join(', ')}.`,
    )
  return new Set(names.length === 0 ? workerNames : workerNames.filter((name) => names.includes(name)))
}
