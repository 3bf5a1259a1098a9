import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { auditBook } from '../index.ts'
import { Desk, codeOf, succeeded } from '../testing/desk.ts'
import { confirmInspection } from './confirm-inspection.ts'
import { reservePayment } from './reserve-payment.ts'

const atOnce = 50
let desk: Desk

beforeAll(async () => void (desk = await Desk.open()))
afterAll(() => desk.close())
afterEach(async () => expect(await auditBook(desk.services)).toEqual([]))

const tally = (codes: readonly (string | null)[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(codes, (code) => code ?? 'OK')].map(([code, all]) => [code, all.length]))

describe('exactness under concurrency (B4, B8)', () => {
  it.each([
    ['deposit', (buyer: Parameters<Desk['deposit']>[0]) => desk.deposit(buyer, '2000'), 'DEPOSIT'],
    ['credit line', (buyer: Parameters<Desk['deposit']>[0]) => desk.credit(buyer, '2000'), 'CREDIT'],
  ] as const)(`of ${atOnce} reservations of 100 on one %s of 2,000 exactly 20 succeed`, async (_name, fund, kind) => {
    const buyer = await desk.member()
    const method = await fund(buyer)
    const threads = await Promise.all(Array.from({ length: atOnce }, () => desk.thread(buyer)))
    const answers = await Promise.all(threads.map((thread) => desk.reserve(thread, method, '100')))
    expect(tally(answers.map(codeOf))).toEqual({ OK: 20, INSUFFICIENT_FUNDS: 30 })
    expect(await desk.account(kind, buyer.memberId)).toMatchObject({ held: 2000 })
  })

  it.each([
    ['deposit', (buyer: Actor) => desk.deposit(buyer, '100000'), 'DEPOSIT'],
    ['credit line', (buyer: Actor) => desk.credit(buyer, '100000'), 'CREDIT'],
  ] as const)(
    'of 1,000 reservations at once on one %s the sum never exceeds it, and none that fitted is refused',
    async (_name, fund, kind) => {
      const buyer = await desk.member()
      const seller = await desk.member()
      const method = await fund(buyer)
      const threads = Array.from({ length: 1_000 }, () => ({ threadId: newId(), buyer, seller }))
      await desk.services.store.query(
        'insert into thread (id, source_id, partner_id) select id, $2, $3 from unnest($1::uuid[]) id',
        [threads.map(({ threadId }) => threadId), buyer.memberId, seller.memberId],
      )
      // 1 to 499: half a million is asked of a hundred thousand, and small ones fit long after large ones do not.
      const amounts = threads.map((_thread, i) => 1 + ((i * 7919) % 499))
      const answers = await Promise.all(threads.map((thread, i) => desk.reserve(thread, method, String(amounts[i]))))
      const { held } = await desk.account(kind, buyer.memberId)
      const granted = amounts.filter((_amount, i) => codeOf(answers[i]) === null)
      expect(granted.reduce((sum, amount) => sum + amount, 0)).toBe(held)
      expect(held).toBeLessThanOrEqual(100_000)
      // Nothing is given back meanwhile, so what is refused fitted neither then nor at the end.
      for (const [i, answer] of answers.entries()) {
        if (codeOf(answer) === null) continue
        expect(answer).toMatchObject({ code: 'INSUFFICIENT_FUNDS' })
        const [amount = 0, available] = [amounts[i], 'available' in answer ? answer.available : null]
        expect(Number((available as { amount: string }).amount)).toBeLessThan(amount)
        expect(100_000 - held).toBeLessThan(amount)
      }
    },
    60_000,
  )

  it('lets a smaller amount through that fits beside larger ones that do not', async () => {
    const buyer = await desk.member()
    const method = await desk.deposit(buyer, '1000')
    const amounts = ['600', '600', '600', '400', '1']
    const threads = await Promise.all(amounts.map(() => desk.thread(buyer)))
    const answers = []
    for (const [i, thread] of threads.entries()) answers.push(codeOf(await desk.reserve(thread, method, amounts[i])))
    expect(answers).toEqual([null, 'INSUFFICIENT_FUNDS', 'INSUFFICIENT_FUNDS', null, 'INSUFFICIENT_FUNDS'])
  })

  it(`gives ${atOnce} duplicates with one key one effect and one answer`, async () => {
    const thread = await desk.thread()
    const method = await desk.deposit(thread.buyer, '5000')
    const input = {
      idempotencyKey: newId(),
      threadId: thread.threadId,
      paymentMethodId: method,
      plannedAmount: { amount: '100', currency: 'JPY' },
    }
    const answers = await Promise.all(
      Array.from({ length: atOnce }, () => reservePayment(desk.services, thread.buyer, input)),
    )
    expect(new Set(answers.map((answer) => succeeded(answer).reservationId)).size).toBe(1)
    expect(await desk.account('DEPOSIT', thread.buyer.memberId)).toEqual({ balance: 5000, held: 100 })
    expect(
      codeOf(
        await reservePayment(desk.services, thread.buyer, {
          ...input,
          plannedAmount: { amount: '101', currency: 'JPY' },
        }),
      ),
    ).toBe('IDEMPOTENCY_KEY_REUSED')
  })

  it('of one open reservation a thread, however many are asked for at once', async () => {
    const thread = await desk.thread()
    const method = await desk.deposit(thread.buyer, '5000')
    const answers = await Promise.all(Array.from({ length: 10 }, () => desk.reserve(thread, method, '100')))
    expect(tally(answers.map(codeOf))).toEqual({ OK: 1, WRONG_STATE: 9 })
  })

  it('lets exactly one of a void and a capture at once win', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const it = await desk.reserved()
        const [voided, captured] = await Promise.all([
          desk.void(it.buyer, it.reservationId),
          desk.inspect(it.buyer, it.threadId),
        ])
        expect([codeOf(voided), codeOf(captured)].filter((code) => code === null)).toHaveLength(1)
        expect([codeOf(voided), codeOf(captured)]).toContain('WRONG_STATE')
        const won = codeOf(captured) === null
        expect(await desk.status(it.reservationId)).toBe(won ? 'CAPTURED' : 'VOIDED')
        expect(await desk.account('DUE_OUT', it.seller.memberId)).toEqual({ balance: won ? 1000 : 0, held: 0 })
        expect(await desk.account('DEPOSIT', it.buyer.memberId)).toEqual({ balance: won ? 4000 : 5000, held: 0 })
        return won
      }),
    )
    expect(outcomes).toHaveLength(20)
  })

  it('captures once, however many confirmations come at once with different keys or the same', async () => {
    const it = await desk.reserved()
    const different = await Promise.all(Array.from({ length: 10 }, () => desk.inspect(it.buyer, it.threadId)))
    expect(tally(different.map(codeOf))).toEqual({ OK: 1, WRONG_STATE: 9 })
    expect((await desk.published(it.threadId)).filter((type) => type === 'PaymentCaptured')).toHaveLength(1)
    const again = await desk.reserved()
    const input = { idempotencyKey: newId(), threadId: again.threadId }
    const same = await Promise.all(
      Array.from({ length: 10 }, () => confirmInspection(desk.services, again.buyer, input)),
    )
    expect(new Set(same.map((answer) => succeeded(answer).inspectionId)).size).toBe(1)
    expect(await desk.account('DUE_OUT', again.seller.memberId)).toEqual({ balance: 1000, held: 0 })
  })

  it('accepts no more than the contract on account, however many confirm at once', async () => {
    const thread = await desk.thread()
    await desk.contract(thread, { payment: 'ON_ACCOUNT' })
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => desk.inspect(thread.buyer, thread.threadId, '400')),
    )
    expect(tally(answers.map(codeOf))).toEqual({ OK: 2, INVALID_INPUT: 8 })
  })

  it('leaves nothing held when an order with a payment and the end of its thread come at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        const thread = await desk.thread()
        const method = await desk.deposit(thread.buyer, '1000')
        await Promise.all([
          desk.order(thread, method),
          desk.take('ThreadEnded', { threadId: thread.threadId, status: 'WITHDRAWN' }),
        ])
        expect(await desk.account('DEPOSIT', thread.buyer.memberId)).toEqual({ balance: 1000, held: 0 })
      }),
    )
  })

  it('does not deadlock when two members pay each other at once', async () => {
    const [a, b] = [await desk.member(), await desk.member()]
    const methods = new Map([
      [a.memberId, await desk.deposit(a, '5000')],
      [b.memberId, await desk.deposit(b, '5000')],
    ])
    await Promise.all(
      Array.from({ length: 20 }, async (_each, i) => {
        const [buyer, seller] = i % 2 ? [a, b] : [b, a]
        const thread = await desk.thread(buyer, seller)
        await desk.contract(thread, { amountMinor: '100' })
        succeeded(await desk.reserve(thread, methods.get(buyer.memberId) ?? ''))
        succeeded(await desk.inspect(buyer, thread.threadId))
      }),
    )
    expect(await desk.account('DUE_OUT', a.memberId)).toEqual({ balance: 1000, held: 0 })
  })
})
