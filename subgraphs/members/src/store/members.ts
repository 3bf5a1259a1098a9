import type { LevelLimits } from '@torihiki/schema'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { MemberModel } from '../graphql/models.ts'

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

/** What a level allows, as it is published and shown. */
export async function levelOf(sql: Sql, code: string): Promise<(LevelLimits & { name: string }) | null> {
  const [row] = await sql<{
    code: string
    name: string
    version: number
    operations: string[]
    max_per_transaction: Record<string, string>
    max_per_day: Record<string, string>
  }>('select * from authentication_level where code = $1', [code])
  if (!row) return null
  const { code: found, name, version, operations, max_per_transaction, max_per_day } = row
  return { code: found, name, version, operations, maxPerTransaction: max_per_transaction, maxPerDay: max_per_day }
}

/** Tells the other subgraphs what they have to know of a member: no name, no address, only what they decide by. */
export async function publishMember(tx: Tx, id: string): Promise<void> {
  const [member] = await membersById((text, p) => tx.sql(text, p), [id])
  if (!member) throw new Error(`Member ${id} is not there.`)
  const level = member.level_code ? await levelOf((text, p) => tx.sql(text, p), member.level_code) : null
  await tx.publish('MemberRecorded', {
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
    },
    settlementAgentId: member.settlement_agent_id,
    groupName: member.group_name,
  })
}
