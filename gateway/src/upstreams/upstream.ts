import type { SubgraphName } from '@torihiki/schema'
import type { RequestIdentity } from '@torihiki/shared/identity/actor.ts'
import type { DocumentNode, ExecutionResult } from 'graphql'

/** One fetch of a plan: its text, its parsed document, and the variables that it uses. */
export type Fetch = {
  readonly query: string
  readonly document: DocumentNode
  readonly operationName: string | undefined
  readonly variables: Record<string, unknown>
}

/** A subgraph as the gateway reaches it: in the same process, or over HTTP and WebSocket. */
export type Upstream = {
  readonly name: SubgraphName
  execute(fetch: Fetch, identity: RequestIdentity): Promise<ExecutionResult>
  /** Opens a subscription. The iterator is ended by its `return`. Rejects or gives errors when it cannot be opened. */
  subscribe(fetch: Fetch, identity: RequestIdentity): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>
  close(): Promise<void>
}
