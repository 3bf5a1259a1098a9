import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { contractedThread, depositOf, newTrade, reserve, threadUntil, today, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
})
afterAll(() => hub.close())

test("a delivery report is appended to the contract's notarized record, which still verifies", async () => {
  const { threadId, contract } = await contractedThread(trade, { payment: 'ON_ACCOUNT' })
  const { thread, report } = await trade.seller.client.must('ReportDelivery', {
    threadId,
    deliveredOn: today(),
    carrierName: 'By cart',
    partial: true,
  })
  expect(thread.status).toBe('DELIVERED')
  expect(report.beforeReservation).toBe(false)
  const { caseThread } = await trade.buyer.client.run('CaseThread', { id: threadId })
  expect(caseThread.partial).toBe(true)
  expect(caseThread.contract.logEntries.map((entry: { kind: string }) => entry.kind)).toEqual([
    'CONTRACT_NOTARIZED',
    'DELIVERY_REPORTED',
  ])
  const certificate = JSON.parse(
    (await trade.buyer.client.run('Certificate', { contractId: contract.id })).contract.certificate,
  )
  expect(certificate.later).toMatchObject([
    { content: { kind: 'DELIVERY_REPORTED', body: { carrierName: 'By cart', partial: true } } },
  ])
})

test('a delivery before the payment is reserved is flagged; one after it is not (B6)', async () => {
  const early = await contractedThread(trade)
  expect(
    (await trade.seller.client.must('ReportDelivery', { threadId: early.threadId, deliveredOn: today() })).report
      .beforeReservation,
  ).toBe(true)
  const late = await contractedThread(trade)
  await reserve(trade, late.threadId, await depositOf(trade, '1000'))
  await threadUntil(trade.seller.client, late.threadId, (thread) => thread.status === 'RESERVED')
  expect(
    (await trade.seller.client.must('ReportDelivery', { threadId: late.threadId, deliveredOn: today() })).report
      .beforeReservation,
  ).toBe(false)
})

test('only the partner reports, not before the contract, and not from the future', async () => {
  const { threadId } = await contractedThread(trade)
  expect((await trade.buyer.client.act('ReportDelivery', { threadId, deliveredOn: today() })).code).toBe('NOT_ALLOWED')
  expect((await trade.seller.client.act('ReportDelivery', { threadId, deliveredOn: today(3) })).faults).toMatchObject([
    { path: 'deliveredOn' },
  ])
})
