import { createServer, type RequestListener, type Server } from 'node:http'
import type { Logger } from '@torihiki/shared/log.ts'
import type { ServedSupergraph } from './federation/supergraph.ts'
import { createGraphqlEndpoint } from './http/graphql-endpoint.ts'
import type { Authenticate } from './identity/authenticate.ts'
import { serveSockets, type SocketFigures } from './ws/socket-server.ts'

/** Where GraphQL is served, over every protocol. */
export const graphqlPath = '/graphql'

export type DoorOptions = {
  readonly supergraph: ServedSupergraph
  readonly authenticate: Authenticate
  readonly allowsOrigin: (origin: string | undefined, host: string | undefined) => boolean
  readonly introspection: boolean
  readonly log: Logger
  /** Answers what is not GraphQL, and may look at every request first by `onRequest`. */
  readonly otherPages: RequestListener
  readonly onRequest?: RequestListener
  readonly host: string
  readonly port: number
}

export type Door = { readonly server: Server; readonly url: string; figures(): SocketFigures; close(): Promise<void> }

/** Opens GraphQL to clients on one port: over HTTP and WebSocket at `/graphql`, with everything else left to `otherPages`. */
export async function openDoor(options: DoorOptions): Promise<Door> {
  const { supergraph, authenticate, allowsOrigin, introspection, log, host, port } = options
  const server = createServer()
  const graphql = await createGraphqlEndpoint({
    supergraph,
    authenticate,
    httpServer: server,
    introspection,
    allowsOrigin,
    log,
  })
  server.on('request', (request, response) => {
    options.onRequest?.(request, response)
    if (pathOf(request.url) === graphqlPath) void graphql.handle(request, response)
    else options.otherPages(request, response)
  })
  const sockets = serveSockets({ server, supergraph, authenticate, introspection, allowsOrigin, log })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const address = server.address()
  return {
    server,
    url: `http://${host}:${typeof address === 'object' && address ? address.port : port}`,
    figures: sockets.figures,
    async close() {
      await sockets.close()
      await graphql.stop()
      server.closeAllConnections()
    },
  }
}

function pathOf(url: string | undefined): string {
  const query = url?.indexOf('?') ?? -1
  return query < 0 ? (url ?? '/') : (url ?? '/').slice(0, query)
}
