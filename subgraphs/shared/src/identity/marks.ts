import { createHmac } from 'node:crypto'
import { deriveBytes } from './derive.ts'

/**
 * Marks of texts that must not be kept as they are: HMAC-SHA-256 (RFC 2104) under a key derived for one use, so that equal ones are known and
 * none can be guessed (decision 010).
 */
export function createMarker(hubSecret: string, use: string): (text: string) => string {
  const key = deriveBytes(hubSecret, use)
  return (text) => createHmac('sha256', key).update(text).digest('base64url')
}
