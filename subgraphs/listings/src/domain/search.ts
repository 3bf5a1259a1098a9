/**
 * How a text is searched for (A2). `words`: by the index of words, in the web's manner (quotes, `or`, `-not`).
 * `substrings`: every one must occur as it is.
 */
export type TextSearch =
  | { readonly by: 'words'; readonly text: string }
  | { readonly by: 'substrings'; readonly patterns: readonly string[] }

/** Scripts that are written without spaces: an index of words does not find what is inside a run of them. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** How to search for what a member typed; null when it typed nothing to search for. */
export function textSearchOf(typed: string): TextSearch | null {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return null
  if (!unspaced.test(text)) return { by: 'words', text }
  return { by: 'substrings', patterns: text.split(/\s+/).map((part) => `%${part.replaceAll(/[\\%_]/g, '\\$&')}%`) }
}
