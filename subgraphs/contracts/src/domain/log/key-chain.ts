import { sign, verify, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { isInstant, keyIdOf } from './checkpoint.ts'
import { isHash } from './hash.ts'
import {
  fingerprintOf,
  parsePublicJwk,
  publicJwkOf,
  publicJwkSchema,
  publicKeyOf,
  type PublicJwk,
} from './public-key.ts'

/**
 * The statement by which the log's key vouches for the one that follows it (A5): from the tree of `fromSize` leaves on, checkpoints are
 * signed by the new key; the tree before had this root.
 */
export type KeyVoucher = {
  readonly origin: string
  /** Number of the new key; the first key of a log is 1 and is vouched for by nobody. */
  readonly generation: number
  readonly oldKey: PublicJwk
  readonly newKey: PublicJwk
  readonly fromSize: bigint
  /** Root of the tree of `fromSize - 1` leaves, the last that the old key signed. */
  readonly rootHash: Uint8Array
  /** RFC 3339, UTC, in milliseconds. */
  readonly issuedAt: string
}

/** A log changes its key at most this often: once a week for nineteen years. */
export const maxGenerations = 1_000

/**
 * The voucher as a C2SP signed note: the text, an empty line, one signature line by the old key. The first line keeps it from being taken
 * for a checkpoint, whose first line is the log's name. Throws when the private key is not the old key's.
 */
export function signVoucher(oldPrivateKey: KeyObject, voucher: KeyVoucher): string {
  if (publicJwkOf(oldPrivateKey).x !== voucher.oldKey.x) throw new Error('A voucher is signed by the old key.')
  const text = voucherText(voucher)
  const signature = sign(null, Buffer.from(text, 'utf8'), oldPrivateKey)
  const line = Buffer.concat([Buffer.from(keyIdOf(voucher.origin, voucher.oldKey), 'hex'), signature])
  return `${text}\n— ${voucher.origin} ${line.toString('base64')}\n`
}

function voucherText({ origin, generation, oldKey, newKey, fromSize, rootHash, issuedAt }: KeyVoucher): string {
  return [
    'torihiki log key v1',
    origin,
    `generation ${generation}`,
    `old ${oldKey.x}`,
    `new ${newKey.x}`,
    `from ${fromSize}`,
    `root ${Buffer.from(rootHash).toString('base64')}`,
    `issued ${issuedAt}`,
    '',
  ].join('\n')
}

const noteForm =
  /^torihiki log key v1\n(?<origin>[^\n]+)\ngeneration (?<generation>[1-9]\d{0,3})\nold (?<old>[^\n]+)\nnew (?<new>[^\n]+)\nfrom (?<from>[1-9]\d{0,18})\nroot (?<root>[^\n]+)\nissued (?<issuedAt>[^\n]+)\n\n— (?<name>[^\n ]+) (?<signature>[^\n ]+)\n$/u

/** Reads a voucher and verifies its signature by the old key in it. Null unless it is, byte for byte, what `signVoucher` writes. */
export function readVoucher(note: string): KeyVoucher | null {
  const parts = noteForm.exec(note)?.groups
  if (parts === undefined) return null
  const [oldKey, newKey] = [jwkOf(parts['old']), jwkOf(parts['new'])]
  const rootHash = Buffer.from(parts['root'] ?? '', 'base64')
  const issuedAt = parts['issuedAt'] ?? ''
  if (oldKey === null || newKey === null || !isHash(rootHash) || !isInstant(issuedAt)) return null
  const voucher: KeyVoucher = {
    origin: parts['origin'] ?? '',
    generation: Number(parts['generation']),
    oldKey,
    newKey,
    fromSize: BigInt(parts['from'] ?? '0'),
    rootHash,
    issuedAt,
  }
  const signed = Buffer.from(parts['signature'] ?? '', 'base64')
  const written = `${voucherText(voucher)}\n— ${voucher.origin} ${signed.toString('base64')}\n`
  const keyId = Buffer.from(keyIdOf(voucher.origin, oldKey), 'hex')
  if (written !== note || signed.length !== 68 || !signed.subarray(0, 4).equals(keyId)) return null
  const holds = verify(null, Buffer.from(voucherText(voucher), 'utf8'), publicKeyOf(oldKey), signed.subarray(4))
  return holds ? voucher : null
}

/** A key that somebody trusts, and for which sizes of the tree: without bounds for all. */
export type TrustedKey = {
  readonly publicKey: PublicJwk
  readonly fromSize: bigint | null
  readonly toSize: bigint | null
}

/** How a certificate's key is known: it is one of the trusted ones, or one of those vouched for it. Without trusted keys: not at all. */
export type KeyTrust =
  | { ok: true; known: 'NOT_ASKED' | 'GIVEN'; vouchers: readonly KeyVoucher[] }
  | { ok: true; known: 'VOUCHED'; by: PublicJwk; vouchers: readonly KeyVoucher[] }
  | { ok: false; reason: string }

/**
 * Checks the chain of vouchers that ends at the key which signed a tree of that size, and finds a trusted key in it. Every voucher must be
 * by the key that the one before vouched for, for this log, with growing sizes.
 */
export function trustKey(
  signed: { origin: string; publicKey: PublicJwk; treeSize: bigint },
  notes: readonly string[],
  trusted: readonly TrustedKey[] | null,
): KeyTrust {
  const vouchers: KeyVoucher[] = []
  for (const [i, note] of notes.entries()) {
    const voucher = readVoucher(note)
    const before = vouchers.at(-1)
    if (voucher === null || voucher.origin !== signed.origin) return broken(i, 'is no voucher of this log’s key')
    if (before && (before.newKey.x !== voucher.oldKey.x || before.generation + 1 !== voucher.generation))
      return broken(i, 'was not made by the key before it')
    if (before && before.fromSize >= voucher.fromSize) return broken(i, 'does not come after the one before it')
    vouchers.push(voucher)
  }
  const last = vouchers.at(-1)
  if (last && (last.newKey.x !== signed.publicKey.x || last.fromSize > signed.treeSize))
    return { ok: false, reason: 'The keys in the certificate do not lead to the one that signed its checkpoint.' }
  if (trusted === null) return { ok: true, known: 'NOT_ASKED', vouchers }
  const is = (key: TrustedKey, x: string): boolean => key.publicKey.x === x
  const own = trusted.find((key) => is(key, signed.publicKey.x))
  if (own) {
    if ((own.fromSize ?? 0n) <= signed.treeSize && signed.treeSize <= (own.toSize ?? signed.treeSize))
      return { ok: true, known: 'GIVEN', vouchers }
    return {
      ok: false,
      reason: `The hub's key ${fingerprintOf(own.publicKey)} does not sign trees of ${signed.treeSize} entries.`,
    }
  }
  const voucher = vouchers.find(({ oldKey }) => trusted.some((key) => is(key, oldKey.x)))
  if (voucher) return { ok: true, known: 'VOUCHED', by: voucher.oldKey, vouchers }
  const names = trusted.map(({ publicKey }) => fingerprintOf(publicKey)).slice(0, 3)
  return {
    ok: false,
    reason: `The certificate names the key ${fingerprintOf(signed.publicKey)}, not the hub's key ${names.join(', ')}, and no key of the hub's vouches for it.`,
  }
}

function broken(index: number, what: string): KeyTrust {
  return { ok: false, reason: `Statement ${index + 1} about the log's keys ${what}.` }
}

function jwkOf(x: string | undefined): PublicJwk | null {
  const parsed = publicJwkSchema.safeParse({ kty: 'OKP', crv: 'Ed25519', x })
  return parsed.success ? parsed.data : null
}

const sizeForm = z.union([z.int().min(0), z.string().regex(/^\d{1,19}$/)]).transform((size) => BigInt(size))
const keyListForm = z
  .array(z.object({ publicKey: z.unknown(), fromSize: sizeForm.nullish(), toSize: sizeForm.nullish() }))
  .min(1)
  .max(maxGenerations)

/**
 * Reads the keys that a user trusts: one JSON Web Key, or a list as `logPublicKeys` gives it (also within `data` of a GraphQL answer), each
 * with the sizes that it signs. Null for anything else.
 */
export function parseKeyFile(value: unknown): TrustedKey[] | null {
  const one = parsePublicJwk(value)
  if (one !== null) return [{ publicKey: one, fromSize: null, toSize: null }]
  const listed = keyListForm.safeParse(within(within(value, 'data'), 'logPublicKeys'))
  if (!listed.success) return null
  const keys = listed.data.flatMap(({ publicKey, fromSize, toSize }): TrustedKey[] => {
    const key = parsePublicJwk(typeof publicKey === 'string' ? jsonOf(publicKey) : publicKey)
    return key === null ? [] : [{ publicKey: key, fromSize: fromSize ?? null, toSize: toSize ?? null }]
  })
  return keys.length === listed.data.length ? keys : null
}

/** The member of that name, or the value itself when it has none. */
function within(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.entries(value).find(([key]) => key === name)?.[1] ?? value
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
