import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { PublishedEvent } from '@torihiki/schema'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { execute, parse, type ExecutionResult } from 'graphql'
import { testStore, type TestStore } from '../../../test/support/test-database.ts'
import { createServices, createSubgraph, storeDefinition, takeEvent, type ListingsServices } from './index.ts'

let database: TestStore
let services: ListingsServices
let subgraph: ReturnType<typeof createSubgraph>
let now = new Date('2026-11-21T06:30:00.000Z')
let [publisher, named, third] = [newId(), newId(), newId()]

beforeAll(async () => {
  database = await testStore(storeDefinition)
  services = createServices({ store: database.store, now: () => now })
  subgraph = createSubgraph(services)
})
afterAll(() => database.close())
beforeEach(async () => {
  ;[publisher, named, third] = [newId(), newId(), newId()]
  for (const memberId of [publisher, named, third]) await takeEvent(services, recorded(memberId, 'ACTIVE'))
})

function recorded(memberId: string, status: 'ACTIVE' | 'PROVISIONAL' | 'SUSPENDED', version = 1): PublishedEvent {
  const payload = { memberId, version, status, roles: ['BUYER'], level: null, settlementAgentId: null, groupName: null }
  return { id: newId(), type: 'MemberRecorded', origin: 'members', at: now.toISOString(), payload }
}

const pass = (ms: number): void => void (now = new Date(now.getTime() + ms))
const actorOf = (memberId: string): Actor => ({ memberId, roles: ['BUYER'], sessionId: newId() })

async function ask(
  memberId: string | null,
  text: string,
  variableValues: Record<string, unknown> = {},
): Promise<ExecutionResult> {
  const contextValue = subgraph.context({ actor: memberId === null ? null : actorOf(memberId), requestId: 'test' })
  return execute({ schema: subgraph.schema, document: parse(text), variableValues, contextValue })
}

type Answer = {
  __typename: string
  code?: string
  state?: string
  faults?: { path: string }[]
  opportunity: { id: string; status: string }
}

async function act(
  memberId: string | null,
  field: 'publishOpportunity' | 'withdrawOpportunity',
  input: object,
): Promise<Answer> {
  const type = field === 'publishOpportunity' ? 'PublishOpportunity' : 'WithdrawOpportunity'
  const wrongState = field === 'withdrawOpportunity' ? '... on WrongState { state }' : ''
  const text = `mutation ($i: ${type}Input!) { ${field}(input: $i) { __typename ... on Refusal { code } ... on InvalidInput { faults { path } } ${wrongState}
    ... on ${type}Payload { opportunity { id status title publisher { id } budget { amount currency } validUntil publishedAt } } } }`
  const { data, errors } = await ask(memberId, text, { i: { idempotencyKey: newId(), ...input } })
  expect(errors).toBeUndefined()
  return data?.[field] as Answer
}

const offer = { title: 'Steel pipes wanted', description: 'Seamless, 200 mm', category: 'Metal' }

async function publish(further: object = {}): Promise<string> {
  const answer = await act(publisher, 'publishOpportunity', { ...offer, ...further })
  expect(answer.__typename).toBe('PublishOpportunityPayload')
  pass(1)
  return answer.opportunity.id
}

async function listed(memberId: string, filter: object = {}, first = 100): Promise<string[]> {
  const text = `query ($f: Int!, $filter: OpportunityFilter) { opportunities(first: $f, filter: $filter) { edges { node { id } } } }`
  const { data, errors } = await ask(memberId, text, { f: first, filter: { publisherId: publisher, ...filter } })
  expect(errors).toBeUndefined()
  return (
    (data?.['opportunities'] as { edges: { node: { id: string } }[] } | undefined)?.edges.map(({ node }) => node.id) ??
    []
  )
}

async function readable(memberId: string | null, id: string): Promise<unknown> {
  const { data } = await ask(
    memberId,
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Opportunity { status } } }`,
    {
      r: [{ __typename: 'Opportunity', id }],
    },
  )
  const byReference = (data?.['_entities'] as ({ status: string } | null)[] | undefined)?.[0]?.status ?? null
  const byId = (await ask(memberId, `query ($id: ID!) { opportunity(id: $id) { status } }`, { id })).data?.[
    'opportunity'
  ] as { status: string } | null | undefined
  expect(byId?.status ?? null).toBe(byReference)
  return byReference
}

describe('publishing an opportunity', () => {
  test('is for every active member, and shows it whole', async () => {
    const validUntil = new Date(now.getTime() + 60_000).toISOString()
    const answer = await act(publisher, 'publishOpportunity', {
      ...offer,
      budget: { amount: '10.50', currency: 'EUR' },
      validUntil,
    })
    expect(answer.opportunity).toEqual({
      id: expect.any(String),
      status: 'OPEN',
      title: offer.title,
      publisher: { id: publisher },
      budget: { amount: '10.50', currency: 'EUR' },
      validUntil,
      publishedAt: now.toISOString(),
    })
  })

  test('is refused to who is not signed in, not known, not approved, or suspended', async () => {
    expect((await act(null, 'publishOpportunity', offer)).code).toBe('NOT_SIGNED_IN')
    expect((await act(newId(), 'publishOpportunity', offer)).code).toBe('MEMBER_NOT_ACTIVE')
    const applicant = newId()
    await takeEvent(services, recorded(applicant, 'PROVISIONAL'))
    expect((await act(applicant, 'publishOpportunity', offer)).code).toBe('MEMBER_NOT_ACTIVE')
    await takeEvent(services, recorded(third, 'SUSPENDED', 2))
    expect((await act(third, 'publishOpportunity', offer)).code).toBe('MEMBER_NOT_ACTIVE')
  })

  test('lists every fault of its input at once', async () => {
    const answer = await act(publisher, 'publishOpportunity', {
      ...offer,
      title: ' ',
      budget: { amount: '1.5', currency: 'JPY' },
      visibleTo: [],
    })
    expect(answer.faults?.map(({ path }) => path).toSorted()).toEqual(['budget', 'title', 'visibleTo'])
    const later = await act(publisher, 'publishOpportunity', {
      ...offer,
      validUntil: '2020-01-01T00:00:00Z',
      visibleTo: [named, newId()],
    })
    expect(later.faults?.map(({ path }) => path)).toEqual(['validUntil', 'visibleTo.1'])
  })

  test('again with the same key gives the same one, with another input a conflict', async () => {
    const idempotencyKey = newId()
    const [one, two] = await Promise.all(
      [1, 2].map(() => act(publisher, 'publishOpportunity', { ...offer, idempotencyKey })),
    )
    expect(one?.opportunity.id).toBe(two?.opportunity.id)
    expect((await act(publisher, 'publishOpportunity', { ...offer, title: 'Other', idempotencyKey })).code).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    )
    expect(await listed(publisher)).toHaveLength(1)
  })
})

describe('opportunities that are open', () => {
  test('come newest first, page by page without a gap or a duplicate, however many appear meanwhile', async () => {
    const ids = [await publish(), await publish(), await publish(), await publish(), await publish()]
    const text = `query ($a: Cursor, $p: ID!) { opportunities(first: 2, after: $a, filter: { publisherId: $p }) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`
    const seen: string[] = []
    let after: string | null = null
    for (let more = true; more;) {
      const { data } = await ask(third, text, { a: after, p: publisher })
      const page = data?.['opportunities'] as {
        edges: { node: { id: string } }[]
        pageInfo: { hasNextPage: boolean; endCursor: string }
      }
      seen.push(...page.edges.map(({ node }) => node.id))
      after = page.pageInfo.endCursor
      more = page.pageInfo.hasNextPage
      await publish()
    }
    expect(seen).toEqual(ids.toReversed())
  })

  test('published in the same instant are each listed once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => act(publisher, 'publishOpportunity', offer)))
    expect((await listed(third)).toSorted()).toEqual(answers.map(({ opportunity }) => opportunity.id).toSorted())
  })

  test('are found by words of title and description, by category, region and publisher', async () => {
    const pipes = await publish({ region: 'Kansai' })
    const cable = await publish({ title: 'Copper cable', description: 'Insulated, not steel', category: 'Electric' })
    const japanese = await publish({ title: '鋼管を求む', description: '継目無し', category: '金属' })
    const found = (filter: object) => listed(third, filter)
    expect(await found({ text: 'steel' })).toEqual([pipes, cable])
    expect(await found({ text: 'STEEL -cable' })).toEqual([pipes])
    expect(await found({ text: '"copper cable"' })).toEqual([cable])
    expect(await found({ text: '鋼管' })).toEqual([japanese])
    expect(await found({ text: '鋼管 無し' })).toEqual([japanese])
    expect(await found({ text: '%鋼' })).toEqual([japanese])
    expect(await found({ text: '銅' })).toEqual([])
    expect(await found({ category: 'metal' })).toEqual([pipes])
    expect(await found({ region: 'Kansai' })).toEqual([pipes])
    expect(await found({ text: `'; drop table opportunity; --` })).toEqual([])
    expect(await found({ publisherId: named })).toEqual([])
    expect(await found({ publisherId: 'no id' })).toEqual([])
  })

  test('are refused a page or a cursor that there is not', async () => {
    const code = async (args: string) =>
      (await ask(third, `{ opportunities(${args}) { edges { cursor } } }`)).errors?.[0]?.extensions['code']
    expect(await code('first: 0')).toBe('BAD_PAGE')
    expect(await code('first: 101')).toBe('BAD_PAGE')
    expect(await code('first: 1, after: "nonsense"')).toBe('BAD_CURSOR')
    expect(await code(`first: 1, after: "${Buffer.from('["x","y"]').toString('base64url')}"`)).toBe('BAD_CURSOR')
    expect(await code(`first: 1, filter: { text: "${'x'.repeat(201)}" }`)).toBe('BAD_USER_INPUT')
    expect((await ask(null, '{ opportunities(first: 1) { edges { cursor } } }')).errors?.[0]?.extensions['code']).toBe(
      'NOT_SIGNED_IN',
    )
  })
})

describe('an opportunity for named members alone', () => {
  test('is there for them and its publisher, and for nobody else in any way', async () => {
    const id = await publish({ visibleTo: [named] })
    for (const memberId of [publisher, named]) {
      expect(await readable(memberId, id)).toBe('OPEN')
      expect(await listed(memberId)).toEqual([id])
    }
    expect(await readable(third, id)).toBeNull()
    expect(await readable(null, id)).toBeNull()
    expect(await listed(third)).toEqual([])
    expect((await act(third, 'withdrawOpportunity', { opportunityId: id })).code).toBe('NOT_FOUND')
    expect((await act(named, 'withdrawOpportunity', { opportunityId: id })).code).toBe('NOT_ALLOWED')
  })
})

describe('an opportunity that is over', () => {
  test('by its time disappears from results and stays on record for its publisher', async () => {
    const id = await publish({ validUntil: new Date(now.getTime() + 1_000).toISOString() })
    expect(await listed(third)).toEqual([id])
    pass(1_001)
    expect(await listed(third)).toEqual([])
    expect(await readable(third, id)).toBeNull()
    expect(await readable(publisher, id)).toBe('EXPIRED')
    expect(await act(publisher, 'withdrawOpportunity', { opportunityId: id })).toMatchObject({
      code: 'WRONG_STATE',
      state: 'EXPIRED',
    })
  })

  test('by withdrawal likewise, once', async () => {
    const id = await publish()
    expect((await act(third, 'withdrawOpportunity', { opportunityId: id })).code).toBe('NOT_ALLOWED')
    expect((await act(publisher, 'withdrawOpportunity', { opportunityId: id })).opportunity.status).toBe('WITHDRAWN')
    expect(await listed(publisher)).toEqual([])
    expect(await readable(third, id)).toBeNull()
    expect(await readable(publisher, id)).toBe('WITHDRAWN')
    expect(await act(publisher, 'withdrawOpportunity', { opportunityId: id })).toMatchObject({
      code: 'WRONG_STATE',
      state: 'WITHDRAWN',
    })
    expect((await act(publisher, 'withdrawOpportunity', { opportunityId: 'no id' })).code).toBe('INVALID_INPUT')
  })
})
