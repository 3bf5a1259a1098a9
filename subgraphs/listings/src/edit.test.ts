import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { newId } from '@torihiki/shared/ids.ts'
import { openListingsRoom, type Json, type ListingsRoom } from './testing/listings-room.ts'

let room: ListingsRoom
let publisher: string
let named: string
let third: string

beforeAll(async () => {
  room = await openListingsRoom()
})
afterAll(() => room.close())
beforeEach(async () => {
  ;[publisher, named, third] = [await room.member(), await room.member(), await room.member()]
})

const shown = `opportunity { id title description category region quantity budget { amount currency } validUntil language revision editedAt audience
  visibleTo { id } revisions(first: 10) { edges { node { revision at changed title budget { amount currency } visibleTo { id } } } } }`
const edit = (memberId: string, input: object): Promise<Json> => room.act(memberId, 'editOpportunity', input, shown)

describe('editing an opportunity', () => {
  test('states anew what is given, keeps what is left out, takes away what is null, and keeps every state on record', async () => {
    const opportunityId = await room.publish(publisher, {
      region: 'Kansai',
      budget: { amount: '100', currency: 'JPY' },
      language: 'en-GB',
    })
    const publishedAt = room.now().toISOString()
    room.pass(1_000)
    const { opportunity } = await edit(publisher, {
      opportunityId,
      revision: 1,
      title: 'Copper pipes wanted',
      region: null,
      budget: { amount: '200', currency: 'JPY' },
    })
    expect(opportunity).toMatchObject({
      title: 'Copper pipes wanted',
      description: 'Seamless, 200 mm',
      category: 'Metal',
      region: null,
      budget: { amount: '200', currency: 'JPY' },
      language: 'en',
      revision: 2,
      editedAt: room.now().toISOString(),
      audience: 'ALL',
      visibleTo: null,
    })
    expect(opportunity.revisions.edges.map(({ node }) => node)).toEqual([
      {
        revision: 2,
        at: room.now().toISOString(),
        changed: ['title', 'region', 'budget'],
        title: 'Copper pipes wanted',
        budget: { amount: '200', currency: 'JPY' },
        visibleTo: null,
      },
      {
        revision: 1,
        at: publishedAt,
        changed: [],
        title: 'Steel pipes wanted',
        budget: { amount: '100', currency: 'JPY' },
        visibleTo: null,
      },
    ])
    expect(await room.search(third, { text: 'copper', publisherId: publisher })).toEqual([opportunityId])
    expect(await room.search(third, { text: 'steel', publisherId: publisher })).toEqual([])
  })

  test('is refused with the figures when somebody else was first; of two at once one is', async () => {
    const opportunityId = await room.publish(publisher)
    const answers = await Promise.all(
      ['One', 'Two'].map((title) => edit(publisher, { opportunityId, revision: 1, title })),
    )
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(['EditOpportunityPayload', 'StaleRevision'])
    expect(answers.find(({ code }) => code)).toMatchObject({ code: 'STALE_REVISION', revision: 2, given: 1 })
    expect((await edit(publisher, { opportunityId, revision: 3, title: 'Three' })).code).toBe('STALE_REVISION')
  })

  test('that changes nothing makes no revision; the same key edits once', async () => {
    const opportunityId = await room.publish(publisher)
    expect((await edit(publisher, { opportunityId, revision: 1, category: 'Metal' })).opportunity.revision).toBe(1)
    const input = { opportunityId, revision: 1, title: 'Once', idempotencyKey: newId() }
    const answers = await Promise.all([edit(publisher, input), edit(publisher, input)])
    expect(answers.map(({ opportunity }) => opportunity.revision)).toEqual([2, 2])
    expect((await edit(publisher, { ...input, title: 'Twice' })).code).toBe('IDEMPOTENCY_KEY_REUSED')
  })

  test('is refused with every fault at once', async () => {
    const opportunityId = await room.publish(publisher)
    const refused = await edit(publisher, {
      opportunityId,
      revision: 1,
      title: null,
      language: 'not a language',
      budget: { amount: '1.5', currency: 'JPY' },
      visibleTo: [],
    })
    expect(refused.faults.map(({ path }) => path).toSorted()).toEqual(['budget', 'language', 'title', 'visibleTo'])
    const later = await edit(publisher, {
      opportunityId,
      revision: 1,
      validUntil: '2020-01-01T00:00:00Z',
      visibleTo: [named, newId()],
    })
    expect(later.faults.map(({ path }) => path)).toEqual(['validUntil', 'visibleTo.1'])
  })

  test('of one that is over is refused, and says what to do', async () => {
    const withdrawn = await room.publish(publisher)
    await room.act(publisher, 'withdrawOpportunity', { opportunityId: withdrawn }, 'opportunity { id }')
    const expired = await room.publish(publisher, { validUntil: new Date(room.now().getTime() + 10).toISOString() })
    room.pass(20)
    for (const [opportunityId, state] of [
      [withdrawn, 'WITHDRAWN'],
      [expired, 'EXPIRED'],
    ]) {
      const refused = await edit(publisher, { opportunityId, revision: 1, title: 'Late' })
      expect(refused).toMatchObject({ code: 'WRONG_STATE', state })
      expect(refused.message).toContain('Publish a new one')
    }
  })

  test('is for its publisher alone, and nobody else reads its record or whom it is for', async () => {
    const opportunityId = await room.publish(publisher, { visibleTo: [named] })
    expect((await edit(named, { opportunityId, revision: 1, title: 'Mine' })).code).toBe('NOT_ALLOWED')
    const refused = await edit(third, { opportunityId, revision: 1, title: 'Mine' })
    expect(refused).toEqual(await edit(third, { opportunityId: newId(), revision: 1, title: 'Mine' }))
    expect(refused.code).toBe('NOT_FOUND')
    const text = `query ($id: ID!) { opportunity(id: $id) { audience visibleTo { id } revisions(first: 1) { edges { cursor } } } }`
    expect(await room.read(named, text, { id: opportunityId })).toEqual({
      audience: 'NAMED',
      visibleTo: null,
      revisions: null,
    })
    expect(await room.read(publisher, text, { id: opportunityId })).toMatchObject({ visibleTo: [{ id: named }] })
  })

  test('can open it to everybody, and close it to all but named members', async () => {
    const opportunityId = await room.publish(publisher, { visibleTo: [named] })
    const found = () => room.search(third, { publisherId: publisher })
    expect(await found()).toEqual([])
    await edit(publisher, { opportunityId, revision: 1, visibleTo: null })
    expect(await found()).toEqual([opportunityId])
    await edit(publisher, { opportunityId, revision: 2, visibleTo: [named, named] })
    expect(await found()).toEqual([])
    expect(await room.search(named, { publisherId: publisher })).toEqual([opportunityId])
  })

  test('cannot change what is on record, not even in the database', async () => {
    await room.publish(publisher)
    const { store } = room.services
    for (const text of [
      'update opportunity_revision set title = $1',
      'delete from opportunity_revision where title <> $1',
    ])
      await expect(store.query(text, ['x'])).rejects.toThrow()
  })

  test('pages its record', async () => {
    const opportunityId = await room.publish(publisher)
    for (const revision of [1, 2, 3]) await edit(publisher, { opportunityId, revision, title: `Title ${revision}` })
    const text = `query ($id: ID!, $a: Cursor) { opportunity(id: $id) { revisions(first: 2, after: $a) { edges { node { revision } } pageInfo { hasNextPage endCursor } } } }`
    const { revisions: first } = await room.read(publisher, text, { id: opportunityId })
    const { revisions: second } = await room.read(publisher, text, { id: opportunityId, a: first.pageInfo.endCursor })
    const numbers = (page: Json): number[] => page.edges.map(({ node }) => node.revision)
    expect([numbers(first), first.pageInfo.hasNextPage]).toEqual([[4, 3], true])
    expect([numbers(second), second.pageInfo.hasNextPage]).toEqual([[2, 1], false])
  })
})
