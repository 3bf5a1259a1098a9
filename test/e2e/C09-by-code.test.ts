import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { expectSoundBooks } from '../support/audits.ts'
import { HubClient, type Json } from '../support/hub-client.ts'
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
  quoteOf,
  shopOf,
  stands,
  type Shop,
} from '../support/shop.ts'
import { confirmInspection, depositOf, openCase, today } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let shop: Shop
let firm: Shop
let company: CardCompany
let customer: Party

beforeAll(async () => {
  company = await startCardCompany('acme')
  hub = await startTestHub({ CARD_COMPANIES: `acme=${company.url}` })
  shop = await openShop(hub, { cancelBeforeDelivery: true, guests: {} })
  firm = { ...shop, ...(await shopOf(shop.seller, { settlementAgentId: shop.agent.id })) }
  customer = await newCustomer(hub, shop)
})
afterAll(async () => {
  await hub?.close()
  await company?.close()
})
afterEach(() => expectSoundBooks(hub))

let numbers = 0
/** An order of two pieces of an item of its own, of which there are three. */
async function ordered(
  at: Shop,
  by: HubClient,
  paymentMethodId: string,
): Promise<{ orderCode: string; itemId: string }> {
  const item = await publishItem(at, `C9-${(numbers += 1)}`, { stock: 3 })
  const { signed } = await quoteOf(at, by, { [item.id]: 2 })
  const { orderCode } = await by.must('PlaceOrder', { quote: signed, paymentMethodId })
  return { orderCode, itemId: item.id }
}
const goodsBack = (itemId: string): Promise<Json> =>
  eventually(
    'the goods to come back',
    () => availableOf(customer.client, itemId),
    (left) => left === 3,
  )
const returns = async (itemId: string): Promise<number> =>
  (await shop.seller.client.run('Item', { id: itemId })).item.stockChanges.edges.filter(
    ({ node }: Json) => node.cause === 'RETURNED',
  ).length
const cancel = (orderCode: string, by = customer.client): Promise<Json> =>
  by.act('CancelOrder', { orderCode, reason: 'Too late' })

test('before its payment is known it is cancelled at once; an approval that comes later is reversed', async () => {
  await company.control('hold')
  const { orderCode, itemId } = await ordered(shop, customer.client, await cardOf(customer.client, 'tok_approved_c9'))
  await orderUntil(customer.client, orderCode, ({ thread }) => thread.paymentReservation?.status === 'AUTHORIZING')
  expect(await cancel(orderCode.toLowerCase().replaceAll('-', ' '))).toMatchObject({
    cancelled: true,
    order: { shopOrder: { status: 'CANCELLED', next: [] }, thread: { status: 'WITHDRAWN' } },
  })
  await orderUntil(customer.client, orderCode, ({ thread }) => thread.paymentReservation.status === 'VOIDED')
  await company.control('release')
  await goodsBack(itemId)
  await eventually(
    'the approval to be reversed',
    () => company.book(),
    (book) => book.some(({ reversed }: Json) => reversed),
  )
  expect(await cancel(orderCode)).toMatchObject({ code: 'WRONG_STATE', state: 'WITHDRAWN' })
  expect(await returns(itemId)).toBe(1)
})

test('of a cancellation and the result of the payment that cross, one wins, and goods and money come back once', async () => {
  const many = await Promise.all(
    Array.from({ length: 8 }, async (_, n) => {
      const by = await newCustomer(hub, shop)
      const methodId = await depositOf({ ...shop, buyer: by }, '90000')
      const at = n % 2 ? shop : firm
      const { orderCode, itemId } = await ordered(at, by.client, methodId)
      // Some as soon as the money is reserved, which is when the hub concludes.
      if (n > 3) await orderUntil(by.client, orderCode, ({ thread }) => thread.paymentReservation !== null)
      return { by, at, itemId, orderCode, answer: await cancel(orderCode, by.client) }
    }),
  )
  for (const { by, at, itemId, orderCode, answer } of many) {
    // Concluded first, a sale of the firm's shop is only proposed to be cancelled.
    if (answer.cancelled === false) {
      expect(at).toBe(firm)
      expect((await orderUntil(by.client, orderCode, stands('CONCLUDED'))).thread.status).toBe('RESERVED')
      expect(await availableOf(by.client, itemId)).toBe(1)
      continue
    }
    expect(answer.cancelled).toBe(true)
    const ended = await orderUntil(by.client, orderCode, ({ thread }) =>
      ['VOIDED', 'REFUSED', undefined].includes(thread.paymentReservation?.status),
    )
    expect(ended.shopOrder.status).toBe('CANCELLED')
    await goodsBack(itemId)
    expect(await returns(itemId)).toBe(1)
  }
})

test('while the card’s ceiling is being settled it is cancelled at once, and consent or approval that come later change nothing', async () => {
  const referral = `query ($orderCode: String) { order(orderCode: $orderCode) { thread { paymentReservation { status transactionNumber referral { id status } } } } }`
  for (const isConsented of [false, true]) {
    const paymentMethodId = await cardOf(customer.client, 'tok_referral_cancel')
    const { orderCode, itemId } = await ordered(shop, customer.client, paymentMethodId)
    const read = async (): Promise<Json> =>
      (await customer.client.send(referral, { orderCode })).data.order.thread.paymentReservation
    const asked = await eventually('consent to be asked', read, (found) => found?.referral?.status === 'ASKED')
    const { id: referralId } = asked.referral
    const answer = (): Promise<Json> => customer.client.act('ConsentToReferral', { referralId, consents: true })
    if (isConsented) expect((await answer()).referral.status).toBe('CONSENTED')
    expect((await cancel(orderCode)).cancelled).toBe(true)
    await orderUntil(customer.client, orderCode, ({ thread }) => thread.paymentReservation.status === 'VOIDED')
    expect((await answer()).code).toBe('WRONG_STATE')
    const called = await fetch(`${company.url}/telephone`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ transactionNumber: asked.transactionNumber }),
    })
    const { approvalCode } = (await called.json()) as Json
    const stated = { referralId, outcome: 'APPROVED', approvalCode, givenBy: 'Desk 7' }
    expect((await shop.seller.client.act('RecordReferral', stated)).code).toBe('WRONG_STATE')
    await goodsBack(itemId)
    expect(await returns(itemId)).toBe(1)
    expect((await read()).referral.status).toBe('ENDED')
    expect(
      (await company.book()).filter(({ transactionNumber }: Json) => transactionNumber === asked.transactionNumber),
    ).toMatchObject([{ result: 'REFERRAL' }])
  }
})

test('once concluded it is cancelled at once where the shop’s terms say so, with the shop’s word on record, and money and goods go back', async () => {
  const { orderCode, itemId } = await ordered(
    shop,
    customer.client,
    await depositOf({ ...shop, buyer: customer }, '5000'),
  )
  const concluded = await orderUntil(customer.client, orderCode, stands('CONCLUDED'))
  expect(concluded.shopOrder.next).toEqual(['GOODS_ARE_SENT', 'CANCEL_BY_CODE'])
  const answers = await Promise.all(Array.from({ length: 4 }, () => cancel(orderCode)))
  expect(answers.filter(({ cancelled }) => cancelled)).toHaveLength(1)
  const ended = await orderUntil(
    customer.client,
    orderCode,
    ({ thread }) => thread.paymentReservation.status === 'VOIDED',
  )
  expect(ended).toMatchObject({ thread: { status: 'CANCELLED' }, shopOrder: { status: 'CANCELLED' } })
  const proposals = ended.thread.history.edges
    .map(({ node }: Json) => node)
    .filter(({ kind }: Json) => kind === 'CANCELLATION_PROPOSED')
  expect(proposals.map((node: Json) => [node.actor?.id ?? null, node.standingInstruction?.version ?? null])).toEqual([
    [customer.id, null],
    [null, 1],
  ])
  await goodsBack(itemId)
  expect(await returns(itemId)).toBe(1)
})

test('at another shop it is proposed, and cancelled when the merchant agrees', async () => {
  const { orderCode, itemId } = await ordered(
    firm,
    customer.client,
    await depositOf({ ...shop, buyer: customer }, '5000'),
  )
  const concluded = await orderUntil(customer.client, orderCode, stands('CONCLUDED'))
  expect(concluded.shopOrder.next).toEqual(['GOODS_ARE_SENT'])
  expect(await cancel(orderCode)).toMatchObject({ cancelled: false, order: { thread: { status: 'RESERVED' } } })
  expect((await cancel(orderCode)).code).toBe('WRONG_STATE')
  expect((await orderUntil(customer.client, orderCode, stands('CONCLUDED'))).shopOrder.status).toBe('CONCLUDED')
  await shop.seller.client.must('CancelContract', { threadId: concluded.thread.id, reason: 'As you like' })
  await orderUntil(customer.client, orderCode, stands('CANCELLED'))
  await goodsBack(itemId)
})

test('once delivered it cannot be cancelled, and the customer is told the way to go', async () => {
  const { orderCode, itemId } = await ordered(
    shop,
    customer.client,
    await depositOf({ ...shop, buyer: customer }, '5000'),
  )
  const { thread } = await orderUntil(customer.client, orderCode, stands('CONCLUDED'))
  await shop.seller.client.must('ReportDelivery', { threadId: thread.id, deliveredOn: today() })
  const delivered = await orderUntil(customer.client, orderCode, (order) => order.thread.status === 'DELIVERED')
  expect(delivered.shopOrder.next).toEqual(['INSPECT_WHAT_CAME'])
  expect(await cancel(orderCode)).toMatchObject({
    code: 'WRONG_STATE',
    state: 'DELIVERED',
    message: expect.stringContaining('requestReturn'),
  })
  await confirmInspection({ buyer: customer }, thread.id)
  await orderUntil(customer.client, orderCode, (order) => order.thread.status === 'INSPECTED')
  expect(await cancel(orderCode)).toMatchObject({
    code: 'WRONG_STATE',
    message: expect.stringContaining('requestReturn'),
  })
  expect(await availableOf(customer.client, itemId)).toBe(1)
})

test('an order between firms is cancelled by its code too, by who sent it alone', async () => {
  const { threadId } = await openCase(shop)
  const line = { description: 'Coil', quantity: '2', unit: 'C62', unitPrice: '500' }
  const { order } = await shop.buyer.client.must('SendOrder', { threadId, currency: 'JPY', lines: [line] })
  expect((await cancel(order.orderCode, shop.seller.client)).code).toBe('NOT_FOUND')
  expect((await cancel(order.orderCode)).code).toBe('NOT_FOUND')
  expect((await cancel('ORD-0000-0000-0')).faults ?? 'none').not.toBe('none')
  expect(await cancel(order.orderCode, shop.buyer.client)).toMatchObject({
    cancelled: true,
    order: { thread: { status: 'WITHDRAWN' }, shopOrder: null },
  })
})

test('a guest who has lost its session comes back by code and mail address alone, for reading and cancelling; guesses wait', async () => {
  const mail = `Guest-${randomUUID()}@example.org`
  const guest = await newGuest(hub.url, mail)
  const { orderCode, itemId } = await ordered(shop, guest.client, await cardOf(guest.client, 'tok_declined_guest'))
  const placed = await orderUntil(guest.client, orderCode, ({ shopOrder }) => shopOrder.next[0] === 'PAY_OTHERWISE')
  expect(placed.shopOrder.next).toContain('ASK_BY_CODE_AND_MAIL')
  const lost = new HubClient(hub.url)
  const session = await eventually(
    'the code to be known',
    () => lost.act('LogInByOrder', { orderCode: orderCode.toLowerCase(), mail: ` ${mail.toLowerCase()} ` }),
    ({ code }) => code !== 'AUTHENTICATION_FAILED',
  )
  lost.token = session.accessToken
  expect((await lost.run('ShopOrder', { orderCode })).order.shopOrder).toMatchObject({
    status: 'RECEIVED',
    byGuest: true,
  })
  const card = { token: 'tok_approved_x', brand: 'visa', lastFour: '4242', expiry: '2031-12', company: 'acme' }
  expect((await lost.act('RegisterPaymentMethod', { kind: 'CARD', name: 'Card', currency: 'JPY', card })).code).toBe(
    'NOT_ALLOWED',
  )
  expect((await cancel(orderCode, lost)).cancelled).toBe(true)
  await goodsBack(itemId)

  const nobody = new HubClient(hub.url)
  const own = await ordered(shop, customer.client, await cardOf(customer.client, 'tok_declined_own'))
  const wrong = [
    await nobody.act('LogInByOrder', { orderCode, mail: 'other@example.org' }),
    await nobody.act('LogInByOrder', { orderCode: 'ORD-0000-0000-0', mail }),
    await nobody.act('LogInByOrder', { orderCode, mail: '' }),
    // A member's order is no way in.
    await nobody.act('LogInByOrder', { orderCode: own.orderCode, mail: `${customer.loginName}@example.org` }),
  ]
  expect(new Set(wrong.map(({ code, message }) => `${code} ${message}`)).size).toBe(1)
  expect(wrong[0]?.code).toBe('AUTHENTICATION_FAILED')
  for (let n = 0; n < 5; n++) await nobody.act('LogInByOrder', { orderCode, mail: `guess-${n}@example.org` })
  expect((await nobody.act('LogInByOrder', { orderCode, mail: 'guess@example.org' })).code).toBe('TOO_MANY_ATTEMPTS')
  for (let n = 0; n < 5; n++) await nobody.act('LogInByOrder', { orderCode: `ORD-${n}`, mail: 'one@example.org' })
  expect(await nobody.act('LogInByOrder', { orderCode: 'ORD-9', mail: 'one@example.org' })).toMatchObject({
    code: 'TOO_MANY_ATTEMPTS',
    retryAt: expect.any(String),
  })
})

test('the session that a code and an address give reaches that order alone, and nothing else of the guest', async () => {
  const mail = `guest-${randomUUID()}@example.org`
  const guest = await newGuest(hub.url, mail, 'Zinnober Purpur')
  const method = await cardOf(guest.client, 'tok_declined_reach')
  const lost = await ordered(shop, guest.client, method)
  await eventually(
    'the first order to have used its cart',
    async () => (await guest.client.run('Cart', { shopId: shop.shopId })).cart.lines,
    (lines) => lines.length === 0,
  )
  const other = await ordered(shop, guest.client, method)
  const toBuy = await publishItem(shop, `C9-${(numbers += 1)}`, { stock: 3 })
  await guest.client.must('SetCartLine', { itemId: toBuy.id, quantity: 1 })
  const back = new HubClient(hub.url)
  const { accessToken } = await eventually(
    'the code to be known',
    () => back.act('LogInByOrder', { orderCode: lost.orderCode, mail }),
    ({ code }) => code !== 'AUTHENTICATION_FAILED',
  )
  back.token = accessToken

  const reading = `query ($orderCode: String, $id: ID) { order(orderCode: $orderCode, id: $id) { id thread { paymentReservation { payer { id } }
    case { source { id name personal { name mail } authenticationLevel { code } settlementAgent { id } signingKeys { id } } } } } }`
  const read = (variables: object): Promise<Json> => back.send(reading, variables)
  const { order } = (await read({ orderCode: lost.orderCode.toLowerCase() })).data
  expect(order.thread.case.source).toEqual({
    id: guest.id,
    name: 'Guest',
    personal: null,
    authenticationLevel: null,
    settlementAgent: null,
    signingKeys: null,
  })
  const { id: otherId } = (await guest.client.run('ShopOrder', { orderCode: other.orderCode })).order
  const refused = await Promise.all([
    read({ orderCode: other.orderCode }),
    read({ id: otherId }),
    read({ id: otherId, orderCode: lost.orderCode }),
    back.send('{ viewer { id member { personal { mail } } } }'),
    back.send('{ viewer { paymentMethods { id } } }'),
    back.send(`{ member(id: "${guest.id}") { name } }`),
    back.send(`{ caseThread(id: "${order.thread.id}") { id } }`),
    back.send(`{ cart(shopId: "${shop.shopId}") { id } }`),
  ])
  expect(refused.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(refused.map(() => 'NOT_ALLOWED'))
  expect(refused[0]?.errors?.[0]?.message).toContain('logIn')
  const acts = await Promise.all([
    cancel(other.orderCode, back),
    back.act('RefillCart', { orderCode: other.orderCode }),
    back.act('SetCartLine', { itemId: toBuy.id, quantity: 2 }),
    back.act('QuoteOrder', { shopId: shop.shopId }),
    back.act('CreateApiKey', {
      name: 'Mine',
      scopes: ['READ'],
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    }),
  ])
  expect(acts.map(({ code }) => code)).toEqual(acts.map(() => 'NOT_ALLOWED'))
  const headers = { authorization: `Bearer ${accessToken}`, 'idempotency-key': randomUUID() }
  expect((await fetch(`${hub.url}/cards`, { method: 'POST', headers, body: '{}' })).status).toBe(403)
  const live = back.subscribe('subscription { caseChanged(view: SOURCE) { __typename } }')
  await eventually(
    'the feed to be refused',
    () => Promise.resolve(live.errors.length),
    (refusals) => refusals > 0,
  )
  live.stop()
  await back.close()

  expect((await cancel(lost.orderCode, back)).cancelled).toBe(true)
  await orderUntil(back, lost.orderCode, stands('CANCELLED'))
  const { cart } = await back.must('RefillCart', { orderCode: lost.orderCode })
  expect(cart.lines.map(({ item, quantity }: Json) => [item.id, quantity])).toEqual([[lost.itemId, 2]])
  expect(cart.goods.amount).toBe('2400')
  const own = (await guest.client.run('Cart', { shopId: shop.shopId })).cart
  expect(new Set(own.lines.map(({ item }: Json) => item.id))).toEqual(new Set([lost.itemId, toBuy.id]))
  expect((await guest.client.run('ShopOrder', { orderCode: other.orderCode })).order.shopOrder.status).toBe('RECEIVED')
})
