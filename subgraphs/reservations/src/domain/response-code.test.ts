import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { mayStand, meaningOfCode } from './response-code.ts'

it.each([
  ['00', 'APPROVED'],
  ['01', 'REFERRAL'],
  ['02', 'REFERRAL'],
  ['61', 'REFERRAL'],
  ['65', 'REFERRAL'],
  ['05', 'DECLINED'],
  ['14', 'DECLINED'],
  ['51', 'DECLINED'],
  ['54', 'DECLINED'],
  ['68', 'NO_ANSWER'],
  ['91', 'NO_ANSWER'],
  ['96', 'NO_ANSWER'],
  ['25', 'NEVER_SEEN'],
])('response code %s is %s', (code, meaning) => {
  expect(meaningOfCode(code)).toBe(meaning)
  expect(mayStand(code)).toBe(false)
})

it('no code but 00 is an approval, and what is not known may stand all the same', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 4 }), (code) => {
      fc.pre(code !== '00')
      expect(meaningOfCode(code)).not.toBe('APPROVED')
    }),
  )
  // Approved for a part; approved, VIP: they exist, and are not what was asked for.
  for (const code of ['10', '11', 'A1']) expect([meaningOfCode(code), mayStand(code)]).toEqual(['DECLINED', true])
})
