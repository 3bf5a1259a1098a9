import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { jsonContract } from '../support/documents.ts'
import { eventually } from '../support/parties.ts'
import {
  contractedThread,
  depositOf,
  newTrade,
  openCase,
  orderAndAccept,
  reserve,
  threadUntil,
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

/** What both views say of a thread, once they know it by this status. */
async function seenByBoth(threadId: string, status: string): Promise<void> {
  for (const [view, { client }] of [
    ['SOURCE', trade.buyer],
    ['PARTNER', trade.seller],
  ] as const) {
    await eventually(
      `${status} in the view of the ${view}`,
      async () => (await client.run('Cases', { view, first: 50, filter: { status: [status] } })).viewer.cases.edges,
      (edges: { node: { thread: { id: string } } }[]) => edges.some(({ node }) => node.thread.id === threadId),
    )
    const { caseThread } = await client.run('CaseThread', { id: threadId })
    expect(caseThread).toMatchObject({ status, allowedActions: [] })
  }
}

test('a partner declines a case and says why; both see it, and nothing more can be done', async () => {
  const { buyer, seller } = trade
  const { threadId } = await openCase(trade)
  expect((await buyer.client.act('DeclineCase', { threadId })).code).toBe('NOT_ALLOWED')
  const { thread } = await seller.client.must('DeclineCase', { threadId, reason: 'Too far away' })
  expect(thread).toMatchObject({ status: 'DECLINED', allowedActions: [] })
  await seenByBoth(threadId, 'DECLINED')
  const { caseThread } = await buyer.client.run('CaseThread', { id: threadId })
  expect(caseThread.history.edges.at(-1).node).toMatchObject({
    kind: 'CASE_DECLINED',
    reason: 'Too far away',
    actor: { name: 'Seller' },
  })
  expect((await seller.client.act('DeclineCase', { threadId })).code).toBe('WRONG_STATE')
})

test('an order that waits is answered, not the case declined', async () => {
  const { buyer, seller } = trade
  const { threadId } = await openCase(trade)
  await buyer.client.must('SendOrder', {
    threadId,
    currency: 'JPY',
    lines: [{ description: 'Coil', quantity: '2', unitPrice: '500' }],
  })
  expect((await seller.client.act('DeclineCase', { threadId })).code).toBe('WRONG_STATE')
})

test('a case ends by itself when its time is over, with what was held for its order; one with a contract does not', async () => {
  const { buyer, seller } = trade
  const method = await depositOf(trade, '5000')
  const changes = seller.client.subscribe('CaseChanged', { view: 'PARTNER' })
  await changes.until('the start', ({ kind }) => kind === 'FEED_STARTED')
  const expiresAt = new Date(Date.now() + 4_000).toISOString()
  const register = async (): Promise<string> =>
    (
      await buyer.client.must('RegisterCase', {
        title: 'By this evening',
        description: 'Or not at all.',
        partnerIds: [seller.id],
        expiresAt,
      })
    ).case.threads[0].id
  const [lapsing, kept] = [await register(), await register()]
  await orderAndAccept(trade, kept)
  const document = jsonContract()
  for (const { client } of [buyer, seller])
    await client.must('SubmitContract', { threadId: kept, mediaType: 'JSON', document })
  await buyer.client.must('SendOrder', {
    threadId: lapsing,
    currency: 'JPY',
    lines: [{ description: 'Coil', quantity: '2', unitPrice: '500' }],
    paymentMethodId: method,
  })
  await changes.until('the end', ({ thread, event }) => event === 'CASE_EXPIRED' && thread.id === lapsing)
  changes.stop()
  await seenByBoth(lapsing, 'EXPIRED')
  await threadUntil(buyer.client, lapsing, ({ paymentReservation }) => paymentReservation?.status === 'VOIDED')
  expect(await seller.client.act('ReferToCase', { threadId: lapsing })).toMatchObject({ code: 'WRONG_STATE' })
  expect((await buyer.client.run('CaseThread', { id: kept })).caseThread.status).toBe('CONTRACTED')
})

test('a time that has passed, or is years away, is refused', async () => {
  const { buyer, seller } = trade
  for (const expiresAt of ['2020-01-01T00:00:00Z', '2126-01-01T00:00:00Z']) {
    const input = { title: 'Late', description: 'Late', partnerIds: [seller.id], expiresAt }
    expect(await buyer.client.act('RegisterCase', input)).toMatchObject({
      code: 'INVALID_INPUT',
      faults: [{ path: 'expiresAt' }],
    })
  }
})

test('a contract is cancelled when both sides want it: what was held comes back, and the record says so', async () => {
  const { buyer, seller } = trade
  const { threadId, contract } = await contractedThread(trade)
  await reserve(trade, threadId, await depositOf(trade, '5000'))
  await threadUntil(seller.client, threadId, ({ status }) => status === 'RESERVED')
  const { thread } = await seller.client.must('CancelContract', { threadId, reason: 'Our mill burnt down' })
  expect(thread.status).toBe('RESERVED')
  expect(await seller.client.act('CancelContract', { threadId, reason: 'Again' })).toMatchObject({
    code: 'WRONG_STATE',
    message: expect.stringContaining('other side agrees'),
  })
  const { thread: after } = await buyer.client.must('CancelContract', { threadId, reason: 'Agreed' })
  expect(after).toMatchObject({ status: 'CANCELLED', allowedActions: [] })
  await seenByBoth(threadId, 'CANCELLED')
  const cancelled = await threadUntil(
    buyer.client,
    threadId,
    ({ paymentReservation }) => paymentReservation?.status === 'VOIDED',
  )
  expect(cancelled.contract.cancelledAt).not.toBeNull()
  expect(cancelled.contract.logEntries.map(({ kind }: { kind: string }) => kind)).toEqual([
    'CONTRACT_NOTARIZED',
    'CONTRACT_CANCELLED',
  ])
  expect((await seller.client.act('ReportDelivery', { threadId, deliveredOn: '2026-11-21' })).code).toBe('WRONG_STATE')
  expect((await buyer.client.act('ConfirmInspection', { threadId })).inspection).toBeUndefined()
  expect(contract.contractCode).toBe(cancelled.contract.contractCode)
})

test('nothing is cancelled once it was delivered', async () => {
  const { seller } = trade
  const { threadId } = await contractedThread(trade)
  await seller.client.must('CancelContract', { threadId, reason: 'Perhaps' })
  await seller.client.must('ReportDelivery', { threadId, deliveredOn: '2026-11-21' })
  expect((await trade.buyer.client.act('CancelContract', { threadId, reason: 'Agreed' })).code).toBe('WRONG_STATE')
})
