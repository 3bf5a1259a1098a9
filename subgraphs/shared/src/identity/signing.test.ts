import { describe, expect, it } from '@jest/globals'
import { SignJWT } from 'jose'
import { deriveBytes } from './derive.ts'
import { createSignatureCheck, signRequest } from './signing.ts'

const hubSecret = 'a secret of at least 32 characters for tests'
const body = '{"query":"{ viewer { id } }"}'
const actor = { memberId: 'm1', roles: ['BUYER'], sessionId: 's1', scopes: null, operator: null, orderCode: null }
const identity = { actor, requestId: 'r1' }

describe('a request that the gateway signed', () => {
  it('is known by its actor and request id', async () => {
    const check = createSignatureCheck(hubSecret, 'contracts')
    expect(await check(await signRequest(hubSecret, 'contracts', body, identity), body)).toEqual(identity)
  })

  it('keeps the scopes of an API key: without them the key would be taken for a session', async () => {
    const machine = { actor: { ...identity.actor, scopes: ['READ' as const] }, requestId: 'r1' }
    const { scopes: _none, ...session } = identity.actor
    const check = createSignatureCheck(hubSecret, 'contracts')
    expect(await check(await signRequest(hubSecret, 'contracts', body, machine), body)).toEqual(machine)
    const signed = await signRequest(hubSecret, 'contracts', body, { ...identity, actor: session })
    expect(await check(signed, body)).toEqual(identity)
  })

  it('keeps the operator who acts for the member: without it the operator would be taken for the member', async () => {
    const operator = { memberId: 'o1', channel: 'TELEPHONE' as const }
    const acting = { actor: { ...actor, scopes: ['READ' as const], operator }, requestId: 'r1' }
    const check = createSignatureCheck(hubSecret, 'contracts')
    expect(await check(await signRequest(hubSecret, 'contracts', body, acting), body)).toEqual(acting)
    const { operator: _none, ...session } = actor
    const signed = await signRequest(hubSecret, 'contracts', body, { ...identity, actor: session })
    expect(await check(signed, body)).toEqual(identity)
  })

  it('keeps the one order that a session reaches: without it the session would reach others too', async () => {
    const back = { actor: { ...actor, scopes: [], orderCode: 'ORD-7K3M-Q2X9-T' }, requestId: 'r1' }
    const check = createSignatureCheck(hubSecret, 'contracts')
    expect(await check(await signRequest(hubSecret, 'contracts', body, back), body)).toEqual(back)
  })

  it('may be of nobody who is signed in', async () => {
    const check = createSignatureCheck(hubSecret, 'contracts')
    const nobody = { actor: null, requestId: 'r2' }
    expect(await check(await signRequest(hubSecret, 'contracts', body, nobody), body)).toEqual(nobody)
  })

  it('is taken once: a replay is refused, also when both come at once', async () => {
    const check = createSignatureCheck(hubSecret, 'contracts')
    const signature = await signRequest(hubSecret, 'contracts', body, identity)
    const answers = await Promise.all([check(signature, body), check(signature, body)])
    expect(answers.filter((answer) => answer !== null)).toHaveLength(1)
    expect(await check(signature, body)).toBeNull()
  })

  it('may come twice when it was signed twice', async () => {
    const check = createSignatureCheck(hubSecret, 'contracts')
    for (let i = 0; i < 2; i++) {
      expect(await check(await signRequest(hubSecret, 'contracts', body, identity), body)).toEqual(identity)
    }
  })

  it('is refused with another body, and not used up by that', async () => {
    const check = createSignatureCheck(hubSecret, 'contracts')
    const signature = await signRequest(hubSecret, 'contracts', body, identity)
    expect(await check(signature, `${body} `)).toBeNull()
    expect(await check(signature, body)).toEqual(identity)
  })

  it('is refused by another subgraph', async () => {
    const signature = await signRequest(hubSecret, 'contracts', body, identity)
    expect(await createSignatureCheck(hubSecret, 'settlements')(signature, body)).toBeNull()
  })

  it('is refused when the secret is another', async () => {
    const signature = await signRequest(`${hubSecret}!`, 'contracts', body, identity)
    expect(await createSignatureCheck(hubSecret, 'contracts')(signature, body)).toBeNull()
  })
})

describe('what is not a signature', () => {
  it.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['some text', 'abc.def.ghi'],
    [
      'a token without a signature',
      `${base64({ alg: 'none' })}.${base64({ bh: 'x', act: actor, rid: 'r', jti: 'j', exp: 9e9 })}.`,
    ],
  ])('is refused: %s', async (_, signature) => {
    expect(await createSignatureCheck(hubSecret, 'contracts')(signature, body)).toBeNull()
  })

  it.each([
    ['is out of date', (jwt: SignJWT) => jwt.setExpirationTime('-1s')],
    ['never ends', (jwt: SignJWT) => jwt],
    ['is of another issuer', (jwt: SignJWT) => jwt.setIssuer('somebody').setExpirationTime('30s')],
  ])('is refused when it %s', async (_, change) => {
    const { createHash } = await import('node:crypto')
    const claims = { bh: createHash('sha256').update(body).digest('base64url'), act: actor, rid: 'r1' }
    const jwt = new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience('contracts')
      .setIssuer('gateway')
      .setJti('j1')
    const signature = await change(jwt).sign(deriveBytes(hubSecret, 'gateway-to-subgraph'))
    expect(await createSignatureCheck(hubSecret, 'contracts')(signature, body)).toBeNull()
  })
})

function base64(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
