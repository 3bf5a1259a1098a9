import type { Actor } from '@torihiki/shared/identity/actor.ts'
import type { VerifiedToken } from '@torihiki/shared/identity/access-token.ts'
import { deriveBytes } from '@torihiki/shared/identity/derive.ts'
import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'

/** How long somebody stays signed in at the consoles. */
export const consoleSessionHours = 8
const cookieName = 'torihiki_console'
const audience = 'torihiki-console'
const claims = z.object({ sub: z.string(), roles: z.array(z.string()), sid: z.string(), exp: z.number() })

/** The cookie of the consoles: not readable by scripts, never sent from other sites. */
export const consoleCookie = {
  read: (header: string | undefined): string | null =>
    header
      ?.split(/; */)
      .find((pair) => pair.startsWith(`${cookieName}=`))
      ?.slice(cookieName.length + 1) ?? null,
  write: (token: string, secure: boolean): string =>
    `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${consoleSessionHours * 3_600}${secure ? '; Secure' : ''}`,
  clear: `${cookieName}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`,
}

export type ConsoleSessions = {
  sign(actor: Actor): Promise<string>
  verify(token: string): Promise<VerifiedToken | null>
}

/** Signs and verifies the sessions of the consoles (JWT, HS256, a key of their own). */
export function createConsoleSessions(hubSecret: string): ConsoleSessions {
  const key = deriveBytes(hubSecret, 'console-session')
  return {
    sign: (actor) =>
      new SignJWT({ roles: [...actor.roles], sid: actor.sessionId })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(actor.memberId)
        .setAudience(audience)
        .setExpirationTime(`${consoleSessionHours}h`)
        .sign(key),
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], audience })
        const { sub, roles, sid, exp } = claims.parse(payload)
        return { actor: { memberId: sub, roles, sessionId: sid }, expiresAt: new Date(exp * 1_000) }
      } catch {
        return null
      }
    },
  }
}
