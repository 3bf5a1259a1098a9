import type { IncomingMessage, Server } from 'node:http'
import { randomUUID } from 'node:crypto'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { maskError } from '@torihiki/shared/graphql/mask-errors.ts'
import type { Logger } from '@torihiki/shared/log.ts'
import {
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionResult,
} from 'graphql'
import { CloseCode, type Context, type SubscribePayload } from 'graphql-ws'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer, type WebSocket } from 'ws'
import type { FederationGateway } from '../federation/gateway-interface.ts'
import { executeFederated, subscribeFederated, type Operation } from '../federation/subscribe.ts'
import type { Generation } from '../federation/generation.ts'
import type { Authenticator } from '../identity/authenticate.ts'
import { operationLimits, operationLimitsRule } from '../limits/operation-limits.ts'

/** Limits of sockets. Each has a close code or an error that says so. */
export const socketLimits = {
  /** Longest message from a client, in bytes. */
  messageBytes: 64 * 1024,
  /** Sockets that one member may have open at once. */
  socketsPerMember: 50,
  /** Operations at once on one socket. */
  operationsPerSocket: 100,
  /** How long a client may take to say who it is. */
  connectionInitMs: 5_000,
  /** How often a ping is sent, so that dead sockets are found. */
  pingMs: 15_000,
} as const

/** Close code of a socket above the member's number: too many requests. */
export const tooManySocketsCode = 4429

type Extra = { socket: WebSocket; actor?: Actor | null; expiry?: NodeJS.Timeout; request: IncomingMessage }
type Args = Operation & { generation: Generation; requestId: string }

/** What the metrics tell of sockets. */
export type SocketFigures = { sockets: number; operations: number }

export type SocketServerOptions = {
  server: Server
  gateway: FederationGateway
  authenticator: Authenticator
  introspection: boolean
  allowsOrigin: (origin: string | undefined, host: string | undefined) => boolean
  log: Logger
}

/**
 * GraphQL over WebSocket (`graphql-transport-ws`) at `/graphql`: the same validation and limits as over HTTP, errors masked, Origin
 * checked. A socket whose token has expired is closed with 4403: the client connects again with a fresh one and resumes after its cursor.
 */
export function serveSockets(options: SocketServerOptions): { figures(): SocketFigures; close(): Promise<void> } {
  const perMember = new Map<string, number>()
  let operations = 0
  const sockets = new WebSocketServer({
    server: options.server,
    path: '/graphql',
    maxPayload: socketLimits.messageBytes,
    verifyClient: ({ req }: { req: IncomingMessage }) => options.allowsOrigin(req.headers.origin, req.headers.host),
  })
  const server = useServer<Record<string, unknown>, Extra>(
    {
      connectionInitWaitTimeout: socketLimits.connectionInitMs,
      onConnect: async (context) => admit(context, options, perMember),
      onDisconnect: (context) => {
        const { actor, expiry } = context.extra
        if (expiry) clearTimeout(expiry)
        if (actor) count(perMember, actor.memberId, -1)
      },
      onSubscribe: (context, _id, payload) => prepare(context as never, payload, options) as never,
      onOperation: (_context, _id, _payload, args) => {
        operations++
        const { requestId, operationName, context } = args as unknown as Args
        options.log.info(
          { requestId, memberId: context.identity.actor?.memberId, operationName },
          'An operation began on a socket.',
        )
      },
      onComplete: () => void operations--,
      onNext: (_context, _id, _payload, args, result) =>
        masked(result as ExecutionResult, (args as unknown as Args).requestId) as never,
      onError: (_context, _id, _payload, errors) => errors.map((error) => maskError(error as never, '-')) as never,
      subscribe: ((args: Args) => guarded(() => subscribeFederated(args.generation, args), args, options.log)) as never,
      execute: ((args: Args) => guarded(() => executeFederated(args.generation, args), args, options.log)) as never,
    },
    sockets,
    socketLimits.pingMs,
  )
  return {
    figures: () => ({ sockets: sockets.clients.size, operations }),
    close: async () => void (await server.dispose()),
  }
}

function count(perMember: Map<string, number>, memberId: string, by: 1 | -1): number {
  const sum = (perMember.get(memberId) ?? 0) + by
  if (sum <= 0) perMember.delete(memberId)
  else perMember.set(memberId, sum)
  return sum
}

async function admit(
  context: Context<Record<string, unknown>, Extra>,
  options: SocketServerOptions,
  perMember: Map<string, number>,
): Promise<boolean> {
  const { extra, connectionParams } = context
  const stated = connectionParams?.['authorization'] ?? connectionParams?.['Authorization']
  const found = await (typeof stated === 'string'
    ? options.authenticator.byBearer(stated)
    : options.authenticator.byHeaders(extra.request.headers))
  if (found === 'INVALID') return false
  extra.actor = found === 'NOBODY' ? null : found.actor
  if (found === 'NOBODY') return true
  if (count(perMember, found.actor.memberId, 1) > socketLimits.socketsPerMember) {
    extra.socket.close(tooManySocketsCode, `At most ${socketLimits.socketsPerMember} sockets a member`)
    return true
  }
  extra.expiry = setTimeout(
    () => extra.socket.close(CloseCode.Forbidden, 'Access token expired'),
    found.expiresAt.getTime() - Date.now(),
  )
  return true
}

/** What `graphql-ws` runs: the validated operation, or the errors that the client gets for it. */
function prepare(
  context: { extra: Extra; subscriptions: Record<string, unknown> },
  payload: SubscribePayload,
  options: SocketServerOptions,
): Args | readonly GraphQLError[] {
  if (Object.keys(context.subscriptions).length > socketLimits.operationsPerSocket) {
    return [
      new GraphQLError(`At most ${socketLimits.operationsPerSocket} operations at once on one socket.`, {
        extensions: { code: 'LIMIT_EXCEEDED' },
      }),
    ]
  }
  const generation = options.gateway.generation
  const document = readDocument(payload.query)
  if (document instanceof GraphQLError) return [document]
  const errors = validated(generation, document, options.introspection)
  if (errors.length > 0) return errors
  const requestId = randomUUID()
  return {
    generation,
    requestId,
    source: payload.query,
    document,
    operationName: payload.operationName ?? null,
    variables: payload.variables ?? {},
    context: { identity: { actor: context.extra.actor ?? null, requestId } },
    schema: generation.apiSchema,
  } as Args
}

function readDocument(source: string): DocumentNode | GraphQLError {
  try {
    return parse(source, { maxTokens: operationLimits.tokens })
  } catch (error) {
    return new GraphQLError(error instanceof Error ? error.message : 'The document cannot be parsed.', {
      extensions: { code: 'GRAPHQL_PARSE_FAILED' },
    })
  }
}

/** graphql 16 throws on some documents instead of reporting: that is an error of the document, not of the socket. */
function validated(generation: Generation, document: DocumentNode, introspection: boolean): readonly GraphQLError[] {
  const rules = [...specifiedRules, operationLimitsRule, ...(introspection ? [] : [NoSchemaIntrospectionCustomRule])]
  try {
    return validate(generation.apiSchema, document, rules).map((error) =>
      error.extensions['code']
        ? error
        : new GraphQLError(error.message, {
            nodes: error.nodes ?? null,
            extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
          }),
    )
  } catch (error) {
    return [
      new GraphQLError(`The document is not valid: ${error instanceof Error ? error.message : 'unknown reason'}`, {
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      }),
    ]
  }
}

function masked(result: ExecutionResult, requestId: string): ExecutionResult {
  return result.errors
    ? {
        ...result,
        errors: result.errors.map((error) =>
          maskError(error instanceof GraphQLError ? error.toJSON() : error, requestId),
        ) as never,
      }
    : result
}

/** A failure to open or execute is an error of that operation, with a request id, and never of the socket. */
async function guarded<T>(run: () => Promise<T>, args: Args, log: Logger): Promise<T | ExecutionResult> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] }
    log.error(
      { requestId: args.requestId, reason: error instanceof Error ? error.stack : String(error) },
      'An operation over a socket failed.',
    )
    return { errors: [new GraphQLError('Internal error.')] }
  }
}
