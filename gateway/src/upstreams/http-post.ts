import type { IncomingHttpHeaders } from 'node:http'
import { GraphQLError, Kind, OperationTypeNode } from 'graphql'
import { Pool, type Dispatcher } from 'undici'
import { trusting } from './certificate-authorities.ts'
import type { Caller, FetchInput, FetchOperation, PreparedFetch, SubgraphResult } from './upstream.ts'

/** How long a subgraph may take for one fetch, waiting for a connection included. */
export const fetchTimeoutMs = 20_000
/** Connections kept to one subgraph: enough for all that one process can have under way. Further fetches wait for one of them. */
const connectionsPerSubgraph = 64
/** Fetches that may wait for a connection to one subgraph. Who comes then is told at once: to wait in such a line helps nobody. */
const mostWaitingFetches = 4_096
/** How often fetches are looked through for those that took too long. */
const deadlineCheckMs = 500
/** How long an idle connection is kept. Below the 5 s after which Node's servers close theirs. */
const keepAliveMs = 4_000
/** The largest answer that is taken from a subgraph: far more than any page; what is larger is a fault of the subgraph. */
export const largestAnswerBytes = 32 * 1024 * 1024
/** Failures of a connection, before an answer began: a query is asked once more, as the connection may have been closed while idle. */
const connectionFailures = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'])

/** Proves to a subgraph that a text comes from this gateway, and for whom: as headers over HTTP, as extensions over WebSocket. */
export type Sign = (text: string, caller: Caller) => Promise<Record<string, string>>

export type HttpOptions = {
  readonly name: string
  readonly url: string
  readonly sign?: Sign
  readonly timeoutMs?: number
  readonly certificateAuthorities?: readonly string[]
}

/** Fetches over HTTP, on connections that are kept. */
export class HttpFetches {
  readonly #options: HttpOptions
  readonly #pool: Pool
  readonly #path: string
  readonly #underWay = new UnderWay()
  readonly #deadlines: NodeJS.Timeout

  constructor(options: HttpOptions) {
    const { origin, pathname, search } = new URL(options.url)
    const timeoutMs = options.timeoutMs ?? fetchTimeoutMs
    this.#options = options
    this.#path = `${pathname}${search}`
    this.#pool = new Pool(origin, {
      connections: connectionsPerSubgraph,
      keepAliveTimeout: keepAliveMs,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      connect: trusting(options.certificateAuthorities),
    })
    // One timer for all: a timer for each fetch would cost more than the fetch's own bookkeeping.
    this.#deadlines = setInterval(() => this.#endOverdue(timeoutMs), deadlineCheckMs).unref()
  }

  /** The part of the body that is the same each time is written once. */
  prepare(operation: FetchOperation): PreparedFetch {
    const { name, sign } = this.#options
    const start = bodyStart(operation)
    const isQuery = operation.document.definitions.every(
      (each) => each.kind !== Kind.OPERATION_DEFINITION || each.operation === OperationTypeNode.QUERY,
    )
    return {
      send: async (input, caller) => {
        const variables = variablesText(input)
        const body = variables === '' ? `${start}}` : `${start},"variables":{${variables}}}`
        const post = async (): Promise<SubgraphResult> => {
          const headers =
            sign || caller.headers
              ? { ...jsonHeaders, ...caller.headers, ...(await sign?.(body, caller)) }
              : jsonHeaders
          return this.#post(headers, body)
        }
        try {
          return await post()
        } catch (error) {
          const isLost = error instanceof LostConnection
          if (!isLost) throw error
          if (isQuery) return post()
          throw new Error(`${name} closed the connection before it answered.`, { cause: error })
        }
      },
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#deadlines)
    await this.#pool.close()
  }

  #endOverdue(timeoutMs: number): void {
    const latest = performance.now() - timeoutMs
    for (const answer of this.#underWay.startedBefore(latest)) answer.giveUp(`it took longer than ${timeoutMs} ms`)
  }

  async #post(headers: Record<string, string>, body: string): Promise<SubgraphResult> {
    const { name } = this.#options
    if (this.#underWay.size >= connectionsPerSubgraph + mostWaitingFetches) {
      const extensions = {
        code: 'SUBGRAPH_BUSY',
        limit: 'waitingFetches',
        used: this.#underWay.size,
        allowed: mostWaitingFetches,
      }
      throw new GraphQLError(`${name} has more to do than it can take just now. Try again in a moment.`, { extensions })
    }
    return new Promise((resolve, reject) => {
      const answer = new Answer(name, resolve, reject, this.#underWay)
      this.#underWay.add(answer)
      this.#pool.dispatch({ path: this.#path, method: 'POST', headers, body }, answer)
    })
  }
}

const jsonHeaders: Record<string, string> = { 'content-type': 'application/json', accept: 'application/json' }

/** The connection ended before an answer began. */
class LostConnection extends Error {}

/**
 * The answers that are waited for. A list in which the last takes the place of the one that leaves, not a `Set`: each table that a set has
 * outgrown points to the next, so that one in the old generation keeps all that follow, with the answers in them, until a full collection.
 */
class UnderWay {
  readonly #answers: Answer[] = []

  get size(): number {
    return this.#answers.length
  }

  add(answer: Answer): void {
    answer.place = this.#answers.push(answer) - 1
  }

  /** Does nothing the second time. */
  delete(answer: Answer): void {
    const { place } = answer
    if (place < 0) return
    answer.place = -1
    const last = this.#answers.pop()
    if (!last || last === answer) return
    this.#answers[place] = last
    last.place = place
  }

  startedBefore(time: number): Answer[] {
    return this.#answers.filter(({ startedAt }) => startedAt <= time)
  }
}

/** Takes one answer: as a handler of its own it costs a third of a response stream. Told once, whatever happens after. */
class Answer implements Dispatcher.DispatchHandler {
  readonly startedAt = performance.now()
  readonly #name: string
  readonly #resolve: (result: SubgraphResult) => void
  readonly #reject: (error: unknown) => void
  readonly #underWay: UnderWay
  /** Where it stands among those under way; -1 when it is none of them. */
  place = -1
  readonly #chunks: Buffer[] = []
  #controller: Dispatcher.DispatchController | null = null
  #bytes = 0
  #status = 0
  #cacheControl: string | undefined

  constructor(
    name: string,
    resolve: (result: SubgraphResult) => void,
    reject: (error: unknown) => void,
    underWay: UnderWay,
  ) {
    this.#name = name
    this.#resolve = resolve
    this.#reject = reject
    this.#underWay = underWay
  }

  /** Waits no longer: the connection is closed, if the fetch has one already. */
  giveUp(reason: string): void {
    this.#fail(new Error(`${this.#name} did not answer: ${reason}.`))
    this.#controller?.abort(new Error(reason))
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    this.#status = status
    this.#cacheControl = headers['cache-control']
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length
    if (this.#bytes > largestAnswerBytes) this.giveUp(`its answer is larger than ${largestAnswerBytes} bytes`)
    else this.#chunks.push(chunk)
  }

  onResponseEnd(): void {
    const [first] = this.#chunks
    const text =
      this.#chunks.length === 1 && first ? first.toString('utf8') : Buffer.concat(this.#chunks).toString('utf8')
    this.#underWay.delete(this)
    try {
      const result = parsed(this.#name, this.#status, text)
      this.#resolve(this.#cacheControl === undefined ? result : { ...result, cacheControl: this.#cacheControl })
    } catch (error) {
      this.#reject(error)
    }
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error & { code?: string }): void {
    const isLost = this.#status === 0 && connectionFailures.has(error.code ?? '')
    this.#fail(
      isLost
        ? new LostConnection(error.message)
        : new Error(`${this.#name} did not answer: ${error.message}.`, { cause: error }),
    )
  }

  #fail(error: unknown): void {
    this.#underWay.delete(this)
    this.#reject(error)
  }
}

function bodyStart({ query, operationName }: FetchOperation): string {
  const name = operationName ? `,"operationName":${JSON.stringify(operationName)}` : ''
  return `{"query":${JSON.stringify(query)}${name}`
}

function variablesText({ variables, representations }: FetchInput): string {
  let text = ''
  for (const [name, value] of Object.entries(variables)) {
    if (value !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${JSON.stringify(value)}`
  }
  for (const [name, list] of Object.entries(representations ?? {})) {
    text += `${text === '' ? '' : ','}${JSON.stringify(name)}:[`
    let comma = ''
    for (const representation of list) {
      text += comma
      text += representation.text
      comma = ','
    }
    text += ']'
  }
  return text
}

/** GraphQL over HTTP: a result may come with any status, as long as it is one. */
function parsed(name: string, status: number, text: string): SubgraphResult {
  let result: unknown
  try {
    result = JSON.parse(text)
  } catch {
    throw new Error(`${name} answered with HTTP status ${status} and no JSON.`)
  }
  if (typeof result !== 'object' || result === null || !('data' in result || 'errors' in result))
    throw new Error(`${name} answered with HTTP status ${status} and no GraphQL result.`)
  return result as SubgraphResult
}
