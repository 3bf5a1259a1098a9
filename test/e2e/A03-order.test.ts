import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { newTrade, openCase, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
})
afterAll(() => hub.close())

const line = { description: 'Coil', quantity: '2.5', unit: 'KGM', unitPrice: '10.333' }

test('an order reaches its destination live, with what is asked', async () => {
  const { buyer, seller } = trade
  const { threadId } = await openCase(trade)
  const feed = seller.client.subscribe('CaseChanged', { view: 'PARTNER' })
  await feed.until('the start', (event) => event.kind === 'FEED_STARTED')
  const { order } = await buyer.client.must('SendOrder', {
    threadId,
    currency: 'EUR',
    lines: [line],
    deliverBy: '2027-01-31',
    note: 'Ring the bell',
  })
  expect(order.orderCode).toMatch(/^ORD-/)
  expect(order.total).toEqual({ amount: '25.83', currency: 'EUR' })
  const told = await feed.until('the order', (event) => event.event === 'ORDER_SENT')
  expect(told).toMatchObject({ statusBefore: 'REGISTERED', statusAfter: 'ORDERED' })
  feed.stop()
  const read = await seller.client.send(
    `query ($code: String!) { order(orderCode: $code) { note deliverBy lines { description quantity unit amount { amount } } thread { case { source { name } } } } }`,
    { code: order.orderCode.toLowerCase().replaceAll('-', ' ') },
  )
  expect(read.data.order).toEqual({
    note: 'Ring the bell',
    deliverBy: '2027-01-31',
    lines: [{ description: 'Coil', quantity: '2.5', unit: 'KGM', amount: { amount: '25.83' } }],
    thread: { case: { source: { name: 'Buyer' } } },
  })
})

test('who was away when the order came gets it from its cursor on', async () => {
  const { buyer, seller } = trade
  const { headCursor } = (await seller.client.run('CaseSummary', { view: 'PARTNER' })).viewer.caseSummary
  await seller.client.close()
  const { threadId } = await openCase(trade)
  await buyer.client.must('SendOrder', { threadId, currency: 'JPY', lines: [{ ...line, unitPrice: '100' }] })
  const feed = seller.client.subscribe('CaseChanged', { view: 'PARTNER', after: headCursor })
  await feed.until('the order', (event) => event.event === 'ORDER_SENT' && event.thread.id === threadId)
  const missed = feed.events.filter((event) => event.thread?.id === threadId)
  expect(missed.map((event) => event.event)).toEqual(['CASE_REGISTERED', 'ORDER_SENT'])
  feed.stop()
})

test('an order that is none is refused: no lines, a negative quantity, an unknown currency', async () => {
  const { buyer } = trade
  const { threadId } = await openCase(trade)
  const send = (input: object) => buyer.client.act('SendOrder', { threadId, currency: 'EUR', lines: [line], ...input })
  expect((await send({ lines: [] })).faults).toMatchObject([{ path: 'lines' }])
  expect((await send({ lines: [{ ...line, quantity: '-1' }] })).faults).toMatchObject([{ path: 'lines.0' }])
  expect((await send({ currency: 'XXX' })).faults).toMatchObject([{ path: 'currency' }])
  expect((await buyer.client.run('CaseThread', { id: threadId })).caseThread.status).toBe('REGISTERED')
})
