import type { Context } from '@opentelemetry/api'
import type { RequestIdentity } from '@torihiki/shared/identity/actor.ts'
import type { DocumentNode, GraphQLFormattedError } from 'graphql'
import type { CacheHints } from '../caching/cache-policy.ts'

/** On whose behalf a subgraph is asked. */
export type Caller = {
  readonly identity: RequestIdentity
  /** Headers of the client that are passed on to subgraphs in other processes, by lower-case name. */
  readonly headers?: Readonly<Record<string, string>>
  /** The program that asks, as it calls itself, and the network address that it asks from. Limits are kept by both. */
  readonly client?: { readonly name: string | null; readonly address: string }
  /** Takes what subgraphs say of how long their answers may be kept, when somebody wants to know. */
  readonly cacheHints?: CacheHints
  /** What the spans of this request hang on, when it is traced. */
  readonly trace?: Context
}

/** The text of a fetch and its parsed document. */
export type FetchOperation = {
  readonly query: string
  readonly document: DocumentNode
  readonly operationName: string | undefined
}

/** An entity as it is asked for at its subgraph: as a value and as JSON text. Equal texts mean equal entities. */
export type Representation = { readonly value: Readonly<Record<string, unknown>>; readonly text: string }

/** What a fetch is sent with. */
export type FetchInput = {
  readonly variables: Readonly<Record<string, unknown>>
  /** The entities that are asked for, or null when the fetch asks for root fields. By variable: several fetches may be sent as one. */
  readonly representations: Readonly<Record<string, readonly Representation[]>> | null
}

/** What a subgraph answers: plain data, errors as plain objects. The data belongs to the caller, who may change it. */
export type SubgraphResult = {
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly GraphQLFormattedError[]
  /** The header of that name, where the answer came with one. */
  readonly cacheControl?: string | undefined
}

/** A fetch made ready once and sent often. */
export type PreparedFetch = { send(input: FetchInput, caller: Caller): Promise<SubgraphResult> }

/** The events of a subscription. It is ended by its `return`. */
export type Events = AsyncIterableIterator<SubgraphResult> & {
  /** The same as `next`, told by a call: with very many subscriptions one promise less for each event is felt. */
  take?(arrived: (event: IteratorResult<SubgraphResult>) => void, broken: (error: unknown) => void): void
}

/** A subgraph as the gateway reaches it: in the same process, or over HTTP and WebSocket. */
export type Upstream = {
  readonly name: string
  /** Makes a fetch ready. Rejects nothing: what is wrong with the fetch comes as errors when it is sent. */
  prepare(operation: FetchOperation): PreparedFetch
  /** Opens a subscription. Rejects or gives errors when it cannot be opened. */
  subscribe(
    operation: FetchOperation,
    variables: Readonly<Record<string, unknown>>,
    caller: Caller,
  ): Promise<Events | SubgraphResult>
  close(): Promise<void>
}
