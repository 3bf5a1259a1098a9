import { verify } from 'node:crypto'
import { z } from 'zod'
import { publicJwkSchema, publicKeyOf, rawPublicKey, type PublicJwk } from './public-key.ts'

/** What a member's signature over its contract document covers (A5). */
export type SignedSubmission = {
  /** SHA-256 of the document as it was submitted, in lower-case hexadecimal. */
  sha256: string
  threadId: string
  side: 'BUYER' | 'SELLER'
}

/**
 * The message that a member signs, in UTF-8, each line ended by a line feed: the first line keeps the signature from meaning
 * anything elsewhere, the others bind it to one document, thread and side. The manual shows it.
 */
export function submissionMessage({ sha256, threadId, side }: SignedSubmission): string {
  return `torihiki contract submission v1\n${sha256}\n${threadId}\n${side}\n`
}

/** The message by which a member shows, when it registers a key, that it holds its private half. */
export function registrationMessage(memberId: string, publicKey: PublicJwk): string {
  return `torihiki signing key v1\n${memberId}\n${publicKey.x}\n`
}

/** A signature as it is on record: the key with it, so that it can be verified with nothing else. */
export const recordedSignatureSchema = z.strictObject({
  algorithm: z.literal('Ed25519'),
  keyId: z.string().min(1).max(100),
  publicKey: publicJwkSchema,
  /** 64 bytes in base64. */
  signature: z.string(),
})

/** A signature as it is on record. */
export type RecordedSignature = z.infer<typeof recordedSignatureSchema>

/** Is it an Ed25519 signature (64 bytes in their one base64 form) by this key over this message? Never throws. */
export function verifyMemberSignature(publicKey: PublicJwk, message: string, signature: string): boolean {
  if (!/^[A-Za-z0-9+/]{85}[AQgw]==$/.test(signature) || isWeakKey(publicKey)) return false
  try {
    return verify(null, Buffer.from(message, 'utf8'), publicKeyOf(publicKey), Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

/**
 * Public keys of small order, little-endian, without the sign bit: "signatures" by them hold for any message. The same list as
 * libsodium's.
 */
const WEAK_KEYS: ReadonlySet<string> = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
])

/** Is it a key by which anybody can sign? */
export function isWeakKey(publicKey: PublicJwk): boolean {
  const bytes = Buffer.from(rawPublicKey(publicKey))
  bytes[31] = (bytes[31] ?? 0) & 0x7f
  return WEAK_KEYS.has(bytes.toString('hex'))
}

/** Reads a public key as members give it: 32 bytes in base64 of either alphabet, or a JSON Web Key. Null for anything else. */
export function parseMemberKey(text: string): PublicJwk | null {
  const bytes = Buffer.from(text.trim(), 'base64')
  const isBase64 = /^[A-Za-z0-9+/_-]{43}=?$/.test(text.trim()) && bytes.length === 32
  const jwk = isBase64 ? { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') } : jsonOf(text)
  const parsed = z
    .object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: publicJwkSchema.shape.x })
    .safeParse(jwk)
  return parsed.success ? parsed.data : null
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
