import { createServer, type RequestListener, type Server } from 'node:http'
import type { GraphQLFormattedError } from 'graphql'
import type { Logger } from '@torihiki/shared/log.ts'
import type { AnswerOf } from './caching/answers.ts'
import type { ServedSupergraph } from './federation/supergraph.ts'
import { createGuards, type Guards } from './guards.ts'
import { createGraphqlEndpoint } from './http/graphql-endpoint.ts'
import type { Authenticate } from './identity/authenticate.ts'
import type { LiveFigures } from './live/live-context.ts'
import type { LiveLimits } from './live/limits.ts'
import { serveLive, type LiveServer } from './live/live-server.ts'

/** Where GraphQL is served, over every protocol. */
export const graphqlPath = '/graphql'

export type DoorOptions = {
  readonly supergraph: ServedSupergraph
  readonly authenticate: Authenticate
  /** What stands before every operation, whatever protocol it comes by. Without them: limits of single operations. */
  readonly guards?: Guards
  readonly allowsOrigin: (origin: string | undefined, host: string | undefined) => boolean
  readonly introspection: boolean
  readonly log: Logger
  /** Answers what is not GraphQL, and may look at every request first by `onRequest`. */
  readonly otherPages: RequestListener
  readonly onRequest?: RequestListener
  readonly liveLimits?: Partial<LiveLimits> | undefined
  /** Answers known operations over HTTP, otherwise than by running them each time. */
  readonly answerOf?: AnswerOf | undefined
  /** Told the errors of each answer over HTTP that has any, and of each refusal over WebSocket and event streams. */
  readonly onErrors?: ((errors: readonly GraphQLFormattedError[]) => void) | undefined
  readonly host: string
  readonly port: number
}

export type Door = {
  readonly server: Server
  readonly url: string
  readonly live: LiveServer
  figures(): LiveFigures
  close(): Promise<void>
}

/** Opens GraphQL to clients on one port: over HTTP, WebSocket and event streams at `/graphql`, with everything else left to `otherPages`. */
export async function openDoor(options: DoorOptions): Promise<Door> {
  const { supergraph, authenticate, allowsOrigin, introspection, log, host, port } = options
  const guards = options.guards ?? createGuards({ log })
  const server = createServer()
  const graphql = await createGraphqlEndpoint({
    supergraph,
    authenticate,
    guards,
    httpServer: server,
    introspection,
    allowsOrigin,
    answerOf: options.answerOf,
    onErrors: options.onErrors,
    log,
  })
  server.on('request', (request, response) => {
    options.onRequest?.(request, response)
    if (live.takes(request)) void live.handle(request, response)
    else if (pathOf(request.url) === graphqlPath) void graphql.handle(request, response)
    else options.otherPages(request, response)
  })
  const live = serveLive({
    server,
    path: graphqlPath,
    supergraph,
    authenticate,
    allowsOrigin,
    guards: {
      find: guards.documents.find,
      admitNew: guards.admission.admitNew,
      admit: guards.admission.admit,
    },
    limits: options.liveLimits,
    clientOf: guards.clientOf,
    onErrors: options.onErrors,
    log,
  })
  supergraph.keepWhile((generation) => live.runsIn(generation))
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  // A connection that cannot be taken, say for want of descriptors, is no reason to end those that are there.
  server.on('error', (error) => log.error({ reason: error.message }, 'A connection could not be taken.'))
  const address = server.address()
  return {
    server,
    url: `http://${host}:${typeof address === 'object' && address ? address.port : port}`,
    live,
    figures: live.figures,
    async close() {
      await live.close()
      await graphql.stop()
      guards.close()
      server.closeAllConnections()
    },
  }
}

function pathOf(url: string | undefined): string {
  const query = url?.indexOf('?') ?? -1
  return query < 0 ? (url ?? '/') : (url ?? '/').slice(0, query)
}
