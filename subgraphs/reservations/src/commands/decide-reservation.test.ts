import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { hubMemberId, newId } from '@torihiki/shared/ids.ts'
import { auditBook, expireHolds } from '../index.ts'
import { Desk, codeOf, succeeded } from '../testing/desk.ts'
import { approveReservation, rejectReservation } from './decide-reservation.ts'
import { setCreditLine } from './set-credit-line.ts'

let desk: Desk

beforeAll(async () => void (desk = await Desk.open()))
afterAll(() => desk.close())
afterEach(async () => expect(await auditBook(desk.services)).toEqual([]))

const approve = (reservationId: string, actor: Actor = desk.operator, idempotencyKey: string = newId()) =>
  approveReservation(desk.services, actor, { idempotencyKey, reservationId })
const reject = (reservationId: string, actor: Actor = desk.operator) =>
  rejectReservation(desk.services, actor, { idempotencyKey: newId(), reservationId, reason: 'Too much this month' })

async function waiting(terms: 'APPROVAL' | 'LINE_AND_APPROVAL', line: string) {
  const thread = await desk.thread()
  await desk.contract(thread)
  const methodId = await desk.credit(thread.buyer, line, terms)
  const { reservationId } = succeeded(await desk.reserve(thread, methodId))
  return { ...thread, methodId, reservationId }
}

describe('credit by approval of each transaction (B12)', () => {
  it.each([
    ['APPROVAL', '0'],
    ['LINE_AND_APPROVAL', '1200'],
  ] as const)('%s: waits, and when approved is reserved, told to the merchant, and paid', async (terms, line) => {
    const it = await waiting(terms, line)
    expect(await desk.status(it.reservationId)).toBe('AUTHORIZING')
    expect(await desk.published(it.threadId)).toEqual(['PaymentReservationRequested'])
    expect(await desk.account('CREDIT', it.buyer.memberId)).toEqual({ balance: 0, held: 1000 })
    expect(await desk.inspect(it.buyer, it.threadId)).toMatchObject({ code: 'WRONG_STATE', state: 'AUTHORIZING' })
    succeeded(await approve(it.reservationId))
    expect(await desk.status(it.reservationId)).toBe('RESERVED')
    expect(await desk.published(it.threadId)).toContain('PaymentReserved')
    succeeded(await desk.inspect(it.buyer, it.threadId))
    expect(await desk.account('CREDIT', it.buyer.memberId)).toEqual({ balance: -1000, held: 0 })
  })

  it('with a line too refuses what is beyond it before anybody is asked', async () => {
    const it = await waiting('LINE_AND_APPROVAL', '1200')
    expect(await desk.reserve(await desk.thread(it.buyer), it.methodId, '201')).toMatchObject({
      code: 'INSUFFICIENT_FUNDS',
      shortfall: { amount: '1' },
    })
  })

  it('when rejected holds nothing, gives the day its amount back, and tells the payer why', async () => {
    const it = await waiting('APPROVAL', '0')
    succeeded(await reject(it.reservationId))
    expect(await desk.account('CREDIT', it.buyer.memberId)).toEqual({ balance: 0, held: 0 })
    expect(await desk.reservations(it.threadId)).toMatchObject([
      {
        status: 'REFUSED',
        refusal_code: 'CREDIT_REJECTED',
        refusal: 'The credit was not approved: Too much this month',
      },
    ])
    const [event] = await desk.event('PaymentReservationRefused', it.threadId)
    expect(event?.payload).toMatchObject({ reason: 'CREDIT_REJECTED' })
    expect(JSON.stringify(event?.payload)).not.toContain('Too much')
    const used = await desk.services.store.query('select sum(used) as used from level_usage where member_id = $1', [
      it.buyer.memberId,
    ])
    expect(used).toEqual([{ used: '0' }])
    succeeded(await desk.reserve(it, it.methodId, '10'))
  })

  it('is decided once, by operators, never on their own purchase, and not when it is over', async () => {
    const it = await waiting('APPROVAL', '0')
    expect(codeOf(await approve(it.reservationId, it.seller))).toBe('NOT_ALLOWED')
    expect(codeOf(await reject(it.reservationId, it.buyer))).toBe('NOT_ALLOWED')
    const payer: Actor = { ...it.buyer, roles: ['OPERATOR'] }
    expect(codeOf(await approve(it.reservationId, payer))).toBe('NOT_ALLOWED')
    expect(codeOf(await approve(newId()))).toBe('NOT_FOUND')
    const decisions = await Promise.all([
      ...Array.from({ length: 5 }, () => approve(it.reservationId)),
      ...Array.from({ length: 5 }, () => reject(it.reservationId)),
    ])
    expect(decisions.filter((answer) => codeOf(answer) === null)).toHaveLength(1)
    expect(decisions.filter((answer) => codeOf(answer) === 'WRONG_STATE')).toHaveLength(9)
    const [record, ...more] = await desk.services.store.query<{ decided_by: string }>(
      'select decided_by from approval where reservation_id = $1',
      [it.reservationId],
    )
    expect([record?.decided_by, more]).toEqual([hubMemberId, []])
    const byCard = await desk.thread()
    const card = await desk.card(byCard.buyer, 'tok_approved_1')
    const asked = succeeded(await desk.reserve(byCard, card, '10'))
    expect(await approve(asked.reservationId)).toMatchObject({ code: 'WRONG_STATE', state: 'AUTHORIZING' })
    const ordinary = await desk.reserved()
    expect(await approve(ordinary.reservationId)).toMatchObject({ code: 'WRONG_STATE', state: 'RESERVED' })
  })

  it('ends like any other: given up, or expired', async () => {
    const [given, late] = [await waiting('APPROVAL', '0'), await waiting('APPROVAL', '0')]
    succeeded(await desk.void(given.buyer, given.reservationId))
    expect(codeOf(await approve(given.reservationId))).toBe('WRONG_STATE')
    await desk.services.store.query(`update payment_reservation set expires_at = now() where id = $1`, [
      late.reservationId,
    ])
    expect(await expireHolds(desk.services)).toBe(1)
    expect(codeOf(await approve(late.reservationId))).toBe('WRONG_STATE')
    for (const it of [given, late])
      expect(await desk.account('CREDIT', it.buyer.memberId)).toEqual({ balance: 0, held: 0 })
  })

  it('is not by approval alone with a line, which would limit nothing', async () => {
    const member = await desk.member()
    const input = { idempotencyKey: newId(), memberId: member.memberId, line: { amount: '5', currency: 'JPY' } }
    expect(await setCreditLine(desk.services, desk.operator, { ...input, terms: 'APPROVAL' })).toMatchObject({
      code: 'INVALID_INPUT',
      faults: [{ path: 'line' }],
    })
  })

  it('that becomes a line keeps what was drawn: nothing more fits until the line reaches it', async () => {
    const it = await waiting('APPROVAL', '0')
    succeeded(await approve(it.reservationId))
    succeeded(await desk.inspect(it.buyer, it.threadId))
    await desk.credit(it.buyer, '900')
    expect(await desk.reserve(await desk.thread(it.buyer), it.methodId, '1')).toMatchObject({
      code: 'INSUFFICIENT_FUNDS',
      available: { amount: '0' },
    })
  })
})
