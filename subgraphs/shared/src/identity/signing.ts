import { createHash, randomUUID } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { deriveBytes } from './derive.ts'
import { contactChannels, type Actor, type RequestIdentity } from './actor.ts'
import { apiScopes } from './scopes.ts'
import type { SubgraphName } from '@torihiki/schema'

/** How long a signed request may be under way. */
export const signatureLifetimeSeconds = 30
/** The header that carries the signature over HTTP; over WebSocket it is the extension of the same name. */
export const signatureHeader = 'x-torihiki-signature'

const claims = z.object({
  bh: z.string(),
  rid: z.string(),
  jti: z.string(),
  exp: z.number(),
  act: z
    .object({
      memberId: z.string(),
      roles: z.array(z.string()),
      sessionId: z.string(),
      // Not optional: a key whose scopes were lost on the way would be taken for a session.
      scopes: z.array(z.enum(apiScopes)).nullable(),
      // Nor this: an operator would be taken for the member.
      operator: z.object({ memberId: z.string(), channel: z.enum(contactChannels) }).nullable(),
      orderCode: z.string().nullable(),
    })
    .nullable(),
})

const keyOf = (hubSecret: string): Buffer => deriveBytes(hubSecret, 'gateway-to-subgraph')
const bodyHash = (body: string): string => createHash('sha256').update(body).digest('base64url')

/** The text of an operation over WebSocket that is signed: all that decides what is done. */
export function signedOperation(operation: {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined
  readonly operationName?: string | null | undefined
}): string {
  const { query, variables, operationName } = operation
  return JSON.stringify({ query, variables: variables ?? {}, operationName: operationName ?? null })
}

/** Signs a request to a subgraph: over its body, the actor, the subgraph's name and an expiry (JWT, RFC 7519, HS256). */
export async function signRequest(
  hubSecret: string,
  subgraph: SubgraphName,
  body: string,
  identity: RequestIdentity,
): Promise<string> {
  return new SignJWT({ bh: bodyHash(body), act: claimsOf(identity.actor), rid: identity.requestId })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(subgraph)
    .setIssuer('gateway')
    .setJti(randomUUID())
    .setExpirationTime(`${signatureLifetimeSeconds}s`)
    .sign(keyOf(hubSecret))
}

function claimsOf(actor: Actor | null) {
  return (
    actor && {
      ...actor,
      scopes: actor.scopes ?? null,
      operator: actor.operator ?? null,
      orderCode: actor.orderCode ?? null,
    }
  )
}

/** Checks signatures for one subgraph, each at most once. */
export type SignatureCheck = (signature: string | undefined, body: string) => Promise<RequestIdentity | null>

/** A check that knows which signatures it has seen: a replayed request is refused like a forged one (null). */
export function createSignatureCheck(hubSecret: string, subgraph: SubgraphName): SignatureCheck {
  const seen = new Map<string, number>()
  return async (signature, body) => {
    if (!signature) return null
    try {
      const { payload } = await jwtVerify(signature, keyOf(hubSecret), {
        algorithms: ['HS256'],
        audience: subgraph,
        issuer: 'gateway',
      })
      const { bh, act, rid, jti, exp } = claims.parse(payload)
      if (bh !== bodyHash(body) || seen.has(jti)) return null
      forgetExpired(seen)
      seen.set(jti, exp)
      return { actor: act, requestId: rid }
    } catch {
      return null
    }
  }
}

function forgetExpired(seen: Map<string, number>): void {
  const now = Date.now() / 1_000
  for (const [jti, exp] of seen) {
    if (exp >= now) return
    seen.delete(jti)
  }
}
