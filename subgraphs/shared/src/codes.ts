import { randomBytes } from 'node:crypto'
import { base32Alphabet, base32CheckCharacter } from './check-digits.ts'

/** What has a code that people read to each other. */
export type CodeKind = 'ORDER' | 'TRANSACTION' | 'MEMBER' | 'CONTRACT' | 'CASE' | 'BILL'

/** Why a text is not a code, in order of precedence. */
export type CodeFault = 'PREFIX' | 'ALPHABET' | 'LENGTH' | 'CHECK_DIGIT'

/** A code in its one written form, or what is wrong with the text, as a sentence for who typed it. */
export type ParsedCode = { ok: true; code: string } | { ok: false; fault: CodeFault; message: string }

/**
 * `letters` counts the random ones, 5 bits each. A transaction number is quoted at counters (B10), so it is harder to
 * guess.
 */
const forms: Readonly<Record<CodeKind, { prefix: string; letters: number; name: string }>> = {
  ORDER: { prefix: 'ORD', letters: 8, name: 'order code' },
  TRANSACTION: { prefix: 'TXN', letters: 12, name: 'transaction number' },
  MEMBER: { prefix: 'MBR', letters: 8, name: 'member number' },
  CONTRACT: { prefix: 'CTR', letters: 8, name: 'contract code' },
  CASE: { prefix: 'CAS', letters: 8, name: 'case code' },
  BILL: { prefix: 'CRB', letters: 8, name: 'bill number' },
}

/** Letters between two hyphens. */
const groupLetters = 4

/** A text of more characters than this is refused unread: no code is as long, however it is spaced. */
const maxTextLength = 80

/** How many random bytes a code of a kind is made of: one for each letter. */
export function codeBytes(kind: CodeKind): number {
  return forms[kind].letters
}

/**
 * A new code of a kind, as `newId` is a new id: out of the machine's chance unless bytes come in. Not for `domain`
 * rooms.
 */
export function newCode(kind: CodeKind, random: Uint8Array = randomBytes(codeBytes(kind))): string {
  return makeCode(kind, random)
}

/** An order code (A3, C2) such as `ORD-7K3M-Q2X9-T`, of 8 random bytes. */
export function orderCode(random: Uint8Array): string {
  return makeCode('ORDER', random)
}

/** The unique transaction number of a payment reservation (B3, B10), of 12 random bytes. */
export function transactionNumber(random: Uint8Array): string {
  return makeCode('TRANSACTION', random)
}

/** A member number (B1), of 8 random bytes. */
export function memberNumber(random: Uint8Array): string {
  return makeCode('MEMBER', random)
}

/** The code of a notarized contract (A5), of 8 random bytes. */
export function contractCode(random: Uint8Array): string {
  return makeCode('CONTRACT', random)
}

/** The code of a case (A13), of 8 random bytes. */
export function caseCode(random: Uint8Array): string {
  return makeCode('CASE', random)
}

/**
 * A code of a kind: prefix, random letters in groups of four, check character. The same bytes give the same code.
 * Codes name, they do not protect: 8 letters are 40 bits, so who stores them keeps them unique and draws again when
 * one is taken. Throws when fewer than `codeBytes(kind)` bytes come in.
 */
export function makeCode(kind: CodeKind, random: Uint8Array): string {
  const { letters, name } = forms[kind]
  if (random.length < letters) throw new Error(`A ${name} takes ${letters} random bytes, not ${random.length}.`)
  const body = Array.from(random.slice(0, letters), (byte) => base32Alphabet.charAt(byte & 31)).join('')
  return written(kind, body, base32CheckCharacter(readAlike(forms[kind].prefix) + body))
}

/**
 * Reads a code as people type it: in any case, in full or half width, with spaces and hyphens anywhere, I and L for 1,
 * O for 0. Gives its one written form. Refuses another prefix, letters that codes do not have, too few or too many
 * letters, and a check character that does not fit (which any one mistyped letter and any two swapped neighbours lead
 * to).
 */
export function parseCode(kind: CodeKind, text: string): ParsedCode {
  const { prefix, letters, name } = forms[kind]
  const example = `A ${name} looks like ${makeCode(kind, new Uint8Array(letters).fill(7))}.`
  if (text.length > maxTextLength) return fault('LENGTH', `The text is far too long. ${example}`)
  const typed = readAlike(text)
  if (!typed.startsWith(readAlike(prefix))) return fault('PREFIX', `It does not begin with ${prefix}. ${example}`)
  const rest = typed.slice(prefix.length)
  const strange = [...rest].find((char) => !base32Alphabet.includes(char))
  if (strange !== undefined) return fault('ALPHABET', `${JSON.stringify(strange)} does not occur in codes. ${example}`)
  if (rest.length !== letters + 1) {
    return fault('LENGTH', `After ${prefix} come ${letters + 1} letters and digits, not ${rest.length}. ${example}`)
  }
  const body = rest.slice(0, letters)
  if (base32CheckCharacter(readAlike(prefix) + body) !== rest.at(-1)) {
    return fault('CHECK_DIGIT', `A letter or digit is wrong, or two are swapped: the last one does not fit the others.`)
  }
  return { ok: true, code: written(kind, body, rest.slice(letters)) }
}

/**
 * What is left when writing habits are taken away: width, case, spaces, hyphens of any kind, letters that look like
 * digits.
 */
function readAlike(text: string): string {
  const bare = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}\u2212\u30fc]/gu, '')
  return bare.replaceAll(/[IL]/g, '1').replaceAll('O', '0')
}

function written(kind: CodeKind, body: string, check: string): string {
  const groups = Array.from({ length: body.length / groupLetters }, (_, i) =>
    body.slice(i * groupLetters, (i + 1) * groupLetters),
  )
  return [forms[kind].prefix, ...groups, check].join('-')
}

function fault(code: CodeFault, message: string): ParsedCode {
  return { ok: false, fault: code, message }
}
