import { request, type ClientRequest } from 'node:http'
import type { Json } from './hub-client.ts'
import { operationText } from './operations.ts'
import type { RestlessOptions, SeenChange } from './restless-feed.ts'

/** Pause before a stream that was broken off comes back. */
const pauseMs = 15

/**
 * A subscription over event streams (`graphql-sse`), each on a connection of its own, that goes on after its last cursor whenever one is
 * broken off. Keeps every change that it was brought, in the order of arrival.
 */
export class RestlessStream {
  readonly seen: SeenChange[] = []
  /** What no feed should bring. */
  readonly faults: string[] = []
  /** How often it has come back. */
  returns = 0
  readonly #options: Omit<RestlessOptions, 'lastsMs'>
  #cursor: string
  #request: ClientRequest | null = null
  #stopped = false

  constructor(options: Omit<RestlessOptions, 'lastsMs'>) {
    this.#options = options
    this.#cursor = options.after
    this.#open()
  }

  stop(): void {
    this.#stopped = true
    this.#request?.destroy()
  }

  #open(): void {
    const { url, token, view } = this.#options
    const headers = {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
    }
    const sent = request(`${url}/graphql`, { method: 'POST', agent: false, headers })
    this.#request = sent
    sent.on('error', () => undefined)
    sent.once('close', () => {
      if (this.#stopped) return
      this.returns++
      setTimeout(() => this.#stopped || this.#open(), pauseMs)
    })
    sent.once('response', (response) => {
      let text = ''
      response.on('error', () => undefined)
      response.setEncoding('utf8').on('data', (chunk: string) => {
        const messages = `${text}${chunk}`.split('\n\n')
        text = messages.pop() ?? ''
        for (const message of messages) if (!response.destroyed) this.#take(message)
      })
    })
    sent.end(JSON.stringify({ query: operationText('CaseChanged'), variables: { view, after: this.#cursor } }))
  }

  #take(message: string): void {
    const [, event, payload] = /^event: (\w+)\ndata: (.*)$/.exec(message) ?? []
    if (event !== 'next') return
    const { data, errors }: Json = JSON.parse(payload ?? 'null')
    const change = data?.caseChanged
    if (errors || !change) return void this.#request?.destroy()
    if (change.kind === 'SNAPSHOT') this.faults.push(`a snapshot after ${this.#cursor}`)
    this.#cursor = change.cursor
    if (change.event) this.seen.push({ cursor: change.cursor, threadId: change.thread.id, version: change.version })
  }
}
