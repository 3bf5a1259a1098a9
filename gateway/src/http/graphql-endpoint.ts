import { randomUUID } from 'node:crypto'
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { expressMiddleware } from '@as-integrations/express5'
import { maskError } from '@torihiki/shared/graphql/mask-errors.ts'
import type { Logger } from '@torihiki/shared/log.ts'
import type { RequestHandler } from 'express'
import type { Server } from 'node:http'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { GatewayContext } from '../federation/generation.ts'
import type { FederationGateway } from '../federation/gateway-interface.ts'
import type { Authenticator } from '../identity/authenticate.ts'
import { operationLimits, operationLimitsRule } from '../limits/operation-limits.ts'

type Options = {
  gateway: FederationGateway
  authenticator: Authenticator
  httpServer: Server
  introspection: boolean
  log: Logger
}

/** A subscription sent as a plain request gets told where the socket is. */
const subscriptionsNeedASocket: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation }) {
        if (operation?.operation !== 'subscription') return
        throw new GraphQLError(
          'Subscriptions go over WebSocket (graphql-transport-ws) at the same address, /graphql.',
          {
            extensions: { code: 'SUBSCRIPTION_NEEDS_SOCKET', http: { status: 405 } },
          },
        )
      },
    }
  },
}

/** One line a request: who, what, how long, with which outcome. Variables and answers are never written. */
function requestLog(log: Logger): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      const startedAt = performance.now()
      return {
        async willSendResponse({ contextValue, operation, operationName, errors }) {
          const { actor, requestId } = contextValue.identity
          const ms = Math.round(performance.now() - startedAt)
          const codes = errors?.map((error) => error.extensions['code'])
          log.info(
            {
              requestId,
              memberId: actor?.memberId,
              kind: operation?.operation,
              operationName,
              ms,
              ...(codes && { codes }),
            },
            'A request was answered.',
          )
        },
      }
    },
  }
}

/** The request id that a subgraph wrote into an error when it masked it. */
function requestIdOf({ extensions }: GraphQLFormattedError): string {
  const requestId = extensions?.['requestId']
  return typeof requestId === 'string' ? requestId : '-'
}

/** GraphQL over HTTP by Apollo Server, with a federation gateway of our own behind it. Errors are masked, limits apply before planning. */
export async function createGraphqlEndpoint(
  options: Options,
): Promise<{ handler: RequestHandler; stop(): Promise<void> }> {
  const server = new ApolloServer<GatewayContext>({
    gateway: options.gateway as never,
    introspection: options.introspection,
    includeStacktraceInErrorResponses: false,
    // The process drains by itself, in an order of its own.
    stopOnTerminationSignals: false,
    validationRules: [operationLimitsRule],
    parseOptions: { maxTokens: operationLimits.tokens },
    formatError: (formatted) => maskError(formatted, requestIdOf(formatted)),
    logger: options.log,
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer: options.httpServer }),
      ApolloServerPluginLandingPageDisabled(),
      subscriptionsNeedASocket,
      requestLog(options.log),
    ],
  })
  await server.start()
  const handler = expressMiddleware(server, {
    context: async ({ req, res }): Promise<GatewayContext> => {
      const requestId = randomUUID()
      res.setHeader('x-request-id', requestId)
      const found = await options.authenticator.byHeaders(req.headers)
      if (found === 'INVALID') {
        throw new GraphQLError('The access token is not valid or has expired. Refresh the session, or sign in anew.', {
          extensions: { code: 'NOT_SIGNED_IN', http: { status: 401 } },
        })
      }
      return { identity: { actor: found === 'NOBODY' ? null : found.actor, requestId } }
    },
  })
  return { handler, stop: () => server.stop() }
}
