import { createTokenVerifier, type VerifiedToken } from '@torihiki/shared/identity/access-token.ts'
import type { IncomingHttpHeaders } from 'node:http'
import { consoleCookie, createConsoleSessions } from './console-session.ts'

/** Who a request comes from: a verified party, nobody, or a token that is not valid (any more). */
export type Authentication = VerifiedToken | 'NOBODY' | 'INVALID'

export type Authenticator = {
  /** By the `Authorization` header or connection parameter. */
  byBearer(authorization: string | undefined): Promise<Authentication>
  /** By header, else by the cookie of the consoles. */
  byHeaders(headers: IncomingHttpHeaders): Promise<Authentication>
}

const longestToken = 4_096

/** Authenticates requests (A6). The cookie serves GraphiQL and the dashboards alone: it is SameSite=Strict and HttpOnly. */
export function createAuthenticator(hubSecrets: readonly [string, ...string[]]): Authenticator {
  const verify = createTokenVerifier(hubSecrets)
  const sessions = createConsoleSessions(hubSecrets[0])
  const byBearer: Authenticator['byBearer'] = async (authorization) => {
    if (!authorization) return 'NOBODY'
    const token = /^Bearer (\S+)$/i.exec(authorization)?.[1]
    if (!token || token.length > longestToken) return 'INVALID'
    return (await verify(token)) ?? 'INVALID'
  }
  return {
    byBearer,
    async byHeaders(headers) {
      if (headers.authorization) return byBearer(headers.authorization)
      const cookie = consoleCookie.read(headers.cookie)
      return cookie ? ((await sessions.verify(cookie)) ?? 'NOBODY') : 'NOBODY'
    },
  }
}
