import { expect, test } from '@jest/globals'
import { readSettings } from './settings.ts'

test.each([
  [{ NODE_ENV: 'production', SITES_ALLOW_LOOPBACK: 'true' }, /SITES_ALLOW_LOOPBACK/],
  [{ NODE_ENV: 'production', PUBLIC_URL: 'http://hub.example' }, /PUBLIC_URL must begin with https/],
  [{ PUBLIC_URL: 'https://hub.example/path' }, /PUBLIC_URL/],
  [{ PUBLIC_URL: 'ftp://hub.example' }, /PUBLIC_URL/],
])('%j is refused', (environment, fault) => {
  expect(() => readSettings(environment)).toThrow(fault)
})

test('an address is taken as its origin', () => {
  expect(readSettings({ PUBLIC_URL: 'https://Hub.example:443/' }).PUBLIC_URL).toBe('https://hub.example')
})
