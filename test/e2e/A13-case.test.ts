import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { newParty, type Party } from '../support/parties.ts'
import { newTrade, openCase, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade
let third: Party

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
  third = await newParty(hub.url, hub.admin, 'Third', ['SELLER'])
})
afterAll(() => hub.close())

test('a case with two partners has a thread for each, and each partner sees its own alone', async () => {
  const { buyer, seller } = trade
  const { case: registered } = await buyer.client.must('RegisterCase', {
    title: 'Pumps',
    description: 'Ten',
    partnerIds: [seller.id, third.id],
  })
  expect(registered.caseCode).toMatch(/^CAS-[0-9A-Z-]+$/)
  expect(registered.threads.map((t: { status: string }) => t.status)).toEqual(['REGISTERED', 'REGISTERED'])
  const query = `query ($id: ID!) { case(id: $id) { title source { name } threads { id partner { name } } } }`
  const bySeller = (await seller.client.send(query, { id: registered.id })).data.case
  expect(bySeller.source.name).toBe('Buyer')
  expect(bySeller.threads.map((t: { partner: { name: string } }) => t.partner.name)).toEqual(['Seller'])
  const bySource = (await buyer.client.send(query, { id: registered.id })).data.case
  expect(bySource.threads).toHaveLength(2)
})

test('who is no party to a case cannot learn that it exists', async () => {
  const { caseId, caseCode, threadId } = await openCase(trade)
  const asked = await third.client.send(
    `query ($id: ID!, $code: String!, $thread: ID!) { byId: case(id: $id) { id } byCode: case(code: $code) { id } caseThread(id: $thread) { id } }`,
    { id: caseId, code: caseCode, thread: threadId },
  )
  expect(asked.data).toEqual({ byId: null, byCode: null, caseThread: null })
  const acted = await third.client.act('ReferToCase', { threadId })
  const nowhere = await third.client.act('ReferToCase', { threadId: '01a1fd10-7d76-7667-8a82-bacf73d81b26' })
  expect(acted.code).toBe('NOT_FOUND')
  expect(acted).toEqual(nowhere)
})

test('the partner refers to the case once; the source cannot do it for it', async () => {
  const { buyer, seller } = trade
  const { threadId } = await openCase(trade)
  expect((await buyer.client.act('ReferToCase', { threadId })).code).toBe('NOT_ALLOWED')
  const { thread } = await seller.client.must('ReferToCase', { threadId })
  expect(thread).toMatchObject({ status: 'REFERRED', version: 2 })
  expect(await seller.client.act('ReferToCase', { threadId })).toMatchObject({ code: 'WRONG_STATE' })
})

test('a withdrawn case goes no further', async () => {
  const { buyer, seller } = trade
  const { threadId } = await openCase(trade)
  const { thread } = await buyer.client.must('WithdrawCase', { threadId })
  expect(thread.status).toBe('WITHDRAWN')
  const { caseThread } = await seller.client.run('CaseThread', { id: threadId })
  expect(caseThread.allowedActions).toEqual([])
  expect((await seller.client.act('ReferToCase', { threadId })).code).toBe('WRONG_STATE')
})

test('bad input is refused with every fault at once, and nothing is registered', async () => {
  const { buyer } = trade
  const before = (await buyer.client.run('CaseSummary', { view: 'SOURCE' })).viewer.caseSummary.total
  const refused = await buyer.client.act('RegisterCase', {
    title: ' ',
    description: 'x',
    partnerIds: ['nobody'],
    budget: { amount: '1.5', currency: 'JPY' },
  })
  expect(refused.code).toBe('INVALID_INPUT')
  expect(refused.faults.map((f: { path: string }) => f.path).toSorted()).toEqual(['budget', 'partnerIds.0', 'title'])
  expect((await buyer.client.act('RegisterCase', { title: 'x', description: 'x', partnerIds: [buyer.id] })).code).toBe(
    'INVALID_INPUT',
  )
  expect((await buyer.client.run('CaseSummary', { view: 'SOURCE' })).viewer.caseSummary.total).toBe(before)
})

test('the same idempotency key registers a case once, and refuses another input', async () => {
  const { buyer, seller } = trade
  const input = { idempotencyKey: 'one-key', title: 'Once', description: 'Only', partnerIds: [seller.id] }
  const answers = await Promise.all(Array.from({ length: 20 }, () => buyer.client.must('RegisterCase', input)))
  expect(new Set(answers.map((answer) => answer.case.id)).size).toBe(1)
  expect((await buyer.client.act('RegisterCase', { ...input, title: 'Twice' })).code).toBe('IDEMPOTENCY_KEY_REUSED')
})
