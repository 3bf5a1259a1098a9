import type { Tx } from '@torihiki/shared/store/store.ts'

type Sql = Tx['sql']

/** An API key as it is on record, without its hash. */
export type ApiKeyRow = {
  id: string
  handle: string
  name: string
  scopes: string[]
  created_at: string
  last_used_at: string | null
  expires_at: string
  revoked_at: string | null
}

const columns = 'id, handle, name, scopes, created_at, last_used_at, expires_at, revoked_at'

/** A key by its id. */
export async function apiKeyById(sql: Sql, id: string): Promise<ApiKeyRow | null> {
  const [row] = await sql<ApiKeyRow>(`select ${columns} from api_key where id = $1`, [id])
  return row ?? null
}

/** A member's keys, newest first, after the one that was made at this instant and has this id. */
export async function apiKeysOf(
  sql: Sql,
  memberId: string,
  after: { at: string | null; id: string | null },
  limit: number,
): Promise<ApiKeyRow[]> {
  return sql<ApiKeyRow>(
    `select ${columns} from api_key where member_id = $1 and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
     order by created_at desc, id desc limit $4`,
    [memberId, after.at, after.id, limit],
  )
}
