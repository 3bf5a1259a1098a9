import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  compareContracts,
  hashOfAgreement,
  profileOf,
  STANDARD_TOLERANCE,
  type ToleranceAgreement,
  type ToleranceRules,
  toleranceRulesForm,
} from './index.ts'
import { decimal, fraction, multiply, order, show } from './fraction.ts'
import { offer, sampleLine, sampleTerms } from './sample-contract.ts'

const rulesOf = (given: object): ToleranceRules => toleranceRulesForm.parse(given)
const agreement = (rules: object, change: Partial<ToleranceAgreement> = {}): ToleranceAgreement => ({
  profileId: '019a0000-0000-7000-8000-000000000009',
  version: 1,
  members: ['019a0000-0000-7000-8000-000000000001', '019a0000-0000-7000-8000-000000000002'],
  name: 'Coils',
  rules: rulesOf(rules),
  ...change,
})
const verdict = (rules: object, one: object, other: object): string =>
  compareContracts(offer(one), offer(other), profileOf(agreement(rules))).verdict
const priced = (amount: string, unit = 'C62') => ({
  lines: [sampleLine('1', { price: { amount, base: { value: '1', unit } } })],
})
const counted = (value: string, unit = 'C62', further: object = {}) => ({
  lines: [
    sampleLine('1', {
      quantity: { value, unit },
      price: { amount: '5', base: { value: '1', unit: 'C62' } },
      ...further,
    }),
  ],
})
const delivered = (start: string, end: string) => ({
  deliveries: [{ start, end, quantity: null, place: { identifiers: [], address: null } }],
})

describe('a profile that both members agreed', () => {
  test('allows nothing more than rounding when it says nothing', () => {
    const { id: _id, version: _version, sha256: _hash, ...rest } = profileOf(agreement({}))
    const { id: _own, version: _none, sha256: _without, ...standard } = STANDARD_TOLERANCE
    expect(rest).toEqual(standard)
  })

  test.each<[string, object, object, object, string]>([
    [
      'a price at the bound',
      { currency: 'EUR', unitPrice: { absolute: '0.05' } },
      priced('5'),
      priced('5.05'),
      'EQUAL_WITHIN_TOLERANCE',
    ],
    [
      'a price beyond it',
      { currency: 'EUR', unitPrice: { absolute: '0.05' } },
      priced('5'),
      priced('5.0501'),
      'DIFFERENT',
    ],
    [
      'a price in another currency',
      { currency: 'USD', unitPrice: { absolute: '9' } },
      priced('5'),
      priced('5.01'),
      'DIFFERENT',
    ],
    ['a price by its share', { unitPrice: { ppm: 20_000 } }, priced('98'), priced('100'), 'EQUAL_WITHIN_TOLERANCE'],
    ['a price beyond its share', { unitPrice: { ppm: 20_000 } }, priced('97.999999999'), priced('100'), 'DIFFERENT'],
    [
      'not the sum of the two',
      { currency: 'EUR', unitPrice: { absolute: '1', ppm: 100_000 } },
      priced('5'),
      priced('6.01'),
      'DIFFERENT',
    ],
    [
      'an amount at its share',
      { amounts: { ppm: 100_000 } },
      { totals: { ...sampleTerms().totals, payable: '135.00' } },
      {},
      'EQUAL_WITHIN_TOLERANCE',
    ],
    [
      'an amount a cent beyond it',
      { amounts: { ppm: 100_000 } },
      { totals: { ...sampleTerms().totals, payable: '134.99' } },
      {},
      'DIFFERENT',
    ],
    [
      'the wider of the two',
      { currency: 'EUR', unitPrice: { absolute: '1', ppm: 1 } },
      priced('5'),
      priced('6'),
      'EQUAL_WITHIN_TOLERANCE',
    ],
    [
      'a quantity in its unit',
      { quantity: { absolute: '2', unit: 'C62' } },
      counted('10'),
      counted('12'),
      'EQUAL_WITHIN_TOLERANCE',
    ],
    [
      'a quantity in dozens',
      { quantity: { absolute: '1', unit: 'DZN' } },
      counted('10'),
      counted('22'),
      'EQUAL_WITHIN_TOLERANCE',
    ],
    [
      'a quantity of another dimension',
      { quantity: { absolute: '9', unit: 'KGM' } },
      counted('10'),
      counted('11'),
      'DIFFERENT',
    ],
    ['a quantity by its share', { quantity: { ppm: 100_000 } }, counted('9'), counted('10'), 'EQUAL_WITHIN_TOLERANCE'],
    ['days before and after', { deliveryDays: 2 }, {}, delivered('2026-04-08', '2026-04-22'), 'EQUAL_WITHIN_TOLERANCE'],
    ['a day too many', { deliveryDays: 2 }, {}, delivered('2026-04-10', '2026-04-23'), 'DIFFERENT'],
    [
      'boxes by a factor',
      { factors: [{ unit: 'XBX', contains: '5', of: 'C62' }] },
      counted('10'),
      counted('2', 'XBX'),
      'EQUAL',
    ],
    [
      'boxes by the factor of the item',
      {
        factors: [
          { unit: 'XBX', contains: '4', of: 'C62' },
          { unit: 'XBX', contains: '5', of: 'C62', item: { scheme: 'SELLER', value: 'S-1' } },
        ],
      },
      counted('10'),
      counted('2', 'XBX', { itemIds: [{ scheme: 'GTIN', value: '4000000000001' }] }),
      'EQUAL',
    ],
    [
      'boxes by the factor of another item',
      { factors: [{ unit: 'XBX', contains: '5', of: 'C62', item: { scheme: 'SELLER', value: 'S-2' } }] },
      counted('10'),
      counted('2', 'XBX'),
      'DIFFERENT',
    ],
    ['no currency at all', { currency: 'EUR', amounts: { ppm: 500_000 } }, {}, { currency: 'USD' }, 'DIFFERENT'],
  ])('%s', (_sentence, rules, one, other, expected) => {
    expect(verdict(rules, one, other)).toBe(expected)
  })

  test('lets an amount differ by what it says and no more, whatever the figures', () => {
    const cents = fc.integer({ min: 0, max: 1_000_000 })
    const money = (value: number): string => show(fraction(BigInt(value), 100n))
    fc.assert(
      fc.property(cents, cents, fc.nat(500_000), cents, (a, b, ppm, absolute) => {
        const rules = { currency: 'EUR', amounts: { ppm, absolute: money(absolute) } }
        const total = (value: number) => ({ totals: { ...sampleTerms().totals, payable: money(value) } })
        const apart = decimal(money(Math.abs(a - b)))
        const bounds = [
          decimal(money(absolute)),
          decimal('0.03'),
          multiply(decimal(money(Math.max(a, b))), fraction(BigInt(ppm), 1_000_000n)),
        ]
        const within = bounds.some((bound) => order(apart, bound) <= 0)
        expect(verdict(rules, total(a), total(b))).toBe(
          a === b ? 'EQUAL' : within ? 'EQUAL_WITHIN_TOLERANCE' : 'DIFFERENT',
        )
      }),
    )
  })

  test('has a hash that tells members, version, name and rules apart, and nothing else', () => {
    const hash = hashOfAgreement(agreement({ deliveryDays: 3 }))
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(hashOfAgreement(agreement({ deliveryDays: 3, currency: null, factors: null }))).toBe(hash)
    const others = [
      agreement({ deliveryDays: 4 }),
      agreement({ deliveryDays: 3 }, { version: 2 }),
      agreement({ deliveryDays: 3 }, { name: 'Wires' }),
      agreement({ deliveryDays: 3 }, { profileId: 'x' }),
      agreement({ deliveryDays: 3 }, { members: ['a', 'b'] }),
    ]
    expect(new Set([hash, ...others.map(hashOfAgreement)]).size).toBe(6)
  })
})
