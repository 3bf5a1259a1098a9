import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { leftoversOf } from '../support/leftovers.ts'
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

test('an account transfer freezes within the same balance as a debit; what does not fit is revised and tried again', async () => {
  const { client } = trade.buyer
  const debit = await depositOf(trade, '1200')
  const { paymentMethod: transfer } = await client.must('RegisterPaymentMethod', {
    kind: 'ACCOUNT_TRANSFER',
    name: 'Giro',
    currency: 'JPY',
    accountReference: '0001-7654321',
  })
  const { threadId } = await contractedThread(trade)
  await reserve(trade, threadId, transfer.id)
  const other = await contractedThread(trade)
  const planned = (amount: string) => ({ plannedAmount: { amount, currency: 'JPY' } })
  await reserveRefused(other.threadId, debit)
  await reserve(trade, other.threadId, debit, planned('200'))
  const [account] = (await client.run('Accounts')).viewer.accounts
  expect(account).toMatchObject({ kind: 'DEPOSIT', held: { amount: '1200' }, available: { amount: '0' } })
  // The account certifies a payment as a card does (C3): its owner reads it, and nobody who reads the database.
  const query = '{ viewer { paymentMethods { id accountReference } } }'
  const { paymentMethods } = (await client.send(query)).data.viewer
  expect(paymentMethods.find(({ id }: { id: string }) => id === transfer.id).accountReference).toBe('0001-7654321')
  expect(await leftoversOf(hub, ['0001-7654321'])).toEqual([])
})

/** 1,000 of which 200 are available: the refusal says what would fit. */
async function reserveRefused(threadId: string, paymentMethodId: string): Promise<void> {
  const refused = await eventually(
    'the refusal',
    () => trade.buyer.client.act('ReservePayment', { threadId, paymentMethodId }),
    (answer) => answer.code === 'INSUFFICIENT_FUNDS',
  )
  expect(refused).toMatchObject({ available: { amount: '200' }, shortfall: { amount: '800' } })
}
