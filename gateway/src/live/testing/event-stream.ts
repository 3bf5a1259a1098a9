import { request, type ClientRequest, type IncomingMessage } from 'node:http'

/** An event as it came. */
export type StreamEvent = { readonly event: string; readonly data: unknown }

/** A request whose answer is read as an event stream, by hand. */
export class EventStream {
  readonly status: number
  readonly type: string | undefined
  readonly connection: string | undefined
  readonly events: StreamEvent[] = []
  /** All that came. */
  text = ''
  ended = false
  readonly #request: ClientRequest
  readonly #response: IncomingMessage
  #read = 0

  private constructor(sent: ClientRequest, response: IncomingMessage) {
    this.#request = sent
    this.#response = response
    this.status = response.statusCode ?? 0
    this.type = response.headers['content-type']
    this.connection = response.headers.connection
    response.setEncoding('utf8')
    response.on('data', (chunk: string) => this.#take(chunk))
    response.on('close', () => (this.ended = true))
    response.on('error', () => undefined)
  }

  /** Sends a request; comes back with the head of a stream, or with a whole answer that is none. */
  static open(
    url: string,
    body: object | string | Buffer,
    { method = 'POST', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
  ): Promise<EventStream> {
    return new Promise((resolve, reject) => {
      const sent = request(url, {
        method,
        headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...headers },
      })
      sent.once('error', reject)
      sent.once('response', (response: IncomingMessage) => {
        const stream = new EventStream(sent, response)
        if (stream.type?.startsWith('text/event-stream')) resolve(stream)
        else response.once('end', () => resolve(stream))
      })
      sent.end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body))
    })
  }

  whenEnded(callback: () => void): void {
    this.#response.once('close', callback)
  }

  pause(): void {
    this.#response.pause()
  }

  end(): void {
    this.#request.destroy()
  }

  #take(chunk: string): void {
    this.text += chunk
    for (let end = this.text.indexOf('\n\n', this.#read); end >= 0; end = this.text.indexOf('\n\n', this.#read)) {
      const fields = this.text.slice(this.#read, end).split('\n')
      this.#read = end + 2
      const valueOf = (name: string): string | undefined =>
        fields.find((field) => field.startsWith(`${name}: `))?.slice(name.length + 2)
      const event = valueOf('event')
      if (event !== undefined) this.events.push({ event, data: JSON.parse(valueOf('data') || 'null') })
    }
  }
}
