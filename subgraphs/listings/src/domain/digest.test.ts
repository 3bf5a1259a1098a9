import { describe, expect, test } from '@jest/globals'
import { digestLanguages, digestLetter, type DigestItem } from './digest-letter.ts'
import { nextDigest, timeZoneOf, type DigestTimes } from './digest-schedule.ts'

const daily = (timeZone: string, hour: number): DigestTimes => ({
  frequency: 'DAILY',
  hour,
  weekday: 'MONDAY',
  timeZone,
})

/** The next digests, one after the other. */
function following(times: DigestTimes, after: string, count: number): [string, string][] {
  const found: [string, string][] = []
  for (let at = new Date(after); found.length < count;) {
    const next = nextDigest(times, at)
    if (!next) break
    found.push([next.at.toISOString(), next.period])
    at = next.at
  }
  return found
}

describe('the next digest', () => {
  test.each<[DigestTimes, string, string, string]>([
    [daily('UTC', 8), '2026-11-21T07:59:59.999Z', '2026-11-21T08:00:00.000Z', 'DAILY 2026-11-21'],
    [daily('UTC', 8), '2026-11-21T08:00:00Z', '2026-11-22T08:00:00.000Z', 'DAILY 2026-11-22'],
    [daily('Asia/Tokyo', 8), '2026-11-21T22:00:00Z', '2026-11-21T23:00:00.000Z', 'DAILY 2026-11-22'],
    [daily('America/Los_Angeles', 0), '2026-11-21T06:00:00Z', '2026-11-21T08:00:00.000Z', 'DAILY 2026-11-21'],
    [daily('Pacific/Kiritimati', 23), '2026-11-21T06:00:00Z', '2026-11-21T09:00:00.000Z', 'DAILY 2026-11-21'],
    [daily('Asia/Kathmandu', 8), '2026-11-21T06:00:00Z', '2026-11-22T02:15:00.000Z', 'DAILY 2026-11-22'],
    [
      { ...daily('Europe/Berlin', 9), frequency: 'WEEKLY', weekday: 'SUNDAY' },
      '2026-11-22T08:00:00Z',
      '2026-11-29T08:00:00.000Z',
      'WEEKLY 2026-11-29',
    ],
  ])('%j after %s is at %s for %s', (times, after, at, period) => {
    expect(following(times, after, 1)).toEqual([[at, period]])
  })

  test('at an hour that comes twice is sent the first time only', () => {
    expect(following(daily('Europe/Berlin', 2), '2026-10-24T00:00:00Z', 3)).toEqual([
      ['2026-10-25T00:00:00.000Z', 'DAILY 2026-10-25'],
      ['2026-10-26T01:00:00.000Z', 'DAILY 2026-10-26'],
      ['2026-10-27T01:00:00.000Z', 'DAILY 2026-10-27'],
    ])
  })

  test('at an hour that does not come is sent once, when it would have been', () => {
    expect(following(daily('Europe/Berlin', 2), '2026-03-28T02:00:00Z', 2)).toEqual([
      ['2026-03-29T01:00:00.000Z', 'DAILY 2026-03-29'],
      ['2026-03-30T00:00:00.000Z', 'DAILY 2026-03-30'],
    ])
    expect(following(daily('Australia/Lord_Howe', 2), '2026-10-02T16:00:00Z', 2)).toEqual([
      ['2026-10-03T15:30:00.000Z', 'DAILY 2026-10-04'],
      ['2026-10-04T15:00:00.000Z', 'DAILY 2026-10-05'],
    ])
  })

  test('where a day was left out is one for both days', () => {
    const instants = following(daily('Pacific/Apia', 8), '2011-12-29T00:00:00Z', 3).map(([at]) => at)
    expect(instants).toEqual(['2011-12-29T18:00:00.000Z', '2011-12-30T18:00:00.000Z', '2011-12-31T18:00:00.000Z'])
  })

  test('comes in order, one a day, through a year of every kind of clock', () => {
    for (const timeZone of [
      'Europe/London',
      'America/New_York',
      'Africa/Casablanca',
      'Asia/Tehran',
      'America/Sao_Paulo',
    ])
      for (const hour of [0, 1, 2, 3, 23]) {
        const periods = following(daily(timeZone, hour), '2026-01-01T12:00:00Z', 365).map(([, period]) => period)
        expect(new Set(periods).size).toBe(365)
      }
  })

  test('is none when it is off or at once', () => {
    expect(nextDigest({ ...daily('UTC', 8), frequency: 'OFF' }, new Date('2026-11-21'))).toBeNull()
    expect(nextDigest({ ...daily('UTC', 8), frequency: 'AT_ONCE' }, new Date('2026-11-21'))).toBeNull()
  })
})

test.each([
  ['Asia/Tokyo', 'Asia/Tokyo'],
  ['utc', 'UTC'],
  ['+09:00', null],
  ['Mars/Olympus', null],
  ['', null],
])('the time zone %j is %j', (name, zone) => {
  expect(timeZoneOf(name)).toBe(zone)
})

describe('the letter of a digest', () => {
  const item: DigestItem = {
    title: 'Steel pipes\nSubject: free money',
    category: 'Metal',
    region: null,
    quantity: '200 TNE',
    budget: { minor: 125_050n, currency: 'EUR' },
    validUntil: new Date('2026-12-01T00:00:00Z'),
    interests: ['Pipes', 'Metal'],
  }

  test('shows what there is, by the clock and in the language of the member', () => {
    const { subject, text } = digestLetter({ language: 'en', timeZone: 'Asia/Tokyo', items: [item], total: 1 })
    expect(subject).toBe('1 opportunity meets your interests')
    expect(text).toContain(
      '1. Steel pipes Subject: free money\n   Category: Metal\n   Quantity: 200 TNE\n   Budget: 1250.50 EUR\n',
    )
    expect(text).toMatch(/Open until: December 1, 2026 at 9:00\sAM/)
    expect(text).toContain('   Interests: Pipes, Metal\n')
    expect(text).not.toContain('Region')
  })

  test.each(digestLanguages)('says in %s how many more there are', (language) => {
    const { subject, text } = digestLetter({ language, timeZone: 'UTC', items: [item, item], total: 7 })
    expect(subject).toContain('7')
    expect(text).toContain('5')
    expect(text).toContain('setDigestSchedule')
  })
})
