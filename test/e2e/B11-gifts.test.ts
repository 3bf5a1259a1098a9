import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { expectBooksToFit } from '../support/audits.ts'
import { grantedGuarantee, newGuaranteedTrade, newPayer, type GuaranteedTrade } from '../support/guarantees.ts'
import type { HubClient, Json } from '../support/hub-client.ts'
import { startPaymentCounter, type PaymentCounter } from '../support/outside.ts'
import { eventually, newParty, type Party } from '../support/parties.ts'
import {
  agreeOnContract,
  contractedThread,
  depositOf,
  openCase,
  reserve,
  threadUntil,
  today,
} from '../support/story.ts'
import { asOwner } from '../support/test-database.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: GuaranteedTrade
let counter: PaymentCounter
let carrier: Party
let shop: Party
let friend: Party

beforeAll(async () => {
  hub = await startTestHub()
  ;[trade, carrier, shop, friend] = await Promise.all([
    newGuaranteedTrade(hub),
    newParty(hub.url, hub.admin, 'Carrier', ['CARRIER']),
    newParty(hub.url, hub.admin, 'Pick-up Shop', ['SELLER']),
    newParty(hub.url, hub.admin, 'Friend', ['BUYER']),
  ])
  counter = await startPaymentCounter(hub, trade.store, 'POST_OFFICE')
})
afterEach(() => expectBooksToFit(hub))
afterAll(async () => {
  await counter?.close()
  await hub?.close()
})

const secret = { name: 'Setsuko Giftee', address: 'Uzumasa 17, Kyoto', telephone: '+81 75 765 4321' }
const giftOf = async ({ client }: Party, id: string): Promise<Json> => (await client.run('Gift', { id })).gift
const giftsOf = async ({ client }: Party, part: string): Promise<Json[]> =>
  (await client.run('Gifts', { part })).viewer.gifts.edges.map(({ node }: Json) => node)
/** Until the mail of a kind was written to a member. */
const told = (party: Party, kind: string, count = 1): Promise<Json> =>
  eventually(
    `${party.name} to be told ${kind}`,
    async () => (await party.client.run('Messages')).viewer.messages.edges.map(({ node }: Json) => node.kind),
    (kinds) => kinds.filter((each: string) => each === kind).length >= count,
  )

/** Says to whom the goods go, when the reservations' part of the hub has heard of the thread. */
async function address(buyer: Party, threadId: string, to: object): Promise<Json> {
  const { gift } = await eventually(
    'the gift',
    () => buyer.client.act('AddressGift', { threadId, ...to }),
    (answer) => answer.gift !== undefined,
  )
  return gift
}

/** A thread with a contract of 1,000 JPY that a hold of the buyer's deposit stands for. */
async function heldThread(own: GuaranteedTrade): Promise<string> {
  const { threadId } = await contractedThread(own, { settlement: 'NET' })
  await reserve(own, threadId, await depositOf(own, '5000'))
  await threadUntil(own.seller.client, threadId, ({ status }) => status === 'RESERVED')
  await untilKnownToBook(own.buyer.client, threadId)
  return threadId
}

/** The book has heard of the contract when too much is refused for its size. */
const untilKnownToBook = (client: HubClient, threadId: string): Promise<Json> =>
  eventually(
    'the contract in the book',
    () => client.act('ConfirmInspection', { threadId, amount: { amount: '999999', currency: 'JPY' } }),
    ({ code }) => code === 'AMOUNT_EXCEEDS_HOLD',
  )

test('a gift under a guarantee: the carrier reports the receipt to the merchant, the merchant to the payer, who pays quoting the number', async () => {
  const { buyer, seller, methodId } = trade
  const { id: guaranteeId, transactionNumber: number } = await grantedGuarantee(trade)
  await told(seller, 'GUARANTEE_GRANTED')
  const { threadId } = await openCase(trade, 'Midyear present')
  const { order } = await buyer.client.must('SendOrder', {
    threadId,
    currency: 'JPY',
    lines: [{ description: 'Tea', quantity: '2', unit: 'C62', unitPrice: '500' }],
    paymentMethodId: methodId,
    guaranteeNumber: number,
  })
  const gift = await address(buyer, threadId, secret)
  expect(gift).toMatchObject({ status: 'ADDRESSED', addressee: secret, recipient: null, receiptIsInspection: true })
  await seller.client.must('RespondToOrder', { orderId: order.id, kind: 'ACCEPTED' })
  await agreeOnContract(trade, threadId, { settlement: 'GROSS' })
  await threadUntil(seller.client, threadId, ({ status }) => status === 'RESERVED')
  await untilKnownToBook(buyer.client, threadId)
  // The merchant reads where it goes, and entrusts it to the carrier, who then reads it too.
  expect((await giftOf(seller, gift.id)).addressee).toEqual(secret)
  expect(await giftOf(carrier, gift.id)).toBeNull()
  await seller.client.must('EntrustGift', { giftId: gift.id, handlerId: carrier.id, handedOverBy: 'CARRIER' })
  await seller.client.must('ReportDelivery', { threadId, deliveredOn: today() })
  await told(carrier, 'GIFT_ENTRUSTED')
  const carried = (await giftsOf(carrier, 'HANDLER'))[0]
  expect(carried).toMatchObject({ id: gift.id, addressee: secret, thread: null, payer: null })
  expect((await seller.client.act('ForwardReceipt', { giftId: gift.id })).code).toBe('WRONG_STATE')

  await carrier.client.must('ReportReceipt', { giftId: gift.id, receivedOn: today() })
  await told(seller, 'GIFT_RECEIVED')
  // Nothing is payable before the merchant has told the payer.
  expect((await counter.pay(number, '1000')).code).toBe('WRONG_STATE')
  await seller.client.must('ForwardReceipt', { giftId: gift.id })
  await told(buyer, 'GIFT_REPORTED')
  await told(buyer, 'GUARANTEE_PAYABLE')
  const inspected = (await buyer.client.run('CaseThread', { id: threadId })).caseThread
  expect(inspected.inspections).toMatchObject([{ amount: { amount: '1000' }, confirmedBy: { name: 'Carrier' } }])
  expect(await counter.pay(number, '1000')).toMatchObject({ receipt: expect.any(String) })
  await threadUntil(seller.client, threadId, ({ status }) => status === 'SETTLED')
  await told(seller, 'GUARANTEE_PAID')
  await seller.client.must('ReleaseGuarantee', { guaranteeId })

  const { steps } = await giftOf(buyer, gift.id)
  expect(steps.map(({ kind, by }: Json) => [kind, by.id])).toEqual([
    ['ADDRESSED', buyer.id],
    ['ENTRUSTED', seller.id],
    ['RECEIVED', carrier.id],
    ['REPORTED', seller.id],
  ])
})

test('a gift under a hold, picked up at a store by a member: the reported receipt is the inspection, and the hold is paid once', async () => {
  const own = { ...trade, ...(await newPayer(hub, trade)) }
  const { buyer, seller } = own
  const threadId = await heldThread(own)
  const gift = await address(buyer, threadId, { recipientId: friend.id })
  await seller.client.must('EntrustGift', { giftId: gift.id, handlerId: shop.id, handedOverBy: 'STORE' })
  const forFriend = (await giftsOf(friend, 'RECIPIENT'))[0]
  expect(forFriend).toMatchObject({
    id: gift.id,
    payer: { id: buyer.id },
    handler: { name: 'Pick-up Shop' },
    handedOverBy: 'STORE',
    thread: null,
    addressee: null,
    receiptIsInspection: null,
  })
  await shop.client.must('ReportReceipt', { giftId: gift.id, receivedOn: today() })
  const twice = { giftId: gift.id, idempotencyKey: 'forwarded' }
  await Promise.all([1, 2, 3].map(() => seller.client.must('ForwardReceipt', twice)))
  expect((await seller.client.act('ForwardReceipt', { giftId: gift.id })).code).toBe('WRONG_STATE')
  const thread = await threadUntil(seller.client, threadId, ({ obligations }) => obligations.length > 0)
  expect(thread.paymentReservation).toMatchObject({ status: 'CAPTURED', capturedAmount: { amount: '1000' } })
  expect(thread.inspections).toHaveLength(1)
  const query =
    'query ($id: ID!) { caseThread(id: $id) { gift { id } inspections { confirmedBy { id } onBehalfOf { id } } } }'
  expect((await buyer.client.send(query, { id: threadId })).data.caseThread).toEqual({
    gift: { id: gift.id },
    inspections: [{ confirmedBy: { id: shop.id }, onBehalfOf: { id: buyer.id } }],
  })
  expect(thread.obligations).toHaveLength(1)
})

test('a payer who inspects itself is told of the receipt, and nothing is paid by it', async () => {
  const own = { ...trade, ...(await newPayer(hub, trade)) }
  const { buyer, seller } = own
  const threadId = await heldThread(own)
  const gift = await address(buyer, threadId, { ...secret, receiptIsInspection: false })
  await seller.client.must('EntrustGift', { giftId: gift.id, handlerId: carrier.id, handedOverBy: 'CARRIER' })
  await carrier.client.must('ReportReceipt', { giftId: gift.id, receivedOn: today() })
  await seller.client.must('ForwardReceipt', { giftId: gift.id })
  await told(buyer, 'GIFT_REPORTED')
  expect((await buyer.client.run('CaseThread', { id: threadId })).caseThread).toMatchObject({
    paymentReservation: { status: 'RESERVED' },
    inspections: [],
  })
  const { reservation } = await buyer.client.must('ConfirmInspection', { threadId })
  expect(reservation.status).toBe('CAPTURED')
})

test('a receipt that is the inspection is not reported while there is nothing to inspect, nor twice what the payer inspected itself', async () => {
  const own = { ...trade, ...(await newPayer(hub, trade)) }
  const { buyer, seller } = own
  const { threadId } = await openCase(own)
  const gift = await address(buyer, threadId, secret)
  await seller.client.must('EntrustGift', { giftId: gift.id, handlerId: carrier.id, handedOverBy: 'CARRIER' })
  await carrier.client.must('ReportReceipt', { giftId: gift.id, receivedOn: today() })
  expect(await seller.client.act('ForwardReceipt', { giftId: gift.id })).toMatchObject({
    code: 'WRONG_STATE',
    message: expect.stringContaining('no notarized contract'),
  })
  expect((await giftOf(seller, gift.id)).status).toBe('RECEIVED')

  const second = await heldThread(own)
  const other = await address(buyer, second, secret)
  await seller.client.must('EntrustGift', { giftId: other.id, handlerId: carrier.id, handedOverBy: 'CARRIER' })
  await carrier.client.must('ReportReceipt', { giftId: other.id, receivedOn: today() })
  await buyer.client.must('ConfirmInspection', { threadId: second })
  expect((await seller.client.must('ForwardReceipt', { giftId: other.id })).gift.status).toBe('REPORTED')
  expect((await buyer.client.run('CaseThread', { id: second })).caseThread.inspections).toHaveLength(1)
})

test('neither recipient nor carrier learns the amount, by any way that leads from the gift', async () => {
  const own = { ...trade, ...(await newPayer(hub, trade)) }
  const { buyer, seller } = own
  const threadId = await heldThread(own)
  const gift = await address(buyer, threadId, { recipientId: friend.id, ...secret })
  await seller.client.must('EntrustGift', { giftId: gift.id, handlerId: carrier.id, handedOverBy: 'CARRIER' })
  const { paymentReservation } = (await buyer.client.run('CaseThread', { id: threadId })).caseThread
  const way = `query ($gift: ID!, $thread: ID!, $reservation: ID!, $number: String!) {
    gift(id: $gift) { id thread { id orders { total { amount } } paymentReservation { plannedAmount { amount } } } }
    caseThread(id: $thread) { id }
    byId: paymentReservation(id: $reservation) { plannedAmount { amount } }
    byNumber: paymentReservation(transactionNumber: $number) { plannedAmount { amount } }
  }`
  const variables = {
    gift: gift.id,
    thread: threadId,
    reservation: paymentReservation.id,
    number: paymentReservation.transactionNumber,
  }
  for (const party of [friend, carrier]) {
    const { data } = await party.client.send(way, variables)
    expect(data).toEqual({ gift: { id: gift.id, thread: null }, caseThread: null, byId: null, byNumber: null })
    expect(JSON.stringify(await giftOf(party, gift.id))).not.toContain('1000')
  }
  const fields = await buyer.client.send('{ __type(name: "Gift") { fields { name type { name ofType { name } } } } }')
  expect(JSON.stringify(fields.data)).not.toContain('Money')
})

test('each says its own word alone, and to others the gift is not there', async () => {
  const own = { ...trade, ...(await newPayer(hub, trade)) }
  const { buyer, seller } = own
  const { threadId } = await openCase(own)
  const gift = await address(buyer, threadId, secret)
  const say = (party: Party, name: string, further: object = {}) =>
    party.client.act(name, { giftId: gift.id, ...further })
  const toCarrier = { handlerId: carrier.id, handedOverBy: 'CARRIER' }
  const received = { receivedOn: today() }
  for (const party of [friend, shop, carrier, trade.guarantor]) {
    expect(await giftOf(party, gift.id)).toBeNull()
    expect((await say(party, 'EntrustGift', toCarrier)).code).toBe('NOT_FOUND')
    expect((await say(party, 'ReportReceipt', received)).code).toBe('NOT_FOUND')
    expect((await say(party, 'ForwardReceipt')).code).toBe('NOT_FOUND')
    expect((await party.client.act('AddressGift', { threadId, ...secret })).code).toBe('NOT_FOUND')
  }
  expect((await say(buyer, 'EntrustGift', toCarrier)).code).toBe('NOT_ALLOWED')
  expect((await seller.client.act('AddressGift', { threadId, ...secret })).code).toBe('NOT_ALLOWED')
  expect((await say(seller, 'EntrustGift', { ...toCarrier, handlerId: friend.id })).code).toBe('INVALID_INPUT')
  expect((await buyer.client.act('AddressGift', { threadId, name: 'Nobody' })).code).toBe('INVALID_INPUT')
  // Said anew until it is entrusted to somebody.
  const anew = { ...secret, address: 'Saga 3, Kyoto' }
  expect((await address(buyer, threadId, anew)).addressee).toEqual(anew)
  await seller.client.must('EntrustGift', { giftId: gift.id, ...toCarrier })
  expect((await buyer.client.act('AddressGift', { threadId, ...secret })).code).toBe('WRONG_STATE')
  expect((await say(seller, 'ReportReceipt', received)).code).toBe('NOT_ALLOWED')
  expect((await say(buyer, 'ReportReceipt', received)).code).toBe('NOT_ALLOWED')
  expect((await say(carrier, 'ReportReceipt', { receivedOn: today(3) })).code).toBe('INVALID_INPUT')
  await carrier.client.must('ReportReceipt', { giftId: gift.id, ...received })
  expect((await say(carrier, 'ReportReceipt', received)).code).toBe('WRONG_STATE')
  expect((await say(carrier, 'ForwardReceipt')).code).toBe('NOT_ALLOWED')
})

test('name and address are nowhere in plain text, and are destroyed when their time is over', async () => {
  const own = { ...trade, ...(await newPayer(hub, trade)) }
  const { threadId } = await openCase(own)
  const gift = await address(own.buyer, threadId, secret)
  const everything = `select string_agg(t::text, ' ') as text from (
    select g::text as t from reservations.gift g union all select s::text from reservations.gift_step s
    union all select o::text from reservations.outbox o union all select i::text from reservations.idempotency i
    union all select o::text from members.outbox o union all select m::text from members.outbound_message m) all_rows`
  const [row] = await asOwner(hub.databaseUrl, async (owner) => (await owner.query(everything)).rows)
  expect(row.text).toContain(gift.id)
  expect(row.text).not.toMatch(/Setsuko|Uzumasa|765 4321/)
  expect(hub.processes.map((each) => each.output()).join('')).not.toMatch(/Setsuko|Uzumasa/)
  await asOwner(hub.databaseUrl, (owner) =>
    owner.query('update reservations.gift set forget_at = now() where id = $1', [gift.id]),
  )
  const forgotten = await eventually(
    'the name to be destroyed',
    () => giftOf(own.seller, gift.id),
    ({ addressee }) => addressee === null,
  )
  expect(forgotten).toMatchObject({ id: gift.id, status: 'ADDRESSED' })
  const keys = await asOwner(
    hub.databaseUrl,
    async (owner) =>
      (await owner.query('select 1 from reservations.personal_key where member_id = $1', [gift.id])).rowCount,
  )
  expect(keys).toBe(0)
})
