import type { Tx } from '@torihiki/shared/store/store.ts'
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
  tellParties(tx, services, rows, (row) => row.status, after, now)
  return rows.map((row) => ({ ...row, status: after }))
}

/** Writes a change of obligations into the feeds of their debtors and creditors; `before` is null for one that arose. */
export function tellParties(
  tx: Tx,
  services: SettlementsServices,
  rows: readonly ObligationRow[],
  before: (row: ObligationRow) => ObligationStatus | null,
  after: ObligationStatus,
  at: Date,
): void {
  const feeds = new Set<string>()
  for (const row of rows) {
    const body = { statusBefore: before(row), statusAfter: after }
    for (const feed of new Set([row.debtor_id, row.creditor_id].map(obligationFeed))) {
      tx.append(feed, [{ at, kind: 'OBLIGATION_CHANGED', subject: row.id, body }])
      feeds.add(feed)
    }
  }
  tx.afterCommit(() => services.hints.publish([...feeds]))
}
