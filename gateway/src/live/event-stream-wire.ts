import type { ServerResponse } from 'node:http'
import type { GraphQLFormattedError } from 'graphql'
import type { Delivery } from './delivery.ts'
import type { Wire } from './wire.ts'

/** A comment: keeps proxies from taking the stream for dead, and shows whether the client still takes anything. */
const comment = ':\n\n'

/**
 * A response as an event stream (`graphql-sse`): of one operation, which ends with it, or of several, whose messages carry their ids.
 * What is written before there is a response waits for it. A stream that is closed without `complete` was broken off: the client
 * comes back.
 */
export class EventStreamWire implements Wire {
  readonly #several: boolean
  readonly #onClose: () => void
  #response: ServerResponse | null = null
  #waiting: (string | Buffer)[] = []
  #waitingBytes = 0
  #backlogAtPing = 0

  /** `onClose` runs when it is closed before it was opened. */
  constructor(several: boolean, onClose: () => void = () => undefined) {
    this.#several = several
    this.#onClose = onClose
  }

  /** Begins the stream, with what waits. It is the last answer on its connection: who comes back may be led elsewhere. */
  open(response: ServerResponse): void {
    this.#response = response
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      connection: 'close',
    })
    for (const text of [comment, ...this.#waiting.splice(0)]) this.#write(text)
  }

  get backlog(): number {
    return this.#response?.writableLength ?? this.#waitingBytes
  }

  head(id: string): string {
    return JSON.stringify(id)
  }

  next(head: string, delivery: Delivery): boolean {
    return this.#write(this.#several ? delivery.messagesFor(head) : delivery.messages())
  }

  error(id: string, errors: readonly GraphQLFormattedError[]): void {
    const payload = `{"errors":${JSON.stringify(errors)}}`
    const text = this.#several ? `{"id":${JSON.stringify(id)},"payload":${payload}}` : payload
    this.#write(`event: next\ndata: ${text}\n\n`)
    this.complete(id)
  }

  complete(id: string): void {
    this.#write(`event: complete\ndata: ${this.#several ? `{"id":${JSON.stringify(id)}}` : ''}\n\n`)
    if (!this.#several) this.#response?.end()
  }

  /** There is no answer to a comment: a client that has taken nothing since the last one, and had to, is gone. */
  ping(): boolean {
    if (!this.#response) return true
    const { backlog } = this
    const stuck = this.#backlogAtPing > 0 && backlog >= this.#backlogAtPing
    this.#backlogAtPing = backlog
    if (!stuck) this.#write(comment)
    return !stuck
  }

  close(): void {
    if (this.#response) this.#response.end()
    else this.#onClose()
  }

  cut(): void {
    if (this.#response) this.#response.destroy()
    else this.#onClose()
  }

  /** False when the client should first take what was written, or the stream has yet to be opened. */
  #write(text: string | Buffer): boolean {
    if (!this.#response) {
      this.#waiting.push(text)
      this.#waitingBytes += Buffer.byteLength(text)
      return false
    }
    if (this.#response.writableEnded || this.#response.destroyed) return true
    return this.#response.write(text)
  }
}
