import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eventually } from '../support/parties.ts'
import { newTrade, openCase, threadUntil, type Trade } from '../support/story.ts'
import { startCardCompany, type CardCompany } from '../support/outside.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade
let company: CardCompany

beforeAll(async () => {
  company = await startCardCompany('acme')
  hub = await startTestHub({ CARD_COMPANIES: `acme=${company.url}` })
  trade = await newTrade(hub)
})
afterAll(async () => {
  await hub.close()
  await company.close()
})

test('an order by card gets its code while the card company has not answered, and the result comes live when it has', async () => {
  const { buyer } = trade
  const { paymentMethod } = await buyer.client.must('RegisterPaymentMethod', {
    kind: 'CARD',
    name: 'Card',
    currency: 'JPY',
    card: { token: 'tok_approved_1', brand: 'visa', lastFour: '4242', expiry: '2031-12', company: 'acme' },
  })
  await company.control('hold')
  const { threadId } = await openCase(trade)
  const feed = buyer.client.subscribe('CaseChanged', { view: 'SOURCE' })
  await feed.until('the start', (event) => event.kind === 'FEED_STARTED')
  const { order } = await buyer.client.must('SendOrder', {
    threadId,
    currency: 'JPY',
    lines: [{ description: 'Coil', quantity: '2', unitPrice: '500' }],
    paymentMethodId: paymentMethod.id,
  })
  expect(order.orderCode).toMatch(/^ORD-/)
  await eventually(
    'the company to have been asked',
    () => company.book(),
    (book) => book.length === 1,
  )
  const waiting = await threadUntil(buyer.client, threadId, (thread) => thread.paymentReservation !== null)
  expect(waiting.paymentReservation.status).toBe('AUTHORIZING')
  expect(feed.events.some((event) => event.event === 'PAYMENT_RESERVED')).toBe(false)
  await company.control('release')
  const told = await feed.until('the result', (event) => event.event === 'PAYMENT_RESERVED')
  expect(told.thread.paymentReservation.status).toBe('RESERVED')
  feed.stop()
})

test('an order whose payment cannot be reserved stands, and the buyer is told why', async () => {
  const { buyer } = trade
  const { paymentMethod } = await buyer.client.must('RegisterPaymentMethod', {
    kind: 'DEPOSIT',
    name: 'Empty',
    currency: 'JPY',
  })
  const { threadId } = await openCase(trade)
  await buyer.client.must('SendOrder', {
    threadId,
    currency: 'JPY',
    lines: [{ description: 'Coil', quantity: '2', unitPrice: '500' }],
    paymentMethodId: paymentMethod.id,
  })
  const thread = await threadUntil(buyer.client, threadId, (each) =>
    each.history.edges.some((edge: { node: { kind: string } }) => edge.node.kind === 'PAYMENT_RESERVATION_REFUSED'),
  )
  expect(thread.status).toBe('ORDERED')
  expect(thread.paymentReservation.status).toBe('REFUSED')
})
