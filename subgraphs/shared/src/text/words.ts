/**
 * How a text becomes the words that an index has and that a search asks for. One definition for both sides: what is
 * written and what is typed meet in the same form.
 */

/** Scripts that are written without spaces: a run of them is indexed as its pairs of neighbouring characters. */
const unspaced = '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}'
const part = new RegExp(`(?<run>[[${unspaced}]&&[\\p{L}\\p{N}\\p{M}]]+)|[[\\p{L}\\p{N}\\p{M}]--[${unspaced}]]+`, 'gv')
const accents = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{Mn}+/gu
const letters: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ı: 'i' }

/** Longest word that is told from others; what is beyond is cut off. */
export const longestWord = 60

/** A text as it is compared: compatible forms and case made one, accents of Latin, Greek and Cyrillic letters left out. */
export function fold(text: string): string {
  return lower(text)
    .normalize('NFD')
    .replace(accents, '$1')
    .normalize('NFC')
    .replace(/[ßøæœłđı]/g, (letter) => letters[letter] ?? letter)
}

function lower(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** One piece of a text: a word between spaces or marks, or a run of characters of a script without spaces. */
export type Piece = { readonly kind: 'word' | 'run'; readonly plain: string }

/** The pieces of a text in order, in lower case, with their accents. */
export function piecesOf(text: string): Piece[] {
  return [...lower(text).matchAll(part)].map((match) => ({
    kind: match.groups?.['run'] === undefined ? 'word' : 'run',
    plain: match[0],
  }))
}

/**
 * The tokens of one piece: the folded word, or the pairs of a run and then its last character, so that a single character
 * is found wherever it stands.
 */
export function tokensOf({ kind, plain }: Piece): string[] {
  if (kind === 'word') return [fold(plain).slice(0, longestWord)]
  const characters = [...plain]
  return characters.map((character, i) => character + (characters[i + 1] ?? ''))
}

/** A lexeme as `tsvector` and `tsquery` are written: in quotes, with quotes and backslashes doubled. */
export function quoteLexeme(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
