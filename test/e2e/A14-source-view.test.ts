import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eventually } from '../support/parties.ts'
import { newTrade, openCase, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
})
afterAll(() => hub.close())

test("the source's view counts its cases per status and counterpart, and what the partner did is unread until it is read", async () => {
  const { buyer, seller } = trade
  const threads = [await openCase(trade, 'One'), await openCase(trade, 'Two'), await openCase(trade, 'Three')]
  await seller.client.must('ReferToCase', { threadId: threads[0]?.threadId })
  const summary = async () => (await buyer.client.run('CaseSummary', { view: 'SOURCE' })).viewer.caseSummary
  const counted = await eventually('the counts', summary, (s) => s.total === 3 && s.unread === 1)
  expect(counted.byStatus).toEqual(
    expect.arrayContaining([
      { status: 'REFERRED', count: 1 },
      { status: 'REGISTERED', count: 2 },
    ]),
  )
  expect(counted.byCounterpart).toMatchObject([{ counterpart: { name: 'Seller' }, total: 3 }])
  expect(counted.asOf.lag).toBe(0)
  await buyer.client.must('MarkCaseRead', { view: 'SOURCE', threadId: threads[0]?.threadId })
  expect((await summary()).unread).toBe(0)
})

test('lists are pages, newest change first, with filters, and an own act can be waited for', async () => {
  const { buyer, seller } = trade
  const { threadId } = await openCase(trade, 'Newest')
  const { thread } = await seller.client.must('ReferToCase', { threadId })
  const list = async (variables: object) =>
    (await buyer.client.run('Cases', { view: 'SOURCE', ...variables })).viewer.cases
  const first = await list({ first: 1, atLeastVersion: { threadId, version: thread.version } })
  expect(first.edges).toMatchObject([{ node: { title: 'Newest', status: 'REFERRED', unread: 1 } }])
  expect(first.pageInfo.hasNextPage).toBe(true)
  const rest = await list({ first: 100, after: first.pageInfo.endCursor })
  expect(rest.edges.map((e: { node: { title: string } }) => e.node.title)).not.toContain('Newest')
  const referred = await list({ first: 100, filter: { status: ['REFERRED'], unread: true } })
  expect(referred.edges.map((e: { node: { title: string } }) => e.node.title)).toEqual(['Newest'])
})

test('page sizes and cursors that cannot be are refused with what to do', async () => {
  const query = `query ($first: Int!, $after: Cursor) { viewer { cases(view: SOURCE, first: $first, after: $after) { edges { cursor } } } }`
  const tooMany = await trade.buyer.client.send(query, { first: 101 })
  expect(tooMany.errors?.[0]?.extensions.code).toBe('BAD_PAGE')
  const foreign = await trade.buyer.client.send(query, { first: 1, after: 'not-a-cursor' })
  expect(foreign.errors?.[0]?.extensions.code).toBe('BAD_CURSOR')
})
