import { createHash, sign, verify, type KeyObject } from 'node:crypto'
import { isHash } from './hash.ts'
import { publicJwkOf, rawPublicKey, type PublicJwk, publicKeyOf } from './public-key.ts'

/**
 * What the hub says about its log at one moment: so many leaves, with this root (A5). It signs nothing that
 * contradicts what it signed before.
 */
export type TreeHead = {
  /** The log's name, a URL without scheme such as `hub.example/contracts`. */
  readonly origin: string
  readonly treeSize: bigint
  readonly rootHash: Uint8Array
  /** RFC 3339, UTC, in milliseconds: `2026-11-21T06:30:00.000Z`. */
  readonly issuedAt: string
}

/** A signed tree head. */
export type Checkpoint = TreeHead & {
  /** 4 bytes in hexadecimal that name the key together with the origin (C2SP signed-note). */
  readonly keyId: string
  /** Ed25519, 64 bytes. */
  readonly signature: Uint8Array
}

/** A line of the log's name has at most this many characters. */
const maxOriginLength = 200

/** Tree sizes are written in at most this many digits (2^63 has 19). */
const maxSizeDigits = 19

const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/**
 * The signed text, in the form of C2SP tlog-checkpoint: origin, size, root in base64, and as an extension line the
 * time of issue, which is therefore signed too. Each line ends in a line feed.
 */
export function checkpointText(head: TreeHead): string {
  const fault = headFault(head)
  if (fault !== null) throw new Error(fault)
  return `${head.origin}\n${head.treeSize}\n${base64(head.rootHash)}\nissued ${head.issuedAt}\n`
}

/**
 * Signs a tree head with the hub's Ed25519 key. Throws for another kind of key and for a head that cannot be written
 * down.
 */
export function signCheckpoint(privateKey: KeyObject, head: TreeHead): Checkpoint {
  const keyId = keyIdOf(head.origin, publicJwkOf(privateKey))
  const { origin, treeSize, rootHash, issuedAt } = head
  const signature = sign(null, Buffer.from(checkpointText(head), 'utf8'), privateKey)
  return { origin, treeSize, rootHash, issuedAt, keyId, signature }
}

/**
 * Is it signed, just so, with this key? False for another key, id, kind of key, or one changed bit; never an
 * exception.
 */
export function verifyCheckpoint(publicKey: PublicJwk | KeyObject, checkpoint: Checkpoint): boolean {
  if (headFault(checkpoint) !== null || checkpoint.signature.length !== 64) return false
  const jwk = 'kty' in publicKey ? publicKey : ed25519Or(publicKey)
  if (jwk === null || keyIdOf(checkpoint.origin, jwk) !== checkpoint.keyId) return false
  return verify(null, Buffer.from(checkpointText(checkpoint), 'utf8'), publicKeyOf(jwk), checkpoint.signature)
}

/**
 * The key's id in signature lines: SHA-256(origin ‖ 0x0A ‖ 0x01 ‖ key), its first 4 bytes in hexadecimal (C2SP
 * signed-note).
 */
export function keyIdOf(origin: string, publicKey: PublicJwk): string {
  const hash = createHash('sha256').update(`${origin}\n\x01`, 'utf8').update(rawPublicKey(publicKey))
  return hash.digest('hex').slice(0, 8)
}

/** The checkpoint as a C2SP signed note, which other tools read too: the text, an empty line, one signature line. */
export function checkpointNote(checkpoint: Checkpoint): string {
  const signature = Buffer.concat([Buffer.from(checkpoint.keyId, 'hex'), checkpoint.signature])
  return `${checkpointText(checkpoint)}\n— ${checkpoint.origin} ${base64(signature)}\n`
}

const noteForm =
  /^(?<origin>[^\n]+)\n(?<size>\d+)\n(?<root>[^\n]+)\nissued (?<issuedAt>[^\n]+)\n\n— [^\n ]+ (?<signature>[^\n ]+)\n$/u

/**
 * Reads a signed note. Null unless it is, byte for byte, what `checkpointNote` writes: one signature, no further
 * lines, numbers and base64 in their one form. It does not look at the signature: `verifyCheckpoint` does.
 */
export function parseCheckpointNote(note: string): Checkpoint | null {
  const parts = noteForm.exec(note)?.groups
  if (parts === undefined || (parts['size'] ?? '').length > maxSizeDigits) return null
  const signed = Buffer.from(parts['signature'] ?? '', 'base64')
  const checkpoint: Checkpoint = {
    origin: parts['origin'] ?? '',
    treeSize: BigInt(parts['size'] ?? '0'),
    rootHash: Buffer.from(parts['root'] ?? '', 'base64'),
    issuedAt: parts['issuedAt'] ?? '',
    keyId: signed.subarray(0, 4).toString('hex'),
    signature: signed.subarray(4),
  }
  return headFault(checkpoint) === null && checkpointNote(checkpoint) === note ? checkpoint : null
}

/** Is it an instant as records write it: RFC 3339, UTC, milliseconds, on a day that exists? */
export function isInstant(text: string): boolean {
  const ms = instantForm.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text
}

function headFault({ origin, treeSize, rootHash, issuedAt }: TreeHead): string | null {
  if (origin.length === 0 || origin.length > maxOriginLength || /[\s+\p{Cc}]/u.test(origin) || !origin.isWellFormed()) {
    return `${JSON.stringify(origin)} cannot name a log: 1 to ${maxOriginLength} characters without spaces and plus signs.`
  }
  if (treeSize < 0n || treeSize.toString().length > maxSizeDigits) return `A log cannot have ${treeSize} leaves.`
  if (!isHash(rootHash)) return `A root hash has 32 bytes, not ${rootHash.length}.`
  return isInstant(issuedAt) ? null : `${JSON.stringify(issuedAt)} is not an instant such as 2026-11-21T06:30:00.000Z.`
}

function ed25519Or(key: KeyObject): PublicJwk | null {
  return key.type !== 'secret' && key.asymmetricKeyType === 'ed25519' ? publicJwkOf(key) : null
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
