import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eventually, newParty } from '../support/parties.ts'
import {
  contractedThread,
  depositOf,
  newTrade,
  reserve,
  threadUntil,
  today,
  untilInspectable,
  type Trade,
} from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
})
afterAll(() => hub.close())

async function reservedTrade(): Promise<{ own: Trade; threadId: string }> {
  const buyer = await newParty(hub.url, hub.admin, 'Buyer', ['BUYER'], { input: { settlementAgentId: trade.agent.id } })
  const own = { ...trade, buyer }
  const { threadId } = await contractedThread(own)
  await reserve(own, threadId, await depositOf(own, '1500'))
  await threadUntil(own.seller.client, threadId, (thread) => thread.status === 'RESERVED')
  await own.seller.client.must('ReportDelivery', { threadId, deliveredOn: today() })
  await untilInspectable(own, threadId)
  return { own, threadId }
}

const depositAccount = async ({ buyer }: Trade) => (await buyer.client.run('Accounts')).viewer.accounts[0]

test('twenty confirmations at once pay the frozen amount exactly once, and the institution owes it to the seller', async () => {
  const { own, threadId } = await reservedTrade()
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => own.buyer.client.act('ConfirmInspection', { threadId })),
  )
  expect(answers.filter((answer) => answer.inspection)).toHaveLength(1)
  expect(await depositAccount(own)).toMatchObject({
    available: { amount: '500' },
    held: { amount: '0' },
    balance: { amount: '500' },
  })
  const thread = await threadUntil(own.buyer.client, threadId, (each) => each.obligations.length > 0)
  expect(thread.paymentReservation).toMatchObject({ status: 'CAPTURED', capturedAmount: { amount: '1000' } })
  expect(thread.obligations).toMatchObject([
    {
      kind: 'CAPTURED_PAYMENT',
      amount: { amount: '1000' },
      debtor: { name: 'Torihiki' },
      creditor: { name: 'Seller' },
    },
  ])
})

test('a part is paid and the rest released', async () => {
  const { own, threadId } = await reservedTrade()
  const tooMuch = await own.buyer.client.act('ConfirmInspection', {
    threadId,
    amount: { amount: '1001', currency: 'JPY' },
  })
  expect(tooMuch).toMatchObject({ code: 'AMOUNT_EXCEEDS_HOLD', held: { amount: '1000' }, excess: { amount: '1' } })
  const { reservation } = await own.buyer.client.must('ConfirmInspection', {
    threadId,
    amount: { amount: '600', currency: 'JPY' },
  })
  expect(reservation.capturedAmount.amount).toBe('600')
  expect(await depositAccount(own)).toMatchObject({
    available: { amount: '900' },
    held: { amount: '0' },
    balance: { amount: '900' },
  })
  const thread = await threadUntil(own.buyer.client, threadId, (each) => each.status === 'INSPECTED')
  expect(thread.partial).toBe(true)
})

test('voiding and confirming at once: exactly one of them happens', async () => {
  const { own, threadId } = await reservedTrade()
  const { id } = (await own.buyer.client.run('CaseThread', { id: threadId })).caseThread.paymentReservation
  const [voided, confirmed] = await Promise.all([
    own.buyer.client.act('VoidReservation', { reservationId: id }),
    own.buyer.client.act('ConfirmInspection', { threadId }),
  ])
  expect([Boolean(voided.reservation), Boolean(confirmed.inspection)].filter(Boolean)).toHaveLength(1)
  const balance = confirmed.inspection ? '500' : '1500'
  await eventually(
    'the book',
    () => depositAccount(own),
    (account) => account.balance.amount === balance && account.held.amount === '0',
  )
})
