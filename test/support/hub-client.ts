import { randomUUID } from 'node:crypto'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { createClient, type Client } from 'graphql-ws'
import { WebSocket } from 'ws'
import { operationText } from './operations.ts'

/** How long a test waits for something to become so. */
export const patienceMs = 20_000

/** JSON as a client gets it. Tests and the demonstration look into it without declaring every answer's form. */
export type Json = ReturnType<typeof JSON.parse>

/** A GraphQL answer over HTTP, with its status. */
export type HttpAnswer = {
  status: number
  data: Json
  errors?: { message: string; path?: string[]; extensions: { code: string; requestId?: string } }[]
}

/** What a subscription has brought so far. */
export type Feed = {
  /** Every event, the first included, in order of arrival. */
  readonly events: Json[]
  readonly errors: unknown[]
  /** Waits until an event is there for which the condition holds, and gives it. */
  until(what: string, condition: (event: Json) => boolean): Promise<Json>
  stop(): void
}

/** One party's client: HTTP for queries and mutations, graphql-transport-ws for subscriptions. */
export class HubClient {
  readonly url: string
  token: string | null
  #socket: Client | null = null

  constructor(url: string, token: string | null = null) {
    this.url = url
    this.token = token
  }

  /** Sends a document as it is. */
  async send(query: string, variables: object = {}, operationName?: string): Promise<HttpAnswer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(this.token ? { authorization: `Bearer ${this.token}` } : {}) },
      body: JSON.stringify({ query, variables, operationName }),
    })
    return { status: response.status, ...((await response.json()) as Omit<HttpAnswer, 'status'>) }
  }

  /** Runs an operation of `schema/operations`. Throws when the answer has errors. */
  async run(name: string, variables: object = {}): Promise<Json> {
    const answer = await this.send(operationText(name), variables)
    if (answer.errors) throw new Error(`${name}: ${JSON.stringify(answer.errors)}`)
    return answer.data
  }

  /** Runs a mutation with this input; the idempotency key is new unless the input has one. Gives the member of the result union. */
  async act(name: string, input: object): Promise<Json> {
    const keyed = ['LogIn', 'LogOut', 'RefreshSession', 'MarkCaseRead', 'ActFor', 'OpenCart', 'LogInByOrder'].includes(
      name,
    )
      ? input
      : { idempotencyKey: randomUUID(), ...input }
    return Object.values(await this.run(name, { input: keyed }))[0]
  }

  /** The same, and throws when it was refused. */
  async must(name: string, input: object): Promise<Json> {
    const answer = await this.act(name, input)
    if (answer.code !== undefined) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`)
    return answer
  }

  /** Subscribes to an operation of `schema/operations` (or to a document). Comes back with the socket. */
  subscribe(nameOrDocument: string, variables: Record<string, unknown> = {}): Feed {
    const query = nameOrDocument.includes('{') ? nameOrDocument : operationText(nameOrDocument)
    this.#socket ??= createClient({
      url: `${this.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: () => (this.token ? { authorization: `Bearer ${this.token}` } : {}),
    })
    const events: Json[] = []
    const errors: unknown[] = []
    const stop = this.#socket.subscribe(
      { query, variables },
      {
        next: (result) =>
          void (result.errors ? errors.push(...result.errors) : events.push(Object.values(result.data ?? {})[0])),
        error: (error) => void errors.push(error),
        complete: () => undefined,
      },
    )
    return {
      events,
      errors,
      stop,
      until: (what, condition) =>
        waitFor(
          () => {
            if (errors.length > 0)
              throw new Error(
                `While waiting for ${what}: ${JSON.stringify(errors.map(String))} ${JSON.stringify(errors)}`,
              )
            return events.find(condition)
          },
          {
            timeoutMs: patienceMs,
            everyMs: 20,
            what: `${what}; events so far: ${events.map((e) => e.event ?? e.kind).join(', ')}`,
          },
        ),
    }
  }

  async close(): Promise<void> {
    await this.#socket?.dispose()
    this.#socket = null
  }
}
