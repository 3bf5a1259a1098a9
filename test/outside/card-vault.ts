import { createHmac, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { parseArgs } from 'node:util'
import { bareNumber, brandOf, iinDigits } from '@torihiki/shared/cards/card.ts'
import { readJson, send, textField } from './http.ts'

/**
 * A stand-in of a card vault that speaks the real protocol (`gateway/README.md`) in a process of its own:
 *
 *   node test/outside/card-vault.ts --port 7201
 *
 * It keeps numbers in its memory alone, and a CVC not at all: one that is 000 or 0000 is not that of the card. GET /cards/:token/number is for card companies. GET /book shows what it keeps without
 * numbers, and how often each was handed over. POST /control takes {"mode": "down" | "up"}.
 */
type Kept = {
  token: string
  owner: string
  brand: string
  lastFour: string
  expiry: string
  number: string
  holder: string
  requests: number
  destroyed: boolean
}

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } })
const cards = new Map<string, Kept>()
const byKey = new Map<string, { mark: string; token: string }>()
/** What was handed over under a key is known again by a mark, not by itself. */
const markKey = randomBytes(32)
let down = false

const server = createServer((request, response) => {
  handle(request, response).catch(() => send(response, 400, { code: 'BAD_REQUEST' }))
})
server.listen(Number(values.port), '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : values.port
  process.stdout.write(`card-vault listening on http://127.0.0.1:${port}\n`)
})
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0))

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
  const token = decodeURIComponent(path.split('/')[2] ?? '')
  const route = `${request.method} ${path.replace(/^\/cards\/[^/]+/, '/cards/:token')}`
  if (route === 'GET /book') return send(response, 200, [...cards.values()].map(shown))
  if (route === 'POST /control') {
    down = textField(await readJson(request), 'mode') === 'down'
    return send(response, 200, { down })
  }
  if (down) return send(response, 503, { code: 'DOWN' })
  if (route === 'POST /cards')
    return keep(response, await readJson(request), String(request.headers['idempotency-key'] ?? ''))
  const card = cards.get(token)
  if (!card || card.destroyed) return send(response, 404, { code: 'NOT_FOUND' })
  if (route === 'GET /cards/:token') {
    const { owner, brand, lastFour, expiry, number } = card
    return send(response, 200, { owner, brand, lastFour, expiry, iin: number.slice(0, iinDigits) })
  }
  if (route === 'GET /cards/:token/number') return send(response, 200, { number: card.number })
  if (route === 'DELETE /cards/:token') {
    Object.assign(card, { destroyed: true, number: '', holder: '' })
    return void response.writeHead(204).end()
  }
  send(response, 404, { code: 'NO_SUCH_PATH' })
}

/** The same key keeps one card and gets the same token; another card under it is refused. */
function keep(response: ServerResponse, body: unknown, key: string): void {
  const [owner, holder, expiry, cvc] = ['owner', 'holder', 'expiry', 'cvc'].map((name) => textField(body, name))
  const number = bareNumber(textField(body, 'number'))
  const brand = brandOf(number)
  if (!key || !owner || !holder || !expiry || brand === null) return send(response, 422, { code: 'CARD_REFUSED' })
  if (cvc && /^0+$/.test(cvc)) return send(response, 422, { code: 'CVC_WRONG' })
  const mark = createHmac('sha256', markKey)
    .update(JSON.stringify([owner, number, holder, expiry]))
    .digest('hex')
  const known = byKey.get(key)
  if (known && known.mark !== mark) return send(response, 409, { code: 'KEY_USED' })
  const token = known?.token ?? `vlt_${randomBytes(12).toString('hex').replaceAll(/\d/g, 'g')}`
  byKey.set(key, { mark, token })
  const card = cards.get(token) ?? {
    token,
    owner,
    brand,
    lastFour: number.slice(-4),
    expiry,
    number,
    holder,
    requests: 0,
    destroyed: false,
  }
  card.requests += 1
  cards.set(token, card)
  send(response, 200, { token, brand, lastFour: card.lastFour, expiry })
}

const shown = ({ number, holder: _kept, ...rest }: Kept): object => ({ ...rest, hasNumber: number !== '' })
