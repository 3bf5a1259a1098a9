import { createHmac, timingSafeEqual } from 'node:crypto'
import { deriveBytes } from './derive.ts'

/** What links are signed for: each use has a key of its own, so that a link for one opens nothing else. */
export type LinkUse = 'referral-consent'

/** The longest token that is read: an id, an instant and a mark. */
export const longestToken = 200

/** The key of a use. The subgraph that writes links and the one that takes them derive the same. */
export function linkKey(hubSecret: string, use: LinkUse): Buffer {
  return deriveBytes(hubSecret, `link/${use}`)
}

/** A token that names a subject until an instant: HMAC-SHA-256 (RFC 2104). Whoever has it may do for the subject what its use is, and no more. */
export function signLink(key: Buffer, subject: string, until: Date): string {
  const stated = `${subject}.${Math.floor(until.getTime() / 1_000).toString(36)}`
  return `${stated}.${markOf(key, stated)}`
}

/** The subject that a token names; null when it was not made under one of these keys, or is over. Compared in constant time. */
export function readLink(keys: readonly Buffer[], token: string, now: Date): string | null {
  const [subject, until, mark, ...more] = token.length <= longestToken ? token.split('.') : []
  if (!subject || !until || !mark || more.length > 0) return null
  const isMarked = keys.some((key) => {
    const [right, given] = [Buffer.from(markOf(key, `${subject}.${until}`)), Buffer.from(mark)]
    return right.length === given.length && timingSafeEqual(right, given)
  })
  return isMarked && Number.parseInt(until, 36) * 1_000 > now.getTime() ? subject : null
}

function markOf(key: Buffer, stated: string): string {
  return createHmac('sha256', key).update(stated).digest('base64url')
}
