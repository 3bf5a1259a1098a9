import { parseEvent, type PublishedEvent } from '@torihiki/schema'
import { asDate } from './sql.ts'
import type { Store } from './store.ts'

/** One delivery owed to a consumer, as the relay hands it on. */
export type OwedDelivery = { origin: string; eventId: string; consumer: string; generation: number }

/** How many deliveries one round of the relay takes at most. */
export const relayBatch = 200
/** How long a delivery may be queued before the sweep hands it on again: longer than any consumer's usual work. */
export const redeliverAfterSeconds = 15

/**
 * Takes deliveries that are owed (never handed on, or handed on long ago and not done) by status with SKIP LOCKED, hands each
 * to `send`, and marks them queued in the same transaction. When `send` fails nothing is marked, and the next round tries again.
 * @returns how many were handed on
 */
export async function relayOwed(store: Store, send: (owed: OwedDelivery[]) => Promise<void>): Promise<number> {
  return store.transaction(async (tx) => {
    const rows = await tx.sql<{ event_id: string; consumer: string; generation: number }>(
      `with fresh as (select event_id, consumer from outbox_delivery where status = 'PENDING'
                      order by event_id limit $1 for update skip locked),
            overdue as (select event_id, consumer from outbox_delivery
                        where status = 'QUEUED' and queued_at < now() - make_interval(secs => $2)
                        order by queued_at limit $1 for update skip locked),
            owed as (select * from fresh union all select * from overdue)
       update outbox_delivery d set status = 'QUEUED', queued_at = now(), generation = generation + 1
       from owed where d.event_id = owed.event_id and d.consumer = owed.consumer
       returning d.event_id, d.consumer, d.generation`,
      [relayBatch, redeliverAfterSeconds],
    )
    const owed = rows.map((row) => ({
      origin: store.name,
      eventId: row.event_id,
      consumer: row.consumer,
      generation: row.generation,
    }))
    owed.sort((a, b) => (a.eventId < b.eventId ? -1 : 1))
    if (owed.length > 0) await send(owed)
    return owed.length
  })
}

/** The event of an outbox by its id, or null when there is none. */
export async function readEvent(store: Store, eventId: string): Promise<PublishedEvent | null> {
  const [row] = await store.query<{ id: string; type: string; at: string; payload: unknown }>(
    'select id, type, at, payload from outbox where id = $1',
    [eventId],
  )
  return row ? parseEvent({ ...row, origin: store.name, at: asDate(row.at).toISOString() }) : null
}

/** Notes that a consumer has had an event: it is not delivered again. */
export async function markDone(store: Store, eventId: string, consumer: string): Promise<void> {
  await store.query(
    `update outbox_delivery set status = 'DONE', last_error = null where event_id = $1 and consumer = $2`,
    [eventId, consumer],
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
    `select count(*) as owed, extract(epoch from now() - min(o.at))::text as oldest
     from outbox_delivery d join outbox o on o.id = d.event_id where d.status <> 'DONE'`,
  )
  return { owed: Number(row?.owed ?? 0), oldestSeconds: Number(row?.oldest ?? 0) }
}
