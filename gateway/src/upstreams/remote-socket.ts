import type { GraphQLFormattedError } from 'graphql'
import { GraphQLError } from 'graphql'
import { createClient, type Client, type SubscribePayload } from 'graphql-ws'
import { WebSocket } from 'ws'
import { BoundedQueue } from './bounded-queue.ts'
import { trusting } from './certificate-authorities.ts'
import type { RemoteOptions } from './remote.ts'
import type { SubgraphResult } from './upstream.ts'

/** How many events of one subscription may wait for its consumer: what is beyond comes again after the last cursor. */
const mostWaitingEvents = 1_024
/** How often a quiet socket to a subgraph is asked for a sign of life, and how long that may take. */
const [heartbeatMs, heartbeatTimeoutMs] = [5_000, 5_000]
/** How long a subgraph may take to open a socket, TLS included, and as long again to acknowledge it. */
const openingMs = 5_000

type Stream = BoundedQueue<SubgraphResult>

/**
 * A socket to a subgraph (`graphql-transport-ws`), opened with its first subscription, which carries many. When it is lost all of them are over with
 * UPSTREAM_LOST: it subscribes nothing again by itself, for from where is known to those who subscribed. One that gives no sign of
 * life is lost too.
 */
export class RemoteSocket {
  readonly #name: string
  readonly #client: Client
  #socket: WebSocket | null = null
  /** What it carries. */
  readonly #streams = new Set<Stream>()
  /** What begins as soon as it is open. */
  readonly #waiting = new Map<Stream, () => void>()
  #isClosing = false

  constructor(options: RemoteOptions) {
    this.#name = options.name
    const timeoutMs = options.heartbeatMs ?? heartbeatTimeoutMs
    let patience: NodeJS.Timeout | undefined
    this.#client = createClient({
      url: options.url.replace(/^http/, 'ws'),
      webSocketImpl: socketsOf(options),
      retryAttempts: 0,
      connectionAckWaitTimeout: openingMs,
      keepAlive: options.heartbeatMs ?? heartbeatMs,
      on: {
        connected: (socket) => this.#opened(socket as WebSocket),
        ping: (received) => {
          if (received) return
          clearTimeout(patience)
          patience = setTimeout(() => this.#client.terminate(), timeoutMs)
          patience.unref()
        },
        pong: () => clearTimeout(patience),
        error: (error) => this.#lost(error),
        closed: (event) => {
          clearTimeout(patience)
          this.#lost(event)
        },
      },
    })
  }

  /** Subscribes. Rejects with UPSTREAM_LOST when there is no way to the subgraph; what it refuses comes as the end of the events. */
  async subscribe(payload: SubscribePayload): Promise<Stream> {
    const stream: Stream = new BoundedQueue(mostWaitingEvents, slowReader)
    let fault: GraphQLError | null = null
    const fail = (reason: unknown): void => {
      fault = ended(this.#name, reason)
      stream.fail(fault)
    }
    const stop = this.#client.subscribe(payload, {
      // A result without data is no event: the subgraph says why it opens no subscription.
      next: (result) => ('data' in result ? stream.push(result as SubgraphResult) : fail(result.errors)),
      error: fail,
      complete: () => stream.end(),
    })
    stream.onEnd(() => {
      this.#streams.delete(stream)
      stop()
    })
    if (this.#socket?.readyState === WebSocket.OPEN) {
      this.#streams.add(stream)
      return stream
    }
    const timer = setTimeout(() => fail({ message: `it was not open after ${2 * openingMs} ms` }), 2 * openingMs)
    return new Promise<Stream>((resolve, reject) => {
      this.#waiting.set(stream, () => resolve(stream))
      stream.onEnd(() => {
        this.#waiting.delete(stream)
        reject(fault ?? ended(this.#name, { message: 'it was not opened' }))
      })
    }).finally(() => clearTimeout(timer))
  }

  async close(): Promise<void> {
    this.#isClosing = true
    await this.#client.dispose()
  }

  #opened(socket: WebSocket): void {
    this.#socket = socket
    for (const [stream, begin] of this.#waiting) {
      this.#streams.add(stream)
      begin()
    }
    this.#waiting.clear()
  }

  /** Told to each subscription here: after some close codes the client would open them again from where they once began. */
  #lost(event: unknown): void {
    if (this.#isClosing) return
    for (const stream of this.#streams) stream.fail(ended(this.#name, event))
  }
}

/**
 * Sockets of `ws` that give up in time, and trust the authorities that they should. The client listens to one no more that it has given
 * up: what fails on it after that must not end the process.
 */
function socketsOf({ certificateAuthorities }: RemoteOptions): unknown {
  const options = { handshakeTimeout: openingMs, ...trusting(certificateAuthorities) }
  return class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, options)
      this.on('error', () => undefined)
    }
  }
}

const slowReader = (): GraphQLError =>
  new GraphQLError('You read more slowly than events arrive. Subscribe again after your last cursor.', {
    extensions: { code: 'SUBSCRIPTION_OVERFLOW' },
  })

/**
 * What ended a subscription. Errors that the subgraph gave are passed on as they are; a connection that was lost is told apart
 * from a subscription that completed: the client subscribes again after its cursor.
 */
function ended(name: string, error: unknown): GraphQLError {
  const [given] = Array.isArray(error) ? (error as GraphQLFormattedError[]) : []
  if (given) return new GraphQLError(given.message, { extensions: { ...given.extensions } })
  return new GraphQLError(`The connection to ${name} was lost (${reasonOf(error)}).`, {
    extensions: { code: 'UPSTREAM_LOST' },
  })
}

/** Why a socket failed or was closed. */
function reasonOf(event: unknown): string {
  const { message, code, reason } = (event ?? {}) as { message?: unknown; code?: unknown; reason?: unknown }
  if (typeof message === 'string' && message !== '') return message
  const closed = typeof code === 'number' ? `closed with ${code}` : 'closed'
  return typeof reason === 'string' && reason !== '' ? `${closed}: ${reason}` : closed
}
