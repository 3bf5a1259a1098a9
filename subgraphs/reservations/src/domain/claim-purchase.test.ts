import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  claimPurchasedPosting,
  claimReturnedPosting,
  claimSoldPosting,
  claimTakenBackPosting,
} from './claim-posting.ts'
import { discountOf, largestDiscountPpm, partTakenBack, recourseFrom } from './claim-purchase.ts'

const amount = fc.bigInt(1n, 10n ** 15n)
const ppm = fc.integer({ min: 0, max: largestDiscountPpm })

describe('a discount', () => {
  it.each([
    [1000n, 25_000, 25n],
    [10n, 50_000, 1n],
    [9n, 50_000, 0n],
    [1n, 500_000, 0n],
    [1000n, 0, 0n],
  ])('of %s at %s ppm is %s: rounded half up, and something is always paid', (minor, at, discount) =>
    expect(discountOf(minor, at)).toBe(discount),
  )

  it('is never negative, and less than the amount; so is what comes back of it', () => {
    fc.assert(
      fc.property(amount, amount, ppm, (minor, unpaid, at) => {
        const discount = discountOf(minor, at)
        expect(discount >= 0n && discount < minor).toBe(true)
        const part = partTakenBack({ minor, discount }, unpaid)
        expect(part.minor).toBe(unpaid < minor ? unpaid : minor)
        expect(part.discount >= 0n && part.discount <= discount && part.discount < part.minor).toBe(true)
        if (unpaid >= minor) expect(part.discount).toBe(discount)
      }),
    )
  })
})

it('both books are posted with the same figures, which balance, with or without a discount', () => {
  fc.assert(
    fc.property(amount, ppm, (minor, at) => {
      const claim = {
        id: 'c',
        purchaserId: 'hub',
        sellerId: 'guarantor',
        payerId: 'payer',
        currency: 'JPY',
        minor,
        discount: discountOf(minor, at),
      }
      const legs = [claimPurchasedPosting, claimSoldPosting, claimReturnedPosting, claimTakenBackPosting].map((make) =>
        make(claim).legs.map(({ key, side, minor: each }) => `${key.kind} ${side} ${each}`),
      )
      for (const each of legs) expect(each).toHaveLength(claim.discount > 0n ? 3 : 2)
      expect(legs[0]?.[0]).toBe(`CREDIT DEBIT ${minor}`)
      expect(legs[1]?.[0]).toBe(`CREDIT CREDIT ${minor}`)
      expect(legs[2]?.[0]).toBe(`CREDIT CREDIT ${minor}`)
      expect(legs[3]?.[0]).toBe(`CREDIT DEBIT ${minor}`)
    }),
  )
})

it('recourse begins so many days after the purchase, or never', () => {
  expect(recourseFrom(new Date('2026-01-01T00:00:00Z'), 30)?.toISOString()).toBe('2026-01-31T00:00:00.000Z')
  expect(recourseFrom(new Date(), null)).toBeNull()
})
