import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { expectSoundBooks } from '../support/audits.ts'
import { HubClient, type Json } from '../support/hub-client.ts'
import { startCardCompany, type CardCompany } from '../support/outside.ts'
import { eventually, newParty } from '../support/parties.ts'
import {
  availableOf,
  cardOf,
  newCustomer,
  openShop,
  orderUntil,
  publishItem,
  quoteOf,
  shopOf,
  stands,
  yen,
  type Shop,
} from '../support/shop.ts'
import { confirmInspection, depositOf, today } from '../support/story.ts'
import { asOwner } from '../support/test-database.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let shop: Shop
let company: CardCompany

beforeAll(async () => {
  company = await startCardCompany('acme')
  hub = await startTestHub({ CARD_COMPANIES: `acme=${company.url}` })
  shop = await openShop(hub, { deliveryCharges: [{ charge: yen('500'), freeFrom: yen('5000') }], deliverWithinDays: 3 })
})
afterAll(async () => {
  await hub?.close()
  await company?.close()
})
afterEach(() => expectSoundBooks(hub))

/** Places an order for so many of each item, and gives the payload. */
async function place(client: HubClient, wanted: Readonly<Record<string, number>>, further: object): Promise<Json> {
  const { signed } = await quoteOf(shop, client, wanted)
  return client.must('PlaceOrder', { quote: signed, ...further })
}
/** The kinds of mail that a customer got of an order, until there is one of this kind; and of its case. */
async function mailedUntil(client: HubClient, kind: string, orderCode: string): Promise<string[]> {
  const mails = await eventually(
    `a mail ${kind}`,
    async () => (await client.run('Messages')).viewer.messages.edges.map(({ node }: Json) => node),
    (all) => all.some((mail: Json) => mail.kind === kind && mail.subject.includes(orderCode)),
  )
  return mails
    .map((mail: Json) => mail.kind)
    .filter((each: string) => !/^(APPLICATION|MEMBER)_/.test(each))
    .toSorted()
}
const kinds = (order: Json): string[] => order.thread.history.edges.map(({ node }: Json) => node.kind)

test('from looking at items without log-in to the contract: the order has its code while the card company is silent, and the hub concludes it for the shop', async () => {
  const tea = await publishItem(shop, 'M-1', { stock: 5 })
  const lesson = await publishItem(shop, 'L-1', {
    name: 'Lesson',
    kind: 'SERVICE',
    unit: 'HUR',
    stock: null,
    price: yen('2000'),
  })
  const nobody = new HubClient(hub.url)
  const found = (await nobody.run('Items', { filter: { text: 'matcha', inStock: true } })).items.edges[0].node
  const { cartToken } = await nobody.must('OpenCart', { shopId: found.shop.id })
  await nobody.must('SetCartLine', { cartToken, itemId: found.id, quantity: 2 })
  const customer = (await newCustomer(hub, shop)).client
  await customer.must('MergeCart', { cartToken })
  const paymentMethodId = await cardOf(customer, 'tok_approved_shop')
  await company.control('hold')
  const { signed, total } = await quoteOf(shop, customer, { [lesson.id]: 1 })
  expect(total).toEqual(yen('4900'))
  const deliverTo = 'Aoki, 1-2-3 Higashiyama, Kyoto'
  const placed = await customer.must('PlaceOrder', { quote: signed, paymentMethodId, deliverTo, language: 'ja-JP' })
  expect(placed.orderCode).toMatch(/^ORD-/)
  expect(placed.next).toEqual(['PAYMENT_IS_CHECKED', 'TOLD_BY_MAIL', 'CANCEL_BY_CODE'])
  expect(placed.text).toContain(`ご注文番号は ${placed.orderCode}`)
  const { orderCode } = placed
  const waiting = await orderUntil(customer, orderCode, ({ thread }) => thread.paymentReservation !== null)
  expect(waiting).toMatchObject({
    terms: { deliveryPlace: deliverTo },
    total: yen('4900'),
    thread: { status: 'ORDERED', contract: null, paymentReservation: { status: 'AUTHORIZING' } },
    shopOrder: { status: 'RECEIVED', payBy: expect.any(String), shop: { slug: shop.slug } },
  })
  expect(waiting.lines.map((line: Json) => [line.sellerItemId, line.amount.amount])).toEqual([
    ['M-1', '2400'],
    ['L-1', '2000'],
    [null, '500'],
  ])
  await company.control('release')
  const concluded = await orderUntil(customer, orderCode, stands('CONCLUDED'))
  expect(concluded).toMatchObject({
    thread: { status: 'RESERVED', contract: { total: yen('4900'), payment: 'RESERVED', deliverBy: today(3) } },
    shopOrder: { payBy: null, steps: [{ status: 'RECEIVED' }, { status: 'CONCLUDED' }], next: ['GOODS_ARE_SENT'] },
  })
  const byHub = concluded.thread.history.edges
    .map(({ node }: Json) => node)
    .filter((node: Json) => node.standingInstruction)
  expect(byHub.map(({ kind, actor }: Json) => [kind, actor])).toEqual([
    ['ORDER_ANSWERED', null],
    ['CONTRACT_SUBMITTED', null],
    ['CONTRACT_SUBMITTED', null],
  ])
  expect(byHub[0].standingInstruction).toEqual({ version: 1, shop: { id: shop.shopId } })
  const { certificate } = (await customer.run('Certificate', { contractId: concluded.thread.contract.id })).contract
  expect(JSON.parse(certificate).contract.content.body.standingInstruction).toEqual({
    shopId: shop.shopId,
    version: '1',
  })
  expect(await availableOf(customer, tea.id)).toBe(3)
  await eventually(
    'the cart to be empty',
    async () => (await customer.run('Cart', { shopId: shop.shopId })).cart,
    ({ lines }) => lines.length === 0,
  )

  expect(await mailedUntil(customer, 'SHOP_ORDER_CONCLUDED', orderCode)).toEqual(['SHOP_ORDER_CONCLUDED'])
  const threadId = concluded.thread.id
  await shop.seller.client.must('ReportDelivery', { threadId, deliveredOn: today() })
  await confirmInspection({ buyer: { ...shop.buyer, client: customer } }, threadId)
  await orderUntil(customer, orderCode, ({ thread }) => thread.paymentReservation.status === 'CAPTURED')
})

test('the answer is in the customer’s own language unless another is asked for', async () => {
  const item = await publishItem(shop, 'LANG-1')
  const customer = (await newCustomer(hub, shop)).client
  await customer.must('SetMessagePreferences', { language: 'de' })
  const paymentMethodId = await depositOf({ ...shop, buyer: { ...shop.buyer, client: customer } }, '1')
  const { orderCode } = await place(customer, { [item.id]: 1 }, { paymentMethodId })
  const own = await eventually(
    'the language to be known',
    async () => (await customer.run('ShopOrder', { orderCode })).order.shopOrder,
    ({ text }) => text.includes('Ihre Bestellung'),
  )
  expect(own.text).toContain(orderCode)
  expect((await customer.run('ShopOrder', { orderCode, language: 'fr' })).order.shopOrder.text).toContain(
    'Votre commande',
  )
})

test('a refused payment leaves the order to be paid by another method; paid so it is concluded', async () => {
  const item = await publishItem(shop, 'R-1', { stock: 2 })
  const customer = await newCustomer(hub, shop)
  const declined = await cardOf(customer.client, 'tok_declined_shop')
  const { orderCode } = await place(customer.client, { [item.id]: 2 }, { paymentMethodId: declined })
  const refused = await orderUntil(customer.client, orderCode, ({ shopOrder }) => shopOrder.next[0] === 'PAY_OTHERWISE')
  expect(refused.shopOrder.status).toBe('RECEIVED')
  expect(Date.parse(refused.shopOrder.payBy) - Date.now()).toBeLessThanOrEqual(24 * 3_600_000)
  expect(await availableOf(customer.client, item.id)).toBe(0)
  const paymentMethodId = await depositOf({ ...shop, buyer: customer }, '5000')
  const threadId = refused.thread.id
  // Less than the order comes to concludes nothing.
  const { reservation } = await customer.client.must('ReservePayment', {
    threadId,
    paymentMethodId,
    plannedAmount: yen('1'),
  })
  await orderUntil(customer.client, orderCode, (order) => kinds(order).includes('PAYMENT_RESERVED'))
  expect((await customer.client.run('ShopOrder', { orderCode })).order.shopOrder.status).toBe('RECEIVED')
  await customer.client.must('VoidReservation', { reservationId: reservation.id })
  await customer.client.must('ReservePayment', { threadId, paymentMethodId })
  const concluded = await orderUntil(customer.client, orderCode, stands('CONCLUDED'))
  expect(concluded.thread.contract.total).toEqual(yen('2900'))
})

test('an order that nobody pays ends when its time is over, and its goods come back once', async () => {
  const item = await publishItem(shop, 'E-1', { stock: 2 })
  const customer = (await newCustomer(hub, shop)).client
  const { orderCode } = await place(
    customer,
    { [item.id]: 2 },
    { paymentMethodId: await cardOf(customer, 'tok_declined_late') },
  )
  const refused = await orderUntil(customer, orderCode, ({ shopOrder }) => shopOrder.next[0] === 'PAY_OTHERWISE')
  expect(await mailedUntil(customer, 'SHOP_ORDER_UNPAID', orderCode)).toEqual(['SHOP_ORDER_UNPAID'])
  await asOwner(hub.databaseUrl, (owner) =>
    owner.query(`update contracts.case_thread set expires_at = now() - interval '1 second' where id = $1`, [
      refused.thread.id,
    ]),
  )
  const ended = await orderUntil(customer, orderCode, stands('NOT_CONCLUDED'))
  expect(ended).toMatchObject({ thread: { status: 'EXPIRED' }, shopOrder: { next: ['ORDER_AGAIN'], payBy: null } })
  await eventually(
    'the goods to come back',
    () => availableOf(customer, item.id),
    (left) => left === 2,
  )
  const mailed = await mailedUntil(customer, 'SHOP_ORDER_NOT_CONCLUDED', orderCode)
  expect(mailed).toEqual(['SHOP_ORDER_NOT_CONCLUDED', 'SHOP_ORDER_UNPAID'])
  const changes = (await shop.seller.client.run('Item', { id: item.id })).item.stockChanges.edges
  expect(changes.map(({ node }: Json) => [node.cause, node.change])).toEqual([
    ['RETURNED', 2],
    ['HELD', -2],
    ['STATED', 2],
  ])
})

test('a quote is used by one order though it is sent many times at once; forged, another’s, over or used, it is refused', async () => {
  const item = await publishItem(shop, 'Q-1')
  const customer = await newCustomer(hub, shop)
  const paymentMethodId = await depositOf({ ...shop, buyer: customer }, '50000')
  const quote = await quoteOf(shop, customer.client, { [item.id]: 1 })
  const [header, payload, signature] = quote.signed.split('.')
  const cheaper = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), totalMinor: '1' }
  const forged = [header, Buffer.from(JSON.stringify(cheaper)).toString('base64url'), signature].join('.')
  for (const bad of [forged, 'no quote', `${quote.signed}x`])
    expect((await customer.client.act('PlaceOrder', { quote: bad, paymentMethodId })).faults).toMatchObject([
      { path: 'quote' },
    ])
  expect((await shop.buyer.client.act('PlaceOrder', { quote: quote.signed, paymentMethodId })).code).toBe('NOT_FOUND')
  expect((await customer.client.act('PlaceOrder', { quote: quote.signed })).faults).toMatchObject([
    { path: 'paymentMethodId' },
  ])
  const further = (await customer.client.must('QuoteOrder', { shopId: shop.shopId })).quote
  const answers = await Promise.all(
    [quote, further, quote, further, quote].map(({ signed }) =>
      customer.client.act('PlaceOrder', { quote: signed, paymentMethodId }),
    ),
  )
  expect(answers.filter(({ orderCode }) => orderCode)).toHaveLength(1)
  expect(new Set(answers.flatMap(({ state }) => state ?? []))).not.toContain(undefined)
  expect(answers.filter(({ code }) => code === 'WRONG_STATE')).toHaveLength(4)
  // Held or sold, nine are left: that it is sold shows in the cart, which is another from then on.
  await eventually(
    'the cart to be empty',
    async () => (await customer.client.run('Cart', { shopId: shop.shopId })).cart,
    ({ lines }) => lines.length === 0,
  )
  expect(await availableOf(customer.client, item.id)).toBe(9)

  const late = await quoteOf(shop, customer.client, { [item.id]: 3 })
  await asOwner(hub.databaseUrl, (owner) =>
    owner.query(`update listings.quote set expires_at = now() - interval '1 second' where id = $1`, [late.id]),
  )
  await eventually(
    'the goods to come back',
    () => availableOf(customer.client, item.id),
    (left) => left === 9,
  )
  expect(await customer.client.act('PlaceOrder', { quote: late.signed, paymentMethodId })).toMatchObject({
    code: 'WRONG_STATE',
    state: 'CLOSED',
  })

  const again = await quoteOf(shop, customer.client, { [item.id]: 1 })
  const input = { quote: again.signed, paymentMethodId, idempotencyKey: randomUUID() }
  const [first, second] = [
    await customer.client.must('PlaceOrder', input),
    await customer.client.must('PlaceOrder', input),
  ]
  expect(second.orderCode).toBe(first.orderCode)
})

test('whom a shop lets pay on account has the contract at once', async () => {
  const item = await publishItem(shop, 'A-1')
  const customer = await newCustomer(hub, shop)
  const slug = `acc-${randomUUID().slice(0, 8)}`
  const other = (
    await shop.seller.client.must('PublishShop', { slug, name: 'Accounts', description: '-', languages: ['en'] })
  ).shop
  await shop.seller.client.must('SetShopTerms', {
    shopId: other.id,
    version: 0,
    onAccountIds: [customer.id],
    settlement: 'GROSS',
  })
  const ink = await publishItem({ ...shop, shopId: other.id }, 'A-2', { stock: null })
  const { signed } = await quoteOf({ shopId: other.id }, customer.client, { [ink.id]: 3 })
  const placed = await customer.client.must('PlaceOrder', { quote: signed })
  expect(placed.order.shopOrder).toMatchObject({ status: 'CONCLUDED', onAccount: true })
  const read = (await customer.client.run('ShopOrder', { orderCode: placed.orderCode })).order
  expect(read.thread).toMatchObject({ status: 'CONTRACTED', contract: { payment: 'ON_ACCOUNT', total: yen('3600') } })
  const notHere = await quoteOf(shop, customer.client, { [item.id]: 1 })
  expect((await customer.client.act('PlaceOrder', { quote: notHere.signed })).faults).toMatchObject([
    { path: 'paymentMethodId' },
  ])
})

test('an amount above the card’s ceiling waits for the customer’s consent; without it the order stays to be paid otherwise', async () => {
  const item = await publishItem(shop, 'C-1')
  const customer = (await newCustomer(hub, shop)).client
  const { orderCode } = await place(
    customer,
    { [item.id]: 1 },
    { paymentMethodId: await cardOf(customer, 'tok_referral_c') },
  )
  await orderUntil(customer, orderCode, ({ shopOrder }) => shopOrder.next[0] === 'CONSENT_TO_REFERRAL')
  const referralId = await eventually(
    'the referral',
    async () => (await customer.run('Referrals', { first: 1 })).viewer.referrals.edges[0]?.node.id,
    (id) => id !== undefined,
  )
  await customer.must('ConsentToReferral', { referralId, consents: false })
  const open = await orderUntil(customer, orderCode, ({ shopOrder }) => shopOrder.next[0] === 'PAY_OTHERWISE')
  expect(Date.parse(open.shopOrder.payBy) - Date.now()).toBeLessThanOrEqual(24 * 3_600_000)
})

test('what was not concluded is put into the cart again, and what is otherwise now is told of', async () => {
  const [same, dearer, gone, scarce] = [
    await publishItem(shop, 'F-1'),
    await publishItem(shop, 'F-2'),
    await publishItem(shop, 'F-3'),
    await publishItem(shop, 'F-4', { stock: 4 }),
  ]
  const customer = (await newCustomer(hub, shop)).client
  const wanted = { [same.id]: 1, [dearer.id]: 2, [gone.id]: 1, [scarce.id]: 3 }
  const { orderCode } = await place(customer, wanted, { paymentMethodId: await cardOf(customer, 'tok_declined_f') })
  await orderUntil(customer, orderCode, ({ shopOrder }) => shopOrder.next[0] === 'PAY_OTHERWISE')
  await customer.must('CancelOrder', { orderCode })
  await eventually(
    'the goods to come back',
    () => availableOf(customer, scarce.id),
    (left) => left === 4,
  )
  const seller = shop.seller.client
  await seller.must('EditItem', { itemId: dearer.id, revision: 1, price: yen('1300') })
  await seller.must('EditItem', { itemId: gone.id, revision: 1, onSale: false })
  await seller.must('ChangeItemStock', { itemId: scarce.id, change: -2 })
  await customer.must('SetCartLine', { itemId: same.id, quantity: 1 })
  const key = { orderCode: orderCode.toLowerCase(), idempotencyKey: randomUUID() }
  const [first, again] = [await customer.must('RefillCart', key), await customer.must('RefillCart', key)]
  expect(again.notes).toEqual(first.notes)
  expect(first.notes.map(({ itemId, what, kept }: Json) => [itemId, what, kept])).toEqual([
    [dearer.id, 'PRICE_CHANGED', 2],
    [gone.id, 'NOT_ON_SALE', 0],
    [scarce.id, 'NOT_ENOUGH', 3],
  ])
  const lines = new Map(again.cart.lines.map((line: Json) => [line.item.id, line]))
  expect(lines.get(same.id)).toMatchObject({ quantity: 2, priceChanged: false })
  expect(lines.get(dearer.id)).toMatchObject({ priceChanged: true, price: yen('1300'), priceWhenPut: yen('1200') })
  expect([lines.has(gone.id), lines.size]).toEqual([false, 3])
  expect((await shop.buyer.client.act('RefillCart', { orderCode })).code).toBe('NOT_FOUND')
})

test('when nobody settles any more the order is not concluded, and money and goods go back', async () => {
  const bank = await newParty(hub.url, hub.admin, 'Closing Bank', ['SETTLEMENT_AGENT'])
  const other = { ...shop, ...(await shopOf(shop.seller, { settlementAgentId: bank.id })) }
  const item = await publishItem(other, 'N-1', { stock: 1 })
  const customer = (await newCustomer(hub, shop)).client
  await company.control('hold')
  const { signed } = await quoteOf(other, customer, { [item.id]: 1 })
  const { orderCode } = await customer.must('PlaceOrder', {
    quote: signed,
    paymentMethodId: await cardOf(customer, 'tok_approved_n'),
  })
  await orderUntil(customer, orderCode, ({ thread }) => thread.paymentReservation?.status === 'AUTHORIZING')
  await hub.admin.must('EraseMember', { memberId: bank.id })
  const knows = `select status from contracts.known_member where member_id = $1`
  await eventually(
    'the bank to be gone',
    () => asOwner(hub.databaseUrl, (owner) => owner.query(knows, [bank.id])),
    ({ rows }) => rows[0].status === 'ERASED',
  )
  await company.control('release')
  const ended = await orderUntil(customer, orderCode, ({ thread }) => thread.paymentReservation.status === 'VOIDED')
  expect(ended).toMatchObject({
    thread: { status: 'DECLINED', contract: null },
    shopOrder: { status: 'NOT_CONCLUDED' },
  })
  await eventually(
    'the goods to come back',
    () => availableOf(customer, item.id),
    (left) => left === 1,
  )
})

test('the shop may decline what is not concluded; it does not accept by hand, and nothing else takes the order’s place', async () => {
  const item = await publishItem(shop, 'D-1', { stock: 1 })
  const customer = (await newCustomer(hub, shop)).client
  const { orderCode, order } = await place(
    customer,
    { [item.id]: 1 },
    { paymentMethodId: await cardOf(customer, 'tok_declined_d') },
  )
  const seller = shop.seller.client
  expect((await seller.act('RespondToOrder', { orderId: order.id, kind: 'ACCEPTED' })).code).toBe('WRONG_STATE')
  const line = { description: 'Else', quantity: '1', unit: 'C62', unitPrice: '1' }
  const instead = { threadId: order.thread.id, currency: 'JPY', lines: [line], replacesOrderId: order.id }
  expect((await customer.act('SendOrder', instead)).code).toBe('WRONG_STATE')
  await seller.must('RespondToOrder', { orderId: order.id, kind: 'DECLINED' })
  await orderUntil(customer, orderCode, stands('NOT_CONCLUDED'))
  await eventually(
    'the goods to come back',
    () => availableOf(customer, item.id),
    (left) => left === 1,
  )
  expect((await shop.buyer.client.run('ShopOrder', { orderCode })).order).toBeNull()
})
