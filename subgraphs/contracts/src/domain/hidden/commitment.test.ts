import { expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { commitmentOf, reportMessage } from './commitment.ts'

const opening = { amountMinor: '73915482', currency: 'JPY', salt: 'ab'.repeat(32) }

test('a commitment is the hash of the canonical opening, so anybody can compute it', () => {
  const text = `{"amountMinor":"73915482","currency":"JPY","purpose":"torihiki hidden purchase v1","salt":"${'ab'.repeat(32)}"}`
  expect(commitmentOf(opening)).toBe(createHash('sha256').update(text).digest('hex'))
})

test.each([
  ['amount', { amountMinor: '73915483' }],
  ['currency', { currency: 'EUR' }],
  ['salt', { salt: `${'ab'.repeat(31)}ac` }],
])('another %s is another commitment', (_what, change) => {
  expect(commitmentOf({ ...opening, ...change })).not.toBe(commitmentOf(opening))
})

test('a salt that is too short to hide anything is not taken', () => {
  expect(() => commitmentOf({ ...opening, salt: 'ab' })).toThrow('32 bytes')
})

test('what is signed of a report has no amount', () => {
  const report = {
    purchaseId: 'p',
    reportId: 'r',
    step: 'PAID',
    at: '2026-11-21T00:00:00.000Z',
    commitment: 'c',
  } as const
  expect(reportMessage(report)).toBe('torihiki hidden purchase report v1\np\nr\nPAID\n2026-11-21T00:00:00.000Z\nc\n')
})
