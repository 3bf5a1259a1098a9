import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { HubClient, type Json } from '../support/hub-client.ts'
import { newParty, type Party } from '../support/parties.ts'
import { asOwner } from '../support/test-database.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let tea: Party
let steel: Party
let shopId: string
let steelShopId: string
let nobody: HubClient

beforeAll(async () => {
  hub = await startTestHub()
  tea = await newParty(hub.url, hub.admin, 'Tea House', ['SELLER'])
  steel = await newParty(hub.url, hub.admin, 'Steel Works', ['SELLER'])
  nobody = new HubClient(hub.url)
  const shop = { description: 'Goods', languages: ['en'] }
  shopId = (await tea.client.must('PublishShop', { ...shop, slug: 'tea-house', name: 'Tea House' })).shop.id
  steelShopId = (await steel.client.must('PublishShop', { ...shop, slug: 'steel-works', name: 'Steel' })).shop.id
})
afterAll(() => hub?.close())

const stated = (itemNumber: string, further: object = {}) => ({
  shopId,
  itemNumber,
  name: 'Matcha',
  description: 'Stone-ground green tea of Uji, 宇治の抹茶',
  language: 'en',
  category: 'Tea',
  kind: 'GOODS',
  unit: 'C62',
  price: { amount: '1200', currency: 'JPY' },
  stock: 5,
  ...further,
})
const publish = async (itemNumber: string, further: object = {}, by = tea): Promise<Json> =>
  (await by.client.must('PublishItem', stated(itemNumber, further))).item
const numbers = async (variables: object): Promise<string[]> =>
  (await nobody.run('Items', variables)).items.edges.map(({ node }: Json) => node.itemNumber)

test('items are browsed and searched without log-in: by words of any script, with typing errors, by shop, category, price and what can be had', async () => {
  await publish('M-1')
  await publish('B-1', { name: 'Tea bowls', description: 'Made by hand, 茶碗', stock: 0, price: eur('45') })
  await publish('L-1', { name: 'Lesson', description: 'How to whisk tea', kind: 'SERVICE', unit: 'HUR', stock: null })
  const coil = { shopId: steelShopId, name: 'Steel coil', description: 'Hot rolled', category: 'Metal', stock: null }
  await publish('S-1', { ...coil, price: { amount: '90000', currency: 'JPY' } }, steel)

  expect(await numbers({ filter: { text: '抹茶' } })).toEqual(['M-1'])
  expect(await numbers({ filter: { text: 'bowl' } })).toEqual(['B-1'])
  expect(await numbers({ filter: { text: 'matcah' } })).toEqual(['M-1'])
  expect(await numbers({ filter: { text: 'tea -bowls' } })).toEqual(expect.arrayContaining(['M-1', 'L-1']))
  expect(await numbers({ filter: { text: '"' } })).toEqual([])
  expect(await numbers({ filter: { shopId: steelShopId } })).toEqual(['S-1'])
  expect(await numbers({ filter: { category: 'TEA', kind: 'SERVICE' } })).toEqual(['L-1'])
  expect(await numbers({ filter: { category: 'tea', inStock: true } })).toEqual(['L-1', 'M-1'])
  expect(await numbers({ filter: { priceAtMost: { amount: '1200', currency: 'JPY' } } })).toEqual(['L-1', 'M-1'])
  expect(await numbers({ filter: { priceAtLeast: { amount: '1201', currency: 'JPY' } } })).toEqual(['S-1'])
  expect(await numbers({ order: 'CHEAPEST' })).toEqual(['B-1', 'M-1', 'L-1', 'S-1'])
  expect(await numbers({ order: 'DEAREST' })).toEqual(['S-1', 'L-1', 'M-1', 'B-1'])
  expect(await numbers({})).toEqual(['S-1', 'L-1', 'B-1', 'M-1'])

  const found = (await nobody.run('Items', { filter: { text: 'matcha' } })).items.edges[0].node
  const read = (await nobody.run('Item', { id: found.id })).item
  expect(read).toMatchObject({
    availability: 'IN_STOCK',
    available: 5,
    price: { amount: '1200', currency: 'JPY' },
    shop: { slug: 'tea-house' },
    revisions: null,
    stockChanges: null,
  })
})

const eur = (amount: string): object => ({ amount, currency: 'EUR' })

test.each(['NEWEST', 'CHEAPEST', 'DEAREST', 'RELEVANCE'])(
  'pages by %s have no gap and nothing twice',
  async (order) => {
    const filter = order === 'RELEVANCE' ? { text: 'tea or steel' } : {}
    const all = await numbers({ first: 100, order, filter })
    expect(all.length).toBeGreaterThan(3)
    const paged: string[] = []
    for (let after: string | null = null; ;) {
      const { items } = await nobody.run('Items', { first: 1, after, order, filter })
      paged.push(...items.edges.map(({ node }: Json) => node.itemNumber))
      if (!items.pageInfo.hasNextPage) break
      after = items.pageInfo.endCursor
      const elsewhere = await nobody.send(
        'query ($a: Cursor) { items(first: 1, after: $a, filter: { kind: GOODS }) { edges { cursor } } }',
        { a: after },
      )
      expect(elsewhere.errors?.[0]?.extensions.code).toBe('BAD_CURSOR')
    }
    expect(paged).toEqual(all)
  },
)

test('an edit makes a revision, which its merchant reads; what is off sale, or in a closed shop, is not listed', async () => {
  const item = await publish('E-1', { name: 'Whisk', category: 'Whisks' })
  const edited = await tea.client.must('EditItem', {
    itemId: item.id,
    revision: 1,
    price: { amount: '1500', currency: 'JPY' },
  })
  expect(edited.item).toMatchObject({ revision: 2, price: { amount: '1500' }, name: 'Whisk' })
  expect((await tea.client.act('EditItem', { itemId: item.id, revision: 1, name: 'Lost' })).code).toBe('STALE_REVISION')
  expect((await steel.client.act('EditItem', { itemId: item.id, revision: 2, name: 'Mine' })).code).toBe('NOT_FOUND')
  expect((await tea.client.must('EditItem', { itemId: item.id, revision: 2, onSale: true })).item.revision).toBe(2)
  const own = (await tea.client.run('Item', { id: item.id })).item
  expect(own.revisions.edges.map(({ node }: Json) => [node.revision, node.price.amount])).toEqual([
    [2, '1500'],
    [1, '1200'],
  ])
  expect(await numbers({ filter: { category: 'whisks' } })).toEqual(['E-1'])
  await tea.client.must('EditItem', { itemId: item.id, revision: 2, onSale: false })
  expect(await numbers({ filter: { category: 'whisks' } })).toEqual([])
  expect((await nobody.run('Item', { id: item.id })).item).toBeNull()
  expect((await tea.client.run('Item', { id: item.id })).item.onSale).toBe(false)

  const { shop } = await tea.client.must('PublishShop', {
    slug: 'tea-two',
    name: 'Second',
    description: '-',
    languages: ['en'],
  })
  await publish('E-2', { shopId: shop.id, category: 'Elsewhere' })
  expect(await numbers({ filter: { category: 'elsewhere' } })).toEqual(['E-2'])
  await tea.client.must('EditShop', { shopId: shop.id, revision: 1, open: false })
  expect(await numbers({ filter: { category: 'elsewhere' } })).toEqual([])
})

test('stock is changed exactly though many say so at once, never below nothing, and each change is on record for ever', async () => {
  const item = await publish('N-1', { stock: 10 })
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => tea.client.act('ChangeItemStock', { itemId: item.id, change: -1 })),
  )
  expect(answers.filter(({ item: changed }) => changed)).toHaveLength(10)
  expect(answers.find(({ code }) => code)?.faults).toMatchObject([{ path: 'change' }])
  const own = (await tea.client.run('Item', { id: item.id })).item
  expect(own).toMatchObject({ available: 0, availability: 'SOLD_OUT' })
  expect(own.stockChanges.edges.map(({ node }: Json) => node.stockAfter)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  for (const change of ['update listings.item_stock_change set change = 1', 'delete from listings.item_revision'])
    await expect(asOwner(hub.databaseUrl, (owner) => owner.query(change))).rejects.toThrow(/never changed/)
})

test('bad input is refused with each fault; a number is given once; who is no merchant has no items', async () => {
  const bad = await tea.client.act(
    'PublishItem',
    stated('', { unit: 'pieces', price: { amount: '0', currency: 'JPY' }, gtin: '4006381333930', stock: -1 }),
  )
  expect(bad.faults.map(({ path }: Json) => path).toSorted()).toEqual(['gtin', 'itemNumber', 'price', 'stock', 'unit'])
  expect((await tea.client.act('PublishItem', stated('V-1', { kind: 'SERVICE' }))).faults).toMatchObject([
    { path: 'stock' },
  ])
  await publish('D-1')
  expect((await tea.client.act('PublishItem', stated('D-1'))).faults).toMatchObject([{ path: 'itemNumber' }])
  expect((await steel.client.act('PublishItem', stated('D-1'))).code).toBe('NOT_FOUND')
  const buyer = await newParty(hub.url, hub.admin, 'Buyer', ['BUYER'])
  expect((await buyer.client.act('PublishItem', stated('X-1'))).code).toBe('NOT_ALLOWED')
  const service = await publish('V-2', { kind: 'SERVICE', stock: null })
  expect((await tea.client.act('ChangeItemStock', { itemId: service.id, change: 1 })).faults).toMatchObject([
    { path: 'change' },
  ])
  const input = stated('ONCE', { idempotencyKey: randomUUID() })
  const [first, again] = [await tea.client.must('PublishItem', input), await tea.client.must('PublishItem', input)]
  expect(again.item.id).toBe(first.item.id)
})
