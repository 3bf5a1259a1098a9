import { DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph, type Schema } from '@apollo/federation-internals'
import { QueryPlanner } from '@apollo/query-planner'
import type { GraphQLError, GraphQLFormattedError, GraphQLSchema, OperationTypeNode } from 'graphql'
import { readOperation } from '../operations/read-operation.ts'
import type { Upstream } from '../upstreams/upstream.ts'
import { PreparedOperation } from './prepared-operation.ts'

/** How many operations are kept ready, the least recently used going first. */
export const keptOperations = 1_000

/**
 * What a supergraph may use. Contexts and costs are ours beside what Apollo's executor knows. Rights (`@authenticated`,
 * `@requiresScopes`, `@policy`) are not among it: subgraphs decide, and a supergraph that relies on the gateway for it is refused.
 */
const supportedFeatures = new Set([
  ...DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES,
  'https://specs.apollo.dev/context/v0.1',
  'https://specs.apollo.dev/cost/v0.1',
])

export type GenerationOptions = {
  readonly supergraphSdl: string
  readonly upstreams: readonly Upstream[]
  /** Whether operations may ask for the schema. */
  readonly introspection: boolean
  /** What callers see of an error. */
  readonly shownError: (error: GraphQLFormattedError, requestId: string) => GraphQLFormattedError
  /** Which executor runs the plans: our own (with Apollo's for what it does not compile), or Apollo's alone. */
  readonly executor?: 'compiled' | 'apollo'
  /** Told when a plan is left to Apollo's executor, and for what. */
  readonly uncompiled?: (what: string) => void
  /** Told when an operation has been planned and compiled, and how long that took. */
  readonly planned?: (kind: OperationTypeNode, ms: number) => void
  /** Told when a fetch or an operation failed as a whole: callers see no more of it than that. `subgraph` is null for an operation. */
  readonly failed?: (failure: { subgraph: string | null; requestId: string; error: unknown }) => void
}

/** An operation as a request names it. */
export type NamedOperation = { readonly source: string; readonly operationName: string | null }

/**
 * All that belongs to one supergraph SDL: schemas, planner, operations made ready and subgraphs, for queries, mutations and
 * subscriptions together. A new SDL makes a new generation; what runs stays with the one it began in.
 */
export class Generation {
  readonly supergraphSdl: string
  readonly apiSchema: GraphQLSchema
  /** The supergraph with its federation directives, as graphql-js has it. */
  readonly schema: GraphQLSchema
  /** The API schema as Apollo's planner has it. */
  readonly api: Schema
  readonly planner: QueryPlanner
  readonly upstreams: ReadonlyMap<string, Upstream>
  readonly shownError: GenerationOptions['shownError']
  readonly executor: 'compiled' | 'apollo'
  readonly uncompiled: (what: string) => void
  readonly failed: NonNullable<GenerationOptions['failed']>
  /** Operations that run in it now. It is counted where they run; a generation that is replaced ends when it is none. */
  underWay = 0
  readonly #planned: NonNullable<GenerationOptions['planned']> | undefined
  readonly #introspection: boolean
  readonly #operations = new Map<string, PreparedOperation>()

  constructor(options: GenerationOptions) {
    const supergraph = Supergraph.build(options.supergraphSdl, { supportedFeatures })
    this.supergraphSdl = options.supergraphSdl
    this.schema = supergraph.schema.toGraphQLJSSchema()
    this.api = supergraph.apiSchema()
    this.apiSchema = this.api.toGraphQLJSSchema()
    this.planner = new QueryPlanner(supergraph, { exposeDocumentNodeInFetchNode: true })
    this.upstreams = new Map(options.upstreams.map((upstream) => [upstream.name, upstream]))
    this.shownError = options.shownError
    this.executor = options.executor ?? 'compiled'
    this.uncompiled = options.uncompiled ?? (() => undefined)
    this.failed = options.failed ?? (() => undefined)
    this.#planned = options.planned
    this.#introspection = options.introspection
  }

  /** How many operations are known. */
  get size(): number {
    return this.#operations.size
  }

  /** The operation if it has been made ready before: valid, planned and compiled. */
  known(source: string, operationName: string | null): PreparedOperation | undefined {
    const key = keyOf(source, operationName)
    const found = this.#operations.get(key)
    if (found && this.#operations.size > keptOperations / 2) {
      this.#operations.delete(key)
      this.#operations.set(key, found)
    }
    return found
  }

  /** Parses, validates, measures and plans an operation, or takes it from those known. Gives the errors when it is not valid. */
  prepare(source: string, operationName: string | null): PreparedOperation | readonly GraphQLError[] {
    const known = this.known(source, operationName)
    if (known) return known
    const read = readOperation(this.apiSchema, source, operationName, this.#introspection)
    if (!('document' in read)) return read
    const startedAt = performance.now()
    const prepared = new PreparedOperation(this, source, read)
    this.#planned?.(prepared.kind, performance.now() - startedAt)
    if (this.#operations.size >= keptOperations) this.#operations.delete(this.#operations.keys().next().value ?? '')
    this.#operations.set(keyOf(source, operationName), prepared)
    return prepared
  }

  /** The operations that were run most often, the most frequent first. */
  mostUsed(count: number): (NamedOperation & { readonly uses: number })[] {
    return [...this.#operations]
      .toSorted(([, a], [, b]) => b.uses - a.uses)
      .slice(0, count)
      .map(([key, { source, uses }]) => ({ source, operationName: nameIn(key, source), uses }))
  }

  upstream(name: string): Upstream {
    const upstream = this.upstreams.get(name)
    if (!upstream) throw new Error(`The plan names subgraph ${name}, which is not there.`)
    return upstream
  }

  async close(): Promise<void> {
    await Promise.all([...this.upstreams.values()].map((upstream) => upstream.close()))
  }
}

function keyOf(source: string, operationName: string | null): string {
  return operationName === null ? source : `${operationName}\n${source}`
}

/** The name in a key that was made for this source. */
function nameIn(key: string, source: string): string | null {
  return key.length === source.length ? null : key.slice(0, key.length - source.length - 1)
}
