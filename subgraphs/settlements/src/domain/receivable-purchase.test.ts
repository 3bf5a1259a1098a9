import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { discountOf, largestDiscountPpm, mayRecourse } from './receivable-purchase.ts'

it.each([
  [1_000n, 20_000, 20n],
  [1_000n, 500, 1n],
  [1_000n, 499, 0n],
  [999n, 333_333, 333n],
  [1n, largestDiscountPpm, 1n],
  [10n ** 15n, 12_345, 12_345_000_000_000n],
])('the discount on %d at %d ppm is %d', (amount, ppm, discount) => {
  expect(discountOf(amount, ppm)).toBe(discount)
})

it('a discount is never more than half a unit from what it is exactly, and never more than the claim', () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 15n), fc.integer({ min: 0, max: largestDiscountPpm }), (amount, ppm) => {
      const discount = discountOf(amount, ppm)
      const exact = amount * BigInt(ppm)
      const off = discount * 1_000_000n - exact
      expect(off <= 500_000n && off > -500_000n).toBe(true)
      expect(discount).toBeLessThanOrEqual(amount)
    }),
  )
})

it('a claim comes back from the day that the terms say', () => {
  const purchased = new Date('2026-11-01T12:00:00Z')
  expect(mayRecourse(purchased, 30, new Date('2026-12-01T11:59:59Z'))).toBe(false)
  expect(mayRecourse(purchased, 30, new Date('2026-12-01T12:00:00Z'))).toBe(true)
})
