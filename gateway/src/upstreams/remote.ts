import { signedOperation } from '@torihiki/shared/identity/signing.ts'
import { HttpFetches, type Sign } from './http-post.ts'
import { RemoteSocket } from './remote-socket.ts'
import type { Caller, FetchOperation, SubgraphResult, Upstream } from './upstream.ts'

/** Sockets that the subscriptions at one subgraph are spread over: one that is lost takes a part of them with it. */
const socketsPerSubgraph = 2

export type RemoteOptions = {
  readonly name: string
  /** Where the subgraph takes requests. Subscriptions go to the same address by WebSocket. */
  readonly url: string
  readonly sign?: Sign
  readonly timeoutMs?: number
  /** How often its sockets are asked for a sign of life, and how long that may take. */
  readonly heartbeatMs?: number
  /** Certificate authorities (PEM) that its certificate may be of, besides those that Node trusts. */
  readonly certificateAuthorities?: readonly string[]
}

/** A subgraph in another process, over kept HTTP connections and WebSockets that carry many subscriptions each. */
export function remoteUpstream(options: RemoteOptions): Upstream {
  const fetches = new HttpFetches(options)
  const sockets = Array.from({ length: socketsPerSubgraph }, () => new RemoteSocket(options))
  let turn = 0
  const nextSocket = (): RemoteSocket => sockets[turn++ % socketsPerSubgraph] as RemoteSocket
  return {
    name: options.name,
    prepare: (operation) => fetches.prepare(operation),
    subscribe: (operation, variables, caller) => open(nextSocket(), operation, variables, caller, options),
    close: async () => void (await Promise.all([fetches.close(), ...sockets.map((each) => each.close())])),
  }
}

async function open(
  socket: RemoteSocket,
  operation: FetchOperation,
  variables: Readonly<Record<string, unknown>>,
  caller: Caller,
  { sign }: RemoteOptions,
): Promise<AsyncIterableIterator<SubgraphResult>> {
  const proof = await sign?.(signedOperation({ ...operation, variables }), caller)
  return socket.subscribe({
    query: operation.query,
    variables: { ...variables },
    operationName: operation.operationName ?? null,
    ...(proof && { extensions: proof }),
  })
}
