import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { WebSocket, type ClientOptions } from 'ws'

/** A message as it came. */
export type Message = { readonly type: string; readonly id?: string; readonly payload?: Payload }

/** What is in messages: what the tests look into. */
export type Payload = {
  readonly a?: number
  readonly expiresAt?: string
  readonly data?: { readonly noteAdded: Note; readonly ticked: { readonly count: number; readonly who: string } }
  readonly errors?: readonly unknown[]
}
type Note = {
  readonly cursor: string
  readonly kind: string
  readonly number: number | null
  readonly text: string | null
}

/** A client without manners: it sends what it is told to, and keeps what comes. */
export class RawSocket {
  readonly socket: WebSocket
  readonly messages: Message[] = []
  closed: { code: number; reason: string } | null = null
  failed: Error | null = null

  constructor(url: string, protocol: string | null = 'graphql-transport-ws', options: ClientOptions = {}) {
    const address = `${url.replace('http', 'ws')}/graphql`
    this.socket = protocol === null ? new WebSocket(address, options) : new WebSocket(address, protocol, options)
    this.socket.on('message', (text: Buffer) => this.messages.push(JSON.parse(text.toString()) as Message))
    this.socket.on('close', (code, reason) => (this.closed = { code, reason: reason.toString() }))
    this.socket.on('error', (error) => (this.failed = error))
  }

  async open(): Promise<this> {
    await waitFor(() => this.socket.readyState !== WebSocket.CONNECTING, limits('the socket to open'))
    if (this.failed) throw this.failed
    return this
  }

  /** Opened and acknowledged. */
  async acknowledged(authorization?: string): Promise<this> {
    await this.open()
    this.send({ type: 'connection_init', ...(authorization && { payload: { authorization } }) })
    await this.until('the acknowledgement', ({ type }) => type === 'connection_ack')
    return this
  }

  /** All that is sent meanwhile leaves as one piece, so that the server has the last before it has done anything about the first. */
  atOnce(send: () => void): void {
    // `ws` has no public way to its connection.
    const { _socket: connection } = this.socket as unknown as { _socket: { cork(): void; uncork(): void } }
    connection.cork()
    send()
    connection.uncork()
  }

  send(message: unknown): void {
    this.socket.send(typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message))
  }

  subscribe(id: string, query: string, variables: object = {}): void {
    this.send({ type: 'subscribe', id, payload: { query, variables } })
  }

  /** What came for an operation. */
  of(id: string): Message[] {
    return this.messages.filter((message) => message.id === id)
  }

  async until(what: string, condition: (message: Message) => boolean): Promise<Message> {
    return waitFor(() => {
      const found = this.messages.find(condition)
      if (!found && this.closed) throw new Error(`Closed with ${JSON.stringify(this.closed)} before ${what}.`)
      return found
    }, limits(what))
  }

  async untilClosed(): Promise<{ code: number; reason: string }> {
    return waitFor(() => this.closed, limits('the socket to be closed'))
  }

  end(): void {
    this.socket.terminate()
  }
}

const limits = (what: string) => ({ timeoutMs: 10_000, everyMs: 5, what })
