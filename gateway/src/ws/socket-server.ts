import type { IncomingMessage, Server } from 'node:http'
import { randomUUID } from 'node:crypto'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { maskError } from '@torihiki/shared/graphql/mask-errors.ts'
import type { Logger } from '@torihiki/shared/log.ts'
import { GraphQLError } from 'graphql'
import { CloseCode, type Context, type SubscribePayload } from 'graphql-ws'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer, type WebSocket } from 'ws'
import type { PreparedOperation, Variables } from '../federation/prepared-operation.ts'
import { subscribeFederated } from '../federation/subscribe.ts'
import type { ServedSupergraph } from '../federation/supergraph.ts'
import type { Authenticate } from '../identity/authenticate.ts'
import type { Caller } from '../upstreams/upstream.ts'

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
type Args = { prepared: PreparedOperation; variables: Variables; caller: Caller; requestId: string }

/** What the metrics tell of sockets. */
export type SocketFigures = { sockets: number; operations: number }

export type SocketServerOptions = {
  server: Server
  supergraph: ServedSupergraph
  authenticate: Authenticate
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
        const { requestId, prepared, caller } = args as unknown as Args
        options.log.info(
          { requestId, memberId: caller.identity.actor?.memberId, operationName: prepared.operationName },
          'An operation began on a socket.',
        )
      },
      onComplete: () => void operations--,
      onError: (_context, _id, _payload, errors) => errors.map((error) => maskError(error as never, '-')) as never,
      subscribe: ((args: Args) =>
        guarded(() => subscribeFederated(args.prepared, args.variables, args.caller), args, options.log)) as never,
      execute: ((args: Args) =>
        guarded(() => args.prepared.execute(args.variables, args.caller), args, options.log)) as never,
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
  const found = await options.authenticate(typeof stated === 'string' ? stated : undefined, extra.request.headers)
  if (found === 'INVALID') return false
  const { actor, expiresAt } = found
  extra.actor = actor
  if (!actor || !expiresAt) return true
  if (count(perMember, actor.memberId, 1) > socketLimits.socketsPerMember) {
    extra.socket.close(tooManySocketsCode, `At most ${socketLimits.socketsPerMember} sockets a member`)
    return true
  }
  extra.expiry = setTimeout(
    () => extra.socket.close(CloseCode.Forbidden, 'Access token expired'),
    expiresAt.getTime() - Date.now(),
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
  const prepared = options.supergraph.generation.prepare(payload.query, payload.operationName ?? null)
  if (!('run' in prepared)) return prepared
  const requestId = randomUUID()
  const caller = { identity: { actor: context.extra.actor ?? null, requestId } }
  return {
    prepared,
    requestId,
    variables: payload.variables ?? {},
    caller,
    schema: prepared.generation.apiSchema,
    document: prepared.document,
    operationName: prepared.operationName,
  } as Args
}

/** A failure to open or execute is an error of that operation, with a request id, and never of the socket. */
async function guarded(
  run: () => Promise<AsyncIterableIterator<string> | string>,
  args: Args,
  log: Logger,
): Promise<AsyncIterableIterator<unknown> | unknown> {
  try {
    const outcome = await run()
    return typeof outcome === 'string' ? JSON.parse(outcome) : parsed(outcome)
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] }
    log.error(
      { requestId: args.requestId, reason: error instanceof Error ? error.stack : String(error) },
      'An operation over a socket failed.',
    )
    return { errors: [new GraphQLError('Internal error.')] }
  }
}

function parsed(texts: AsyncIterableIterator<string>): AsyncIterableIterator<unknown> {
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      const text = await texts.next()
      return text.done ? { done: true, value: undefined } : { done: false, value: JSON.parse(text.value) }
    },
    async return() {
      await texts.return?.()
      return { done: true, value: undefined }
    },
  }
}
