import { expect, it } from '@jest/globals'
import { generateKeyPairSync } from 'node:crypto'
import { createSealer } from '@torihiki/shared/identity/seal.ts'
import type { SignInAnswer } from '@torihiki/shared/identity/sign-in.ts'
import type { AskMembers } from './ask-members.ts'
import { keysKeptMs, madeOfKeys } from './keys.ts'

const sealer = createSealer(['a secret'], 'test')
const newKey = (keyId: string): SignInAnswer<'keys'>[number] => {
  const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })
  return { keyId, sealed: sealer.seal(Buffer.from(JSON.stringify(jwk)), keyId).toString('base64') }
}

it('keys are read once for a while, and what is made of them is made anew when they are others', async () => {
  let keys = [newKey('one')]
  let [asked, time] = [0, 0]
  const ask = (async () => {
    asked++
    return keys
  }) as unknown as AskMembers
  const made = madeOfKeys(
    ask,
    sealer,
    (each) => each.map(({ kid }) => kid),
    () => time,
  )
  const first = await made()
  expect(first).toEqual(['one'])
  const several = await Promise.all([made(), made(), made()])
  expect([several.every((each) => each === first), asked]).toEqual([true, 1])
  time += keysKeptMs
  expect([(await made()) === first, asked]).toEqual([true, 2])
  keys = [newKey('one'), newKey('two')]
  time += keysKeptMs
  expect(await Promise.all([made(), made()])).toEqual([
    ['one', 'two'],
    ['one', 'two'],
  ])
  expect(asked).toBe(3)
})

it('a failure to read is not kept', async () => {
  let fails = true
  const ask = (async () => {
    if (fails) throw new Error('not there')
    return [newKey('one')]
  }) as unknown as AskMembers
  const made = madeOfKeys(ask, sealer, (each) => each.length)
  await expect(made()).rejects.toThrow('not there')
  fails = false
  expect(await made()).toBe(1)
})
