import { accessTokenLifetimeSeconds } from '@torihiki/shared/identity/access-token.ts'
import { hashOfApiKey, readApiKey } from '@torihiki/shared/identity/api-key.ts'
import { apiScopes } from '@torihiki/shared/identity/scopes.ts'
import { z } from 'zod'
import type { Upstream } from '../upstreams/upstream.ts'
import type { Admitted } from './authenticate.ts'
import { KeptAnswers } from './kept-answers.ts'
import { question } from './question.ts'

/** How long an answer about a key is taken as still true: the bound on a revocation whose hint was lost. */
export const keyAnswerKeptMs = 5_000

const query = `query KeyHolder($handle: String!, $hash: String!) {
  _apiKey(handle: $handle, hash: $hash) { apiKeyId memberId roles scopes expiresAt }
}`
const holderForm = z.object({
  apiKeyId: z.string(),
  memberId: z.string(),
  roles: z.array(z.string()),
  scopes: z.array(z.enum(apiScopes)),
  expiresAt: z.coerce.date(),
})
const answerForm = z.object({ _apiKey: holderForm.nullable() })
type Holder = z.infer<typeof holderForm>

/** Exchanges API keys for actors (A6). */
export type ApiKeys = {
  /** Who holds the key; null when it does not hold. Rejects when `members` cannot be asked. */
  admit(key: string): Promise<Admitted | null>
  /** The rights of a member may have changed: what is known of its keys is asked anew. */
  forget(memberId: string): void
}

/**
 * Asks the subgraph `members` by a field that only the gateway can reach, and only by the key's SHA-256. The answer is kept for a few
 * seconds; a hint ends that at once. What a key opened must be renewed as often as what a token opened.
 */
export function createApiKeys(members: Upstream, now: () => number = Date.now): ApiKeys {
  const holders = new KeptAnswers<Holder>({ keptMs: keyAnswerKeptMs, now })
  const ask = question(members, query, answerForm)
  return {
    async admit(key) {
      const read = readApiKey(key)
      if (!read) return null
      const hash = hashOfApiKey(key)
      const holder = await holders.of(hash, async () => (await ask({ handle: read.handle, hash }))._apiKey)
      return holder && holder.expiresAt.getTime() > now() ? admittedBy(holder, now()) : null
    },
    forget: (memberId) => holders.forget(memberId),
  }
}

function admittedBy({ memberId, roles, apiKeyId, scopes, expiresAt }: Holder, now: number): Admitted {
  const latest = now + accessTokenLifetimeSeconds * 1_000
  return {
    actor: { memberId, roles, sessionId: apiKeyId, scopes },
    expiresAt: new Date(Math.min(expiresAt.getTime(), latest)),
  }
}
