import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { acceptReturn, reportGoodsReturned } from './decide-return.ts'
import { requestReturn } from './request-return.ts'
import { auditBook, expireGuarantees, expireHolds } from '../index.ts'
import { codeOf, Desk, succeeded } from '../testing/desk.ts'
import { Guarantors } from '../testing/guarantors.ts'

let desk: Desk
let play: Guarantors
let guarantor: Actor
let bank: Actor

beforeAll(async () => {
  desk = await Desk.open()
  play = new Guarantors(desk)
  guarantor = await play.member(['GUARANTOR'])
  bank = await play.member(['PAYMENT_INSTITUTION'])
})
afterAll(() => desk.close())
afterEach(async () => expect(await auditBook(desk.services)).toEqual([]))

/** An account in a book, its balance in JPY. */
async function balance(institution: Actor, kind: string, owner: string): Promise<number> {
  const [row] = await desk.services.store.query<{ balance: string }>(
    'select balance_minor as balance from account_state where institution_id = $1 and kind = $2 and owner = $3',
    [institution.memberId, kind, owner],
  )
  return Number(row?.balance ?? 0)
}
const tally = (codes: readonly (string | null)[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(codes, (code) => code ?? 'OK')].map(([code, all]) => [code, all.length]))

describe('a guarantee in the books (B10)', () => {
  it('is a memo until it is paid: then the institution has cash and owes the merchant, in a book of its own', async () => {
    const own = await play.member(['PAYMENT_INSTITUTION'])
    const poolId = await play.pool(guarantor, await desk.member(), 'PAYER', '1')
    const { seller, number, guaranteeId, payer } = await play.accepted(guarantor)
    expect(await balance(guarantor, 'CREDIT', payer.memberId)).toBe(0)
    expect(await play.used(poolId)).toBe(0)
    succeeded(await play.pay(own, number))
    expect(await balance(own, 'CASH', '')).toBe(-1000)
    expect(await balance(own, 'DUE_OUT', seller.memberId)).toBe(1000)
    expect(await play.row(guaranteeId)).toMatchObject({ status: 'PAID' })
    const [captured] = await desk.event('PaymentCaptured', number)
    expect(captured?.payload).toMatchObject({
      institutionId: own.memberId,
      payeeId: seller.memberId,
      amountMinor: '1000',
      transactionNumber: number,
    })
  })

  it('that is invoked is the payer’s credit with the guarantor, which a later payment clears', async () => {
    const { seller, number, guaranteeId, payer } = await play.accepted(guarantor)
    succeeded(await play.invoke(seller, guaranteeId))
    expect(await balance(guarantor, 'CREDIT', payer.memberId)).toBe(-1000)
    expect(await balance(guarantor, 'DUE_OUT', seller.memberId)).toBe(1000)
    const before = await balance(guarantor, 'DUE_IN', bank.memberId)
    succeeded(await play.pay(bank, number))
    expect(await balance(guarantor, 'CREDIT', payer.memberId)).toBe(0)
    expect(await balance(guarantor, 'DUE_IN', bank.memberId)).toBe(before - 1000)
    expect(await balance(bank, 'DUE_OUT', seller.memberId)).toBe(0)
    expect(await balance(bank, 'DUE_OUT', guarantor.memberId)).toBe(-before + 1000)
    const published = (await desk.published(number)).filter((type) => type !== 'GuaranteeProgressed')
    expect(published).toEqual(['PaymentCaptured', 'GuaranteeRepaid'])
  })

  it('whose goods are given back is refunded to the payer’s deposit, and the seller owes that (B15)', async () => {
    const { seller, payer, number, guaranteeId } = await play.accepted(guarantor)
    succeeded(await play.pay(bank, number))
    const { reservation_id: reservationId } = await play.row(guaranteeId)
    const [reserved] = await desk.services.store.query<{ thread_id: string }>(
      'select thread_id from payment_reservation where id = $1',
      [reservationId],
    )
    const asked = { idempotencyKey: newId(), threadId: reserved?.thread_id, reason: 'WRONG_GOODS' }
    const { returnId } = succeeded(await requestReturn(desk.services, payer, asked))
    await acceptReturn(desk.services, seller, { idempotencyKey: newId(), returnId })
    succeeded(await reportGoodsReturned(desk.services, seller, { idempotencyKey: newId(), returnId }))
    expect(await desk.status(reservationId ?? '')).toBe('REFUNDED')
    expect(await desk.account('DEPOSIT', payer.memberId)).toEqual({ balance: 1000, held: 0 })
    expect(await desk.account('DUE_IN', seller.memberId)).toEqual({ balance: -1000, held: 0 })
  })

  it('of a payment and an invocation at once exactly one counts for the merchant, forty times', async () => {
    const ready = await Promise.all(Array.from({ length: 40 }, () => play.accepted(guarantor)))
    const answers = await Promise.all(
      ready.flatMap(({ seller, number, guaranteeId }, i) => {
        const [pay, invoke] = [() => play.pay(bank, number), () => play.invoke(seller, guaranteeId)]
        return i % 2 === 0 ? [pay(), invoke()] : [invoke(), pay()]
      }),
    )
    expect(answers).toHaveLength(80)
    for (const { seller, number, payer } of ready) {
      const [captured, ...more] = await desk.event('PaymentCaptured', number)
      expect(more).toEqual([])
      expect(captured?.payload).toMatchObject({ payeeId: seller.memberId, amountMinor: '1000' })
      const owed = await Promise.all([bank, guarantor].map((each) => balance(each, 'DUE_OUT', seller.memberId)))
      expect(owed.toSorted((a, b) => a - b)).toEqual([0, 1000])
      expect(await balance(guarantor, 'CREDIT', payer.memberId)).toBe(0)
    }
  })

  it('is paid once, though it is reported a hundred times, each with a key and a reference of its own', async () => {
    const { number } = await play.accepted(guarantor)
    const answers = await Promise.all(Array.from({ length: 100 }, () => play.pay(bank, number)))
    expect(tally(answers.map(codeOf))).toEqual({ OK: 1, WRONG_STATE: 99 })
  })

  it('books a reference once, and nothing of what it refuses', async () => {
    const [one, two] = [await play.accepted(guarantor), await play.accepted(guarantor)]
    const before = await balance(bank, 'CASH', '')
    const reference = newId()
    succeeded(await play.pay(bank, one.number, '1000', reference))
    expect(await play.pay(bank, two.number, '1000', reference)).toMatchObject({
      code: 'INVALID_INPUT',
      faults: [{ path: 'reference' }],
    })
    expect(codeOf(await play.pay(bank, two.number, '999'))).toBe('INVALID_INPUT')
    expect(await balance(bank, 'CASH', '')).toBe(before - 1000)
    expect(await play.row(two.guaranteeId)).toMatchObject({ status: 'PAYABLE' })
  })

  it('is relied on by one of many reservations at once', async () => {
    const [payer, seller] = [await desk.member(), await desk.member()]
    const method = await desk.method(payer, 'COUNTER')
    for (let i = 0; i < 3; i++) succeeded(await play.grant(guarantor, await play.request(guarantor, payer, seller)))
    const threads = await Promise.all(Array.from({ length: 20 }, () => desk.thread(payer, seller)))
    const answers = await Promise.all(threads.map((thread) => desk.reserve(thread, method, '1000')))
    expect(tally(answers.map(codeOf))).toEqual({ OK: 3, GUARANTEE_NEEDED: 17 })
  })

  it('takes the smallest that covers, an order reserves with it too, and a void sets it free and gives back the level', async () => {
    const thread = await desk.thread()
    const { buyer, seller } = thread
    const method = await desk.method(buyer, 'COUNTER')
    const [large, small] = [
      await play.request(guarantor, buyer, seller, '5000'),
      await play.request(guarantor, buyer, seller, '1000'),
    ]
    for (const id of [large, small]) succeeded(await play.grant(guarantor, id))
    await desk.order(thread, method)
    const [reserved] = await desk.reservations(thread.threadId)
    expect(reserved).toMatchObject({ status: 'RESERVED' })
    expect(await play.row(small)).toMatchObject({ reservation_id: reserved?.id })
    succeeded(await desk.void(buyer, reserved?.id ?? ''))
    expect(await play.row(small)).toMatchObject({ status: 'GRANTED', reservation_id: null })
    const [level] = await desk.services.store.query('select sum(used) as used from level_usage where member_id = $1', [
      buyer.memberId,
    ])
    expect(level).toMatchObject({ used: '0' })
  })

  it('is accepted in part, once: what is payable is what was accepted, in one sum', async () => {
    const thread = await desk.thread()
    const { buyer, seller, threadId } = thread
    await desk.contract(thread)
    const id = await play.request(guarantor, buyer, seller)
    const poolId = await play.pool(guarantor, buyer, 'PAYER', '1000')
    succeeded(await play.grant(guarantor, id))
    succeeded(await desk.reserve(thread, await desk.method(buyer, 'COUNTER'), '1000'))
    expect(await play.used(poolId)).toBe(1000)
    expect(await desk.inspect(buyer, threadId, '300', { final: false })).toMatchObject({ faults: [{ path: 'final' }] })
    expect(codeOf(await desk.inspect(buyer, threadId, '1001'))).toBe('AMOUNT_EXCEEDS_HOLD')
    succeeded(await desk.inspect(buyer, threadId, '300'))
    expect(await play.used(poolId)).toBe(300)
    expect(codeOf(await desk.inspect(buyer, threadId, '100'))).toBe('WRONG_STATE')
    const { transaction_number: number } = await play.row(id)
    expect(codeOf(await play.pay(bank, number ?? '', '1000'))).toBe('INVALID_INPUT')
    succeeded(await play.pay(bank, number ?? '', '300'))
    expect(await play.used(poolId)).toBe(0)
  })

  it('expires by the database’s clock with the reservation that relies on it, but not once the goods were accepted', async () => {
    const thread = await desk.thread()
    const { buyer, seller } = thread
    const poolId = await play.pool(guarantor, buyer, 'PAYER', '3000')
    const [relied, asked] = [
      await play.request(guarantor, buyer, seller),
      await play.request(guarantor, buyer, seller, '7'),
    ]
    succeeded(await play.grant(guarantor, relied))
    const { reservationId } = succeeded(await desk.reserve(thread, await desk.method(buyer, 'COUNTER'), '1000'))
    const payable = await play.accepted(guarantor)
    await desk.services.store.query('update guarantee set expires_at = now() where id = any($1::uuid[])', [
      [relied, asked, payable.guaranteeId],
    ])
    await desk.services.store.query('update payment_reservation set expires_at = now() where id = $1', [reservationId])
    expect(codeOf(await play.grant(guarantor, asked))).toBe('WRONG_STATE')
    expect(await expireHolds(desk.services)).toBe(1)
    expect(await Promise.all([expireGuarantees(desk.services), expireGuarantees(desk.services)])).toHaveLength(2)
    expect(await desk.status(reservationId)).toBe('EXPIRED')
    expect((await play.row(relied)).status).toBe('EXPIRED')
    expect((await play.row(asked)).status).toBe('EXPIRED')
    expect((await play.row(payable.guaranteeId)).status).toBe('PAYABLE')
    expect(await play.used(poolId)).toBe(0)
  })
})

describe('pools (B13)', () => {
  it.each(['PAYER', 'APPROVER'] as const)(
    'of 200 approvals at once on one %s pool the sum never exceeds it, and none that fitted is refused',
    async (use) => {
      const shop = await play.member(['SELLER'])
      const payer = await play.member(['BUYER'], shop.memberId)
      const decider = use === 'PAYER' ? guarantor : shop
      const poolId = await play.pool(guarantor, use === 'PAYER' ? payer : shop, use, '10000')
      // 1 to 199: twice what fits is asked, and small ones fit long after large ones do not.
      const amounts = Array.from({ length: 200 }, (_each, i) => 1 + ((i * 7919) % 199))
      const ids: string[] = []
      for (const amount of amounts)
        ids.push(await play.request(guarantor, payer, shop, String(amount), use === 'PAYER' ? null : shop))
      const answers = await Promise.all(ids.map((id) => play.grant(decider, id)))
      const granted = amounts.filter((_amount, i) => codeOf(answers[i]) === null)
      const used = await play.used(poolId)
      expect(granted.reduce((sum, amount) => sum + amount, 0)).toBe(used)
      expect(used).toBeLessThanOrEqual(10_000)
      expect(granted.length).toBeLessThan(200)
      // Nothing is given back meanwhile, so what is refused fitted neither then nor at the end.
      for (const [i, answer] of answers.entries()) {
        if (codeOf(answer) === null) continue
        expect(answer).toMatchObject({ code: 'INSUFFICIENT_FUNDS' })
        expect(10_000 - used).toBeLessThan(amounts[i] ?? 0)
      }
    },
    60_000,
  )

  it('a pool is lowered below what is used while grants go on, and never lets more be granted than one of its versions', async () => {
    const shop = await play.member(['SELLER'])
    const payer = await play.member(['BUYER'], shop.memberId)
    const poolId = await play.pool(guarantor, shop, 'APPROVER', '5000')
    const ids = await Promise.all(Array.from({ length: 20 }, () => play.request(guarantor, payer, shop, '500', shop)))
    await Promise.all([...ids.map((id) => play.grant(shop, id)), play.pool(guarantor, shop, 'APPROVER', '2000')])
    expect(await play.used(poolId)).toBeLessThanOrEqual(5000)
    expect(await play.used(poolId)).toBeGreaterThanOrEqual(2000)
    expect(codeOf(await play.grant(shop, await play.request(guarantor, payer, shop, '1', shop)))).toBe(
      'INSUFFICIENT_FUNDS',
    )
  })
})
