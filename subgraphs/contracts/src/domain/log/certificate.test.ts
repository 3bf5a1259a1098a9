import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { generateKeyPairSync, sign } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { verifyCertificateFile } from './certificate-file.ts'
import { readUnambiguousJson } from './unambiguous-json.ts'
import { verifyCertificate, type ContractCertificate } from './certificate.ts'
import { signVoucher } from './key-chain.ts'
import { submissionMessage } from './member-signature.ts'
import { publicJwkOf } from './public-key.ts'
import { sampleCertificate, sampleContent, sampleKey } from './testing/sample-certificate.ts'

const certificate = sampleCertificate()
const hubKey = publicJwkOf(sampleKey)
const otherKey = generateKeyPairSync('ed25519').privateKey

describe('a certificate that holds', () => {
  test('is proved in plain words: who, what, when, in which tree, by which key', () => {
    const verdict = verifyCertificate(certificate, hubKey)
    const said = verdict.ok ? verdict.proved.join('\n') : verdict.reason
    expect(said).toContain('key kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k')
    expect(said).toContain('log “hub.example/contracts” of 9 entries')
    expect(said).toContain('Entry 1 of that log is the notarization of contract “CTR-7K3M-Q2X9-P”')
    expect(said).toContain('between the buyer “Aoi \\u{201c}Foods\\u{201d}” and the seller “5790000435951”')
    expect(said).toContain(
      'Entry 4 of that log is a report of delivery on the same contract, recorded at 2026-11-20T10:00:00.000Z',
    )
    expect(said).toContain('Entry 7 of that log is a report of settlement')
  })

  test('holds without a key of one’s own, without later entries, and after a trip through JSON', () => {
    expect(verifyCertificate(certificate).ok).toBe(true)
    expect(verifyCertificate(sampleCertificate([sampleContent('CONTRACT_NOTARIZED')])).ok).toBe(true)
    expect(verifyCertificate(JSON.parse(JSON.stringify(certificate))).ok).toBe(true)
  })

  test('names parties only where the body names them', () => {
    const bare = sampleCertificate([sampleContent('CONTRACT_NOTARIZED', { body: { terms: { buyer: 'Aoi' } } })])
    const verdict = verifyCertificate(bare)
    expect(verdict.ok && verdict.proved.join('\n')).not.toContain('buyer')
  })

  test('cannot write on a terminal through the names in it', () => {
    const sly = sampleContent('CONTRACT_NOTARIZED', { contractCode: 'A\u001b[2J\u202eB\nproved' })
    const verdict = verifyCertificate(sampleCertificate([sly]))
    expect(verdict.ok && verdict.proved.join('')).toContain('A\\u{1b}[2J\\u{202e}B\\u{a}proved')
  })
})

const changes: [string, string, (c: ContractCertificate) => unknown][] = [
  ['FORMAT', 'an unknown member', (c) => ({ ...c, note: 'x' })],
  ['FORMAT', 'another version', (c) => ({ ...c, version: 2 })],
  ['FORMAT', 'nothing at all', () => undefined],
  [
    'FORMAT',
    'an unknown member in an entry',
    (c) => ({ ...c, contract: { ...c.contract, content: { ...c.contract.content, extra: 1 } } }),
  ],
  ['FORMAT', 'a short salt', (c) => withContract(c, { salt: 'abc' })],
  ['FORMAT', 'a leading zero', (c) => ({ ...c, treeSize: `0${c.treeSize}` })],
  [
    'FORMAT',
    'spare bits in a hash',
    (c) => ({ ...c, contract: { ...c.contract, inclusionProof: [`${'A'.repeat(42)}B=`] } }),
  ],
  ['PUBLIC_KEY', 'another key than the hub’s', () => sampleCertificate(undefined, otherKey)],
  ['CHECKPOINT', 'another log', (c) => ({ ...c, logOrigin: 'hub.example/other' })],
  ['CHECKPOINT', 'another tree size', (c) => ({ ...c, treeSize: '8' })],
  [
    'CHECKPOINT',
    'a checkpoint of another log’s making',
    (c) => ({ ...c, checkpoint: sampleCertificate(undefined, otherKey).checkpoint }),
  ],
  ['CHECKPOINT', 'a garbled checkpoint', (c) => ({ ...c, checkpoint: `${c.checkpoint} ` })],
  ['CHECKPOINT', 'a later date', (c) => ({ ...c, checkpoint: c.checkpoint.replace('2026-11-21', '2026-11-22') })],
  ['CONTRACT_ENTRY', 'a changed body', (c) => withContract(c, { body: { lines: 3 } })],
  ['CONTRACT_ENTRY', 'a changed time', (c) => withContract(c, { at: '2026-11-20T10:00:00.001Z' })],
  ['CONTRACT_ENTRY', 'another salt', (c) => withContract(c, { salt: 'd2FsdHNhbHRzYWx0c2FsdA' })],
  ['CONTRACT_ENTRY', 'another index', (c) => ({ ...c, contract: { ...c.contract, leafIndex: '2' } })],
  ['CONTRACT_ENTRY', 'a report in the contract’s place', (c) => ({ ...c, contract: c.later[0], later: [] })],
  ['LATER_ENTRY', 'reports out of order', (c) => ({ ...c, later: c.later.toReversed() })],
  ['LATER_ENTRY', 'a report twice', (c) => ({ ...c, later: [c.later[0], ...c.later] })],
  [
    'LATER_ENTRY',
    'a changed report',
    (c) => ({ ...c, later: c.later.map((e) => ({ ...e, content: { ...e.content, body: {} } })) }),
  ],
  [
    'LATER_ENTRY',
    'another contract’s report',
    () =>
      sampleCertificate([
        sampleContent('CONTRACT_NOTARIZED'),
        sampleContent('DELIVERY_REPORTED', { contractId: 'another' }),
      ]),
  ],
  [
    'LATER_ENTRY',
    'a report under another code',
    () =>
      sampleCertificate([
        sampleContent('CONTRACT_NOTARIZED'),
        sampleContent('DELIVERY_REPORTED', { contractCode: 'another' }),
      ]),
  ],
  [
    'LATER_ENTRY',
    'a second notarization',
    () => sampleCertificate([sampleContent('CONTRACT_NOTARIZED'), sampleContent('CONTRACT_NOTARIZED')]),
  ],
]

function withContract(
  c: ContractCertificate,
  change: Partial<ContractCertificate['contract']['content']>,
): ContractCertificate {
  return { ...c, contract: { ...c.contract, content: { ...c.contract.content, ...change } } }
}

describe('a certificate that does not hold', () => {
  test.each(changes)('%s fails on %s', (failed, _, change) => {
    expect(verifyCertificate(change(certificate), hubKey)).toEqual({
      ok: false,
      failed,
      reason: expect.stringMatching(/[.”]$/),
    })
  })
})

describe('a certificate file', () => {
  const file = Buffer.from(JSON.stringify(certificate, null, 2), 'utf8')

  test('holds as it was written', () => {
    expect(verifyCertificateFile(file, hubKey).ok).toBe(true)
  })

  /**
   * White space between tokens, and an escape in a string spelt otherwise, leave the JSON value as it was; then it may
   * hold.
   */
  function failsUnlessSameJson(changed: Uint8Array): boolean {
    if (!verifyCertificateFile(changed).ok) return true
    const read = readUnambiguousJson(changed)
    return read.ok && isDeepStrictEqual(JSON.parse(JSON.stringify(read.value)), JSON.parse(JSON.stringify(certificate)))
  }

  test('fails when any one bit of it is flipped, unless it still says the same JSON', () => {
    const survivors = new Set<string>()
    for (let bit = 0; bit < file.length * 8; bit += 1) {
      const at = bit >> 3
      const changed = Uint8Array.from(file).with(at, (file[at] ?? 0) ^ (1 << (bit & 7)))
      if (!failsUnlessSameJson(changed)) throw new Error(`Flipping bit ${bit & 7} of byte ${at} goes unnoticed.`)
      if (verifyCertificateFile(changed).ok) survivors.add(String.fromCharCode(file[at] ?? 0))
    }
    expect([...survivors].filter((char) => !/\s/.test(char))).toEqual([])
  })

  test('fails when any one byte is replaced, put in or left out, unless it still says the same JSON', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.nat(255), fc.constantFrom(0, 1, 2), (at, byte, how) => {
        const put = how === 0 ? [] : [byte]
        return failsUnlessSameJson(
          Buffer.concat([file.subarray(0, at), Buffer.from(put), file.subarray(how === 2 ? at : at + 1)]),
        )
      }),
      { numRuns: 3_000 },
    )
  })

  /** A certificate with all that one may have: a chain of keys, members' signatures, reports. */
  function fullCertificate(): ContractCertificate {
    const [first, second] = [generateKeyPairSync('ed25519').privateKey, otherKey]
    const signed = { sha256: 'ab'.repeat(32), threadId: 'thread-1', side: 'BUYER' } as const
    const memberKey = generateKeyPairSync('ed25519').privateKey
    const signature = sign(null, Buffer.from(submissionMessage(signed)), memberKey).toString('base64')
    const recorded = { algorithm: 'Ed25519', keyId: 'key-1', publicKey: publicJwkOf(memberKey), signature }
    const plain = sampleCertificate(
      [
        sampleContent('CONTRACT_NOTARIZED', {
          body: {
            contract: { threadId: 'thread-1' },
            buyer: { memberId: 'm', sha256: signed.sha256, signature: recorded },
          },
        }),
        sampleContent('DELIVERY_REPORTED'),
      ],
      second,
    )
    const voucher = signVoucher(first, {
      origin: plain.logOrigin,
      generation: 2,
      oldKey: publicJwkOf(first),
      newKey: publicJwkOf(second),
      fromSize: 2n,
      rootHash: new Uint8Array(32),
      issuedAt: '2026-11-21T06:30:00.000Z',
    })
    return { ...plain, version: 2, keyChain: [voucher] }
  }

  test('with a chain of keys and members’ signatures fails on every byte too, and on every field', () => {
    const full = fullCertificate()
    const text = Buffer.from(JSON.stringify(full), 'utf8')
    expect(verifyCertificateFile(text).ok).toBe(true)
    for (let at = 0; at < text.length; at += 1) {
      const changed = Uint8Array.from(text).with(at, (text[at] ?? 0) ^ 1)
      if (verifyCertificateFile(changed).ok) throw new Error(`Changing byte ${at} goes unnoticed.`)
    }
    const fields = [...text.toString('utf8').matchAll(/"(?:[^"\\]|\\.)*"(?!:)|(?<=:)\d+/g)]
    expect(fields.length).toBeGreaterThan(30)
    for (const { index, 0: field } of fields) {
      const emptied = `${text.toString('utf8').slice(0, index)}${field.startsWith('"') ? '""' : '0'}${text.toString('utf8').slice(index + field.length)}`
      expect([field, verifyCertificateFile(Buffer.from(emptied)).ok]).toEqual([field, false])
    }
  })

  test('with texts of megabytes is read or refused, never given up', () => {
    for (const text of [
      `"${'x'.repeat(12_000_000)}"`,
      `"${'\\n'.repeat(6_000_000)}"`,
      `{"a":"${'\\"'.repeat(4_000_000)}"}`,
    ]) {
      expect(readUnambiguousJson(Buffer.from(text)).ok).toBe(true)
      expect(verifyCertificateFile(Buffer.from(text))).toMatchObject({ ok: false, failed: 'FORMAT' })
    }
  })

  test.each([
    ['a byte order mark', `\ufeff${file.toString('utf8')}`, 'not JSON'],
    ['a name twice', '{"a":1,"a":1}', 'a name twice'],
    ['a name twice, spelt otherwise', '{"a":{"b":1,"\\u0062":":"}}', 'a name twice'],
    ['__proto__', '{"__proto__":{}}', '__proto__'],
    ['a number with spare decimals', '{"a":1.0}', '1.0'],
    ['a number that a double does not hold', '[9007199254740993]', '9007199254740993'],
    ['minus nought', '[-0]', '-0'],
  ])('with %s is refused', (_, text, words) => {
    expect(readUnambiguousJson(Buffer.from(text, 'utf8'))).toEqual({
      ok: false,
      reason: expect.stringContaining(words),
    })
  })

  test('that is not UTF-8 is refused', () => {
    expect(verifyCertificateFile(Uint8Array.of(0x22, 0xff, 0x22))).toMatchObject({
      failed: 'FORMAT',
      reason: 'The file is not UTF-8 text.',
    })
  })

  test('whose names and numbers are plain is read, quotes and colons in strings notwithstanding', () => {
    const text = '{"a:\\"b":"1.0: \\\\","c":[-1.5,1e+21,{"d":[]}]}'
    expect(readUnambiguousJson(Buffer.from(text))).toEqual({ ok: true, value: JSON.parse(text) })
  })
})
