import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { mostRanked } from './store/search.ts'
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

const found = (filter: object, memberId = third): Promise<string[]> =>
  room.search(memberId, { publisherId: publisher, ...filter })

type Value = { value: string; count: number }
type Facets = { matches: number; capped: boolean } & Record<
  'categories' | 'regions' | 'currencies' | 'languages',
  Value[]
>
async function facets(filter: object, memberId = third): Promise<Facets> {
  const text = `query ($f: OpportunityFilter) { opportunities(first: 1, filter: $f) { facets { matches capped
    categories { value count } regions { value count } currencies { value count } languages { value count } } } }`
  return (await room.read<{ facets: Facets }>(memberId, text, { f: { publisherId: publisher, ...filter } })).facets
}

/** All pages of a list, one id after the other; `between` runs before each further page. */
async function pages(memberId: string, filter: object, first: number, between: () => Promise<unknown>, order?: string) {
  const text = `query ($n: Int!, $a: Cursor, $f: OpportunityFilter, $o: OpportunityOrder) {
    opportunities(first: $n, after: $a, filter: $f, order: $o) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`
  const ids: string[] = []
  for (let after: string | null = null, more = true; more;) {
    const page: Json = await room.read(memberId, text, { n: first, a: after, f: filter, o: order })
    expect(page.pageInfo.hasPreviousPage).toBe(after !== null)
    ids.push(...page.edges.map(({ node }) => node.id))
    after = page.pageInfo.endCursor
    more = page.pageInfo.hasNextPage
    if (more) await between()
  }
  return ids
}

describe('a text search', () => {
  test('finds words by their stems in the language of the opportunity', async () => {
    const publish = (title: string, language: string) => room.publish(publisher, { title, description: '-', language })
    const english = await publish('Welding machines', 'en')
    const german = await publish('Gesucht: Häuser', 'de')
    const french = await publish('Cherchons chevaux', 'fr')
    const spanish = await publish('Se buscan camiones', 'es')
    const russian = await publish('Стальные трубы', 'ru')
    expect(await found({ text: 'machine' })).toEqual([english])
    expect(await found({ text: 'the weld' })).toEqual([english])
    expect(await found({ text: 'Hauser' })).toEqual([german])
    expect(await found({ text: 'Haus' })).toEqual([german])
    expect(await found({ text: 'cheval' })).toEqual([french])
    expect(await found({ text: 'camión' })).toEqual([spanish])
    expect(await found({ text: 'труба' })).toEqual([russian])
  })

  test('finds parts of texts without spaces, a single character too', async () => {
    const pipes = await room.publish(publisher, { title: '継目無鋼管を求む', description: '二百本', language: 'ja' })
    const chinese = await room.publish(publisher, { title: '求購無縫鋼管', description: '-', language: 'zh' })
    expect(await found({ text: '鋼管' })).toEqual(expect.arrayContaining([pipes, chinese]))
    expect(await found({ text: '無鋼' })).toEqual([pipes])
    expect(await found({ text: '継目無鋼管' })).toEqual([pipes])
    expect(await found({ text: '継目無銅管を求む' })).toEqual([pipes])
    expect(await found({ text: '本' })).toEqual([pipes])
    expect(await found({ text: '管目' })).toEqual([])
  })

  test('forgives typing errors in words that nobody uses, and puts what is spelt as typed first', async () => {
    const pump = await room.publish(publisher, { title: 'Centrifugal pump', description: 'For water' })
    const valve = await room.publish(publisher, { title: 'Gate valve', description: 'Centrifugal is not asked for' })
    for (const typed of ['centrifugl', 'centrifugall', 'cnetrifugal', 'zentrifugal'])
      expect(await found({ text: typed })).toEqual([pump, valve])
    expect(await found({ text: 'pmup' })).toEqual([pump])
    expect(await found({ text: 'centrifugl -pump' })).toEqual([valve])
    expect(await found({ text: 'pxyp' })).toEqual([])
    expect(await found({ text: '"centrifugl pump"' })).toEqual([])
  })

  test('counts a title for more than a description', async () => {
    const later = await room.publish(publisher, { title: 'Turbine blades', description: 'New' })
    await room.publish(publisher, { title: 'Wanted', description: 'A turbine' })
    expect((await found({ text: 'turbine' }))[0]).toBe(later)
  })
})

describe('pages of ranked matches', () => {
  test('have each match once, whatever is published or withdrawn meanwhile', async () => {
    const ids: string[] = []
    for (let i = 0; i < 7; i++)
      ids.push(await room.publish(publisher, { title: i % 2 ? 'Anchor' : 'Anchor, anchor', description: 'x' }))
    const publishMore = () => room.publish(publisher, { title: 'Anchor anchor anchor', description: 'anchor' })
    const listed = await pages(third, { text: 'anchor', publisherId: publisher }, 2, publishMore)
    expect(listed.toSorted()).toEqual(ids.toSorted())
    expect((await found({ text: 'anchor' })).length).toBe(ids.length + 3)
  })

  test('go on in the order of time beyond those that are ranked', async () => {
    const beyond = mostRanked + 30
    await room.services.store.query(
      `insert into opportunity (id, publisher_id, title, description, published_at, words)
       select gen_random_uuid(), $1, 'Many', '-', $2::timestamptz - n * interval '1 second', to_tsvector('simple', case when n % 10 = 0 then 'sprocket sprocket' else 'sprocket' end)
       from generate_series(1, $3::int) n`,
      [publisher, room.now(), beyond],
    )
    const listed = await pages(third, { text: 'sprocket', publisherId: publisher }, 100, async () => undefined)
    expect(listed).toHaveLength(beyond)
    expect(new Set(listed).size).toBe(beyond)
    const rows = await room.services.store.query<{ id: string }>(
      'select id from opportunity where publisher_id = $1 order by published_at desc, id desc',
      [publisher],
    )
    expect(listed.slice(-30)).toEqual(rows.slice(-30).map(({ id }) => id))
    expect(await facets({ text: 'sprocket' })).toMatchObject({ matches: beyond, capped: false })
    const newest = await pages(
      third,
      { text: 'sprocket', publisherId: publisher },
      100,
      async () => undefined,
      'NEWEST',
    )
    expect(newest).toEqual(rows.map(({ id }) => id))
  })

  test('take no cursor of another list, filter, order or member', async () => {
    await room.publish(publisher)
    const text = `query ($a: Cursor, $f: OpportunityFilter, $o: OpportunityOrder) { opportunities(first: 1, after: $a, filter: $f, order: $o) { pageInfo { endCursor } } }`
    const filter = { text: 'steel', publisherId: publisher }
    const { pageInfo } = await room.read(third, text, { f: filter })
    const code = async (memberId: string, variables: object) =>
      (await room.ask(memberId, text, { a: pageInfo.endCursor, ...variables })).errors?.[0]?.extensions['code'] ?? null
    expect(await code(third, { f: filter })).toBeNull()
    expect(await code(third, { f: { ...filter, category: 'Metal' } })).toBe('BAD_CURSOR')
    expect(await code(third, { f: filter, o: 'NEWEST' })).toBe('BAD_CURSOR')
    expect(await code(named, { f: filter })).toBe('BAD_CURSOR')
    const parts = JSON.parse(Buffer.from(pageInfo.endCursor, 'base64url').toString()) as unknown[]
    for (const [at, forged] of [
      [1, 'OTHER'],
      [2, "x'; --"],
      [5, 2 ** 40],
      [7, 'no id'],
      [3, 'yesterday'],
    ] as const) {
      const cursor = Buffer.from(JSON.stringify(parts.with(at, forged))).toString('base64url')
      expect(await code(third, { f: filter, a: cursor })).toBe('BAD_CURSOR')
    }
  })
})

describe('filters and facets', () => {
  beforeEach(async () => {
    const jpy = (amount: string) => ({ amount, currency: 'JPY' })
    await room.publish(publisher, { category: 'Metal', region: 'Kansai', budget: jpy('100'), language: 'en' })
    await room.publish(publisher, { category: 'METAL', region: 'Kanto', budget: jpy('200'), language: 'ja' })
    await room.publish(publisher, { category: 'Energy', region: 'Kansai', budget: { amount: '5.00', currency: 'EUR' } })
    await room.publish(publisher, {
      category: 'Energy',
      title: 'Solar',
      description: 'x',
      region: null,
      visibleTo: [named],
    })
  })

  test('count what matches, under the same filter', async () => {
    expect(await facets({})).toEqual({
      matches: 3,
      capped: false,
      categories: [
        { value: 'METAL', count: 2 },
        { value: 'Energy', count: 1 },
      ],
      regions: [
        { value: 'Kansai', count: 2 },
        { value: 'Kanto', count: 1 },
      ],
      currencies: [
        { value: 'JPY', count: 2 },
        { value: 'EUR', count: 1 },
      ],
      languages: [
        { value: 'en', count: 1 },
        { value: 'ja', count: 1 },
      ],
    })
    expect((await facets({ category: 'energy' })).regions).toEqual([{ value: 'Kansai', count: 1 }])
    expect((await facets({ text: 'steel', region: 'kansai' })).categories).toHaveLength(2)
  })

  test('by budget, currency, language and time', async () => {
    const count = async (filter: object) => (await found(filter)).length
    expect(await count({ currency: 'JPY' })).toBe(2)
    expect(await count({ budgetAtLeast: { amount: '150', currency: 'JPY' } })).toBe(1)
    expect(await count({ budgetAtMost: { amount: '150', currency: 'JPY' } })).toBe(1)
    expect(
      await count({
        budgetAtLeast: { amount: '100', currency: 'JPY' },
        budgetAtMost: { amount: '200', currency: 'JPY' },
      }),
    ).toBe(2)
    expect(await count({ budgetAtMost: { amount: '5.00', currency: 'EUR' } })).toBe(1)
    expect(await count({ language: 'ja-JP' })).toBe(1)
    expect(await count({ publishedSince: room.now().toISOString() })).toBe(0)
    await expect(found({ budgetAtMost: { amount: '1.5', currency: 'JPY' } })).rejects.toThrow('budgetAtMost')
    await expect(found({ language: '?' })).rejects.toThrow('language')
  })
})

describe('what is for named members alone', () => {
  test('shows to nobody else in results, counts, facets, corrections or errors', async () => {
    const id = await room.publish(publisher, {
      title: 'Quadrocopter secret',
      description: 'x',
      category: 'Aviation',
      visibleTo: [named],
    })
    for (const memberId of [named, publisher]) {
      expect(await found({ text: 'quadrocopter' }, memberId)).toEqual([id])
      expect(await found({ text: 'quadrocpoter' }, memberId)).toEqual([id])
      expect(await facets({ category: 'aviation' }, memberId)).toMatchObject({ matches: 1 })
    }
    expect(await found({ text: 'quadrocopter' })).toEqual([])
    expect(await found({ text: 'quadrocpoter' })).toEqual([])
    expect(await facets({})).toMatchObject({ matches: 0, categories: [] })
    // A correction towards a hidden word would keep a reader from the word that it may know.
    const open = await room.publish(publisher, { title: 'Quadrocoptor', description: 'x' })
    expect(await found({ text: 'quadrocoptxr' })).toEqual([open])
    expect(await found({ text: 'quadrocoptxr' }, named)).toEqual(expect.arrayContaining([id, open]))
  })
})
