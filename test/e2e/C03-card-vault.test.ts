import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { publishedCards } from '../outside/card-outcomes.ts'
import { HubClient, type Json } from '../support/hub-client.ts'
import { leftoversOf } from '../support/leftovers.ts'
import { startCardCompany, startCardVault, type CardCompany, type StandInVault } from '../support/outside.ts'
import { eventually, newParty, signIn, type Party } from '../support/parties.ts'
import { newTrade, openCase, threadUntil, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'
import { startTraceCollector, type TraceCollector } from '../support/trace-collector.ts'

/** The published numbers, read where they are. Without them these tests cannot be: they are skipped, and in CI that fails. */
const cards = [...publishedCards()].map(([number, card]) => ({ number, ...card }))
const withCards = cards.length > 0 ? test : test.skip
const cvc = '7391'
const [holder, expiry] = ['Zinnober Purpur', '2031-07']

let hub: TestHub
let trade: Trade
let vault: StandInVault
let acme: CardCompany
let beta: CardCompany
let traces: TraceCollector

beforeAll(async () => {
  vault = await startCardVault()
  acme = await startCardCompany('acme', vault)
  beta = await startCardCompany('beta', vault)
  traces = await startTraceCollector()
  hub = await startTestHub({
    CARD_VAULT: vault.url,
    CARD_ROUTES: 'visa=acme,*=beta',
    CARD_COMPANIES: `acme=${acme.url},beta=${beta.url}`,
    LOG_LEVEL: 'debug',
    OTEL_EXPORTER_OTLP_ENDPOINT: traces.url,
    OTEL_BSP_SCHEDULE_DELAY: '200',
  })
  trade = await newTrade(hub)
})
afterAll(async () => {
  await hub?.close()
  await Promise.all([acme, beta, vault, traces].map((each) => each?.close()))
})

const cardOf = (published: string): string => cards.find((card) => card.code === published)?.number ?? ''
const visa = (): string => cards.find(({ brand, code }) => brand === 'visa' && code === 'authorized')?.number ?? ''

/** Hands a card over, as a front end does. */
async function handOver(
  client: Pick<HubClient, 'token'> | null,
  card: object,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Headers; answer: Json }> {
  const response = await fetch(`${hub.url}/cards`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...(client?.token ? { authorization: `Bearer ${client.token}` } : {}),
      ...headers,
    },
    body: JSON.stringify(card),
  })
  return { status: response.status, headers: response.headers, answer: await response.json() }
}

const typed = (number: string, further: object = {}): object => ({ number, holder, expiry, cvc, ...further })
const register = (party: Party, card: object, name = 'Card'): Promise<Json> =>
  party.client.act('RegisterPaymentMethod', { kind: 'CARD', name, currency: 'JPY', card })

async function methodWith(party: Party, number: string): Promise<string> {
  const { answer } = await handOver(party.client, typed(number))
  return (await register(party, { token: answer.token })).paymentMethod.id
}

async function order(party: Party, paymentMethodId: string): Promise<string> {
  const { threadId } = await openCase({ ...trade, buyer: party })
  const lines = [{ description: 'Coil', quantity: '2', unitPrice: '500' }]
  await party.client.must('SendOrder', { threadId, currency: 'JPY', lines, paymentMethodId })
  return threadId
}
const answered = (party: Party, threadId: string): Promise<Json> =>
  threadUntil(
    party.client,
    threadId,
    ({ paymentReservation }) => paymentReservation && paymentReservation.status !== 'AUTHORIZING',
  )

withCards('a card is typed once, and a registered one is used with nothing typed again', async () => {
  const { buyer } = trade
  const kept = await handOver(
    buyer.client,
    typed(
      visa()
        .replaceAll(/(.{4})/g, '$1 ')
        .trim(),
    ),
  )
  expect(kept).toMatchObject({
    status: 200,
    answer: { token: expect.any(String), brand: 'visa', lastFour: visa().slice(-4), expiry },
  })
  expect(kept.headers.get('cache-control')).toBe('no-store')
  const { paymentMethod } = await register(buyer, { token: kept.answer.token })
  expect(paymentMethod).toMatchObject({ kind: 'CARD', cardLastFour: visa().slice(-4) })
  const before = (await acme.book()).length
  for (const _time of ['once', 'again']) {
    const thread = await answered(buyer, await order(buyer, paymentMethod.id))
    expect(thread.paymentReservation.status).toBe('RESERVED')
  }
  // By its brand, without anybody having named the company.
  expect(await acme.book()).toHaveLength(before + 2)
})

withCards(
  'each published card comes to the outcome that is published of it',
  async () => {
    for (const { number, brand, outcome, code } of cards) {
      const buyer = await newParty(hub.url, hub.admin, `Buyer ${number.slice(-4)}`, ['BUYER'])
      const { status, answer } = await handOver(buyer.client, typed(number))
      if (outcome === 'invalid') {
        expect([status, answer.code]).toEqual([422, 'INVALID_CARD'])
        continue
      }
      expect([brand.startsWith(answer.brand), status]).toEqual([true, 200])
      const { paymentMethod } = await register(buyer, { token: answer.token })
      const threadId = await order(buyer, paymentMethod.id)
      if (outcome === 'error') {
        // Nobody knows what the company did: the order waits, and is not decided by us.
        const waits = await threadUntil(buyer.client, threadId, ({ paymentReservation }) => paymentReservation !== null)
        expect(waits.paymentReservation.status).toBe('AUTHORIZING')
        continue
      }
      const { paymentReservation } = await answered(buyer, threadId)
      expect([code, paymentReservation.status]).toEqual([code, outcome.startsWith('succeeds') ? 'RESERVED' : 'REFUSED'])
    }
  },
  180_000,
)

withCards('a token is its owner’s alone, and what is said of a card must be what the vault says', async () => {
  const { buyer, seller } = trade
  const { answer } = await handOver(buyer.client, typed(visa()))
  const { token } = answer
  const faultsOf = async (party: Party, card: object): Promise<string[]> =>
    ((await register(party, card)).faults ?? []).map(({ path }: Json) => path)
  expect(await faultsOf(seller, { token })).toEqual(['card.token'])
  expect(await faultsOf(buyer, { token: 'vlt_of-nobody' })).toEqual(['card.token'])
  expect(await faultsOf(buyer, { token, lastFour: '0000', brand: 'jcb', expiry: '2030-01' })).toEqual([
    'card.brand',
    'card.lastFour',
    'card.expiry',
  ])
  expect(await faultsOf(buyer, { token, company: 'beta' })).toEqual(['card.company'])
  await vault.control('down')
  expect(await faultsOf(buyer, { token })).toEqual(['card.token'])
  expect(await handOver(buyer.client, typed(visa()))).toMatchObject({ status: 503, answer: { code: 'VAULT_SILENT' } })
  await vault.control('up')
  expect(await faultsOf(buyer, { token, company: 'acme', brand: 'VISA' })).toEqual([])
})

withCards(
  'a registration that was answered is answered again under its key, though the vault is down or has lost the card',
  async () => {
    const buyer = await newParty(hub.url, hub.admin, 'Buyer who repeats', ['BUYER'])
    const { token } = (await handOver(buyer.client, typed(visa()))).answer
    const input = { idempotencyKey: randomUUID(), kind: 'CARD', name: 'Card', currency: 'JPY', card: { token } }
    const first = await buyer.client.must('RegisterPaymentMethod', input)
    await vault.control('down')
    try {
      expect(await buyer.client.act('RegisterPaymentMethod', input)).toEqual(first)
      expect((await buyer.client.act('RegisterPaymentMethod', { ...input, name: 'Another' })).code).toBe(
        'IDEMPOTENCY_KEY_REUSED',
      )
      // A key that nothing was answered under is free still.
      const later = { ...input, idempotencyKey: randomUUID() }
      expect((await buyer.client.act('RegisterPaymentMethod', later)).code).toBe('INVALID_INPUT')
      await vault.control('up')
      expect((await buyer.client.must('RegisterPaymentMethod', later)).paymentMethod.id).not.toBe(
        first.paymentMethod.id,
      )
    } finally {
      await vault.control('up')
    }
    expect((await buyer.client.send('{ viewer { paymentMethods { id } } }')).data.viewer.paymentMethods).toHaveLength(2)
  },
)

withCards('a card is refused in words that do not repeat it, and the same key keeps it once', async () => {
  const buyer = await newParty(hub.url, hub.admin, 'Buyer of many cards', ['BUYER'])
  expect(await handOver(null, typed(visa()))).toMatchObject({ status: 401 })
  const wrong = await handOver(buyer.client, typed(cardOf('incorrect_number'), { expiry: '2020-01', holder: '' }))
  expect(wrong).toMatchObject({ status: 422, answer: { code: 'INVALID_CARD' } })
  expect(wrong.answer.faults.map(({ path }: Json) => path)).toEqual(['number', 'holder', 'expiry'])
  expect(JSON.stringify(wrong.answer)).not.toContain(cardOf('incorrect_number'))
  const badCvc = await handOver(buyer.client, typed(visa(), { cvc: '000' }))
  expect([badCvc.status, badCvc.answer.faults[0].path]).toEqual([422, 'cvc'])
  expect(await handOver(buyer.client, typed(visa(), { pin: '1' }))).toMatchObject({ status: 400 })
  expect(await handOver(buyer.client, typed(visa(), { holder: 'x'.repeat(3_000) }))).toMatchObject({ status: 413 })
  const key = { 'idempotency-key': 'once' }
  const [first, second] = [
    await handOver(buyer.client, typed(visa()), key),
    await handOver(buyer.client, typed(visa()), key),
  ]
  expect(second.answer).toEqual(first.answer)
  expect(await handOver(buyer.client, typed(cardOf('lost_card')), key)).toMatchObject({ status: 409 })
  // Another's the same key is another key.
  const other = await handOver(trade.seller.client, typed(visa()), key)
  expect(other.answer.token).not.toBe(first.answer.token)
  const codes: number[] = []
  for (let nth = 0; nth < 6; nth++) codes.push((await handOver(buyer.client, typed(visa()))).status)
  expect(codes).toContain(429)
})

withCards('a guest’s card is destroyed in the vault when the guest is erased', async () => {
  const mark = randomUUID().slice(0, 8)
  const password = 'a password for once'
  const { member, loginName } = await new HubClient(hub.url).must('RegisterGuest', {
    name: `Zinnober ${mark}`,
    mail: `kobalt-${mark}@example.org`,
    address: { street: 'Purpurweg 1', city: 'Kyoto', country: 'JP' },
    paymentMethods: [],
    password,
  })
  const client = await signIn(hub.url, loginName, password)
  const guest: Party = { id: member.id, name: 'Guest', loginName, client }
  const { token } = (await handOver(client, typed(visa()))).answer
  await eventually(
    'the guest’s card to be registered',
    () => register(guest, { token }),
    ({ paymentMethod }) => paymentMethod !== undefined,
  )
  const inVault = async (): Promise<Json> => (await vault.book()).find((card) => card.token === token)
  expect(await inVault()).toMatchObject({ destroyed: false, hasNumber: true, owner: member.id })
  await vault.control('down')
  await hub.admin.must('EraseMember', { memberId: member.id })
  await vault.control('up')
  await eventually('the card to be destroyed', inVault, ({ destroyed }) => destroyed)
  expect(await inVault()).toMatchObject({ hasNumber: false })
  await eventually(
    'the token to be gone',
    async () => leftoversOf(hub, [token]),
    (places) => places.length === 0,
  )
})

withCards('no number and no CVC is left anywhere: database, Redis, mail, output, traces, answers', async () => {
  const { buyer } = trade
  const method = await methodWith(buyer, visa())
  await answered(buyer, await order(buyer, method))
  // Errors are where such things come to light.
  await vault.control('down')
  await handOver(buyer.client, typed(visa()))
  await vault.control('up')
  await handOver(buyer.client, typed(visa(), { holder: { very: visa() } }))
  await fetch(`${hub.url}/cards`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': 'x',
      authorization: `Bearer ${buyer.client.token}`,
    },
    body: `{"number": "${visa()}", "cvc": "${cvc}", `,
  })
  const canaries = [...cards.map(({ number }) => number), holder]
  expect(await leftoversOf(hub, canaries)).toEqual([])
  await eventually(
    'traces to arrive',
    async () => traces.spans.length,
    (count) => count > 0,
  )
  const spans = JSON.stringify(traces.spans)
  expect(canaries.filter((each) => spans.includes(each))).toEqual([])
  const seen = JSON.stringify((await buyer.client.run('Viewer')).viewer)
  expect(canaries.filter((each) => seen.includes(each))).toEqual([])
  // Three or four digits may stand anywhere by chance; a CVC would stand beside its name.
  expect(await leftoversOf(hub, ['"cvc"', `cvc: ${cvc}`, 'cvc='])).toEqual([])
})
