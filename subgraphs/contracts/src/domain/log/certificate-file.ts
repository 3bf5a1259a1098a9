import { verifyCertificate, type CertificateVerdict } from './certificate.ts'
import type { TrustedKey } from './key-chain.ts'
import type { PublicJwk } from './public-key.ts'

/** Certificate files are at most this large, in bytes. */
export const maxCertificateBytes = 64 * 1024 * 1024

/** What a file says, or why it can be read in more than one way. */
export type UnambiguousJson = { ok: true; value: unknown } | { ok: false; reason: string }

/**
 * Verifies a certificate as it stands in a file: as `verifyCertificate`, and only when the text can be read in one
 * way. Any byte that is changed therefore changes what is verified, white space and the spelling of escapes in strings
 * excepted.
 */
export function verifyCertificateFile(
  file: Uint8Array,
  trusted?: PublicJwk | readonly TrustedKey[],
): CertificateVerdict {
  const read = readUnambiguousJson(file)
  if (!read.ok) return { ok: false, failed: 'FORMAT', reason: read.reason }
  return verifyCertificate(read.value, trusted)
}

/**
 * Reads JSON (RFC 8259) of which everybody reads the same (RFC 7493): refuses what is not UTF-8, a byte order mark, a
 * name that occurs twice in an object or is `__proto__`, and numbers in another form than ECMAScript writes them
 * (`1.0`, `-0`, or more digits than a double holds).
 */
export function readUnambiguousJson(file: Uint8Array): UnambiguousJson {
  if (file.length > maxCertificateBytes) return refused(`The file is larger than ${maxCertificateBytes} bytes.`)
  const text = decodeUtf8(file)
  if (text === null) return refused('The file is not UTF-8 text.')
  const parsed = parseJson(text)
  if (parsed === null) return refused('The file is not JSON.')
  const bare = text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '')
  const names = countNames(parsed.value)
  if (names === null) return refused('The file has the name "__proto__", which some readers drop.')
  if (names !== bare.split(':').length - 1)
    return refused('The file says a name twice in one object: readers differ on which counts.')
  const number = (bare.match(/-?\d[\d.eE+-]*/g) ?? []).find((token) => String(Number(token)) !== token)
  if (number !== undefined)
    return refused(`The number ${number.slice(0, 40)} is not in the one form that everybody reads alike.`)
  return { ok: true, value: parsed.value }
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function parseJson(text: string): { value: unknown } | null {
  try {
    const value: unknown = JSON.parse(text)
    return { value }
  } catch {
    return null
  }
}

/**
 * How many names all objects have together; null when one is `__proto__`. Walks without recursion: depth is checked
 * later.
 */
function countNames(value: unknown): number | null {
  let count = 0
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next !== 'object' || next === null) continue
    const names = Array.isArray(next) ? [] : Object.keys(next)
    if (names.includes('__proto__')) return null
    count += names.length
    for (const item of Object.values(next)) waiting.push(item)
  }
  return count
}

function refused(reason: string): UnambiguousJson {
  return { ok: false, reason }
}
