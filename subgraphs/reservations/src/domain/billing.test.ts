import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  applyToBills,
  billAfter,
  billTransitions,
  dueOf,
  nextClosing,
  unpaidOf,
  usualBilling,
  type BillStatus,
  type BillToPay,
} from './billing.ts'

describe('nextClosing (B21)', () => {
  const tokyo = { closingDay: 20, dueAfterDays: 10, timeZone: 'Asia/Tokyo' }
  it.each([
    ['within the month', '2026-11-05T00:00:00Z', tokyo, '2026-11-20', '2026-11-20T15:00:00.000Z'],
    [
      'to the last moment of the closing day',
      '2026-11-20T14:59:59.999Z',
      tokyo,
      '2026-11-20',
      '2026-11-20T15:00:00.000Z',
    ],
    ['not again once it is over', '2026-11-20T15:00:00Z', tokyo, '2026-12-20', '2026-12-20T15:00:00.000Z'],
    ['over the end of the year', '2026-12-25T00:00:00Z', tokyo, '2027-01-20', '2027-01-20T15:00:00.000Z'],
    [
      'by calendar month when nobody says',
      '2027-02-01T00:00:00Z',
      usualBilling,
      '2027-02-28',
      '2027-03-01T00:00:00.000Z',
    ],
    [
      'on the last day of a shorter month',
      '2028-02-10T00:00:00Z',
      { ...tokyo, closingDay: 30 },
      '2028-02-29',
      '2028-02-29T15:00:00.000Z',
    ],
    [
      'by clocks that are put back meanwhile',
      '2026-10-20T00:00:00Z',
      { ...tokyo, closingDay: 31, timeZone: 'Europe/Berlin' },
      '2026-10-31',
      '2026-10-31T23:00:00.000Z',
    ],
  ])('is %s', (_name, after, terms, day, at) => {
    const closing = nextClosing(new Date(after), terms)
    expect([closing.day, closing.at.toISOString()]).toEqual([day, at])
  })

  it('follows the one before without a gap, and ever later', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 31 }),
        fc.constantFrom('UTC', 'Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Apia'),
        fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        (closingDay, timeZone, from) => {
          const terms = { closingDay, dueAfterDays: 0, timeZone }
          const first = nextClosing(from, terms)
          const second = nextClosing(first.at, terms)
          expect(first.at.getTime()).toBeGreaterThan(from.getTime())
          const days = (second.at.getTime() - first.at.getTime()) / 86_400_000
          expect(days).toBeGreaterThan(26)
          expect(days).toBeLessThan(33)
        },
      ),
    )
  })

  it('is due so many days later, to the end of the day there', () => {
    const { dueOn, dueUntil } = dueOf('2026-11-20', tokyo)
    expect([dueOn, dueUntil.toISOString()]).toEqual(['2026-11-30', '2026-11-30T15:00:00.000Z'])
  })
})

describe('a bill', () => {
  const statuses = ['NONE', 'OPEN', 'PART_PAID', 'OVERDUE', 'PAID'] as const
  const events = ['Made', 'PartPaid', 'Paid', 'DuePassed'] as const
  it('goes the ways of its table and no other', () => {
    const ways = statuses.flatMap((status) =>
      events.flatMap((event) => {
        if (!Object.hasOwn(billTransitions[status], event)) {
          expect(() => billAfter(status, event)).toThrow()
          return []
        }
        return [`${status} ${event} ${billAfter(status, event)}`]
      }),
    )
    expect(ways).toEqual([
      'NONE Made OPEN',
      'OPEN PartPaid PART_PAID',
      'OPEN Paid PAID',
      'OPEN DuePassed OVERDUE',
      'PART_PAID PartPaid PART_PAID',
      'PART_PAID Paid PAID',
      'PART_PAID DuePassed OVERDUE',
      'OVERDUE PartPaid OVERDUE',
      'OVERDUE Paid PAID',
    ])
  })

  const bill = (id: string, amount: bigint, paid = 0n, status: BillStatus = 'OPEN'): BillToPay => ({
    id,
    status,
    amount,
    paid,
  })
  const shown = ({ payments, left }: ReturnType<typeof applyToBills>) => [
    ...payments.map((payment) => `${payment.bill.id} ${payment.minor} ${payment.status}`),
    left,
  ]
  it.each([
    ['the oldest first', 150n, [bill('a', 100n), bill('b', 100n)], ['a 100 PAID', 'b 50 PART_PAID', 0n]],
    ['what is unpaid alone', 70n, [bill('a', 100n, 60n, 'PART_PAID'), bill('b', 30n)], ['a 40 PAID', 'b 30 PAID', 0n]],
    ['and leaves what is more', 130n, [bill('a', 100n)], ['a 100 PAID', 30n]],
    ['an overdue one stays so until it is paid', 1n, [bill('a', 100n, 0n, 'OVERDUE')], ['a 1 OVERDUE', 0n]],
    ['nothing with nothing', 0n, [bill('a', 100n)], [0n]],
    ['one of which nothing is to be paid is paid', 0n, [bill('a', 10n), bill('b', -5n)], ['b 0 PAID', 0n]],
  ])('is paid: %s', (_name, there, bills, expected) => {
    expect(shown(applyToBills(there, bills))).toEqual(expected)
  })

  it('never gets more than is there or unpaid, and nothing is lost', () => {
    const bills = fc.array(fc.record({ amount: fc.bigInt(-50n, 100n), paid: fc.bigInt(0n, 50n) }))
    fc.assert(
      fc.property(fc.bigInt(0n, 500n), bills, (there, given) => {
        const all = given.map(({ amount, paid }, i) => bill(String(i), amount, amount > paid ? paid : 0n))
        const { payments, left } = applyToBills(there, all)
        expect(payments.reduce((sum, { minor }) => sum + minor, left)).toBe(there)
        for (const payment of payments) expect(payment.minor).toBeLessThanOrEqual(unpaidOf(payment.bill))
        if (left > 0n) expect(payments).toHaveLength(all.length)
      }),
    )
  })
})
