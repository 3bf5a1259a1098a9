import { describe, expect, it } from '@jest/globals'
import { currencies } from '@torihiki/shared/currencies.ts'
import { sharedData } from '@torihiki/shared/testing/shared-data.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { currencyNumber } from './currency-numbers.ts'
import {
  amountField,
  commonFields,
  expiryField,
  largestMinor,
  merchantField,
  moneyFields,
  referenceField,
  timeField,
  traceField,
} from './fields.ts'

const key = '0199aaaa-0000-7000-8000-000000000001'

describe('fields by ISO 8583', () => {
  it('say amounts in twelve digits of minor units, whatever the currency’s decimals, or not at all', () => {
    expect(amountField(1_000n)).toBe('000000001000')
    expect(amountField(largestMinor)).toBe('999999999999')
    expect(amountField(largestMinor + 1n)).toBeNull()
    expect(amountField(0n)).toBeNull()
    expect(moneyFields('1234', 'JPY')).toEqual({ '4': '000000001234', '49': '392' })
    expect(moneyFields('1234', 'EUR')).toEqual({ '4': '000000001234', '49': '978' })
    expect(moneyFields('1234', 'KWD')).toEqual({ '4': '000000001234', '49': '414' })
    expect(moneyFields('1234', 'XXX')).toBeNull()
  })

  it('say times and expiries as agreed', () => {
    expect(timeField(new Date('2026-11-21T03:04:05.678Z'))).toBe('1121030405')
    expect(expiryField('2031-07')).toBe('3107')
  })

  it('stand for our key: the same each time, another for another', () => {
    const fields = commonFields(key, '1', new Date())
    expect(fields).toMatchObject({ '11': traceField(key), '37': referenceField(key), '41': 'TORIHIKI' })
    expect(fields['37']).toMatch(/^[A-Z0-9]{12}$/)
    expect(merchantField(key)).toMatch(/^[A-Z0-9]{15}$/)
    const many = Array.from({ length: 1_000 }, (_, nth) => referenceField(`${key}${nth}`))
    expect(new Set(many).size).toBe(1_000)
  })

  it('have a number for every currency that the hub knows', () => {
    for (const code of currencies)
      expect([code, currencyNumber(code)]).toEqual([code, expect.stringMatching(/^\d{3}$/)])
  })
})

const folder = sharedData('iso4217')
const withTable = folder ? it : it.skip

withTable('numbers of currencies are those of ISO 4217', () => {
  const lines = readFileSync(join(folder ?? '', 'codes-all.csv'), 'utf8').split('\n')
  const published = new Map(
    lines.flatMap((line) => {
      const [, code = '', number = ''] = /,([A-Z]{3}),(\d+),[^,]*,\s*$/.exec(line) ?? []
      return code ? [[code, number.padStart(3, '0')] as const] : []
    }),
  )
  for (const code of currencies) expect([code, currencyNumber(code)]).toEqual([code, published.get(code)])
})
