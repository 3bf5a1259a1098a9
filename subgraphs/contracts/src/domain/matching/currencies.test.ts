import { describe, expect, test } from '@jest/globals'
import { currencies, currencyDigits } from '@torihiki/shared/currencies.ts'
import { minorDigits, toMinor } from './currencies.ts'
import { decimal } from './fraction.ts'

describe('a currency of a document', () => {
  test('is one that the hub knows, with the same digits', () => {
    for (const code of currencies) expect([code, minorDigits(code)]).toEqual([code, currencyDigits(code)])
  })

  test.each(['CLF', 'UYI', 'XAU', 'XTS', 'eur', ''])('is not %j', (code) => {
    expect(minorDigits(code)).toBeNull()
  })
})

describe('minor units', () => {
  test.each([
    ['10.50', 'EUR', 1050n],
    ['10', 'JPY', 10n],
    ['10.5', 'JPY', null],
    ['1.234', 'TND', 1234n],
    ['90071992547409.93', 'USD', 9007199254740993n],
    ['1', 'XAU', null],
  ])('%s %s', (amount, currency, expected) => {
    expect(toMinor(decimal(amount), currency)).toBe(expected)
  })
})
