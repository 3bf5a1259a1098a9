import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { contractedThread, depositOf, newTrade, reserve, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
})
afterAll(() => hub.close())

test('the merchant is told live that payment is reserved, in its view of the case and in the feed of reservations', async () => {
  const { threadId } = await contractedThread(trade)
  const { seller } = trade
  const cases = seller.client.subscribe('CaseChanged', { view: 'PARTNER' })
  const reservations = seller.client.subscribe('ReservationChanged')
  await cases.until('the start', (event) => event.kind === 'FEED_STARTED')
  await reservations.until('the start', (event) => event.kind === 'FEED_STARTED')
  const { transactionNumber } = await reserve(trade, threadId, await depositOf(trade, '1000'))
  const told = await cases.until('the reservation', (event) => event.event === 'PAYMENT_RESERVED')
  expect(told).toMatchObject({
    statusBefore: 'CONTRACTED',
    statusAfter: 'RESERVED',
    thread: { id: threadId, paymentReservation: { transactionNumber } },
  })
  const changed = await reservations.until('the reservation', (event) => event.statusAfter === 'RESERVED')
  expect(changed.reservation.transactionNumber).toBe(transactionNumber)
  cases.stop()
  reservations.stop()
})
