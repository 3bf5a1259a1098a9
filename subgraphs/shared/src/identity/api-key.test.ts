import { randomBytes } from 'node:crypto'
import { expect, it } from '@jest/globals'
import { apiKeyBytes, apiKeyPrefix, hashOfApiKey, readApiKey, writeApiKey } from './api-key.ts'

const newKey = (): string => writeApiKey(randomBytes(apiKeyBytes.handle), randomBytes(apiKeyBytes.secret))

it('a key is written in one form and gives its handle back', () => {
  const key = writeApiKey(new Uint8Array(10).fill(0xab), new Uint8Array(32))
  expect(key).toBe(`thk_abababababababababab_${'A'.repeat(43)}${key.slice(-6)}`)
  expect(readApiKey(key)).toEqual({ handle: 'ab'.repeat(10) })
  expect(apiKeyPrefix('ab'.repeat(10))).toBe('thk_abababababababababab')
})

it('a key with one letter changed anywhere is known to be mistyped', () => {
  const key = newKey()
  const wrong = [...key].map((letter, i) => key.slice(0, i) + (letter === 'a' ? 'b' : 'a') + key.slice(i + 1))
  expect(wrong.filter((each) => readApiKey(each) !== null)).toEqual([])
})

it.each(['', 'thk_', 'thk_x_y', `${newKey()} `, `x${newKey()}`, newKey().slice(0, -1), newKey().toUpperCase()])(
  'what is no key is read as none: %j',
  (text) => expect(readApiKey(text)).toBeNull(),
)

it('equal keys have equal hashes, other keys others', () => {
  const key = newKey()
  expect(hashOfApiKey(key)).toBe(hashOfApiKey(key))
  expect(hashOfApiKey(key)).not.toBe(hashOfApiKey(newKey()))
  expect(hashOfApiKey(key)).not.toContain(key.slice(30, 50))
})
