import { describe, expect, test } from '@jest/globals'
import { statusAt } from './status.ts'

const at = (text: string): Date => new Date(`2026-11-21T${text}Z`)

describe('the status of an opportunity', () => {
  test.each([
    ['OPEN', null, null],
    ['OPEN', null, at('10:00:00')],
    ['OPEN', null, at('10:00:01')],
    ['EXPIRED', null, at('09:59:59')],
    ['WITHDRAWN', at('08:00:00'), null],
    ['WITHDRAWN', at('08:00:00'), at('09:00:00')],
  ])('at ten is %s when withdrawn at %s and valid until %s', (status, withdrawnAt, validUntil) => {
    expect(statusAt({ withdrawnAt, validUntil }, at('10:00:00'))).toBe(status)
  })
})
