import { randomBytes } from 'node:crypto'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { apiKeyBytes, hashOfApiKey, readApiKey, writeApiKey } from '@torihiki/shared/identity/api-key.ts'
import { memberHint } from '@torihiki/shared/identity/member-hints.ts'
import { apiScopes } from '@torihiki/shared/identity/scopes.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import type { MembersServices } from '../services.ts'
import { audit } from '../store/audit.ts'
import { lockMember } from '../store/members.ts'

/** How many keys a member may have that are neither revoked nor expired: each is one more thing to keep safe. */
export const mostApiKeys = 20
/** The longest time for which a key may be made: machines change theirs once a year at least. */
export const longestKeyDays = 366

const createForm = z.object({
  idempotencyKey: form.idempotencyKey,
  name: form.text(100),
  scopes: z.array(z.enum(apiScopes)).min(1, 'Name at least one scope'),
  expiresAt: z.iso.datetime({ offset: true }),
})
const revokeForm = z.object({ idempotencyKey: form.idempotencyKey, apiKeyId: form.id })

/**
 * Makes an API key for the actor (A6). `key` is the key itself and is given this once: it is kept nowhere, only its SHA-256 is. The same
 * request sent again makes no second one and gives null for it. Refuses INVALID_INPUT, MEMBER_NOT_ACTIVE, TOO_MANY_API_KEYS.
 */
export async function createApiKey(
  services: MembersServices,
  actor: Actor,
  raw: unknown,
): Promise<{ apiKeyId: string; key: string | null } | Refusal> {
  const input = parseInput(createForm, raw)
  if (isRefusal(input)) return input
  const now = services.now()
  const expiresAt = new Date(input.expiresAt)
  if (expiresAt <= now || expiresAt.getTime() > now.getTime() + longestKeyDays * 86_400_000)
    return refuseInput([
      { path: 'expiresAt', message: `It must be in the future, within ${longestKeyDays} days from now.` },
    ])
  let made: string | null = null
  const request = { actor, operation: 'createApiKey', idempotencyKey: input.idempotencyKey, input: raw }
  const answer = await runCommand(services.store, request, async (tx) => {
    const member = await lockMember(tx, actor.memberId)
    if (member?.status !== 'ACTIVE') return refuse('MEMBER_NOT_ACTIVE')
    const [{ count } = { count: '0' }] = await tx.sql<{ count: string }>(
      'select count(*) from api_key where member_id = $1 and revoked_at is null and expires_at > $2',
      [member.id, now],
    )
    if (Number(count) >= mostApiKeys)
      return refuse('TOO_MANY_API_KEYS', `You have ${count} keys, and ${mostApiKeys} is the most. Revoke one.`, {
        limit: mostApiKeys,
      })
    const key = writeApiKey(randomBytes(apiKeyBytes.handle), randomBytes(apiKeyBytes.secret))
    const apiKeyId = await insertKey(tx, key, { ...input, memberId: member.id, expiresAt, now })
    await audit(tx, actor, 'createApiKey', apiKeyId, now)
    made = key
    return { apiKeyId }
  })
  return isRefusal(answer) ? answer : { ...answer, key: made }
}

async function insertKey(
  tx: Tx,
  key: string,
  given: { memberId: string; name: string; scopes: readonly string[]; expiresAt: Date; now: Date },
): Promise<string> {
  const id = newId()
  const { memberId, name, scopes, expiresAt, now } = given
  await tx.sql(
    `insert into api_key (id, member_id, handle, hash, name, scopes, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, memberId, readApiKey(key)?.handle, hashOfApiKey(key), name, [...new Set(scopes)], now, expiresAt],
  )
  return id
}

/**
 * Revokes an API key: it is refused from then on, and live connections of its member end. For its owner and administrators; to others it
 * is NOT_FOUND. A key that is revoked or expired already stays as it is.
 */
export async function revokeApiKey(
  services: MembersServices,
  actor: Actor,
  raw: unknown,
): Promise<{ apiKeyId: string } | Refusal> {
  const input = parseInput(revokeForm, raw)
  if (isRefusal(input)) return input
  const now = services.now()
  const request = { actor, operation: 'revokeApiKey', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const [key] = await tx.sql<{ member_id: string; revoked_at: string | null }>(
      'select member_id, revoked_at from api_key where id = $1 for no key update',
      [input.apiKeyId],
    )
    if (!key || (key.member_id !== actor.memberId && !actor.roles.includes('ADMIN')))
      return refuse('NOT_FOUND', 'You have no API key with this id.')
    if (key.revoked_at === null) {
      await tx.sql('update api_key set revoked_at = $2 where id = $1', [input.apiKeyId, now])
      await audit(tx, actor, 'revokeApiKey', input.apiKeyId, now)
      tx.afterCommit(() => services.hints.publish([memberHint(key.member_id)]))
    }
    return { apiKeyId: input.apiKeyId }
  })
}
