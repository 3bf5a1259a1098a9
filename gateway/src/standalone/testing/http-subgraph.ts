import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { text as readText } from 'node:stream/consumers'
import { composeServices } from '@apollo/composition'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { execute, parse } from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import type { SelfSigned } from './self-signed.ts'

/** A subgraph over HTTP and WebSocket, made from what a test says. */
export type HttpSubgraph = {
  readonly name: string
  readonly url: string
  readonly sdl: string
  /** Requests so far, with their headers. */
  readonly requests: IncomingHttpHeaders[]
  /** Extensions of the subscriptions so far. */
  readonly subscribed: unknown[]
  /** Connections over HTTP and WebSocket so far. */
  readonly connections: () => number
  /** Holds answers back until it is called again with false. */
  hold(held: boolean): void
  close(): Promise<void>
}

type Asked = { query: string; variables?: Record<string, unknown>; operationName?: string }

type Options = {
  readonly name: string
  readonly sdl: string
  readonly resolvers: object
  /** Headers of its answers. */
  readonly headers?: Readonly<Record<string, string>>
  /** Its certificate: it speaks TLS alone then. */
  readonly tls?: SelfSigned
}

/** Serves a subgraph of Federation 2 on a free port. */
export async function startHttpSubgraph({ name, sdl, resolvers, headers = {}, tls }: Options): Promise<HttpSubgraph> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }] as never)
  const requests: IncomingHttpHeaders[] = []
  const open = new Set<Socket>()
  let connections = 0
  let released: Promise<void> = Promise.resolve()
  let release = (): void => undefined
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { query, variables, operationName } = JSON.parse((await readText(request)) || '{}') as Asked
    if (query === '{__typename}') return void response.end('{"data":{"__typename":"Query"}}')
    requests.push(request.headers)
    await released
    const contextValue = { headers: request.headers }
    const result = await execute({
      schema,
      document: parse(query),
      variableValues: variables ?? {},
      operationName: operationName ?? null,
      contextValue,
    })
    response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(result))
  }
  const listener: RequestListener = (request, response) => void answer(request, response)
  const server = tls ? createTlsServer(tls, listener) : createServer(listener)
  server.on('connection', (socket: Socket) => {
    connections++
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  const subscribed: unknown[] = []
  const onSubscribe = (_: unknown, __: string, { extensions }: { extensions?: unknown }): void =>
    void subscribed.push(extensions)
  const sockets = useServer({ schema, onSubscribe }, new WebSocketServer({ server, path: '/graphql' }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    name,
    sdl,
    requests,
    subscribed,
    url: `http${tls ? 's' : ''}://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    connections: () => connections,
    hold(held) {
      if (held) released = new Promise((resolve) => (release = resolve))
      else release()
    },
    async close() {
      release()
      await sockets.dispose()
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The head of a subgraph's SDL: Federation 2 with these directives. */
export const federated = (...directives: string[]): string =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ${JSON.stringify(directives)})\n`

/** Composes subgraphs. Throws what keeps them from being one graph. */
export function composed(...subgraphs: readonly { name: string; url: string; sdl: string }[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })),
  )
  if (!supergraphSdl) throw new Error(String(errors))
  return supergraphSdl
}

/** Asks a gateway over HTTP. */
export async function ask(url: string, query: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  })
  const body = (await response.json()) as { data?: never; errors?: { message: string; extensions?: object }[] }
  return { status: response.status, headers: response.headers, ...body }
}
