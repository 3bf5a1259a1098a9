import { newId } from '@torihiki/shared/ids.ts'
import type { Money } from '@torihiki/shared/money.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'

type Sql = Tx['sql']

/** An application for membership as it is on record (B1). What was found in vetting it is sealed under the applicant's key. */
export type ApplicationRow = {
  id: string
  member_id: string
  roles: string[]
  addressed_to: string
  channel: string
  operator_id: string | null
  credit_minor: string | null
  credit_currency: string | null
  applied_at: string
  status: 'OPEN' | 'APPROVED' | 'REJECTED' | 'ERASED'
  decided_by: string | null
  decided_at: string | null
  vetting: Buffer | null
}

/** Puts an application on record. One of a member is open at a time. */
export async function insertApplication(
  tx: Tx,
  given: {
    memberId: string
    roles: readonly string[]
    addressedTo: string
    channel: string
    operatorId: string | null
    creditLine: Money | null
    at: Date
  },
): Promise<string> {
  const id = newId(given.at.getTime())
  await tx.sql(
    `insert into application (id, member_id, roles, addressed_to, channel, operator_id, credit_minor, credit_currency, applied_at, status)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'OPEN')`,
    [
      id,
      given.memberId,
      given.roles,
      given.addressedTo,
      given.channel,
      given.operatorId,
      given.creditLine?.minor ?? null,
      given.creditLine?.currency ?? null,
      given.at,
    ],
  )
  return id
}

/** The application of a member that waits for a decision; null when none does. */
export async function openApplication(sql: Sql, memberId: string): Promise<ApplicationRow | null> {
  const [row] = await sql<ApplicationRow>(`select * from application where member_id = $1 and status = 'OPEN'`, [
    memberId,
  ])
  return row ?? null
}

/** The newest application of a member, whatever became of it. */
export async function newestApplication(sql: Sql, memberId: string): Promise<ApplicationRow | null> {
  const [row] = await sql<ApplicationRow>(
    'select * from application where member_id = $1 order by applied_at desc, id desc limit 1',
    [memberId],
  )
  return row ?? null
}

/** Notes what was decided. */
export async function decideApplication(
  tx: Tx,
  id: string,
  decision: { status: 'APPROVED' | 'REJECTED'; by: string; at: Date; vetting: Buffer | null },
): Promise<void> {
  await tx.sql('update application set status = $2, decided_by = $3, decided_at = $4, vetting = $5 where id = $1', [
    id,
    decision.status,
    decision.by,
    decision.at,
    decision.vetting,
  ])
}

/** Applications, newest first: all, or those addressed to somebody. */
export async function applications(
  sql: Sql,
  filter: { addressedTo: string | null; status: string | null },
  after: { at: string | null; id: string | null },
  limit: number,
): Promise<ApplicationRow[]> {
  return sql<ApplicationRow>(
    `select * from application where ($1::uuid is null or addressed_to = $1) and ($2::text is null or status = $2)
       and ($3::timestamptz is null or (applied_at, id) < ($3, $4::uuid)) order by applied_at desc, id desc limit $5`,
    [filter.addressedTo, filter.status, after.at, after.id, limit],
  )
}
