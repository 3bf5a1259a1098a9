import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eventually } from '../support/parties.ts'
import { contractedThread, newTrade, threadUntil, today, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade

beforeAll(async () => {
  hub = await startTestHub({ DELAY_SCAN_SECONDS: '1' })
  trade = await newTrade(hub)
})
afterAll(() => hub.close())

test('a late delivery and a late settlement warn both members live, once per lateness, and stay on record', async () => {
  const feeds = [
    trade.buyer.client.subscribe('CaseChanged', { view: 'SOURCE' }),
    trade.seller.client.subscribe('CaseChanged', { view: 'PARTNER' }),
  ]
  await Promise.all(feeds.map((feed) => feed.until('the start', (event) => event.kind === 'FEED_STARTED')))
  const { threadId } = await contractedThread(trade, { payment: 'ON_ACCOUNT', deliverBy: today(-1), payBy: today(-8) })
  const isWarning = (event: { event: string; thread: { id: string } }) =>
    event.event === 'LATENESS_FOUND' && event.thread.id === threadId
  for (const feed of feeds) {
    await eventually(
      'both warnings',
      async () => feed.events.filter(isWarning),
      (warnings) => warnings.length === 2,
    )
    expect(feed.events.find(isWarning).thread.delayed).toBe(true)
  }
  for (const { client } of [trade.buyer, trade.seller]) {
    const { edges } = (await client.run('Latenesses')).viewer.latenesses
    expect(edges.map((edge: { node: object }) => edge.node)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'DELIVERY', level: 1, dueOn: today(-1), thread: { id: threadId } }),
        expect.objectContaining({ kind: 'SETTLEMENT', level: 2, dueOn: today(-8), thread: { id: threadId } }),
      ]),
    )
  }
  // Later scans find another lateness, and this one not again.
  const other = await contractedThread(trade, { payment: 'ON_ACCOUNT', deliverBy: today(-1) })
  await threadUntil(trade.buyer.client, other.threadId, (thread) => thread.delayed)
  expect(feeds.map((feed) => feed.events.filter(isWarning).length)).toEqual([2, 2])
  feeds.forEach((feed) => feed.stop())
})

test('a delivery takes the delay away', async () => {
  const { threadId } = await contractedThread(trade, { payment: 'ON_ACCOUNT', deliverBy: today(-1) })
  await threadUntil(trade.buyer.client, threadId, (thread) => thread.delayed)
  await trade.seller.client.must('ReportDelivery', { threadId, deliveredOn: today() })
  const { caseThread } = await trade.buyer.client.run('CaseThread', { id: threadId })
  expect(caseThread.delayed).toBe(false)
})
