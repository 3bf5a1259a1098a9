import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { bareNumber, cardFaults, type TypedCard } from '@torihiki/shared/cards/card.ts'
import type { Logger } from '@torihiki/shared/log.ts'
import { Router } from 'express'
import { z } from 'zod'
import { allowOrigin } from '../http/origins.ts'
import { readBytes } from '../http/read-body.ts'
import type { Authenticate } from '../identity/authenticate.ts'
import { createRates } from '../limits/rates.ts'
import { keepCard, type VaultAnswer } from './card-vault.ts'

/** The longest body: a card has four short fields. */
export const longestCardBytes = 2_048
/** Cards that a member may send in a minute: nobody has so many, and whoever tries numbers out has more. */
export const cardsPerMember = 10
/** Cards that may come from an address in a minute: a whole firm may be behind it. */
export const cardsPerAddress = 60

type CardRoomOptions = {
  /** Where the vault is. Null: no cards are taken here. */
  readonly vaultUrl: string | null
  readonly authenticate: Authenticate
  readonly allowsOrigin: (origin: string | undefined, host: string | undefined) => boolean
  readonly addressOf: (request: IncomingMessage) => string
  readonly now?: () => Date
  readonly log: Logger
}

const bodyForm = z.strictObject({
  number: z.string().max(40),
  holder: z.string().trim().max(200),
  expiry: z.string().max(10),
  cvc: z.string().max(10).nullish(),
})
const keyForm = /^[\x21-\x7e]{1,200}$/

/**
 * `POST /cards`: a signed-in member or guest hands over a card (C3), checked here and kept by the vault alone; the answer is the token that `registerPaymentMethod` takes. The number and the
 * CVC pass through this room and nothing else: it is no GraphQL, which would be logged, traced, cached and planned. Nothing of what was sent is logged or repeated.
 */
export function cardRoom(options: CardRoomOptions): Router {
  const rates = createRates()
  const pages = Router()
  pages.options('/cards', (request, response) => {
    allowOrigin(request, response, options.allowsOrigin)
    response.setHeader('access-control-allow-headers', 'authorization, content-type, idempotency-key')
    response.writeHead(204).end()
  })
  pages.post('/cards', async (request, response) => {
    allowOrigin(request, response, options.allowsOrigin)
    const { status, body, retryAfterSeconds } = await take(request, options, rates).catch((): Outcome => {
      // What was thrown may hold the card.
      options.log.error('A card could not be taken, for a reason that is not logged.')
      return refusal(500, 'INTERNAL', 'Something went wrong here. Nothing was kept of the card.')
    })
    answer(response, status, body, retryAfterSeconds)
  })
  return pages
}

type Outcome = { readonly status: number; readonly body: object; readonly retryAfterSeconds?: number }

const refusal = (status: number, code: string, message: string, further: object = {}): Outcome => ({
  status,
  body: { code, message, ...further },
})

async function take(
  request: IncomingMessage,
  options: CardRoomOptions,
  rates: ReturnType<typeof createRates>,
): Promise<Outcome> {
  const { headers } = request
  const own = options.allowsOrigin(headers.origin, headers.host) && headers['sec-fetch-site'] !== 'cross-site'
  const found = await options.authenticate(undefined, own ? headers : { ...headers, cookie: undefined })
  if (found === 'INVALID' || !found.actor)
    return refusal(401, 'NOT_SIGNED_IN', 'Send an access token: a card belongs to a member or a guest.')
  if (found.actor.orderCode)
    return refusal(
      403,
      'NOT_ALLOWED',
      'Who comes back by the code of an order pays nothing. Sign in with logIn for it.',
    )
  const { memberId } = found.actor
  const over =
    rates.take(`address ${options.addressOf(request)}`, 1, cardsPerAddress) ??
    rates.take(`member ${memberId}`, 1, cardsPerMember)
  if (over)
    return {
      ...refusal(429, 'TOO_MANY', 'Too many cards in a minute. Try again later.'),
      retryAfterSeconds: over.retryAfterSeconds,
    }
  if (options.vaultUrl === null) return refusal(503, 'NO_VAULT', 'No cards are taken here: the hub has no card vault.')
  const key = String(headers['idempotency-key'] ?? '')
  if (!keyForm.test(key)) return refusal(400, 'KEY_MISSING', 'Send an idempotency-key of yours: 1 to 200 characters.')
  if (!/^application\/json\b/i.test(headers['content-type'] ?? ''))
    return refusal(415, 'NOT_JSON', 'Send application/json.')
  const bytes = await readBytes(request, longestCardBytes)
  if (bytes === null) return refusal(413, 'TOO_LARGE', `A card has at most ${longestCardBytes} bytes.`)
  const parsed = bodyForm.safeParse(jsonOf(bytes.toString('utf8')))
  if (!parsed.success)
    return refusal(400, 'BAD_REQUEST', 'Send {"number", "holder", "expiry": "YYYY-MM", "cvc"} and nothing else.')
  const card: TypedCard = { ...parsed.data, number: bareNumber(parsed.data.number), cvc: parsed.data.cvc ?? null }
  const faults = cardFaults(card, options.now?.() ?? new Date())
  if (faults.length > 0) return refusal(422, 'INVALID_CARD', 'The card cannot be taken as it was typed.', { faults })
  // A key is its member's own: another's the same says nothing about this one.
  const ownKey = createHash('sha256').update(`${memberId} ${key}`).digest('hex')
  return outcomeOf(await keepCard(options.vaultUrl, { key: ownKey, owner: memberId, card }))
}

function outcomeOf(kept: VaultAnswer): Outcome {
  if (kept.kind === 'KEPT') return { status: 200, body: kept.card }
  if (kept.kind === 'NO_ANSWER')
    return refusal(503, 'VAULT_SILENT', 'The card vault does not answer. Send the card again under the same key.')
  switch (kept.code) {
    case 'KEY_USED':
      return refusal(409, 'IDEMPOTENCY_CONFLICT', 'Another card was sent under this key. Use a new key.')
    case 'CVC_WRONG':
      return refusal(422, 'INVALID_CARD', 'The card cannot be taken as it was typed.', {
        faults: [{ path: 'cvc', message: 'It is not that of the card.' }],
      })
    case 'CARD_REFUSED':
      return refusal(422, 'CARD_REFUSED', 'The vault does not take this card. Use another.')
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function answer(response: ServerResponse, status: number, body: object, retryAfterSeconds?: number): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
  })
  response.end(JSON.stringify(body))
}
