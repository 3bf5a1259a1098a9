import type { GraphQLFormattedError } from 'graphql'
import type { Delivery } from './delivery.ts'

/** The way to one client, whatever the protocol. What is written after its end goes nowhere. */
export type Wire = {
  /** Bytes written that the client has not taken. */
  readonly backlog: number
  /** What the protocol puts before an event of this operation: made once, given with each event. */
  head(id: string): string
  /** Writes the events of a delivery. False when the client should first take what was written. */
  next(head: string, delivery: Delivery): boolean
  /** Ends an operation with errors. */
  error(id: string, errors: readonly GraphQLFormattedError[]): void
  complete(id: string): void
  /** Asks for a sign of life. False when the last was not answered. */
  ping(): boolean
  /** Ends the connection and says why, as far as the protocol can. */
  close(code: number, reason: string): void
  /** Ends the connection at once. */
  cut(): void
}
