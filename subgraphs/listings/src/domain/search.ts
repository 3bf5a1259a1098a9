import { piecesOf, quoteLexeme, tokensOf } from '@torihiki/shared/text/words.ts'

/** Longest text that is searched for. */
export const longestSearch = 200
/** How many words one search may have; what follows is left out. */
export const mostTerms = 16

/**
 * One thing that must occur, as it was typed between spaces or in quotes. `word`: a single word, found by its stems too and
 * with a typing error. `run`: characters of a script without spaces. `phrase`: several, one after the other, as they are.
 */
export type SearchTerm =
  | { readonly kind: 'word'; readonly plain: string; readonly tokens: readonly string[] }
  | { readonly kind: 'run' | 'phrase'; readonly tokens: readonly string[]; readonly prefix: boolean }

/** A text search (A2): one of the alternatives must hold, with all of its terms and none of those it excludes. */
export type TextSearch = readonly { readonly all: readonly SearchTerm[]; readonly none: readonly SearchTerm[] }[]

/** What a word means to the index. `stop`: so common that it is not asked for. `corrections`: known words that may be meant. */
export type WordKnowledge = {
  readonly stems: readonly string[]
  readonly stop: boolean
  readonly corrections: readonly string[]
}

/** A search as PostgreSQL's `tsquery` is written. `exact` as typed; `wide` with typing errors forgiven, null when that is the same. */
export type SearchQuery = { readonly exact: string; readonly wide: string | null }

/** What a member typed, in the web's manner: quotes, `or`, `-not`. Null when there is nothing in it to search for. */
export function textSearchOf(typed: string): TextSearch | null {
  const alternatives: { all: SearchTerm[]; none: SearchTerm[] }[] = [{ all: [], none: [] }]
  const parts = typed.normalize('NFKC').match(/-?"[^"]*"?|[^\s"]+/g) ?? []
  for (const part of parts.slice(0, mostTerms)) {
    if (/^or$/i.test(part)) alternatives.push({ all: [], none: [] })
    else {
      const excludes = part.startsWith('-')
      const term = termOf(part)
      if (term) alternatives.at(-1)?.[excludes ? 'none' : 'all'].push(term)
    }
  }
  const meant = alternatives.filter(({ all }) => all.length > 0)
  return meant.length > 0 ? meant : null
}

function termOf(part: string): SearchTerm | null {
  const pieces = piecesOf(part)
  const [first, ...others] = pieces
  if (!first) return null
  if (others.length === 0 && first.kind === 'word') return { kind: 'word', plain: first.plain, tokens: tokensOf(first) }
  const tokens = pieces.flatMap(tokensOf)
  const last = pieces.at(-1)
  // A run's last character stands alone in the index too. Asked for, it is either covered by the pair before it or the start of one.
  const single = last?.kind === 'run' ? [...last.plain].length === 1 : null
  return {
    kind: others.length === 0 ? 'run' : 'phrase',
    tokens: single === false ? tokens.slice(0, -1) : tokens,
    prefix: single === true,
  }
}

/** The words of a search that stems and corrections are looked up for, each once. */
export function wordsAsked(search: TextSearch): string[] {
  const terms = search.flatMap(({ all, none }) => [...all, ...none])
  return [...new Set(terms.flatMap((term) => (term.kind === 'word' ? [term.plain] : [])))]
}

/** The query of a search, given what is known of its words. */
export function searchQueryOf(search: TextSearch, known: ReadonlyMap<string, WordKnowledge>): SearchQuery {
  const exact = alternativesOf(search, known, false)
  const wide = alternativesOf(search, known, true)
  return { exact, wide: wide === exact ? null : wide }
}

type Known = ReadonlyMap<string, WordKnowledge>

function alternativesOf(search: TextSearch, known: Known, forgiving: boolean): string {
  return search
    .map(({ all, none }) => {
      const asked = askedFor(all, known).map((term) => termQuery(term, known, forgiving))
      return [...asked, ...none.map((term) => `!${termQuery(term, known, false)}`)].join(' & ')
    })
    .map((text) => (search.length > 1 ? `(${text})` : text))
    .join(' | ')
}

/** Words that every text has are left out, unless nothing else was asked for. */
function askedFor(all: readonly SearchTerm[], known: Known): readonly SearchTerm[] {
  const telling = all.filter((term) => term.kind !== 'word' || !known.get(term.plain)?.stop)
  return telling.length > 0 ? telling : all
}

function termQuery(term: SearchTerm, known: Known, forgiving: boolean): string {
  if (term.kind === 'word') return oneOf(lexemesOf(term, known, forgiving))
  const phrase = term.tokens.map(quoteLexeme).join(' <-> ') + (term.prefix ? ':*' : '')
  const forgiven = forgiving && term.kind === 'run' ? allButOne(term.tokens) : []
  return forgiven.length > 0 ? `(${[`(${phrase})`, ...forgiven].join(' | ')})` : `(${phrase})`
}

function lexemesOf(term: SearchTerm & { kind: 'word' }, known: Known, forgiving: boolean): string[] {
  const { stems = [], corrections = [] } = known.get(term.plain) ?? {}
  return [...new Set([...term.tokens, ...stems, ...(forgiving ? corrections : [])])]
}

const oneOf = (lexemes: readonly string[]): string => `(${lexemes.map(quoteLexeme).join(' | ')})`

/** Runs of this many pairs, where one wrong character (it spoils two pairs) leaves enough to go by, and not too many ways. */
const leastPairs = 4
const mostPairs = 12

function allButOne(pairs: readonly string[]): string[] {
  if (pairs.length < leastPairs || pairs.length > mostPairs) return []
  const ways = Array.from({ length: pairs.length + 1 }, (_, wrong) =>
    pairs.filter((_pair, i) => i !== wrong && i !== wrong - 1),
  )
  return ways.map((left) => `(${left.map(quoteLexeme).join(' & ')})`)
}

/**
 * Lexemes of which a text must have one at least for the search to hold: of each alternative its most telling term. By these an
 * interest is found from a text, without looking at other interests. Null: the search has an alternative that no lexeme stands for.
 */
export function anchorsOf(search: TextSearch, known: ReadonlyMap<string, WordKnowledge>): string[] | null {
  const anchors = search.map(({ all }) => {
    const choices = askedFor(all, known)
      .filter((term) => term.kind === 'word' || !term.prefix || term.tokens.length > 1)
      .map((term) => (term.kind === 'word' ? lexemesOf(term, known, false) : [longest(term.tokens)]))
    return choices.toSorted((a, b) => shortest(b) - shortest(a))[0] ?? null
  })
  return anchors.some((each) => each === null) ? null : [...new Set(anchors.flatMap((each) => each ?? []))]
}

const longest = (tokens: readonly string[]): string => tokens.reduce((a, b) => (b.length > a.length ? b : a), '')
const shortest = (tokens: readonly string[]): number => Math.min(...tokens.map(({ length }) => length))
