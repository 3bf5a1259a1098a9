import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { eventually } from '../support/parties.ts'
import { newTrade, openCase, orderAndAccept, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
})
afterAll(() => hub.close())

const summaryOf = async () => (await trade.seller.client.run('CaseSummary', { view: 'PARTNER' })).viewer.caseSummary

test("the partner's view sums up the cases of each source, updated by the source's acts and by its own", async () => {
  const first = await openCase(trade, 'First')
  await openCase(trade, 'Second')
  const fresh = await eventually('two cases', summaryOf, (s) => s.total === 2 && s.unread === 2)
  expect(fresh.byCounterpart).toMatchObject([
    { counterpart: { name: 'Buyer' }, total: 2, byStatus: [{ status: 'REGISTERED', count: 2 }] },
  ])
  await orderAndAccept(trade, first.threadId)
  const later = await eventually('the answer', summaryOf, (s) =>
    s.byStatus.some((c: { status: string }) => c.status === 'RESPONDED'),
  )
  expect(later.total).toBe(2)
  expect(later.unread).toBe(3)
})

test("an inquiry is answered from the partner's view alone", async () => {
  await eventually('a quiet view', summaryOf, (s) => s.asOf.lag === 0)
  const before = await summaryOf()
  const database = new Client({ connectionString: hub.databaseUrl })
  await database.connect()
  try {
    await database.query('alter table contracts.source_view_thread rename to hidden_thread')
    await database.query('alter table contracts.source_view_count rename to hidden_count')
    await database.query('alter table contracts.source_view_total rename to hidden_total')
    const { edges } = (await trade.seller.client.run('Cases', { view: 'PARTNER' })).viewer.cases
    expect(edges).toHaveLength(2)
    expect((await summaryOf()).byStatus).toEqual(before.byStatus)
  } finally {
    await database.query('alter table contracts.hidden_thread rename to source_view_thread')
    await database.query('alter table contracts.hidden_count rename to source_view_count')
    await database.query('alter table contracts.hidden_total rename to source_view_total')
    await database.end()
  }
})

test('a view rebuilt from the record of events equals the live one, and the feed goes on without a repeated number', async () => {
  const live = await summaryOf()
  const { rebuild } = await hub.admin.must('RebuildCaseView', { view: 'PARTNER' })
  expect(rebuild).toMatchObject({ view: 'PARTNER', state: 'RUNNING', membersDone: 0 })
  const progress = hub.admin.subscribe('CaseViewRebuildChanged', { id: rebuild.id })
  const end = await progress.until('its end', (event) => event.rebuild.state === 'DONE')
  progress.stop()
  expect(end.rebuild.membersDone).toBe(rebuild.members)
  expect(end.rebuild).toMatchObject({ threads: 2, fault: null, endedAt: expect.any(String) })
  const rebuilt = await summaryOf()
  expect({ ...rebuilt, asOf: null }).toEqual({ ...live, asOf: null })
  const feed = trade.seller.client.subscribe('CaseChanged', { view: 'PARTNER', after: live.headCursor })
  await feed.until('the start', (event) => event.kind === 'FEED_STARTED')
  await openCase(trade, 'After the rebuild')
  const next = await feed.until('the new case', (event) => event.kind === 'CASE_ADDED')
  expect(next.thread.case.title).toBe('After the rebuild')
  expect(feed.events).toHaveLength(2)
  feed.stop()
})

test('only administrators rebuild, and see how it goes', async () => {
  expect((await trade.seller.client.act('RebuildCaseView', { view: 'PARTNER' })).code).toBe('NOT_ALLOWED')
  const { caseViewRebuilds } = await hub.admin.run('CaseViewRebuilds')
  const [{ node }] = caseViewRebuilds.edges
  expect(node.state).toBe('DONE')
  const query = '{ caseViewRebuilds(first: 1) { edges { node { id } } } }'
  expect((await trade.seller.client.send(query)).errors?.[0]?.extensions.code).toBe('NOT_ALLOWED')
  const watching = trade.seller.client.subscribe('CaseViewRebuildChanged', { id: node.id })
  await expect(watching.until('a refusal', () => false)).rejects.toThrow('NOT_ALLOWED')
})
