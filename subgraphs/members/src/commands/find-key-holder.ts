import { timingSafeEqual } from 'node:crypto'
import type { MembersServices } from '../services.ts'

/** How coarse the time of a key's last use is: it is written at most this often. */
export const lastUseSeconds = 60
/** What no API key can do, whoever made it: its holder acts without these roles. */
const neverByKey = ['ADMIN', 'OPERATOR']

/** Whom an API key stands for, and until when. */
export type KeyHolder = { apiKeyId: string; memberId: string; roles: string[]; scopes: string[]; expiresAt: string }

/**
 * Who holds the API key with this handle and this SHA-256 (A6); null when there is none that holds: unknown, expired or revoked, or its
 * member is not ACTIVE. Notes the use.
 */
export async function findKeyHolder(
  services: MembersServices,
  handle: string,
  hash: string,
): Promise<KeyHolder | null> {
  const now = services.now()
  const [row] = await services.store.query<{
    id: string
    hash: string
    member_id: string
    roles: string[]
    scopes: string[]
    expires_at: string
    used_lately: boolean
  }>(
    `select k.id, k.hash, k.member_id, m.roles, k.scopes, k.expires_at,
       coalesce(k.last_used_at > $2::timestamptz - make_interval(secs => $3), false) as used_lately
     from api_key k join member m on m.id = k.member_id
     where k.handle = $1 and k.revoked_at is null and k.expires_at > $2 and m.status = 'ACTIVE'`,
    [handle, now, lastUseSeconds],
  )
  if (!row || !equals(row.hash, hash)) return null
  if (!row.used_lately) await noteUse(services, row.id, now)
  return {
    apiKeyId: row.id,
    memberId: row.member_id,
    roles: row.roles.filter((role) => !neverByKey.includes(role)),
    scopes: row.scopes,
    expiresAt: new Date(row.expires_at).toISOString(),
  }
}

/** Asked anew in the statement: of several gateways that see a first use at once one writes it. */
async function noteUse(services: MembersServices, id: string, now: Date): Promise<void> {
  await services.store.query(
    `update api_key set last_used_at = $2
     where id = $1 and (last_used_at is null or last_used_at <= $2::timestamptz - make_interval(secs => $3))`,
    [id, now, lastUseSeconds],
  )
}

function equals(kept: string, given: string): boolean {
  const [a, b] = [Buffer.from(kept), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}
