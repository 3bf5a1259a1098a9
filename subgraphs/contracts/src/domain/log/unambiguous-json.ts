/** Certificate files are at most this large, in bytes. */
export const maxCertificateBytes = 64 * 1024 * 1024

/** What a file says, or why it can be read in more than one way. */
export type UnambiguousJson = { ok: true; value: unknown } | { ok: false; reason: string }

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
  const bare = withoutStrings(text)
  const names = ambiguousNames(bare, parsed.value)
  if (names !== null) return refused(`The file ${names}`)
  const number = (bare.match(/-?\d[\d.eE+-]*/g) ?? []).find((token) => String(Number(token)) !== token)
  if (number !== undefined)
    return refused(`The number ${number.slice(0, 40)} is not in the one form that everybody reads alike.`)
  return { ok: true, value: parsed.value }
}

/** What readers of a parsed JSON text could read differently in its objects' names, as the rest of a sentence; null for nothing. */
export function faultOfNames(text: string, value: unknown): string | null {
  return ambiguousNames(withoutStrings(text), value)
}

function ambiguousNames(bare: string, value: unknown): string | null {
  const names = countNames(value)
  if (names === null) return 'has the name "__proto__", which some readers drop.'
  return names === bare.split(':').length - 1
    ? null
    : 'says a name twice in one object: readers differ on which counts.'
}

/** A JSON text that was parsed, without its strings: one pass, however long they are (a regular expression gives up at some megabytes). */
function withoutStrings(text: string): string {
  const kept: string[] = []
  let at = 0
  for (let open = text.indexOf('"'); open !== -1; open = text.indexOf('"', at)) {
    kept.push(text.slice(at, open))
    let close = text.indexOf('"', open + 1)
    while (close !== -1 && isEscaped(text, close)) close = text.indexOf('"', close + 1)
    at = close === -1 ? text.length : close + 1
  }
  kept.push(text.slice(at))
  return kept.join('')
}

/** An odd number of backslashes before it. */
function isEscaped(text: string, quoteAt: number): boolean {
  let slashes = 0
  while (text[quoteAt - 1 - slashes] === '\\') slashes += 1
  return slashes % 2 === 1
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
