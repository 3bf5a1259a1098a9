import { piecesOf, quoteLexeme, tokensOf } from '@torihiki/shared/text/words.ts'

/** Words of a search that count; more would only make it slower. */
export const mostSearchWords = 20

/** The words by which a case is found (A13): of its title, its description and its code, each once. */
export function caseWords({
  title,
  description,
  caseCode,
}: {
  title: string
  description: string
  caseCode: string
}): string[] {
  return [...new Set([title, description, caseCode].flatMap((text) => piecesOf(text).flatMap(tokensOf)))]
}

/** A word as a member's view has it in its index: no other member's cases are looked at for it. */
export function viewWord(memberId: string, word: string): string {
  return `${memberId}/${word}`
}

/**
 * What is typed, as a query of PostgreSQL's text search: all of its words, each the beginning of one of the case's. Null when it holds
 * no word at all.
 */
export function caseQuery(memberId: string, text: string): string | null {
  const words = new Set(
    piecesOf(text).flatMap((piece) => (piece.kind === 'run' ? pairsOf(piece.plain) : tokensOf(piece))),
  )
  if (words.size === 0) return null
  return [...words]
    .slice(0, mostSearchWords)
    .map((word) => `${quoteLexeme(viewWord(memberId, word))}:*`)
    .join(' & ')
}

/** The pairs of a run without its last character alone, which every text with that character would have. */
function pairsOf(run: string): string[] {
  const tokens = tokensOf({ kind: 'run', plain: run })
  return tokens.length === 1 ? tokens : tokens.slice(0, -1)
}
