import { expect, it } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { apiKeyBytes, writeApiKey } from '@torihiki/shared/identity/api-key.ts'
import type { SubgraphResult, Upstream } from '../upstreams/upstream.ts'
import { createApiKeys, keyAnswerKeptMs } from './api-keys.ts'

const key = writeApiKey(randomBytes(apiKeyBytes.handle), randomBytes(apiKeyBytes.secret))
const holder = {
  apiKeyId: 'k',
  memberId: 'm',
  roles: ['BUYER'],
  scopes: ['READ'],
  expiresAt: '2030-01-01T00:00:00.000Z',
}

/** A `members` that answers as it is told, and counts how often it is asked. */
function standIn(answer: () => Promise<SubgraphResult>): { upstream: Upstream; asked(): number } {
  let asked = 0
  const send = async (): Promise<SubgraphResult> => {
    asked++
    return answer()
  }
  const subscribe = () => Promise.reject(new Error('nothing to subscribe to'))
  return {
    upstream: { name: 'members', prepare: () => ({ send }), subscribe, close: async () => undefined },
    asked: () => asked,
  }
}

it('a key is asked about once in a while, also by many at once, and held to its scopes and a time', async () => {
  let now = Date.parse('2026-11-21T00:00:00Z')
  const { upstream, asked } = standIn(async () => ({ data: { _apiKey: holder } }))
  const keys = createApiKeys(upstream, () => now)
  const [admitted] = await Promise.all([keys.admit(key), keys.admit(key), keys.admit(key)])
  expect(admitted).toEqual({
    actor: { memberId: 'm', roles: ['BUYER'], sessionId: 'k', scopes: ['READ'] },
    expiresAt: new Date('2026-11-21T00:10:00Z'),
  })
  now += keyAnswerKeptMs - 1
  await keys.admit(key)
  expect(asked()).toBe(1)
  now++
  await keys.admit(key)
  expect(asked()).toBe(2)
  now = Date.parse('2029-12-31T23:59:59Z')
  expect((await keys.admit(key))?.expiresAt).toEqual(new Date(holder.expiresAt))
  now += 1_000
  expect(await keys.admit(key)).toBeNull()
})

it('a change of rights is asked about at once, also when it came while the question was under way', async () => {
  let holds: typeof holder | null = holder
  let meanwhile = (): void => undefined
  const { upstream } = standIn(async () => {
    const read = holds
    meanwhile()
    return { data: { _apiKey: read } }
  })
  const keys = createApiKeys(upstream)
  expect(await keys.admit(key)).not.toBeNull()
  holds = null
  expect(await keys.admit(key)).not.toBeNull()
  keys.forget('m')
  expect(await keys.admit(key)).toBeNull()
  holds = holder
  const other = writeApiKey(randomBytes(apiKeyBytes.handle), randomBytes(apiKeyBytes.secret))
  meanwhile = () => {
    meanwhile = () => undefined
    holds = null
    keys.forget('m')
  }
  expect(await keys.admit(other)).toBeNull()
})

it('what cannot be a key is refused without asking, and a members that fails is no refusal', async () => {
  const { upstream, asked } = standIn(async () => ({ errors: [{ message: 'down' }] }))
  const keys = createApiKeys(upstream)
  expect(await keys.admit(`${key.slice(0, -1)}!`)).toBeNull()
  expect(asked()).toBe(0)
  await expect(keys.admit(key)).rejects.toThrow(/down/)
})
