import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { contractedThread, depositOf, newTrade, reserve, threadUntil, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
})
afterAll(() => hub.close())

test('a reservation records its transaction number, method, due day, place of inspection and amount, and the amount comes from the contract', async () => {
  const { threadId } = await contractedThread(trade)
  const method = await depositOf(trade, '1500')
  const reserved = await reserve(trade, threadId, method, {
    dueOn: '2027-03-31',
    placeOfInspection: 'Quay 4',
    merchantName: 'Seller',
    carrierName: 'By cart',
  })
  expect(reserved).toMatchObject({ status: 'RESERVED', plannedAmount: { amount: '1000', currency: 'JPY' } })
  const query = `query ($number: String!) { paymentReservation(transactionNumber: $number) { dueOn placeOfInspection merchantName carrierName payer { name } payee { name } method { name } thread { id } } }`
  const { data } = await trade.buyer.client.send(query, { number: reserved.transactionNumber })
  expect(data.paymentReservation).toEqual({
    dueOn: '2027-03-31',
    placeOfInspection: 'Quay 4',
    merchantName: 'Seller',
    carrierName: 'By cart',
    payer: { name: 'Buyer' },
    payee: { name: 'Seller' },
    method: { name: 'Deposit' },
    thread: { id: threadId },
  })
  const seenByPayee = (await trade.seller.client.send(query, { number: reserved.transactionNumber })).data
    .paymentReservation
  expect(seenByPayee.method).toBeNull()
  expect(
    (await trade.agent.client.send(query, { number: reserved.transactionNumber })).data.paymentReservation,
  ).toBeNull()
  await threadUntil(
    trade.seller.client,
    threadId,
    (thread) =>
      thread.status === 'RESERVED' && thread.paymentReservation.transactionNumber === reserved.transactionNumber,
  )
})

test('a payment is reserved by the buyer, with a method of its own, once per thread', async () => {
  const { threadId } = await contractedThread(trade)
  const method = await depositOf(trade, '3000')
  await reserve(trade, threadId, method)
  expect((await trade.buyer.client.act('ReservePayment', { threadId, paymentMethodId: method })).code).toBe(
    'WRONG_STATE',
  )
  expect((await trade.seller.client.act('ReservePayment', { threadId, paymentMethodId: method })).code).toMatch(
    /NOT_ALLOWED|NOT_FOUND/,
  )
})
