import { randomUUID } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { ApolloServer, HeaderMap, type ApolloServerPlugin, type HTTPGraphQLRequest } from '@apollo/server'
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import type { Logger } from '@torihiki/shared/log.ts'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { ServedSupergraph } from '../federation/supergraph.ts'
import { stringifyResult } from '../federation/written-data.ts'
import { operationLimits, operationLimitsRule } from '../limits/operation-limits.ts'
import type { Caller } from '../upstreams/upstream.ts'
import type { Authenticate } from '../identity/authenticate.ts'
import { allowOrigin } from './origins.ts'
import { bodyLimits, readBody } from './read-body.ts'

export type GraphqlEndpointOptions = {
  readonly supergraph: ServedSupergraph
  readonly authenticate: Authenticate
  readonly httpServer: Server
  readonly introspection: boolean
  readonly allowsOrigin: (origin: string | undefined, host: string | undefined) => boolean
  readonly log: Logger
}

export type GraphqlEndpoint = {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  stop(): Promise<void>
}

const json = 'application/json; charset=utf-8'
const graphqlJson = 'application/graphql-response+json; charset=utf-8'

/**
 * GraphQL over HTTP. Operations that are known (valid, planned and compiled) are answered at once; everything else, new operations
 * and unusual requests, goes through Apollo Server, which makes them known.
 */
export async function createGraphqlEndpoint(options: GraphqlEndpointOptions): Promise<GraphqlEndpoint> {
  const apollo = await startApollo(options)
  return {
    async handle(request, response) {
      const requestId = randomUUID()
      try {
        response.setHeader('x-request-id', requestId)
        allowOrigin(request, response, options.allowsOrigin)
        if (request.method === 'OPTIONS') return void response.writeHead(204).end()
        await answer(apollo, request, response, requestId, options)
      } catch (error) {
        options.log.error({ err: error, requestId }, 'A request to the API failed unexpectedly.')
        const { shownError } = options.supergraph.generation
        if (!response.headersSent) refuse(response, 500, shownError({ message: 'Internal error.' }, requestId))
        response.destroy()
      }
    },
    stop: () => apollo.stop(),
  }
}

async function answer(
  apollo: ApolloServer<Caller>,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
  options: GraphqlEndpointOptions,
): Promise<void> {
  const body = request.method === 'POST' ? await readBody(request) : undefined
  if (body === null) return refuse(response.setHeader('connection', 'close'), 413, tooLarge.toJSON())
  const found = await options.authenticate(undefined, request.headers)
  if (found === 'INVALID') return refuse(response, 401, notSignedIn.toJSON())
  const caller: Caller = {
    identity: { actor: found.actor, requestId },
    ...(found.headers && { headers: found.headers }),
  }
  const parsed = body === undefined || !isJson(request) ? undefined : parsedJson(body)
  if (parsed === null) return refuse(response, 400, notJson.toJSON())
  if (parsed !== undefined && (await answerKnown(request, response, parsed, caller, options))) return
  await answerByApollo(apollo, request, response, parsed, caller)
}

const notSignedIn = new GraphQLError(
  'The access token is not valid or has expired. Refresh the session, or sign in anew.',
  { extensions: { code: 'NOT_SIGNED_IN' } },
)
const tooLarge = new GraphQLError(
  `The request is larger than ${bodyLimits.requestBytes / 1024} KB. Ask for less at once.`,
  {
    extensions: { code: 'LIMIT_EXCEEDED', limit: 'requestBytes', allowed: bodyLimits.requestBytes },
  },
)
const notJson = new GraphQLError('The request is not valid JSON.', { extensions: { code: 'BAD_REQUEST' } })

function refuse(response: ServerResponse, status: number, error: GraphQLFormattedError): void {
  response.writeHead(status, { 'content-type': json }).end(JSON.stringify({ errors: [error] }))
}

function isJson(request: IncomingMessage): boolean {
  return request.headers['content-type']?.startsWith('application/json') ?? false
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) ?? null
  } catch {
    return null
  }
}

/** Answers at once what is known: false when Apollo Server must look at the request. */
async function answerKnown(
  request: IncomingMessage,
  response: ServerResponse,
  body: unknown,
  caller: Caller,
  { supergraph, log }: GraphqlEndpointOptions,
): Promise<boolean> {
  const contentType = acceptedType(request.headers.accept)
  if (contentType === null || request.url !== '/graphql' || !isPlainRequest(body)) return false
  const prepared = supergraph.generation.known(body.query, body.operationName ?? null)
  if (!prepared || prepared.kind === 'subscription') return false
  const startedAt = performance.now()
  const variables = body.variables ?? {}
  if (prepared.variableErrors(variables).length > 0) return false
  const text = await prepared.execute(variables, caller)
  response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-store' }).end(text)
  logAnswer(log, caller, prepared.kind, prepared.operationName, performance.now() - startedAt)
  return true
}

type PlainRequest = { query: string; operationName?: string | null; variables?: Record<string, unknown> | null }

function isPlainRequest(body: unknown): body is PlainRequest {
  if (typeof body !== 'object' || body === null) return false
  const { query, operationName, variables, extensions } = body as Record<string, unknown>
  return (
    typeof query === 'string' &&
    (operationName === undefined || operationName === null || typeof operationName === 'string') &&
    (variables === undefined || (typeof variables === 'object' && !Array.isArray(variables))) &&
    extensions === undefined
  )
}

/** The type of the answer, or null when the choice is not plain. */
function acceptedType(accept: string | undefined): string | null {
  if (accept === undefined || accept === '*/*' || accept === 'application/json') return json
  return accept === 'application/graphql-response+json' ? graphqlJson : null
}

/** One line a request: who, what, how long, with which outcome. Variables and answers are never written. */
function logAnswer(
  log: Logger,
  { identity }: Caller,
  kind: string | undefined,
  operationName: string | null | undefined,
  ms: number,
  codes?: readonly unknown[],
): void {
  log.info(
    {
      requestId: identity.requestId,
      memberId: identity.actor?.memberId,
      kind,
      operationName,
      ms: Math.round(ms),
      ...(codes && { codes }),
    },
    'A request was answered.',
  )
}

async function startApollo(options: GraphqlEndpointOptions): Promise<ApolloServer<Caller>> {
  const apollo = new ApolloServer<Caller>({
    gateway: options.supergraph as never,
    introspection: options.introspection,
    includeStacktraceInErrorResponses: false,
    // The process drains by itself, in an order of its own.
    stopOnTerminationSignals: false,
    validationRules: [operationLimitsRule],
    parseOptions: { maxTokens: operationLimits.tokens },
    formatError: (formatted) => options.supergraph.generation.shownError(formatted, requestIdOf(formatted)),
    stringifyResult: (result) => stringifyResult(result),
    logger: options.log,
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer: options.httpServer }),
      ApolloServerPluginLandingPageDisabled(),
      subscriptionsNeedASocket,
      requestLog(options.log),
    ],
  })
  await apollo.start()
  return apollo
}

/** The request id that a subgraph wrote into an error when it masked it. */
function requestIdOf({ extensions }: GraphQLFormattedError): string {
  const requestId = extensions?.['requestId']
  return typeof requestId === 'string' ? requestId : '-'
}

/** A subscription sent as a plain request gets told where the socket is. */
const subscriptionsNeedASocket: ApolloServerPlugin<Caller> = {
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

function requestLog(log: Logger): ApolloServerPlugin<Caller> {
  return {
    async requestDidStart() {
      const startedAt = performance.now()
      return {
        async willSendResponse({ contextValue, operation, operationName, errors }) {
          const codes = errors?.map((error) => error.extensions['code'])
          logAnswer(log, contextValue, operation?.operation, operationName, performance.now() - startedAt, codes)
        },
      }
    },
  }
}

async function answerByApollo(
  apollo: ApolloServer<Caller>,
  request: IncomingMessage,
  response: ServerResponse,
  body: unknown,
  caller: Caller,
): Promise<void> {
  const headers = new HeaderMap()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  const httpGraphQLRequest: HTTPGraphQLRequest = {
    method: (request.method ?? 'GET').toUpperCase(),
    headers,
    search: new URL(request.url ?? '/', 'http://hub').search,
    body,
  }
  const answer = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => caller })
  for (const [name, value] of answer.headers) response.setHeader(name, value)
  response.statusCode = answer.status ?? 200
  if (answer.body.kind === 'complete') return void response.end(answer.body.string)
  for await (const chunk of answer.body.asyncIterator) response.write(chunk)
  response.end()
}
