import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { Json } from '../support/hub-client.ts'
import { eventually, newParty, type Party } from '../support/parties.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let publisher: Party
let named: Party
let third: Party

beforeAll(async () => {
  hub = await startTestHub()
  publisher = await newParty(hub.url, hub.admin, 'Publisher', ['BUYER'])
  named = await newParty(hub.url, hub.admin, 'Named', ['SELLER'])
  third = await newParty(hub.url, hub.admin, 'Third', ['SELLER'])
  // An approval reaches each part by itself: until this one has it, nothing is published.
  await eventually(
    'the members to be known',
    () =>
      publisher.client.act('PublishOpportunity', {
        title: 'Known?',
        description: '-',
        visibleTo: [named.id, third.id],
      }),
    (answer) => answer.opportunity !== undefined,
  )
})
afterAll(() => hub.close())

const whole = {
  title: 'Cold-rolled coils wanted',
  description: 'Two hundred tonnes by spring',
  category: 'Metal',
  region: 'Kansai',
  quantity: '200 TNE',
  budget: { amount: '1250.50', currency: 'EUR' },
  validUntil: '2099-12-31T00:00:00.000Z',
  language: 'en',
}
const fields = `id title description category region quantity budget { amount currency } validUntil language status revision audience
  publisher { name } revisions(first: 10) { edges { node { revision title changed } } }`
const read = async (party: Party, id: string): Promise<Json> =>
  (await party.client.send(`query ($id: ID!) { opportunity(id: $id) { ${fields} } }`, { id })).data.opportunity
const titles = async (party: Party, filter: object): Promise<string[]> =>
  (await party.client.run('Opportunities', { first: 100, filter })).opportunities.edges.map(
    (edge: Json) => edge.node.title,
  )

test('an opportunity has everything that was stated, is edited with its history, and withdrawn for good', async () => {
  const { opportunity } = await publisher.client.must('PublishOpportunity', whole)
  expect(await read(third, opportunity.id)).toEqual({
    ...whole,
    id: opportunity.id,
    status: 'OPEN',
    revision: 1,
    audience: 'ALL',
    publisher: { name: 'Publisher' },
    revisions: null,
  })
  const edit = { opportunityId: opportunity.id, revision: 1, title: 'Hot-rolled coils wanted', quantity: null }
  expect((await publisher.client.must('EditOpportunity', edit)).opportunity.revision).toBe(2)
  expect(await publisher.client.act('EditOpportunity', edit)).toMatchObject({
    code: 'STALE_REVISION',
    revision: 2,
    given: 1,
  })
  expect(await read(third, opportunity.id)).toMatchObject({ title: 'Hot-rolled coils wanted', quantity: null })
  const { revisions } = await read(publisher, opportunity.id)
  expect(revisions.edges.map((edge: Json) => edge.node)).toEqual([
    { revision: 2, title: 'Hot-rolled coils wanted', changed: ['title', 'quantity'] },
    { revision: 1, title: 'Cold-rolled coils wanted', changed: [] },
  ])
  expect((await third.client.act('EditOpportunity', { ...edit, revision: 2 })).code).toBe('NOT_ALLOWED')
  await publisher.client.must('WithdrawOpportunity', { opportunityId: opportunity.id })
  expect(await read(third, opportunity.id)).toBeNull()
  expect(await read(publisher, opportunity.id)).toMatchObject({ status: 'WITHDRAWN', revision: 2 })
  expect(await titles(third, { text: 'coils' })).toEqual([])
  const late = await publisher.client.act('EditOpportunity', { ...edit, revision: 2 })
  expect(late).toMatchObject({ code: 'WRONG_STATE', state: 'WITHDRAWN' })
})

test('one that has expired disappears from results and stays on record', async () => {
  const soon = new Date(Date.now() + 1_500).toISOString()
  const { opportunity } = await publisher.client.must('PublishOpportunity', {
    ...whole,
    title: 'Mayfly',
    validUntil: soon,
  })
  expect(await titles(third, { text: 'mayfly' })).toEqual(['Mayfly'])
  await eventually(
    'the opportunity to expire',
    () => titles(third, { text: 'mayfly' }),
    (found) => found.length === 0,
  )
  expect(await read(third, opportunity.id)).toBeNull()
  expect(await read(publisher, opportunity.id)).toMatchObject({ title: 'Mayfly', status: 'EXPIRED' })
})

test('one for named members is there for nobody else: not by search, count, cursor, reference, edit or case', async () => {
  const { opportunity } = await publisher.client.must('PublishOpportunity', {
    ...whole,
    title: 'Clandestine zirconium',
    category: 'Secret',
    visibleTo: [named.id],
  })
  expect(await read(named, opportunity.id)).toMatchObject({ audience: 'NAMED' })
  expect(await titles(named, { text: 'zirconum' })).toEqual(['Clandestine zirconium'])
  const nowhere = randomUUID()
  const same = async (ask: (id: string) => Promise<Json>): Promise<void> => {
    expect(await ask(opportunity.id)).toEqual(await ask(nowhere))
  }
  await same((id) => read(third, id))
  await same((opportunityId) => third.client.act('EditOpportunity', { opportunityId, revision: 1 }))
  await same((opportunityId) => third.client.act('WithdrawOpportunity', { opportunityId }))
  expect(await titles(third, { text: 'zirconium' })).toEqual([])
  expect(await titles(third, { text: 'zirconum' })).toEqual([])
  const { opportunities } = await third.client.run('Opportunities', { first: 1, filter: { category: 'secret' } })
  expect(opportunities).toMatchObject({
    edges: [],
    facets: { matches: 0, categories: [] },
    pageInfo: { endCursor: null },
  })
  // A case may name any opportunity; who may not see it sees none there.
  const { case: registered } = await third.client.must('RegisterCase', {
    title: 'Guess',
    description: '-',
    partnerIds: [named.id],
    opportunityId: opportunity.id,
  })
  const text = 'query ($id: ID!) { case(id: $id) { opportunity { title } } }'
  expect((await third.client.send(text, { id: registered.id })).data.case).toEqual({ opportunity: null })
})

test('the same idempotency key publishes once, and refuses another input', async () => {
  const input = { ...whole, title: 'Once', idempotencyKey: randomUUID() }
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => publisher.client.must('PublishOpportunity', input)),
  )
  expect(new Set(answers.map(({ opportunity }) => opportunity.id)).size).toBe(1)
  expect((await publisher.client.act('PublishOpportunity', { ...input, title: 'Twice' })).code).toBe(
    'IDEMPOTENCY_KEY_REUSED',
  )
})
