import { describe, expect, it } from '@jest/globals'
import { NO_LINE, type DeliverySlot } from '../matching/index.ts'
import { addDays } from './business-calendar.ts'
import { deliveryDays, isDueDay, mostDueDeliveries } from './due-days.ts'

const slot = (end: string | null): DeliverySlot => ({
  start: null,
  end,
  quantity: null,
  place: { identifiers: [], address: null },
})
const terms = (ends: (string | null)[], lineEnds: string[] = []) => ({
  deliveries: ends.map(slot),
  lines: [{ ...NO_LINE, deliveries: lineEnds.map(slot) }],
})

describe('the days on which deliveries are due', () => {
  it.each([
    ['are none when nothing is said', null, terms([]), []],
    ['are none when windows have no end', null, terms([null, null]), []],
    [
      'are the day that the conditions state, whatever the windows',
      '2026-12-01',
      terms(['2026-11-20']),
      ['2026-12-01'],
    ],
    ['are the ends of the windows, in order', null, terms(['2026-12-02', '2026-12-01']), ['2026-12-01', '2026-12-02']],
    ['are each there once', null, terms(['2026-12-01', '2026-12-01']), ['2026-12-01']],
    ['are those of the lines when the contract has none', null, terms([], ['2026-12-03']), ['2026-12-03']],
    [
      'are not those of the lines when the contract has its own',
      null,
      terms(['2026-12-01'], ['2026-12-03']),
      ['2026-12-01'],
    ],
    ['are the day where it counts when a moment is stated', null, terms(['2026-12-01T20:00:00Z']), ['2026-12-02']],
    ['are the stated day when a moment has no offset', null, terms(['2026-12-01T20:00:00']), ['2026-12-01']],
    ['are the stated day when a day has an offset', null, terms(['2026-12-01-05:00']), ['2026-12-01']],
    ['leave out what is no day', null, terms(['soon', '2026-02-30']), []],
    ['leave out days that mean at any time', null, terms(['9999-12-31', '0000-01-01']), []],
  ])('%s', (_, stated, of, days) => {
    expect(deliveryDays(stated, of, 'Asia/Tokyo')).toEqual(days)
  })

  it('are bounded: what is beyond is due together on the last', () => {
    const all = Array.from({ length: mostDueDeliveries + 50 }, (_, i) => addDays('2026-01-01', i))
    const days = deliveryDays(null, terms(all), 'UTC')
    expect(days).toHaveLength(mostDueDeliveries)
    expect(days.slice(-2)).toEqual([all[mostDueDeliveries - 2], all.at(-1)])
  })

  it.each([
    ['1899-12-31', false],
    ['1900-01-01', true],
    ['9900-12-31', true],
    ['9999-12-31', false],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['30 days net', false],
    ['', false],
  ])('may be %s: %s', (day, may) => {
    expect(isDueDay(day)).toBe(may)
  })
})
