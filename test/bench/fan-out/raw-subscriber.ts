import { connect, type Socket } from 'node:net'

/** Sockets read one after the other: one buffer serves them all. */
const shared = Buffer.allocUnsafe(64 * 1024)
/** A mask of zeros leaves the text as it is. */
const maskBit = 0x80

/** One WebSocket by hand, as cheap for the machine that measures as can be: it counts frames and finds the time in them. */
export class RawSubscriber {
  readonly #socket: Socket
  readonly #heard: (text: Buffer | null) => void
  readonly #subscription: object | null
  #rest: Buffer | null = null
  #state: 'CONNECTING' | 'GREETED' | 'READY' = 'CONNECTING'

  /**
   * Connects, and subscribes by `graphql-transport-ws` when there is something to subscribe to. `heard` gets the payload of each
   * event, valid until it returns, and null when the subscription has been sent.
   */
  constructor(port: number, subscription: object | null, heard: (text: Buffer | null) => void) {
    this.#heard = heard
    this.#subscription = subscription
    this.#socket = connect({
      port,
      host: '127.0.0.1',
      noDelay: true,
      onread: {
        buffer: shared,
        callback: (length: number) => {
          this.#take(shared.subarray(0, length))
          return true
        },
      },
    })
    this.#socket.on('error', (error) => {
      throw error
    })
    this.#socket.write(
      'GET /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n' +
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n',
    )
  }

  /** Whether the subscription has been sent. */
  get isReady(): boolean {
    return this.#state === 'READY'
  }

  end(): void {
    this.#socket.removeAllListeners('error')
    this.#socket.on('error', () => undefined)
    this.#socket.destroy()
  }

  #take(chunk: Buffer): void {
    let bytes = this.#rest ? Buffer.concat([this.#rest, chunk]) : chunk
    this.#rest = null
    if (this.#state === 'CONNECTING') {
      const end = bytes.indexOf('\r\n\r\n')
      if (end < 0) return void (this.#rest = Buffer.from(bytes))
      bytes = bytes.subarray(end + 4)
      this.#state = this.#subscription ? 'GREETED' : 'READY'
      if (this.#subscription) this.#send({ type: 'connection_init' })
      else this.#heard(null)
    }
    while (bytes.length >= 2) {
      const short = (bytes[1] ?? 0) & 0x7f
      const header = short === 126 ? 4 : 2
      if (short === 127) throw new Error('No event of this benchmark is that long.')
      if (bytes.length < header) break
      const length = short === 126 ? bytes.readUInt16BE(2) : short
      if (bytes.length < header + length) break
      const opcode = (bytes[0] ?? 0) & 0x0f
      if (opcode === 1) this.#text(bytes.subarray(header, header + length))
      else if (opcode === 9) this.#socket.write(masked(10, ''))
      bytes = bytes.subarray(header + length)
    }
    if (bytes.length > 0) this.#rest = Buffer.from(bytes)
  }

  /** The first text is the acknowledgement. */
  #text(text: Buffer): void {
    if (this.#state === 'READY') return this.#heard(text)
    this.#state = 'READY'
    this.#send(this.#subscription ?? {})
    this.#heard(null)
  }

  #send(message: object): void {
    this.#socket.write(masked(1, JSON.stringify(message)))
  }
}

function masked(opcode: number, text: string): Buffer {
  const payload = Buffer.from(text)
  const head =
    payload.length > 125 ? [maskBit | 126, payload.length >> 8, payload.length & 0xff] : [maskBit | payload.length]
  return Buffer.concat([Buffer.from([0x80 | opcode, ...head, 0, 0, 0, 0]), payload])
}
