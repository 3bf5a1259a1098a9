import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { currencies, currencyDigits } from './currencies.ts'
import { sharedData } from './testing/shared-data.ts'

const folder = sharedData('iso4217')
const withTable = folder ? describe : describe.skip

/** Codes in use that ISO 4217 gives minor units but that are units of account or for funds, not what one pays in. */
const notForPaying = new Set(['BOV', 'CHE', 'CHW', 'CLF', 'COU', 'MXV', 'USN', 'UYI', 'UYW', 'XAD'])

withTable('the currencies of ISO 4217 that are in use', () => {
  const rows = readFileSync(join(folder ?? '', 'codes-all.csv'), 'utf8')
    .split('\n')
    .slice(1)
  const inUse = new Map(
    rows.flatMap((row) => {
      const [, code = '', digits = ''] = /,([A-Z]{3}),\d*,([^,]*),\s*$/.exec(row) ?? []
      return code ? [[code, /^\d$/.test(digits) ? Number(digits) : null] as const] : []
    }),
  )

  it('have the decimals of the standard, and none of their own where they are not money', () => {
    expect(inUse.size).toBeGreaterThan(150)
    for (const [code, digits] of inUse) {
      expect([code, currencyDigits(code)]).toEqual([code, notForPaying.has(code) ? null : digits])
    }
  })

  it('are all that the hub knows', () => {
    expect(currencies.filter((code) => !inUse.has(code))).toEqual([])
  })
})

describe('a code that is no currency', () => {
  it.each(['', 'eur', 'EURO', 'XXX', 'XTS', 'XAU', '__proto__', 'toString'])('%j has no decimals', (code) => {
    expect(currencyDigits(code)).toBeNull()
  })
})
