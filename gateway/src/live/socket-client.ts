import type { IncomingMessage } from 'node:http'
import { closeCodes } from './close-codes.ts'
import type { LiveContext } from './live-context.ts'
import { parseMessage, type ClientMessage } from './messages.ts'
import { RateLimit } from './rate-limit.ts'
import { limitExceeded } from './refusals.ts'
import { Session } from './session.ts'
import type { Connection, Sessions } from './sessions.ts'
import type { SocketWire } from './socket-wire.ts'

/**
 * The server's side of the protocol `graphql-transport-ws` for one socket. A message that breaks the protocol closes the socket with
 * the protocol's code; what is wrong with an operation is an error of that operation.
 */
export class SocketClient {
  readonly #wire: SocketWire
  readonly #connection: Connection
  readonly #request: IncomingMessage
  readonly #context: LiveContext
  readonly #sessions: Sessions
  readonly #rate: RateLimit
  readonly #initWait: NodeJS.Timeout
  #initialised = false
  #session: Session | null = null
  #over = false

  constructor(
    wire: SocketWire,
    connection: Connection,
    request: IncomingMessage,
    context: LiveContext,
    sessions: Sessions,
  ) {
    this.#wire = wire
    this.#connection = connection
    this.#request = request
    this.#context = context
    this.#sessions = sessions
    const { messageBurst, messagesPerSecond, connectionInitMs } = context.limits
    this.#rate = new RateLimit(messageBurst, messagesPerSecond)
    this.#initWait = setTimeout(() => {
      if (!this.#initialised) this.#close(closeCodes.connectionInitTimeout, 'Connection initialisation timeout')
    }, connectionInitMs)
    this.#initWait.unref()
  }

  /** Takes a message of the client's. */
  take(message: Buffer, isBinary: boolean): void {
    if (this.#over) return
    this.#wire.heard()
    const { messageBytes, messagesPerSecond, idCharacters } = this.#context.limits
    if (message.length > messageBytes)
      return this.#closeBeyond(closeCodes.messageTooBig, 'messageBytes', message.length, messageBytes)
    if (!this.#rate.take())
      return this.#closeBeyond(closeCodes.tooMany, 'messagesPerSecond', this.#rate.used(), messagesPerSecond)
    const parsed = isBinary ? 'it is binary' : parseMessage(message.toString(), idCharacters)
    if (typeof parsed === 'string') return this.#close(closeCodes.badRequest, `Invalid message received: ${parsed}`)
    // Whatever a message does here, it is no reason to end everybody's process.
    try {
      this.#obey(parsed)
    } catch (error) {
      this.#failed(error)
    }
  }

  /** The socket is gone, or about to be. */
  end(): void {
    this.#over = true
    clearTimeout(this.#initWait)
  }

  #obey(message: ClientMessage): void {
    switch (message.type) {
      case 'connection_init':
        if (this.#initialised) return this.#close(closeCodes.tooMany, 'Too many initialisation requests')
        this.#initialised = true
        clearTimeout(this.#initWait)
        return void this.#init(message.payload).catch((error: unknown) => this.#failed(error))
      case 'ping':
        return this.#ping(message.payload)
      case 'pong':
        return
      case 'subscribe': {
        const { id, request } = message
        if (!this.#session) return this.#close(closeCodes.unauthorized, 'Unauthorized')
        if (this.#session.has(id))
          return this.#close(closeCodes.subscriberAlreadyExists, `Subscriber for ${id} already exists`)
        const errors = this.#session.begin(id, request)
        if (errors) this.#wire.error(id, errors)
        return
      }
      case 'complete':
        return this.#session?.complete(message.id)
    }
  }

  async #init(payload: Readonly<Record<string, unknown>> | undefined): Promise<void> {
    const stated = payload?.['authorization'] ?? payload?.['Authorization']
    const found = await this.#context.authenticate(
      typeof stated === 'string' ? stated : undefined,
      this.#request.headers,
    )
    if (this.#over) return
    if (found === 'INVALID') return this.#close(closeCodes.forbidden, 'Forbidden')
    const session = this.#sessions.admit(this.#connection, found)
    if (!(session instanceof Session)) return this.#close(closeCodes.tooMany, session.message)
    this.#session = session
    this.#wire.send('{"type":"connection_ack"}')
  }

  /** A ping is answered with its payload; one that carries a token renews the session. Who takes no answers gets no more of them. */
  #ping(payload: Readonly<Record<string, unknown>> | undefined): void {
    if (!this.#session && this.#wire.backlog > this.#context.limits.bufferedBytes) return this.#wire.cut()
    if (this.#session?.isStalled) return
    const authorization = payload?.['authorization'] ?? payload?.['Authorization']
    if (typeof authorization !== 'string' || !this.#session) return this.#pong(payload)
    void this.#session.renew(authorization).then(
      (renewal) => this.#pong(renewal),
      (error: unknown) => this.#failed(error),
    )
  }

  #pong(payload: object | undefined): void {
    this.#wire.send(payload ? `{"type":"pong","payload":${JSON.stringify(payload)}}` : '{"type":"pong"}')
  }

  #failed(error: unknown): void {
    this.#context.log.error({ reason: error instanceof Error ? error.stack : String(error) }, 'A socket failed.')
    this.#wire.cut()
  }

  #closeBeyond(code: number, limit: Parameters<typeof limitExceeded>[0], used: number, allowed: number): void {
    const refusal = limitExceeded(limit, used, allowed)
    this.#context.onErrors([refusal])
    this.#close(code, refusal.message)
  }

  #close(code: number, reason: string): void {
    this.end()
    this.#wire.close(code, reason)
  }
}
