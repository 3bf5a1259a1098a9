import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  coverFault,
  grantExpiry,
  guaranteeAfter,
  guaranteeStatuses,
  memoOf,
  requestExpiry,
  type GuaranteeEvent,
  type Offered,
} from './guarantee.ts'
import { draw, leftOf, type Pool } from './pool.ts'

const events: readonly GuaranteeEvent[] = [
  'Granted',
  'Refused',
  'ReliedOn',
  'SetFree',
  'Accepted',
  'Paid',
  'Invoked',
  'Repaid',
  'Reduced',
  'Cleared',
  'Sold',
  'TakenBack',
  'Released',
  'Expired',
]

describe('a guarantee (B10)', () => {
  it('goes these ways and no other', () => {
    const found = guaranteeStatuses.flatMap((status) =>
      events.flatMap((event) => {
        const next = guaranteeAfter(status, event)
        return next === null ? [] : [`${status} ${event} ${next}`]
      }),
    )
    expect(found).toEqual([
      'REQUESTED Granted GRANTED',
      'REQUESTED Refused REFUSED',
      'REQUESTED Released RELEASED',
      'REQUESTED Expired EXPIRED',
      'GRANTED ReliedOn GRANTED',
      'GRANTED SetFree GRANTED',
      'GRANTED Accepted PAYABLE',
      'GRANTED Released RELEASED',
      'GRANTED Expired EXPIRED',
      'PAYABLE Paid PAID',
      'PAYABLE Invoked INVOKED',
      'PAID Released RELEASED',
      'INVOKED Repaid REPAID',
      'INVOKED Reduced INVOKED',
      'INVOKED Cleared REPAID',
      'INVOKED Sold SOLD',
      'SOLD TakenBack INVOKED',
    ])
  })

  it('uses its pool from the grant on, for what is payable once that is known, and gives it back when it is over', () => {
    const uses = guaranteeStatuses.map((status) => [
      status,
      memoOf({ status, minor: 10n, payable: null, cleared: 0n }),
      memoOf({ status, minor: 10n, payable: 7n, cleared: 0n }),
      memoOf({ status, minor: 10n, payable: 7n, cleared: 3n }),
    ])
    expect(uses).toEqual([
      ['REQUESTED', 0n, 0n, 0n],
      ['GRANTED', 10n, 10n, 10n],
      ['REFUSED', 0n, 0n, 0n],
      ['PAYABLE', 10n, 7n, 4n],
      ['PAID', 0n, 0n, 0n],
      ['INVOKED', 10n, 7n, 4n],
      ['REPAID', 0n, 0n, 0n],
      ['SOLD', 0n, 0n, 0n],
      ['RELEASED', 0n, 0n, 0n],
      ['EXPIRED', 0n, 0n, 0n],
    ])
  })

  it('can be granted until its day is over, and stands 30 days longer', () => {
    expect(requestExpiry('2026-12-31').toISOString()).toBe('2027-01-01T00:00:00.000Z')
    expect(grantExpiry('2026-12-31').toISOString()).toBe('2027-01-30T00:00:00.000Z')
  })

  const offered: Offered = {
    payerId: 'a',
    payeeId: 'b',
    minor: 10n,
    currency: 'JPY',
    status: 'GRANTED',
    overdue: false,
    reliedOn: false,
  }
  it.each([
    ['as much as it is for', {}, 10n, null],
    ['less', {}, 1n, null],
    ['more', {}, 11n, 'It is for a lower amount.'],
    ['another merchant', { payeeId: 'c' }, 10n, 'It is for another merchant.'],
    ['what another relies on', { reliedOn: true }, 10n, 'Another reservation relies on it already.'],
    ['what is paid', { status: 'PAID' as const }, 10n, 'It is PAID.'],
    ['what has expired', { overdue: true }, 10n, 'It has expired.'],
    ['another currency', { currency: 'EUR' }, 10n, 'It is in EUR, the amount in JPY.'],
  ])('is looked at for %s', (_name, change, minor, fault) =>
    expect(coverFault({ ...offered, ...change }, { payerId: 'a', payeeId: 'b', minor, currency: 'JPY' })).toBe(fault),
  )
})

describe('a pool (B13)', () => {
  const pool: Pool = { limit: 100n, used: 60n, until: '2026-06-30', revoked: false }
  it.each([
    ['the last of it', pool, 40n, '2026-06-30', { used: 100n }],
    ['more than is left', pool, 41n, '2026-06-30', { available: 40n, shortfall: 1n }],
    ['anything when it is over', pool, 1n, '2026-07-01', { available: 0n, shortfall: 1n }],
    ['anything when it is revoked', { ...pool, revoked: true }, 1n, '2026-06-01', { available: 0n, shortfall: 1n }],
    ['anything below what is used', { ...pool, limit: 50n }, 1n, '2026-06-01', { available: 0n, shortfall: 1n }],
  ])('is asked for %s', (_name, of, minor, today, answer) => expect(draw(of, minor, today)).toEqual(answer))

  it('is never overdrawn, and refuses nothing that fits', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 1_000n), fc.array(fc.bigInt(1n, 400n), { maxLength: 50 }), (limit, amounts) => {
        let state: Pool = { limit, used: 0n, until: '2026-06-30', revoked: false }
        for (const minor of amounts) {
          const left = leftOf(state, '2026-01-01')
          const drawn = draw(state, minor, '2026-01-01')
          expect('used' in drawn).toBe(minor <= left)
          if ('used' in drawn) state = { ...state, used: drawn.used }
          else expect(drawn).toEqual({ available: left, shortfall: minor - left })
          expect(state.used).toBeLessThanOrEqual(limit)
        }
      }),
    )
  })
})
