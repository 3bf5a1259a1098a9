import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { idempotencyKeptHours, trimIdempotency } from '@torihiki/shared/store/command.ts'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { newId } from '@torihiki/shared/ids.ts'
import type { Refusal } from '@torihiki/shared/refusals.ts'
import { auditBook, type ReservationsServices } from '../index.ts'
import { Desk, codeOf, succeeded } from '../testing/desk.ts'
import { confirmInspection } from './confirm-inspection.ts'
import { approveReservation, rejectReservation } from './decide-reservation.ts'
import { depositFunds } from './deposit-funds.ts'
import { registerPaymentMethod } from './register-payment-method.ts'
import { reservePayment } from './reserve-payment.ts'
import { reversePosting } from './reverse-posting.ts'
import { setCreditLine } from './set-credit-line.ts'
import { voidReservation } from './void-reservation.ts'

const duplicates = 100
let desk: Desk

beforeAll(async () => void (desk = await Desk.open()))
afterAll(() => desk.close())
afterEach(async () => expect(await auditBook(desk.services)).toEqual([]))

type Run = (services: ReservationsServices, actor: Actor, input: unknown) => Promise<object | Refusal>
type Case = { run: Run; actor: Actor; input: object; other: object; count: string }

const yen = (amount: string) => ({ amount, currency: 'JPY' })

async function waiting() {
  const thread = await desk.thread()
  const method = await desk.credit(thread.buyer, '0', 'APPROVAL')
  return { ...thread, ...succeeded(await desk.reserve(thread, method, '10')) }
}

/** Every mutation with an input, another one, and what counts its effects. */
const cases: Record<string, () => Promise<Case>> = {
  registerPaymentMethod: async () => ({
    run: registerPaymentMethod,
    actor: await desk.member(),
    input: { kind: 'DEPOSIT', name: 'a', currency: 'JPY' },
    other: { name: 'b' },
    count: 'payment_method',
  }),
  depositFunds: async () => ({
    run: depositFunds,
    actor: desk.operator,
    input: { memberId: (await desk.member()).memberId, amount: yen('5'), reference: newId() },
    other: { amount: yen('6') },
    count: 'posting',
  }),
  setCreditLine: async () => ({
    run: setCreditLine,
    actor: desk.operator,
    input: { memberId: (await desk.member()).memberId, line: yen('5') },
    other: { line: yen('6') },
    count: 'credit_line',
  }),
  reservePayment: async () => {
    const thread = await desk.thread()
    const paymentMethodId = await desk.deposit(thread.buyer, '50')
    const input = { threadId: thread.threadId, paymentMethodId, plannedAmount: yen('5') }
    return { run: reservePayment, actor: thread.buyer, input, other: { plannedAmount: yen('6') }, count: 'hold' }
  },
  confirmInspection: async () => {
    const { buyer, threadId } = await desk.reserved()
    const input = { threadId, amount: yen('5'), final: false }
    return { run: confirmInspection, actor: buyer, input, other: { final: true }, count: 'hold_capture' }
  },
  voidReservation: async () => {
    const [it, another] = [await desk.reserved(), await desk.reserved()]
    const input = { reservationId: it.reservationId }
    const other = { reservationId: another.reservationId }
    return { run: voidReservation, actor: it.buyer, input, other, count: 'hold_resolution' }
  },
  approveReservation: async () => {
    const [it, another] = [await waiting(), await waiting()]
    const [input, other] = [{ reservationId: it.reservationId }, { reservationId: another.reservationId }]
    return { run: approveReservation, actor: desk.operator, input, other, count: 'approval' }
  },
  rejectReservation: async () => {
    const it = await waiting()
    const input = { reservationId: it.reservationId, reason: 'a' }
    return { run: rejectReservation, actor: desk.operator, input, other: { reason: 'b' }, count: 'approval' }
  },
  reversePosting: async () => {
    await desk.deposit(await desk.member(), '5')
    const [row] = await desk.services.store.query<{ id: string }>('select id from posting order by id desc limit 1')
    const input = { postingId: row?.id, reference: 'a', reason: 'a' }
    return { run: reversePosting, actor: desk.operator, input, other: { reason: 'b' }, count: 'posting' }
  },
}

describe('under its idempotency key', () => {
  it.each(Object.keys(cases))(
    `%s has one effect and one answer for ${duplicates} duplicates at once and later; another input is refused`,
    async (name) => {
      const { run, actor, input, other, count } = await (cases[name]?.() ?? Promise.reject(new Error(name)))
      const effects = async (): Promise<number> => {
        const [row] = await desk.services.store.query<{ n: number }>(`select count(*)::int as n from ${count}`)
        return row?.n ?? 0
      }
      const before = await effects()
      const keyed = { idempotencyKey: newId(), ...input }
      const ask = () => run(desk.services, actor, keyed)
      const answers = (await Promise.all(Array.from({ length: duplicates }, ask))).map(succeeded)
      expect(new Set([...answers, succeeded(await ask())].map((answer) => JSON.stringify(answer))).size).toBe(1)
      expect((await effects()) - before).toBe(1)
      expect(codeOf(await run(desk.services, actor, { ...keyed, ...other }))).toBe('IDEMPOTENCY_KEY_REUSED')
      expect((await effects()) - before).toBe(1)
    },
  )

  it('an answer is kept for a day at least, and forgotten in the end', async () => {
    expect(idempotencyKeptHours).toBeGreaterThanOrEqual(24)
    const actor = await desk.member()
    const input = { idempotencyKey: newId(), kind: 'DEPOSIT', name: 'a', currency: 'JPY' }
    const first = succeeded(await registerPaymentMethod(desk.services, actor, input))
    const age = (hours: number) =>
      desk.services.store.query('update idempotency set at = now() - make_interval(hours => $2) where key = $1', [
        input.idempotencyKey,
        hours,
      ])
    await age(24)
    await trimIdempotency(desk.services.store)
    expect(await registerPaymentMethod(desk.services, actor, input)).toEqual(first)
    await age(idempotencyKeptHours + 1)
    await trimIdempotency(desk.services.store)
    expect(await registerPaymentMethod(desk.services, actor, input)).not.toEqual(first)
  })
})
