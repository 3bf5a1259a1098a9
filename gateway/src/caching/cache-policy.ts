/** How long an answer may be kept, and for whom. */
export type CachePolicy = { readonly maxAgeSeconds: number; readonly scope: 'PUBLIC' | 'PRIVATE' }

/** What is not kept at all. */
export const notKept: CachePolicy = { maxAgeSeconds: 0, scope: 'PRIVATE' }

/** Both policies hold: the shorter time, and private if either is. */
export function stricter(a: CachePolicy, b: CachePolicy): CachePolicy {
  return {
    maxAgeSeconds: Math.min(a.maxAgeSeconds, b.maxAgeSeconds),
    scope: a.scope === 'PRIVATE' || b.scope === 'PRIVATE' ? 'PRIVATE' : 'PUBLIC',
  }
}

/** Reads the `Cache-Control` header of a subgraph's answer (RFC 9111). For a cache that is shared, `s-maxage` counts before `max-age`. */
export function parseCacheControl(header: string): CachePolicy {
  const directives = new Map(
    header
      .toLowerCase()
      .split(',')
      .map((each) => {
        const [name = '', value = ''] = each.split('=', 2)
        return [name.trim(), value.trim().replaceAll('"', '')] as const
      }),
  )
  if (directives.has('no-store') || directives.has('no-cache')) return notKept
  const isPrivate = directives.has('private')
  const seconds = Number((isPrivate ? undefined : directives.get('s-maxage')) ?? directives.get('max-age') ?? 0)
  const maxAgeSeconds = Number.isFinite(seconds) && seconds > 0 ? Math.floor(seconds) : 0
  return { maxAgeSeconds, scope: isPrivate ? 'PRIVATE' : 'PUBLIC' }
}

/** What the subgraphs of one run have said of how long their answers may be kept. */
export class CacheHints {
  #policy: CachePolicy | null = null
  #silent = false

  /** Takes the `Cache-Control` header of one answer. An answer without one says nothing. */
  take(header: string | undefined): void {
    if (header === undefined) this.#silent = true
    else {
      const said = parseCacheControl(header)
      this.#policy = this.#policy ? stricter(this.#policy, said) : said
    }
  }

  /** The policy of all answers together. Without hints in the schema, one answer that said nothing is kept no time. */
  under(schema: CachePolicy | null): CachePolicy {
    if (schema) return this.#policy ? stricter(schema, this.#policy) : schema
    return this.#policy && !this.#silent ? this.#policy : notKept
  }
}
