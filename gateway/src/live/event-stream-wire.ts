import type { ServerResponse } from 'node:http'
import type { GraphQLFormattedError } from 'graphql'
import type { Delivery } from './delivery.ts'
import type { Wire } from './wire.ts'

/** A comment: keeps proxies from taking the stream for dead, and shows whether the client still takes anything. */
const comment = ':\n\n'

/**
 * A response as an event stream (`graphql-sse`): of one operation, which ends with it, or of several, whose messages carry their ids.
 * A stream that is closed without `complete` was broken off: the client comes back.
 */
export class EventStreamWire implements Wire {
  readonly #response: ServerResponse
  readonly #several: boolean
  #backlogAtPing = 0

  constructor(response: ServerResponse, several: boolean) {
    this.#response = response
    this.#several = several
  }

  /** Begins the stream. */
  open(): void {
    this.#response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    this.#write(comment)
  }

  get backlog(): number {
    return this.#response.writableLength
  }

  head(id: string): string {
    return JSON.stringify(id)
  }

  next(head: string, delivery: Delivery): boolean {
    return this.#write(this.#several ? delivery.messageFor(head) : delivery.message())
  }

  error(id: string, errors: readonly GraphQLFormattedError[]): void {
    const payload = `{"errors":${JSON.stringify(errors)}}`
    const text = this.#several ? `{"id":${JSON.stringify(id)},"payload":${payload}}` : payload
    this.#write(`event: next\ndata: ${text}\n\n`)
    this.complete(id)
  }

  complete(id: string): void {
    this.#write(`event: complete\ndata: ${this.#several ? `{"id":${JSON.stringify(id)}}` : ''}\n\n`)
    if (!this.#several) this.#response.end()
  }

  /** There is no answer to a comment: a client that has taken nothing since the last one, and had to, is gone. */
  ping(): boolean {
    const { backlog } = this
    const stuck = this.#backlogAtPing > 0 && backlog >= this.#backlogAtPing
    this.#backlogAtPing = backlog
    if (!stuck) this.#write(comment)
    return !stuck
  }

  close(): void {
    this.#response.end()
  }

  cut(): void {
    this.#response.destroy()
  }

  #write(text: string | Buffer): boolean {
    if (this.#response.writableEnded || this.#response.destroyed) return true
    return this.#response.write(text)
  }
}
