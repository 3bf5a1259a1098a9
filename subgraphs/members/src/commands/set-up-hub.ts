import { hubMemberId } from '@torihiki/shared/ids.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { standardLevels } from '../domain/standard-levels.ts'
import type { MembersServices } from '../services.ts'
import { lockLevel, putLevel } from '../store/levels.ts'
import { publishMember } from '../store/members.ts'
import { sealEarlierMembers } from '../store/personal.ts'
import { hashPassword } from './passwords.ts'

/** What the hub's own member signs in with. */
export const adminLoginName = 'admin'

/**
 * Makes sure that there are levels to give and an administrator who can sign in. Run at every start: what is there stays, but for the
 * administrator's password, which is always the one given. With no hub between (B9) the hub's own member is the payment institution, under its
 * name, and settles what is on account itself.
 */
export async function setUpHub(
  services: MembersServices,
  adminPassword: string,
  institutionName: string | null = null,
): Promise<void> {
  const passwordHash = await hashPassword(adminPassword)
  await services.store.transaction(async (tx) => {
    for (const level of standardLevels) {
      if (await lockLevel(tx, level.code)) continue
      const change = { actorId: hubMemberId, reason: 'Set up with the hub.', at: services.now() }
      await putLevel(tx, { ...level, operations: [...level.operations], version: 1 }, change)
    }
    const added = await tx.sql(
      `insert into credential (member_id, login_name, password_hash) values ($1, $2, $3)
       on conflict (member_id) do update set password_hash = excluded.password_hash returning (xmax = 0) as fresh`,
      [hubMemberId, adminLoginName, passwordHash],
    )
    for (let sealed = 1; sealed > 0;) sealed = await sealEarlierMembers(tx, services.personalKeys)
    const known = await tx.sql(
      `select 1 from outbox where type = 'MemberRecorded' and payload ->> 'memberId' = $1 limit 1`,
      [hubMemberId],
    )
    const renamed = institutionName !== null && (await becomeInstitution(tx, institutionName))
    if (renamed || (added.length > 0 && known.length === 0)) await publishMember(tx, hubMemberId)
  })
}

/** Gives the hub's own member the institution's name and the role of an agent. False when it has both. */
async function becomeInstitution(tx: Tx, name: string): Promise<boolean> {
  const changed = await tx.sql(
    `update member set name = $2, roles = array(select distinct unnest(roles || '{SETTLEMENT_AGENT}'::text[])), version = version + 1
     where id = $1 and (name <> $2 or not 'SETTLEMENT_AGENT' = any(roles)) returning 1 as changed`,
    [hubMemberId, name],
  )
  return changed.length > 0
}
