import { createPublicKey, randomUUID } from 'node:crypto'
import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { contactChannels, type Actor } from './actor.ts'
import { deriveSigningKey } from './derive.ts'
import { apiScopes } from './scopes.ts'

/** How long an access token holds: short, for it cannot be taken back. */
export const accessTokenLifetimeSeconds = 600
const issuer = 'torihiki'
const audience = 'torihiki-gateway'
const keyLabel = 'access-token'

const operatorForm = z.object({ memberId: z.string(), channel: z.enum(contactChannels) })
const claims = z.object({
  sub: z.string(),
  roles: z.array(z.string()),
  sid: z.string(),
  exp: z.number(),
  scopes: z.array(z.enum(apiScopes)).optional(),
  operator: operatorForm.optional(),
  order: z.string().optional(),
})

/** Signs an access token: a JWT (RFC 7519) with EdDSA (RFC 8037), issuer, audience, key id and expiry. */
export async function signAccessToken(hubSecret: string, actor: Actor, now: Date): Promise<string> {
  const { privateKey, keyId } = deriveSigningKey(hubSecret, keyLabel)
  const issuedAt = Math.floor(now.getTime() / 1_000)
  return new SignJWT({
    roles: [...actor.roles],
    sid: actor.sessionId,
    ...(actor.scopes && { scopes: [...actor.scopes] }),
    ...(actor.operator && { operator: actor.operator }),
    ...(actor.orderCode && { order: actor.orderCode }),
  })
    .setProtectedHeader({ alg: 'EdDSA', kid: keyId })
    .setSubject(actor.memberId)
    .setJti(randomUUID())
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + accessTokenLifetimeSeconds)
    .sign(privateKey)
}

/** Who sent a valid token, and until when it holds. */
export type VerifiedToken = { actor: Actor; expiresAt: Date }

/**
 * A verifier of access tokens: EdDSA only, issuer, audience and expiry checked. Knows the keys of the present secret and of
 * earlier ones, by key id, so that a secret can be changed while tokens of the old one run out. Null for what is not valid.
 */
export function createTokenVerifier(hubSecrets: readonly string[]): (token: string) => Promise<VerifiedToken | null> {
  const keys = new Map(
    hubSecrets.map((secret) => {
      const { privateKey, keyId } = deriveSigningKey(secret, keyLabel)
      return [keyId, createPublicKey(privateKey)]
    }),
  )
  return async (token) => {
    try {
      const key = keys.get(decodeProtectedHeader(token).kid ?? '')
      if (!key) return null
      const { payload } = await jwtVerify(token, key, { algorithms: ['EdDSA'], issuer, audience })
      const { sub, roles, sid, exp, scopes, operator, order } = claims.parse(payload)
      const further = { ...(scopes && { scopes }), ...(operator && { operator }), ...(order && { orderCode: order }) }
      return { actor: { memberId: sub, roles, sessionId: sid, ...further }, expiresAt: new Date(exp * 1_000) }
    } catch {
      return null
    }
  }
}
