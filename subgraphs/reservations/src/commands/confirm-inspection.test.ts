import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { hubMemberId } from '@torihiki/shared/ids.ts'
import { auditBook, takeEvent } from '../index.ts'
import { Desk, codeOf, succeeded, wideLevel } from '../testing/desk.ts'

let desk: Desk

beforeAll(async () => void (desk = await Desk.open()))
afterAll(() => desk.close())
afterEach(async () => expect(await auditBook(desk.services)).toEqual([]))

describe('confirmInspection (B7, B8)', () => {
  it('pays all of the contract and owes it to the seller, on record as events with the terms', async () => {
    const it = await desk.reserved()
    const { inspectionId, reservationId } = succeeded(await desk.inspect(it.buyer, it.threadId))
    expect(reservationId).toBe(it.reservationId)
    expect(await desk.account('DEPOSIT', it.buyer.memberId)).toEqual({ balance: 4000, held: 0 })
    expect(await desk.account('DUE_OUT', it.seller.memberId)).toEqual({ balance: 1000, held: 0 })
    const [confirmed] = await desk.event('InspectionConfirmed', it.threadId)
    const [captured] = await desk.event('PaymentCaptured', it.threadId)
    const terms = {
      contractId: it.contractId,
      amountMinor: '1000',
      currency: 'JPY',
      settlement: 'NET',
      settlementAgentId: hubMemberId,
    }
    expect(confirmed?.payload).toMatchObject({
      inspectionId,
      confirmedById: it.buyer.memberId,
      onBehalfOfId: null,
      payment: 'RESERVED',
      partial: false,
      ...terms,
    })
    expect(captured?.payload).toMatchObject({
      reservationId,
      institutionId: hubMemberId,
      payeeId: it.seller.memberId,
      ...terms,
    })
  })

  it('pays a part, releases the rest, and lets the rest be reserved and inspected afterwards', async () => {
    const it = await desk.reserved()
    succeeded(await desk.inspect(it.buyer, it.threadId, '600'))
    expect(await desk.account('DEPOSIT', it.buyer.memberId)).toEqual({ balance: 4400, held: 0 })
    expect(await desk.inspect(it.buyer, it.threadId)).toMatchObject({ code: 'WRONG_STATE', state: 'CAPTURED' })
    succeeded(await desk.reserve(it, it.methodId))
    expect(await desk.account('DEPOSIT', it.buyer.memberId)).toEqual({ balance: 4400, held: 400 })
    succeeded(await desk.inspect(it.buyer, it.threadId))
    expect(await desk.inspect(it.buyer, it.threadId)).toMatchObject({ code: 'WRONG_STATE', state: 'INSPECTED' })
    expect(await desk.reserve(it, it.methodId)).toMatchObject({ code: 'WRONG_STATE', state: 'INSPECTED' })
    expect((await desk.event('InspectionConfirmed', it.threadId)).map(({ payload }) => payload)).toMatchObject([
      { partial: true },
      { partial: false },
    ])
  })

  it('draws a credit line', async () => {
    const thread = await desk.thread()
    await desk.contract(thread)
    succeeded(await desk.reserve(thread, await desk.credit(thread.buyer, '1200')))
    succeeded(await desk.inspect(thread.buyer, thread.threadId))
    expect(await desk.account('CREDIT', thread.buyer.memberId)).toEqual({ balance: -1000, held: 0 })
  })

  it('refuses more than is held, and then pays nothing', async () => {
    const it = await desk.reserved()
    expect(await desk.inspect(it.buyer, it.threadId, '1001')).toMatchObject({
      code: 'AMOUNT_EXCEEDS_HOLD',
      held: { amount: '1000' },
      excess: { amount: '1' },
    })
    expect(await desk.account('DEPOSIT', it.buyer.memberId)).toEqual({ balance: 5000, held: 1000 })
    expect(
      await desk.inspect(it.buyer, it.threadId, undefined, { amount: { amount: '1', currency: 'EUR' } }),
    ).toMatchObject({ code: 'INVALID_INPUT' })
  })

  it('makes a contract on account payable, part by part up to its amount, without a hold', async () => {
    const thread = await desk.thread()
    await desk.contract(thread, { payment: 'ON_ACCOUNT' })
    expect(succeeded(await desk.inspect(thread.buyer, thread.threadId, '400')).reservationId).toBeNull()
    expect(await desk.inspect(thread.buyer, thread.threadId, '601')).toMatchObject({
      code: 'INVALID_INPUT',
      faults: [{ path: 'amount' }],
    })
    succeeded(await desk.inspect(thread.buyer, thread.threadId))
    expect(await desk.inspect(thread.buyer, thread.threadId)).toMatchObject({ code: 'WRONG_STATE', state: 'INSPECTED' })
    expect((await desk.event('InspectionConfirmed', thread.threadId)).map(({ payload }) => payload)).toMatchObject([
      { amountMinor: '400', partial: true, payment: 'ON_ACCOUNT' },
      { amountMinor: '600', partial: false },
    ])
    expect(await desk.published(thread.threadId)).not.toContain('PaymentCaptured')
  })

  it('is for the buyer, or an operator who names the buyer; both are on record', async () => {
    const it = await desk.reserved()
    const operator = { ...desk.operator }
    expect(codeOf(await desk.inspect(it.seller, it.threadId))).toBe('NOT_ALLOWED')
    expect(codeOf(await desk.inspect(it.seller, it.threadId, undefined, { onBehalfOfId: it.buyer.memberId }))).toBe(
      'NOT_ALLOWED',
    )
    expect(codeOf(await desk.inspect(it.buyer, it.threadId, undefined, { onBehalfOfId: it.seller.memberId }))).toBe(
      'NOT_ALLOWED',
    )
    expect(
      codeOf(await desk.inspect(await desk.member(), it.threadId, undefined, { onBehalfOfId: it.buyer.memberId })),
    ).toBe('NOT_FOUND')
    expect(codeOf(await desk.inspect(operator, it.threadId))).toBe('INVALID_INPUT')
    succeeded(await desk.inspect(operator, it.threadId, undefined, { onBehalfOfId: it.buyer.memberId }))
    const [event] = await desk.event('InspectionConfirmed', it.threadId)
    expect(event?.payload).toMatchObject({ confirmedById: hubMemberId, onBehalfOfId: it.buyer.memberId })
  })

  it('needs a contract, and a payment that is reserved', async () => {
    const thread = await desk.thread()
    const method = await desk.deposit(thread.buyer, '5000')
    succeeded(await desk.reserve(thread, method, '1000'))
    expect(await desk.inspect(thread.buyer, thread.threadId)).toMatchObject({
      code: 'WRONG_STATE',
      state: 'NO_CONTRACT',
    })
    const bare = await desk.thread()
    await desk.contract(bare)
    expect(await desk.inspect(bare.buyer, bare.threadId)).toMatchObject({
      code: 'WRONG_STATE',
      state: 'NO_RESERVATION',
    })
  })
})

describe('events of other subgraphs', () => {
  it('reserve what an order was sent with, once however often it is delivered (C2)', async () => {
    const thread = await desk.thread()
    const event = await desk.order(thread, await desk.deposit(thread.buyer, '5000'), '800')
    await Promise.all([takeEvent(desk.services, event), takeEvent(desk.services, event)])
    expect(await desk.reservations(thread.threadId)).toMatchObject([{ status: 'RESERVED' }])
    expect(await desk.account('DEPOSIT', thread.buyer.memberId)).toEqual({ balance: 5000, held: 800 })
    expect(await desk.published(thread.threadId)).toEqual(['PaymentReserved'])
  })

  it('put on record why an order’s payment is refused, with nothing held and no limit used (C2)', async () => {
    const poor = await desk.thread()
    const limited = await desk.thread(await desk.member({ ...wideLevel, operations: [] }))
    const foreign = await desk.thread()
    await desk.order(poor, await desk.deposit(poor.buyer, '10'))
    await desk.order(limited, await desk.deposit(limited.buyer, '5000'))
    await desk.order(foreign, await desk.deposit(poor.buyer, '5000'))
    for (const [thread, code] of [
      [poor, 'INSUFFICIENT_FUNDS'],
      [limited, 'LEVEL_OPERATION'],
      [foreign, 'NOT_FOUND'],
    ] as const) {
      expect(await desk.reservations(thread.threadId)).toMatchObject([{ status: 'REFUSED', refusal_code: code }])
      const [event] = await desk.event('PaymentReservationRefused', thread.threadId)
      expect(event?.payload).toMatchObject({ reason: code })
      expect(
        await desk.services.store.query('select 1 from level_usage where member_id = $1', [thread.buyer.memberId]),
      ).toEqual([])
    }
  })

  it('let an order be revised after a refusal and tried again', async () => {
    const thread = await desk.thread()
    const method = await desk.deposit(thread.buyer, '500')
    await desk.order(thread, method, '800')
    await desk.order(thread, method, '400')
    expect((await desk.reservations(thread.threadId)).map(({ status }) => status)).toEqual(['REFUSED', 'RESERVED'])
  })

  it('give back what is held when a thread ends or its contract is on account, whatever comes first', async () => {
    const [ended, onAccount, endedFirst] = [await desk.thread(), await desk.thread(), await desk.thread()]
    for (const thread of [ended, onAccount]) await desk.order(thread, await desk.deposit(thread.buyer, '5000'))
    await desk.take('ThreadEnded', { threadId: ended.threadId, status: 'DECLINED' })
    await desk.contract(onAccount, { payment: 'ON_ACCOUNT' })
    await desk.take('ThreadEnded', { threadId: endedFirst.threadId, status: 'WITHDRAWN' })
    await desk.order(endedFirst, await desk.deposit(endedFirst.buyer, '5000'))
    for (const thread of [ended, onAccount, endedFirst])
      expect(await desk.account('DEPOSIT', thread.buyer.memberId)).toEqual({ balance: 5000, held: 0 })
    expect(await desk.published(ended.threadId)).toEqual(['PaymentReserved', 'PaymentReservationEnded'])
    expect(await desk.reservations(endedFirst.threadId)).toMatchObject([
      { status: 'REFUSED', refusal_code: 'WRONG_STATE' },
    ])
  })
})
