import { describe, expect, test } from '@jest/globals'
import { generateKeyPairSync, sign } from 'node:crypto'
import {
  isWeakKey,
  parseMemberKey,
  registrationMessage,
  submissionMessage,
  verifyMemberSignature,
} from './member-signature.ts'
import { publicJwkOf, type PublicJwk } from './public-key.ts'
import { verifyCertificate } from './certificate.ts'
import { sampleCertificate, sampleContent } from './testing/sample-certificate.ts'

const { privateKey } = generateKeyPairSync('ed25519')
const key = publicJwkOf(privateKey)
const threadId = '019a0000-0000-7000-8000-000000000003'
const signed = { sha256: 'ab'.repeat(32), threadId, side: 'BUYER' } as const
const signatureOf = (message: string): string => sign(null, Buffer.from(message), privateKey).toString('base64')
const good = signatureOf(submissionMessage(signed))

describe('a member’s signature', () => {
  test('is over four lines, of which the first says what it is for', () => {
    expect(submissionMessage(signed)).toBe(`torihiki contract submission v1\n${signed.sha256}\n${threadId}\nBUYER\n`)
    expect(registrationMessage('m', key)).toBe(`torihiki signing key v1\nm\n${key.x}\n`)
  })

  test('holds for its message and no other', () => {
    expect(verifyMemberSignature(key, submissionMessage(signed), good)).toBe(true)
    expect(verifyMemberSignature(key, submissionMessage({ ...signed, side: 'SELLER' }), good)).toBe(false)
    expect(verifyMemberSignature(key, submissionMessage({ ...signed, threadId: 'other' }), good)).toBe(false)
    expect(verifyMemberSignature(key, submissionMessage({ ...signed, sha256: 'cd'.repeat(32) }), good)).toBe(false)
  })

  test('is written in one way only', () => {
    const message = submissionMessage(signed)
    const last = good.at(85) === 'A' ? 'B' : String.fromCharCode((good.codePointAt(85) ?? 0) + 1)
    const odd = [good.replaceAll('=', ''), ` ${good}`, `${good.slice(0, 85)}${last}==`, good.slice(1), '']
    for (const text of odd) expect(verifyMemberSignature(key, message, text)).toBe(false)
  })

  const ofSmallOrder = ['00', '01'].map((byte): PublicJwk => ({
    kty: 'OKP',
    crv: 'Ed25519',
    x: Buffer.from(byte + '00'.repeat(31), 'hex').toString('base64url'),
  }))

  test('is none by a key of small order, by which anything seems signed', () => {
    const forged = Buffer.concat([Buffer.from(`01${'00'.repeat(31)}`, 'hex'), Buffer.alloc(32)]).toString('base64')
    for (const weak of ofSmallOrder) {
      expect(isWeakKey(weak)).toBe(true)
      expect(verifyMemberSignature(weak, 'anything', forged)).toBe(false)
    }
    const negated = { ...key, x: Buffer.from(`01${'00'.repeat(30)}80`, 'hex').toString('base64url') }
    expect([isWeakKey(negated), isWeakKey(key)]).toEqual([true, false])
  })
})

describe('a public key as members give it', () => {
  const bytes = Buffer.from(key.x, 'base64url')
  test.each([[key.x], [bytes.toString('base64')], [` ${key.x}\n`], [JSON.stringify({ ...key, kid: 'k' })]])(
    'is read: %#',
    (text) => {
      expect(parseMemberKey(text)).toEqual(key)
    },
  )
  test.each([
    [''],
    ['x'],
    [`${key.x}A`],
    [bytes.toString('hex')],
    ['null'],
    ['{}'],
    [JSON.stringify({ ...key, crv: 'X25519' })],
  ])('is refused: %#', (text) => {
    expect(parseMemberKey(text)).toBeNull()
  })
})

describe('a certificate with members’ signatures', () => {
  const recorded = { algorithm: 'Ed25519', keyId: 'k', publicKey: key, signature: good }
  const certified = (buyer: object) =>
    sampleCertificate([
      sampleContent('CONTRACT_NOTARIZED', {
        body: { contract: { threadId }, buyer: { memberId: 'm-1', sha256: signed.sha256, ...buyer } },
      }),
    ])

  test('says who signed what', () => {
    const verdict = verifyCertificate(certified({ signature: recorded }))
    expect(verdict.ok && verdict.proved.join('\n')).toContain(
      `recorded as a key of the buyer (member “m-1”), signed the buyer's document (SHA-256 “${signed.sha256}”) for thread “${threadId}”`,
    )
  })

  test.each<[string, object]>([
    ['over another document', { sha256: 'cd'.repeat(32), signature: recorded }],
    [
      'by another key',
      { signature: { ...recorded, publicKey: publicJwkOf(generateKeyPairSync('ed25519').privateKey) } },
    ],
    ['that is none', { signature: { ...recorded, signature: 'x' } }],
    ['of another kind', { signature: { ...recorded, algorithm: 'none' } }],
    ['that is null', { signature: null }],
  ])('fails on one %s, though the hub recorded it', (_sentence, buyer) => {
    expect(verifyCertificate(certified(buyer))).toMatchObject({ ok: false, failed: 'MEMBER_SIGNATURE' })
  })
})
