import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { parseArgs } from 'node:util'

/**
 * A stand-in of a card company that speaks the real protocol (`subgraphs/reservations/README.md`) in a process of its own:
 *
 *   node test/outside/card-company.ts --port 7101 --name acme
 *
 * What it answers is in the token: `tok_<outcome>_<code>` with the outcome approved, declined, referral, slow (approved, once
 * released), lost (processed, but the first connection is dropped without an answer; so it is with refunds), closed (approved, but every
 * refund is declined) or down (503). `<code>` is the response
 * code of a refusal. It keeps its own book: GET /book. POST /control takes {"mode": "hold" | "release" | "down" | "up" | "busy" | "free"};
 * busy answers 429 and does nothing. POST /telephone {"transactionNumber"} is its other contact: it approves what it referred, and gives the code, unless the token ends in _no.
 */

type Result = 'APPROVED' | 'DECLINED' | 'REFERRAL'
type Entry = {
  result: Result | null
  outcome: string
  responseCode: string | null
  authorizationId: string | null
  reversed: boolean
  /** What it approved by telephone, by which code; and how often it was told of it. */
  transactionNumber: string
  telephoneCode: string | null
  advices: number
  requests: number
  /** Minor units by the key of the refund, and how often each was asked for. */
  refunds: Record<string, { minor: string; result: 'REFUNDED' | 'DECLINED'; requests: number }>
}
type Ask = { key: string; transactionNumber: string; cardToken: string; amountMinor: string; currency: string }

/** The longest request that is read. */
const longestRequestBytes = 65_536

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, name: { type: 'string', default: 'acme' } },
})
const book = new Map<string, Entry>()
let holding = false
let down = false
let busy = false
let waiting: (() => void)[] = []

const server = createServer((request, response) => {
  handle(request, response).catch((error: unknown) => send(response, 400, { error: String(error) }))
})
server.listen(Number(values.port), '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : values.port
  process.stdout.write(`card-company ${values.name} listening on http://127.0.0.1:${port}\n`)
})
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0))

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
  const key = decodeURIComponent(path.split('/')[2] ?? '')
  const route = `${request.method} ${path.replace(/^\/authorizations\/[^/]+/, '/authorizations/:key')}`
  if (route === 'GET /book')
    return send(
      response,
      200,
      [...book].map(([each, entry]) => ({ key: each, ...entry })),
    )
  if (route === 'POST /telephone') return telephone(response, await readJson(request))
  if (route === 'POST /control') return control(response, await readJson(request))
  if (down) return send(response, 503, { error: 'down' })
  if (busy && route === 'POST /authorizations') {
    response.setHeader('retry-after', '1')
    return send(response, 429, { error: 'too many' })
  }
  if (route === 'POST /authorizations') return authorize(response, askOf(await readJson(request)))
  if (route === 'GET /authorizations/:key') return inquire(response, key)
  if (route === 'POST /authorizations/:key/approval') return takeAdvice(response, key, await readJson(request))
  if (route === 'POST /authorizations/:key/reversal') return reverse(response, key)
  if (route === 'POST /authorizations/:key/refunds') return refund(response, key, await readJson(request))
  send(response, 404, { error: 'no such path' })
}

/** The same key gets the same answer, and has one effect. Under a reversed key nothing is approved any more. */
async function authorize(response: ServerResponse, { key, cardToken, transactionNumber }: Ask): Promise<void> {
  const [, outcome = '', code = ''] = /^tok_([a-z]+)(?:_(.*))?$/.exec(cardToken) ?? []
  if (outcome === 'down') return send(response, 503, { error: 'down' })
  const entry = entryOf(key)
  entry.outcome = outcome
  entry.transactionNumber = transactionNumber
  entry.requests += 1
  entry.result ??= entry.reversed ? 'DECLINED' : resultOf(outcome)
  entry.responseCode ??= entry.result === 'APPROVED' ? '00' : entry.reversed ? 'REVERSED' : code || entry.result
  if (entry.result === 'APPROVED') entry.authorizationId ??= `${values.name}-${book.size}`
  if (outcome === 'lost' && entry.requests === 1) return void response.socket?.destroy()
  if (holding || outcome === 'slow') await new Promise<void>((resolve) => waiting.push(resolve))
  send(response, 200, answerOf(entry))
}

/** Somebody calls about what was referred. */
function telephone(response: ServerResponse, body: unknown): void {
  const number = textField(body, 'transactionNumber')
  const entry = [...book.values()].find((each) => each.transactionNumber === number && each.result === 'REFERRAL')
  if (!entry) return send(response, 404, { error: 'nothing was referred under this number' })
  if (entry.responseCode === 'no') return send(response, 200, { approved: false })
  entry.telephoneCode ??= `V${String(book.size).padStart(5, '0')}`
  send(response, 200, { approved: true, approvalCode: entry.telephoneCode })
}

/** What was approved by telephone stands under the key from now on; the same advice again gets the same answer. */
function takeAdvice(response: ServerResponse, key: string, body: unknown): void {
  const entry = entryOf(key)
  entry.advices += 1
  if (entry.outcome === 'referral' && entry.responseCode === 'lost' && entry.advices === 1)
    return void response.socket?.destroy()
  const isKnown = entry.telephoneCode !== null && entry.telephoneCode === textField(body, 'approvalCode')
  if (isKnown && !entry.reversed) {
    entry.result = 'APPROVED'
    entry.authorizationId = entry.telephoneCode
  }
  send(response, 200, { result: isKnown && !entry.reversed ? 'CONFIRMED' : 'UNKNOWN_CODE' })
}

function resultOf(outcome: string): Result {
  if (outcome === 'declined') return 'DECLINED'
  if (outcome === 'referral') return 'REFERRAL'
  return ['approved', 'slow', 'lost', 'closed'].includes(outcome) ? 'APPROVED' : 'DECLINED'
}

function inquire(response: ServerResponse, key: string): void {
  const entry = book.get(key)
  if (entry?.result) send(response, 200, answerOf(entry))
  else send(response, 404, { error: 'never seen' })
}

/** Also of a key that was never seen: should it come later, it is declined. */
function reverse(response: ServerResponse, key: string): void {
  entryOf(key).reversed = true
  send(response, 200, { reversed: true })
}

/** The same refund key refunds once, and gets the same answer. What never stood cannot be refunded. */
function refund(response: ServerResponse, key: string, body: unknown): void {
  const [refundKey, minor] = [textField(body, 'refundKey'), textField(body, 'amountMinor')]
  if (!refundKey || !/^\d+$/.test(minor) || !/^[A-Z]{3}$/.test(textField(body, 'currency')))
    return send(response, 400, { error: 'not of the agreed form' })
  const entry = entryOf(key)
  const stands = entry.result === 'APPROVED' && !entry.reversed && entry.outcome !== 'closed'
  const made = (entry.refunds[refundKey] ??= { minor, result: stands ? 'REFUNDED' : 'DECLINED', requests: 0 })
  made.requests += 1
  if (entry.outcome === 'lost' && made.requests === 1) return void response.socket?.destroy()
  send(response, 200, { result: made.result })
}

function control(response: ServerResponse, body: unknown): void {
  const mode = textField(body, 'mode')
  if (mode === 'down' || mode === 'up') down = mode === 'down'
  else if (mode === 'busy' || mode === 'free') busy = mode === 'busy'
  else if (mode === 'hold') holding = true
  else if (mode === 'release') {
    holding = false
    for (const go of waiting) go()
    waiting = []
  } else return send(response, 400, { error: 'mode is hold, release, down, up, busy or free' })
  send(response, 200, { mode })
}

function entryOf(key: string): Entry {
  const entry = book.get(key) ?? {
    result: null,
    outcome: '',
    responseCode: null,
    authorizationId: null,
    reversed: false,
    transactionNumber: '',
    telephoneCode: null,
    advices: 0,
    requests: 0,
    firstAt: Date.now(),
    refunds: {},
  }
  book.set(key, entry)
  return entry
}

function answerOf({ result, responseCode, authorizationId }: Entry): unknown {
  return { result, responseCode, authorizationId }
}

function askOf(body: unknown): Ask {
  const ask = {
    key: textField(body, 'key'),
    transactionNumber: textField(body, 'transactionNumber'),
    cardToken: textField(body, 'cardToken'),
    amountMinor: textField(body, 'amountMinor'),
    currency: textField(body, 'currency'),
  }
  if (!ask.key || !/^\d+$/.test(ask.amountMinor) || !/^[A-Z]{3}$/.test(ask.currency))
    throw new Error('not of the agreed form')
  return ask
}

function textField(body: unknown, name: string): string {
  if (typeof body !== 'object' || body === null) return ''
  const value: unknown = Object.entries(body).find(([each]) => each === name)?.[1]
  return typeof value === 'string' ? value : ''
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > longestRequestBytes) throw new Error('too long')
  }
  return JSON.parse(text)
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
