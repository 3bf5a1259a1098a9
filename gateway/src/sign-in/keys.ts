import type { Sealer } from '@torihiki/shared/identity/seal.ts'
import type { JWK } from 'oidc-provider'
import { z } from 'zod'
import type { AskMembers } from './ask-members.ts'

/** For how long the keys are taken as read: far less than a key is published before it signs. */
export const keysKeptMs = 60_000

const jwkForm = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
})

/** Gives what is made of the present keys, and makes it anew when they are others (B22). */
export function madeOfKeys<T>(
  ask: AskMembers,
  sealer: Sealer,
  make: (keys: readonly JWK[]) => T,
  now: () => number = Date.now,
): () => Promise<T> {
  let made: { ids: string; readAt: number; value: T } | null = null
  let reading: Promise<T> | null = null
  const read = async (): Promise<T> => {
    const readAt = now()
    const keys = await ask({ ask: 'keys' })
    const ids = keys.map(({ keyId }) => keyId).join(' ')
    const value = made?.ids === ids ? made.value : make(keys.map((key) => opened(sealer, key)))
    made = { ids, readAt, value }
    return value
  }
  return () => {
    if (made && now() - made.readAt < keysKeptMs) return Promise.resolve(made.value)
    reading ??= read().finally(() => (reading = null))
    return reading
  }
}

function opened(sealer: Sealer, { keyId, sealed }: { keyId: string; sealed: string }): JWK {
  const text = sealer.open(Buffer.from(sealed, 'base64'), keyId).toString('utf8')
  return { ...jwkForm.parse(JSON.parse(text)), kid: keyId, use: 'sig', alg: 'ES256' }
}
