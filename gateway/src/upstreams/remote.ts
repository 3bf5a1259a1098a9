import { signatureHeader, signRequest } from '@torihiki/shared/identity/signing.ts'
import type { RequestIdentity } from '@torihiki/shared/identity/actor.ts'
import type { SubgraphName } from '@torihiki/schema'
import { GraphQLError, type ExecutionResult, type GraphQLFormattedError } from 'graphql'
import { createClient, type Client } from 'graphql-ws'
import { WebSocket } from 'ws'
import { BoundedQueue } from './bounded-queue.ts'
import type { Fetch, Upstream } from './upstream.ts'

/** How long a subgraph may take for one fetch. */
export const fetchTimeoutMs = 20_000
/** How many events of one subscription may wait for its consumer. */
export const mostWaitingEvents = 256
/** How often a lost socket to a subgraph is tried again before its subscriptions are ended. */
const socketRetries = 5

/** A subgraph in another process, over HTTP and one multiplexed WebSocket, every request signed. */
export function remoteUpstream(name: SubgraphName, url: string, hubSecret: string): Upstream {
  const socket = createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: socketRetries,
    keepAlive: 10_000,
  })
  return {
    name,
    execute: (fetch, identity) => post(url, name, hubSecret, fetch, identity),
    subscribe: (fetch, identity) => open(socket, name, hubSecret, fetch, identity),
    close: async () => void (await socket.dispose()),
  }
}

async function post(
  url: string,
  name: SubgraphName,
  hubSecret: string,
  fetched: Fetch,
  identity: RequestIdentity,
): Promise<ExecutionResult> {
  const body = JSON.stringify({
    query: fetched.query,
    variables: fetched.variables,
    operationName: fetched.operationName,
  })
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      [signatureHeader]: await signRequest(hubSecret, name, body, identity),
    },
    body,
    signal: AbortSignal.timeout(fetchTimeoutMs),
  })
  if (!response.ok) throw new Error(`${name} answered with HTTP status ${response.status}.`)
  return (await response.json()) as ExecutionResult
}

async function open(
  socket: Client,
  name: SubgraphName,
  hubSecret: string,
  fetched: Fetch,
  identity: RequestIdentity,
): Promise<AsyncIterableIterator<ExecutionResult>> {
  const signature = await signRequest(hubSecret, name, fetched.query, identity)
  const queue = new BoundedQueue<ExecutionResult>(
    mostWaitingEvents,
    () =>
      new GraphQLError('You read more slowly than events arrive. Subscribe again after your last cursor.', {
        extensions: { code: 'SUBSCRIPTION_OVERFLOW' },
      }),
  )
  const stop = socket.subscribe(
    {
      query: fetched.query,
      variables: fetched.variables,
      operationName: fetched.operationName ?? null,
      extensions: { signature },
    },
    {
      next: (result) => queue.push(result as ExecutionResult),
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
function lost(name: SubgraphName, error: unknown): GraphQLError {
  const [given] = Array.isArray(error) ? (error as GraphQLFormattedError[]) : []
  if (given) return new GraphQLError(given.message, { extensions: { ...given.extensions } })
  return new GraphQLError(`The connection to ${name} was lost. Subscribe again after your last cursor.`, {
    extensions: { code: 'UPSTREAM_LOST' },
  })
}
