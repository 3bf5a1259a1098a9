import { expect, test } from '@jest/globals'
import { linkKey, readLink, signLink } from './signed-link.ts'

const [key, other] = [linkKey('a'.repeat(32), 'referral-consent'), linkKey('b'.repeat(32), 'referral-consent')]
const until = new Date('2026-01-02T00:00:00Z')
const before = new Date('2026-01-01T23:59:59Z')

test('a token names its subject until its instant, under its key and an earlier one', () => {
  const token = signLink(key, 'subject-1', until)
  expect(readLink([key], token, before)).toBe('subject-1')
  expect(readLink([other, key], token, before)).toBe('subject-1')
  expect(readLink([other], token, before)).toBeNull()
  expect(readLink([key], token, until)).toBeNull()
})

test('what was changed, cut, or made longer opens nothing', () => {
  const token = signLink(key, 'subject-1', until)
  const [subject = '', instant = '', mark = ''] = token.split('.')
  for (const wrong of [
    `subject-2.${instant}.${mark}`,
    `${subject}.${instant}z.${mark}`,
    `${subject}.${instant}`,
    `${token}.more`,
    `${subject}.${instant}.${mark.slice(1)}`,
    '',
    'x'.repeat(10_000),
  ])
    expect(readLink([key], wrong, before)).toBeNull()
})
