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
