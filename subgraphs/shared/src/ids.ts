import { randomBytes } from 'node:crypto'

/**
 * A new id: a UUID of version 7 (RFC 9562), so that ids sort by the time of their making.
 * @param atMs milliseconds since 1970; the clock's unless a test moves it
 */
export function newId(atMs: number = Date.now()): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(atMs, 0, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text can be an id at all. What is not is answered as "not found", never sent to the database. */
export function isId(text: string): boolean {
  return uuidForm.test(text)
}

/** The member that is the hub itself: the default payment institution, and the first administrator. */
export const hubMemberId = '00000000-0000-7000-8000-000000000001'
