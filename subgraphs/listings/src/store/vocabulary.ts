import type { Tx } from '@torihiki/shared/store/store.ts'
import { stemmerNames } from '../domain/language.ts'
import { searchQueryOf, wordsAsked, type SearchQuery, type TextSearch, type WordKnowledge } from '../domain/search.ts'
import { correctionsOf, errorsForgiven } from '../domain/spelling.ts'
import { fold } from '@torihiki/shared/text/words.ts'
import { everybody, itemWords } from './save-opportunity.ts'

type Sql = Tx['sql']

/** How many words that share a key with a mistyped one are compared with it. */
const mostCompared = 2_000

/** What is searched: opportunities, as this member may see them, or items, which are for everybody. */
export type Searched = { readonly opportunitiesOf: string } | 'ITEMS'

/** Words that may be known of: of open opportunities, and of those that name the reader; or those of items. */
const inScope = (searched: Searched, reader: string): string =>
  searched === 'ITEMS'
    ? `(k.scope = ${reader})`
    : `(k.scope = '${everybody}' or exists (
  select from opportunity_audience a where a.opportunity_id = k.scope and a.member_id = ${reader}))`
const readerOf = (searched: Searched): string => (searched === 'ITEMS' ? itemWords : searched.opportunitiesOf)

/** What the words of a search mean: their stems in every language, and for a word that no text has, what may be meant by it. */
export async function understand(
  sql: Sql,
  searched: Searched,
  search: TextSearch,
): Promise<ReadonlyMap<string, WordKnowledge>> {
  const words = wordsAsked(search)
  if (words.length === 0) return new Map()
  const rows = await sql<{ word: string; stems: string[]; stop: boolean; known: boolean }>(
    `select w.word, s.stems, s.stop, exists (
       select from search_word k where k.word = any(s.stems || w.folded) and ${inScope(searched, '$4::uuid')}) as known
     from unnest($1::text[], $2::text[]) w(word, folded), lateral (
       select coalesce(array_agg(distinct stem) filter (where stem is not null), '{}') as stems,
         coalesce(bool_or(lexemes = '{}'), false) as stop
       from unnest($3::text[]) stemmer, ts_lexize(stemmer::regdictionary, w.word) lexemes left join lateral unnest(lexemes) stem on true) s`,
    [words, words.map(fold), stemmerNames.map((name) => `${name}_stem`), readerOf(searched)],
  )
  const mistyped = rows.filter(({ word, known, stop }) => !known && !stop && errorsForgiven([...fold(word)].length) > 0)
  const corrections = await correct(
    sql,
    searched,
    mistyped.map(({ word }) => fold(word)),
  )
  return new Map(
    rows.map(({ word, stems, stop }) => [word, { stems, stop, corrections: corrections.get(fold(word)) ?? [] }]),
  )
}

async function correct(sql: Sql, searched: Searched, words: readonly string[]): Promise<Map<string, string[]>> {
  if (words.length === 0) return new Map()
  const rows = await sql<{ typed: string; candidates: string[] }>(
    `select w.typed, array(select k.word from search_word k where k.keys && word_keys(w.typed)
       and length(k.word) between length(w.typed) - 2 and length(w.typed) + 2 and ${inScope(searched, '$2::uuid')} limit ${mostCompared}) as candidates
     from unnest($1::text[]) w(typed)`,
    [words, readerOf(searched)],
  )
  return new Map(rows.map(({ typed, candidates }) => [typed, correctionsOf(typed, [...new Set(candidates)])]))
}

/** A text search as the index is asked it. */
export async function queryOf(sql: Sql, searched: Searched, search: TextSearch): Promise<SearchQuery> {
  return searchQueryOf(search, await understand(sql, searched, search))
}
