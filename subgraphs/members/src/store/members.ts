import type { Tx } from '@torihiki/shared/store/store.ts'
import { isNamePersonal } from '../domain/personal.ts'
import type { MemberModel } from '../graphql/models.ts'
import { levelOf } from './levels.ts'

type Sql = Tx['sql']

/** Members by id, in any order. */
export async function membersById(sql: Sql, ids: readonly string[]): Promise<MemberModel[]> {
  return sql<MemberModel>('select * from member where id = any($1::uuid[])', [ids])
}

/** A member with its row locked, or null. */
export async function lockMember(tx: Tx, id: string): Promise<MemberModel | null> {
  const [row] = await tx.sql<MemberModel>('select * from member where id = $1 for no key update', [id])
  return row ?? null
}

async function languageOf(tx: Tx, id: string): Promise<string | undefined> {
  const rows = await tx.sql<{ language: string }>('select language from message_language where member_id = $1', [id])
  return rows[0]?.language
}

/** Tells the other subgraphs what they have to know of a member: no name, no address, only what they decide by. Gives the event's id. */
export async function publishMember(tx: Tx, id: string): Promise<string> {
  const [member] = await membersById((text, p) => tx.sql(text, p), [id])
  if (!member) throw new Error(`Member ${id} is not there.`)
  const level = member.level_code ? await levelOf((text, p) => tx.sql(text, p), member.level_code) : null
  const [application] = await tx.sql<{ addressed_to: string }>(
    `select addressed_to from application where member_id = $1 and status = 'APPROVED' order by applied_at desc, id desc limit 1`,
    [id],
  )
  return tx.publish('MemberRecorded', {
    memberId: member.id,
    version: member.version,
    status: member.status,
    roles: member.roles,
    level: level && {
      code: level.code,
      version: level.version,
      operations: level.operations,
      maxPerTransaction: level.maxPerTransaction,
      maxPerDay: level.maxPerDay,
      partnerGroups: level.partnerGroups ?? null,
    },
    settlementAgentId: member.settlement_agent_id,
    groupName: member.group_name,
    personal: isNamePersonal(member),
    sponsorId: application?.addressed_to ?? null,
    consumer: member.kind === 'PERSON',
    country: member.country,
    guest: member.guest,
    language: (await languageOf(tx, id)) ?? null,
  })
}
