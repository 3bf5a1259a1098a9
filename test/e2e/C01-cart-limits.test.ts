import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { HubClient, type Json } from '../support/hub-client.ts'
import { eventually, type Party } from '../support/parties.ts'
import {
  newCustomer,
  newGuest,
  openShop,
  orderUntil,
  publishItem,
  shopOf,
  stands,
  yen,
  type Shop,
} from '../support/shop.ts'
import { expectSoundBooks } from '../support/audits.ts'
import { asOwner } from '../support/test-database.ts'
import { depositOf } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let shop: Shop
let customer: Party

beforeAll(async () => {
  hub = await startTestHub()
  shop = await openShop(hub, { guests: {} })
  customer = await newCustomer(hub, shop)
})
afterAll(() => hub?.close())

const cartsIn = async (where: string, values: unknown[] = []): Promise<number> =>
  Number(
    (
      await asOwner(hub.databaseUrl, (owner) =>
        owner.query(`select count(*) from listings.cart c where ${where}`, values),
      )
    ).rows[0].count,
  )

/** Upkeep goes round every half minute. */
const swept = (what: string, isSo: () => Promise<boolean>): Promise<unknown> =>
  waitFor(isSo, { timeoutMs: 60_000, everyMs: 500, what })

test('who is signed in, a guest too, has twenty carts under tokens at a time, however many it asks for at once', async () => {
  for (const { client } of [customer, await newGuest(hub.url, `guest-${randomUUID()}@example.org`)]) {
    const answers: Json[] = await Promise.all(
      Array.from({ length: 24 }, () => client.act('OpenCart', { shopId: shop.shopId })),
    )
    expect(answers.filter(({ cartToken }) => cartToken)).toHaveLength(20)
    const refused = answers.filter(({ code }) => code)
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['NOT_ALLOWED']))
    expect(refused[0].message).toContain('20 is the most')
    // One that is taken over makes room for one.
    await client.must('MergeCart', { cartToken: answers.find(({ cartToken }) => cartToken)?.cartToken })
    await client.must('OpenCart', { shopId: shop.shopId })
    expect((await client.act('OpenCart', { shopId: shop.shopId })).code).toBe('NOT_ALLOWED')
  }
})

test('a cart under a token in which nothing is lapses in hours, one with something in it in days, and lapsed ones go', async () => {
  const nobody = new HubClient(hub.url)
  const item = await publishItem(shop, 'LAPSE-1')
  const { cart, cartToken } = await nobody.must('OpenCart', { shopId: shop.shopId })
  const hoursLeft = ({ lapsesAt }: Json): number => Math.round((Date.parse(lapsesAt) - Date.now()) / 3_600_000)
  expect(hoursLeft(cart)).toBe(2)
  const put = (quantity: number): Promise<Json> => nobody.must('SetCartLine', { cartToken, itemId: item.id, quantity })
  expect(hoursLeft((await put(1)).cart)).toBe(30 * 24)
  expect(hoursLeft((await put(0)).cart)).toBe(2)
  await asOwner(hub.databaseUrl, (owner) =>
    owner.query(`update listings.cart set lapses_at = now() - interval '1 second' where id = $1`, [cart.id]),
  )
  expect((await nobody.run('Cart', { cartToken })).cart).toBeNull()
  await swept('the cart to go', async () => (await cartsIn('c.id = $1', [cart.id])) === 0)
}, 90_000)

test('a member has carts at a hundred shops, and is told how to make room; old empty ones go by themselves', async () => {
  const { client, id } = await newCustomer(hub, shop)
  const item = await publishItem(shop, 'MANY-1')
  const elsewhere = { ...shop, ...(await shopOf(shop.seller)) }
  const other = await publishItem(elsewhere, 'MANY-2')
  await client.must('SetCartLine', { itemId: item.id, quantity: 1 })
  // The further shops of ninety-nine merchants.
  await asOwner(hub.databaseUrl, (owner) =>
    owner.query(
      `with s as (insert into listings.shop (id, merchant_id, slug, name, description, languages, open, revision, published_at, words)
         select gen_random_uuid(), merchant_id, slug || '-' || n, name, description, languages, open, revision, published_at, words
         from listings.shop, generate_series(1, 99) n where id = $1 returning id),
       c as (insert into listings.cart (id, shop_id, member_id, revision, changed_at) select gen_random_uuid(), s.id, $2, 1, now() from s returning id)
       insert into listings.cart_line (cart_id, item_id, quantity, put_at, price_minor, currency, could_be_had)
         select c.id, $3, 1, now(), 1200, 'JPY', true from c`,
      [shop.shopId, id, item.id],
    ),
  )
  const refused = await client.act('SetCartLine', { itemId: other.id, quantity: 1 })
  expect(refused).toMatchObject({ code: 'NOT_ALLOWED', message: expect.stringContaining('an empty one makes room') })
  // Where it has a cart it goes on.
  await client.must('SetCartLine', { itemId: item.id, quantity: 0 })
  await client.must('SetCartLine', { itemId: other.id, quantity: 1 })
  await asOwner(hub.databaseUrl, (owner) =>
    owner.query(`update listings.cart set changed_at = changed_at - interval '31 days' where member_id = $1`, [id]),
  )
  const kept = 'c.member_id = $1'
  await swept('the empty cart to go', async () => (await cartsIn(kept, [id])) === 100)
  expect(await cartsIn(`${kept} and not exists (select from listings.cart_line l where l.cart_id = c.id)`, [id])).toBe(
    0,
  )
}, 90_000)

test('what is in two currencies is quoted and ordered currency by currency, and the rest stays in the cart', async () => {
  const { client } = customer
  const [tea, book] = [
    await publishItem(shop, 'CUR-1'),
    await publishItem(shop, 'CUR-2', { price: { amount: '15.00', currency: 'EUR' } }),
  ]
  for (const { id } of [tea, book]) await client.must('SetCartLine', { itemId: id, quantity: 2 })
  const quote = (further: object = {}): Promise<Json> => client.act('QuoteOrder', { shopId: shop.shopId, ...further })
  expect(await quote()).toMatchObject({
    code: 'WRONG_STATE',
    state: 'SEVERAL_CURRENCIES',
    message: expect.stringContaining('EUR and JPY'),
  })
  expect(await quote({ currency: 'USD' })).toMatchObject({ code: 'WRONG_STATE', state: 'EMPTY' })
  expect((await quote({ currency: 'EUR' })).quote.total).toEqual({ amount: '30.00', currency: 'EUR' })
  // A quote of the other currency takes its place, as any further quote does.
  const yens = (await quote({ currency: 'JPY' })).quote
  expect(yens).toMatchObject({ total: yen('2400'), lines: [{ itemNumber: 'CUR-1' }] })
  const first = await client.must('PlaceOrder', {
    quote: yens.signed,
    paymentMethodId: await depositOf({ ...shop, buyer: customer }, '2400'),
  })
  await orderUntil(client, first.orderCode, stands('CONCLUDED'))
  const cart = await eventually(
    'the order to leave the cart',
    async () => (await client.run('Cart', { shopId: shop.shopId })).cart,
    ({ lines }) => lines.length === 1,
  )
  expect(cart.lines[0]).toMatchObject({ item: { id: book.id }, quantity: 2 })
  const rest = (await quote()).quote
  expect(rest.total).toEqual({ amount: '30.00', currency: 'EUR' })
  await expectSoundBooks(hub)
})

test('nobody opens more than sixty carts a minute from one address', async () => {
  const nobody = new HubClient(hub.url)
  const text = `mutation { ${Array.from({ length: 10 }, (_, n) => `a${n}: openCart(input: { shopId: "${shop.shopId}" }) { __typename }`).join(' ')} }`
  const said: (string | undefined)[] = []
  for (let n = 0; n < 8; n++) said.push((await nobody.send(text)).errors?.[0]?.message)
  expect(said.slice(0, 5)).toEqual(Array(5).fill(undefined))
  expect(said.at(-1)).toContain('Mutation.openCart')
})
