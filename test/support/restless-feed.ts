import { WebSocket } from 'ws'
import type { Json } from './hub-client.ts'
import { operationText } from './operations.ts'

/** Pause before a feed that was broken off comes back. */
const pauseMs = 15

/** A change as a feed brought it. */
export type SeenChange = { readonly cursor: string; readonly threadId: string; readonly version: number }

export type RestlessOptions = {
  readonly url: string
  readonly token: string | null
  readonly view: 'SOURCE' | 'PARTNER'
  /** The cursor after which it begins. */
  readonly after: string
  /** How long this connection is to last before the feed breaks it off by itself. Null for as long as it holds. */
  readonly lastsMs: () => number | null
}

/**
 * A subscription over a bare WebSocket that is broken off again and again, by itself or by others, without a word or with one, and that
 * each time goes on after its last cursor. Keeps every change that it was brought, in the order of arrival.
 */
export class RestlessFeed {
  readonly seen: SeenChange[] = []
  /** With which codes its connections ended that it did not end itself. */
  readonly closeCodes: number[] = []
  /** What no feed should bring. */
  readonly faults: string[] = []
  /** How often it has come back. */
  returns = 0
  readonly #options: RestlessOptions
  #cursor: string
  #socket: WebSocket | null = null
  #timer: NodeJS.Timeout | undefined
  #stopped = false

  constructor(options: RestlessOptions) {
    this.#options = options
    this.#cursor = options.after
    this.#connect()
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
    this.#socket?.terminate()
  }

  #connect(): void {
    const { url, token } = this.#options
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws')
    this.#socket = socket
    socket.on('error', () => undefined)
    socket.once('open', () => {
      socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }))
      this.#breakOffLater(socket)
    })
    socket.on('message', (text: Buffer) => this.#take(socket, JSON.parse(text.toString()) as Json))
    socket.once('close', (code) => {
      clearTimeout(this.#timer)
      if (code !== 1005 && code !== 1006) this.closeCodes.push(code)
      if (this.#stopped) return
      this.returns++
      setTimeout(() => this.#stopped || this.#connect(), pauseMs)
    })
  }

  /** Mostly without a word; else as the protocol would have it. */
  #breakOffLater(socket: WebSocket): void {
    const lastsMs = this.#options.lastsMs()
    if (lastsMs === null) return
    this.#timer = setTimeout(() => (Math.random() < 0.7 ? socket.terminate() : socket.close(1000)), lastsMs)
  }

  #take(socket: WebSocket, { type, payload }: Json): void {
    if (this.#socket !== socket || socket.readyState !== WebSocket.OPEN) return
    if (type === 'connection_ack') return this.#subscribe(socket)
    if (type === 'error' || type === 'complete') return socket.terminate()
    if (type !== 'next') return
    const change = payload.data?.caseChanged
    if (payload.errors || !change) return socket.terminate()
    if (change.kind === 'SNAPSHOT') this.faults.push(`a snapshot after ${this.#cursor}`)
    this.#cursor = change.cursor
    if (change.event) this.seen.push({ cursor: change.cursor, threadId: change.thread.id, version: change.version })
  }

  #subscribe(socket: WebSocket): void {
    const variables = { view: this.#options.view, after: this.#cursor }
    const payload = { query: operationText('CaseChanged'), variables }
    socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload }))
  }
}
