import { z } from 'zod'
import { isInstant } from './checkpoint.ts'
import { leafHash } from './hash.ts'
import { canonicalBytes, isJsonValue, type JsonObject } from './jcs.ts'

/** What is put on a contract's notarized record (A5, A10, A11). */
export const entryKinds = [
  'CONTRACT_NOTARIZED',
  'DELIVERY_REPORTED',
  'SETTLEMENT_REPORTED',
  'GOODS_REPORTED',
  'CONTRACT_CANCELLED',
] as const

/** The log's own record of a new key, which belongs to no contract. */
export const keyEntryKind = 'LOG_KEY_ROTATED'

/** One of `entryKinds`. */
export type EntryKind = (typeof entryKinds)[number]

/**
 * What a leaf of the log covers. The salt, drawn for each entry, keeps anyone who knows the log's hashes from guessing
 * contents. `at` is when the hub recorded it (RFC 3339, UTC, milliseconds).
 */
export type EntryContent = {
  readonly v: 1
  readonly kind: EntryKind
  readonly contractId: string
  readonly contractCode: string
  readonly at: string
  readonly body: JsonObject
  readonly salt: string
}

/** What a leaf covers that says that the log has a new key: `voucher` is the old key's statement (`signVoucher`). */
export type KeyEntryContent = {
  readonly v: 1
  readonly kind: typeof keyEntryKind
  readonly at: string
  readonly body: { readonly voucher: string }
  readonly salt: string
}

/** Ids and codes have at most this many characters. */
const maxNameLength = 100

const name = z.string().min(1).max(maxNameLength)

/** At least 128 random bits in base64url or hexadecimal. */
const salt = z.string().regex(/^[A-Za-z0-9_-]{22,128}$/, 'a salt has 22 to 128 letters, digits, hyphens and underlines')

/** Refuses unknown names. The body is handed on as it came, so that what is hashed is what was read. */
export const entryContentSchema = z.strictObject({
  v: z.literal(1),
  kind: z.enum(entryKinds),
  contractId: name,
  contractCode: name,
  at: z.string().refine(isInstant, 'not an instant such as 2026-11-21T06:30:00.000Z'),
  body: z.custom<JsonObject>(isJsonObject, 'not an object of JSON'),
  salt,
})

/** The leaf's hash in the log: SHA-256(0x00 ‖ JCS of the content, salt included). Throws for what is not JSON. */
export function entryLeafHash({ v, kind, contractId, contractCode, at, body, salt }: EntryContent): Uint8Array {
  return leafHash(canonicalBytes({ v, kind, contractId, contractCode, at, body, salt }))
}

/** As `entryContentSchema`, of a key's entry. */
export const keyEntrySchema = z.strictObject({
  v: z.literal(1),
  kind: z.literal(keyEntryKind),
  at: z.string().refine(isInstant, 'not an instant such as 2026-11-21T06:30:00.000Z'),
  body: z.strictObject({ voucher: z.string() }),
  salt,
})

/** The leaf's hash of a key's entry, made as for the others. */
export function keyEntryLeafHash({ v, kind, at, body, salt: drawn }: KeyEntryContent): Uint8Array {
  return leafHash(canonicalBytes({ v, kind, at, body: { voucher: body.voucher }, salt: drawn }))
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && !Array.isArray(value) && value !== null && isJsonValue(value)
}
