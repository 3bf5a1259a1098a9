import type { Tx } from './store.ts'

/**
 * Runs `effect` unless this consumer has had this event already; the record and the effect are one transaction, so a
 * committed event has exactly one effect however often it is delivered. True when the effect ran.
 */
export async function onceOnly(
  tx: Tx,
  consumer: string,
  eventId: string,
  effect: () => Promise<void>,
): Promise<boolean> {
  const rows = await tx.sql(
    'insert into inbox (consumer, event_id) values ($1, $2) on conflict do nothing returning 1 as taken',
    [consumer, eventId],
  )
  if (rows.length === 0) return false
  await effect()
  return true
}

/** Takes several events in one transaction: gives those of them that this consumer has not had before. Their effects follow in the same transaction. */
export async function onceEach(tx: Tx, consumer: string, eventIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.sql<{ event_id: string }>(
    `insert into inbox (consumer, event_id) select $1, e from unnest($2::uuid[]) e order by e on conflict do nothing returning event_id`,
    [consumer, eventIds],
  )
  return new Set(rows.map(({ event_id }) => event_id))
}
