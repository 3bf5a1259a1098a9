import { expect, test } from '@jest/globals'
import { createSealer } from './seal.ts'

const secret = Buffer.from('a shared secret')

test('what was sealed opens for what it belongs to, under the secret that it was sealed under, and unchanged', () => {
  const sealer = createSealer(['now'], 'webhooks')
  const sealed = sealer.seal(secret, 'one')
  expect(sealer.open(sealed, 'one')).toEqual(secret)
  expect(sealed.includes(secret)).toBe(false)
  expect(sealer.seal(secret, 'one')).not.toEqual(sealed)
  const changed = Buffer.from(sealed)
  changed[14] = (changed[14] ?? 0) ^ 1
  for (const open of [
    () => sealer.open(sealed, 'two'),
    () => createSealer(['now'], 'others').open(sealed, 'one'),
    () => createSealer(['later'], 'webhooks').open(sealed, 'one'),
    () => sealer.open(changed, 'one'),
    () => sealer.open(sealed.subarray(0, 20), 'one'),
  ])
    expect(open).toThrow(/cannot be opened/)
})

test('what was sealed under an earlier secret opens still, and is sealed under the newest', () => {
  const before = createSealer(['before'], 'webhooks').seal(secret, 'one')
  const sealer = createSealer(['now', 'before'], 'webhooks')
  expect(sealer.open(before, 'one')).toEqual(secret)
  expect(() => createSealer(['before'], 'webhooks').open(sealer.seal(secret, 'one'), 'one')).toThrow()
})
