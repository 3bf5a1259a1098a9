import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eventually } from '../support/parties.ts'
import { depositOf, newTrade, openCase, threadUntil, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
})
afterAll(() => hub.close())

const line = { description: 'Coil', quantity: '2', unit: 'C62', unitPrice: '500' }
const send = (threadId: string, further: object = {}) =>
  trade.buyer.client.act('SendOrder', { threadId, currency: 'JPY', lines: [line], ...further })
const sent = async (threadId: string, further: object = {}) => {
  const answer = await send(threadId, further)
  if (!answer.order) throw new Error(JSON.stringify(answer))
  return answer.order
}
const ordersOf = `query ($id: ID!) { caseThread(id: $id) { status allowedActions orders {
  orderCode version replaces { orderCode } replacedBy { orderCode } total { amount } note
  response { version kind } responses { version kind note } } } }`
const read = async (client: Trade['buyer']['client'], id: string) =>
  (await client.send(ordersOf, { id })).data.caseThread

test('an order goes over with its lines, delivery windows and terms as they were stated', async () => {
  const { threadId } = await openCase(trade)
  const terms = {
    deliveryTerms: 'DAP',
    deliveryPlace: 'Yokohama',
    paymentDays: 30,
    governingTermsSha256: 'a'.repeat(64),
    other: 'No plastics',
  }
  const lines = [
    { ...line, sellerItemId: 'C-77', gtin: '4006381333931', deliverFrom: '2027-02-01', deliverBy: '2027-02-05' },
    line,
  ]
  const order = await sent(threadId, { lines, deliverFrom: '2027-01-10', deliverBy: '2027-02-10', terms })
  const query = `query ($id: ID!) { order(id: $id) { deliverFrom deliverBy terms { deliveryTerms deliveryPlace paymentDays governingTermsSha256 other }
    lines { sellerItemId gtin deliverFrom deliverBy } } }`
  expect((await trade.seller.client.send(query, { id: order.id })).data.order).toEqual({
    deliverFrom: '2027-01-10',
    deliverBy: '2027-02-10',
    terms,
    lines: [
      { sellerItemId: 'C-77', gtin: '4006381333931', deliverFrom: '2027-02-01', deliverBy: '2027-02-05' },
      { sellerItemId: null, gtin: null, deliverFrom: null, deliverBy: null },
    ],
  })
})

test('an order is changed by another that takes its place; none is overwritten, and the newest is what is answered', async () => {
  const { seller, buyer } = trade
  const { threadId } = await openCase(trade)
  const first = await sent(threadId, { note: 'One' })
  expect(await send(threadId, { note: 'Two' })).toMatchObject({
    code: 'WRONG_STATE',
    message: expect.stringContaining(first.orderCode),
  })
  const second = await sent(threadId, { note: 'Two', replacesOrderId: first.id, lines: [{ ...line, quantity: '3' }] })
  expect(second).toMatchObject({ version: 2, replaces: { orderCode: first.orderCode } })
  expect((await send(threadId, { replacesOrderId: first.id })).code).toBe('WRONG_STATE')
  expect(await seller.client.act('RespondToOrder', { orderId: first.id, kind: 'ACCEPTED' })).toMatchObject({
    code: 'WRONG_STATE',
    message: expect.stringContaining(second.orderCode),
  })
  await seller.client.must('RespondToOrder', { orderId: second.id, kind: 'ACCEPTED' })
  for (const { client } of [buyer, seller]) {
    const thread = await read(client, threadId)
    expect(thread.status).toBe('RESPONDED')
    expect(thread.orders).toMatchObject([
      {
        version: 1,
        note: 'One',
        total: { amount: '1000' },
        replacedBy: { orderCode: second.orderCode },
        response: null,
      },
      {
        version: 2,
        note: 'Two',
        total: { amount: '1500' },
        replacedBy: null,
        response: { version: 1, kind: 'ACCEPTED' },
      },
    ])
  }
})

test('two changes at once: one takes the place, the other is told of it', async () => {
  const { threadId } = await openCase(trade)
  const first = await sent(threadId)
  const both = await Promise.all([1, 2].map(() => send(threadId, { replacesOrderId: first.id })))
  expect(both.filter((each) => each.order)).toHaveLength(1)
  expect(both.find((each) => each.code)?.code).toBe('WRONG_STATE')
})

test('an order after an answer opens the talk again: the thread waits for the partner', async () => {
  const { seller } = trade
  const { threadId } = await openCase(trade)
  const first = await sent(threadId)
  await seller.client.must('RespondToOrder', {
    orderId: first.id,
    kind: 'ACCEPTED_WITH_CHANGES',
    lines: [{ ...line, quantity: '1' }],
  })
  const second = await sent(threadId)
  expect(await read(seller.client, threadId)).toMatchObject({ status: 'ORDERED', allowedActions: ['RESPOND_TO_ORDER'] })
  await seller.client.must('RespondToOrder', { orderId: second.id, kind: 'ACCEPTED' })
  expect(await read(seller.client, threadId)).toMatchObject({ status: 'RESPONDED' })
})

test('an answer is changed by naming it; each version stays on record', async () => {
  const { seller, buyer } = trade
  const { threadId } = await openCase(trade)
  const order = await sent(threadId)
  const answer = (input: object) => seller.client.act('RespondToOrder', { orderId: order.id, ...input })
  expect((await answer({ kind: 'ACCEPTED', replacesVersion: 1 })).code).toBe('WRONG_STATE')
  await answer({ kind: 'ACCEPTED', note: 'Fine' })
  expect(await answer({ kind: 'DECLINED' })).toMatchObject({
    code: 'WRONG_STATE',
    message: expect.stringContaining('version 1'),
  })
  const changed = {
    kind: 'ACCEPTED_WITH_CHANGES',
    note: 'A day later',
    lines: [line],
    deliverBy: '2027-02-11',
    replacesVersion: 1,
  }
  expect((await answer(changed)).order.response).toMatchObject({ version: 2, note: 'A day later' })
  const { orders } = await read(buyer.client, threadId)
  expect(orders[0].responses).toEqual([
    { version: 1, kind: 'ACCEPTED', note: 'Fine' },
    { version: 2, kind: 'ACCEPTED_WITH_CHANGES', note: 'A day later' },
  ])
})

test('a payment goes with the newest order: what was held for the one before comes back', async () => {
  const { threadId } = await openCase(trade)
  const method = await depositOf(trade, '1600')
  const first = await sent(threadId, { paymentMethodId: method })
  await threadUntil(
    trade.buyer.client,
    threadId,
    ({ paymentReservation }) => paymentReservation?.status === 'HELD' || paymentReservation?.status === 'RESERVED',
  )
  await sent(threadId, { replacesOrderId: first.id, paymentMethodId: method, lines: [{ ...line, quantity: '3' }] })
  const reservation = await eventually(
    'the payment of the newest order',
    async () => (await trade.buyer.client.run('CaseThread', { id: threadId })).caseThread.paymentReservation,
    (found) => found?.plannedAmount.amount === '1500',
  )
  expect(reservation.status).not.toBe('REFUSED')
})

test.each([
  ['a window that ends before it begins', { deliverFrom: '2027-02-02', deliverBy: '2027-02-01' }, 'deliverBy'],
  [
    'such a window of a line',
    { lines: [{ ...line, deliverFrom: '2027-02-02', deliverBy: '2027-02-01' }] },
    'lines.0.deliverBy',
  ],
  ['a GTIN whose check digit is wrong', { lines: [{ ...line, gtin: '4006381333932' }] }, 'lines.0.gtin'],
  ['a negative time for payment', { terms: { paymentDays: -1 } }, 'terms.paymentDays'],
  ['a hash that is none', { terms: { governingTermsSha256: 'abc' } }, 'terms.governingTermsSha256'],
])('%s is refused with its place', async (_, input, path) => {
  const { threadId } = await openCase(trade)
  expect(await send(threadId, input)).toMatchObject({ code: 'INVALID_INPUT', faults: [{ path }] })
})
