import type { EventPayload } from '@torihiki/schema'
import type { KnownMember } from '@torihiki/shared/identity/known-members.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'

/** By which level guests are known that were told of before it was said that they are guests. */
const guestLevelCode = 'GUEST'

/** Takes over whether a member is a guest. An older version than the known one changes nothing. */
export async function rememberGuest(tx: Tx, member: EventPayload<'MemberRecorded'>): Promise<void> {
  await tx.sql(
    `insert into known_guest (member_id, version, guest) values ($1, $2, $3) on conflict (member_id) do update
       set version = excluded.version, guest = excluded.guest where known_guest.version < excluded.version`,
    [member.memberId, member.version, member.guest ?? false],
  )
}

/** Whether a customer is a guest, whom shops set limits (C4). */
export async function isGuest(tx: Tx, { memberId, level }: KnownMember): Promise<boolean> {
  const [row] = await tx.sql<{ guest: boolean }>('select guest from known_guest where member_id = $1', [memberId])
  return (row?.guest ?? false) || level?.code === guestLevelCode
}
