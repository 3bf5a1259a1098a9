import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { auditBook, billCredits } from '../index.ts'
import type { CreditBillModel } from '../graphql/models.ts'
import { codeOf, Desk, succeeded } from '../testing/desk.ts'
import { recordRepayment } from './record-repayment.ts'
import { reversePosting } from './reverse-posting.ts'
import { setCreditLine } from './set-credit-line.ts'

let desk: Desk
let clock = new Date('2026-11-05T00:00:00Z')

beforeAll(async () => {
  desk = await Desk.open({ now: () => clock })
})
afterAll(() => desk.close())

/** A member with a line of 5,000 JPY, billed on the 20th by Tokyo's clocks, due ten days later. */
async function debtor(billing: object | null = { closingDay: 20, dueAfterDays: 10, timeZone: 'Asia/Tokyo' }) {
  clock = new Date('2026-11-05T00:00:00Z')
  const buyer = await desk.member()
  const line = { amount: '5000', currency: 'JPY' }
  succeeded(
    await setCreditLine(desk.services, desk.operator, {
      idempotencyKey: newId(),
      memberId: buyer.memberId,
      line,
      billing,
    }),
  )
  return { buyer, methodId: await desk.method(buyer, 'CREDIT') }
}

async function draw({ buyer, methodId }: { buyer: Actor; methodId: string }, minor: string): Promise<void> {
  const thread = await desk.thread(buyer)
  await desk.contract(thread, { amountMinor: minor })
  succeeded(await desk.reserve(thread, methodId))
  succeeded(await desk.inspect(buyer, thread.threadId))
}

const repay = (member: Actor, amount: string, reference: string = newId()) =>
  recordRepayment(desk.services, desk.operator, {
    idempotencyKey: newId(),
    memberId: member.memberId,
    amount: { amount, currency: 'JPY' },
    reference,
  })

const bills = (member: Actor): Promise<CreditBillModel[]> =>
  desk.services.store.query('select *, due_on::text as due_on from credit_bill where member_id = $1 order by nth', [
    member.memberId,
  ])
const shown = async (member: Actor) =>
  (await bills(member)).map(
    (bill) => `${bill.amount_minor} +${bill.carried_minor} =${bill.total_minor} ${bill.status} ${bill.paid_minor}`,
  )
const told = async (member: Actor): Promise<string[]> =>
  (await desk.event('CreditBillChanged', member.memberId)).flatMap((event) =>
    event.type === 'CreditBillChanged' ? [`${event.payload.change} ${event.payload.amountMinor}`] : [],
  )

it('bills each capture of a period once, however many sweeps there are at once, and tells the member', async () => {
  const one = await debtor()
  await draw(one, '300')
  await draw(one, '200')
  expect(await billCredits(desk.services)).toBe(0)
  clock = new Date('2026-11-20T14:59:59Z')
  await draw(one, '50')
  clock = new Date('2026-11-20T15:00:00Z')
  await draw(one, '7')
  await Promise.all(Array.from({ length: 8 }, () => billCredits(desk.services)))
  expect(await shown(one.buyer)).toEqual(['550 +0 =550 OPEN 0'])
  const [bill] = await bills(one.buyer)
  expect(bill).toMatchObject({ due_on: '2026-11-30', period_from: null })
  expect(await told(one.buyer)).toEqual(['MADE 550'])
  clock = new Date('2026-12-21T00:00:00Z')
  await billCredits(desk.services)
  expect(await shown(one.buyer)).toEqual(['550 +0 =550 OVERDUE 0', '7 +550 =557 OPEN 0'])
  expect(await told(one.buyer)).toEqual(['MADE 550', 'MADE 557', 'OVERDUE 550'])
  expect(await auditBook(desk.services)).toEqual([])
})

it('makes no bill of a period in which nothing was drawn, and closes all that were missed', async () => {
  const one = await debtor(null)
  await draw(one, '300')
  clock = new Date('2027-03-15T00:00:00Z')
  expect(await billCredits(desk.services)).toBeGreaterThan(0)
  expect((await bills(one.buyer)).map((bill) => bill.due_on)).toEqual(['2026-12-30'])
  await draw(one, '20')
  clock = new Date('2027-04-01T00:00:00Z')
  await billCredits(desk.services)
  const made = await bills(one.buyer)
  expect(made.map((bill) => [bill.amount_minor, bill.due_on])).toEqual([
    ['300', '2026-12-30'],
    ['20', '2027-04-30'],
  ])
  expect(new Date(made[1]?.period_from ?? '').toISOString()).toBe('2027-03-01T00:00:00.000Z')
})

it('a repayment frees the line at once and pays the oldest bill first; what is more pays the next', async () => {
  const one = await debtor()
  await draw(one, '300')
  clock = new Date('2026-11-21T00:00:00Z')
  await billCredits(desk.services)
  await draw(one, '200')
  clock = new Date('2026-12-21T00:00:00Z')
  await billCredits(desk.services)
  const answer = succeeded(await repay(one.buyer, '350'))
  expect(answer.paidBillIds).toEqual([(await bills(one.buyer))[0]?.id])
  expect(await shown(one.buyer)).toEqual(['300 +0 =300 PAID 300', '200 +300 =500 PART_PAID 50'])
  expect(await desk.account('CREDIT', one.buyer.memberId)).toEqual({ balance: -150, held: 0 })
  succeeded(await repay(one.buyer, '1150'))
  expect(await desk.account('CREDIT', one.buyer.memberId)).toEqual({ balance: 1000, held: 0 })
  await draw(one, '6000')
  clock = new Date('2027-01-21T00:00:00Z')
  await billCredits(desk.services)
  expect((await shown(one.buyer)).at(-1)).toBe('6000 +0 =5000 PART_PAID 1000')
  expect(await told(one.buyer)).toEqual(['MADE 300', 'MADE 500', 'OVERDUE 300', 'PAID 300', 'PAID 200', 'MADE 5000'])
  expect(await auditBook(desk.services)).toEqual([])
})

it('books a repayment once, by its reference and by its key, whoever sends it at once', async () => {
  const one = await debtor()
  await draw(one, '300')
  clock = new Date('2026-11-21T00:00:00Z')
  await billCredits(desk.services)
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => repay(one.buyer, '100', `bank ${one.buyer.memberId}`)),
  )
  expect(answers.map(codeOf).filter((code) => code === null)).toHaveLength(1)
  await Promise.all(Array.from({ length: 20 }, () => repay(one.buyer, '7')))
  expect(await shown(one.buyer)).toEqual(['300 +0 =300 PART_PAID 240'])
  expect(
    codeOf(
      await recordRepayment(desk.services, one.buyer, {
        idempotencyKey: newId(),
        memberId: one.buyer.memberId,
        amount: { amount: '1', currency: 'JPY' },
        reference: 'x',
      }),
    ),
  ).toBe('NOT_ALLOWED')
  expect(codeOf(await repay(await desk.member(), '1'))).toBe('NOT_FOUND')
  expect(await auditBook(desk.services)).toEqual([])
})

it('a repayment that is taken back is a line of the next bill; bills stay as they were sent', async () => {
  const one = await debtor()
  await draw(one, '300')
  clock = new Date('2026-11-21T00:00:00Z')
  await billCredits(desk.services)
  succeeded(await repay(one.buyer, '300', `bounced ${one.buyer.memberId}`))
  const [posting] = await desk.services.store.query<{ id: string }>('select id from posting where fact = $1', [
    `repayment bounced ${one.buyer.memberId}`,
  ])
  succeeded(
    await reversePosting(desk.services, desk.operator, {
      idempotencyKey: newId(),
      postingId: posting?.id,
      reference: 'bounced',
      reason: 'The bank took it back',
    }),
  )
  clock = new Date('2026-12-21T00:00:00Z')
  await billCredits(desk.services)
  expect(await shown(one.buyer)).toEqual(['300 +0 =300 PAID 300', '300 +0 =300 OPEN 0'])
  expect(await auditBook(desk.services)).toEqual([])
})
