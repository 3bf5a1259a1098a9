import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sharedData } from '../testing/shared-data.ts'
import { brandOf, cardFaults } from './card.ts'

const now = new Date('2026-11-30T23:00:00Z')
/** A number of a brand that nobody has: digits by a rule, then the one that checks. */
function numberOf(prefix: string, length: number): string {
  const body = prefix.padEnd(length - 1, '0')
  const sum = [...body]
    .toReversed()
    .map(Number)
    .reduce((all, digit, nth) => all + (nth % 2 === 0 ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit), 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}
const card = (further: object = {}) => ({
  number: numberOf('401', 16),
  holder: 'Aoi Sato',
  expiry: '2026-11',
  cvc: null,
  ...further,
})
const paths = (further: object) => cardFaults(card(further), now).map(({ path }) => path)

describe('a card (C3)', () => {
  it('is good until the end of the month of its expiry', () => {
    expect(cardFaults(card(), now)).toEqual([])
    expect(paths({ expiry: '2026-10' })).toEqual(['expiry'])
    expect(cardFaults(card(), new Date('2026-12-01T00:00:00Z')).map(({ path }) => path)).toEqual(['expiry'])
    expect(paths({ expiry: '2099-01' })).toEqual(['expiry'])
    expect(paths({ expiry: '11/26' })).toEqual(['expiry'])
  })

  it('is refused with every fault at once, and no fault repeats what was typed', () => {
    const wrong = { number: '4010 0000 0000 0001', holder: '4010000000000001', expiry: 'soon', cvc: '12' }
    const faults = cardFaults(card(wrong), now)
    expect(faults.map(({ path }) => path)).toEqual(['number', 'holder', 'expiry', 'cvc'])
    expect(JSON.stringify(faults)).not.toContain('4010')
    expect(paths({ number: '12345' })).toEqual(['number'])
    expect(paths({ number: numberOf('99', 16) })).toEqual(['number'])
    expect(paths({ holder: '  ' })).toEqual(['holder'])
  })

  it.each([
    ['401', 16, 'visa'],
    ['401', 15, null],
    ['51', 16, 'mastercard'],
    ['2221', 16, 'mastercard'],
    ['2720', 16, 'mastercard'],
    ['2721', 16, null],
    ['34', 15, 'amex'],
    ['34', 16, null],
    ['3527', 16, null],
    ['3528', 16, 'jcb'],
    ['6011', 16, 'discover'],
    ['36', 14, 'diners'],
    ['62', 19, 'unionpay'],
  ])('that begins with %s and has %i digits is of brand %s', (prefix, length, brand) => {
    expect(brandOf(numberOf(prefix, length))).toBe(brand)
  })
})

const folder = sharedData('cards')
const published = folder ? it : it.skip

published('published test numbers are of their brands, and wrong by Luhn where that is said', () => {
  const [, ...lines] = readFileSync(join(folder ?? '', 'stripe-test-cards.csv'), 'utf8')
    .trim()
    .split('\n')
  expect(lines.length).toBeGreaterThan(10)
  for (const line of lines) {
    const [number = '', brand = ''] = line.split(',')
    const good = line.trim().endsWith('True')
    expect(cardFaults(card({ number }), now).map(({ path }) => path)).toEqual(good ? [] : ['number'])
    expect(brand.startsWith(brandOf(number) ?? 'none')).toBe(true)
  }
})
