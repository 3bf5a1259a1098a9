import { levelLimits, type EventPayload, type LevelLimits } from '@torihiki/schema'
import { refuse, type Refusal } from '../refusals.ts'
import type { Tx } from '../store/store.ts'

/** A member as other subgraphs know it from `MemberRecorded`. */
export type KnownMember = {
  memberId: string
  version: number
  status: EventPayload<'MemberRecorded'>['status']
  roles: string[]
  level: LevelLimits | null
  settlementAgentId: string | null
  groupName: string | null
}

/** Takes over what `members` published. An older version than the known one changes nothing. */
export async function rememberMember(tx: Tx, member: EventPayload<'MemberRecorded'>): Promise<void> {
  await tx.sql(
    `insert into known_member (member_id, version, status, roles, level, settlement_agent_id, group_name)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (member_id) do update set version = excluded.version, status = excluded.status, roles = excluded.roles,
       level = excluded.level, settlement_agent_id = excluded.settlement_agent_id, group_name = excluded.group_name
     where known_member.version < excluded.version`,
    [
      member.memberId,
      member.version,
      member.status,
      member.roles,
      member.level ? JSON.stringify(member.level) : null,
      member.settlementAgentId,
      member.groupName,
    ],
  )
}

/** The members known among these ids, by id. */
export async function knownMembers(
  tx: Pick<Tx, 'sql'>,
  memberIds: readonly string[],
): Promise<Map<string, KnownMember>> {
  const rows = await tx.sql<{
    member_id: string
    version: number
    status: KnownMember['status']
    roles: string[]
    level: unknown
    settlement_agent_id: string | null
    group_name: string | null
  }>('select * from known_member where member_id = any($1::uuid[])', [memberIds])
  return new Map(
    rows.map((row) => [
      row.member_id,
      {
        memberId: row.member_id,
        version: row.version,
        status: row.status,
        roles: row.roles,
        level: row.level === null ? null : levelLimits.parse(row.level),
        settlementAgentId: row.settlement_agent_id,
        groupName: row.group_name,
      },
    ]),
  )
}

/** The member when it is known and ACTIVE, else MEMBER_NOT_ACTIVE. */
export async function activeMember(tx: Pick<Tx, 'sql'>, memberId: string): Promise<KnownMember | Refusal> {
  const member = (await knownMembers(tx, [memberId])).get(memberId)
  return member?.status === 'ACTIVE' ? member : refuse('MEMBER_NOT_ACTIVE')
}
