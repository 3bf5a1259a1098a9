import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { expectSoundBooks } from '../support/audits.ts'
import { HubClient, type Json } from '../support/hub-client.ts'
import { leftoversOf } from '../support/leftovers.ts'
import { startCardCompany, startSettlementAgent, type CardCompany, type SettlementAgent } from '../support/outside.ts'
import { eventually, newParty, signIn, type Party } from '../support/parties.ts'
import {
  capturedFrom,
  contractedThread,
  depositOf,
  newTrade,
  reserve,
  threadUntil,
  today,
  type Trade,
} from '../support/story.ts'
import { asOwner } from '../support/test-database.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade
let acme: CardCompany
let bank: SettlementAgent

beforeAll(async () => {
  acme = await startCardCompany('acme')
  hub = await startTestHub({ CARD_COMPANIES: `acme=${acme.url}`, COOLING_OFF_DAYS: '0' })
  trade = await newTrade(hub)
  bank = await startSettlementAgent(hub, trade.agent)
})
afterAll(async () => {
  await expectSoundBooks(hub)
  await hub.close()
  await bank.close()
  await acme.close()
})

const yen = (amount: string): object => ({ amount, currency: 'JPY' })
const deposit = async ({ buyer }: Trade): Promise<Json> =>
  (await buyer.client.run('Accounts')).viewer.accounts.find(({ kind }: Json) => kind === 'DEPOSIT')
const seen = async (client: HubClient, threadId: string): Promise<Json> =>
  (await client.run('GoodsReturns', { threadId })).caseThread
const request = async ({ buyer }: Trade, threadId: string, further: object): Promise<Json> =>
  (await buyer.client.must('RequestReturn', { threadId, ...further })).goodsReturn

/** A buyer of its own with 5,000 JPY. */
async function withDeposit(further: object = {}): Promise<{ own: Trade; methodId: string }> {
  const buyer = await newParty(hub.url, hub.admin, 'Returner', ['BUYER'], {
    input: { settlementAgentId: trade.agent.id, ...further },
  })
  const own = { ...trade, buyer }
  return { own, methodId: await depositOf(own, '5000') }
}

test('giving up before inspection moves no money', async () => {
  const { own, methodId } = await withDeposit()
  const { threadId } = await contractedThread(own)
  const { id } = await reserve(own, threadId, methodId)
  expect(await own.buyer.client.act('RequestReturn', { threadId, reason: 'OTHER' })).toMatchObject({
    code: 'WRONG_STATE',
    message: expect.stringContaining('give up the reservation'),
  })
  await own.buyer.client.must('VoidReservation', { reservationId: id })
  const account = await deposit(own)
  expect(account).toMatchObject({ available: { amount: '5000' }, held: { amount: '0' }, balance: { amount: '5000' } })
  const period = { accountId: account.id, from: `${today(-1)}T00:00:00Z`, to: `${today(1)}T00:00:00Z` }
  const { edges } = (await own.buyer.client.run('AccountStatement', period)).accountStatement
  expect(edges.map(({ node }: Json) => node.kind)).toEqual(['DEPOSIT'])
  expect((await threadUntil(own.buyer.client, threadId, () => true)).obligations).toEqual([])
})

test('wrong goods: a part is given back, refunded once, and the seller owes it to the institution, which is netted', async () => {
  const { own, methodId } = await withDeposit()
  const { buyer, seller } = own
  const { threadId, reservationId } = await capturedFrom(own, methodId)
  const { id: returnId, ...asked } = await request(own, threadId, {
    reason: 'WRONG_GOODS',
    amount: yen('400'),
    description: 'Brass, not steel',
  })
  expect(asked).toMatchObject({ status: 'REQUESTED', byLaw: false, amount: { amount: '400' } })
  const mailed = await eventually(
    'the seller to be written to',
    async () => (await seller.client.run('Messages', { first: 50 })).viewer.messages.edges,
    (edges) => edges.some(({ node }: Json) => node.kind === 'RETURN_REQUESTED'),
  )
  expect(mailed).toBeDefined()
  const stranger = await newParty(hub.url, hub.admin, 'Stranger', ['SELLER'])
  for (const name of ['AcceptReturn', 'WithdrawReturn', 'ReportGoodsReturned'])
    expect((await stranger.client.act(name, { returnId })).code).toBe('NOT_FOUND')
  expect((await seen(stranger.client, threadId)) ?? null).toBeNull()
  expect((await buyer.client.act('AcceptReturn', { returnId })).code).toBe('NOT_ALLOWED')

  // A first request is refused with a reason, which the buyer sees; then it is asked again.
  const { goodsReturn: refused } = await seller.client.must('RefuseReturn', { returnId, reason: 'It was steel' })
  expect(refused).toMatchObject({ status: 'REFUSED', refusal: 'It was steel' })
  const { id } = await request(own, threadId, { reason: 'WRONG_GOODS', amount: yen('400') })
  expect((await seller.client.act('ReportGoodsReturned', { returnId: id })).code).toBe('WRONG_STATE')
  await seller.client.must('AcceptReturn', { returnId: id })
  const back = { returnId: id, idempotencyKey: randomUUID() }
  const answers = await Promise.all(Array.from({ length: 20 }, () => seller.client.act('ReportGoodsReturned', back)))
  expect(new Set(answers.map(({ goodsReturn }) => goodsReturn.status))).toEqual(new Set(['REFUNDED']))
  expect((await seller.client.act('ReportGoodsReturned', { returnId: id })).code).toBe('WRONG_STATE')
  expect(await deposit(own)).toMatchObject({ balance: { amount: '4400' } })
  expect((await seen(buyer.client, threadId)).paymentReservation).toEqual({
    id: reservationId,
    status: 'CAPTURED',
    capturedAmount: { amount: '1000' },
    refundedAmount: { amount: '400' },
  })
  expect(
    (await buyer.client.act('RequestReturn', { threadId, reason: 'OTHER', amount: yen('601') })).faults,
  ).toMatchObject([{ path: 'amount' }])

  // Netted with what the institution owes the seller: 600 remain; the book has nothing to come in any more.
  const thread = await threadUntil(seller.client, threadId, ({ obligations }) => obligations.length === 2)
  expect(thread.obligations.map(({ amount, status }: Json) => [amount.amount, status]).toSorted()).toEqual([
    ['1000', 'OPEN'],
    ['400', 'OPEN'],
  ])
  const { window } = await hub.admin.must('CloseSettlementWindow', { agentId: trade.agent.id })
  expect(Object.fromEntries(window.positions.map((p: Json) => [p.member.name, p.net.amount]))).toEqual({
    Torihiki: '-600',
    Seller: '600',
  })
  await threadUntil(seller.client, threadId, ({ status }) => status === 'SETTLED')
  await eventually(
    'the refund to be settled',
    () =>
      asOwner(
        hub.databaseUrl,
        async (owner) =>
          (
            await owner.query(
              `select kind, sum(balance_minor)::int as balance from reservations.account_state where kind = 'DUE_IN' and owner = $1 group by 1`,
              [seller.id],
            )
          ).rows,
      ),
    (rows) => rows[0]?.balance === 0,
  )
  await request(own, threadId, { reason: 'DAMAGED' }).then(async ({ id: rest }) => {
    await seller.client.must('AcceptReturn', { returnId: rest })
    await seller.client.must('ReportGoodsReturned', { returnId: rest })
  })
  expect((await seen(seller.client, threadId)).paymentReservation).toMatchObject({
    status: 'REFUNDED',
    refundedAmount: { amount: '1000' },
  })
  expect(await deposit(own)).toMatchObject({ balance: { amount: '5000' } })
  expect((await seen(buyer.client, threadId)).status).toBe('SETTLED')
})

const address = (country: string): object => ({ street: 'Hauptstr. 1', city: 'Bonn', country })

test('a consumer gives back within the period by the law of its country, and nobody refuses; a firm asks', async () => {
  const { own, methodId } = await withDeposit({ kind: 'PERSON', address: address('DE') })
  const { buyer, seller } = own
  const carrier = await newParty(hub.url, hub.admin, 'Carrier', ['CARRIER'])
  const { threadId } = await capturedFrom(own, methodId)
  const { coolingOffLastDay } = await seen(buyer.client, threadId)
  const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' }).format(new Date())
  expect(Date.parse(coolingOffLastDay) - Date.parse(berlin)).toBe(14 * 86_400_000)
  const { id, ...asked } = await request(own, threadId, { reason: 'COOLING_OFF', carrierId: carrier.id })
  expect(asked).toMatchObject({ status: 'ACCEPTED', byLaw: true, amount: { amount: '1000' } })
  expect(await seller.client.act('RefuseReturn', { returnId: id, reason: 'No' })).toMatchObject({
    code: 'NOT_ALLOWED',
    message: expect.stringContaining('by law'),
  })
  const forCarrier = `query ($id: ID!) { goodsReturn(id: $id) { status amount { amount } thread { id } reservation { id } } }`
  expect((await carrier.client.send(forCarrier, { id })).data.goodsReturn).toEqual({
    status: 'ACCEPTED',
    amount: null,
    thread: null,
    reservation: null,
  })
  await carrier.client.must('ReportGoodsReturned', { returnId: id })
  expect((await seen(buyer.client, threadId)).returns).toMatchObject([
    { status: 'REFUNDED', reportedBy: { id: carrier.id } },
  ])
  expect(await deposit(own)).toMatchObject({ balance: { amount: '5000' } })

  const firm = await withDeposit({ address: address('DE') })
  const { threadId: ofFirm } = await capturedFrom(firm.own, firm.methodId)
  expect((await seen(firm.own.buyer.client, ofFirm)).coolingOffLastDay).toBeNull()
  const plain = await request(firm.own, ofFirm, { reason: 'COOLING_OFF' })
  expect(plain).toMatchObject({ status: 'REQUESTED', byLaw: false })
  await seller.client.must('RefuseReturn', { returnId: plain.id, reason: 'Not agreed' })
})

test('rules of cooling off are data: with their source, changed by administrators alone, each version kept', async () => {
  const rules = async (country?: string): Promise<Json[]> =>
    (await trade.buyer.client.run('CoolingOffRules', { country })).coolingOffRules
  const all = await rules()
  expect(all.filter(({ source }) => source.includes('2011/83/EU'))).toHaveLength(27)
  expect(all).toContainEqual(
    expect.objectContaining({
      country: 'JP',
      sale: 'DISTANCE',
      days: 8,
      firstDayCounts: true,
      excludable: true,
      source: expect.stringContaining('15-3'),
    }),
  )
  expect(all).toContainEqual(expect.objectContaining({ country: 'GB', days: 14, countsFrom: 'RECEIPT' }))
  const rule = {
    country: 'CH',
    sale: 'DISTANCE',
    days: 14,
    countsFrom: 'CONCLUSION',
    firstDayCounts: false,
    excludable: false,
    timeZone: 'Europe/Zurich',
    source: 'By way of trial',
  }
  expect((await trade.buyer.client.act('SetCoolingOffRule', rule)).code).toBe('NOT_ALLOWED')
  await hub.admin.must('SetCoolingOffRule', rule)
  await hub.admin.must('SetCoolingOffRule', { ...rule, days: 0, source: 'Repealed' })
  expect(await rules('CH')).toMatchObject([
    { version: 2, days: 0, source: 'Repealed' },
    { version: 1, days: 14, setBy: { id: expect.any(String) } },
  ])
  expect(
    (await hub.admin.act('SetCoolingOffRule', { ...rule, timeZone: '+09:00', country: 'Swiss' })).faults.map(
      ({ path }: Json) => path,
    ),
  ).toEqual(['country', 'timeZone'])
})

test('a card company that loses its answer is asked again under the same key, and refunds once', async () => {
  const { own } = await withDeposit()
  const card = {
    token: `tok_lost_${randomUUID().slice(0, 4)}`,
    brand: 'Visa',
    lastFour: '4242',
    expiry: '2035-04',
    company: 'acme',
  }
  const { paymentMethod } = await own.buyer.client.must('RegisterPaymentMethod', {
    kind: 'CARD',
    name: 'Card',
    currency: 'JPY',
    card,
  })
  const { threadId } = await capturedFrom(own, paymentMethod.id)
  const { id } = await request(own, threadId, { reason: 'DAMAGED', amount: yen('250') })
  await own.seller.client.must('AcceptReturn', { returnId: id })
  const { goodsReturn } = await own.seller.client.must('ReportGoodsReturned', { returnId: id })
  expect(goodsReturn.status).toBe('REFUNDING')
  await asOwner(hub.databaseUrl, (owner) =>
    owner.query('update reservations.refund set next_attempt_at = now() where return_id = $1', [id]),
  )
  await eventually(
    'the refund',
    async () => {
      await asOwner(hub.databaseUrl, (owner) =>
        owner.query(
          `update reservations.refund set next_attempt_at = now() where return_id = $1 and status = 'SENT' and attempts = 1`,
          [id],
        ),
      )
      return (await seen(own.buyer.client, threadId)).returns[0]
    },
    ({ status }) => status === 'REFUNDED',
  )
  const refunds = (await acme.book()).flatMap((entry: Json) => Object.values(entry.refunds))
  expect(refunds).toEqual([{ minor: '250', result: 'REFUNDED', requests: expect.any(Number) }])
  expect((refunds[0] as Json).requests).toBeGreaterThan(1)
  expect((await seen(own.buyer.client, threadId)).paymentReservation).toMatchObject({
    status: 'CAPTURED',
    refundedAmount: { amount: '250' },
  })
})

test('a guest is not erased while it may give back by law, nor while its refund is open', async () => {
  const given = { name: 'Indigo', mail: `indigo-${randomUUID().slice(0, 8)}@example.org`, address: address('DE') }
  const { member, loginName } = await new HubClient(hub.url).must('RegisterGuest', {
    ...given,
    password: 'a password for once',
  })
  const client = await signIn(hub.url, loginName, 'a password for once')
  const buyer: Party = { id: member.id, name: given.name, loginName, client }
  await eventually(
    'the guest to be known',
    () => client.act('RegisterCase', { title: 'Known?', description: '-', partnerIds: [randomUUID()] }),
    (answer) => answer.code !== 'MEMBER_NOT_ACTIVE',
  )
  const own = { ...trade, buyer }
  const { threadId } = await capturedFrom(
    own,
    await depositOf(own, '5000'),
    {},
    { settlement: 'GROSS', settlementAgentId: trade.agent.id },
  )
  await threadUntil(trade.seller.client, threadId, ({ status }) => status === 'SETTLED')
  const due = async (): Promise<Json> =>
    asOwner(
      hub.databaseUrl,
      async (owner) =>
        (await owner.query('select status, erase_at from members.member where id = $1', [buyer.id])).rows[0],
    )
  await eventually('the settlement to be known', due, ({ erase_at: at }) => at !== null)
  expect((await due()).erase_at.getTime()).toBeGreaterThan(Date.now() + 13 * 86_400_000)
  const words = `Zinnober ${randomUUID()}`
  const { id } = await request(own, threadId, { reason: 'COOLING_OFF', description: words })
  await eventually('the return to be known', due, ({ erase_at: at }) => at === null)
  expect((await hub.admin.act('EraseMember', { memberId: buyer.id })).state).toBe('REFUND_OPEN')
  // The period passes; the refund is open still.
  await asOwner(hub.databaseUrl, (owner) =>
    owner.query(`update members.guest_cooling_off set until = now() - interval '1 day' where member_id = $1`, [
      buyer.id,
    ]),
  )
  expect((await due()).status).toBe('ACTIVE')
  await trade.seller.client.must('ReportGoodsReturned', { returnId: id })
  await eventually('the erasure', due, ({ status }) => status === 'ERASED')
  await eventually(
    'what it wrote to be gone',
    () => leftoversOf(hub, [words]),
    (left) => left.length === 0,
  )
})
