import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { canonicalBytes } from './jcs.ts'

/** A public Ed25519 key as a JSON Web Key (RFC 8037): `x` is the 32 bytes of the key in base64url. */
export type PublicJwk = { kty: 'OKP'; crv: 'Ed25519'; x: string }

/**
 * 32 bytes in base64url without padding; the last letter's two spare bits are zero, so that each key is written one
 * way.
 */
const keyText = z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/)

/** A public key and nothing beside it. */
export const publicJwkSchema = z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: keyText })

/** A key file as hubs publish it: the key, and further members (`kid`, `use`, `alg`) that do not matter here. */
const keyFileSchema = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: keyText })

/** Reads a public Ed25519 key from a JWK, further members allowed. Null for anything else. */
export function parsePublicJwk(value: unknown): PublicJwk | null {
  const parsed = keyFileSchema.safeParse(value)
  return parsed.success ? parsed.data : null
}

/** The JWK of an Ed25519 key; of a private key its public half. Throws for other kinds of keys. */
export function publicJwkOf(key: KeyObject): PublicJwk {
  const parsed = parsePublicJwk((key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' }))
  if (parsed === null) throw new Error('The log is signed with Ed25519 keys only.')
  return parsed
}

/** The key object of a JWK. */
export function publicKeyOf(jwk: PublicJwk): KeyObject {
  return createPublicKey({ key: jwk, format: 'jwk' })
}

/** The 32 bytes of the key (RFC 8032). */
export function rawPublicKey(jwk: PublicJwk): Uint8Array {
  return Buffer.from(jwk.x, 'base64url')
}

/** The key's fingerprint to compare by eye or by program: its JWK thumbprint (RFC 7638), SHA-256 in base64url. */
export function fingerprintOf({ crv, kty, x }: PublicJwk): string {
  return createHash('sha256').update(canonicalBytes({ crv, kty, x })).digest('base64url')
}
