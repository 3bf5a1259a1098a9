import type { GraphQLFormattedError } from 'graphql'
import { GraphQLError } from 'graphql'
import { createClient, type Client } from 'graphql-ws'
import { Pool } from 'undici'
import { WebSocket } from 'ws'
import { BoundedQueue } from './bounded-queue.ts'
import type { Caller, FetchInput, FetchOperation, PreparedFetch, SubgraphResult, Upstream } from './upstream.ts'

/** How long a subgraph may take for one fetch. */
export const fetchTimeoutMs = 20_000
/** Connections kept to one subgraph: enough for all that one process can have under way. */
const connectionsPerSubgraph = 64
/** How long an idle connection is kept. Below the 5 s after which Node's servers close theirs. */
const keepAliveMs = 4_000
/** How many events of one subscription may wait for its consumer. */
export const mostWaitingEvents = 256
/** How often a lost socket to a subgraph is tried again before its subscriptions are ended. */
const socketRetries = 5

/** Proves to a subgraph that a text comes from this gateway, and for whom: as headers over HTTP, as extensions over WebSocket. */
export type Sign = (text: string, caller: Caller) => Promise<Record<string, string>>

export type RemoteOptions = {
  readonly name: string
  /** Where the subgraph takes requests. Subscriptions go to the same address by WebSocket. */
  readonly url: string
  readonly sign?: Sign
  readonly timeoutMs?: number
}

/** A subgraph in another process, over kept HTTP connections and one multiplexed WebSocket. */
export function remoteUpstream(options: RemoteOptions): Upstream {
  const { origin, pathname, search } = new URL(options.url)
  const pool = new Pool(origin, {
    connections: connectionsPerSubgraph,
    keepAliveTimeout: keepAliveMs,
    headersTimeout: options.timeoutMs ?? fetchTimeoutMs,
    bodyTimeout: options.timeoutMs ?? fetchTimeoutMs,
  })
  const socket = createClient({
    url: options.url.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: socketRetries,
    keepAlive: 10_000,
  })
  return {
    name: options.name,
    prepare: (operation) => preparePost(pool, `${pathname}${search}`, operation, options),
    subscribe: (operation, variables, caller) => open(socket, operation, variables, caller, options),
    close: async () => void (await Promise.all([pool.close(), socket.dispose()])),
  }
}

/** The part of the body that is the same each time is written once. */
function preparePost(pool: Pool, path: string, operation: FetchOperation, options: RemoteOptions): PreparedFetch {
  const { name, sign } = options
  const start = `{"query":${JSON.stringify(operation.query)}${operation.operationName ? `,"operationName":${JSON.stringify(operation.operationName)}` : ''}`
  const jsonHeaders = { 'content-type': 'application/json', accept: 'application/json' }
  return {
    async send(input, caller) {
      const variables = variablesText(input)
      const body = variables === '' ? `${start}}` : `${start},"variables":{${variables}}}`
      const headers =
        sign || caller.headers ? { ...jsonHeaders, ...caller.headers, ...(await sign?.(body, caller)) } : jsonHeaders
      const response = await pool.request({ path, method: 'POST', headers, body })
      const text = await response.body.text()
      return parsed(name, response.statusCode, text)
    },
  }
}

function variablesText({ variables, representations }: FetchInput): string {
  let text = ''
  for (const key in variables) {
    if (variables[key] === undefined) continue
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${JSON.stringify(variables[key])}`
  }
  for (const key in representations) {
    const list = representations[key] ?? []
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:[`
    for (let index = 0; index < list.length; index++) text += index === 0 ? list[index]?.text : `,${list[index]?.text}`
    text += ']'
  }
  return text
}

/** GraphQL over HTTP: a result may come with any status, as long as it is one. */
function parsed(name: string, status: number, text: string): SubgraphResult {
  let result: unknown
  try {
    result = JSON.parse(text)
  } catch {
    throw new Error(`${name} answered with HTTP status ${status} and no JSON.`)
  }
  if (typeof result !== 'object' || result === null || !('data' in result || 'errors' in result))
    throw new Error(`${name} answered with HTTP status ${status} and no GraphQL result.`)
  return result as SubgraphResult
}

async function open(
  socket: Client,
  operation: FetchOperation,
  variables: Readonly<Record<string, unknown>>,
  caller: Caller,
  { name, sign }: RemoteOptions,
): Promise<AsyncIterableIterator<SubgraphResult>> {
  const proof = await sign?.(operation.query, caller)
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
      next: (result) => queue.push(result as SubgraphResult),
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
