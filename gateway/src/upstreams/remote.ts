import { signedOperation } from '@torihiki/shared/identity/signing.ts'
import type { GraphQLFormattedError } from 'graphql'
import { GraphQLError } from 'graphql'
import { createClient, type Client } from 'graphql-ws'
import { WebSocket } from 'ws'
import { BoundedQueue } from './bounded-queue.ts'
import { HttpFetches, type Sign } from './http-post.ts'
import type { Caller, FetchOperation, SubgraphResult, Upstream } from './upstream.ts'

/** How many events of one subscription may wait for its consumer: what is beyond comes again after the last cursor. */
export const mostWaitingEvents = 1_024
/** Sockets that the subscriptions at one subgraph are spread over: one that is lost takes a part of them with it. */
const socketsPerSubgraph = 2
/** How often a quiet socket to a subgraph is asked for a sign of life, and how long that may take. */
const [heartbeatMs, heartbeatTimeoutMs] = [5_000, 5_000]

export type RemoteOptions = {
  readonly name: string
  /** Where the subgraph takes requests. Subscriptions go to the same address by WebSocket. */
  readonly url: string
  readonly sign?: Sign
  readonly timeoutMs?: number
  /** How often its sockets are asked for a sign of life, and how long that may take. */
  readonly heartbeatMs?: number
}

/** A subgraph in another process, over kept HTTP connections and WebSockets that carry many subscriptions each. */
export function remoteUpstream(options: RemoteOptions): Upstream {
  const fetches = new HttpFetches(options)
  const sockets = Array.from({ length: socketsPerSubgraph }, () => openSocket(options))
  let turn = 0
  const nextSocket = (): Client => sockets[turn++ % socketsPerSubgraph] as Client
  return {
    name: options.name,
    prepare: (operation) => fetches.prepare(operation),
    subscribe: (operation, variables, caller) => open(nextSocket(), operation, variables, caller, options),
    close: async () => void (await Promise.all([fetches.close(), ...sockets.map((each) => each.dispose())])),
  }
}

/**
 * A socket that is opened with its first subscription. It does not subscribe again by itself when it is lost: from where is known to
 * those who subscribed. One that gives no sign of life is lost too.
 */
function openSocket(options: RemoteOptions): Client {
  const timeoutMs = options.heartbeatMs ?? heartbeatTimeoutMs
  let patience: NodeJS.Timeout | undefined
  const client = createClient({
    url: options.url.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    keepAlive: options.heartbeatMs ?? heartbeatMs,
    on: {
      ping(received) {
        if (received) return
        clearTimeout(patience)
        patience = setTimeout(() => client.terminate(), timeoutMs)
        patience.unref()
      },
      pong: () => clearTimeout(patience),
      closed: () => clearTimeout(patience),
    },
  })
  return client
}

async function open(
  socket: Client,
  operation: FetchOperation,
  variables: Readonly<Record<string, unknown>>,
  caller: Caller,
  { name, sign }: RemoteOptions,
): Promise<AsyncIterableIterator<SubgraphResult>> {
  const proof = await sign?.(signedOperation({ ...operation, variables }), caller)
  const queue = new BoundedQueue<SubgraphResult>(
    mostWaitingEvents,
    () =>
      new GraphQLError('You read more slowly than events arrive. Subscribe again after your last cursor.', {
        extensions: { code: 'SUBSCRIPTION_OVERFLOW' },
      }),
  )
  const stop = socket.subscribe(
    {
      query: operation.query,
      variables: { ...variables },
      operationName: operation.operationName ?? null,
      ...(proof && { extensions: proof }),
    },
    {
      // A result without data is no event: the subgraph says why it opens no subscription.
      next: (result) =>
        'data' in result ? queue.push(result as SubgraphResult) : queue.fail(lost(name, result.errors)),
      error: (error) => queue.fail(lost(name, error)),
      complete: () => queue.end(),
    },
  )
  queue.onEnd(stop)
  return queue
}

/**
 * What ended a subscription. Errors that the subgraph gave are passed on as they are; a connection that was lost is told apart
 * from a subscription that completed: the client subscribes again after its cursor.
 */
function lost(name: string, error: unknown): GraphQLError {
  const [given] = Array.isArray(error) ? (error as GraphQLFormattedError[]) : []
  if (given) return new GraphQLError(given.message, { extensions: { ...given.extensions } })
  return new GraphQLError(`The connection to ${name} was lost. Subscribe again after your last cursor.`, {
    extensions: { code: 'UPSTREAM_LOST' },
  })
}
