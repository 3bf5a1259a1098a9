import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { createMemoryHints } from '@torihiki/shared/testing/memory-hints.ts'
import { testStore, type TestStore } from '../../../test/support/test-database.ts'
import { publishedBeforeMs, signInKeyDays, signInKeys } from './commands/sign-in-keys.ts'
import { createServices, storeDefinition, type MembersServices } from './index.ts'

const dayMs = 86_400_000
let database: TestStore
let services: MembersServices
let now = new Date('2026-11-21T06:00:00Z')
beforeAll(async () => {
  database = await testStore(storeDefinition)
  services = createServices({ ...database, hints: createMemoryHints(), now: () => now })
})
afterAll(() => database.close())

const ids = async (): Promise<string[]> => (await signInKeys(services)).map(({ keyId }) => keyId)
const pass = (ms: number): void => void (now = new Date(now.getTime() + ms))

it('the first key is made once, however many ask for it, and opens under the secret of the hub alone', async () => {
  const asked = await Promise.all(Array.from({ length: 8 }, ids))
  expect(new Set(asked.flat()).size).toBe(1)
  const [key] = await signInKeys(services)
  const opened = services.signInKeySealer.open(Buffer.from(key?.sealed ?? '', 'base64'), key?.keyId ?? '')
  expect(JSON.parse(opened.toString('utf8'))).toMatchObject({ kty: 'EC', crv: 'P-256', d: expect.any(String) })
  expect(() => services.signInKeySealer.open(opened, key?.keyId ?? '')).toThrow()
  const other = createServices({ ...database, hubSecret: 'another secret of another hub', hints: createMemoryHints() })
  expect(() => other.signInKeySealer.open(Buffer.from(key?.sealed ?? '', 'base64'), key?.keyId ?? '')).toThrow()
})

it('after its time the next is made, published before it signs, and the one before is published for a day more', async () => {
  const [first] = await ids()
  pass(signInKeyDays * dayMs - 1)
  expect(await ids()).toEqual([first])
  pass(1)
  const [signing, next] = await ids()
  expect([signing, next === undefined]).toEqual([first, false])
  pass(publishedBeforeMs - 1)
  expect(await ids()).toEqual([first, next])
  pass(1)
  expect(await ids()).toEqual([next, first])
  pass(signInKeyDays * dayMs)
  const later = await ids()
  expect(later).toHaveLength(2)
  expect([later[0], later.includes(first ?? '')]).toEqual([next, false])
})
