import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** What every API key begins with, so that people and scanners know one when they see it. */
export const apiKeyMark = 'thk_'
/** Random bytes of a key's handle, by which it is found, and of its secret part. */
export const apiKeyBytes = { handle: 10, secret: 32 } as const

const keyForm = /^(thk_([0-9a-f]{20})_[A-Za-z0-9_-]{43})([A-Za-z0-9_-]{6})$/

/** An API key: `thk_`, its handle, `_`, 32 random bytes, and a CRC-32 of all before, the last two in base64url. */
export function writeApiKey(handle: Uint8Array, secret: Uint8Array): string {
  const body = `${apiKeyMark}${Buffer.from(handle).toString('hex')}_${Buffer.from(secret).toString('base64url')}`
  return body + checksum(body)
}

/** The handle of a text that can be an API key; null for what is mistyped or cut off, so that nobody needs to be asked. */
export function readApiKey(text: string): { readonly handle: string } | null {
  const [, body = '', handle = '', check] = keyForm.exec(text) ?? []
  return check !== undefined && checksum(body) === check ? { handle } : null
}

/** Under what a key is kept and asked for: its SHA-256 in base64url, for 32 random bytes need no salt. The key itself stays with its holder. */
export function hashOfApiKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}

/** What is shown of a key later: enough to tell it from others, nothing of its secret. */
export function apiKeyPrefix(handle: string): string {
  return `${apiKeyMark}${handle}`
}

function checksum(body: string): string {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(crc32(body))
  return bytes.toString('base64url')
}
