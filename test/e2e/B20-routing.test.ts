import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { HubClient, type Json } from '../support/hub-client.ts'
import { eventually, newParty, type Party } from '../support/parties.ts'
import { agreeOnContract, openCase, threadUntil, type Trade } from '../support/story.ts'
import { asOwner } from '../support/test-database.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade
let other: Party
/** How many sellers there are: each test has one of its own, for outlets are the seller's. */
let sellers = 0

beforeAll(async () => {
  hub = await startTestHub()
  const agent = await newParty(hub.url, hub.admin, 'Settling Bank', ['SETTLEMENT_AGENT'])
  const buyer = await newParty(hub.url, hub.admin, 'Buyer', ['BUYER'], { input: { settlementAgentId: agent.id } })
  other = await newParty(hub.url, hub.admin, 'Other', ['SELLER', 'BUYER'])
  trade = { buyer, seller: other, agent, admin: hub.admin }
})
afterAll(() => hub?.close())

const week = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']
const always = week.map((weekday) => ({ weekday, from: '00:00', to: '24:00' }))
/** Outlets along one meridian, north of where orders go: a tenth of a degree is 11,119 m. */
const destination = { latitude: '35', longitude: '135' }
const newSeller = async (): Promise<Trade> => ({
  ...trade,
  seller: await newParty(hub.url, hub.admin, `Seller ${++sellers}`, ['SELLER']),
})
const outlet = async (
  { seller }: Trade,
  name: string,
  latitude: string,
  stock: number | null = 10,
  further: object = {},
): Promise<Json> => {
  const { outlet: made } = await seller.client.must('RegisterOutlet', {
    name,
    address: `${name} 1-2-3`,
    latitude,
    longitude: '135',
    timeZone: 'Asia/Tokyo',
    reachMetres: 100_000,
    openingHours: always,
    ...further,
  })
  if (stock !== null) await setStock(seller, made.id, stock)
  return made
}
const setStock = (seller: Party, outletId: string, quantity: number, item = 'TEA') =>
  seller.client.must('SetOutletStock', { outletId, items: [{ item, unit: 'C62', quantity: String(quantity) }] })
const line = (quantity = '1', sellerItemId: string | null = 'TEA') => ({
  description: 'Tea',
  quantity,
  unit: 'C62',
  unitPrice: '500',
  sellerItemId,
})
const order = async (with_: Trade, further: object = {}, threadId?: string): Promise<Json> => {
  const { order: sent } = await with_.buyer.client.must('SendOrder', {
    threadId: threadId ?? (await openCase(with_)).threadId,
    currency: 'JPY',
    lines: [line()],
    deliverTo: destination,
    ...further,
  })
  return sent
}
const routing = async (client: HubClient, orderId: string): Promise<Json> =>
  (await client.run('OrderRouting', { id: orderId })).order.routing
const stockOf = async ({ seller }: Trade): Promise<Record<string, string>> => {
  const { outlets } = (await seller.client.run('Outlets')).viewer
  return Object.fromEntries(
    outlets.edges.map(({ node }: Json) => [node.name, node.stock.edges[0]?.node.quantity ?? 'none']),
  )
}
const refusals = ({ decisions }: Json): [string, string | null][] =>
  decisions.at(-1).candidates.map((each: Json) => [each.outlet.name, each.refusedFor])

test('an order goes to the nearest outlet that can serve it: the seller sees why, the buyer who and how far', async () => {
  const one = await newSeller()
  await outlet(one, 'Far', '35.3')
  await outlet(one, 'Near', '35.1')
  await outlet(one, 'Empty', '35.05', 0)
  await outlet(one, 'Shut', '35.02', 10, { openingHours: [] })
  await outlet(one, 'Short', '35.04', 10, { reachMetres: 100 })
  const feed = one.seller.client.subscribe('subscription { caseChanged(view: PARTNER) { kind event thread { id } } }')
  await feed.until('the feed to start', () => true)
  const sent = await order(one)
  const seen = await routing(one.buyer.client, sent.id)
  expect(seen).toEqual({
    status: 'ROUTED',
    servedBy: { name: 'Near', address: 'Near 1-2-3', latitude: '35.1000000', longitude: '135.0000000' },
    distanceMetres: 11_120,
    nextTryAt: null,
    decisions: null,
  })
  const explained = await routing(one.seller.client, sent.id)
  expect(explained.decisions).toMatchObject([{ number: 1, cause: 'ORDERED', outlet: { name: 'Near' } }])
  expect(refusals(explained)).toEqual([
    ['Shut', 'CLOSED'],
    ['Short', 'TOO_FAR'],
    ['Empty', 'OUT_OF_STOCK'],
    ['Near', null],
    ['Far', null],
  ])
  expect(explained.decisions[0].candidates[2]).toMatchObject({ line: 1, until: null, distanceMetres: 5_560 })
  expect(await stockOf(one)).toMatchObject({ Near: '9', Far: '10', Empty: '0' })
  await feed.until('the route to be told live', ({ event }) => event === 'ORDER_ROUTED')
  feed.stop()
})

test('who has no outlets gets orders as ever, and an order that does not say where it goes waits', async () => {
  const plain = await newSeller()
  expect(await routing(plain.seller.client, (await order(plain)).id)).toBeNull()
  const one = await newSeller()
  await outlet(one, 'Near', '35.1')
  const sent = await order(one, { deliverTo: null })
  expect(await routing(one.seller.client, sent.id)).toMatchObject({
    status: 'WAITING',
    servedBy: null,
    distanceMetres: null,
    nextTryAt: null,
    decisions: [{ outlet: null, candidates: [] }],
  })
  const bad = await one.buyer.client.act('SendOrder', {
    threadId: (await openCase(one)).threadId,
    currency: 'JPY',
    lines: [line()],
    deliverTo: { latitude: '90.1', longitude: '-180.00000001' },
  })
  expect(bad.faults.map(({ path }: Json) => path)).toEqual(['deliverTo.latitude', 'deliverTo.longitude'])
})

test('everything comes from one outlet, lines without an item number need no stock, and units are not mixed', async () => {
  const one = await newSeller()
  const near = await outlet(one, 'Near', '35.1', 3)
  await setStock(one.seller, near.id, 1, 'CUP')
  const far = await outlet(one, 'Far', '35.2', 3)
  await setStock(one.seller, far.id, 5, 'CUP')
  const both = await order(one, { lines: [line('1.5'), line('1', null), line('2', 'CUP'), line('1.5')] })
  expect(await routing(one.seller.client, both.id)).toMatchObject({ servedBy: { name: 'Far' } })
  expect((await routing(one.seller.client, both.id)).decisions[0].candidates[0]).toMatchObject({
    refusedFor: 'OUT_OF_STOCK',
    line: 3,
  })
  const service = await order(one, { lines: [line('1000', null)] })
  expect(await routing(one.buyer.client, service.id)).toMatchObject({ servedBy: { name: 'Near' } })
  const kilos = await order(one, { lines: [{ ...line(), unit: 'KGM' }] })
  expect(await routing(one.buyer.client, kilos.id)).toMatchObject({ status: 'WAITING' })
  // Cups: the first of what each has.
  expect(await stockOf(one)).toEqual({ Near: '1', Far: '3' })
})

test('of fifty orders at once for twenty pieces twenty are routed and thirty wait; new stock serves the rest', async () => {
  const one = await newSeller()
  const near = await outlet(one, 'Near', '35.1', 12)
  const far = await outlet(one, 'Far', '35.2', 8)
  const threads = await Promise.all(Array.from({ length: 50 }, () => openCase(one)))
  const sent = await Promise.all(threads.map(({ threadId }) => order(one, {}, threadId)))
  const now = await Promise.all(sent.map(({ id }) => routing(one.buyer.client, id)))
  const at = (name: string): number => now.filter(({ servedBy }) => servedBy?.name === name).length
  expect([at('Near'), at('Far'), now.filter(({ status }) => status === 'WAITING').length]).toEqual([12, 8, 30])
  expect(await stockOf(one)).toEqual({ Near: '0', Far: '0' })
  await Promise.all([setStock(one.seller, near.id, 20), setStock(one.seller, far.id, 20)])
  await eventually(
    'all to be routed',
    async () => (await one.seller.client.run('OrderRoutings', { status: 'WAITING' })).viewer.orderRoutings.edges,
    (waiting) => waiting.length === 0,
  )
  const left = Object.values(await stockOf(one)).map(Number)
  expect(left.reduce((a, b) => a + b, 0)).toBe(10)
  const changes = (await one.seller.client.run('Outlets')).viewer.outlets.edges.flatMap(
    ({ node }: Json) => node.stockChanges.edges,
  )
  expect(changes.every(({ node }: Json) => Number(node.quantity) >= 0)).toBe(true)
})

test('an outlet that declines gives its stock back, the order goes to the next, and in the end waits and its seller is told', async () => {
  const one = await newSeller()
  await outlet(one, 'Near', '35.1')
  await outlet(one, 'Far', '35.2')
  const sent = await order(one)
  const decline = (client: HubClient, reason = 'The oven is broken') =>
    client.act('DeclineRoute', { orderId: sent.id, reason })
  expect((await decline(one.buyer.client)).code).toBe('NOT_ALLOWED')
  expect((await decline(other.client)).code).toBe('NOT_FOUND')
  expect((await decline(one.seller.client)).order.routing).toMatchObject({ servedBy: { name: 'Far' } })
  expect(await stockOf(one)).toEqual({ Near: '10', Far: '9' })
  const { accessToken } = await hub.admin.must('ActFor', { memberId: one.seller.id, channel: 'TELEPHONE' })
  await new HubClient(hub.url, accessToken).must('DeclineRoute', { orderId: sent.id, reason: 'Too busy' })
  const waiting = await routing(one.seller.client, sent.id)
  expect(waiting).toMatchObject({ status: 'WAITING', servedBy: null })
  expect(waiting.decisions.map(({ cause, outlet: by }: Json) => [cause, by?.name ?? null])).toEqual([
    ['ORDERED', 'Near'],
    ['DECLINED', 'Far'],
    ['DECLINED', null],
  ])
  expect(waiting.decisions.at(-1).candidates).toMatchObject([
    { refusedFor: 'DECLINED', reason: 'The oven is broken' },
    { refusedFor: 'DECLINED', reason: 'Too busy' },
  ])
  expect(await stockOf(one)).toEqual({ Near: '10', Far: '10' })
  expect(await decline(one.seller.client)).toMatchObject({ code: 'WRONG_STATE', state: 'WAITING' })
  const told = async (party: Party): Promise<string[]> =>
    (
      await party.client.send('{ viewer { messages(first: 100) { edges { node { kind } } } } }')
    ).data.viewer.messages.edges.map(({ node }: Json) => node.kind)
  await eventually(
    'the seller to be told',
    () => told(one.seller),
    (kinds) => kinds.includes('ORDER_NOT_ROUTED'),
  )
  expect(await told(one.buyer)).not.toContain('ORDER_NOT_ROUTED')
  await outlet(one, 'New', '35.4')
  await eventually(
    'the new outlet to get it',
    () => routing(one.buyer.client, sent.id),
    ({ servedBy }) => servedBy?.name === 'New',
  )
})

test('an order that waits is routed when hours change', async () => {
  const one = await newSeller()
  const shut = await outlet(one, 'Shut', '35.1', 10, { openingHours: [] })
  const sent = await order(one)
  expect((await routing(one.seller.client, sent.id)).status).toBe('WAITING')
  const list = async (status: string): Promise<string[]> =>
    (await one.seller.client.run('OrderRoutings', { status })).viewer.orderRoutings.edges.map(
      ({ node }: Json) => node.order.id,
    )
  expect([await list('WAITING'), await list('ROUTED')]).toEqual([[sent.id], []])
  await one.seller.client.must('EditOutlet', { outletId: shut.id, revision: 1, openingHours: always })
  await eventually(
    'the order to be routed',
    () => routing(one.seller.client, sent.id),
    ({ status }) => status === 'ROUTED',
  )
  const { decisions } = await routing(one.seller.client, sent.id)
  expect(decisions.map(({ cause }: Json) => cause)).toEqual(['ORDERED', 'TRIED_AGAIN'])
  expect([await list('WAITING'), await list('ROUTED')]).toEqual([[], [sent.id]])
})

test('what comes to an end gives its stock back, once: withdrawn, declined, replaced, cancelled, expired', async () => {
  const one = await newSeller()
  await outlet(one, 'Near', '35.1')
  const { buyer, seller } = one
  const left = async (): Promise<string | undefined> => (await stockOf(one))['Near']
  const ended = async (sent: Json): Promise<void> => {
    expect((await routing(seller.client, sent.id)).status).toBe('ENDED')
    expect(await left()).toBe('10')
  }
  const withdrawn = await order(one)
  expect(await left()).toBe('9')
  await Promise.all(
    ['a', 'b', 'c'].map((reason) => buyer.client.act('WithdrawCase', { threadId: withdrawn.thread.id, reason })),
  )
  await ended(withdrawn)
  const declined = await order(one)
  await seller.client.must('RespondToOrder', { orderId: declined.id, kind: 'DECLINED' })
  await ended(declined)
  const first = await order(one, { lines: [line('3')] })
  const second = await order(one, { lines: [line('2')], replacesOrderId: first.id }, first.thread.id)
  expect((await routing(seller.client, first.id)).status).toBe('ENDED')
  expect([(await routing(seller.client, second.id)).status, await left()]).toEqual(['ROUTED', '8'])
  await seller.client.must('RespondToOrder', { orderId: second.id, kind: 'ACCEPTED' })
  await seller.client.must('DeclineCase', { threadId: first.thread.id })
  await ended(second)
  const cancelled = await order(one)
  await seller.client.must('RespondToOrder', { orderId: cancelled.id, kind: 'ACCEPTED' })
  await agreeOnContract(one, cancelled.thread.id)
  for (const { client } of [buyer, seller])
    await client.must('CancelContract', { threadId: cancelled.thread.id, reason: 'No more' })
  await ended(cancelled)
  const expiring = await order(one)
  await asOwner(hub.databaseUrl, (owner) =>
    owner.query(`update contracts.case_thread set expires_at = now() where id = $1`, [expiring.thread.id]),
  )
  await threadUntil(seller.client, expiring.thread.id, ({ status }) => status === 'EXPIRED')
  await ended(expiring)
})

test('stock that is given back serves an order that waits', async () => {
  const one = await newSeller()
  await outlet(one, 'Near', '35.1', 1)
  const [first, second] = [await order(one), await order(one)]
  expect((await routing(one.buyer.client, second.id)).status).toBe('WAITING')
  await one.buyer.client.must('WithdrawCase', { threadId: first.thread.id })
  await eventually(
    'the other to be routed',
    () => routing(one.buyer.client, second.id),
    ({ status }) => status === 'ROUTED',
  )
  expect(await stockOf(one)).toEqual({ Near: '0' })
})

test('orders, declines, withdrawals and new stock at the same time leave neither too much nor too little', async () => {
  const one = await newSeller()
  const outlets = [
    await outlet(one, 'A', '35.1', 5),
    await outlet(one, 'B', '35.2', 5),
    await outlet(one, 'C', '35.3', 5),
  ]
  const sent = await Promise.all(Array.from({ length: 15 }, () => order(one)))
  await Promise.all([
    ...sent.slice(0, 5).map(({ id }) => one.seller.client.act('DeclineRoute', { orderId: id, reason: 'x' })),
    ...sent.slice(5, 10).map(({ thread }) => one.buyer.client.act('WithdrawCase', { threadId: thread.id })),
    ...Array.from({ length: 5 }, () => order(one)),
  ])
  const { rows } = await asOwner(hub.databaseUrl, (owner) =>
    owner.query(
      `select s.on_hand / 1000000 + (select count(*) from contracts.order_routing r where r.outlet_id = s.outlet_id and r.status = 'ROUTED') as pieces
       from contracts.outlet_stock s where s.outlet_id = any($1)`,
      [outlets.map(({ id }) => id)],
    ),
  )
  expect(rows.map(({ pieces }: Json) => Number(pieces))).toEqual([5, 5, 5])
})

test('outlets are sellers’ own: nobody else sees or changes them; every state stays on record', async () => {
  const one = await newSeller()
  const near = await outlet(one, 'Near', '35.1')
  const foreign = await other.client.act('EditOutlet', { outletId: near.id, revision: 1, name: 'Mine' })
  expect(foreign.code).toBe('NOT_FOUND')
  const stock = await other.client.act('SetOutletStock', {
    outletId: near.id,
    items: [{ item: 'TEA', unit: 'C62', quantity: '0' }],
  })
  expect(stock.code).toBe('NOT_FOUND')
  expect((await other.client.run('Outlets')).viewer.outlets.edges).toEqual([])
  const edited = await one.seller.client.must('EditOutlet', { outletId: near.id, revision: 1, serving: false })
  expect(edited.outlet).toMatchObject({ revision: 2, serving: false, name: 'Near' })
  const stale = await one.seller.client.act('EditOutlet', { outletId: near.id, revision: 1, name: 'Lost' })
  expect(stale).toMatchObject({ code: 'WRONG_STATE', state: 'REVISION_2' })
  const [{ node }] = (await one.seller.client.run('Outlets')).viewer.outlets.edges
  expect(node.revisions.edges.map((each: Json) => each.node)).toEqual([
    { revision: 2, name: 'Near', serving: false },
    { revision: 1, name: 'Near', serving: true },
  ])
  const buyer = await one.buyer.client.act('RegisterOutlet', {
    name: 'x',
    address: 'x',
    latitude: '0',
    longitude: '0',
    timeZone: 'UTC',
    reachMetres: 1,
    openingHours: [],
  })
  expect(buyer.code).toBe('NOT_ALLOWED')
  const bad = await one.seller.client.act('RegisterOutlet', {
    name: '',
    address: 'x',
    latitude: '91',
    longitude: '0',
    timeZone: 'Mars/Olympus',
    reachMetres: 0,
    openingHours: [{ weekday: 'MONDAY', from: '18:00', to: '09:00' }],
    exceptions: [
      { day: '2026-12-25', hours: [] },
      { day: '2026-12-25', hours: [] },
    ],
  })
  expect(bad.faults.map(({ path }: Json) => path).toSorted()).toEqual(
    ['exceptions', 'latitude', 'name', 'openingHours.0', 'reachMetres', 'timeZone'].toSorted(),
  )
  const items = [{ item: 'CUP', unit: 'C62', quantity: '1.1234567' }]
  const inexact = await one.seller.client.act('SetOutletStock', { outletId: near.id, items })
  expect(inexact.faults).toMatchObject([{ path: 'items.0.quantity' }])
})

test('where a person’s order goes is sealed, and forgotten with the person', async () => {
  const person = await newParty(hub.url, hub.admin, 'Hanako', ['BUYER'], { input: { kind: 'PERSON' } })
  const one = { ...(await newSeller()), buyer: person }
  await outlet(one, 'Near', '35.1')
  const sent = await order(one)
  expect(await routing(person.client, sent.id)).toMatchObject({ distanceMetres: 11_120 })
  const kept = await asOwner(hub.databaseUrl, async (owner) => {
    const { rows: routings } = await owner.query(
      'select destination from contracts.order_routing where order_id = $1',
      [sent.id],
    )
    const { rows: routes } = await owner.query('select decision from contracts.order_route where order_id = $1', [
      sent.id,
    ])
    return JSON.stringify([routings, routes])
  })
  for (const telling of ['350000000', '11120', 'metres']) expect(kept).not.toContain(telling)
  await person.client.must('WithdrawCase', { threadId: sent.thread.id })
  await eventually(
    'the erasure, once the end of its purchase is known',
    () => hub.admin.act('EraseMember', { memberId: person.id }),
    ({ code }) => code === undefined,
  )
  await eventually(
    'the distance to be forgotten',
    () => routing(one.seller.client, sent.id),
    ({ distanceMetres, decisions }) => distanceMetres === null && decisions[0].candidates.length === 0,
  )
})
