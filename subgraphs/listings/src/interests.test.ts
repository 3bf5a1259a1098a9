import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { PublishedEvent } from '@torihiki/schema'
import { readEvent } from '@torihiki/shared/store/outbox.ts'
import { subscribe, parse, type ExecutionResult } from 'graphql'
import { mostInterests } from './domain/interest.ts'
import { takeEvent, takeInterestEvent } from './index.ts'
import { memberRecorded, openListingsRoom, type Json, type ListingsRoom } from './testing/listings-room.ts'

let room: ListingsRoom
let publisher: string
let seeker: string
let other: string

beforeAll(async () => {
  room = await openListingsRoom()
})
afterAll(() => room.close())
beforeEach(async () => {
  ;[publisher, seeker, other] = [await room.member(), await room.member(), await room.member()]
  await room.services.store.query('update interest set removed_at = now()')
})

const shown = `interest { id name paused text category region publisher { id } currency language budgetAtLeast { amount currency } budgetAtMost { amount currency } }`
const register = (memberId: string, criteria: object, name = 'An interest'): Promise<Json> =>
  room.act(memberId, 'registerInterest', { name, criteria }, shown)

async function interestedIn(memberId: string, criteria: object): Promise<string> {
  const answer = await register(memberId, criteria)
  if (answer.code) throw new Error(JSON.stringify(answer))
  return answer.interest.id
}

/** The events that an opportunity has published, oldest first. */
async function eventsOf(opportunityId: string): Promise<PublishedEvent[]> {
  const { store } = room.services
  const rows = await store.query<{ id: string }>(
    `select id from outbox where payload ->> 'opportunityId' = $1 order by (payload ->> 'revision')::int`,
    [opportunityId],
  )
  const events = await Promise.all(rows.map(({ id }) => readEvent(store, id)))
  return events.filter((event) => event !== null)
}

async function publishAndMatch(further: object = {}): Promise<string> {
  const id = await room.publish(publisher, further)
  for (const event of await eventsOf(id)) await takeInterestEvent(room.services, event)
  return id
}

async function matchesOf(memberId: string): Promise<Json[]> {
  const text = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { opportunityMatches(first: 100) { headCursor edges { node { revision interest { id } opportunity { id title } } } } } } }`
  const [viewer] = await room.read<[Json]>(memberId, text, { r: [{ __typename: 'Viewer', id: memberId }] })
  return viewer.opportunityMatches.edges.map(({ node }) => node)
}

const found = async (memberId: string): Promise<string[]> =>
  (await matchesOf(memberId)).map(({ opportunity }) => opportunity?.id ?? null)

/** A subscription, read one event at a time. */
async function feed(memberId: string, after: string | null = null) {
  const contextValue = room.subgraph.context({ actor: { memberId, roles: [], sessionId: '-' }, requestId: 'test' })
  const document = parse(
    `subscription ($a: Cursor) { opportunityMatched(after: $a) { cursor kind revision interests { id } opportunity { id title } } }`,
  )
  const events = await subscribe({ schema: room.subgraph.schema, document, variableValues: { a: after }, contextValue })
  if (!(Symbol.asyncIterator in events)) throw events.errors?.[0] ?? new Error('No feed.')
  const iterator: AsyncIterator<ExecutionResult> = events[Symbol.asyncIterator]()
  return {
    next: async (): Promise<Json> => {
      const { value } = (await iterator.next()) as IteratorResult<ExecutionResult, undefined>
      return Object.values(value?.data ?? {})[0] as Json
    },
    end: () => iterator.return?.(),
  }
}

describe('an interest', () => {
  test.each<[string, object, object]>([
    ['words', { text: 'pipes -copper' }, {}],
    ['a stem', { text: 'machine' }, { title: 'Welding machines', language: 'en' }],
    ['a phrase', { text: '"steel pipes"' }, {}],
    ['one of two texts', { text: 'copper or pipe' }, { language: 'en' }],
    ['Japanese', { text: '鋼管' }, { title: '継目無鋼管を求む' }],
    ['a category in any case', { category: 'METAL' }, {}],
    ['a region', { region: 'kansai' }, { region: 'Kansai' }],
    ['a language', { language: 'ja' }, { language: 'ja' }],
    ['a currency', { currency: 'JPY' }, { budget: { amount: '5', currency: 'JPY' } }],
    [
      'a budget',
      { budgetAtLeast: { amount: '5', currency: 'JPY' }, budgetAtMost: { amount: '5', currency: 'JPY' } },
      { budget: { amount: '5', currency: 'JPY' } },
    ],
    ['all together', { text: 'steel', category: 'metal', region: 'kanto' }, { region: 'Kanto' }],
  ])('by %s is met', async (_by, criteria, further) => {
    const interestId = await interestedIn(seeker, criteria)
    const id = await publishAndMatch(further)
    expect(await matchesOf(seeker)).toMatchObject([{ revision: 1, interest: { id: interestId }, opportunity: { id } }])
  })

  test.each<[string, object, object]>([
    ['an excluded word', { text: 'pipes -steel' }, {}],
    ['another word', { text: 'copper' }, {}],
    ['one word missing', { text: 'steel copper' }, {}],
    ['another category', { text: 'steel', category: 'Energy' }, {}],
    ['no budget', { budgetAtMost: { amount: '5', currency: 'JPY' } }, {}],
    [
      'a budget above',
      { budgetAtMost: { amount: '5', currency: 'JPY' } },
      { budget: { amount: '6', currency: 'JPY' } },
    ],
    [
      'another currency',
      { budgetAtMost: { amount: '5', currency: 'JPY' } },
      { budget: { amount: '1.00', currency: 'EUR' } },
    ],
    ['another publisher', { publisherId: '01a1fd10-7d76-7667-8a82-bacf73d81b26' }, {}],
  ])('is not met by %s', async (_by, criteria, further) => {
    await interestedIn(seeker, criteria)
    await publishAndMatch(further)
    expect(await found(seeker)).toEqual([])
  })

  test('is met by what its member may see and did not publish, while it is active and not paused', async () => {
    const paused = await interestedIn(other, { text: 'steel' })
    await room.act(other, 'editInterest', { interestId: paused, paused: true }, shown)
    await interestedIn(seeker, { text: 'steel' })
    await interestedIn(publisher, { text: 'steel' })
    const suspended = await room.member()
    await interestedIn(suspended, { text: 'steel' })
    await takeEvent(room.services, memberRecorded(suspended, 'SUSPENDED', 2, room.now()))
    await publishAndMatch({ visibleTo: [other] })
    expect(await found(seeker)).toEqual([])
    const id = await publishAndMatch()
    expect(await found(seeker)).toEqual([id])
    for (const memberId of [publisher, other, suspended]) expect(await found(memberId)).toEqual([])
    await room.act(other, 'editInterest', { interestId: paused, paused: false }, shown)
    expect(await found(other)).toEqual([])
    const later = await publishAndMatch({ visibleTo: [other] })
    expect([await found(seeker), await found(other)]).toEqual([[id], [later]])
  })

  test('is met once by a revision, however often and by how many it is compared', async () => {
    const interests = [await interestedIn(seeker, { text: 'steel' }), await interestedIn(seeker, { category: 'metal' })]
    const started = await feed(seeker)
    expect((await started.next()).kind).toBe('FEED_STARTED')
    const id = await room.publish(publisher)
    const [event] = await eventsOf(id)
    if (!event) throw new Error('There is no event.')
    await Promise.all([1, 2, 3].map(() => takeInterestEvent(room.services, event)))
    expect(await matchesOf(seeker)).toHaveLength(2)
    const told = await started.next()
    expect(told).toMatchObject({ kind: 'NEW_MATCH', revision: 1, opportunity: { id } })
    expect(told.interests.map((each) => each.id).toSorted()).toEqual(interests.toSorted())
    await room.act(
      publisher,
      'editOpportunity',
      { opportunityId: id, revision: 1, title: 'Steel coils' },
      'opportunity { id }',
    )
    for (const each of await eventsOf(id)) await takeInterestEvent(room.services, each)
    expect(await started.next()).toMatchObject({
      kind: 'MATCH_CHANGED',
      revision: 2,
      opportunity: { title: 'Steel coils' },
    })
    await started.end()
    const resumed = await feed(seeker, told.cursor)
    expect((await resumed.next()).kind).toBe('FEED_STARTED')
    expect(await resumed.next()).toMatchObject({ kind: 'MATCH_CHANGED', revision: 2 })
    await resumed.end()
  })

  test('is told of in batches, each member of all of its interests together', async () => {
    const members = await Promise.all(Array.from({ length: 7 }, () => room.member()))
    for (const memberId of members)
      for (const text of ['steel', 'pipes', 'wanted']) await interestedIn(memberId, { text })
    const id = await room.publish(publisher)
    const [event] = await eventsOf(id)
    if (event) await takeInterestEvent(room.services, event, 4)
    for (const memberId of members) {
      expect(await found(memberId)).toEqual([id, id, id])
      const [row] = await room.services.store.query<{ head: string }>('select head from feed_head where feed = $1', [
        `opportunity-matches/${memberId}`,
      ])
      expect(row?.head).toBe('1')
    }
  })

  test('that was broken off in between is told of to all who were not', async () => {
    for (const memberId of [seeker, other]) await interestedIn(memberId, { text: 'steel' })
    const id = await room.publish(publisher)
    const [event] = await eventsOf(id)
    if (!event) throw new Error('There is no event.')
    let transactions = 0
    const { store } = room.services
    const breaking = {
      ...room.services,
      store: {
        ...store,
        transaction: ((work) =>
          ++transactions > 1
            ? Promise.reject(new Error('broken off'))
            : store.transaction(work)) as typeof store.transaction,
      },
    }
    await expect(takeInterestEvent(breaking, event, 1)).rejects.toThrow('broken off')
    await takeInterestEvent(room.services, event, 1)
    for (const memberId of [seeker, other]) expect(await found(memberId)).toEqual([id])
  })

  test('loses sight of what is closed to its member later, and says nothing of it', async () => {
    await interestedIn(seeker, { text: 'steel' })
    const id = await publishAndMatch()
    await room.act(
      publisher,
      'editOpportunity',
      { opportunityId: id, revision: 1, visibleTo: [other] },
      'opportunity { id }',
    )
    expect(await matchesOf(seeker)).toMatchObject([{ opportunity: null }])
  })
})

describe('registering interests', () => {
  test('shows them as they were given, edited and removed', async () => {
    const criteria = {
      text: 'Steel',
      category: 'Metal',
      region: 'Kansai',
      publisherId: publisher,
      currency: 'JPY',
      language: 'ja-JP',
      budgetAtLeast: { amount: '5', currency: 'JPY' },
    }
    const { interest } = await register(seeker, criteria)
    expect(interest).toEqual({
      ...criteria,
      id: interest.id,
      name: 'An interest',
      paused: false,
      publisher: { id: publisher },
      language: 'ja',
      budgetAtMost: null,
      publisherId: undefined,
    })
    const edited = await room.act(
      seeker,
      'editInterest',
      { interestId: interest.id, name: 'Other', criteria: { text: 'copper' } },
      shown,
    )
    expect(edited.interest).toMatchObject({ name: 'Other', text: 'copper', category: null })
    for (const act of ['editInterest', 'removeInterest'])
      expect(
        (await room.act(other, act, { interestId: interest.id }, act === 'editInterest' ? shown : 'interestId')).code,
      ).toBe('NOT_FOUND')
    expect((await room.act(seeker, 'removeInterest', { interestId: interest.id }, 'interestId')).interestId).toBe(
      interest.id,
    )
    expect((await room.act(seeker, 'removeInterest', { interestId: interest.id }, 'interestId')).code).toBe('NOT_FOUND')
  })

  test.each<[object, string[]]>([
    [{}, ['criteria']],
    [{ text: '-steel' }, ['criteria.text']],
    [{ text: '鋼' }, ['criteria.text']],
    [
      { language: '?', budgetAtLeast: { amount: '1.5', currency: 'JPY' } },
      ['criteria.budgetAtLeast', 'criteria.language'],
    ],
    [
      { budgetAtLeast: { amount: '2', currency: 'JPY' }, budgetAtMost: { amount: '1', currency: 'JPY' } },
      ['criteria.budgetAtMost'],
    ],
    [
      { budgetAtLeast: { amount: '2', currency: 'JPY' }, budgetAtMost: { amount: '1.00', currency: 'EUR' } },
      ['criteria.budgetAtMost'],
    ],
    [{ currency: 'EUR', budgetAtLeast: { amount: '2', currency: 'JPY' } }, ['criteria.currency']],
  ])('of %j is refused for %j', async (criteria, paths) => {
    const refused = await register(seeker, criteria)
    expect(refused.faults?.map(({ path }) => path).toSorted()).toEqual(paths)
  })

  test('ends at the most that a member may have, also when several are registered at once', async () => {
    for (let i = 0; i < mostInterests - 1; i++) await interestedIn(seeker, { text: `word${i}` })
    const answers = await Promise.all([1, 2, 3].map((n) => register(seeker, { text: `last${n}` })))
    expect(answers.filter(({ code }) => code === 'TOO_MANY_INTERESTS')).toHaveLength(2)
    const viewer = (memberId: string, id: string) =>
      room.read<Json[]>(
        memberId,
        `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { interests { id } } } }`,
        { r: [{ __typename: 'Viewer', id }] },
      )
    expect((await viewer(seeker, seeker))[0]?.interests).toHaveLength(mostInterests)
    expect(await viewer(other, seeker)).toEqual([null])
  })
})
