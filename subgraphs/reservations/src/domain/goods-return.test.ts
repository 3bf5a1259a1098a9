import { describe, expect, it } from '@jest/globals'
import { coolingOffEnd, coolingOffOf, mayCoolOff, type CoolingOffRule } from './cooling-off.ts'
import { returnable, returnAfter, returnTransitions } from './goods-return.ts'

const germany: CoolingOffRule = {
  country: 'DE',
  sale: 'DISTANCE',
  days: 14,
  countsFrom: 'RECEIPT',
  firstDayCounts: false,
  excludable: false,
  timeZone: 'Europe/Berlin',
  source: 'Directive 2011/83/EU, art. 9',
}
const japan: CoolingOffRule = {
  ...germany,
  country: 'JP',
  days: 8,
  firstDayCounts: true,
  excludable: true,
  timeZone: 'Asia/Tokyo',
}

describe('a cooling-off period (B15)', () => {
  it.each([
    ['the day of receipt does not count', germany, '2026-10-11T12:00:00Z', '2026-10-25', '2026-10-25T23:00:00.000Z'],
    [
      'by the clocks of the country: there it is the next day already',
      germany,
      '2026-10-11T22:30:00Z',
      '2026-10-26',
      '2026-10-26T23:00:00.000Z',
    ],
    ['the day of receipt counts', japan, '2026-11-01T14:59:00Z', '2026-11-08', '2026-11-08T15:00:00.000Z'],
    [
      'and from midnight in Tokyo it is the next',
      japan,
      '2026-11-01T15:00:00Z',
      '2026-11-09',
      '2026-11-09T15:00:00.000Z',
    ],
  ])('%s; the last day counts in full', (_name, rule, began, lastDay, until) => {
    const end = coolingOffEnd(rule, new Date(began))
    expect([end?.lastDay, end?.until.toISOString()]).toEqual([lastDay, until])
    expect(mayCoolOff(end, new Date(Date.parse(until) - 1))).toBe(true)
    expect(mayCoolOff(end, new Date(until))).toBe(false)
  })

  const concludedAt = new Date('2026-11-01T00:00:00Z')
  const receivedAt = new Date('2026-11-10T00:00:00Z')
  const purchase = { consumer: true, rule: germany, excludedBySeller: false, concludedAt, receivedAt }
  it.each([
    ['from receipt', purchase, '2026-11-24'],
    ['from conclusion', { ...purchase, rule: { ...germany, countsFrom: 'CONCLUSION' as const } }, '2026-11-15'],
    ['runs on before receipt', { ...purchase, receivedAt: null }, 'RUNS_ON'],
    ['not for a firm', { ...purchase, consumer: false }, null],
    ['not without a rule', { ...purchase, rule: null }, null],
    ['not with a rule of no days', { ...purchase, rule: { ...germany, days: 0 } }, null],
    ['though the seller excluded it where it may not', { ...purchase, excludedBySeller: true }, '2026-11-24'],
    ['not when the seller excluded it where it may', { ...purchase, rule: japan, excludedBySeller: true }, null],
  ])('counts %s', (_name, given, expected) => {
    const end = coolingOffOf(given)
    expect(end === null || end === 'RUNS_ON' ? end : end.lastDay).toBe(expected)
  })
})

describe('a return of goods', () => {
  const statuses = ['NONE', 'REQUESTED', 'ACCEPTED', 'REFUNDING', 'REFUSED', 'WITHDRAWN', 'REFUNDED'] as const
  const events = ['Requested', 'Accepted', 'Refused', 'Withdrawn', 'GoodsReturned', 'Refunded'] as const
  it('goes the ways of its table and no other', () => {
    const ways = statuses.flatMap((status) =>
      events.flatMap((event) => {
        const after = returnAfter(status, event)
        expect(after === null).toBe(!Object.hasOwn(returnTransitions[status], event))
        return after ? [`${status} ${event} ${after}`] : []
      }),
    )
    expect(ways).toEqual([
      'NONE Requested REQUESTED',
      'REQUESTED Accepted ACCEPTED',
      'REQUESTED Refused REFUSED',
      'REQUESTED Withdrawn WITHDRAWN',
      'ACCEPTED Withdrawn WITHDRAWN',
      'ACCEPTED GoodsReturned REFUNDING',
      'REFUNDING Refunded REFUNDED',
    ])
  })
  it.each([
    [1000n, 0n, 0n, 1000n],
    [1000n, 300n, 200n, 500n],
    [1000n, 600n, 400n, 0n],
    [1000n, 1000n, 1n, 0n],
  ])('of %s paid, %s refunded and %s spoken for, %s can be given back', (paid, refunded, open, left) => {
    expect(returnable(paid, refunded, open)).toBe(left)
  })
})
