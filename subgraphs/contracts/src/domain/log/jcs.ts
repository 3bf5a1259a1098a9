import canonicalize from 'canonicalize'

/** What JSON can say (RFC 8259), and nothing else. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject

/** An object of JSON. */
export type JsonObject = { readonly [name: string]: JsonValue }

/** Objects and arrays may stand inside one another this many deep. */
export const maxJsonDepth = 100

/**
 * The one sequence of bytes of a JSON value: RFC 8785 (JCS), in UTF-8 (A5). Equal values give equal bytes, whatever
 * the order of their names. Throws for what JSON cannot say alike everywhere: `undefined`, functions, bigints, dates
 * and other objects that are not plain, holes in arrays, NaN and infinities, lone surrogates (in names too), and more
 * than `maxJsonDepth` levels.
 */
export function canonicalBytes(value: JsonValue): Uint8Array {
  const fault = jsonFault(value)
  if (fault !== null) throw new Error(`Not a JSON value: ${fault}`)
  const text = canonicalize(value)
  if (text === undefined) throw new Error('Not a JSON value.')
  return new TextEncoder().encode(text)
}

/** What keeps a value from being JSON, as a sentence with the place (a JSON pointer), or null. */
export function jsonFault(value: unknown, path = '', depth = 0): string | null {
  if (value === null || typeof value === 'boolean') return null
  if (typeof value === 'string') return value.isWellFormed() ? null : `a lone surrogate at "${path}".`
  if (typeof value === 'number') return Number.isFinite(value) ? null : `${value} at "${path}".`
  if (typeof value !== 'object') return `${typeof value} at "${path}".`
  if (depth >= maxJsonDepth) return `more than ${maxJsonDepth} levels at "${path}".`
  if (Array.isArray(value))
    return firstFault(Array.from(value, (item, i) => jsonFault(item, `${path}/${i}`, depth + 1)))
  if (!isPlain(value)) return `an object that is not plain at "${path}".`
  return firstFault(
    Object.entries(value).map(([name, item]) =>
      name.isWellFormed()
        ? jsonFault(item, `${path}/${name}`, depth + 1)
        : `a name with a lone surrogate at "${path}".`,
    ),
  )
}

/** Is it JSON? */
export function isJsonValue(value: unknown): value is JsonValue {
  return jsonFault(value) === null
}

/** A member of an object by its own name; undefined when there is none, or it is no object. */
export function memberOf(value: JsonValue | undefined, name: string): JsonValue | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([key]) => key === name)?.[1]
}

function firstFault(faults: (string | null)[]): string | null {
  return faults.find((fault) => fault !== null) ?? null
}

/** Made by `{}` or without a prototype. By shape: another realm's `Object.prototype` is another object. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (typeof prototype !== 'object' || prototype === null) return prototype === null
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'isPrototypeOf')
}
