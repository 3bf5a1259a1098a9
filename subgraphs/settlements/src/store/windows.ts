import type { Tx } from '@torihiki/shared/store/store.ts'
import type { GroupPosition } from '../domain/netting/group-positions.ts'
import type { BilateralPosition, NetPosition } from '../domain/netting/positions.ts'
import type { SettlementWindowStatus } from '../domain/states.ts'
import type { NetPositionRow, WindowRow } from './rows.ts'

export type NewWindow = {
  readonly id: string
  readonly agentId: string
  readonly closedBy: string
  readonly closedAt: Date
  readonly obligationIds: readonly string[]
}

/**
 * Records a window as it closes, with the obligations that it takes in. An obligation's `turn` counts its windows from 1; only those that were
 * aborted let it go to the next, so that no obligation is in two others.
 */
export async function insertWindow(tx: Tx, window: NewWindow): Promise<void> {
  await tx.sql(
    `insert into settlement_window (id, agent_id, status, obligation_count, closed_by, closed_at) values ($1, $2, 'CLOSED', $3, $4, $5)`,
    [window.id, window.agentId, window.obligationIds.length, window.closedBy, window.closedAt],
  )
  await tx.sql(
    `insert into window_obligation (window_id, obligation_id, turn)
     select $1, o.id, 1 + (select count(*) from window_obligation x join settlement_window w on w.id = x.window_id and w.status = 'ABORTED'
                           where x.obligation_id = o.id)
     from unnest($2::uuid[]) as o (id)`,
    [window.id, window.obligationIds],
  )
}

const minor = (amounts: readonly bigint[]): string[] => amounts.map(String)

/** Records the multilateral positions of a window. They are never changed. */
export async function insertPositions(
  tx: Tx,
  windowId: string,
  positions: readonly NetPosition[],
  groupOf: (memberId: string) => string | null,
): Promise<void> {
  await tx.sql(
    `insert into net_position (window_id, currency, member_id, group_name, owes_minor, owed_minor, net_minor)
     select $1, * from unnest($2::text[], $3::uuid[], $4::text[], $5::bigint[], $6::bigint[], $7::bigint[])`,
    [
      windowId,
      positions.map((p) => p.currency),
      positions.map((p) => p.memberId),
      positions.map((p) => groupOf(p.memberId)),
      minor(positions.map((p) => p.owes)),
      minor(positions.map((p) => p.owed)),
      minor(positions.map((p) => p.net)),
    ],
  )
}

/** Records the positions between the pairs of a window. */
export async function insertBilateral(tx: Tx, windowId: string, pairs: readonly BilateralPosition[]): Promise<void> {
  await tx.sql(
    `insert into bilateral_position (window_id, currency, first_id, second_id, first_owes_minor, second_owes_minor)
     select $1, * from unnest($2::text[], $3::uuid[], $4::uuid[], $5::bigint[], $6::bigint[])`,
    [
      windowId,
      pairs.map((p) => p.currency),
      pairs.map((p) => p.memberA),
      pairs.map((p) => p.memberB),
      minor(pairs.map((p) => p.aOwesB)),
      minor(pairs.map((p) => p.bOwesA)),
    ],
  )
}

/** A position between groups: of a group by its name, or of a member that is in none. */
export type GroupShare = GroupPosition & { readonly groupName: string | null; readonly memberId: string | null }

/** Records the positions between the groups of a window. */
export async function insertGroups(tx: Tx, windowId: string, groups: readonly GroupShare[]): Promise<void> {
  await tx.sql(
    `insert into group_position (window_id, currency, group_name, member_id, owes_minor, owed_minor, net_minor)
     select $1, * from unnest($2::text[], $3::text[], $4::uuid[], $5::bigint[], $6::bigint[], $7::bigint[])`,
    [
      windowId,
      groups.map((g) => g.currency),
      groups.map((g) => g.groupName),
      groups.map((g) => g.memberId),
      minor(groups.map((g) => g.owes)),
      minor(groups.map((g) => g.owed)),
      minor(groups.map((g) => g.net)),
    ],
  )
}

/** A window with its row locked: reports on its instructions take turns here. */
export async function lockWindow(tx: Tx, id: string): Promise<WindowRow | null> {
  const [row] = await tx.sql<WindowRow>('select * from settlement_window where id = $1 for no key update', [id])
  return row ?? null
}

/** What a member owes and is owed in a window, as it was recorded at the closing. */
export async function positionsOf(
  tx: Tx,
  windowId: string,
): Promise<{ memberId: string; currency: string; owes: bigint; owed: bigint }[]> {
  const rows = await tx.sql<NetPositionRow>(
    'select * from net_position where window_id = $1 order by currency, member_id',
    [windowId],
  )
  return rows.map((row) => ({
    memberId: row.member_id,
    currency: row.currency,
    owes: BigInt(row.owes_minor),
    owed: BigInt(row.owed_minor),
  }))
}

export type NewAbort = { readonly windowId: string; readonly reason: string; readonly abortedBy: string }

/** Records why a window was aborted, and by whom. Once a window. */
export async function insertAbort(tx: Tx, { windowId, reason, abortedBy }: NewAbort, now: Date): Promise<void> {
  await tx.sql('insert into window_abort (window_id, reason, aborted_by, aborted_at) values ($1, $2, $3, $4)', [
    windowId,
    reason,
    abortedBy,
    now,
  ])
}

/** Gives a locked window its next status. */
export async function saveWindowStatus(tx: Tx, id: string, status: SettlementWindowStatus, now: Date): Promise<void> {
  await tx.sql(
    `update settlement_window set status = $2, settled_at = case when $2 = 'SETTLED' then $3::timestamptz end where id = $1`,
    [id, status, now],
  )
}
