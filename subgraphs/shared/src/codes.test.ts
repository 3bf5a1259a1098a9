import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { base32Alphabet } from './check-digits.ts'
import {
  caseCode,
  codeBytes,
  contractCode,
  makeCode,
  memberNumber,
  orderCode,
  parseCode,
  transactionNumber,
  type CodeKind,
} from './codes.ts'

const kinds: CodeKind[] = ['ORDER', 'TRANSACTION', 'MEMBER', 'CONTRACT', 'CASE', 'BILL']
const bytes = Uint8Array.from([7, 51, 99, 84, 23, 2, 253, 169, 31, 0, 17, 255])
const anyKind = fc.constantFrom(...kinds)
const anyBytes = fc.uint8Array({ minLength: 12, maxLength: 12 })

describe('making codes', () => {
  test('a code has its prefix, groups of four and a check character', () => {
    expect(orderCode(bytes)).toMatch(/^ORD-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$/)
    expect(transactionNumber(bytes)).toMatch(/^TXN(-[0-9A-HJKMNP-TV-Z]{4}){3}-[0-9A-HJKMNP-TV-Z]$/)
    expect(memberNumber(bytes)).toMatch(/^MBR-/)
    expect(contractCode(bytes)).toMatch(/^CTR-/)
    expect(caseCode(bytes)).toMatch(/^CAS-/)
  })

  test('a code once given out is read for ever: these forms are fixed', () => {
    expect(kinds.map((kind) => makeCode(kind, bytes))).toMatchInlineSnapshot(`
[
  "ORD-7K3M-Q2X9-H",
  "TXN-7K3M-Q2X9-Z0HZ-Y",
  "MBR-7K3M-Q2X9-R",
  "CTR-7K3M-Q2X9-P",
  "CAS-7K3M-Q2X9-H",
  "CRB-7K3M-Q2X9-6",
]
`)
  })

  test('too few random bytes are our own mistake and throw', () => {
    expect(() => orderCode(bytes.slice(0, 7))).toThrow('takes 8 random bytes, not 7')
    expect(codeBytes('TRANSACTION')).toBe(12)
  })

  test('each letter is equally likely: every value of a byte gives its last five bits', () => {
    const counts = new Map<string, number>()
    for (let byte = 0; byte < 256; byte += 1) {
      const letter = orderCode(new Uint8Array(8).fill(byte)).charAt(4)
      counts.set(letter, (counts.get(letter) ?? 0) + 1)
    }
    expect([...counts.values()]).toEqual(Array.from({ length: 32 }, () => 8))
  })
})

describe('reading codes', () => {
  test('what was made is read, however it is written', () => {
    fc.assert(
      fc.property(anyKind, anyBytes, (kind, random) => {
        const code = makeCode(kind, random)
        const wide = [...code].map((char) => String.fromCodePoint(char.charCodeAt(0) + 0xfee0)).join('')
        const sloppy = code.toLowerCase().replaceAll('-', ' ').replaceAll('1', 'l').replaceAll('0', 'o')
        for (const text of [code, wide, sloppy, ` ${code.replaceAll('-', '')}\n`, code.replaceAll('1', 'I')]) {
          expect(parseCode(kind, text)).toEqual({ ok: true, code })
        }
      }),
    )
  })

  test.each([
    ['PREFIX', memberNumber(bytes)],
    ['PREFIX', ''],
    ['PREFIX', 'hello'],
    ['ALPHABET', 'ORD-7K3M-Q2U9-T'],
    ['ALPHABET', 'ORD-7K3M-Q2*9-T'],
    ['LENGTH', 'ORD-7K3M-Q2X9'],
    ['LENGTH', `${orderCode(bytes)}0`],
    ['LENGTH', 'ORD'.padEnd(81, ' ')],
    ['CHECK_DIGIT', 'ORD-0000-0000-0'],
  ])('%s is what is wrong with %j', (fault, text) => {
    expect(parseCode('ORDER', text)).toMatchObject({ ok: false, fault, message: expect.stringMatching(/\.$/) })
  })

  test('any one substituted letter is caught', () => {
    fc.assert(
      fc.property(anyKind, anyBytes, fc.nat(), fc.constantFrom(...base32Alphabet, 'U'), (kind, random, at, other) => {
        const code = makeCode(kind, random)
        const place = at % code.length
        fc.pre(code[place] !== '-')
        const typed = code.slice(0, place) + other + code.slice(place + 1)
        const parsed = parseCode(kind, typed)
        return parsed.ok ? parsed.code === code && alike(typed) === alike(code) : true
      }),
      { numRuns: 10_000 },
    )
  })

  test('any two swapped neighbours are caught', () => {
    fc.assert(
      fc.property(anyKind, anyBytes, fc.nat(), (kind, random, at) => {
        const letters = [...makeCode(kind, random).replaceAll('-', '')]
        const place = at % (letters.length - 1)
        const [a = '', b = ''] = letters.slice(place, place + 2)
        return (
          parseCode(
            kind,
            letters
              .with(place, b)
              .with(place + 1, a)
              .join(''),
          ).ok ===
          (a === b)
        )
      }),
      { numRuns: 10_000 },
    )
  })
})

function alike(text: string): string {
  return text.replaceAll('O', '0')
}
