import { resumeLimits } from '../federation/subscribe.ts'

/**
 * Limits of live connections: WebSockets and event streams alike. Each has a refusal that says which limit, what was used and what is
 * allowed, as an error of the operation or as the reason of a close.
 */
export const liveLimits = {
  /** Longest message from a client, in bytes: as large as a large operation with its variables. */
  messageBytes: 64 * 1024,
  /** Messages that a client may send at once: all its operations when it comes back, and then some. */
  messageBurst: 300,
  /** Messages a second that a client may send on and on. */
  messagesPerSecond: 50,
  /** Connections that one member may have open at once. */
  socketsPerMember: 50,
  /** Connections that one address may have open at once for those who have not signed in (yet). */
  socketsPerAddress: 200,
  /** Operations at once on one connection. */
  operationsPerSocket: 100,
  /** Characters of an operation's id, which stands before each of its events. */
  idCharacters: 256,
  /** How long a client may take to say who it is. */
  connectionInitMs: 5_000,
  /** How often a ping is sent. A client that has answered none until the next is gone. */
  pingMs: 15_000,
  /** Bytes written that a client may leave waiting: whoever leaves more has its subscription ended. */
  bufferedBytes: 1024 * 1024,
  /** How long a feed that nobody takes is held back before it is ended, and how long after that the connection is cut. */
  stalledMs: 10_000,
  /** Events of one feed that are resolved ahead of the one that is delivered next. */
  resolvedAhead: 16,
  /** Attempts in a row to take up a subscription whose subgraph was lost: then its clients are told. */
  resumeAttempts: resumeLimits.attempts,
  /** Longest time over which clients are told to move when this process or its supergraph goes. */
  drainSpreadMs: 5_000,
  /** Within that, how much time each client adds: a few are told at once, many one after the other. */
  drainMsPerSocket: 10,
  /** How long an event stream may be reserved and not opened yet. It counts as a connection. */
  reservationMs: 10_000,
} as const

export type LiveLimits = { readonly [K in keyof typeof liveLimits]: number }
