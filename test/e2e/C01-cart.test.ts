import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { HubClient, type Json } from '../support/hub-client.ts'
import { eventually, type Party } from '../support/parties.ts'
import { availableOf, newCustomer, openShop, publishItem, quoteOf, shopOf, yen, type Shop } from '../support/shop.ts'
import { asOwner } from '../support/test-database.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let shop: Shop
let nobody: HubClient
let customer: Party

beforeAll(async () => {
  hub = await startTestHub()
  shop = await openShop(hub, { deliveryCharges: [{ charge: yen('500'), freeFrom: yen('5000') }] })
  nobody = new HubClient(hub.url)
  customer = shop.buyer
})
afterAll(() => hub?.close())

const own = async (client = customer.client): Promise<Json> => (await client.run('Cart', { shopId: shop.shopId })).cart
const quantities = (cart: Json): [string, number][] =>
  cart.lines.map(({ item, quantity }: Json) => [item.name, quantity])

test('a cart is kept on the server without log-in under its token alone, and merged at log-in once, with what was capped', async () => {
  const [tea, bowl] = [
    await publishItem(shop, 'M-1'),
    await publishItem(shop, 'B-1', { name: 'Bowl', price: yen('300') }),
  ]
  const { cart, cartToken } = await nobody.must('OpenCart', { shopId: shop.shopId })
  expect(cartToken).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(cart).toMatchObject({ revision: 0, lines: [], goods: null, lapsesAt: expect.any(String) })
  await nobody.must('SetCartLine', { cartToken, itemId: tea.id, quantity: 998 })
  const filled = await nobody.must('SetCartLine', { cartToken, itemId: bowl.id, quantity: 2 })
  expect(filled.cart).toMatchObject({ revision: 2, goods: yen(String(998 * 1200 + 600)) })
  expect((await new HubClient(hub.url).run('Cart', { cartToken })).cart.lines[0]).toMatchObject({
    quantity: 998,
    enough: false,
    availability: 'IN_STOCK',
  })
  for (const wrong of ['A'.repeat(43), cart.id])
    expect((await nobody.run('Cart', { cartToken: wrong })).cart).toBeNull()
  expect((await nobody.act('SetCartLine', { cartToken: 'B'.repeat(43), itemId: tea.id, quantity: 1 })).code).toBe(
    'NOT_FOUND',
  )
  expect((await nobody.act('SetCartLine', { itemId: tea.id, quantity: 1 })).code).toBe('NOT_SIGNED_IN')
  const kept = await asOwner(hub.databaseUrl, (owner) => owner.query('select * from listings.cart'))
  expect(JSON.stringify(kept)).not.toContain(cartToken)

  await customer.client.must('SetCartLine', { itemId: tea.id, quantity: 5 })
  const both = await Promise.all(Array.from({ length: 4 }, () => customer.client.act('MergeCart', { cartToken })))
  expect(both.filter(({ code }) => code === 'NOT_FOUND')).toHaveLength(3)
  expect(both.find(({ capped }) => capped)?.capped).toEqual([{ itemId: tea.id, asked: 1003, kept: 999 }])
  expect(quantities(await own())).toEqual([
    ['Bowl', 2],
    ['Matcha', 999],
  ])
  expect((await nobody.run('Cart', { cartToken })).cart).toBeNull()
  expect((await nobody.act('SetCartLine', { cartToken, itemId: tea.id, quantity: 1 })).code).toBe('NOT_FOUND')
  const { viewer } = await customer.client.run('Carts')
  expect(viewer.carts.edges.map(({ node }: Json) => node.shop.slug)).toEqual([shop.slug])
})

test('a line says when price or availability changed since it was put in, and what is off sale cannot be quoted', async () => {
  const client = (await newCustomer(hub, shop)).client
  const item = await publishItem(shop, 'C-1', { name: 'Whisk', stock: 1 })
  await client.must('SetCartLine', { itemId: item.id, quantity: 1 })
  expect((await own(client)).lines[0]).toMatchObject({
    priceChanged: false,
    availabilityChanged: false,
    enough: true,
    onSale: true,
  })
  await shop.seller.client.must('EditItem', { itemId: item.id, revision: 1, price: yen('1500') })
  await shop.seller.client.must('ChangeItemStock', { itemId: item.id, change: -1 })
  expect((await own(client)).lines[0]).toMatchObject({
    price: yen('1500'),
    priceWhenPut: yen('1200'),
    priceChanged: true,
    availability: 'SOLD_OUT',
    availabilityChanged: true,
    enough: false,
  })
  await client.must('SetCartLine', { itemId: item.id, quantity: 1 })
  expect((await own(client)).lines[0]).toMatchObject({ priceChanged: false, availabilityChanged: false })
  expect(await client.act('QuoteOrder', { shopId: shop.shopId })).toMatchObject({
    code: 'ITEMS_SHORT',
    shortages: [{ itemId: item.id, wanted: 1, left: 0 }],
  })
  await shop.seller.client.must('EditItem', { itemId: item.id, revision: 2, onSale: false })
  expect((await own(client)).lines[0].onSale).toBe(false)
  expect(await client.act('QuoteOrder', { shopId: shop.shopId })).toMatchObject({
    code: 'WRONG_STATE',
    state: 'NOT_ON_SALE',
  })
  await client.must('SetCartLine', { itemId: item.id, quantity: 0 })
  expect(await client.act('QuoteOrder', { shopId: shop.shopId })).toMatchObject({ code: 'WRONG_STATE', state: 'EMPTY' })
})

test('the hub computes the total: lines, delivery up to a sum, services without it; prices that change later do not touch a quote', async () => {
  const client = (await newCustomer(hub, shop)).client
  const tea = await publishItem(shop, 'T-1')
  const lesson = await publishItem(shop, 'L-1', {
    name: 'Lesson',
    kind: 'SERVICE',
    unit: 'HUR',
    stock: null,
    price: yen('2000'),
  })
  expect(await quoteOf(shop, client, { [lesson.id]: 1 })).toMatchObject({
    total: yen('2000'),
    deliveryCharge: yen('0'),
  })
  const quote = await quoteOf(shop, client, { [tea.id]: 2 })
  expect(quote).toMatchObject({
    total: yen('4900'),
    deliveryCharge: yen('500'),
    state: 'OPEN',
    orderCode: null,
    termsVersion: 1,
  })
  expect(quote.lines.map((line: Json) => [line.itemNumber, line.quantity, line.amount.amount])).toEqual([
    ['L-1', 1, '2000'],
    ['T-1', 2, '2400'],
  ])
  expect(JSON.parse(Buffer.from(quote.signed.split('.')[1], 'base64url').toString())).toMatchObject({
    totalMinor: '4900',
    buyerId: expect.any(String),
  })
  expect(await availableOf(client, tea.id)).toBe(8)
  await shop.seller.client.must('EditItem', { itemId: tea.id, revision: 1, price: yen('9000') })
  expect((await client.run('Quote', { id: quote.id })).quote).toMatchObject({
    total: yen('4900'),
    signed: quote.signed,
  })
  expect((await customer.client.run('Quote', { id: quote.id })).quote).toBeNull()
  expect(await quoteOf(shop, client, { [tea.id]: 1 })).toMatchObject({ total: yen('11000'), deliveryCharge: yen('0') })
  const key = { shopId: shop.shopId, idempotencyKey: randomUUID() }
  const [first, again] = [await client.must('QuoteOrder', key), await client.must('QuoteOrder', key)]
  expect(again.quote).toEqual(first.quote)
  const { revision } = await own(client)
  const stale = await client.act('QuoteOrder', { shopId: shop.shopId, cartRevision: revision - 1 })
  expect(stale).toMatchObject({ code: 'STALE_REVISION', revision })
})

test('the goods of a quote that lapses come back when it is closed for good, and not before', async () => {
  const client = (await newCustomer(hub, shop)).client
  const item = await publishItem(shop, 'Q-1', { stock: 3 })
  const quote = await quoteOf(shop, client, { [item.id]: 3 })
  const other = (await newCustomer(hub, shop)).client
  await other.must('SetCartLine', { itemId: item.id, quantity: 1 })
  expect((await other.act('QuoteOrder', { shopId: shop.shopId })).shortages).toMatchObject([{ left: 0 }])
  await asOwner(hub.databaseUrl, (owner) =>
    owner.query(`update listings.quote set expires_at = now() - interval '1 second' where id = $1`, [quote.id]),
  )
  await eventually(
    'the goods to come back',
    () => availableOf(client, item.id),
    (left) => left === 3,
  )
  expect((await client.run('Quote', { id: quote.id })).quote.state).toBe('CLOSED')
  const closed = await asOwner(hub.databaseUrl, (owner) =>
    owner.query('select kind from contracts.quote_use where quote_id = $1', [quote.id]),
  )
  expect(closed.rows).toEqual([{ kind: 'CLOSED' }])
  expect((await other.must('QuoteOrder', { shopId: shop.shopId })).quote.state).toBe('OPEN')
})

test('who quotes where: not at a shop without terms, not in several currencies, not the merchant itself; terms are versions', async () => {
  const seller = shop.seller.client
  const slug = `bare-${randomUUID().slice(0, 8)}`
  const bare = (await seller.must('PublishShop', { slug, name: 'Bare', description: '-', languages: ['en'] })).shop
  const item = await publishItem({ ...shop, shopId: bare.id }, 'BARE-1')
  const client = (await newCustomer(hub, shop)).client
  await client.must('SetCartLine', { itemId: item.id, quantity: 1 })
  expect((await client.act('QuoteOrder', { shopId: bare.id })).state).toBe('NO_TERMS')
  const stated = await seller.must('SetShopTerms', {
    shopId: bare.id,
    version: 0,
    deliverWithinDays: 3,
    guests: { mostOrdersPerDay: 2 },
  })
  expect(stated.shop.terms).toMatchObject({
    version: 1,
    deliverWithinDays: 3,
    settlement: 'NET',
    guests: { mostOrdersPerDay: 2 },
    onAccount: [],
  })
  expect(await seller.act('SetShopTerms', { shopId: bare.id, version: 0 })).toMatchObject({
    code: 'STALE_REVISION',
    revision: 1,
  })
  const bad = {
    deliveryCharges: [{ charge: yen('1'), freeFrom: { amount: '1', currency: 'EUR' } }, { charge: yen('2') }],
    version: 1,
  }
  expect((await seller.act('SetShopTerms', { shopId: bare.id, ...bad })).faults.map(({ path }: Json) => path)).toEqual([
    'deliveryCharges.1',
    'deliveryCharges.0.freeFrom',
  ])
  expect(
    (await seller.act('SetShopTerms', { shopId: bare.id, version: 1, settlementAgentId: customer.id })).faults,
  ).toMatchObject([{ path: 'settlementAgentId' }])
  expect((await client.act('SetShopTerms', { shopId: bare.id, version: 1 })).code).toBe('NOT_ALLOWED')
  const euro = await publishItem({ ...shop, shopId: bare.id }, 'BARE-2', { price: { amount: '3', currency: 'EUR' } })
  await client.must('SetCartLine', { itemId: euro.id, quantity: 1 })
  expect(await own(client)).toBeNull()
  expect((await client.act('QuoteOrder', { shopId: bare.id })).state).toBe('SEVERAL_CURRENCIES')
  await seller.must('SetCartLine', { itemId: item.id, quantity: 1 })
  expect((await seller.act('QuoteOrder', { shopId: bare.id })).code).toBe('NOT_ALLOWED')
  const elsewhere = await shopOf(shop.seller)
  const { cartToken } = await nobody.must('OpenCart', { shopId: elsewhere.shopId })
  expect((await nobody.act('SetCartLine', { cartToken, itemId: item.id, quantity: 1 })).code).toBe('NOT_FOUND')
  expect((await nobody.act('SetCartLine', { cartToken, itemId: item.id, quantity: 1000 })).faults).toMatchObject([
    { path: 'quantity' },
  ])
})
