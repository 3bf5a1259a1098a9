import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  compareContracts,
  comparisonToJson,
  type ContractLine,
  contractTermsToJson,
  type Discrepancy,
  NO_TERMS,
} from './index.ts'
import { add, decimal, fraction, magnitude, order, parseDecimal, show, subtract } from './fraction.ts'
import { answer, offer, sampleLine, sampleTerms } from './sample-contract.ts'

const cents = fc.integer({ min: 0, max: 10_000_000 })
const money = (value: number): string => show(fraction(BigInt(value), 100n))
const aLine = fc.record({
  quantity: fc.integer({ min: 1, max: 9999 }),
  price: cents,
  amount: cents,
  unit: fc.constantFrom('C62', 'KGM', 'XBX'),
})
const someLines = fc.array(aLine, { minLength: 1, maxLength: 6 }).map((entries) =>
  entries.map(({ quantity, price, amount, unit }, index) =>
    sampleLine(String(index + 1), {
      quantity: { value: String(quantity), unit },
      price: { amount: money(price), base: { value: '1', unit } },
      amount: money(amount),
    }),
  ),
)
const someTotals = cents.map((payable) => ({ ...NO_TERMS.totals, payable: money(payable) }))
const someTerms = fc.record({ lines: someLines, totals: someTotals }).map((changes) => sampleTerms(changes))

/** The differences between two lines or totals that no rule may let pass, reckoned anew. */
function apart(a: string | null, b: string | null, limit: string): boolean {
  if (a === null || b === null) return a !== b
  return order(magnitude(subtract(decimal(a), decimal(b))), decimal(limit)) > 0
}

function linesDiffer(a: ContractLine | undefined, b: ContractLine | undefined): boolean {
  const same = a?.quantity?.value === b?.quantity?.value && a?.quantity?.unit === b?.quantity?.unit
  return (
    !same ||
    apart(a?.price?.amount ?? null, b?.price?.amount ?? null, '0') ||
    apart(a?.amount ?? null, b?.amount ?? null, '0.01')
  )
}

describe('whatever two documents say', () => {
  test('no difference outside the tolerance is ever called equal', () => {
    const nudge = fc.record({
      line: fc.nat(5),
      field: fc.constantFrom('quantity', 'price', 'amount', 'payable'),
      by: fc.integer({ min: -12, max: 12 }),
    })
    fc.assert(
      fc.property(someTerms, fc.array(nudge, { maxLength: 3 }), (terms, nudges) => {
        const lines = terms.lines.map((line, index) => {
          const by = (field: string): number =>
            nudges
              .filter((entry) => entry.field === field && entry.line === index)
              .reduce((sum, entry) => sum + entry.by, 0)
          const plus = (text: string | undefined | null, field: string): string =>
            show(add(decimal(text ?? '0'), fraction(BigInt(by(field)), 100n)))
          return {
            ...line,
            quantity: { value: plus(line.quantity?.value, 'quantity'), unit: line.quantity?.unit ?? null },
            price: { amount: plus(line.price?.amount, 'price'), base: line.price?.base ?? { value: '1', unit: null } },
            amount: plus(line.amount, 'amount'),
          }
        })
        const by = nudges.filter((entry) => entry.field === 'payable').reduce((sum, entry) => sum + entry.by, 0)
        const payable = show(add(decimal(terms.totals.payable ?? '0'), fraction(BigInt(by), 100n)))
        const { verdict } = compareContracts(
          offer(terms),
          offer({ ...terms, lines, totals: { ...terms.totals, payable } }),
        )
        const limit = show(fraction(BigInt(lines.length), 100n))
        const negative = decimal(payable).n < 0n
        const differ =
          lines.some((line, index) => linesDiffer(terms.lines[index], line)) ||
          apart(terms.totals.payable, payable, limit)
        const identical =
          nudges.every((entry) => entry.by === 0) ||
          JSON.stringify(lines) + payable === JSON.stringify(terms.lines) + terms.totals.payable
        expect(verdict).toBe(differ || negative ? 'DIFFERENT' : identical ? 'EQUAL' : verdict)
        if (!differ && !negative) expect(['EQUAL', 'EQUAL_WITHIN_TOLERANCE']).toContain(verdict)
      }),
      { numRuns: 300 },
    )
  })

  test('swapping the documents together with the roles swaps only the labels', () => {
    const swap = (entry: Discrepancy): Discrepancy => ({
      ...entry,
      buyerValue: entry.sellerValue,
      sellerValue: entry.buyerValue,
      buyerNormalised: entry.sellerNormalised,
      sellerNormalised: entry.buyerNormalised,
    })
    const key = (entry: Discrepancy): string => JSON.stringify(entry)
    fc.assert(
      fc.property(someTerms, someTerms, (a, b) => {
        const there = compareContracts(offer(a), offer(b))
        const back = compareContracts(offer(b), offer(a))
        expect(back.verdict).toBe(there.verdict)
        expect(back.payable).toEqual(there.payable)
        expect(back.discrepancies.map(key).toSorted()).toEqual(there.discrepancies.map(swap).map(key).toSorted())
      }),
    )
  })

  test('the order of lines never matters', () => {
    const shuffled = someTerms.chain((terms) =>
      fc.record({
        terms: fc.constant(terms),
        lines: fc.shuffledSubarray([...terms.lines], { minLength: terms.lines.length }),
      }),
    )
    fc.assert(
      fc.property(someTerms, shuffled, (buyer, { terms, lines }) => {
        const straight = compareContracts(offer(buyer), offer(terms))
        const mixed = compareContracts(offer(buyer), offer({ ...terms, lines }))
        expect(mixed).toEqual(straight)
        expect(compareContracts(offer({ ...terms, lines }), offer(terms)).verdict).toBe('EQUAL')
        expect(contractTermsToJson({ ...terms, lines })).toEqual(contractTermsToJson(terms))
      }),
    )
  })

  test('an acceptance without terms of its own takes any order over', () => {
    fc.assert(
      fc.property(someTerms, (terms) => {
        expect(compareContracts(offer(terms), answer('AP')).verdict).toBe('EQUAL')
      }),
    )
  })

  test('what goes on record holds no number and survives JSON', () => {
    fc.assert(
      fc.property(someTerms, someTerms, (a, b) => {
        for (const json of [contractTermsToJson(a), comparisonToJson(compareContracts(offer(a), offer(b)))]) {
          const text = JSON.stringify(json, (_name, value) => (typeof value === 'number' ? 'a number' : value))
          expect(text).not.toContain('a number')
          expect(JSON.parse(text)).toEqual(json)
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('exact numbers', () => {
  test('any decimal is shown as it was, without trailing zeros', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.nat(12), (n, scale) => {
        const value = fraction(n, 10n ** BigInt(scale))
        expect(parseDecimal(show(value))).toEqual(value)
        expect(show(value)).not.toMatch(/\.\d*0$/)
      }),
    )
  })

  test.each(['', '.', '-', '1e3', '0x1', '1,5', ' 1', 'NaN', 'Infinity', '1'.repeat(41)])(
    '%j is no decimal',
    (text) => {
      expect(parseDecimal(text)).toBeNull()
    },
  )
})
