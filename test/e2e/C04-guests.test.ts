import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { expectSoundBooks } from '../support/audits.ts'
import type { HubClient, Json } from '../support/hub-client.ts'
import { startCardCompany, type CardCompany } from '../support/outside.ts'
import { eventually, type Party } from '../support/parties.ts'
import {
  availableOf,
  cardOf,
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
import { depositOf } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let shop: Shop
let company: CardCompany
let itemId: string

beforeAll(async () => {
  company = await startCardCompany('acme')
  hub = await startTestHub({ CARD_COMPANIES: `acme=${company.url}` })
  const guests = { mostPerOrder: [yen('2400')], mostOrdersPerDay: 2, methodKinds: ['CARD'] }
  shop = await openShop(hub, { guests })
  itemId = (await publishItem(shop, 'G-1', { stock: 100 })).id
})
afterAll(async () => {
  await hub?.close()
  await company?.close()
})
afterEach(() => expectSoundBooks(hub))

const guest = (): Promise<Party> => newGuest(hub.url, `guest-${randomUUID()}@example.org`)
const approved = (client: HubClient): Promise<string> => cardOf(client, `tok_approved_${randomUUID().slice(0, 8)}`)

/** Quotes and orders so many, when the quote before is known to be used. */
async function order(
  client: HubClient,
  quantity: number,
  paymentMethodId: string,
  at: Pick<Shop, 'shopId'> = shop,
  of = itemId,
): Promise<Json> {
  return eventually(
    'an order by a fresh quote',
    async () => {
      await client.must('SetCartLine', { itemId: of, quantity })
      const { quote, ...refused } = await client.act('QuoteOrder', { shopId: at.shopId })
      return quote ? client.act('PlaceOrder', { quote: quote.signed, paymentMethodId }) : refused
    },
    ({ state }) => state !== 'USED',
  )
}

test('a guest orders within the shop’s limits as a member does, and what is above them is refused with limit and figures', async () => {
  const { client } = await guest()
  const card = await approved(client)
  await client.must('SetCartLine', { itemId, quantity: 3 })
  expect(await client.act('QuoteOrder', { shopId: shop.shopId })).toMatchObject({
    code: 'GUEST_LIMIT',
    guestRule: 'MOST_PER_ORDER',
    mostAmount: yen('2400'),
    orderAmount: yen('3600'),
    message: expect.stringMatching(/3600 JPY.*2400 JPY/),
  })
  // Nothing is held for what the shop would not take.
  expect(await availableOf(client, itemId)).toBe(100)
  const first = await order(client, 2, card)
  expect(first.next).toContain('ASK_BY_CODE_AND_MAIL')
  const concluded = await orderUntil(client, first.orderCode, stands('CONCLUDED'))
  expect(concluded).toMatchObject({
    shopOrder: { byGuest: true },
    thread: { status: 'RESERVED', contract: { total: yen('2400') } },
  })
  expect((await order(client, 1, card)).orderCode).toBeDefined()
  expect(await order(client, 1, card)).toMatchObject({
    code: 'GUEST_LIMIT',
    guestRule: 'MOST_ORDERS_PER_DAY',
    mostOrders: 2,
    ordersToday: 2,
  })
  // Once both orders are known where goods are held, a further quote takes none.
  const refused = await eventually(
    'the quote to be refused',
    () => client.act('QuoteOrder', { shopId: shop.shopId }),
    ({ code }) => code !== undefined,
  )
  expect(refused).toMatchObject({
    code: 'GUEST_LIMIT',
    guestRule: 'MOST_ORDERS_PER_DAY',
    mostOrders: 2,
    ordersToday: 2,
  })
  // Another guest, another shop and a member have days of their own.
  const other = { ...shop, ...(await shopOf(shop.seller, { settlementAgentId: shop.agent.id, guests: {} })) }
  const elsewhere = (await publishItem(other, 'G-2')).id
  expect((await order(client, 4, card, other, elsewhere)).orderCode).toBeDefined()
  expect((await order((await guest()).client, 1, card)).orderCode).toBeDefined()
  const member = (await newCustomer(hub, shop)).client
  for (let n = 0; n < 3; n++) expect((await order(member, 3, await approved(member))).orderCode).toBeDefined()
})

test('a shop that takes no guests says so, and holds nothing for them, however often they ask', async () => {
  const closed = { ...shop, ...(await shopOf(shop.seller, { settlementAgentId: shop.agent.id })) }
  const item = (await publishItem(closed, 'G-3')).id
  const { client } = await guest()
  await client.must('SetCartLine', { itemId: item, quantity: 10 })
  const quote = (): Promise<Json> => client.act('QuoteOrder', { shopId: closed.shopId })
  const [refused] = await Promise.all([quote(), quote(), quote()])
  expect(refused).toMatchObject({ code: 'GUEST_LIMIT', guestRule: 'NO_GUESTS', mostAmount: null, mostOrders: null })
  expect(refused.message).toContain('membership')
  expect(await availableOf(client, item)).toBe(10)
  const member = await newCustomer(hub, shop)
  expect((await order(member.client, 10, await approved(member.client), closed, item)).orderCode).toBeDefined()
})

test('a guest pays by the kinds of methods that the shop takes alone, with the order and afterwards; a member by any', async () => {
  const buyer = await guest()
  const deposit = await depositOf({ ...shop, buyer }, '9000')
  const { orderCode } = await order(buyer.client, 1, deposit)
  const refused = await orderUntil(
    buyer.client,
    orderCode,
    ({ thread }) => thread.paymentReservation?.status === 'REFUSED',
  )
  expect(refused.thread.paymentReservation.refusal).toMatch(/NOT_ALLOWED|by CARD/)
  const threadId = refused.thread.id
  const again = await buyer.client.act('ReservePayment', { threadId, paymentMethodId: deposit })
  expect(again).toMatchObject({ code: 'NOT_ALLOWED', message: expect.stringMatching(/by CARD;.*DEPOSIT/) })
  await buyer.client.must('ReservePayment', { threadId, paymentMethodId: await approved(buyer.client) })
  await orderUntil(buyer.client, orderCode, stands('CONCLUDED'))
  const member = await newCustomer(hub, shop)
  const own = await order(member.client, 1, await depositOf({ ...shop, buyer: member }, '9000'))
  await orderUntil(member.client, own.orderCode, stands('CONCLUDED'))
})

test('without an agent in the shop’s terms nobody settles for a guest, and the order says so before anything happens', async () => {
  const bare = { ...shop, ...(await shopOf(shop.seller, { guests: {} })) }
  const item = (await publishItem(bare, 'G-4')).id
  const { client } = await guest()
  expect((await order(client, 1, await approved(client), bare, item)).code).toBe('SETTLEMENT_AGENT_MISSING')
  expect((await client.run('Cases', { first: 10, view: 'SOURCE' })).viewer.cases.edges).toEqual([])
})
