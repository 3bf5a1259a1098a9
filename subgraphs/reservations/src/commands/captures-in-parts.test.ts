import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { newId } from '@torihiki/shared/ids.ts'
import { asOwner } from '../../../../test/support/test-database.ts'
import { auditBook, expireHolds } from '../index.ts'
import { Desk, codeOf, succeeded } from '../testing/desk.ts'
import { confirmInspection } from './confirm-inspection.ts'

let desk: Desk

beforeAll(async () => void (desk = await Desk.open()))
afterAll(() => desk.close())
afterEach(async () => expect(await auditBook(desk.services)).toEqual([]))

const more = { final: false }
const captures = async (threadId: string): Promise<string[]> =>
  (await desk.event('PaymentCaptured', threadId)).map(({ payload }) =>
    'amountMinor' in payload ? payload.amountMinor : '',
  )
const paid = async (reservationId: string) => {
  const [row] = await desk.services.store.query<{ status: string; captured_minor: string | null }>(
    'select status, captured_minor from payment_reservation where id = $1',
    [reservationId],
  )
  return [row?.status, row?.captured_minor]
}

describe('a hold that is paid in parts (B8)', () => {
  it('stays for what is left until the final part, which releases the rest', async () => {
    const it = await desk.reserved()
    succeeded(await desk.inspect(it.buyer, it.threadId, '300', more))
    expect(await desk.account('DEPOSIT', it.buyer.memberId)).toEqual({ balance: 4700, held: 700 })
    expect(await paid(it.reservationId)).toEqual(['RESERVED', '300'])
    succeeded(await desk.inspect(it.buyer, it.threadId, '200', more))
    expect(await desk.inspect(it.buyer, it.threadId, '501', more)).toMatchObject({
      code: 'AMOUNT_EXCEEDS_HOLD',
      held: { amount: '500' },
      excess: { amount: '1' },
    })
    succeeded(await desk.inspect(it.buyer, it.threadId, '400'))
    expect(await desk.account('DEPOSIT', it.buyer.memberId)).toEqual({ balance: 4100, held: 0 })
    expect(await desk.account('DUE_OUT', it.seller.memberId)).toEqual({ balance: 900, held: 0 })
    expect(await paid(it.reservationId)).toEqual(['CAPTURED', '900'])
    expect(await captures(it.threadId)).toEqual(['300', '200', '400'])
    expect(await desk.inspect(it.buyer, it.threadId, '1')).toMatchObject({ code: 'WRONG_STATE', state: 'CAPTURED' })
  })

  it('is over when nothing is left of it or of the contract, whatever was said', async () => {
    const used = await desk.reserved()
    succeeded(await desk.inspect(used.buyer, used.threadId, undefined, more))
    expect(await paid(used.reservationId)).toEqual(['CAPTURED', '1000'])
    const wide = await desk.thread()
    await desk.contract(wide)
    const method = await desk.deposit(wide.buyer, '5000')
    const { reservationId } = succeeded(await desk.reserve(wide, method, '1500'))
    succeeded(await desk.inspect(wide.buyer, wide.threadId, undefined, more))
    expect(await paid(reservationId)).toEqual(['CAPTURED', '1000'])
    expect(await desk.account('DEPOSIT', wide.buyer.memberId)).toEqual({ balance: 4000, held: 0 })
  })

  it('keeps what was paid when the rest is given up or expires: it is CAPTURED, and the day has the rest again', async () => {
    for (const end of ['void', 'expire'] as const) {
      const it = await desk.reserved()
      succeeded(await desk.inspect(it.buyer, it.threadId, '300', more))
      if (end === 'void') succeeded(await desk.void(it.buyer, it.reservationId))
      else {
        await desk.services.store.query(`update payment_reservation set expires_at = now() where id = $1`, [
          it.reservationId,
        ])
        expect(await expireHolds(desk.services)).toBe(1)
      }
      expect(await paid(it.reservationId)).toEqual(['CAPTURED', '300'])
      expect(await desk.account('DEPOSIT', it.buyer.memberId)).toEqual({ balance: 4700, held: 0 })
      expect(await desk.account('DUE_OUT', it.seller.memberId)).toEqual({ balance: 300, held: 0 })
      const [{ how, captured_minor, released_minor } = {}] = await desk.services.store.query<Record<string, string>>(
        'select r.how, captured_minor, released_minor from hold_resolution r join hold h on h.id = r.hold_id where h.reservation_id = $1',
        [it.reservationId],
      )
      expect([how, captured_minor, released_minor]).toEqual([end === 'void' ? 'VOIDED' : 'EXPIRED', '300', '700'])
      const [usage] = await desk.services.store.query<{ used: string }>(
        'select sum(used) as used from level_usage where member_id = $1',
        [it.buyer.memberId],
      )
      expect(usage?.used).toBe('300')
      expect(codeOf(await desk.void(it.buyer, it.reservationId))).toBe('WRONG_STATE')
      succeeded(await desk.reserve(it, it.methodId))
      expect(await desk.account('DEPOSIT', it.buyer.memberId)).toEqual({ balance: 4700, held: 700 })
      succeeded(await desk.inspect(it.buyer, it.threadId))
    }
  })

  it('does not take back at the card company what was paid with the card', async () => {
    const thread = await desk.thread()
    await desk.contract(thread)
    const { reservationId } = succeeded(await desk.reserve(thread, await desk.card(thread.buyer, 'tok_approved_1')))
    await desk.services.store.query(`update payment_reservation set status = 'RESERVED' where id = $1`, [reservationId])
    succeeded(await desk.inspect(thread.buyer, thread.threadId, '300', more))
    expect(await desk.account('ACQUIRER', 'acme')).toEqual({ balance: -300, held: 700 })
    succeeded(await desk.void(thread.buyer, reservationId))
    expect(await desk.account('ACQUIRER', 'acme')).toEqual({ balance: -300, held: 0 })
    const [request] = await desk.services.store.query<{ id: string; reversal_wanted_at: string | null }>(
      'select id, reversal_wanted_at from authorization_request where reservation_id = $1',
      [reservationId],
    )
    expect(request?.reversal_wanted_at).toBeNull()
    expect(await desk.published(request?.id ?? '')).not.toContain('AuthorizationReversalRequested')
  })

  it('of parts that come at once never pays more than the hold, and each that fits', async () => {
    const it = await desk.reserved()
    const answers = await Promise.all(Array.from({ length: 30 }, () => desk.inspect(it.buyer, it.threadId, '90', more)))
    expect(answers.filter((answer) => codeOf(answer) === null)).toHaveLength(11)
    expect(await desk.account('DEPOSIT', it.buyer.memberId)).toEqual({ balance: 4010, held: 10 })
    expect(await captures(it.threadId)).toHaveLength(11)
    expect(
      new Set((await desk.event('PaymentCaptured', it.threadId)).map(({ payload }) => JSON.stringify(payload))).size,
    ).toBe(11)
  })

  it('lets exactly one of a part and a void at once be the first, and never loses money between them', async () => {
    for (let i = 0; i < 10; i++) {
      const it = await desk.reserved()
      const [voided, part] = await Promise.all([
        desk.void(it.buyer, it.reservationId),
        desk.inspect(it.buyer, it.threadId, '300', more),
      ])
      expect(codeOf(voided)).toBeNull()
      const status = codeOf(part) === null ? 'CAPTURED' : 'VOIDED'
      expect(await desk.status(it.reservationId)).toBe(status)
      expect(await desk.account('DEPOSIT', it.buyer.memberId)).toEqual({
        balance: status === 'CAPTURED' ? 4700 : 5000,
        held: 0,
      })
    }
  })

  it('gives 100 duplicates of a part with one key one effect and one answer, and another input under it is refused', async () => {
    const it = await desk.reserved()
    const input = { idempotencyKey: newId(), threadId: it.threadId, amount: { amount: '90', currency: 'JPY' }, ...more }
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => confirmInspection(desk.services, it.buyer, input)),
    )
    expect(new Set(answers.map((answer) => succeeded(answer).inspectionId)).size).toBe(1)
    expect(await desk.account('DEPOSIT', it.buyer.memberId)).toEqual({ balance: 4910, held: 910 })
    expect(codeOf(await confirmInspection(desk.services, it.buyer, { ...input, final: true }))).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    )
  })

  it('is paid part by part exactly once each, though connections are cut in the middle and clients ask again', async () => {
    const deals = await Promise.all(Array.from({ length: 6 }, () => desk.reserved()))
    let cuts = 0
    let busy = true
    const pay = async (it: (typeof deals)[number]): Promise<void> => {
      for (let part = 0; part < 9; part++) {
        const input = {
          idempotencyKey: newId(),
          threadId: it.threadId,
          amount: { amount: '100', currency: 'JPY' },
          ...more,
        }
        for (let answered = false; !answered;) {
          answered = await confirmInspection(desk.services, it.buyer, input).then(
            (answer) => Boolean(succeeded(answer)),
            () => false,
          )
        }
      }
    }
    const cut = (): Promise<void> =>
      asOwner(desk.database.databaseUrl, async (owner) => {
        while (busy) {
          // Those that are within a transaction, so that something is cut in its middle.
          const { rowCount } = await owner.query(
            `select pg_terminate_backend(pid) from pg_stat_activity
             where datname = current_database() and xact_start is not null and pid <> pg_backend_pid() and random() < 0.02`,
          )
          cuts += rowCount ?? 0
        }
      })
    const cutting = cut()
    await Promise.all(deals.map(pay)).finally(() => (busy = false))
    await cutting
    expect(cuts).toBeGreaterThan(0)
    for (const it of deals) {
      expect(await captures(it.threadId)).toEqual(Array.from({ length: 9 }, () => '100'))
      expect(await desk.account('DEPOSIT', it.buyer.memberId)).toEqual({ balance: 4100, held: 100 })
    }
  }, 60_000)

  it('is refused by the tables when captures would be more than the hold, or one would come twice', async () => {
    const it = await desk.reserved()
    succeeded(await desk.inspect(it.buyer, it.threadId, '600', more))
    const again = (nth: number, minor: number) =>
      desk.services.store.query(
        `insert into hold_capture (capture_id, hold_id, nth, minor, posting_id, captured_at)
         select uuidv7(), id, $2, $3, uuidv7(), now() from hold where reservation_id = $1`,
        [it.reservationId, nth, minor],
      )
    await expect(again(2, 401)).rejects.toThrow(/more than it/)
    await expect(again(1, 1)).rejects.toThrow(/duplicate key/)
    await expect(desk.services.store.query('delete from hold_capture')).rejects.toThrow(/never changed|permission/)
  })
})
