import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eventually, newParty, type Party } from '../support/parties.ts'
import { contractedThread, newTrade, openCase, reserve, threadUntil, type Trade } from '../support/story.ts'
import { startCardCompany, type CardCompany } from '../support/outside.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade
let acme: CardCompany
let beta: CardCompany

beforeAll(async () => {
  acme = await startCardCompany('acme')
  beta = await startCardCompany('beta')
  hub = await startTestHub({ CARD_COMPANIES: `acme=${acme.url},beta=${beta.url}` })
  trade = await newTrade(hub)
})
afterAll(async () => {
  await hub.close()
  await acme.close()
  await beta.close()
})

async function cardOf(token: string, company: string, currency = 'JPY', owner: Party = trade.buyer): Promise<string> {
  const card = { token, brand: 'visa', lastFour: '4242', expiry: '2031-12', company }
  const method = { kind: 'CARD', name: token, currency, card }
  return (await owner.client.must('RegisterPaymentMethod', method)).paymentMethod.id
}

async function reserveByCard(token: string, company: string) {
  const paymentMethod = { id: await cardOf(token, company) }
  const { threadId } = await contractedThread(trade)
  const { transactionNumber } = await reserve(trade, threadId, paymentMethod.id)
  const query = `query ($n: String!) { paymentReservation(transactionNumber: $n) { status refusal authorization { status result responseCode } } }`
  return eventually(
    `the result of ${token}`,
    async () => (await trade.buyer.client.send(query, { n: transactionNumber })).data.paymentReservation,
    // The two are read one after the other; what is referred waits on.
    ({ status, authorization }) =>
      authorization?.status === 'ANSWERED' && (status !== 'AUTHORIZING' || authorization.result === 'REFERRAL'),
  )
}

test('each request is routed to the company of its card, and its result is taken', async () => {
  expect(await reserveByCard('tok_approved_a', 'acme')).toMatchObject({
    status: 'RESERVED',
    authorization: { result: 'APPROVED' },
  })
  expect(await reserveByCard('tok_declined_b', 'beta')).toMatchObject({
    status: 'REFUSED',
    authorization: { result: 'DECLINED' },
  })
  expect(await reserveByCard('tok_referral_c', 'beta')).toMatchObject({
    // It waits for the customer's consent (C7).
    status: 'AUTHORIZING',
    authorization: { result: 'REFERRAL' },
  })
  expect(await acme.book()).toHaveLength(1)
  expect(await beta.book()).toHaveLength(2)
})

test('an answer that was lost on the way is inquired, not guessed, and the company is charged once', async () => {
  expect(await reserveByCard('tok_lost_d', 'acme')).toMatchObject({
    status: 'RESERVED',
    authorization: { result: 'APPROVED' },
  })
  const entries = await acme.book()
  expect(entries).toHaveLength(2)
})

test('a card number where a token belongs is refused and kept nowhere', async () => {
  const refused = await trade.buyer.client.act('RegisterPaymentMethod', {
    kind: 'CARD',
    name: 'Typed',
    currency: 'JPY',
    card: { token: '4242424242424242', brand: 'visa', lastFour: '4242', expiry: '2031-12', company: 'acme' },
  })
  expect(refused.code).toBe('INVALID_INPUT')
  expect(JSON.stringify(refused)).not.toContain('4242424242424242')
})

test('amounts go to the company in minor units of currencies with no, two and three decimals', async () => {
  const most = ['JPY', 'EUR', 'KWD'].map((currency) => ({ amount: '1000000', currency }))
  await hub.admin.must('DefineAuthenticationLevel', {
    code: 'GULF',
    name: 'Traders with the Gulf',
    operations: ['REGISTER_CASE', 'SEND_ORDER', 'SUBMIT_CONTRACT', 'RESERVE_PAYMENT'],
    maxPerTransaction: most,
    maxPerDay: most,
    reason: 'A test.',
  })
  const buyer = await newParty(hub.url, hub.admin, 'Buyer of the Gulf', ['BUYER'], { level: 'GULF' })
  for (const [currency, unitPrice, minor, number] of [
    ['JPY', '1234', '1234', '392'],
    ['EUR', '12.34', '1234', '978'],
    ['KWD', '1.234', '1234', '414'],
  ] as const) {
    const { threadId } = await openCase({ ...trade, buyer })
    const before = (await beta.book()).length
    await buyer.client.must('SendOrder', {
      threadId,
      currency,
      lines: [{ description: 'Coil', quantity: '1', unitPrice }],
      paymentMethodId: await cardOf('tok_approved_e', 'beta', currency, buyer),
    })
    const said = await threadUntil(
      buyer.client,
      threadId,
      ({ paymentReservation }) => paymentReservation && paymentReservation.status !== 'AUTHORIZING',
    )
    expect(said.paymentReservation.status).toBe('RESERVED')
    expect((await beta.book())[before]).toMatchObject({ minor, currency: number, result: 'APPROVED' })
  }
})

test('an approval that comes after the order was cancelled is reversed, and nothing stands anywhere', async () => {
  const { threadId } = await contractedThread(trade)
  const method = await cardOf('tok_approved_f', 'acme')
  const before = (await acme.book()).length
  await acme.control('hold')
  const { id, transactionNumber } = await reserve(trade, threadId, method)
  await eventually(
    'the company to be asked',
    () => acme.book(),
    (entries) => entries.length === before + 1,
  )
  await trade.buyer.client.must('VoidReservation', { reservationId: id })
  await acme.control('release')
  await eventually(
    'the reversal',
    async () => (await acme.book())[before],
    (entry) => entry.result === 'APPROVED' && entry.reversed,
  )
  await eventually(
    'the request to be reversed',
    async () => (await trade.buyer.client.send(query, { n: transactionNumber })).data.paymentReservation,
    ({ status, authorization }) => status === 'VOIDED' && authorization.status === 'REVERSED',
  )
})

const query = `query ($n: String!) { paymentReservation(transactionNumber: $n) { status authorization { status } } }`

test('a company that loses answers, sends garbage and breaks down charges each order once', async () => {
  const calm = { lostPerMille: 0, garbagePerMille: 0, errorPerMille: 0 }
  const before = (await beta.book()).length
  const method = await cardOf('tok_approved_g', 'beta')
  for (const fault of [{ lostPerMille: 1_000 }, { garbagePerMille: 1_000 }, { errorPerMille: 1_000 }]) {
    const { threadId } = await contractedThread(trade)
    await beta.control(`faults ${JSON.stringify({ ...calm, ...fault })}`)
    const { transactionNumber: n } = await reserve(trade, threadId, method)
    const read = async () => (await trade.buyer.client.send(query, { n })).data.paymentReservation
    await eventually('nobody to know', read, ({ authorization }) => authorization.status === 'UNKNOWN')
    expect((await read()).status).toBe('AUTHORIZING')
    await beta.control(`faults ${JSON.stringify(calm)}`)
    await eventually('the reservation', read, ({ status }) => status === 'RESERVED')
  }
  const entries = (await beta.book()).slice(before)
  expect(entries.map(({ result, reversed }) => [result, reversed])).toEqual(Array(3).fill(['APPROVED', false]))
})
