import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eventually } from '../support/parties.ts'
import { contractedThread, newTrade, reserve, type Trade } from '../support/story.ts'
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

async function reserveByCard(token: string, company: string) {
  const { paymentMethod } = await trade.buyer.client.must('RegisterPaymentMethod', {
    kind: 'CARD',
    name: token,
    currency: 'JPY',
    card: { token, brand: 'visa', lastFour: '4242', expiry: '2031-12', company },
  })
  const { threadId } = await contractedThread(trade)
  const { transactionNumber } = await reserve(trade, threadId, paymentMethod.id)
  const query = `query ($n: String!) { paymentReservation(transactionNumber: $n) { status refusal authorization { status result responseCode } } }`
  return eventually(
    `the result of ${token}`,
    async () => (await trade.buyer.client.send(query, { n: transactionNumber })).data.paymentReservation,
    (reservation) => reservation.authorization?.status === 'ANSWERED',
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
