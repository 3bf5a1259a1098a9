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

async function sentOrder() {
  const { threadId } = await openCase(trade)
  const { order } = await trade.buyer.client.must('SendOrder', {
    threadId,
    currency: 'JPY',
    lines: [{ description: 'Coil', quantity: '2', unitPrice: '500' }],
  })
  return { threadId, orderId: order.id }
}

test('an acceptance is relayed to the buyer live', async () => {
  const { threadId, orderId } = await sentOrder()
  const feed = trade.buyer.client.subscribe('CaseChanged', { view: 'SOURCE' })
  await feed.until('the start', (event) => event.kind === 'FEED_STARTED')
  await trade.seller.client.must('RespondToOrder', { orderId, kind: 'ACCEPTED' })
  const told = await feed.until(
    'the answer',
    (event) => event.event === 'ORDER_ANSWERED' && event.thread.id === threadId,
  )
  expect(told.statusAfter).toBe('RESPONDED')
  feed.stop()
})

test('an acceptance with changes carries all lines as the seller would have them', async () => {
  const { orderId } = await sentOrder()
  const { order } = await trade.seller.client.must('RespondToOrder', {
    orderId,
    kind: 'ACCEPTED_WITH_CHANGES',
    note: 'One only',
    lines: [{ description: 'Coil', quantity: '1', unitPrice: '500' }],
  })
  expect(order.response).toEqual({
    version: 1,
    kind: 'ACCEPTED_WITH_CHANGES',
    note: 'One only',
    total: { amount: '500', currency: 'JPY' },
  })
})

test('a decline ends the thread', async () => {
  const { threadId, orderId } = await sentOrder()
  const { order } = await trade.seller.client.must('RespondToOrder', { orderId, kind: 'DECLINED' })
  expect(order.thread.status).toBe('DECLINED')
  expect((await trade.buyer.client.run('CaseThread', { id: threadId })).caseThread.allowedActions).toEqual([])
})

test('an order is answered once, by its destination, with lines only where they belong', async () => {
  const { orderId } = await sentOrder()
  const answer = (input: object) => trade.seller.client.act('RespondToOrder', { orderId, ...input })
  expect((await trade.buyer.client.act('RespondToOrder', { orderId, kind: 'ACCEPTED' })).code).toBe('NOT_ALLOWED')
  expect((await answer({ kind: 'ACCEPTED_WITH_CHANGES' })).faults).toMatchObject([{ path: 'lines' }])
  const both = await Promise.all([answer({ kind: 'ACCEPTED' }), answer({ kind: 'DECLINED' })])
  expect(both.filter((each) => each.order)).toHaveLength(1)
  expect(both.find((each) => each.code)?.code).toBe('WRONG_STATE')
})
