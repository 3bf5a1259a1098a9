import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { newId } from '@torihiki/shared/ids.ts'
import { auditBook, expireHolds } from '../index.ts'
import { Desk, codeOf, succeeded, wideLevel } from '../testing/desk.ts'
import { depositFunds } from './deposit-funds.ts'
import { quoteReservation } from './quote-reservation.ts'
import { setCreditLine } from './set-credit-line.ts'

let desk: Desk
let now = new Date()

beforeAll(async () => void (desk = await Desk.open({ now: () => now })))
afterAll(() => desk.close())
afterEach(async () => {
  now = new Date()
  expect(await auditBook(desk.services)).toEqual([])
})

describe('reservePayment (B3, B4)', () => {
  it('freezes the contract amount, tells the merchant, and gives it a transaction number and an expiry', async () => {
    const it = await desk.reserved()
    expect(await desk.account('DEPOSIT', it.buyer.memberId)).toEqual({ balance: 5000, held: 1000 })
    const [row] = await desk.services.store.query<{ transaction_number: string; days: string }>(
      `select transaction_number, extract(day from expires_at - due_on)::text as days from payment_reservation where id = $1`,
      [it.reservationId],
    )
    expect(row?.transaction_number).toMatch(/^TXN-(\w{4}-){3}\w$/)
    expect(row?.days).toBe('30')
    expect(await desk.published(it.threadId)).toEqual(['PaymentReserved'])
  })

  it('takes the latest order when there is no contract, and asks for an amount when there is neither (B17)', async () => {
    const thread = await desk.thread()
    const method = await desk.deposit(thread.buyer, '5000')
    expect(await desk.reserve(thread, method)).toMatchObject({
      code: 'INVALID_INPUT',
      faults: [{ path: 'plannedAmount' }],
    })
    await desk.order(thread, null, '300')
    await desk.order(thread, null, '700')
    succeeded(await desk.reserve(thread, method))
    expect(await desk.account('DEPOSIT', thread.buyer.memberId)).toEqual({ balance: 5000, held: 700 })
  })

  it('refuses without effect what does not fit, says by how much, and takes it when it was lowered', async () => {
    const thread = await desk.thread()
    const method = await desk.deposit(thread.buyer, '900')
    expect(await desk.reserve(thread, method, '1000')).toMatchObject({
      code: 'INSUFFICIENT_FUNDS',
      requested: { amount: '1000' },
      available: { amount: '900' },
      shortfall: { amount: '100' },
    })
    expect(await desk.account('DEPOSIT', thread.buyer.memberId)).toEqual({ balance: 900, held: 0 })
    expect(await desk.reservations(thread.threadId)).toEqual([])
    expect(
      await desk.services.store.query('select 1 from level_usage where member_id = $1', [thread.buyer.memberId]),
    ).toEqual([])
    succeeded(await desk.reserve(thread, method, '900'))
  })

  it('is for the buyer of the thread, with a method of its own', async () => {
    const thread = await desk.thread()
    const method = await desk.deposit(thread.buyer, '1000')
    const sellers = await desk.deposit(thread.seller, '1000')
    const stranger = await desk.thread()
    expect(codeOf(await desk.reserve({ ...thread, buyer: thread.seller }, sellers, '10'))).toBe('NOT_ALLOWED')
    expect(codeOf(await desk.reserve({ ...thread, buyer: stranger.buyer }, method, '10'))).toBe('NOT_FOUND')
    expect(codeOf(await desk.reserve(thread, sellers, '10'))).toBe('NOT_FOUND')
    expect(codeOf(await desk.reserve({ ...thread, threadId: newId() }, method, '10'))).toBe('NOT_FOUND')
  })

  it.each([
    ['OPERATION', { ...wideLevel, operations: [] }, 'LEVEL_OPERATION'],
    ['CURRENCY', { ...wideLevel, maxPerDay: {} }, 'LEVEL_CURRENCY'],
    ['AMOUNT_PER_TRANSACTION', { ...wideLevel, maxPerTransaction: { JPY: '99' } }, 'LEVEL_AMOUNT_PER_TRANSACTION'],
    ['AMOUNT_PER_DAY', { ...wideLevel, maxPerDay: { JPY: '99' } }, 'LEVEL_AMOUNT_PER_DAY'],
  ])('refuses by the rule %s of the level, before anything happens (A7)', async (rule, level, code) => {
    const thread = await desk.thread(await desk.member(level))
    const method = await desk.deposit(thread.buyer, '50')
    expect(await desk.reserve(thread, method, '100')).toMatchObject({ code, rule })
    expect(await desk.reservations(thread.threadId)).toEqual([])
  })

  it('refuses a member that is not active', async () => {
    const thread = await desk.thread()
    const method = await desk.deposit(thread.buyer, '1000')
    await desk.take('MemberRecorded', {
      memberId: thread.buyer.memberId,
      version: 2e9,
      status: 'SUSPENDED',
      roles: [],
      level: wideLevel,
      settlementAgentId: null,
      groupName: null,
    })
    expect(codeOf(await desk.reserve(thread, method, '10'))).toBe('MEMBER_NOT_ACTIVE')
  })

  it.each([
    ['a day in the past', { dueOn: '2020-01-01' }, 'dueOn'],
    ['a day too far ahead', { dueOn: '2099-01-01' }, 'dueOn'],
    ['another currency than the method has', { plannedAmount: { amount: '10', currency: 'EUR' } }, 'paymentMethodId'],
    ['nothing', { plannedAmount: { amount: '0', currency: 'JPY' } }, 'plannedAmount'],
    ['fractions of a yen', { plannedAmount: { amount: '1.5', currency: 'JPY' } }, 'plannedAmount'],
  ])('refuses %s', async (_name, further, path) => {
    const thread = await desk.thread()
    const method = await desk.deposit(thread.buyer, '1000')
    expect(await desk.reserve(thread, method, '10', further)).toMatchObject({
      code: 'INVALID_INPUT',
      faults: [{ path }],
    })
  })

  it('refuses for a thread that ended, and for a contract on account', async () => {
    const [ended, onAccount] = [await desk.thread(), await desk.thread()]
    await desk.take('ThreadEnded', { threadId: ended.threadId, status: 'WITHDRAWN' })
    await desk.contract(onAccount, { payment: 'ON_ACCOUNT' })
    for (const [thread, state] of [
      [ended, 'WITHDRAWN'],
      [onAccount, 'ON_ACCOUNT'],
    ] as const) {
      const method = await desk.deposit(thread.buyer, '1000')
      expect(await desk.reserve(thread, method, '10')).toMatchObject({ code: 'WRONG_STATE', state })
    }
  })
})

describe('quoteReservation (B5)', () => {
  it('answers as a reservation would, and leaves no trace', async () => {
    const buyer = await desk.member({ ...wideLevel, maxPerDay: { JPY: '5000' } })
    const method = await desk.deposit(buyer, '1000')
    const ask = (amount: string) =>
      quoteReservation(desk.services, buyer, { paymentMethodId: method, amount: { amount, currency: 'JPY' } })
    expect(await ask('400')).toEqual({
      amount: { amount: '400', currency: 'JPY' },
      availableAfter: { amount: '600', currency: 'JPY' },
      waitsFor: null,
    })
    expect(await ask('1001')).toMatchObject({ code: 'INSUFFICIENT_FUNDS', shortfall: { amount: '1' } })
    expect(await ask('5001')).toMatchObject({ code: 'LEVEL_AMOUNT_PER_DAY' })
    expect(await desk.account('DEPOSIT', buyer.memberId)).toEqual({ balance: 1000, held: 0 })
    expect(
      codeOf(
        await quoteReservation(desk.services, await desk.member(), {
          paymentMethodId: method,
          amount: { amount: '1', currency: 'JPY' },
        }),
      ),
    ).toBe('NOT_FOUND')
  })

  it('knows a credit line, and that a card is its company’s to decide', async () => {
    const buyer = await desk.member()
    const [credit, card] = [await desk.credit(buyer, '300'), await desk.card(buyer, 'tok_approved_1')]
    const ask = (paymentMethodId: string) =>
      quoteReservation(desk.services, buyer, { paymentMethodId, amount: { amount: '200', currency: 'JPY' } })
    expect(await ask(credit)).toMatchObject({ availableAfter: { amount: '100' } })
    expect(await ask(card)).toMatchObject({ availableAfter: null })
  })
})

describe('voidReservation (B15)', () => {
  it('frees the amount for the payer alone, once', async () => {
    const it = await desk.reserved()
    expect(codeOf(await desk.void(it.seller, it.reservationId))).toBe('NOT_ALLOWED')
    expect(codeOf(await desk.void(await desk.member(), it.reservationId))).toBe('NOT_FOUND')
    succeeded(await desk.void(it.buyer, it.reservationId))
    expect(await desk.account('DEPOSIT', it.buyer.memberId)).toEqual({ balance: 5000, held: 0 })
    expect(await desk.void(it.buyer, it.reservationId)).toMatchObject({ code: 'WRONG_STATE', state: 'VOIDED' })
    expect(await desk.published(it.threadId)).toEqual(['PaymentReserved', 'PaymentReservationEnded'])
    succeeded(await desk.reserve(it, it.methodId))
  })
})

describe('expireHolds', () => {
  it('releases what is overdue by the database’s clock, once, and nothing else', async () => {
    now = new Date('2020-01-01T00:00:00Z')
    const old = await desk.reserved()
    now = new Date()
    const young = await desk.reserved()
    expect(await desk.inspect(old.buyer, old.threadId)).toMatchObject({ code: 'WRONG_STATE', state: 'EXPIRED' })
    const counts = await Promise.all([expireHolds(desk.services), expireHolds(desk.services)])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(await desk.status(old.reservationId)).toBe('EXPIRED')
    expect(await desk.status(young.reservationId)).toBe('RESERVED')
    expect(await desk.account('DEPOSIT', old.buyer.memberId)).toEqual({ balance: 5000, held: 0 })
    expect(await desk.published(old.threadId)).toEqual(['PaymentReserved', 'PaymentReservationEnded'])
    expect(await desk.void(old.buyer, old.reservationId)).toMatchObject({ code: 'WRONG_STATE', state: 'EXPIRED' })
  })
})

describe('the operator’s acts (B12, B14)', () => {
  it('are for operators, about members that are known', async () => {
    const member = await desk.member()
    const amount = { amount: '10', currency: 'JPY' }
    const deposit = { idempotencyKey: newId(), memberId: member.memberId, amount, reference: newId() }
    const line = { idempotencyKey: newId(), memberId: member.memberId, line: amount }
    expect(codeOf(await depositFunds(desk.services, member, deposit))).toBe('NOT_ALLOWED')
    expect(codeOf(await setCreditLine(desk.services, member, line))).toBe('NOT_ALLOWED')
    expect(codeOf(await depositFunds(desk.services, desk.operator, { ...deposit, memberId: newId() }))).toBe(
      'NOT_FOUND',
    )
    expect(codeOf(await setCreditLine(desk.services, desk.operator, { ...line, memberId: newId() }))).toBe('NOT_FOUND')
  })

  it('book an incoming payment once, whatever key it comes with', async () => {
    const member = await desk.member()
    const input = { memberId: member.memberId, amount: { amount: '10', currency: 'JPY' }, reference: newId() }
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        depositFunds(desk.services, desk.operator, { ...input, idempotencyKey: newId() }),
      ),
    )
    expect(answers.filter((answer) => codeOf(answer) === null)).toHaveLength(1)
    expect(answers.filter((answer) => codeOf(answer) === 'INVALID_INPUT')).toHaveLength(4)
    expect(await desk.account('DEPOSIT', member.memberId)).toEqual({ balance: 10, held: 0 })
  })

  it('may close a credit that is in use: what is held stands, nothing more fits', async () => {
    const thread = await desk.thread()
    const method = await desk.credit(thread.buyer, '500')
    succeeded(await desk.reserve(thread, method, '400'))
    await desk.credit(thread.buyer, '0')
    expect(await desk.reserve(await desk.thread(thread.buyer), method, '10')).toMatchObject({
      code: 'INSUFFICIENT_FUNDS',
      available: { amount: '0' },
      shortfall: { amount: '10' },
    })
  })
})

describe('the tables', () => {
  it.each(['posting', 'posting_leg', 'hold', 'hold_resolution', 'credit_line', 'inspection'])(
    'keep %s as it was written',
    async (table) => {
      await desk.reserved()
      await expect(desk.services.store.query(`delete from ${table}`)).rejects.toThrow(/never changed|permission denied/)
    },
  )

  it('refuse a posting that does not balance', async () => {
    const leg = `insert into posting_leg (posting_id, leg, account_id, currency, side, minor, posted_at) values ($1, 1, $1, 'JPY', 'DEBIT', 5, now())`
    await expect(desk.services.store.query(leg, [newId()])).rejects.toThrow(/debits and credits/)
  })
})
