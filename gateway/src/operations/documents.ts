import { GraphQLError } from 'graphql'
import { documentHash } from '../trusted/manifest.ts'
import type { TrustedDocuments } from '../trusted/trusted-documents.ts'
import { PersistedQueries } from './persisted-queries.ts'

/** How a request names the document that it wants to run: by its text, by the id of a trusted one, by a hash, or by text and hash. */
export type NamedDocument = {
  readonly query?: string | undefined
  /** `sha256:` and the hash of a trusted document. */
  readonly documentId?: string | undefined
  readonly extensions?: Readonly<Record<string, unknown>> | undefined
}

/** The text that a request means. `ran` is called when it has proved valid: it can be asked for by its hash from then on. */
export type FoundDocument = { readonly source: string; ran?(): void }

/** Finds the document that a request means, the same over every protocol. */
export type Documents = {
  find(named: NamedDocument): FoundDocument | GraphQLError
  /** Whether this text may run, should it have come by another way. */
  mayRun(source: string): boolean
}

/** The refusal of a document that is not among the trusted ones where only those run. */
export const documentNotTrusted = new GraphQLError(
  'Only trusted documents run here. Have the operation put into the manifest (npm run trusted) and send its documentId.',
  { extensions: { code: 'DOCUMENT_NOT_TRUSTED' } },
)
const notFound = new GraphQLError('PersistedQueryNotFound', { extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } })

/** Trusted documents first, then what clients registered by automatic persisted queries (Apollo's protocol), then plain text. */
export function createDocuments(trusted: TrustedDocuments): Documents {
  const persisted = new PersistedQueries()
  const byHash = (hash: string): FoundDocument | GraphQLError => {
    const source = trusted.byHash(hash) ?? persisted.get(hash)
    if (source === undefined) return trusted.mode === 'only' ? documentNotTrusted : notFound
    return trusted.mayRun(source) ? { source } : documentNotTrusted
  }
  return {
    mayRun: (source) => trusted.mayRun(source),
    find({ query, documentId, extensions }) {
      if (documentId !== undefined) {
        const [, id] = /^sha256:([0-9a-f]{64})$/.exec(documentId) ?? []
        return id === undefined ? bad('A documentId is of the form sha256:… with 64 hexadecimal digits.') : byHash(id)
      }
      const hash = persistedHash(extensions)
      if (hash instanceof GraphQLError) return hash
      if (query === undefined || query === '')
        return hash === null ? bad('The request has neither a query nor the hash of one.') : byHash(hash)
      if (!trusted.mayRun(query)) return documentNotTrusted
      if (hash === null) return { source: query }
      if (documentHash(query) !== hash) return bad('The hash is not that of the query.')
      return { source: query, ran: () => persisted.set(hash, query) }
    },
  }
}

function persistedHash(extensions: Readonly<Record<string, unknown>> = {}): string | null | GraphQLError {
  if (!Object.hasOwn(extensions, 'persistedQuery')) return null
  const { persistedQuery } = extensions
  if (typeof persistedQuery !== 'object' || persistedQuery === null)
    return bad('The extension persistedQuery must be an object.')
  const { version, sha256Hash } = persistedQuery as Record<string, unknown>
  if (version !== 1) return bad('Only version 1 of persistedQuery is known here.')
  if (typeof sha256Hash !== 'string' || !/^[0-9a-f]{64}$/.test(sha256Hash))
    return bad('A sha256Hash has 64 hexadecimal digits.')
  return sha256Hash
}

function bad(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } })
}
