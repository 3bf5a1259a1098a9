import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  base32Alphabet,
  base32CheckCharacter,
  gs1CheckDigit,
  hasValidGs1Digit,
  hasValidLuhnDigit,
  hasValidMod37Of36Character,
  luhnCheckDigit,
  mod37Of36CheckCharacter,
} from './check-digits.ts'
import { sharedData } from './testing/shared-data.ts'

describe('Luhn', () => {
  test('the example of ISO/IEC 7812-1 checks', () => {
    expect(luhnCheckDigit('7992739871')).toBe('3')
    expect(hasValidLuhnDigit('79927398713')).toBe(true)
    expect(hasValidLuhnDigit('79927398710')).toBe(false)
  })

  test.each(['', '0', '4242 4242', '４２', 'abc'])('%j has no Luhn digit', (text) => {
    expect(hasValidLuhnDigit(text)).toBe(false)
  })

  test('anything but digits throws when a digit is to be made', () => {
    expect(() => luhnCheckDigit('12a')).toThrow('digits only')
  })

  test('any one wrong digit is caught', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{2,18}$/), fc.nat(), fc.integer({ min: 1, max: 9 }), (payload, at, by) => {
        const number = payload + luhnCheckDigit(payload)
        const place = at % number.length
        const wrong = String((Number(number.charAt(place)) + by) % 10)
        return hasValidLuhnDigit(number) && !hasValidLuhnDigit(number.slice(0, place) + wrong + number.slice(place + 1))
      }),
    )
  })
})

describe('GS1', () => {
  test.each(['4006381333931', '5790000435951', '036000291452', '96385074', '10614141000415'])('%s checks', (id) => {
    expect(hasValidGs1Digit(id)).toBe(true)
    expect(gs1CheckDigit(id.slice(0, -1))).toBe(id.at(-1))
  })

  test.each(['7302347231111', '7300072311115', '123456789', '400638133393X', ''])('%j does not check', (id) => {
    expect(hasValidGs1Digit(id)).toBe(false)
  })

  const folder = sharedData('identifiers')
  const testWithFolder = folder ? test : test.skip
  testWithFolder('the ids of published sample documents check or not as computed apart', () => {
    const text = readFileSync(join(folder ?? '', 'thirteen-digit-ids-in-samples.csv'), 'utf8')
    const rows = text
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((row) => row.split(','))
    expect(rows.length).toBeGreaterThan(30)
    for (const [id = '', valid] of rows) expect([id, hasValidGs1Digit(id)]).toEqual([id, valid === 'True'])
  })
})

describe('ISO 7064 MOD 37,36', () => {
  test('the published GRid A1-2425G-ABC1234002-M checks', () => {
    expect(mod37Of36CheckCharacter('A12425GABC1234002')).toBe('M')
    expect(hasValidMod37Of36Character('A12425GABC1234002M')).toBe(true)
    expect(hasValidMod37Of36Character('A12425GABC1234003M')).toBe(false)
  })

  test('it misses some swapped neighbours, and its character may be one that codes do not have: why codes use another', () => {
    expect(mod37Of36CheckCharacter('0JK')).toBe(mod37Of36CheckCharacter('0KJ'))
    expect(
      [...base32Alphabet].map(mod37Of36CheckCharacter).filter((char) => !base32Alphabet.includes(char)),
    ).not.toEqual([])
    expect(base32CheckCharacter('0JK')).not.toBe(base32CheckCharacter('0KJ'))
  })

  test('other letters throw', () => {
    expect(() => mod37Of36CheckCharacter('a-b')).toThrow('MOD 37,36')
  })
})

describe('the check character of our own codes', () => {
  const letter = fc.constantFrom(...base32Alphabet)
  const text = fc.array(letter, { minLength: 2, maxLength: 30 }).map((letters) => letters.join(''))
  const fits = (whole: string) => base32CheckCharacter(whole.slice(0, -1)) === whole.at(-1)

  test('any one wrong letter is caught', () => {
    fc.assert(
      fc.property(text, fc.nat(), letter, (payload, at, other) => {
        const whole = payload + base32CheckCharacter(payload)
        const place = at % whole.length
        const changed = whole.slice(0, place) + other + whole.slice(place + 1)
        return fits(changed) === (changed === whole)
      }),
      { numRuns: 10_000 },
    )
  })

  test('any two swapped letters are caught, neighbours or not', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (payload, one, two) => {
        const letters = [...(payload + base32CheckCharacter(payload))]
        const [i, j] = [one % letters.length, two % letters.length]
        const swapped = letters.with(i, letters[j] ?? '').with(j, letters[i] ?? '')
        return fits(swapped.join('')) === (letters[i] === letters[j])
      }),
      { numRuns: 10_000 },
    )
  })

  test('other letters throw', () => {
    expect(() => base32CheckCharacter('OIL')).toThrow('is not one of')
  })
})
