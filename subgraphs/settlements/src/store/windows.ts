import type { Tx } from '@torihiki/shared/store/store.ts'
import type { GroupPosition } from '../domain/netting/group-positions.ts'
import type { BilateralPosition, NetPosition } from '../domain/netting/positions.ts'
import type { SettlementWindowStatus } from '../domain/states.ts'
import type { WindowRow } from './rows.ts'

export type NewWindow = {
  readonly id: string
  readonly agentId: string
  readonly closedBy: string
  readonly closedAt: Date
  readonly obligationIds: readonly string[]
}

/** Records a window as it closes, with the obligations that it takes in. */
export async function insertWindow(tx: Tx, window: NewWindow): Promise<void> {
  await tx.sql(
    `insert into settlement_window (id, agent_id, status, obligation_count, closed_by, closed_at) values ($1, $2, 'CLOSED', $3, $4, $5)`,
    [window.id, window.agentId, window.obligationIds.length, window.closedBy, window.closedAt],
  )
  await tx.sql('insert into window_obligation (window_id, obligation_id) select $1, unnest($2::uuid[])', [
    window.id,
    window.obligationIds,
  ])
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

/** Gives a locked window its next status. */
export async function saveWindowStatus(tx: Tx, id: string, status: SettlementWindowStatus, now: Date): Promise<void> {
  await tx.sql(
    `update settlement_window set status = $2, settled_at = case when $2 = 'SETTLED' then $3::timestamptz end where id = $1`,
    [id, status, now],
  )
}
