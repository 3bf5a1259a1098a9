import type { Duplex } from 'node:stream'
import type { GraphQLFormattedError } from 'graphql'
import { WebSocket } from 'ws'
import { reasonOf } from './close-codes.ts'
import { nextHead, textFrame, type Delivery } from './delivery.ts'
import type { Wire } from './wire.ts'

/**
 * A WebSocket whose frames are written ready to the connection under it: one buffer, one write, the same buffer for all who have the
 * same id. `ws` writes its own frames (pings, pongs, closes) whole and at once too, since nothing is compressed.
 */
export class SocketWire implements Wire {
  readonly #socket: WebSocket
  readonly #connection: Duplex
  #isAlive = true

  constructor(socket: WebSocket, connection: Duplex) {
    this.#socket = socket
    this.#connection = connection
    socket.on('pong', () => this.heard())
  }

  get backlog(): number {
    return this.#connection.writableLength
  }

  /** The client has given a sign of life. */
  heard(): void {
    this.#isAlive = true
  }

  head(id: string): string {
    return nextHead(id)
  }

  next(head: string, delivery: Delivery): boolean {
    if (this.#socket.readyState !== WebSocket.OPEN) return true
    const takesMore = this.#connection.write(delivery.frames(head))
    if (this.#connection.writableLength > 0) delivery.keepFrames()
    return takesMore
  }

  /** Writes a message of the protocol. */
  send(text: string): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#connection.write(textFrame(text))
  }

  error(id: string, errors: readonly GraphQLFormattedError[]): void {
    this.send(`{"id":${JSON.stringify(id)},"type":"error","payload":${JSON.stringify(errors)}}`)
  }

  complete(id: string): void {
    this.send(`{"id":${JSON.stringify(id)},"type":"complete"}`)
  }

  ping(): boolean {
    const wasAlive = this.#isAlive
    this.#isAlive = false
    if (wasAlive && this.#socket.readyState === WebSocket.OPEN) this.#socket.ping()
    return wasAlive
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reasonOf(reason))
  }

  cut(): void {
    this.#socket.terminate()
  }
}
