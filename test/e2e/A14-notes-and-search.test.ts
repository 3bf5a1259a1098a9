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

const notesOf = `query ($id: ID!) { caseThread(id: $id) { version notes { id text editedAt } } }`

test('a note is seen by its side alone, and is no event', async () => {
  const { buyer, seller, agent } = trade
  const { threadId } = await openCase(trade)
  const { note, thread } = await buyer.client.must('AddCaseNote', { threadId, text: 'Their price is firm.' })
  expect(thread).toMatchObject({ version: 1, notes: [{ id: note.id, text: 'Their price is firm.' }] })
  expect((await seller.client.send(notesOf, { id: threadId })).data.caseThread).toEqual({ version: 1, notes: [] })
  await seller.client.must('AddCaseNote', { threadId, text: 'They will pay more.' })
  const own = (await buyer.client.send(notesOf, { id: threadId })).data.caseThread.notes
  expect(own).toEqual([{ id: note.id, text: 'Their price is firm.', editedAt: null }])
  for (const { client } of [seller, agent]) {
    expect((await client.act('EditCaseNote', { noteId: note.id, text: 'Mine' })).code).toBe('NOT_FOUND')
    expect((await client.act('RemoveCaseNote', { noteId: note.id })).code).toBe('NOT_FOUND')
  }
  expect((await agent.client.act('AddCaseNote', { threadId, text: 'Who?' })).code).toBe('NOT_FOUND')
  const { note: edited } = await buyer.client.must('EditCaseNote', {
    noteId: note.id,
    text: 'Their price is not firm.',
  })
  expect(edited.editedAt).not.toBeNull()
  expect((await buyer.client.must('RemoveCaseNote', { noteId: note.id })).thread.notes).toEqual([])
})

test('notes outlive a rebuild of the view', async () => {
  const { threadId } = await openCase(trade)
  await trade.buyer.client.must('AddCaseNote', { threadId, text: 'Keep me.' })
  const { rebuild } = await hub.admin.must('RebuildCaseView', { view: 'SOURCE', memberId: trade.buyer.id })
  await eventually(
    'the rebuild',
    async () => (await hub.admin.run('CaseViewRebuilds')).caseViewRebuilds.edges,
    (edges: { node: { id: string; state: string } }[]) =>
      edges.some(({ node }) => node.id === rebuild.id && node.state === 'DONE'),
  )
  expect((await trade.buyer.client.send(notesOf, { id: threadId })).data.caseThread.notes).toMatchObject([
    { text: 'Keep me.' },
  ])
})

test.each([
  ['an empty note', { text: '  ' }],
  ['a note that is too long', { text: 'x'.repeat(4_001) }],
])('%s is refused', async (_, input) => {
  const { threadId } = await openCase(trade)
  expect((await trade.buyer.client.act('AddCaseNote', { threadId, ...input })).code).toBe('INVALID_INPUT')
})

test('both sides find a case by words of it and by its code; others do not', async () => {
  const { buyer, seller, agent } = trade
  const { caseCode, threadId } = await openCase(trade, 'Zirconium rods for Gdańsk')
  const search = async (client: typeof buyer.client, view: string, text: string): Promise<string[]> =>
    (await client.run('Cases', { view, first: 10, filter: { text } })).viewer.cases.edges.map(
      ({ node }: { node: { thread: { id: string } } }) => node.thread.id,
    )
  for (const text of ['zircon', 'rods GDANSK', caseCode, 'cold-rolled zirconium'])
    for (const [view, { client }] of [
      ['SOURCE', buyer],
      ['PARTNER', seller],
    ] as const)
      expect(
        await eventually(
          `“${text}” to be found`,
          () => search(client, view, text),
          (ids) => ids.length > 0,
        ),
      ).toEqual([threadId])
  expect(await search(buyer.client, 'SOURCE', 'zirconium pipes')).toEqual([])
  expect(await search(agent.client, 'SOURCE', 'zirconium')).toEqual([])
  expect(await search(agent.client, 'PARTNER', 'zirconium')).toEqual([])
})

test('the summary names the counterparts with the most cases first, as many as are asked for', async () => {
  const { buyer, seller, agent } = trade
  await buyer.client.must('RegisterCase', { title: 'One for the agent', description: 'One', partnerIds: [agent.id] })
  const query = `query ($first: Int) { viewer { caseSummary(view: SOURCE) { byCounterpart(first: $first) { counterpart { id } total } } } }`
  const ask = async (first?: number) => buyer.client.send(query, first === undefined ? {} : { first })
  const all = await eventually(
    'both counterparts',
    async () => (await ask()).data.viewer.caseSummary.byCounterpart,
    (counterparts: object[]) => counterparts.length === 2,
  )
  expect(all.map((each: { counterpart: { id: string } }) => each.counterpart.id)).toEqual([seller.id, agent.id])
  expect((await ask(1)).data.viewer.caseSummary.byCounterpart).toEqual(all.slice(0, 1))
  expect((await ask(101)).errors?.[0]?.extensions.code).toBe('BAD_PAGE')
})
