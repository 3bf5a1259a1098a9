import type { LevelLimits } from '@torihiki/schema'
import type { Tx } from '@torihiki/shared/store/store.ts'

type Sql = Tx['sql']

/** A level as it is published and shown. */
export type Level = LevelLimits & { name: string }

/** Who made a version of a level, when and why. */
export type LevelChange = { actorId: string; reason: string; at: Date }

type Row = {
  code: string
  name: string
  version: number
  operations: string[]
  max_per_transaction: Record<string, string>
  max_per_day: Record<string, string>
  partner_groups: string[] | null
}
const levelOfRow = (row: Row): Level => ({
  code: row.code,
  name: row.name,
  version: row.version,
  operations: row.operations,
  maxPerTransaction: row.max_per_transaction,
  maxPerDay: row.max_per_day,
  partnerGroups: row.partner_groups,
})

/** What a level allows. */
export async function levelOf(sql: Sql, code: string): Promise<Level | null> {
  const [row] = await sql<Row>('select * from authentication_level where code = $1', [code])
  return row ? levelOfRow(row) : null
}

/** All levels, by code. */
export async function allLevels(sql: Sql): Promise<Level[]> {
  return (await sql<Row>('select * from authentication_level order by code')).map(levelOfRow)
}

/** A level that stays as it is until the transaction ends: whoever gets it now is told when it changes. */
export async function shareLevel(tx: Tx, code: string): Promise<Level | null> {
  const [row] = await tx.sql<Row>('select * from authentication_level where code = $1 for share', [code])
  return row ? levelOfRow(row) : null
}

/** A level with its row locked. Two who create the same one take turns. */
export async function lockLevel(tx: Tx, code: string): Promise<Level | null> {
  await tx.sql('select pg_advisory_xact_lock(hashtext($1))', [`authentication_level ${code}`])
  const [row] = await tx.sql<Row>('select * from authentication_level where code = $1 for update', [code])
  return row ? levelOfRow(row) : null
}

/** How many levels there are. */
export async function countLevels(tx: Tx): Promise<number> {
  const [row] = await tx.sql<{ count: string }>('select count(*) from authentication_level')
  return Number(row?.count ?? 0)
}

/** Puts a version of a level on record, and makes it the one that counts. */
export async function putLevel(tx: Tx, level: Level, { actorId, reason, at }: LevelChange): Promise<void> {
  const values = [
    level.code,
    level.version,
    level.name,
    level.operations,
    JSON.stringify(level.maxPerTransaction),
    JSON.stringify(level.maxPerDay),
    level.partnerGroups ?? null,
  ]
  const columns = 'code, version, name, operations, max_per_transaction, max_per_day, partner_groups'
  await tx.sql(
    `insert into authentication_level (${columns}) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (code) do update set version = excluded.version, name = excluded.name, operations = excluded.operations,
       max_per_transaction = excluded.max_per_transaction, max_per_day = excluded.max_per_day, partner_groups = excluded.partner_groups`,
    values,
  )
  await tx.sql(
    `insert into authentication_level_version (${columns}, changed_by, reason, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [...values, actorId, reason, at],
  )
}

/** Versions of a level, newest first, below a version (0: from the newest). */
export async function levelVersions(
  sql: Sql,
  code: string,
  below: number,
  limit: number,
): Promise<(Level & { changedById: string; reason: string; changedAt: string })[]> {
  const rows = await sql<Row & { changed_by: string; reason: string; changed_at: string }>(
    `select * from authentication_level_version where code = $1 and ($2 = 0 or version < $2) order by version desc limit $3`,
    [code, below, limit],
  )
  return rows.map((row) => ({
    ...levelOfRow(row),
    changedById: row.changed_by,
    reason: row.reason,
    changedAt: row.changed_at,
  }))
}
