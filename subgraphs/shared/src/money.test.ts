import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { currencies, currencyDigits } from './currencies.ts'
import { lineAmount, maxMinorUnits, minorText, moneyOf, moneyText, parseMoney, spell } from './money.ts'

const anyCurrency = fc.constantFrom(...currencies)
const anyMinor = fc.bigInt({ min: -maxMinorUnits, max: maxMinorUnits })

describe('an amount that is read', () => {
  it.each([
    ['10.50', 'EUR', 1050n],
    ['10.5', 'EUR', 1050n],
    ['10', 'EUR', 1000n],
    ['10.5000', 'EUR', 1050n],
    ['0', 'JPY', 0n],
    ['-0', 'JPY', 0n],
    ['-0.00', 'EUR', 0n],
    ['1000', 'JPY', 1000n],
    ['1000.000', 'JPY', 1000n],
    ['1.234', 'BHD', 1234n],
    ['-12.34', 'USD', -1234n],
    ['10000000000000.00', 'USD', maxMinorUnits],
  ])('%s %s is exact', (amount, currency, minor) => {
    expect(parseMoney(amount, currency)).toEqual({ minor, currency })
  })

  it.each([
    ['10.505', 'EUR', /EUR has 2 decimals/],
    ['1.5', 'JPY', /JPY has 0 decimals/],
    ['10000000000000.01', 'USD', /more than the hub takes/],
    ['-10000000000000.01', 'USD', /more than the hub takes/],
    ['1', 'XAU', /not a currency code/],
    ['1', 'eur', /not a currency code/],
    ['1', 'constructor', /not a currency code/],
    ...[
      '',
      ' 1',
      '1 ',
      '1\n',
      '+1',
      '01',
      '.5',
      '5.',
      '1,50',
      '1_000',
      '1e3',
      '0x10',
      '--1',
      'NaN',
      'Infinity',
      '１',
      '٣',
    ].map((text) => [text, 'EUR', /not a decimal number/] as const),
  ])('%j %s is refused with a sentence', (amount, currency, sentence) => {
    expect(parseMoney(amount, currency)).toEqual({ fault: expect.stringMatching(sentence) })
  })

  it('is the same when it was written by us, in every currency', () => {
    fc.assert(
      fc.property(anyMinor, anyCurrency, (minor, currency) => {
        expect(parseMoney(minorText(minor, currency), currency)).toEqual({ minor, currency })
      }),
    )
  })

  it('never loses a digit: either all of it is there or it is refused', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?(0|[1-9]\d{0,11})(\.\d{1,6})?$/), anyCurrency, (text, currency) => {
        const money = parseMoney(text, currency)
        if ('fault' in money) return Number(text.split('.')[1]?.slice(currencyDigits(currency) ?? 0) ?? 0) > 0
        const scale = 6 - (currencyDigits(currency) ?? 0)
        const [whole = '', fraction = ''] = text.replace('-', '').split('.')
        const exact = BigInt(whole + fraction.padEnd(6, '0'))
        return money.minor * 10n ** BigInt(scale) === (text.startsWith('-') ? -exact : exact)
      }),
    )
  })
})

describe('an amount that is shown', () => {
  it.each([
    [1050n, 'EUR', '10.50'],
    [5n, 'EUR', '0.05'],
    [-5n, 'EUR', '-0.05'],
    [0n, 'EUR', '0.00'],
    [1000n, 'JPY', '1000'],
    [-1n, 'JPY', '-1'],
    [1n, 'KWD', '0.001'],
  ])('%d %s has exactly the digits of its currency: %s', (minor, currency, text) => {
    expect(minorText(minor, currency)).toBe(text)
    expect(moneyText({ minor, currency })).toEqual({ amount: text, currency })
    expect(spell({ minor, currency })).toBe(`${text} ${currency}`)
    expect(moneyOf(minor.toString(), currency)).toEqual({ minor, currency })
  })

  it('is never of a currency that is not known', () => {
    expect(() => minorText(1n, 'XXX')).toThrow('Unknown currency XXX.')
  })
})

describe('the amount of a line', () => {
  it.each([
    ['3', '9.99', 'EUR', 2997n],
    ['0.5', '0.01', 'EUR', 1n],
    ['0.4', '0.01', 'EUR', 0n],
    ['1.5', '1', 'JPY', 2n],
    ['2.5', '1', 'JPY', 3n],
    ['1000', '0.0005', 'EUR', 50n],
    ['0', '5', 'EUR', 0n],
    ['7', '3', 'BHD', 21_000n],
  ])('%s × %s %s is rounded half up', (quantity, unitPrice, currency, minor) => {
    expect(lineAmount(quantity, unitPrice, currency)).toEqual({ minor, currency })
  })

  it.each([
    ['-1', '1', 'EUR', /not negative/],
    ['1', '-1', 'EUR', /not negative/],
    ['one', '1', 'EUR', /decimal numbers/],
    ['1', '', 'EUR', /decimal numbers/],
    ['1', '1', 'ZZZ', /not a currency code/],
    ['1', `0.${'1'.repeat(30)}`, 'EUR', /at most 30 characters/],
    ['1000000000', '1000000000', 'EUR', /more than the hub takes/],
  ])('%s × %s %s is refused with a sentence', (quantity, unitPrice, currency, sentence) => {
    expect(lineAmount(quantity, unitPrice, currency)).toEqual({ fault: expect.stringMatching(sentence) })
  })

  it('is never further from the exact product than half a minor unit', () => {
    const factor = fc.stringMatching(/^(0|[1-9]\d{0,4})(\.\d{1,5})?$/)
    const scaled = (text: string): bigint => {
      const [whole = '', fraction = ''] = text.split('.')
      return BigInt(whole + fraction.padEnd(5, '0'))
    }
    fc.assert(
      fc.property(factor, factor, anyCurrency, (quantity, unitPrice, currency) => {
        const money = lineAmount(quantity, unitPrice, currency)
        if ('fault' in money) return false
        // Both in units of 10^-10: twice the difference is at most one minor unit, and exactly one only upwards.
        const unit = 10n ** BigInt(10 - (currencyDigits(currency) ?? 0))
        const over = 2n * (money.minor * unit - scaled(quantity) * scaled(unitPrice))
        return -unit < over && over <= unit
      }),
    )
  })
})
