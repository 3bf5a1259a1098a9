import { describe, expect, it } from '@jest/globals'
import { decodeProtectedHeader, SignJWT } from 'jose'
import { accessTokenLifetimeSeconds, createTokenVerifier, signAccessToken } from './access-token.ts'
import { deriveBytes, deriveSigningKey } from './derive.ts'

const hubSecret = 'a secret of at least 32 characters for tests'
const actor = { memberId: 'm1', roles: ['BUYER', 'SELLER'], sessionId: 's1' }
const secondsAgo = (seconds: number): Date => new Date(Date.now() - seconds * 1_000)

describe('an access token', () => {
  it('tells who it is of, and until when it holds', async () => {
    const now = secondsAgo(0)
    const token = await signAccessToken(hubSecret, actor, now)
    const expiresAt = new Date((Math.floor(now.getTime() / 1_000) + accessTokenLifetimeSeconds) * 1_000)
    expect(await createTokenVerifier([hubSecret])(token)).toEqual({ actor, expiresAt })
  })

  it('names its key and its algorithm', async () => {
    const header = decodeProtectedHeader(await signAccessToken(hubSecret, actor, secondsAgo(0)))
    expect(header).toEqual({ alg: 'EdDSA', kid: deriveSigningKey(hubSecret, 'access-token').keyId })
  })

  it('holds to the end of its lifetime and not beyond', async () => {
    const verify = createTokenVerifier([hubSecret])
    expect(
      await verify(await signAccessToken(hubSecret, actor, secondsAgo(accessTokenLifetimeSeconds - 60))),
    ).not.toBeNull()
    expect(await verify(await signAccessToken(hubSecret, actor, secondsAgo(accessTokenLifetimeSeconds + 1)))).toBeNull()
  })

  it('of an earlier secret is taken while that secret is known', async () => {
    const earlier = `${hubSecret} of last year`
    const token = await signAccessToken(earlier, actor, secondsAgo(1))
    expect(await createTokenVerifier([hubSecret, earlier])(token)).toMatchObject({ actor })
    expect(await createTokenVerifier([hubSecret])(token)).toBeNull()
  })
})

describe('what is not an access token', () => {
  const { privateKey, keyId } = deriveSigningKey(hubSecret, 'access-token')
  const claims = { roles: ['ADMIN'], sid: 's1' }
  const signed = (header: { alg: string; kid?: string }, change: (jwt: SignJWT) => SignJWT = (jwt) => jwt): SignJWT =>
    change(
      new SignJWT(claims)
        .setProtectedHeader(header)
        .setSubject('m1')
        .setIssuer('torihiki')
        .setAudience('torihiki-gateway')
        .setExpirationTime('1m'),
    )

  it.each(['', 'abc', 'a.b.c', '..', 'Bearer x'])('is refused: %j', async (text) => {
    expect(await createTokenVerifier([hubSecret])(text)).toBeNull()
  })

  it('is refused when a letter of it was changed', async () => {
    const [header = '', payload = '', signature = ''] = (await signAccessToken(hubSecret, actor, secondsAgo(0))).split(
      '.',
    )
    const forged = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(payload, 'base64url').toString()), roles: ['ADMIN'] }),
    )
    const token = [header, forged.toString('base64url'), signature].join('.')
    expect(await createTokenVerifier([hubSecret])(token)).toBeNull()
  })

  it.each([
    ['names no key', signed({ alg: 'EdDSA' }), privateKey],
    ['names a key that is not known', signed({ alg: 'EdDSA', kid: 'other' }), privateKey],
    [
      'is signed with what everybody knows of the key',
      signed({ alg: 'HS256', kid: keyId }),
      deriveBytes(hubSecret, 'x'),
    ],
    [
      'is signed with the key of another purpose',
      signed({ alg: 'EdDSA', kid: keyId }),
      deriveSigningKey(hubSecret, 'log').privateKey,
    ],
    ['is of another issuer', signed({ alg: 'EdDSA', kid: keyId }, (jwt) => jwt.setIssuer('x')), privateKey],
    ['is for another audience', signed({ alg: 'EdDSA', kid: keyId }, (jwt) => jwt.setAudience('x')), privateKey],
  ])('is refused when it %s', async (_, jwt, key) => {
    expect(await createTokenVerifier([hubSecret])(await jwt.sign(key))).toBeNull()
  })

  it('would be taken if nothing were wrong with it', async () => {
    const token = await signed({ alg: 'EdDSA', kid: keyId }).sign(privateKey)
    expect(await createTokenVerifier([hubSecret])(token)).toMatchObject({ actor: { memberId: 'm1' } })
  })
})
