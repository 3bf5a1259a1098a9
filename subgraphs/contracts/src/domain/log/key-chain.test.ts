import { describe, expect, test } from '@jest/globals'
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { type KeyVoucher, parseKeyFile, readVoucher, signVoucher, type TrustedKey, trustKey } from './key-chain.ts'
import { publicJwkOf } from './public-key.ts'

const origin = 'hub.example/contracts'
const [first, second, third, stranger] = Array.from({ length: 4 }, () => generateKeyPairSync('ed25519').privateKey) as [
  KeyObject,
  KeyObject,
  KeyObject,
  KeyObject,
]
const voucher = (from: KeyObject, to: KeyObject, change: Partial<KeyVoucher> = {}): string =>
  signVoucher(from, {
    origin,
    generation: 2,
    oldKey: publicJwkOf(from),
    newKey: publicJwkOf(to),
    fromSize: 10n,
    rootHash: new Uint8Array(32).fill(7),
    issuedAt: '2026-11-21T06:30:00.000Z',
    ...change,
  })
const chain = [voucher(first, second), voucher(second, third, { generation: 3, fromSize: 20n })]
const signedBy = (key: KeyObject, treeSize = 25n) => ({ origin, publicKey: publicJwkOf(key), treeSize })
const known = (key: KeyObject, fromSize: bigint | null = null, toSize: bigint | null = null): TrustedKey[] => [
  { publicKey: publicJwkOf(key), fromSize, toSize },
]

describe('a chain of keys', () => {
  test.each<[string, Parameters<typeof trustKey>, string | null]>([
    ['the key itself', [signedBy(third), chain, known(third)], 'GIVEN'],
    ['the key before', [signedBy(third), chain, known(second)], 'VOUCHED'],
    ['the first key', [signedBy(third), chain, known(first)], 'VOUCHED'],
    ['the key within its sizes', [signedBy(third), chain, known(third, 20n, 25n)], 'GIVEN'],
    ['nothing', [signedBy(third), chain, null], 'NOT_ASKED'],
    ['a chain without its beginning', [signedBy(third), chain.slice(1), known(second)], 'VOUCHED'],
    ['the key beyond its sizes', [signedBy(third), chain, known(third, 20n, 24n)], null],
    ['the key before its sizes', [signedBy(third), chain, known(third, 26n)], null],
    ['a stranger’s key', [signedBy(third), chain, known(stranger)], null],
    ['the old key without a chain', [signedBy(third), [], known(second)], null],
    ['a chain in another order', [signedBy(third), chain.toReversed(), known(first)], null],
    ['a chain with a gap', [signedBy(third), [chain[0] ?? ''], known(first)], null],
    ['a chain that ends elsewhere', [signedBy(stranger), chain, known(first)], null],
    ['a chain of another log', [{ ...signedBy(third), origin: 'other.example' }, chain, known(first)], null],
    ['a tree from before the key', [signedBy(third, 19n), chain, known(first)], null],
    [
      'sizes that do not grow',
      [signedBy(third), [chain[0] ?? '', voucher(second, third, { generation: 3 })], known(first)],
      null,
    ],
    [
      'a number left out',
      [signedBy(third), [chain[0] ?? '', voucher(second, third, { generation: 4, fromSize: 20n })], known(first)],
      null,
    ],
  ])('is believed by who has %s: %#', (_sentence, args, expected) => {
    const trust = trustKey(...args)
    expect(trust.ok ? trust.known : null).toBe(expected)
  })
})

describe('a voucher', () => {
  test('is read as it was signed, and not when one character of it is another', () => {
    const note = voucher(first, second)
    expect(readVoucher(note)).toMatchObject({ generation: 2, fromSize: 10n })
    for (let at = 0; at < note.length; at += 1) {
      const changed = `${note.slice(0, at)}${note[at] === 'A' ? 'B' : 'A'}${note.slice(at + 1)}`
      expect([at, readVoucher(changed)]).toEqual([at, null])
    }
    for (const odd of ['', `${note}\n`, `\n${note}`, note.replaceAll('\n', '\r\n')]) expect(readVoucher(odd)).toBeNull()
  })

  test('is signed by the old key only', () => {
    expect(() => voucher(first, second, { oldKey: publicJwkOf(stranger) })).toThrow('by the old key')
  })
})

describe('a key file', () => {
  const jwk = publicJwkOf(first)
  const listed = [
    { publicKey: JSON.stringify(jwk), fromSize: 1, toSize: 9 },
    { publicKey: jwk, fromSize: '10', toSize: null },
  ]

  test.each([[listed], [{ logPublicKeys: listed }], [{ data: { logPublicKeys: listed } }]])(
    'may be the list as the hub gives it: %#',
    (value) => {
      expect(parseKeyFile(value)).toEqual([
        { publicKey: jwk, fromSize: 1n, toSize: 9n },
        { publicKey: jwk, fromSize: 10n, toSize: null },
      ])
    },
  )

  test('may be one key', () => {
    expect(parseKeyFile({ ...jwk, kid: 'hub-1' })).toEqual([{ publicKey: jwk, fromSize: null, toSize: null }])
  })

  test.each([
    [[]],
    [null],
    ['x'],
    [[{ publicKey: '{' }]],
    [[...listed, { publicKey: 'x' }]],
    [[{ ...listed[0], fromSize: -1 }]],
  ])('is nothing else: %#', (value) => {
    expect(parseKeyFile(value)).toBeNull()
  })
})
