import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { isRefusal } from '@torihiki/shared/refusals.ts'
import { quoteMinutes } from './domain/quote.ts'
import { lapseQuotes } from './index.ts'
import { openListingsRoom, type ListingsRoom } from './testing/listings-room.ts'
import { openShop, stockFaults, type Shopping } from './testing/shopping.ts'

let room: ListingsRoom
let shop: Shopping

beforeAll(async () => {
  room = await openListingsRoom()
})
afterAll(() => room.close())
beforeEach(async () => {
  // What the test before left open lapses first.
  room.pass(quoteMinutes * 60_000)
  await lapseQuotes(room.services)
  shop = await openShop(room)
})
afterEach(async () => expect(await stockFaults(room)).toEqual([]))

const published = async (type: string): Promise<string[]> =>
  (
    await room.services.store.query<{ quote: string }>(
      `select payload ->> 'quoteId' as quote from outbox where type = $1 order by id`,
      [type],
    )
  ).map(({ quote }) => quote)
const states = async (): Promise<string[]> =>
  (
    await room.services.store.query<{ state: string }>('select state from quote where shop_id = $1 order by id', [
      shop.shopId,
    ])
  ).map(({ state }) => state)

it('fifty who want one at once of twenty get twenty, and the others are told what is left', async () => {
  const itemId = await shop.item('T-20', 20)
  const customers = await Promise.all(Array.from({ length: 50 }, () => shop.customer()))
  for (const customer of customers) await shop.put(customer, itemId, 1)
  const answers = await Promise.all(customers.map((customer) => shop.quote(customer)))
  const refused = answers.filter(isRefusal)
  expect(refused).toHaveLength(30)
  expect(refused.every(({ code }) => code === 'ITEMS_SHORT')).toBe(true)
  expect(refused.at(-1)?.['shortages']).toEqual([{ itemId, wanted: 1, left: 0 }])
  expect(await shop.left(itemId)).toEqual([0])
})

it('of several items in several carts, in any order, all or nothing is held', async () => {
  const items = await Promise.all(['A', 'B', 'C', 'D'].map((number) => shop.item(number, 12)))
  const customers = await Promise.all(Array.from({ length: 16 }, () => shop.customer()))
  for (const [n, customer] of customers.entries())
    for (const itemId of n % 2 ? items : items.toReversed()) await shop.put(customer, itemId, 1 + (n % 3))
  const answers = await Promise.all(customers.map((customer) => shop.quote(customer)))
  const quoted = await Promise.all(
    answers.flatMap((answer) => (isRefusal(answer) ? [] : [shop.claims(answer.quoteId)])),
  )
  const each = quoted.reduce((sum, { lines }) => sum + (lines[0]?.quantity ?? 0), 0)
  expect(await shop.left(...items)).toEqual(items.map(() => 12 - each))
  expect(each).toBeGreaterThan(9)
})

it('a further quote takes the place of the one before and its goods: nobody stands in the way of himself', async () => {
  const itemId = await shop.item('LAST', 5)
  const customer = await shop.customer()
  await shop.put(customer, itemId, 5)
  const first = await shop.mustQuote(customer)
  await shop.put(customer, itemId, 3)
  const second = await shop.mustQuote(customer)
  expect(second.seriesId).toBe(first.seriesId)
  expect([await states(), await shop.left(itemId)]).toEqual([['REPLACED', 'OPEN'], [0]])
  expect((await published('QuoteLapsed')).includes(first.quoteId)).toBe(true)
  await shop.hear('QuoteClosed', first)
  expect([await states(), await shop.left(itemId)]).toEqual([['CLOSED', 'OPEN'], [2]])
  await shop.put(customer, itemId, 6)
  expect(await shop.quote(customer)).toMatchObject({ shortages: [{ itemId, wanted: 6, left: 5 }] })
  expect(await shop.left(itemId)).toEqual([2])
})

it('goods come back when it is said that the quote is closed, and not by the clock; one that was used meanwhile keeps them', async () => {
  const itemId = await shop.item('CLOCK', 4)
  const [late, quick] = [await shop.customer(), await shop.customer()]
  for (const customer of [late, quick]) await shop.put(customer, itemId, 2)
  const [first, second] = [await shop.mustQuote(late), await shop.mustQuote(quick)]
  expect(await lapseQuotes(room.services)).toBe(0)
  room.pass(quoteMinutes * 60_000)
  expect(await lapseQuotes(room.services)).toBe(2)
  expect(await lapseQuotes(room.services)).toBe(0)
  expect([await states(), await shop.left(itemId)]).toEqual([['LAPSED', 'LAPSED'], [0]])
  await shop.hear('ShopOrderPlaced', shop.placed(second))
  await shop.hear('QuoteClosed', first)
  await shop.hear('QuoteClosed', second)
  expect([await states(), await shop.left(itemId)]).toEqual([['CLOSED', 'USED'], [2]])
})

it('an order takes what it ordered out of the cart; when it ends the goods come back once, in whatever order that is heard', async () => {
  const [itemId, made] = [await shop.item('ONCE', 9), await shop.item('MADE', null)]
  const customer = await shop.customer()
  await shop.put(customer, itemId, 2)
  await shop.put(customer, made, 1)
  const first = await shop.mustQuote(customer)
  expect(first).toMatchObject({ totalMinor: '300', lines: [{ stocked: true }, { stocked: false }] })
  await shop.put(customer, itemId, 7)
  const second = await shop.mustQuote(customer)
  expect(await shop.left(itemId)).toEqual([2])
  const order = shop.placed(first)
  await shop.hear('ShopOrderEnded', { ...order, how: 'CANCELLED' })
  expect([await states(), await shop.left(itemId)]).toEqual([['RETURNED', 'CLOSED'], [9]])
  await shop.hear('ShopOrderPlaced', order)
  await shop.hear('ShopOrderEnded', { ...order, how: 'CANCELLED' })
  await shop.hear('QuoteClosed', second)
  expect([await states(), await shop.left(itemId)]).toEqual([['RETURNED', 'CLOSED'], [9]])
  const [line, ...others] = await room.services.store.query<{ item_id: string; quantity: number }>(
    'select l.item_id, l.quantity from cart_line l join cart c on c.id = l.cart_id where c.member_id = $1',
    [customer.memberId],
  )
  expect([line, others]).toEqual([{ item_id: itemId, quantity: 5 }, []])
  expect((await shop.mustQuote(customer)).seriesId).not.toBe(first.seriesId)
})

it('what is put into the cart after the order stays there, however late the order is heard of', async () => {
  const itemId = await shop.item('AFTER', 9)
  const customer = await shop.customer()
  await shop.put(customer, itemId, 2)
  const order = shop.placed(await shop.mustQuote(customer))
  await shop.put(customer, itemId, 2)
  await shop.hear('ShopOrderPlaced', order)
  const [line] = await room.services.store.query<{ quantity: number }>(
    'select l.quantity from cart_line l join cart c on c.id = l.cart_id where c.member_id = $1',
    [customer.memberId],
  )
  expect(line).toEqual({ quantity: 2 })
})

it('orders, lapses and further quotes at the same time leave the stock right', async () => {
  const itemId = await shop.item('MANY', 30)
  const customers = await Promise.all(Array.from({ length: 12 }, () => shop.customer()))
  for (const customer of customers) await shop.put(customer, itemId, 2)
  const quotes = await Promise.all(customers.map((customer) => shop.mustQuote(customer)))
  await Promise.all(
    quotes.map(async (quote, n) => {
      const customer = customers[n] ?? (await shop.customer())
      if (n % 3 === 0) return shop.hear('ShopOrderPlaced', shop.placed(quote))
      if (n % 3 === 1) return void (await shop.quote(customer))
      return shop.hear('QuoteClosed', quote)
    }),
  )
  expect(await shop.left(itemId)).toEqual([30 - 2 * 8])
})
