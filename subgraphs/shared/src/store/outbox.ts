import { parseEvent, type PublishedEvent } from '@torihiki/schema'
import { asDate } from './sql.ts'
import type { Store } from './store.ts'

/** One delivery owed to a consumer, as the relay hands it on. */
export type OwedDelivery = { origin: string; eventId: string; consumer: string; generation: number }

/** Where deliveries are handed to, and what can be asked about those that were. */
export type DeliveryQueue = {
  deliver(owed: readonly OwedDelivery[]): Promise<void>
  /** What there is of them, by `deliveryKey`: those that wait for their consumer, and those that it began less than `begunSeconds` ago. */
  look(owed: readonly OwedDelivery[]): Promise<ReadonlyMap<string, 'WAITS' | 'BEGUN'>>
}

/** How many deliveries one round of the relay takes at most. */
export const relayBatch = 200
/** How long a delivery may be queued before the sweep asks what became of it: longer than any consumer's usual work. */
export const redeliverAfterSeconds = 15
/** How long a consumer that has begun is left alone: its usual work is done much sooner, and a process that was killed says nothing. */
export const begunSeconds = 5

/** One delivery's name within its queue. It carries the generation, for a re-added name of a kept job is dropped. */
export function deliveryKey({ eventId, consumer, generation }: Omit<OwedDelivery, 'origin'>): string {
  return `${eventId}-${consumer}-g${generation}`
}

type DeliveryRow = { event_id: string; consumer: string; generation: number }

/**
 * Takes deliveries that were never handed on, by status with SKIP LOCKED, hands them to the queue, and marks them queued in the same
 * transaction. When that fails nothing is marked, and the next round tries again.
 * @returns how many were handed on
 */
export async function relayOwed(store: Store, queue: Pick<DeliveryQueue, 'deliver'>): Promise<number> {
  return store.transaction(async (tx) => {
    const rows = await tx.sql<DeliveryRow>(
      `with owed as (select event_id, consumer from outbox_delivery where status = 'PENDING'
                     order by event_id limit $1 for update skip locked)
       update outbox_delivery d set status = 'QUEUED', queued_at = now(), generation = generation + 1
       from owed where d.event_id = owed.event_id and d.consumer = owed.consumer
       returning d.event_id, d.consumer, d.generation`,
      [relayBatch],
    )
    if (rows.length > 0) await queue.deliver(owedOf(store, rows))
    return rows.length
  })
}

/**
 * Hands on again what was handed on long ago and is not done, under a new generation: the queue has lost it, or its consumer failed or ended. What still waits in the queue is left
 * there and looked at again as long after: a consumer that is behind would only get more to do. What was only just begun is looked at again in the next round.
 * @returns how many were looked at, and how many of them handed on again
 */
export async function redeliverOverdue(
  store: Store,
  queue: DeliveryQueue,
): Promise<{ looked: number; redelivered: number }> {
  return store.transaction(async (tx) => {
    const rows = await tx.sql<DeliveryRow>(
      `select event_id, consumer, generation from outbox_delivery
       where status = 'QUEUED' and queued_at < now() - make_interval(secs => $2)
       order by queued_at limit $1 for update skip locked`,
      [relayBatch, redeliverAfterSeconds],
    )
    if (rows.length === 0) return { looked: 0, redelivered: 0 }
    const looked = owedOf(store, rows)
    const found = await queue.look(looked)
    const lost = looked.filter((owed) => !found.has(deliveryKey(owed)))
    const again = lost.map((owed) => ({ ...owed, generation: owed.generation + 1 }))
    const waiting = looked.filter((owed) => found.get(deliveryKey(owed)) === 'WAITS')
    await tx.sql(
      `update outbox_delivery d set queued_at = now(), generation = l.generation
       from unnest($1::uuid[], $2::text[], $3::int[]) as l (event_id, consumer, generation)
       where d.event_id = l.event_id and d.consumer = l.consumer`,
      columnsOf([...again, ...waiting]),
    )
    if (again.length > 0) await queue.deliver(again)
    return { looked: looked.length, redelivered: again.length }
  })
}

function owedOf(store: Store, rows: readonly DeliveryRow[]): OwedDelivery[] {
  return rows
    .map(({ event_id: eventId, consumer, generation }) => ({ origin: store.name, eventId, consumer, generation }))
    .toSorted((a, b) => (a.eventId < b.eventId ? -1 : 1))
}

function columnsOf(owed: readonly OwedDelivery[]): [string[], string[], number[]] {
  return [owed.map((each) => each.eventId), owed.map((each) => each.consumer), owed.map((each) => each.generation)]
}

/** An event as an outbox keeps it, not yet checked. */
export type StoredEvent = {
  readonly id: string
  readonly type: string
  readonly at: string
  readonly payload: unknown
}

/** What an outbox keeps under these ids, in their order; null where there is nothing. */
export async function readStored(store: Store, ids: readonly string[]): Promise<(StoredEvent | null)[]> {
  const rows = await store.query<StoredEvent>('select id, type, at, payload from outbox where id = any($1::uuid[])', [
    ids,
  ])
  const found = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => found.get(id) ?? null)
}

/** The event that is kept in the outbox of this subgraph. */
export function eventOf(origin: string, stored: StoredEvent): PublishedEvent {
  return parseEvent({ ...stored, origin, at: asDate(stored.at).toISOString() })
}

/** The event of an outbox by its id, or null when there is none. */
export async function readEvent(store: Store, eventId: string): Promise<PublishedEvent | null> {
  const [stored] = await readStored(store, [eventId])
  return stored ? eventOf(store.name, stored) : null
}

/** Notes that consumers have had events: they are not delivered again. */
export async function markDone(
  store: Store,
  deliveries: readonly Pick<OwedDelivery, 'eventId' | 'consumer'>[],
): Promise<void> {
  await store.query(
    `update outbox_delivery d set status = 'DONE', last_error = null
     from unnest($1::uuid[], $2::text[]) as t (event_id, consumer)
     where d.event_id = t.event_id and d.consumer = t.consumer`,
    [deliveries.map(({ eventId }) => eventId), deliveries.map(({ consumer }) => consumer)],
  )
}

/** Notes why a consumer could not take an event; the sweep delivers it again. */
export async function markFailed(store: Store, eventId: string, consumer: string, reason: string): Promise<void> {
  await store.query(
    `update outbox_delivery set last_error = $3 where event_id = $1 and consumer = $2 and status <> 'DONE'`,
    [eventId, consumer, reason.slice(0, 500)],
  )
}

/** How many deliveries are owed and how old the oldest is, for metrics and health. */
export async function outboxBacklog(store: Store): Promise<{ owed: number; oldestSeconds: number }> {
  const [row] = await store.query<{ owed: string; oldest: string | null }>(
    // Either half by an index of its own: what is done is kept, and not read.
    `with owed as (select event_id from outbox_delivery where status = 'PENDING'
                   union all select event_id from outbox_delivery where status = 'QUEUED')
     select count(*) as owed, extract(epoch from now() - min(o.at))::text as oldest from owed join outbox o on o.id = owed.event_id`,
  )
  return { owed: Number(row?.owed ?? 0), oldestSeconds: Number(row?.oldest ?? 0) }
}
