/** Encodes what a cursor stands for. Opaque to clients: base64url of JSON. */
export function encodeCursor(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** Longest cursor that is looked at. */
const longestCursor = 1_000

/** What a cursor stands for, or null when it is none of ours or has not `length` parts. */
export function decodeCursor(cursor: string, length: number): (string | number)[] | null {
  if (cursor.length > longestCursor) return null
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const fits = Array.isArray(parts) && parts.length === length
    return fits && parts.every((part) => typeof part === 'string' || typeof part === 'number') ? parts : null
  } catch {
    return null
  }
}
