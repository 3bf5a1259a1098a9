import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { supergraphSdl } from '@torihiki/schema'
import type { Logger } from '@torihiki/shared/log.ts'
import type { Queues } from '@torihiki/shared/queues/queues.ts'
import { StartRefused, type Settings } from '@torihiki/shared/settings.ts'
import type { Store } from '@torihiki/shared/store/store.ts'
import express, { json, type ErrorRequestHandler } from 'express'
import { consolePages } from './console/console-pages.ts'
import { queueDashboard } from './console/queue-dashboard.ts'
import { FederationGateway } from './federation/gateway-interface.ts'
import { Generation } from './federation/generation.ts'
import { createGraphqlEndpoint } from './http/graphql-endpoint.ts'
import { graphiqlPage } from './http/graphiql.ts'
import { healthPages, type HealthCheck } from './http/health.ts'
import { createMetrics } from './http/metrics.ts'
import { pagePolicy } from './http/page-policy.ts'
import { originCheck } from './http/origins.ts'
import { createAuthenticator } from './identity/authenticate.ts'
import { createConsoleSessions } from './identity/console-session.ts'
import type { Upstream } from './upstreams/upstream.ts'
import { maskError } from '@torihiki/shared/graphql/mask-errors.ts'
import { serveSockets } from './ws/socket-server.ts'

/** The largest request body. */
const largestBody = '100kb'

export type GatewayOptions = {
  settings: Settings
  hubSecret: string
  upstreams: readonly Upstream[]
  /** Stores in this process, for health and metrics. Empty when the subgraphs run elsewhere. */
  stores: readonly Store[]
  checks: readonly HealthCheck[]
  queues: Queues
  log: Logger
}

export type RunningGateway = { url: string; close(): Promise<void> }

/** Starts the gateway: the API over HTTP and WebSocket, GraphiQL, the consoles, health and metrics, all on one port. */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { settings, hubSecret, log } = options
  const hubSecrets: readonly [string, ...string[]] = [hubSecret, ...settings.HUB_SECRETS_BEFORE]
  const gateway = new FederationGateway(new Generation(supergraphSdl(), options.upstreams))
  const authenticator = createAuthenticator(hubSecrets)
  const allowsOrigin = originCheck(settings.ALLOWED_ORIGINS)
  const app = express()
  const httpServer = createServer(app)
  let draining = false
  const sockets = serveSockets({
    server: httpServer,
    gateway,
    authenticator,
    introspection: settings.INTROSPECTION,
    allowsOrigin,
    log,
  })
  const graphql = await createGraphqlEndpoint({
    gateway,
    authenticator,
    httpServer,
    introspection: settings.INTROSPECTION,
    log,
  })
  const metrics = createMetrics(options.stores, sockets.figures)
  app.disable('x-powered-by')
  app.use(
    metrics.timer,
    healthPages(options.checks, () => draining),
    metrics.pages,
  )
  app.use(allowOrigins(allowsOrigin))
  app.use(['/graphiql', '/console', '/queues'], pagePolicy)
  app.use(
    consolePages({
      gateway,
      sessions: createConsoleSessions(hubSecret),
      hubSecrets,
      secure: settings.NODE_ENV === 'production',
      allowsOrigin,
    }),
  )
  app.use(queueDashboard(options.queues, authenticator))
  app.get('/graphiql', graphiqlPage())
  app.get('/', (_request, response) => response.redirect(303, '/graphiql'))
  app.use('/graphql', json({ limit: largestBody }), graphql.handler)
  app.use(refuseBadRequests(log))
  await listen(httpServer, settings.HOST, settings.PORT)
  const address = httpServer.address()
  const port = typeof address === 'object' && address ? address.port : settings.PORT
  return {
    url: `http://${settings.HOST}:${port}`,
    async close() {
      draining = true
      await sockets.close()
      await graphql.stop()
      httpServer.closeAllConnections()
    },
  }
}

function listen(server: ReturnType<typeof createServer>, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new StartRefused(
              `Port ${port} is in use. Stop what uses it, or set PORT to a free one, such as PORT=${port + 1} npm start.`,
            )
          : error,
      ),
    )
    server.listen(port, host, resolve)
  })
}

/** Lets the front ends of ALLOWED_ORIGINS read answers (CORS). Others' browsers refuse by themselves. */
function allowOrigins(
  allows: (origin: string | undefined, host: string | undefined) => boolean,
): express.RequestHandler {
  return (request, response, next) => {
    const { origin, host } = request.headers
    if (origin && allows(origin, host)) {
      response.setHeader('access-control-allow-origin', origin)
      response.setHeader('access-control-allow-headers', 'authorization, content-type, x-apollo-operation-name')
      response.setHeader('vary', 'origin')
    }
    if (request.method === 'OPTIONS') return void response.status(204).end()
    next()
  }
}

/** Bodies that are too large or not JSON: a GraphQL error, not a page. What nobody expected is logged and told by its number alone. */
function refuseBadRequests(log: Logger): ErrorRequestHandler {
  return (error: { type?: string; status?: number }, request, response, next) => {
    if (response.headersSent) return next(error)
    const status = error.status ?? 500
    if (status >= 500) {
      const requestId = randomUUID()
      log.error({ err: error, requestId, method: request.method, path: request.path }, 'A request failed unexpectedly.')
      return void response.status(500).json({ errors: [maskError({ message: '' }, requestId)] })
    }
    const tooLarge = error.type === 'entity.too.large'
    const message = tooLarge ? `The request is larger than ${largestBody}.` : 'The request is not valid JSON.'
    response
      .status(status)
      .json({ errors: [{ message, extensions: { code: tooLarge ? 'LIMIT_EXCEEDED' : 'BAD_REQUEST' } }] })
  }
}
