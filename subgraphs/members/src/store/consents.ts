import type { Tx } from '@torihiki/shared/store/store.ts'
import type { PersonalField } from '../domain/personal.ts'

type Sql = Tx['sql']

/** A consent as it is on record (B17). */
export type ConsentRow = {
  id: string
  member_id: string
  merchant_id: string
  fields: PersonalField[]
  given_at: string
  revoked_at: string | null
}

/** A consent of a member, or null. */
export async function consentById(sql: Sql, memberId: string, id: string): Promise<ConsentRow | null> {
  const [row] = await sql<ConsentRow>('select * from consent where id = $1 and member_id = $2', [id, memberId])
  return row ?? null
}

/** The consents of a member, newest first. */
export async function consentsOf(
  sql: Sql,
  memberId: string,
  after: { at: string | null; id: string | null },
  limit: number,
): Promise<ConsentRow[]> {
  return sql<ConsentRow>(
    `select * from consent where member_id = $1 and ($2::timestamptz is null or (given_at, id) < ($2, $3::uuid))
     order by given_at desc, id desc limit $4`,
    [memberId, after.at, after.id, limit],
  )
}
