import { randomUUID } from 'node:crypto'
import { accessTokenLifetimeSeconds } from '@torihiki/shared/identity/access-token.ts'
import { hashOfApiKey, readApiKey } from '@torihiki/shared/identity/api-key.ts'
import { apiScopes } from '@torihiki/shared/identity/scopes.ts'
import { parse } from 'graphql'
import { z } from 'zod'
import type { PreparedFetch, Upstream } from '../upstreams/upstream.ts'
import type { Admitted } from './authenticate.ts'

/** How long an answer about a key is taken as still true: the bound on a revocation whose hint was lost. */
export const keyAnswerKeptMs = 5_000
/** How many answers are kept. */
const keptAnswers = 10_000
/** How often a question is asked anew because rights changed while it was under way. */
const mostQuestions = 3

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
  const known = new Map<string, { holder: Holder | null; readAt: number }>()
  const underWay = new Map<string, Promise<Holder | null>>()
  let fetch: PreparedFetch | null = null
  let changes = 0
  const ask = async (handle: string, hash: string): Promise<Holder | null> => {
    fetch ??= members.prepare({ query, document: parse(query), operationName: 'KeyHolder' })
    const identity = { actor: null, requestId: randomUUID() }
    const { data, errors } = await fetch.send({ variables: { handle, hash }, representations: null }, { identity })
    if (errors?.[0]) throw new Error(`members could not be asked about an API key: ${errors[0].message}`)
    return answerForm.parse(data)._apiKey
  }
  const askUntilSettled = async (handle: string, hash: string): Promise<Holder | null> => {
    for (let question = 1; ; question++) {
      const before = changes
      const readAt = now()
      const holder = await ask(handle, hash)
      if (changes !== before && question < mostQuestions) continue
      if (changes === before) keep(known, hash, { holder, readAt })
      return holder
    }
  }
  const holderOf = (handle: string, hash: string): Promise<Holder | null> => {
    const found = known.get(hash)
    if (found && now() - found.readAt < keyAnswerKeptMs) return Promise.resolve(found.holder)
    const same = underWay.get(hash)
    if (same) return same
    const asked = askUntilSettled(handle, hash).finally(() => underWay.delete(hash))
    underWay.set(hash, asked)
    return asked
  }
  return {
    async admit(key) {
      const read = readApiKey(key)
      const holder = read && (await holderOf(read.handle, hashOfApiKey(key)))
      return holder && holder.expiresAt.getTime() > now() ? admittedBy(holder, now()) : null
    },
    forget(memberId) {
      changes++
      for (const [hash, { holder }] of known) if (holder?.memberId === memberId) known.delete(hash)
    },
  }
}

function admittedBy({ memberId, roles, apiKeyId, scopes, expiresAt }: Holder, now: number): Admitted {
  const latest = now + accessTokenLifetimeSeconds * 1_000
  return {
    actor: { memberId, roles, sessionId: apiKeyId, scopes },
    expiresAt: new Date(Math.min(expiresAt.getTime(), latest)),
  }
}

function keep<V>(known: Map<string, V>, hash: string, value: V): void {
  known.delete(hash)
  if (known.size >= keptAnswers) known.delete(known.keys().next().value ?? '')
  known.set(hash, value)
}
