import { isUtf8 } from 'node:buffer'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { GraphQLFormattedError } from 'graphql'
import { isJsonBody } from '../http/media-types.ts'
import { allowOrigin, ownHeaders } from '../http/origins.ts'
import { statusOf } from '../http/refusal.ts'
import type { Admitted } from '../identity/authenticate.ts'
import { EventStreamWire } from './event-stream-wire.ts'
import type { LiveContext } from './live-context.ts'
import { operationRequest, type OperationRequest } from './messages.ts'
import { badRequest, limitExceeded, notSignedIn } from './refusals.ts'
import { readMessage } from './read-message.ts'
import { Reservations, type SharedStream } from './reservations.ts'
import { Session } from './session.ts'
import type { Connection, Sessions } from './sessions.ts'

const eventStream = 'text/event-stream'
/** Where one event stream carries several operations. */
const sharedStream = '/stream'

/** A request that is answered with a refusal instead of a stream. */
export class Refused extends Error {
  readonly status: number
  readonly errors: readonly GraphQLFormattedError[]
  /** What goes with the status. */
  headers: Readonly<Record<string, string>> = {}

  constructor(status: number, ...errors: GraphQLFormattedError[]) {
    super(errors[0]?.message ?? '')
    this.status = status
    this.errors = errors
  }
}

/**
 * GraphQL over server-sent events (protocol `graphql-sse`): at the path itself a stream for each operation, by POST or GET with
 * `accept: text/event-stream`; below it one stream for several operations, which is reserved first.
 */
export class EventStreamDoor {
  readonly #path: string
  readonly #context: LiveContext
  readonly #sessions: Sessions
  readonly #isDraining: () => boolean
  readonly #reservations: Reservations

  constructor(path: string, context: LiveContext, sessions: Sessions, isDraining: () => boolean) {
    this.#path = path
    this.#context = context
    this.#sessions = sessions
    this.#isDraining = isDraining
    this.#reservations = new Reservations(context)
  }

  /** Whether the request is for this door: it names event streams first of what it accepts, or the shared stream. */
  takes({ url, headers, method }: IncomingMessage): boolean {
    const path = pathOf(url)
    if (path === `${this.#path}${sharedStream}`) return true
    return path === this.#path && method !== 'OPTIONS' && headers.accept?.startsWith(eventStream) === true
  }

  /** Answers such a request. Never rejects. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.#answer(request, response)
    } catch (error) {
      if (response.destroyed) return
      if (!(error instanceof Refused))
        this.#context.log.error({ reason: error instanceof Error ? error.stack : String(error) }, 'A stream failed.')
      const { status, errors, headers } =
        error instanceof Refused ? error : new Refused(500, { message: 'Internal error.' })
      if (response.headersSent) return void response.destroy()
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
      response.end(JSON.stringify({ errors }))
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { allowsOrigin } = this.#context
    const { origin, host } = request.headers
    if (!allowsOrigin(origin, host)) throw new Refused(403, badRequest('This origin may not use the API.'))
    allowOrigin(request, response, allowsOrigin)
    if (request.method === 'OPTIONS') return allowMethods(response)
    // What runs may be ended to the last.
    if (this.#isDraining() && request.method !== 'DELETE') {
      response.setHeader('connection', 'close')
      throw new Refused(503, badRequest('This process stops. Connect again.'))
    }
    if (pathOf(request.url) === this.#path) return this.#stream(request, response)
    await this.#sharedStream(request, response)
  }

  /** Who asks. Found out when all of a request is there: a body that is long in coming outlives no token. */
  async #admitted(request: IncomingMessage): Promise<Admitted> {
    const admitted = await this.#context.authenticate(undefined, ownHeaders(request, this.#context.allowsOrigin))
    if (admitted === 'INVALID') throw new Refused(401, notSignedIn)
    return admitted
  }

  /** One operation, one stream. */
  async #stream(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await this.#read(request)
    const admitted = await this.#admitted(request)
    if (response.destroyed) return
    const wire = new EventStreamWire(false)
    const { live, session } = this.#connection(request, wire, admitted)
    this.#open(response, live, session, wire)
    const errors = session.begin('', asked, request.method === 'GET')
    if (errors) wire.error('', errors)
  }

  /** One stream for several operations, which are begun and ended by requests of their own. */
  async #sharedStream(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, headers } = request
    const search = new URL(request.url ?? '/', 'http://hub').searchParams
    const token = headers['x-graphql-event-stream-token']?.toString() ?? search.get('token') ?? ''
    if (method === 'PUT') {
      const made = this.#reserve(request, await this.#admitted(request))
      return void response.writeHead(201, { 'content-type': 'text/plain; charset=utf-8' }).end(made)
    }
    if (method === 'GET' && headers.accept?.startsWith(eventStream)) return this.#openShared(request, response, token)
    if (method === 'DELETE') {
      const { session } = this.#shared(token, await this.#admitted(request))
      session.complete(search.get('operationId') ?? '')
      return void response.writeHead(200).end()
    }
    const asked = await this.#read(request)
    const { session } = this.#shared(token, await this.#admitted(request))
    const id = asked.operationId
    const { idCharacters } = this.#context.limits
    if (id === '') throw new Refused(400, badRequest('Operation ID is missing'))
    if (id.length > idCharacters) throw this.#beyond(400, 'idCharacters', id.length, idCharacters)
    if (session.has(id)) throw new Refused(409, badRequest('Operation with ID already exists'))
    const errors = session.begin(id, asked, method === 'GET')
    if (errors) throw refusalOf(errors)
    response.writeHead(202).end()
  }

  #reserve(request: IncomingMessage, admitted: Admitted): string {
    let token = ''
    const wire = new EventStreamWire(true, () => this.#reservations.end(token))
    const { live, session } = this.#connection(request, wire, admitted)
    token = this.#reservations.make(admitted, { live, session, wire }, () => this.#sessions.remove(live))
    return token
  }

  async #openShared(request: IncomingMessage, response: ServerResponse, token: string): Promise<void> {
    const admitted = await this.#admitted(request)
    if (response.destroyed) return
    const taken = this.#reservations.take(token, admitted)
    if (!taken) throw streamNotFound
    if (taken === 'OPEN') throw new Refused(409, badRequest('Stream already open'))
    const { session, wire, live } = taken
    if (admitted.actor) session.readmit(admitted)
    response.once('close', () => this.#reservations.end(token))
    this.#open(response, live, session, wire)
    session.drained()
  }

  /** The stream of a token, and one more request for it. */
  #shared(token: string, admitted: Admitted): SharedStream {
    const found = this.#reservations.find(token, admitted)
    if (!found) throw streamNotFound
    const { messagesPerSecond } = this.#context.limits
    if (!found.rate.take()) throw this.#beyond(429, 'messagesPerSecond', found.rate.used(), messagesPerSecond)
    return found
  }

  /** A connection that counts like a socket. */
  #connection(
    request: IncomingMessage,
    wire: EventStreamWire,
    admitted: Admitted,
  ): { live: Connection; session: Session } {
    const live: Connection = { wire, client: this.#context.clientOf(request), session: null }
    const refusal = this.#sessions.add(live)
    const session = refusal ?? this.#sessions.admit(live, admitted)
    if (session instanceof Session) return { live, session }
    this.#sessions.remove(live)
    throw new Refused(429, session)
  }

  #open(response: ServerResponse, live: Connection, session: Session, wire: EventStreamWire): void {
    this.#context.figures.eventStreams++
    response.once('close', () => {
      this.#context.figures.eventStreams--
      this.#sessions.remove(live)
    })
    response.on('drain', () => session.drained())
    wire.open(response)
  }

  async #read(request: IncomingMessage): Promise<OperationRequest & { operationId: string }> {
    const payload = request.method === 'GET' ? fromSearch(request) : await this.#fromBody(request)
    const asked = operationRequest(payload)
    if (typeof asked === 'string') throw new Refused(400, badRequest(`The request cannot be used: ${asked}.`))
    const { extensions } = payload as { extensions?: { operationId?: unknown } | null }
    const id = extensions?.operationId
    return { ...asked, operationId: typeof id === 'string' ? id : '' }
  }

  async #fromBody(request: IncomingMessage): Promise<unknown> {
    const { messageBytes } = this.#context.limits
    if (request.method !== 'POST') throw new Refused(405, badRequest('Use GET or POST.'))
    if (!isJsonBody(request.headers['content-type']))
      throw new Refused(415, badRequest('Send application/json in UTF-8.'))
    const body = await readMessage(request, messageBytes)
    if (typeof body === 'number') throw this.#beyond(413, 'messageBytes', body, messageBytes)
    if (!isUtf8(body)) throw new Refused(400, badRequest('The request is not UTF-8.'))
    return parsed(body.toString('utf8'))
  }

  #beyond(status: number, ...limit: Parameters<typeof limitExceeded>): Refused {
    const refusal = limitExceeded(...limit)
    this.#context.onErrors([refusal])
    return new Refused(status, refusal)
  }
}

const streamNotFound = new Refused(404, badRequest('Stream not found'))

/** Too many operations at once is no fault of the operation; the rest has its status as over HTTP. */
function refusalOf(errors: readonly GraphQLFormattedError[]): Refused {
  const { status, headers } = statusOf('application/graphql-response+json', errors, false)
  const limit = errors[0]?.extensions?.['limit']
  const isFull = limit === 'operationsPerSocket' || limit === 'bufferedBytes'
  const refused = new Refused(isFull ? 429 : status, ...errors)
  refused.headers = headers
  return refused
}

function allowMethods(response: ServerResponse): void {
  response.setHeader('access-control-allow-methods', 'GET, POST, PUT, DELETE')
  response.appendHeader('access-control-allow-headers', 'x-graphql-event-stream-token')
  response.writeHead(204).end()
}

function fromSearch(request: IncomingMessage): unknown {
  const search = new URL(request.url ?? '/', 'http://hub').searchParams
  const object = (name: string): unknown => (search.has(name) ? parsed(search.get(name) ?? '') : undefined)
  return {
    query: search.get('query') ?? undefined,
    documentId: search.get('documentId') ?? undefined,
    operationName: search.get('operationName'),
    variables: object('variables'),
    extensions: object('extensions'),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refused(400, badRequest('The request is not valid JSON.'))
  }
}

function pathOf(url = '/'): string {
  const query = url.indexOf('?')
  return query < 0 ? url : url.slice(0, query)
}
