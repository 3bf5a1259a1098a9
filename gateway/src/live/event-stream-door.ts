import type { IncomingMessage, ServerResponse } from 'node:http'
import type { GraphQLFormattedError } from 'graphql'
import { allowOrigin } from '../http/origins.ts'
import type { Admitted } from '../identity/authenticate.ts'
import { EventStreamWire } from './event-stream-wire.ts'
import type { LiveContext } from './live-context.ts'
import { operationRequest, type OperationRequest } from './messages.ts'
import { badRequest, limitExceeded, notSignedIn } from './refusals.ts'
import { readMessage } from './read-message.ts'
import { Reservations } from './reservations.ts'
import { Session } from './session.ts'
import type { Connection, Sessions } from './sessions.ts'

const eventStream = 'text/event-stream'
/** Where one event stream carries several operations. */
const sharedStream = '/stream'

/** A request that is answered with a refusal instead of a stream. */
export class Refused extends Error {
  readonly status: number
  readonly errors: readonly GraphQLFormattedError[]

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
      if (!(error instanceof Refused))
        this.#context.log.error({ reason: error instanceof Error ? error.stack : String(error) }, 'A stream failed.')
      const { status, errors } =
        error instanceof Refused ? error : { status: 500, errors: [{ message: 'Internal error.' }] }
      if (response.headersSent) return void response.destroy()
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
      response.end(JSON.stringify({ errors }))
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { allowsOrigin, authenticate } = this.#context
    const { origin, host } = request.headers
    if (!allowsOrigin(origin, host)) throw new Refused(403, badRequest('This origin may not use the API.'))
    allowOrigin(request, response, allowsOrigin)
    if (request.method === 'OPTIONS') return allowMethods(response)
    if (this.#isDraining()) throw new Refused(503, badRequest('This process stops. Connect again.'))
    const admitted = await authenticate(undefined, request.headers)
    if (admitted === 'INVALID') throw new Refused(401, notSignedIn)
    if (pathOf(request.url) === this.#path) return this.#stream(request, response, admitted)
    await this.#sharedStream(request, response, admitted)
  }

  /** One operation, one stream. */
  async #stream(request: IncomingMessage, response: ServerResponse, admitted: Admitted): Promise<void> {
    const asked = await this.#read(request)
    const { session, wire } = this.#open(request, response, admitted, false)
    const errors = session.begin('', asked, request.method === 'GET')
    if (errors) wire.error('', errors)
  }

  async #sharedStream(request: IncomingMessage, response: ServerResponse, admitted: Admitted): Promise<void> {
    const search = new URL(request.url ?? '/', 'http://hub').searchParams
    const token = request.headers['x-graphql-event-stream-token']?.toString() ?? search.get('token') ?? ''
    if (request.method === 'PUT') {
      const made = this.#reservations.make(admitted)
      if (typeof made !== 'string') throw new Refused(429, made)
      return void response.writeHead(201, { 'content-type': 'text/plain; charset=utf-8' }).end(made)
    }
    if (request.method === 'GET' && request.headers.accept?.startsWith(eventStream)) {
      if (!this.#reservations.take(token, admitted)) throw new Refused(404, badRequest('Stream not found'))
      const { session } = this.#open(request, response, admitted, true)
      this.#reservations.fulfil(token, admitted, session)
      return void response.once('close', () => this.#reservations.end(token))
    }
    const session = this.#reservations.session(token, admitted)
    if (!session) throw new Refused(404, badRequest('Stream not found'))
    if (request.method === 'DELETE') {
      session.complete(search.get('operationId') ?? '')
      return void response.writeHead(200).end()
    }
    const asked = await this.#read(request)
    const id = asked.operationId
    if (id === '' || id.length > this.#context.limits.idCharacters)
      throw new Refused(400, badRequest('Operation ID is missing'))
    if (session.has(id)) throw new Refused(409, badRequest('Operation with ID already exists'))
    const errors = session.begin(id, asked, request.method === 'GET')
    if (errors) throw new Refused(400, ...errors)
    response.writeHead(202).end()
  }

  /** A connection that counts like a socket. */
  #open(
    request: IncomingMessage,
    response: ServerResponse,
    admitted: Admitted,
    several: boolean,
  ): { session: Session; wire: EventStreamWire } {
    const wire = new EventStreamWire(response, several)
    const live: Connection = { wire, client: this.#context.clientOf(request), session: null }
    const refusal = this.#sessions.add(live)
    const session = refusal ?? this.#sessions.admit(live, admitted)
    if (!(session instanceof Session)) {
      this.#sessions.remove(live)
      throw new Refused(429, session)
    }
    this.#context.figures.eventStreams++
    response.once('close', () => {
      this.#context.figures.eventStreams--
      this.#sessions.remove(live)
    })
    response.on('drain', () => session.drained())
    wire.open()
    return { session, wire }
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
    if (!request.headers['content-type']?.startsWith('application/json'))
      throw new Refused(415, badRequest('Send application/json.'))
    const body = await readMessage(request, messageBytes)
    if (typeof body === 'number') throw new Refused(413, limitExceeded('messageBytes', body, messageBytes))
    return parsed(body)
  }
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
