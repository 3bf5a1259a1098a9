/**
 * Check digits and check characters. The published schemes for numbers that others issue; `base32CheckCharacter` for
 * our own codes, because no published scheme with one character of a 32-letter alphabet catches every adjacent
 * transposition (ISO 7064 MOD 37,36 misses some, and its check character may be I, L, O or U).
 */

const digitsForm = /^\d+$/

/**
 * The Luhn check digit (ISO/IEC 7812-1, annex B) to put behind a card number's other digits. Throws for anything but
 * digits.
 */
export function luhnCheckDigit(payload: string): string {
  return complementTo10(weightedSum(payload, (digit) => (digit * 2 > 9 ? digit * 2 - 9 : digit * 2)))
}

/** Does the last digit check by Luhn? False for anything but two or more digits. */
export function hasValidLuhnDigit(number: string): boolean {
  return digitsForm.test(number) && number.length > 1 && luhnCheckDigit(number.slice(0, -1)) === number.at(-1)
}

/**
 * The GS1 modulo 10 check digit (General Specifications, section 7.9) of a GLN or GTIN. Throws for anything but
 * digits.
 */
export function gs1CheckDigit(payload: string): string {
  return complementTo10(weightedSum(payload, (digit) => digit * 3))
}

/**
 * Does the last digit of a GTIN-8, -12, -13, -14 or GLN check? False for any other length, and for anything but
 * digits.
 */
export function hasValidGs1Digit(id: string): boolean {
  return /^(\d{8}|\d{12,14})$/.test(id) && gs1CheckDigit(id.slice(0, -1)) === id.at(-1)
}

/** The sum of all digits, every second one from the right (the last of the payload first) weighed first. */
function weightedSum(payload: string, weigh: (digit: number) => number): number {
  if (!digitsForm.test(payload))
    throw new Error(`A check digit is made of digits only, not of ${JSON.stringify(payload)}.`)
  return [...payload].reverse().reduce((sum, char, i) => sum + (i % 2 === 0 ? weigh(Number(char)) : Number(char)), 0)
}

function complementTo10(sum: number): string {
  return String((10 - (sum % 10)) % 10)
}

const alphabet36 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** The check character of ISO 7064 MOD 37,36 (as in GRid and ISAN). Throws for anything but 0–9 and A–Z. */
export function mod37Of36CheckCharacter(payload: string): string {
  if (!/^[0-9A-Z]+$/.test(payload)) throw new Error(`MOD 37,36 takes 0–9 and A–Z, not ${JSON.stringify(payload)}.`)
  const product = [...payload].reduce((p, char) => (((p + alphabet36.indexOf(char)) % 36 || 36) * 2) % 37, 36)
  return alphabet36.charAt((37 - product) % 36)
}

/** Does the last character check by ISO 7064 MOD 37,36? False for anything but two or more of 0–9 and A–Z. */
export function hasValidMod37Of36Character(code: string): boolean {
  return /^[0-9A-Z]{2,}$/.test(code) && mod37Of36CheckCharacter(code.slice(0, -1)) === code.at(-1)
}

/** The 32 letters of our own codes: Crockford's base 32, without I, L, O and U. A letter's place is its value. */
export const base32Alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The check character, out of the same 32 letters, of a text of `base32Alphabet`: the letters are read as the digits
 * of a number in powers of x over GF(32) (x⁵ + x² + 1), and the check character brings the sum to zero. It catches
 * every substitution of one letter, and every transposition of two letters less than 31 places apart. Throws for other
 * letters.
 */
export function base32CheckCharacter(payload: string): string {
  return base32Alphabet.charAt(timesX([...payload].reduce((sum, char) => timesX(sum) ^ base32Value(char), 0)))
}

function timesX(value: number): number {
  const shifted = value << 1
  return shifted & 0b100000 ? shifted ^ 0b100101 : shifted
}

function base32Value(char: string): number {
  const value = base32Alphabet.indexOf(char)
  if (value < 0) throw new Error(`${JSON.stringify(char)} is not one of the letters ${base32Alphabet}.`)
  return value
}
