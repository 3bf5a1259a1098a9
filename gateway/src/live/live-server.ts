import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { GraphQLFormattedError } from 'graphql'
import type { Logger } from '@torihiki/shared/log.ts'
import type { ServedSupergraph } from '../federation/supergraph.ts'
import type { Generation } from '../federation/generation.ts'
import type { Authenticate } from '../identity/authenticate.ts'
import type { Caller } from '../upstreams/upstream.ts'
import { EventStreamDoor } from './event-stream-door.ts'
import { liveLimits, type LiveLimits } from './limits.ts'
import { noLiveFigures, type LiveFigures, type LiveGuards } from './live-context.ts'
import { Sessions } from './sessions.ts'
import { openSocketDoor } from './socket-door.ts'
import { Turn } from './turn.ts'

export type LiveServerOptions = {
  readonly server: Server
  /** Where sockets and event streams are taken; event streams that carry several operations below it, at `/stream`. */
  readonly path: string
  readonly supergraph: ServedSupergraph
  readonly authenticate: Authenticate
  readonly allowsOrigin: (origin: string | undefined, host: string | undefined) => boolean
  /** What each operation has to pass before it begins. */
  readonly guards?: LiveGuards | undefined
  /** Limits other than the usual ones. */
  readonly limits?: Partial<LiveLimits> | undefined
  /** The program that asks, and from where. Without it: the address of the connection. */
  readonly clientOf?: ((request: IncomingMessage) => NonNullable<Caller['client']>) | undefined
  /** Told the errors of each refusal. */
  readonly onErrors?: ((errors: readonly GraphQLFormattedError[]) => void) | undefined
  readonly log: Logger
}

export type LiveServer = {
  /** Whether a request asks for an event stream. */
  takes(request: IncomingMessage): boolean
  /** Answers such a request. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  figures(): LiveFigures
  /** Ends all connections of a member whose roles, level or keys have changed, with 4403: clients come back with a fresh token. */
  recheck(memberId: string): void
  /** Whether subscriptions of a generation still run. */
  runsIn(generation: Generation): boolean
  /** Tells all clients to move, spread over time, and takes no more. */
  close(): Promise<void>
}

/**
 * GraphQL over WebSocket (`graphql-transport-ws`) and over server-sent events (`graphql-sse`), with the same validation, limits and
 * masking as over HTTP. Identical subscriptions share one upstream, one execution and one text for each event. When the supergraph
 * is replaced, clients whose subscriptions run in an earlier one are told to move.
 */
export function serveLive(options: LiveServerOptions): LiveServer {
  const { server, path, supergraph, authenticate, allowsOrigin, guards = {}, log } = options
  const limits = { ...liveLimits, ...options.limits }
  const figures: LiveFigures = { ...noLiveFigures }
  const { clientOf = plainClient, onErrors = () => undefined } = options
  const context = {
    supergraph,
    authenticate,
    allowsOrigin,
    limits,
    guards,
    clientOf,
    onErrors,
    log,
    figures,
    turn: new Turn(),
  }
  const sessions = new Sessions(context)
  let draining = false
  openSocketDoor(server, path, context, sessions, () => draining)
  const eventStreams = new EventStreamDoor(path, context, sessions, () => draining)
  const forget = supergraph.onSchemaLoadOrUpdate(() => sessions.moveTo(supergraph.generation))
  return {
    takes: (request) => eventStreams.takes(request),
    handle: (request, response) => eventStreams.handle(request, response),
    figures: () => ({ ...figures }),
    recheck: (memberId) => sessions.recheck(memberId),
    runsIn: (generation) => sessions.streams.runsIn(generation),
    async close() {
      draining = true
      forget()
      await sessions.drain()
    },
  }
}

function plainClient({ socket }: IncomingMessage): NonNullable<Caller['client']> {
  return { name: null, address: socket.remoteAddress ?? '' }
}
