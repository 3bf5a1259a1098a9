import { asDateOrNull } from '@torihiki/shared/store/sql.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { GiveBack } from '../domain/guest-end.ts'

/** How far a return has come when it has ended; before it has 1 to 3. */
export const endedProgress = 4

/** What of returns and the law keeps a guest's purchases from being over. */
export async function giveBackOf(tx: Tx, memberId: string): Promise<GiveBack> {
  const [row] = await tx.sql<{ until: string | null }>(
    'select max(until) as until from guest_cooling_off where member_id = $1',
    [memberId],
  )
  return { returnOpen: await hasOpenReturn(tx, memberId), coolingOffUntil: asDateOrNull(row?.until ?? null) }
}

/** Whether a return of a member's is open. */
export async function hasOpenReturn(tx: Tx, memberId: string): Promise<boolean> {
  const open = await tx.sql('select 1 from guest_return where member_id = $1 and progress < $2 limit 1', [
    memberId,
    endedProgress,
  ])
  return open.length > 0
}
