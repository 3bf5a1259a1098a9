import { createHash } from 'node:crypto'

/** Bytes of a hash of the log: SHA-256. */
export const hashBytes = 32

/** The hash of a leaf: SHA-256(0x00 ‖ entry). RFC 6962 and RFC 9162, section 2.1.1 (A5). */
export function leafHash(entry: Uint8Array): Uint8Array {
  return createHash('sha256').update(Uint8Array.of(0)).update(entry).digest()
}

/** The hash of an inner node: SHA-256(0x01 ‖ left ‖ right). RFC 9162, section 2.1.1. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return createHash('sha256').update(Uint8Array.of(1)).update(left).update(right).digest()
}

/** The root of a log without leaves: SHA-256 of nothing. RFC 9162, section 2.1.1. */
export function emptyRoot(): Uint8Array {
  return createHash('sha256').digest()
}

/** Are both the same bytes? */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}

/** Does it have the length of a hash of the log? */
export function isHash(bytes: Uint8Array): boolean {
  return bytes.length === hashBytes
}
