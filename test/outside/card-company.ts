import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { parseArgs } from 'node:util'
import { codeOf, outcomeOfNumber } from './card-outcomes.ts'
import { field, readJson, send, textField } from './http.ts'

/**
 * A stand-in of a card company that speaks the real protocol (`subgraphs/reservations/README.md`) in a process of its own:
 *
 *   node test/outside/card-company.ts --port 7101 --name acme [--vault http://127.0.0.1:7201]
 *
 * What it answers is in the token: `tok_<outcome>_<code>` with the outcome approved, declined, referral, slow (approved, once
 * released), lost (processed, but the first connection is dropped without an answer; so it is with refunds), closed (approved, but every
 * refund is declined), odd (a response code that nobody knows, and it stands) or down (503). `<code>` is the response code of a refusal, two digits or what processors call it. Of another token it
 * asks the vault for the number, and answers as is published of it in `shared/data/cards`.
 *
 * It keeps its own book: GET /book. GET /seen says how many messages came, whatever was answered. POST /control takes {"mode": "hold" | "release" | "down" | "up" | "busy" | "free"}; busy answers 429 and does nothing. With {"mode": "faults"} it takes
 * {latencyMs, lostPerMille, errorPerMille, garbagePerMille, perSecond, seed}: how long each answer takes, how many answers in a thousand are lost, are 503 before anything was done, or
 * are garbage after it was done, and beyond how many authorizations a second it answers 429.
 *
 * POST /telephone {"transactionNumber"} is its other contact: it approves what it referred, and gives the code, unless the token ends in _no. Of one that ends in _lost it drops the first
 * answer to what the hub tells of that.
 */

type Entry = {
  result: 'APPROVED' | 'DECLINED' | 'REFERRAL' | null
  outcome: string
  code: string | null
  authorizationId: string | null
  reversed: boolean
  /** What it approved by telephone, by which code; and how often it was told of that. */
  transactionNumber: string
  telephoneCode: string | null
  advices: number
  token: string
  requests: number
  firstAt: number
  minor: string
  currency: string
  /** Minor units by the key of the refund, and how often each was asked for. */
  refunds: Record<string, { minor: string; result: 'REFUNDED' | 'DECLINED'; requests: number }>
}
type Fields = Record<string, string>
type Said = { mti: string; key: string; originalKey: string; token: string; transactionNumber: string; fields: Fields }

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    name: { type: 'string', default: 'acme' },
    vault: { type: 'string', default: '' },
  },
})
const book = new Map<string, Entry>()
const modes = { holding: false, down: false, busy: false }
const faults = { latencyMs: 0, lostPerMille: 0, errorPerMille: 0, garbagePerMille: 0, perSecond: 0, seed: 1 }
let second = { at: 0, taken: 0 }
let seen = 0
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
  const route = `${request.method} ${(request.url ?? '/').split('?', 1)[0]}`
  if (route === 'GET /book')
    return send(
      response,
      200,
      [...book].map(([key, entry]) => ({ key, ...entry })),
    )
  if (route === 'GET /seen') return send(response, 200, { messages: seen })
  if (route === 'POST /telephone') return telephone(response, await readJson(request))
  if (route === 'POST /control') return control(response, await readJson(request))
  if (route !== 'POST /messages') return send(response, 404, { error: 'no such path' })
  const said = messageOf(await readJson(request), String(request.headers['idempotency-key'] ?? ''))
  seen += 1
  if (modes.down || chance(faults.errorPerMille)) return send(response, 503, { error: 'down' })
  if (said.mti === '0100' && tooMany()) {
    response.setHeader('retry-after', '1')
    return send(response, 429, { error: 'too many' })
  }
  if (faults.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, drawn() * faults.latencyMs))
  await answer(response, said)
}

async function answer(response: ServerResponse, said: Said): Promise<void> {
  switch (said.mti) {
    case '0100':
      return authorize(response, said)
    case '0600':
      return inquire(response, said)
    case '0400':
      // Also of a key that was never seen: should it come later, it is declined.
      entryOf(said.key).reversed = true
      return reply(response, said, '00')
    case '0120':
      return takeAdvice(response, said)
    case '0220':
      return refund(response, said)
    default:
      send(response, 400, { error: `no messages of type ${said.mti} are taken` })
  }
}

/** The same key gets the same answer, and has one effect. Under a reversed key nothing is approved any more. */
async function authorize(response: ServerResponse, said: Said): Promise<void> {
  const { key, token, fields } = said
  const [outcome, code] = await outcomeOf(token)
  if (outcome === 'down') return send(response, 503, { error: 'down' })
  if (outcome === 'error') return reply(response, said, '96')
  const entry = entryOf(key)
  entry.outcome = outcome
  entry.token = token
  entry.transactionNumber = said.transactionNumber
  entry.requests += 1
  entry.minor = String(Number(fields['4']))
  entry.currency = fields['49'] ?? ''
  entry.code ??= entry.reversed ? '12' : code
  entry.result ??=
    entry.code === '00' || outcome === 'odd' ? 'APPROVED' : outcome === 'referral' ? 'REFERRAL' : 'DECLINED'
  if (entry.result === 'APPROVED') entry.authorizationId ??= String(book.size).padStart(6, '0').slice(-6)
  if (outcome === 'lost' && entry.requests === 1) return void response.socket?.destroy()
  if (modes.holding || outcome === 'slow') await new Promise<void>((resolve) => waiting.push(resolve))
  reply(response, said, entry.code, entry.authorizationId)
}

/** Somebody calls about what was referred. */
function telephone(response: ServerResponse, body: unknown): void {
  const number = textField(body, 'transactionNumber')
  const entry = [...book.values()].find((each) => each.transactionNumber === number && each.result === 'REFERRAL')
  if (!entry) return send(response, 404, { error: 'nothing was referred under this number' })
  if (entry.token.endsWith('_no')) return send(response, 200, { approved: false })
  entry.telephoneCode ??= `V${String(book.size).padStart(5, '0')}`
  send(response, 200, { approved: true, approvalCode: entry.telephoneCode })
}

/** What was approved by telephone stands under the key from now on; the same advice again gets the same answer. */
function takeAdvice(response: ServerResponse, said: Said): void {
  const entry = entryOf(said.key)
  entry.advices += 1
  const isKnown = entry.telephoneCode !== null && entry.telephoneCode === said.fields['38'] && !entry.reversed
  if (isKnown) Object.assign(entry, { result: 'APPROVED', code: '00', authorizationId: entry.telephoneCode })
  if (entry.token.endsWith('_lost') && entry.advices === 1) return void response.socket?.destroy()
  reply(response, said, isKnown ? '00' : '12', isKnown ? entry.authorizationId : null)
}

async function outcomeOf(token: string): Promise<[outcome: string, code: string]> {
  const [, outcome, code = ''] = /^tok_([a-z]+)(?:_(.*))?$/.exec(token) ?? []
  if (outcome) return [outcome, codeOf(outcome, code)]
  if (!values.vault) return ['declined', '14']
  const response = await fetch(`${values.vault}/cards/${encodeURIComponent(token)}/number`)
  return response.ok ? outcomeOfNumber(textField(await response.json(), 'number')) : ['declined', '14']
}

function inquire(response: ServerResponse, said: Said): void {
  const entry = book.get(said.key)
  if (entry?.code) reply(response, said, entry.code, entry.authorizationId)
  else reply(response, said, '25')
}

/** The same refund key refunds once, and gets the same answer. What never stood cannot be refunded. */
function refund(response: ServerResponse, said: Said): void {
  const entry = entryOf(said.originalKey)
  const stands = entry.result === 'APPROVED' && !entry.reversed && entry.outcome !== 'closed'
  const made = (entry.refunds[said.key] ??= {
    minor: String(Number(said.fields['4'])),
    result: stands ? 'REFUNDED' : 'DECLINED',
    requests: 0,
  })
  made.requests += 1
  if (entry.outcome === 'lost' && made.requests === 1) return void response.socket?.destroy()
  reply(response, said, made.result === 'REFUNDED' ? '00' : '57')
}

/** Answers with the fields that were said, and the response code; or the answer is lost, or garbage. */
function reply(response: ServerResponse, said: Said, code: string, authorizationId?: string | null): void {
  if (chance(faults.lostPerMille)) return void response.socket?.destroy()
  if (chance(faults.garbagePerMille)) return send(response, 200, { mti: 'what', fields: { '39': '00' } })
  const repeated = ['3', '4', '7', '11', '32', '37', '41', '42', '49'].filter((each) => said.fields[each] !== undefined)
  const fields: Fields = Object.fromEntries(repeated.map((each) => [each, said.fields[each] ?? '']))
  if (authorizationId) fields['38'] = authorizationId
  fields['39'] = code
  send(response, 200, { mti: `${said.mti.slice(0, 2)}${Number(said.mti[2]) + 1}0`, fields })
}

function tooMany(): boolean {
  if (modes.busy) return true
  if (faults.perSecond === 0) return false
  const at = Math.floor(Date.now() / 1_000)
  if (second.at !== at) second = { at, taken: 0 }
  second.taken += 1
  return second.taken > faults.perSecond
}

/** A number from 0 up to 1, by the seed (mulberry32). */
function drawn(): number {
  faults.seed = (faults.seed + 0x6d2b79f5) | 0
  let t = Math.imul(faults.seed ^ (faults.seed >>> 15), 1 | faults.seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}

const chance = (perMille: number): boolean => perMille > 0 && drawn() * 1_000 < perMille

function control(response: ServerResponse, body: unknown): void {
  const mode = textField(body, 'mode')
  if (mode === 'down' || mode === 'up') modes.down = mode === 'down'
  else if (mode === 'busy' || mode === 'free') modes.busy = mode === 'busy'
  else if (mode === 'hold') modes.holding = true
  else if (mode === 'release') {
    modes.holding = false
    for (const go of waiting) go()
    waiting = []
  } else if (mode.startsWith('faults ')) Object.assign(faults, JSON.parse(mode.slice('faults '.length)))
  else return send(response, 400, { error: 'mode is hold, release, down, up, busy, free or faults {…}' })
  send(response, 200, { mode })
}

function entryOf(key: string): Entry {
  const entry = book.get(key) ?? {
    result: null,
    outcome: '',
    code: null,
    authorizationId: null,
    reversed: false,
    transactionNumber: '',
    telephoneCode: null,
    advices: 0,
    token: '',
    requests: 0,
    firstAt: Date.now(),
    minor: '0',
    currency: '',
    refunds: {},
  }
  book.set(key, entry)
  return entry
}

/** Refuses what is not of the agreed form, as a company would: each field by its length. */
function messageOf(body: unknown, idempotencyKey: string): Said {
  const [mti, key] = [textField(body, 'mti'), textField(body, 'key')]
  if (!/^0[1246]00$|^0[12]20$/.test(mti) || !key || key !== idempotencyKey) throw new Error('not of the agreed form')
  const given = field(body, 'fields')
  const fields: Fields = {}
  for (const [number, form] of Object.entries(forms)) {
    const value = textField(given, number)
    if (value === '' && !required(mti).includes(number)) continue
    if (!form.test(value)) throw new Error(`field ${number} is not of the agreed form`)
    fields[number] = value
  }
  const [originalKey, token, transactionNumber] = ['originalKey', 'token', 'transactionNumber'].map((name) =>
    textField(body, name),
  ) as [string, string, string]
  return { mti, key, originalKey, token, transactionNumber, fields }
}

const forms: Record<string, RegExp> = {
  '3': /^\d{6}$/,
  '4': /^\d{12}$/,
  '7': /^(0[1-9]|1[0-2])\d{8}$/,
  '11': /^\d{6}$/,
  '14': /^\d{2}(0[1-9]|1[0-2])$/,
  '32': /^\d{1,11}$/,
  '37': /^[A-Z0-9]{12}$/,
  '38': /^[A-Za-z0-9]{6}$/,
  '41': /^[A-Z0-9]{8}$/,
  '42': /^[A-Z0-9]{15}$/,
  '49': /^\d{3}$/,
}

function required(mti: string): readonly string[] {
  const common = ['7', '11', '32', '37', '41']
  if (mti === '0100') return Object.keys(forms).filter((number) => number !== '38')
  if (mti === '0120') return [...common, '3', '4', '38', '49']
  return mti === '0220' ? [...common, '3', '4', '49'] : common
}
