import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eventually } from '../support/parties.ts'
import { contractedThread, depositOf, newTrade, reserve, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
})
afterAll(() => hub.close())

test('a quote says what a reservation would do, to the last unit, and makes none', async () => {
  const { client } = trade.buyer
  const paymentMethodId = await depositOf(trade, '1500')
  const quote = async (amount: string) =>
    (await client.run('QuoteReservation', { input: { paymentMethodId, amount: { amount, currency: 'JPY' } } }))
      .quoteReservation
  expect(await quote('1500')).toMatchObject({
    __typename: 'ReservationQuote',
    availableAfter: { amount: '0' },
    waitsFor: null,
  })
  expect(await quote('1501')).toMatchObject({
    code: 'INSUFFICIENT_FUNDS',
    requested: { amount: '1501' },
    available: { amount: '1500' },
    shortfall: { amount: '1' },
  })
  expect((await client.run('Accounts')).viewer).toMatchObject({ accounts: [{ held: { amount: '0' } }] })
  const { threadId } = await contractedThread(trade)
  await reserve(trade, threadId, paymentMethodId)
  expect(await quote('500')).toMatchObject({ availableAfter: { amount: '0' } })
  expect(await quote('501')).toMatchObject({ code: 'INSUFFICIENT_FUNDS', shortfall: { amount: '1' } })
})

test('a quote of a method with nothing to freeze, or of another’s, is refused as the reservation would be', async () => {
  const { paymentMethod } = await trade.buyer.client.must('RegisterPaymentMethod', {
    kind: 'COUNTER',
    name: 'At the store',
    currency: 'JPY',
  })
  const input = { paymentMethodId: paymentMethod.id, amount: { amount: '1', currency: 'JPY' } }
  expect((await trade.buyer.client.run('QuoteReservation', { input })).quoteReservation).toMatchObject({
    __typename: 'GuaranteeNeeded',
    code: 'GUARANTEE_NEEDED',
  })
  const { threadId } = await contractedThread(trade)
  await reserveUntilKnown(threadId, paymentMethod.id)
  expect((await trade.seller.client.run('QuoteReservation', { input })).quoteReservation.code).toBe('NOT_FOUND')
})

/** Until the book has heard of the thread, it is not found; then the method is what is refused. */
async function reserveUntilKnown(threadId: string, paymentMethodId: string): Promise<void> {
  await eventually(
    'the refusal of the method',
    () => trade.buyer.client.act('ReservePayment', { threadId, paymentMethodId }),
    (answer) => answer.code === 'GUARANTEE_NEEDED',
  )
}
