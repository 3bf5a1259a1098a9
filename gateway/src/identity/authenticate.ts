import { createTokenVerifier } from '@torihiki/shared/identity/access-token.ts'
import { apiKeyMark } from '@torihiki/shared/identity/api-key.ts'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import type { IncomingHttpHeaders } from 'node:http'
import type { ApiKeys } from './api-keys.ts'
import { consoleCookie, createConsoleSessions } from './console-session.ts'
import type { EndedSessions } from './ended-sessions.ts'
import type { SessionHolders } from './session-holders.ts'

/** Who a request or a socket comes from: a verified party, or nobody in particular. */
export type Admitted = {
  readonly actor: Actor | null
  /** Until when that is known. Null when it does not run out. */
  readonly expiresAt: Date | null
  /** Headers of the client to be passed on to subgraphs in other processes. */
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * Tells who a request or a socket comes from: by the `authorization` parameter of a socket if there is one, else by headers.
 * INVALID when what is stated is not valid (any more).
 */
export type Authenticate = (
  authorization: string | undefined,
  headers: IncomingHttpHeaders,
) => Promise<Admitted | 'INVALID'>

const longestToken = 4_096
/** Verified tokens that are remembered, so that a client's next requests need no second look at the signature. */
const rememberedTokens = 10_000
const nobody: Admitted = { actor: null, expiresAt: null }

/**
 * Authenticates requests (A6): by an access token, or by an API key, which is exchanged for its holder. The cookie serves GraphiQL and the dashboards alone: it is SameSite=Strict and HttpOnly, and whom it
 * stands for, with which roles, is asked of `members`. Tokens of sessions that are known to have ended are refused.
 */
export function createAuthenticate(
  hubSecrets: readonly [string, ...string[]],
  ended: EndedSessions,
  apiKeys: ApiKeys,
  holders: SessionHolders,
): Authenticate {
  const verify = remembering(createTokenVerifier(hubSecrets))
  const sessions = createConsoleSessions(hubSecrets[0])
  return async (stated, headers) => {
    const authorization = stated ?? headers.authorization
    if (authorization) {
      const token = /^Bearer (\S+)$/i.exec(authorization)?.[1]
      if (!token || token.length > longestToken) return 'INVALID'
      if (token.startsWith(apiKeyMark)) return (await apiKeys.admit(token)) ?? 'INVALID'
      const verified = await verify(token)
      return verified && !ended.has(verified.actor.sessionId) ? verified : 'INVALID'
    }
    const cookie = consoleCookie.read(headers.cookie)
    const session = cookie ? await sessions.verify(cookie) : null
    if (!session || ended.has(session.actor.sessionId)) return nobody
    const holder = await holders.find(session.actor.sessionId)
    return holder ? { ...session, actor: { ...session.actor, ...holder } } : nobody
  }
}

type Verifier = ReturnType<typeof createTokenVerifier>

/** What was valid stays so until it expires; whether its session has ended is asked apart, each time. */
function remembering(verify: Verifier): Verifier {
  const known = new Map<string, Awaited<ReturnType<Verifier>>>()
  return async (token) => {
    const found = known.get(token)
    if (found) {
      if (found.expiresAt.getTime() > Date.now()) return found
      known.delete(token)
      return null
    }
    const verified = await verify(token)
    if (!verified) return null
    if (known.size >= rememberedTokens) known.delete(known.keys().next().value ?? '')
    known.set(token, verified)
    return verified
  }
}
