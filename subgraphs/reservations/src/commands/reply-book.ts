import type { ReservationsServices } from '../services.ts'
import { recordApprovals } from './record-approvals.ts'
import { recordReply, type Reply } from './record-reply.ts'

/** How many answers are recorded in one transaction at most: it holds the locks of as many reservations. */
const mostTogether = 128
/** How many such transactions a process runs at once: each takes a connection. */
const writersAtOnce = 2

/** Records what card companies answered. */
export type ReplyBook = {
  /** Comes back when the answer is on record with what follows from it. */
  record(requestId: string, reply: Reply): Promise<void>
}

type Entry = {
  readonly requestId: string
  readonly reply: Reply
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * A book of answers: those that come while others are being recorded are recorded together, so that a crowd costs few transactions and a single answer
 * waits for nobody. An answer that is no plain approval has a transaction of its own, and so has each of a batch that failed.
 */
export function createReplyBook(services: () => ReservationsServices): ReplyBook {
  const waiting: Entry[] = []
  let writers = 0
  const write = async (): Promise<void> => {
    writers++
    while (waiting.length > 0) await recordBatch(services(), waiting.splice(0, mostTogether))
    writers--
  }
  return {
    record: (requestId, reply) =>
      new Promise<void>((resolve, reject) => {
        waiting.push({ requestId, reply, resolve, reject })
        if (writers < writersAtOnce) void write()
      }),
  }
}

/** Never fails: what fails does so for the answers that it is about. */
async function recordBatch(services: ReservationsServices, entries: readonly Entry[]): Promise<void> {
  const recorded = await recordTogether(services, entries)
  for (const entry of entries.filter(({ requestId }) => recorded.has(requestId))) entry.resolve()
  await Promise.all(
    entries
      .filter(({ requestId }) => !recorded.has(requestId))
      .map(({ requestId, reply, resolve, reject }) =>
        services.store.transaction((tx) => recordReply(tx, services, requestId, reply)).then(resolve, reject),
      ),
  )
}

/** The requests whose approvals are on record: none when that failed, for one of them fails the others too. */
async function recordTogether(services: ReservationsServices, entries: readonly Entry[]): Promise<ReadonlySet<string>> {
  const approvals = entries.flatMap(({ requestId, reply }) =>
    reply.kind === 'ANSWER' && reply.result === 'APPROVED' ? [{ requestId, ...reply }] : [],
  )
  if (approvals.length < 2) return new Set()
  try {
    return await services.store.transaction((tx) => recordApprovals(tx, services, approvals))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    services.log.warn({ answers: approvals.length, reason }, 'Answers were not recorded together; each is by itself.')
    return new Set()
  }
}
