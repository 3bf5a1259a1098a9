import type { IncomingMessage } from 'node:http'
import type { Logger } from '@torihiki/shared/log.ts'
import type { GraphQLFormattedError } from 'graphql'
import type { PreparedOperation, Variables } from '../federation/prepared-operation.ts'
import type { ServedSupergraph } from '../federation/supergraph.ts'
import type { Documents } from '../operations/documents.ts'
import type { Authenticate } from '../identity/authenticate.ts'
import type { Caller } from '../upstreams/upstream.ts'
import type { LiveLimits } from './limits.ts'
import type { Turn } from './turn.ts'

/** Looks at each operation before it begins, over WebSocket and event streams alike. An error refuses it. */
export type Admit = (prepared: PreparedOperation, variables: Variables, caller: Caller) => GraphQLFormattedError | null

/** What stands before every operation. Without a part of it, that part lets everything pass. */
export type LiveGuards = {
  /** Finds the document that a request means: by its text, or as a persisted query. */
  readonly find?: Documents['find'] | undefined
  /** Looks at who sends an operation that has to be made ready first. */
  readonly admitNew?: ((caller: Caller) => GraphQLFormattedError | null) | undefined
  readonly admit?: Admit | undefined
}

/** What the metrics tell of live connections. */
export type LiveFigures = {
  /** Open WebSockets. */
  sockets: number
  /** Open event streams. */
  eventStreams: number
  /** Operations that run on either. */
  operations: number
  /** Feeds: upstreams that subscribers share. */
  groups: number
  /** Events delivered since the start, each counted once a subscriber. */
  deliveries: number
  /** Events delivered since the start, each counted once a feed, and the seconds from their arrival from upstream to their delivery. */
  events: number
  eventSeconds: number
  /** The times that a feed delivered: events that were ready together count as one. */
  batches: number
  /** Events that have arrived from upstream and are not delivered yet: being resolved, or waiting for clients to take any. */
  eventsWaiting: number
  /** Subscriptions ended since the start because their clients did not keep up. */
  overflows: number
}

/** Those of a process that has had no live connection yet. */
export const noLiveFigures: Readonly<LiveFigures> = {
  sockets: 0,
  eventStreams: 0,
  operations: 0,
  groups: 0,
  deliveries: 0,
  events: 0,
  eventSeconds: 0,
  batches: 0,
  eventsWaiting: 0,
  overflows: 0,
}

/** What all live connections of a process share. */
export type LiveContext = {
  readonly supergraph: ServedSupergraph
  readonly authenticate: Authenticate
  readonly limits: LiveLimits
  readonly guards: LiveGuards
  readonly allowsOrigin: (origin: string | undefined, host: string | undefined) => boolean
  /** The program that asks, and from where. */
  readonly clientOf: (request: IncomingMessage) => NonNullable<Caller['client']>
  /** Told the errors of each refusal: of an operation, a message or a connection. */
  readonly onErrors: (errors: readonly GraphQLFormattedError[]) => void
  readonly log: Logger
  readonly figures: LiveFigures
  readonly turn: Turn
}
