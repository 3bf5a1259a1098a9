import { connect, type Socket } from 'node:net'

/** The answer to one request: its HTTP status and body. */
export type RawAnswer = { readonly status: number; readonly body: Buffer }

const headEnd = Buffer.from('\r\n\r\n')

/** One HTTP/1.1 connection that is kept, one request at a time: as little work as a client can do, so that it is not what is measured. */
export class RawClient {
  readonly #socket: Socket
  #received: Buffer = Buffer.alloc(0)
  #waiting: { resolve: (answer: RawAnswer) => void; reject: (error: Error) => void } | null = null

  constructor(port: number) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true })
    this.#socket.on('data', (part) => this.#take(part))
    this.#socket.on('error', (error) => this.#fail(error))
    this.#socket.on('close', () => this.#fail(new Error('the gateway closed a connection')))
  }

  /** Sends a whole request, as rawRequest made it. */
  ask(request: Buffer): Promise<RawAnswer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#socket.destroy()
  }

  #take(part: Buffer): void {
    this.#received = this.#received.length === 0 ? part : Buffer.concat([this.#received, part])
    const answer = parseAnswer(this.#received)
    if (!answer) return
    this.#received = Buffer.alloc(0)
    const waiting = this.#waiting
    this.#waiting = null
    waiting?.resolve(answer)
  }

  #fail(error: Error): void {
    this.#waiting?.reject(error)
    this.#waiting = null
  }
}

/** A POST of JSON to a path, as the bytes that go over the connection. */
export function rawRequest(path: string, body: string): Buffer {
  const head = [
    `POST ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    'content-type: application/json',
    'accept: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/** The answer once it is there as a whole, else null. */
export function parseAnswer(received: Buffer): RawAnswer | null {
  const end = received.indexOf(headEnd)
  if (end < 0) return null
  const head = received.toString('latin1', 0, end)
  const status = Number(head.slice(9, 12))
  const start = end + headEnd.length
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  const body = length === undefined ? unchunked(received, start) : received.subarray(start, start + Number(length))
  return body === null || body.length < Number(length ?? 0) ? null : { status, body }
}

/** The body behind chunked transfer encoding, or null while its last chunk is missing. */
function unchunked(received: Buffer, start: number): Buffer | null {
  const parts: Buffer[] = []
  for (let at = start; ;) {
    const lineEnd = received.indexOf('\r\n', at)
    if (lineEnd < 0) return null
    const size = Number.parseInt(received.toString('latin1', at, lineEnd), 16)
    const [from, to] = [lineEnd + 2, lineEnd + 2 + size]
    if (received.length < to + 2) return null
    if (size === 0) return Buffer.concat(parts)
    parts.push(received.subarray(from, to))
    at = to + 2
  }
}
