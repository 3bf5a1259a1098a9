import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { degreesE7, degreesText, metresBetween, type Place } from './distance.ts'
import { hourText, isOpen, minuteOf, nextOpening, weekdays, type OpeningTimes } from './opening.ts'
import { isExact, millionthsOf, quantityText } from './quantity.ts'
import { candidatesFor, chooseOutlet, itemKey, needsOf, nextTry, type RoutingOutlet } from './route.ts'

const at = new Date('2026-11-21T06:00:00Z')
const place = (latitude: string, longitude: string): Place => ({
  latitudeE7: degreesE7(latitude, 90) ?? 0,
  longitudeE7: degreesE7(longitude, 180) ?? 0,
})
const always: OpeningTimes = {
  timeZone: 'UTC',
  weekly: weekdays.map((weekday) => ({ weekday, from: 0, to: 1_440 })),
  exceptions: [],
}
const kyoto = place('35.0116', '135.7681')
const outlet = (id: string, where: Place, further: Partial<RoutingOutlet> = {}): RoutingOutlet => ({
  id,
  ...where,
  ...always,
  reachMetres: 1_000_000,
  serving: true,
  ...further,
})

describe('distances', () => {
  // A quarter and half of the great circle of the mean radius, and cities whose great-circle distance is well known.
  it.each([
    [place('0', '0'), place('0', '90'), 10_007_557],
    [place('0', '0'), place('0', '180'), 20_015_115],
    [place('90', '0'), place('-90', '77'), 20_015_115],
    [place('0', '179.9999999'), place('0', '-179.9999999'), 0],
    [place('51.5074', '-0.1278'), place('48.8566', '2.3522'), 343_557],
    [kyoto, kyoto, 0],
  ])('from %j to %j: %i metres', (a, b, metres) => {
    expect(Math.abs(metresBetween(a, b) - metres)).toBeLessThanOrEqual(Math.max(1, metres / 100_000))
  })

  const anywhere = fc.record({
    latitudeE7: fc.integer({ min: -900_000_000, max: 900_000_000 }),
    longitudeE7: fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }),
  })

  it('are whole, the same both ways, and never more than half around the earth', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        const metres = metresBetween(a, b)
        expect([Number.isInteger(metres), metresBetween(b, a)]).toEqual([true, metres])
        expect(metres).toBeLessThanOrEqual(20_015_115)
      }),
    )
  })

  it('degrees are read to seven decimals and written as they were', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }), (e7) => {
        expect(degreesE7(degreesText(e7), 180)).toBe(e7 === 0 ? 0 : e7)
      }),
    )
    for (const text of ['90.0000001', '-91', '1e1', '', '1.12345678', '+1', '1.', ' 1', 'NaN'])
      expect(degreesE7(text, 90)).toBeNull()
  })
})

describe('opening hours', () => {
  const tokyo: OpeningTimes = {
    timeZone: 'Asia/Tokyo',
    weekly: [
      { weekday: 'SATURDAY', from: 540, to: 720 },
      { weekday: 'SATURDAY', from: 780, to: 1_080 },
      { weekday: 'MONDAY', from: 540, to: 1_080 },
    ],
    exceptions: [{ day: '2026-11-23', hours: [] }],
  }

  // 2026-11-21 is a Saturday; Tokyo is nine hours ahead.
  it.each([
    ['2026-11-20T23:59:59Z', false, '2026-11-21T00:00:00.000Z'],
    ['2026-11-21T00:00:00Z', true, '2026-11-21T04:00:00.000Z'],
    ['2026-11-21T03:00:00Z', false, '2026-11-21T04:00:00.000Z'],
    ['2026-11-21T09:00:00Z', false, '2026-11-28T00:00:00.000Z'],
  ])('at %s it is open: %s, and opens next at %s; a holiday is passed over', (instant, open, next) => {
    expect(isOpen(tokyo, new Date(instant))).toBe(open)
    expect(nextOpening(tokyo, new Date(instant))?.toISOString()).toBe(next)
  })

  it('an hour that clocks leave out begins when they are put forward, and one that comes twice is open both times', () => {
    const berlin = (from: number, to: number): OpeningTimes => ({
      timeZone: 'Europe/Berlin',
      weekly: [{ weekday: 'SUNDAY', from, to }],
      exceptions: [],
    })
    const spring = nextOpening(berlin(150, 180), new Date('2027-03-28T00:00:00Z'))
    expect(spring?.toISOString()).toMatch(/^2027-03-28T01:/)
    for (const instant of ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'])
      expect(isOpen(berlin(120, 180), new Date(instant))).toBe(true)
  })

  it('who never opens has no next opening', () => {
    expect(nextOpening({ ...tokyo, weekly: [], exceptions: [] }, at)).toBeNull()
  })

  it('times of the day are read and written', () => {
    for (const text of ['00:00', '09:05', '23:59', '24:00']) expect(hourText(minuteOf(text) ?? -1)).toBe(text)
    for (const text of ['24:01', '9:00', '12:60', '', '25:00']) expect(minuteOf(text)).toBeNull()
  })
})

describe('quantities', () => {
  it('are counted in millionths, rounded up, and written without needless zeros', () => {
    expect(['1', '0.5', '2.0000001', '000.1'].map(millionthsOf)).toEqual([1_000_000n, 500_000n, 2_000_001n, 100_000n])
    expect([quantityText(1_500_000n), quantityText(0n), quantityText(20_000_000n)]).toEqual(['1.5', '0', '20'])
    expect([isExact('1.123456'), isExact('1.1234560'), isExact('1.1234561')]).toEqual([true, true, false])
    for (const text of ['-1', '1,5', '', '1e3']) expect(millionthsOf(text)).toBeNull()
  })
})

describe('what an order needs', () => {
  it('is added up by item and unit; lines without a number need nothing in stock', () => {
    const needs = needsOf([
      { quantity: '1', unit: 'C62', sellerItemId: null, gtin: null },
      { quantity: '2', unit: 'C62', sellerItemId: 'A' },
      { quantity: '3', unit: 'KGM', sellerItemId: 'A' },
      { quantity: '0.5', unit: 'C62', sellerItemId: 'A', gtin: '4006381333931' },
      { quantity: '1', unit: 'C62', gtin: '4006381333931' },
      { quantity: '0', unit: 'C62', sellerItemId: 'B' },
    ])
    expect(needs.map(({ item, unit, millionths, line }) => [item, unit, millionths, line])).toEqual([
      ['A', 'C62', 2_500_000n, 2],
      ['A', 'KGM', 3_000_000n, 3],
      ['4006381333931', 'C62', 1_000_000n, 5],
    ])
  })
})

describe('the choice', () => {
  const needs = needsOf([
    { quantity: '1', unit: 'C62', sellerItemId: 'A' },
    { quantity: '2', unit: 'C62', sellerItemId: 'B' },
  ])
  const [a, b] = [itemKey({ item: 'A', unit: 'C62' }), itemKey({ item: 'B', unit: 'C62' })]
  const full = new Map([
    [a, 1_000_000n],
    [b, 2_000_000n],
  ])

  it('is the nearest that has everything, with a reason for each other one', () => {
    const closed = { weekly: [{ weekday: 'SUNDAY', from: 60, to: 120 }] as const }
    const outlets = [
      outlet('far', place('35.5', '135.7681')),
      outlet('poor', place('35.02', '135.7681')),
      outlet('shut', place('35.03', '135.7681'), closed),
      outlet('gone', place('35.04', '135.7681'), { serving: false }),
      outlet('short', place('35.05', '135.7681'), { reachMetres: 10 }),
      outlet('weary', kyoto),
    ]
    const stock = new Map([
      ['far', full],
      ['poor', new Map([[a, 1_000_000n]])],
    ])
    const found = candidatesFor(kyoto, outlets, new Map([['weary', 'Holiday']]), at)
    const { chosen, candidates } = chooseOutlet(found, needs, stock)
    expect(chosen?.outletId).toBe('far')
    expect(
      candidates.map(({ outletId, refusedFor, line, until, reason }) => [
        outletId,
        refusedFor,
        line ?? until ?? reason,
      ]),
    ).toEqual([
      ['weary', 'DECLINED', 'Holiday'],
      ['poor', 'OUT_OF_STOCK', 2],
      ['shut', 'CLOSED', '2026-11-22T01:00:00.000Z'],
      ['gone', 'CLOSED', null],
      ['short', 'TOO_FAR', null],
      ['far', null, null],
    ])
    expect(nextTry(candidates, at).getTime() - at.getTime()).toBe(300_000)
    expect(nextTry(candidates, new Date('2026-11-22T00:59:00Z')).toISOString()).toBe('2026-11-22T01:00:00.000Z')
  })

  it('of equally far ones is that with the lower id, and does not depend on the order in which they are given', () => {
    const outlets = ['c', 'a', 'b'].map((id) => outlet(id, kyoto))
    fc.assert(
      fc.property(fc.shuffledSubarray(outlets, { minLength: 3 }), (shuffled) => {
        const { chosen } = chooseOutlet(candidatesFor(kyoto, shuffled, new Map(), at), [], new Map())
        expect(chosen?.outletId).toBe('a')
      }),
    )
  })
})
