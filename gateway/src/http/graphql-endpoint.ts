import { randomUUID } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Logger } from '@torihiki/shared/log.ts'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { AnswerOf } from '../caching/answers.ts'
import type { PreparedOperation, Variables } from '../federation/prepared-operation.ts'
import type { ServedSupergraph } from '../federation/supergraph.ts'
import type { Guards } from '../guards.ts'
import type { Authenticate } from '../identity/authenticate.ts'
import { readDocument } from '../operations/read-operation.ts'
import { requestTrace } from '../telemetry/request-span.ts'
import type { Caller } from '../upstreams/upstream.ts'
import { acceptedType, type AnswerType } from './media-types.ts'
import { startNewOperations, type Answer, type NewOperations } from './new-operations.ts'
import { allowOrigin, ownHeaders } from './origins.ts'
import { readRequest, type GraphqlRequest } from './read-request.ts'
import { HttpRefusal, statusOf } from './refusal.ts'
import { logAnswer } from './request-log.ts'

export type GraphqlEndpointOptions = {
  readonly supergraph: ServedSupergraph
  readonly authenticate: Authenticate
  readonly guards: Guards
  readonly httpServer: Server
  readonly introspection: boolean
  readonly allowsOrigin: (origin: string | undefined, host: string | undefined) => boolean
  /** Answers operations that are known, otherwise than by running them each time. */
  readonly answerOf?: AnswerOf | undefined
  /** Told the errors of each answer that has any. */
  readonly onErrors?: ((errors: readonly GraphQLFormattedError[]) => void) | undefined
  readonly log: Logger
}

export type GraphqlEndpoint = {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  stop(): Promise<void>
}

/** Asks for what an operation costs: `cost`. */
const explainHeader = 'x-torihiki-explain'

/**
 * GraphQL over HTTP, one way for all requests: read, authenticated, its document found, admitted and run. Operations that are known
 * (valid, planned and compiled) are answered at once; new ones go through Apollo Server, which makes them known.
 */
export async function createGraphqlEndpoint(options: GraphqlEndpointOptions): Promise<GraphqlEndpoint> {
  const newOperations = await startNewOperations(options)
  return {
    async handle(request, response) {
      const requestId = randomUUID()
      try {
        response.setHeader('x-request-id', requestId)
        allowOrigin(request, response, options.allowsOrigin)
        if (request.method === 'OPTIONS') return void response.writeHead(204).end()
        const refused = await answer(request, response, requestId, newOperations, options)
        if (!refused) return
        refuse(response, refused)
        const codes = [refused.error.extensions?.['code']]
        options.log.info({ requestId, status: refused.status, codes }, 'A request was refused.')
      } catch (error) {
        options.log.error({ err: error, requestId }, 'A request to the API failed unexpectedly.')
        const { message, extensions } = options.supergraph.generation.shownError({ message: '' }, requestId)
        if (response.headersSent) response.destroy()
        else refuse(response, new HttpRefusal(500, 'INTERNAL', message, { extensions: { ...extensions } }))
      }
    },
    stop: () => newOperations.stop(),
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
  newOperations: NewOperations,
  options: GraphqlEndpointOptions,
): Promise<HttpRefusal | null> {
  const startedAt = performance.now()
  const type = acceptedType(request.headers.accept)
  if (type === null) return notAcceptable
  const read = await readRequest(request)
  if (read instanceof HttpRefusal) return read
  const found = await options.authenticate(undefined, ownHeaders(request, options.allowsOrigin))
  if (found === 'INVALID') return notSignedIn
  const caller: Caller = {
    identity: { actor: found.actor, requestId },
    ...(found.headers && { headers: found.headers }),
    client: options.guards.clientOf(request),
    ...requestTrace(request, response),
  }
  const { text, errors, hasData, prepared, headers: kept } = await run(read, caller, newOperations, options)
  if (errors.length > 0) options.onErrors?.(errors)
  const { status, headers: refusing } = statusOf(type, errors, hasData)
  const headers = kept ? { ...refusing, ...kept } : refusing
  const explain = prepared && request.headers[explainHeader] === 'cost'
  send(response, status, type, headers, explain ? explained(text, prepared, read.variables, caller, options) : text)
  logAnswer(options.log, caller, {
    kind: prepared?.kind,
    operationName: prepared ? prepared.definition.name?.value : read.operationName,
    startedAt,
    errors,
  })
  return null
}

const notSignedIn = new HttpRefusal(
  401,
  'NOT_SIGNED_IN',
  'The access token is not valid or has expired. Refresh the session, or sign in anew.',
)
const notAcceptable = new HttpRefusal(
  406,
  'BAD_REQUEST',
  'Answers are application/json or application/graphql-response+json: accept one of them.',
)

type Ran = Answer & {
  readonly prepared?: PreparedOperation | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** Finds the document and runs it: at once when it is known, else by Apollo Server. */
async function run(
  request: GraphqlRequest,
  caller: Caller,
  newOperations: NewOperations,
  { supergraph, guards, answerOf }: GraphqlEndpointOptions,
): Promise<Ran> {
  const { generation } = supergraph
  const { operationName, variables } = request
  const refused = (errors: readonly GraphQLFormattedError[]): Ran => {
    const shown = errors.map((error) => generation.shownError(error, caller.identity.requestId))
    return { text: JSON.stringify({ errors: shown }), errors: shown, hasData: false }
  }
  const refusals = (prepared: PreparedOperation): readonly GraphQLFormattedError[] => {
    const wrong = prepared.variableErrors(variables)
    if (wrong.length > 0) return wrong.map((error) => error.toJSON())
    const refusal = methodError(prepared, request.method) ?? guards.admission.admit(prepared, variables, caller)
    return refusal ? [refusal] : []
  }
  const found = guards.documents.find(request)
  if (found instanceof GraphQLError) return refused([found.toJSON()])
  const { source } = found
  const known = generation.known(source, operationName)
  if (known) {
    found.ran?.()
    const errors = refusals(known)
    if (errors.length > 0) return { ...refused(errors), prepared: known }
    if (!answerOf) return { ...answered(await known.execute(variables, caller)), prepared: known }
    const { text, headers } = await answerOf(known, variables, caller)
    return { ...answered(text), prepared: known, headers }
  }
  const tooMany = guards.admission.admitNew(caller)
  if (tooMany) return refused([tooMany])
  const document = readDocument(source)
  if (!('kind' in document)) return refused(document.map((error) => error.toJSON()))
  const answer = await newOperations.run(request, source, caller, () => {
    const prepared = generation.prepare(source, operationName)
    return 'run' in prepared ? refusals(prepared) : prepared.map((error) => error.toJSON())
  })
  const prepared = generation.known(source, operationName)
  if (prepared) found.ran?.()
  return { ...answer, prepared }
}

/** GET is for what changes nothing; subscriptions need a connection that stays. */
function methodError({ kind }: PreparedOperation, method: 'GET' | 'POST'): GraphQLFormattedError | null {
  if (kind === 'subscription')
    return {
      message: 'Subscriptions go over WebSocket (graphql-transport-ws) at the same address, /graphql.',
      extensions: { code: 'SUBSCRIPTION_NEEDS_SOCKET' },
    }
  if (kind === 'query' || method === 'POST') return null
  return { message: 'Mutations are sent by POST.', extensions: { code: 'METHOD_NOT_ALLOWED' } }
}

/** Errors stand first in an answer: only then it is read again for them. */
function answered(text: string): Answer {
  if (!text.startsWith('{"errors"')) return { text, errors: [], hasData: true }
  const { errors, data } = JSON.parse(text) as { errors: GraphQLFormattedError[]; data?: unknown }
  return { text, errors, hasData: data !== undefined }
}

function explained(
  text: string,
  prepared: PreparedOperation,
  variables: Variables,
  caller: Caller,
  { guards }: GraphqlEndpointOptions,
): string {
  const result = JSON.parse(text) as { extensions?: object }
  const cost = guards.admission.explain(prepared, variables, caller)
  return JSON.stringify({ ...result, extensions: { ...result.extensions, cost } })
}

function refuse(response: ServerResponse, { status, error, headers }: HttpRefusal): void {
  send(response, status, 'application/json', headers, JSON.stringify({ errors: [error] }))
}

function send(
  response: ServerResponse,
  status: number,
  type: AnswerType,
  headers: Readonly<Record<string, string>>,
  text: string,
): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', ...headers })
  response.end(text)
}
