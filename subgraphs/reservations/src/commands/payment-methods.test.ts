import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { newId } from '@torihiki/shared/ids.ts'
import { isRefusal } from '@torihiki/shared/refusals.ts'
import fc from 'fast-check'
import { auditBook } from '../index.ts'
import { Desk, codeOf, succeeded } from '../testing/desk.ts'
import { quoteReservation } from './quote-reservation.ts'
import { registerPaymentMethod } from './register-payment-method.ts'

let desk: Desk

beforeAll(async () => void (desk = await Desk.open()))
afterAll(() => desk.close())
afterEach(async () => expect(await auditBook(desk.services)).toEqual([]))

describe('methods behind one port (B4)', () => {
  it('an account transfer and a debit freeze on the same balance', async () => {
    const buyer = await desk.member()
    const debit = await desk.deposit(buyer, '1000')
    const transfer = await desk.method(buyer, 'ACCOUNT_TRANSFER', 'JPY', null, { accountReference: '0001-7654321' })
    succeeded(await desk.reserve(await desk.thread(buyer), transfer, '700'))
    expect(await desk.account('DEPOSIT', buyer.memberId)).toEqual({ balance: 1000, held: 700 })
    for (const method of [debit, transfer])
      expect(await desk.reserve(await desk.thread(buyer), method, '301')).toMatchObject({
        code: 'INSUFFICIENT_FUNDS',
        shortfall: { amount: '1' },
      })
    const thread = await desk.thread(buyer)
    await desk.contract(thread, { amountMinor: '300' })
    succeeded(await desk.reserve(thread, transfer))
    succeeded(await desk.inspect(buyer, thread.threadId))
    expect(await desk.account('DEPOSIT', buyer.memberId)).toEqual({ balance: 700, held: 700 })
  })

  it('with cash at a counter nothing can be frozen: it is refused with what to do, and an order records it', async () => {
    const thread = await desk.thread()
    const counter = await desk.method(thread.buyer, 'COUNTER')
    const refused = await desk.reserve(thread, counter, '10')
    expect(refused).toMatchObject({ code: 'GUARANTEE_NEEDED', __typename: 'GuaranteeNeeded' })
    expect(isRefusal(refused) && refused.message).toMatch(/guaranteed/)
    await desk.order(thread, counter)
    expect(await desk.reservations(thread.threadId)).toMatchObject([
      { status: 'REFUSED', refusal_code: 'GUARANTEE_NEEDED' },
    ])
  })

  it.each([
    ['a transfer without its account', { kind: 'ACCOUNT_TRANSFER' }, 'accountReference'],
    [
      'a card number as account',
      { kind: 'ACCOUNT_TRANSFER', accountReference: '4242 4242 4242 4242' },
      'accountReference',
    ],
    ['a deposit with an account', { kind: 'DEPOSIT', accountReference: '1' }, 'accountReference'],
    [
      'cash with a card',
      { kind: 'COUNTER', card: { token: 't', brand: 'b', lastFour: '1111', expiry: '2099-01', company: 'acme' } },
      'card',
    ],
    ['a kind that there is not', { kind: 'BARTER' }, 'kind'],
  ])('are registered as what they are: not %s', async (_name, input, path) => {
    const member = await desk.member()
    const common = { idempotencyKey: newId(), name: 'x', currency: 'JPY' }
    const answer = await registerPaymentMethod(desk.services, member, { ...common, ...input })
    expect(answer).toMatchObject({ code: 'INVALID_INPUT', faults: [{ path }] })
  })
})

describe('quoteReservation (B5)', () => {
  type Funds = {
    kind: 'DEPOSIT' | 'ACCOUNT_TRANSFER' | 'CREDIT' | 'CARD' | 'COUNTER'
    terms: 'LINE' | 'APPROVAL' | 'LINE_AND_APPROVAL'
    funds: number
    before: number
    amount: number
    status: 'ACTIVE' | 'SUSPENDED'
    perTransaction: number
  }
  const funds = fc.record<Funds>({
    kind: fc.constantFrom('DEPOSIT', 'ACCOUNT_TRANSFER', 'CREDIT', 'CARD', 'COUNTER'),
    terms: fc.constantFrom('LINE', 'APPROVAL', 'LINE_AND_APPROVAL'),
    funds: fc.integer({ min: 1, max: 60 }),
    before: fc.integer({ min: 0, max: 60 }),
    amount: fc.integer({ min: 1, max: 60 }),
    status: fc.constantFrom('ACTIVE', 'ACTIVE', 'ACTIVE', 'SUSPENDED'),
    perTransaction: fc.constantFrom(30, 100),
  })

  const figures = (answer: object) => {
    if (!isRefusal(answer)) return null
    const { code, shortfall, available, left } = answer
    return { code, shortfall, available, left }
  }

  it('promises exactly what a reservation then does: the same figures when it refuses, the same wait and rest when not', async () => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(funds, async (wish) => {
        const limits = { JPY: String(wish.perTransaction) }
        const level = {
          code: 'L',
          version: 1,
          operations: ['RESERVE_PAYMENT' as const],
          maxPerTransaction: limits,
          maxPerDay: { JPY: '100' },
        }
        const buyer = await desk.member(level)
        const seller = await desk.member()
        await desk.deposit(buyer, String(wish.funds))
        const credit = await desk.credit(buyer, wish.terms === 'APPROVAL' ? '0' : String(wish.funds), wish.terms)
        const method =
          wish.kind === 'CREDIT'
            ? credit
            : wish.kind === 'CARD'
              ? await desk.card(buyer, 'tok_1')
              : await desk.method(
                  buyer,
                  wish.kind,
                  'JPY',
                  null,
                  wish.kind === 'ACCOUNT_TRANSFER' ? { accountReference: '1' } : {},
                )
        if (wish.before > 0) await desk.reserve(await desk.thread(buyer, seller), method, String(wish.before))
        if (wish.status === 'SUSPENDED') await desk.member(level, buyer.memberId, 'SUSPENDED')
        const ask = { paymentMethodId: method, amount: { amount: String(wish.amount), currency: 'JPY' } }
        const thread = await desk.thread(buyer, seller)
        const quote = await quoteReservation(desk.services, buyer, ask)
        const answer = await desk.reserve(thread, method, String(wish.amount))
        expect(figures(quote)).toEqual(figures(answer))
        seen.add(codeOf(answer) ?? 'OK')
        if (isRefusal(quote) || isRefusal(answer)) return
        const waits = quote.waitsFor !== null
        expect(await desk.status(answer.reservationId)).toBe(waits ? 'AUTHORIZING' : 'RESERVED')
        const one = { ...ask, amount: { amount: '1', currency: 'JPY' } }
        const after = await quoteReservation(desk.services, buyer, one)
        if (isRefusal(after)) return
        const rest = quote.availableAfter && Number(quote.availableAfter.amount) - 1
        expect(after.availableAfter && Number(after.availableAfter.amount)).toBe(rest)
      }),
      { numRuns: 60 },
    )
    expect([...seen]).toEqual(expect.arrayContaining(['OK', 'INSUFFICIENT_FUNDS', 'GUARANTEE_NEEDED']))
  }, 120_000)
})
