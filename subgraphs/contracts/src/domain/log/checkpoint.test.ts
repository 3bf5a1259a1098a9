import { describe, expect, test } from '@jest/globals'
import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import {
  checkpointNote,
  checkpointText,
  keyIdOf,
  parseCheckpointNote,
  signCheckpoint,
  verifyCheckpoint,
  type TreeHead,
} from './checkpoint.ts'
import { emptyRoot } from './hash.ts'
import { fingerprintOf, parsePublicJwk, publicJwkOf, publicKeyOf } from './public-key.ts'

/** The key pair of RFC 8037, appendix A: the same signature every time. */
const privateKey = createPrivateKey({
  format: 'jwk',
  key: {
    kty: 'OKP',
    crv: 'Ed25519',
    d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
    x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  },
})
const publicKey = publicJwkOf(privateKey)
const head: TreeHead = {
  origin: 'hub.example/contracts',
  treeSize: 2n ** 60n,
  rootHash: emptyRoot(),
  issuedAt: '2026-11-21T06:30:00.000Z',
}
const checkpoint = signCheckpoint(privateKey, head)

describe('a checkpoint', () => {
  test('is signed over the text of C2SP tlog-checkpoint, with the time as an extension line', () => {
    expect(checkpointText(head)).toBe(
      'hub.example/contracts\n1152921504606846976\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nissued 2026-11-21T06:30:00.000Z\n',
    )
    expect(verifyCheckpoint(publicKey, checkpoint)).toBe(true)
    expect(verifyCheckpoint(publicKeyOf(publicKey), checkpoint)).toBe(true)
  })

  test('is written as a signed note and read back', () => {
    const note = checkpointNote(checkpoint)
    expect(note.split('\n\n')[1]).toMatch(/^— hub\.example\/contracts [A-Za-z0-9+/]+={0,2}\n$/)
    expect(parseCheckpointNote(note)).toEqual(expect.objectContaining({ ...head, rootHash: expect.anything() }))
    const read = parseCheckpointNote(note)
    expect(read && verifyCheckpoint(publicKey, read)).toBe(true)
  })

  test('names its key by the first four bytes that C2SP signed-note says', () => {
    // The verifier key of the Go checksum database, as the go command carries it: sum.golang.org+033de0ae+Ac4zctda0e5eza+…
    const goKey = Buffer.from('Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8', 'base64')
    expect(keyIdOf('sum.golang.org', { kty: 'OKP', crv: 'Ed25519', x: goKey.subarray(1).toString('base64url') })).toBe(
      '033de0ae',
    )
  })

  test('does not hold when anything that is signed is changed', () => {
    const changes = [
      { origin: 'hub.example/contract' },
      { treeSize: head.treeSize + 1n },
      { rootHash: new Uint8Array(32) },
      { issuedAt: '2026-11-21T06:30:00.001Z' },
      { keyId: '00000000' },
      { signature: new Uint8Array(64) },
      { signature: new Uint8Array(0) },
      { rootHash: new Uint8Array(31) },
      { treeSize: -1n },
    ]
    for (const change of changes) expect(verifyCheckpoint(publicKey, { ...checkpoint, ...change })).toBe(false)
  })

  test('does not hold under another key or another kind of key', () => {
    expect(verifyCheckpoint(generateKeyPairSync('ed25519').publicKey, checkpoint)).toBe(false)
    expect(verifyCheckpoint(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey, checkpoint)).toBe(false)
  })

  test('cannot be made of a head that cannot be written down, nor with another kind of key', () => {
    for (const origin of ['', 'a b', 'a+b', 'a\nb', 'a'.repeat(201)]) {
      expect(() => signCheckpoint(privateKey, { ...head, origin })).toThrow('cannot name a log')
    }
    for (const issuedAt of [
      '2026-02-30T00:00:00.000Z',
      '2026-11-21',
      '2026-11-21T06:30:00Z',
      '2026-11-21T06:30:00.000+00:00',
    ]) {
      expect(() => signCheckpoint(privateKey, { ...head, issuedAt })).toThrow('is not an instant')
    }
    expect(() => signCheckpoint(generateKeyPairSync('x25519').privateKey, head)).toThrow('Ed25519 keys only')
  })

  const note = checkpointNote(checkpoint)
  test.each([
    ['nothing', ''],
    ['a leading zero', note.replace('\n1152', '\n01152')],
    ['another extension line', note.replace('\n\n', '\nmore\n\n')],
    ['a second signature', `${note}— other.example AAAA\n`],
    ['a signature by another name', note.replace('— hub', '— hob')],
    ['carriage returns', note.replaceAll('\n', '\r\n')],
    ['a missing last line feed', note.slice(0, -1)],
    ['a hyphen for the dash', note.replace('—', '-')],
    ['spare bits in base64', note.replace('SuFU=', 'SuFV=')],
    ['a size of 20 digits', note.replace('1152921504606846976', '11529215046068469760')],
  ])('a note with %s is not read', (_, text) => {
    expect(parseCheckpointNote(text)).toBeNull()
  })
})

describe('a public key', () => {
  test('has the thumbprint that RFC 8037 appendix A.3 states', () => {
    expect(fingerprintOf(publicKey)).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k')
  })

  test('is read from a key file with further members, and from nothing else', () => {
    expect(parsePublicJwk({ ...publicKey, kid: 'k1', use: 'sig' })).toEqual(publicKey)
    for (const other of [
      null,
      {},
      { ...publicKey, crv: 'X25519' },
      { ...publicKey, x: `${publicKey.x}A` },
      { ...publicKey, x: publicKey.x.replace(/o$/, 'p') },
    ]) {
      expect(parsePublicJwk(other)).toBeNull()
    }
  })
})
