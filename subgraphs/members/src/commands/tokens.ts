import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { accessTokenLifetimeSeconds, signAccessToken } from '@torihiki/shared/identity/access-token.ts'

/** How long a refresh token may be used. */
export const refreshTokenLifetimeDays = 30
const refreshTokenBytes = 32

/** Issues access tokens, and says until when each holds. */
export type TokenIssuer = { access(actor: Actor, now: Date): Promise<{ token: string; expiresAt: Date }> }

/** Issues access tokens signed with the hub's key. */
export function createTokenIssuer(hubSecret: string): TokenIssuer {
  return {
    async access(actor, now) {
      const expiresAt = new Date(now.getTime() + accessTokenLifetimeSeconds * 1_000)
      return { token: await signAccessToken(hubSecret, actor, now), expiresAt }
    },
  }
}

/** A new refresh token and the hash under which it is kept: the token itself is stored nowhere. */
export function newRefreshToken(now: Date): { token: string; hash: Buffer; expiresAt: Date } {
  const token = randomBytes(refreshTokenBytes).toString('base64url')
  return {
    token,
    hash: hashOfRefreshToken(token),
    expiresAt: new Date(now.getTime() + refreshTokenLifetimeDays * 86_400_000),
  }
}

/** Under what a refresh token is kept and found: its SHA-256, for the token itself is random enough to need no salt. */
export function hashOfRefreshToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
