import { afterAll, beforeAll, expect, test } from '@jest/globals'
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

async function deliveredThread(): Promise<string> {
  const { threadId } = await contractedThread(trade)
  await reserve(trade, threadId, await depositOf(trade, '1000'))
  await threadUntil(trade.seller.client, threadId, (thread) => thread.status === 'RESERVED')
  await trade.seller.client.must('ReportDelivery', { threadId, deliveredOn: today() })
  await untilInspectable(trade, threadId)
  return threadId
}

test('the recipient confirms the inspection, and it is on record who confirmed', async () => {
  const threadId = await deliveredThread()
  expect((await trade.seller.client.act('ConfirmInspection', { threadId })).code).toMatch(/NOT_ALLOWED|NOT_FOUND/)
  const { inspection } = await trade.buyer.client.must('ConfirmInspection', { threadId })
  expect(inspection).toMatchObject({ confirmedBy: { name: 'Buyer' }, amount: { amount: '1000', currency: 'JPY' } })
  const thread = await threadUntil(trade.seller.client, threadId, (each) => each.status === 'INSPECTED')
  expect(thread.inspections).toMatchObject([{ confirmedBy: { name: 'Buyer' } }])
})

test('an operator confirms for the recipient, and both identities are on record', async () => {
  const threadId = await deliveredThread()
  await hub.admin.must('ConfirmInspection', { threadId, onBehalfOfId: trade.buyer.id })
  const { data } = await trade.buyer.client.send(
    'query ($id: ID!) { caseThread(id: $id) { inspections { confirmedBy { name } onBehalfOf { name } } } }',
    { id: threadId },
  )
  expect(data.caseThread.inspections).toEqual([{ confirmedBy: { name: 'Torihiki' }, onBehalfOf: { name: 'Buyer' } }])
})
