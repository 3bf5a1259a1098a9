import { appendToFeed, type NewFeedEntry } from '@torihiki/shared/feeds/feed.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { getOrMake } from '../domain/netting/obligation.ts'
import { assertMayFollow, obligationStates, type ObligationStatus } from '../domain/states.ts'
import type { SettlementsServices } from '../services.ts'
import { saveStatus } from '../store/obligations.ts'
import type { ObligationRow } from '../store/rows.ts'

/** The feed of a member's obligations, as debtor and as creditor. */
export function obligationFeed(memberId: string): string {
  return `obligations/${memberId}`
}

/**
 * Gives locked obligations their next status and tells debtor and creditor in their feeds. Feeds are locked in name
 * order. Throws when the status may not follow.
 */
export async function changeObligations(
  tx: Tx,
  services: SettlementsServices,
  rows: readonly ObligationRow[],
  after: ObligationStatus,
  now: Date,
): Promise<ObligationRow[]> {
  for (const row of rows) assertMayFollow(obligationStates, `Obligation ${row.id}`, row.status, after)
  await saveStatus(
    tx,
    rows.map(({ id }) => id),
    after,
    now,
  )
  await tellParties(tx, services, rows, (row) => row.status, after, now)
  return rows.map((row) => ({ ...row, status: after }))
}

/** Writes a change of obligations into the feeds of their debtors and creditors; `before` is null for one that arose. */
export async function tellParties(
  tx: Tx,
  services: SettlementsServices,
  rows: readonly ObligationRow[],
  before: (row: ObligationRow) => ObligationStatus | null,
  after: ObligationStatus,
  at: Date,
): Promise<void> {
  const entries = new Map<string, NewFeedEntry[]>()
  for (const row of rows) {
    const entry = {
      at,
      kind: 'OBLIGATION_CHANGED',
      subject: row.id,
      body: { statusBefore: before(row), statusAfter: after },
    }
    for (const memberId of new Set([row.debtor_id, row.creditor_id])) {
      const feed = obligationFeed(memberId)
      getOrMake(entries, feed, () => []).push(entry)
    }
  }
  const feeds = [...entries.keys()].toSorted()
  for (const feed of feeds) await appendToFeed(tx, feed, entries.get(feed) ?? [])
  tx.afterCommit(() => services.hints.publish(feeds))
}
