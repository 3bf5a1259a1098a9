import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { newId } from '@torihiki/shared/ids.ts'
import type { RefundAsk } from '../outside/card-company.ts'
import { auditBook, retryRefunds, takeAuthorizationEvent, type ReservationsServices } from '../index.ts'
import { codeOf, Desk, succeeded, wideLevel, type TestThread } from '../testing/desk.ts'
import { recordReply } from './record-reply.ts'
import { acceptReturn, refuseReturn, reportGoodsReturned, withdrawReturn } from './decide-return.ts'
import { requestReturn } from './request-return.ts'
import { setCoolingOffRule, setReturnTerms } from './set-cooling-off.ts'

let desk: Desk
let clock = new Date()

beforeAll(async () => {
  desk = await Desk.open({ now: () => clock })
})
afterAll(async () => {
  expect(await auditBook(desk.services)).toEqual([])
  await desk.close()
})

const ask = (thread: TestThread, further: object = {}, actor: Actor = thread.buyer) =>
  requestReturn(desk.services, actor, {
    idempotencyKey: newId(),
    threadId: thread.threadId,
    reason: 'WRONG_GOODS',
    ...further,
  })
const keyed = (returnId: string, further: object = {}) => ({ idempotencyKey: newId(), returnId, ...further })
const yen = (amount: string) => ({ amount, currency: 'JPY' })

/** A purchase of 1,000 JPY that is paid from a fresh deposit of 5,000. */
async function paid(): Promise<TestThread & { reservationId: string }> {
  const thread = await desk.reserved()
  succeeded(await desk.inspect(thread.buyer, thread.threadId))
  return thread
}

async function givenBack(thread: TestThread, further: object = {}): Promise<string> {
  const { returnId } = succeeded(await ask(thread, further))
  await acceptReturn(desk.services, thread.seller, keyed(returnId))
  succeeded(await reportGoodsReturned(desk.services, thread.seller, keyed(returnId)))
  return returnId
}

const statusOf = async (returnId: string): Promise<string | undefined> =>
  (await desk.services.store.query<{ status: string }>('select status from goods_return where id = $1', [returnId]))[0]
    ?.status

it('gives a part back and then the rest: the deposit has it all again, and the reservation is REFUNDED', async () => {
  const thread = await paid()
  const { buyer, seller } = thread
  expect(await desk.account('DEPOSIT', buyer.memberId)).toEqual({ balance: 4000, held: 0 })
  await givenBack(thread, { amount: yen('300') })
  expect(await desk.status(thread.reservationId)).toBe('CAPTURED')
  expect(await desk.account('DEPOSIT', buyer.memberId)).toEqual({ balance: 4300, held: 0 })
  expect(await desk.account('DUE_IN', seller.memberId)).toEqual({ balance: -300, held: 0 })
  expect(codeOf(await ask(thread, { amount: yen('701') }))).toBe('INVALID_INPUT')
  await givenBack(thread)
  expect(await desk.status(thread.reservationId)).toBe('REFUNDED')
  expect(await desk.account('DEPOSIT', buyer.memberId)).toEqual({ balance: 5000, held: 0 })
  expect(codeOf(await ask(thread))).toBe('WRONG_STATE')
  const refunds = await desk.event('PaymentRefunded', thread.threadId)
  expect(refunds.map(({ payload }) => 'amountMinor' in payload && payload.amountMinor)).toEqual(['300', '700'])
  const [refund] = refunds
  const refundId = refund?.type === 'PaymentRefunded' ? refund.payload.refundId : ''
  await desk.take('RefundSettled', { refundId, obligationId: newId() })
  await desk.take('RefundSettled', { refundId, obligationId: newId() })
  expect(await desk.account('DUE_IN', seller.memberId)).toEqual({ balance: -700, held: 0 })
})

it('never speaks for more than was paid, however many ask at once, and refunds each return once', async () => {
  const thread = await paid()
  const answers: (object | { returnId: string })[] = await Promise.all(
    Array.from({ length: 12 }, () => ask(thread, { amount: yen('300') })),
  )
  const ids = answers.flatMap((answer) => ('returnId' in answer ? [String(answer.returnId)] : []))
  expect(ids).toHaveLength(3)
  await Promise.all(ids.map((id) => acceptReturn(desk.services, thread.seller, keyed(id))))
  const reports = ids
    .flatMap((id) => [id, id, id, id])
    .map((id) => reportGoodsReturned(desk.services, thread.seller, keyed(id)))
  expect((await Promise.all(reports)).filter((answer) => codeOf(answer) === null)).toHaveLength(3)
  expect(await desk.account('DEPOSIT', thread.buyer.memberId)).toEqual({ balance: 4900, held: 0 })
})

it('lets buyer, seller and carrier do what is theirs, and nobody else anything', async () => {
  const thread = await paid()
  const stranger = await desk.member()
  const carrierId = newId()
  await desk.take('MemberRecorded', {
    memberId: carrierId,
    version: 1,
    status: 'ACTIVE',
    roles: ['CARRIER'],
    level: wideLevel,
    settlementAgentId: null,
    groupName: null,
  })
  const carrier: Actor = { memberId: carrierId, roles: ['CARRIER'], sessionId: 's' }
  expect(codeOf(await ask(thread, {}, thread.seller))).toBe('NOT_ALLOWED')
  expect(codeOf(await ask(thread, {}, stranger))).toBe('NOT_FOUND')
  expect(codeOf(await ask(thread, { carrierId: stranger.memberId }))).toBe('INVALID_INPUT')
  const { returnId } = succeeded(await ask(thread, { carrierId }))
  const { services } = desk
  expect(codeOf(await acceptReturn(services, thread.buyer, keyed(returnId)))).toBe('NOT_ALLOWED')
  expect(codeOf(await acceptReturn(services, stranger, keyed(returnId)))).toBe('NOT_FOUND')
  expect(codeOf(await reportGoodsReturned(services, thread.seller, keyed(returnId)))).toBe('WRONG_STATE')
  succeeded(await acceptReturn(services, thread.seller, keyed(returnId)))
  expect(codeOf(await refuseReturn(services, thread.seller, keyed(returnId, { reason: 'No' })))).toBe('WRONG_STATE')
  expect(codeOf(await reportGoodsReturned(services, thread.buyer, keyed(returnId)))).toBe('NOT_ALLOWED')
  succeeded(await reportGoodsReturned(services, carrier, keyed(returnId)))
  expect(await statusOf(returnId)).toBe('REFUNDED')
})

it('what is refused or withdrawn speaks for nothing any more', async () => {
  const thread = await paid()
  const first = succeeded(await ask(thread))
  expect(codeOf(await ask(thread))).toBe('WRONG_STATE')
  succeeded(await refuseReturn(desk.services, thread.seller, keyed(first.returnId, { reason: 'Used' })))
  const second = succeeded(await ask(thread))
  succeeded(await withdrawReturn(desk.services, thread.buyer, keyed(second.returnId)))
  succeeded(await ask(thread))
  expect(await desk.account('DEPOSIT', thread.buyer.memberId)).toEqual({ balance: 4000, held: 0 })
})

it('giving up before inspection moves no money: nothing is posted, and nothing can be given back', async () => {
  const thread = await desk.reserved()
  const postings = () =>
    desk.services.store.query('select id from posting where institution_id = $1', [desk.services.institutionId])
  const before = await postings()
  expect(codeOf(await ask(thread))).toBe('WRONG_STATE')
  succeeded(await desk.void(thread.buyer, thread.reservationId))
  expect(await postings()).toHaveLength(before.length)
  expect(await desk.account('DEPOSIT', thread.buyer.memberId)).toEqual({ balance: 5000, held: 0 })
  expect(codeOf(await ask(thread))).toBe('WRONG_STATE')
})

it('on account nothing is posted; the seller comes to owe the buyer', async () => {
  const thread = await desk.thread()
  await desk.contract(thread, { payment: 'ON_ACCOUNT' })
  succeeded(await desk.inspect(thread.buyer, thread.threadId))
  await givenBack(thread, { amount: yen('400') })
  const [refund] = await desk.event('PaymentRefunded', thread.threadId)
  expect(refund?.payload).toMatchObject({
    debtorId: thread.seller.memberId,
    creditorId: thread.buyer.memberId,
    amountMinor: '400',
  })
  expect(codeOf(await ask(thread, { amount: yen('601') }))).toBe('INVALID_INPUT')
})

it('on credit it frees the line, and is below zero on the next bill', async () => {
  const buyer = await desk.member()
  const thread = await desk.thread(buyer)
  await desk.contract(thread)
  succeeded(await desk.reserve(thread, await desk.credit(buyer, '1000')))
  succeeded(await desk.inspect(buyer, thread.threadId))
  await givenBack(thread, { amount: yen('400') })
  expect(await desk.account('CREDIT', buyer.memberId)).toEqual({ balance: -600, held: 0 })
})

/** A buyer that is a person of a country, or a firm. */
async function buyerOf(country: string | null, consumer = true): Promise<Actor> {
  const memberId = newId()
  await desk.take('MemberRecorded', {
    memberId,
    version: 2,
    status: 'ACTIVE',
    roles: ['BUYER'],
    level: wideLevel,
    settlementAgentId: null,
    groupName: null,
    consumer,
    country,
  })
  return { memberId, roles: ['BUYER'], sessionId: 's' }
}

async function paidBy(buyer: Actor, seller?: Actor): Promise<TestThread> {
  const thread = await desk.thread(buyer, seller)
  await desk.contract(thread)
  succeeded(await desk.reserve(thread, await desk.deposit(buyer, '5000')))
  succeeded(await desk.inspect(buyer, thread.threadId))
  return thread
}
const coolOff = async (thread: TestThread) => {
  const { returnId } = succeeded(await ask(thread, { reason: 'COOLING_OFF' }))
  return { returnId, status: await statusOf(returnId) }
}

it('within the period by law nobody refuses; after its last day, for firms and without a law the seller decides', async () => {
  clock = new Date()
  const german = await paidBy(await buyerOf('DE'))
  const { returnId, status } = await coolOff(german)
  expect(status).toBe('ACCEPTED')
  expect(await refuseReturn(desk.services, german.seller, keyed(returnId, { reason: 'No' }))).toMatchObject({
    code: 'NOT_ALLOWED',
    message: expect.stringContaining('by law'),
  })
  succeeded(await reportGoodsReturned(desk.services, german.seller, keyed(returnId)))
  const [late, firm, nowhere] = [
    await paidBy(await buyerOf('DE')),
    await paidBy(await buyerOf('DE', false)),
    await paidBy(await buyerOf(null)),
  ]
  for (const thread of [firm, nowhere]) expect((await coolOff(thread)).status).toBe('REQUESTED')
  clock = new Date(clock.getTime() + 16 * 86_400_000)
  expect((await coolOff(late)).status).toBe('REQUESTED')
  clock = new Date()
})

it('a seller excludes it only where the law lets it, and only for contracts from then on', async () => {
  clock = new Date()
  const seller: Actor = { ...(await desk.member()), roles: ['SELLER'] }
  const before = await paidBy(await buyerOf('JP'), seller)
  clock = new Date(clock.getTime() + 1000)
  succeeded(await setReturnTerms(desk.services, seller, { idempotencyKey: newId(), coolingOffExcluded: true }))
  const at = new Date(clock.getTime() + 1000)
  clock = at
  const [after, german] = [await paidBy(await buyerOf('JP'), seller), await paidBy(await buyerOf('DE'), seller)]
  await desk.services.store.query('update contract_terms set concluded_at = $2 where thread_id = any($1::uuid[])', [
    [after.threadId, german.threadId],
    at,
  ])
  expect([(await coolOff(before)).status, (await coolOff(after)).status, (await coolOff(german)).status]).toEqual([
    'ACCEPTED',
    'REQUESTED',
    'ACCEPTED',
  ])
  clock = new Date()
})

it('a rule that is changed holds for contracts from then on, and every version stays', async () => {
  clock = new Date()
  const early = await paidBy(await buyerOf('SE'))
  const rule = {
    country: 'SE',
    sale: 'DISTANCE',
    days: 0,
    countsFrom: 'RECEIPT',
    firstDayCounts: false,
    excludable: false,
    timeZone: 'Europe/Stockholm',
    source: 'Repealed',
  }
  expect(
    codeOf(
      await setCoolingOffRule(
        desk.services,
        { ...desk.operator, roles: ['OPERATOR'] },
        { idempotencyKey: newId(), ...rule },
      ),
    ),
  ).toBe('NOT_ALLOWED')
  clock = new Date(clock.getTime() + 60_000)
  expect(
    succeeded(await setCoolingOffRule(desk.services, desk.operator, { idempotencyKey: newId(), ...rule })),
  ).toMatchObject({ version: 2 })
  const later = await paidBy(await buyerOf('SE'))
  await desk.services.store.query('update contract_terms set concluded_at = $2 where thread_id = $1', [
    later.threadId,
    clock,
  ])
  expect([(await coolOff(early)).status, (await coolOff(later)).status]).toEqual(['ACCEPTED', 'REQUESTED'])
  await expect(desk.services.store.query('delete from cooling_off_rule')).rejects.toThrow()
  clock = new Date()
})

it('a card company is asked under one key until it answers, and refunds once; what it declines goes to the deposit', async () => {
  const asked: RefundAsk[] = []
  const results = ['REFUNDED', 'DECLINED'] as const
  const byKey = new Map<string, 'REFUNDED' | 'DECLINED'>()
  const cardCompanies = {
    ...desk.services.cardCompanies,
    refund: async (_company: string, refund: RefundAsk) => {
      asked.push(refund)
      if (asked.length === 1) return null
      const result = byKey.get(refund.refundKey) ?? results[byKey.size] ?? 'REFUNDED'
      byKey.set(refund.refundKey, result)
      return result
    },
  }
  const services: ReservationsServices = { ...desk.services, cardCompanies }
  const thread = await desk.thread()
  await desk.contract(thread)
  const { reservationId } = succeeded(await desk.reserve(thread, await desk.card(thread.buyer, 'tok_approved')))
  const [request] = await desk.services.store.query<{ id: string }>(
    'select id from authorization_request where reservation_id = $1',
    [reservationId],
  )
  const requestId = request?.id ?? ''
  await services.store.transaction((tx) =>
    tx.sql(`update authorization_request set status = 'SENT' where id = $1`, [requestId]),
  )
  await services.store.transaction((tx) =>
    recordReply(tx, services, requestId, {
      kind: 'ANSWER',
      result: 'APPROVED',
      responseCode: null,
      authorizationId: null,
    }),
  )
  succeeded(await desk.inspect(thread.buyer, thread.threadId))
  const first = await givenBack(thread, { amount: yen('600') })
  expect([await statusOf(first), await desk.account('ACQUIRER', 'acme')]).toEqual([
    'REFUNDING',
    { balance: -1000, held: 0 },
  ])
  const [event] = await desk.event('RefundAsked', '')
  if (!event) throw new Error('Nobody was asked.')
  await takeAuthorizationEvent(services, event)
  expect(await statusOf(first)).toBe('REFUNDING')
  await services.store.query('update refund set next_attempt_at = now()')
  await Promise.all([retryRefunds(services), takeAuthorizationEvent(services, event)])
  expect([await statusOf(first), await desk.account('ACQUIRER', 'acme')]).toEqual([
    'REFUNDED',
    { balance: -400, held: 0 },
  ])
  expect(new Set(asked.map(({ refundKey }) => refundKey)).size).toBe(1)
  expect(asked[0]).toMatchObject({ key: requestId, amountMinor: '600', currency: 'JPY' })

  const second = await givenBack(thread)
  await retryRefunds(services)
  expect([await statusOf(second), await desk.status(reservationId)]).toEqual(['REFUNDED', 'REFUNDED'])
  expect([await desk.account('ACQUIRER', 'acme'), await desk.account('DEPOSIT', thread.buyer.memberId)]).toEqual([
    { balance: -400, held: 0 },
    { balance: 400, held: 0 },
  ])
})
