import { describe, expect, test } from '@jest/globals'
import { anchorsOf, searchQueryOf, textSearchOf, wordsAsked, type WordKnowledge } from './search.ts'
import { correctionsOf, typingErrors } from './spelling.ts'
import { fold, piecesOf, tokensOf } from '@torihiki/shared/text/words.ts'
import { indexOf } from './words.ts'

const known = new Map<string, WordKnowledge>([
  ['pipes', { stems: ['pipe', 'pip'], stop: false, corrections: [] }],
  ['stael', { stems: ['stael'], stop: false, corrections: ['steel', 'stall'] }],
  ['the', { stems: [], stop: true, corrections: [] }],
])
const queryOf = (typed: string) => {
  const search = textSearchOf(typed)
  return search && searchQueryOf(search, known)
}

describe('words', () => {
  test.each([
    ['ｓｔｅｅｌ', 'steel'],
    ['Café', 'cafe'],
    ['Öl Straße', 'ol strasse'],
    ['ガス', 'ガス'],
    ['Йод', 'иод'],
  ])('%s is compared as %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test('of scripts without spaces are pairs of characters and the last one alone', () => {
    expect(piecesOf('鋼管を求む 200mm, Pumpe!').flatMap(tokensOf)).toEqual([
      '鋼管',
      '管を',
      'を求',
      '求む',
      'む',
      '200mm',
      'pumpe',
    ])
  })

  test('are indexed with their places, those of the title above those of the description', () => {
    expect(indexOf({ title: "It's steel", description: 'Steel 鋼' })).toEqual({
      tokens: "'it':1A 's':2A 'steel':3A,5B '鋼':6B",
      titleWords: 'it s steel',
      descriptionWords: 'steel',
    })
  })
})

describe('what is typed into the search', () => {
  test.each<[string, string | null]>([
    ['  ', null],
    ['-only -not', null],
    ['!!! ???', null],
    ['steel pipes', "('steel') & ('pipes' | 'pipe' | 'pip')"],
    ['the pipes', "('pipes' | 'pipe' | 'pip')"],
    ['the', "('the')"],
    ['steel -pipes', "('steel') & !('pipes' | 'pipe' | 'pip')"],
    ['"steel pipes"', "('steel' <-> 'pipes')"],
    ['steel or copper', "(('steel')) | (('copper'))"],
    ['鋼管', "('鋼管')"],
    ['鋼', "('鋼':*)"],
    ['鋼管 50%', "('鋼管') & ('50')"],
    ["'); drop table x; --", "('drop') & ('table') & ('x')"],
    ['"unclosed phrase', "('unclosed' <-> 'phrase')"],
  ])('%j is asked for as %s', (typed, exact) => {
    expect(queryOf(typed)?.exact ?? null).toBe(exact)
  })

  test('forgives a word that nobody uses, and one wrong character of a run', () => {
    expect(queryOf('stael')).toEqual({ exact: "('stael')", wide: "('stael' | 'steel' | 'stall')" })
    expect(queryOf('steel')?.wide).toBeNull()
    expect(queryOf('継目無管')?.wide).toBeNull()
    expect(queryOf('継目無鋼管')?.wide).toBe(
      "(('継目' <-> '目無' <-> '無鋼' <-> '鋼管') | ('目無' & '無鋼' & '鋼管') | ('無鋼' & '鋼管') | ('継目' & '鋼管') | ('継目' & '目無') | ('継目' & '目無' & '無鋼'))",
    )
  })

  test('has a bounded number of words', () => {
    expect(wordsAsked(textSearchOf('w1 '.repeat(50) + 'x') ?? [])).toEqual(['w1'])
  })
})

describe('an interest', () => {
  const anchors = (typed: string) => anchorsOf(textSearchOf(typed) ?? [], known)
  test.each<[string, string[] | null]>([
    ['steel pipes', ['steel']],
    ['the pipes', ['pipes', 'pipe', 'pip']],
    ['steel or copper -old', ['steel', 'copper']],
    ['"copper cable"', ['copper']],
    ['鋼管を', ['鋼管']],
    ['鋼', null],
    ['steel or 鋼', null],
  ])('in %j is found by one of %j', (typed, found) => {
    expect(anchors(typed)).toEqual(found)
  })
})

describe('typing errors', () => {
  test.each([
    ['steel', 'steel', 0],
    ['steel', 'stele', 1],
    ['steel', 'stel', 1],
    ['steel', 'steell', 1],
    ['steel', 'stool', 2],
    ['steel', 'copper', 3],
    ['ab', 'abcdef', 3],
  ])('between %s and %s are %i', (a, b, errors) => {
    expect(typingErrors(a, b, 2)).toBe(errors)
    expect(typingErrors(b, a, 2)).toBe(errors)
  })

  test('are forgiven as far as the word is long', () => {
    const words = ['pump', 'pumps', 'transformer', 'steel', 'steal']
    expect(correctionsOf('pmup', words)).toEqual(['pump'])
    expect(correctionsOf('transfomrar', words)).toEqual(['transformer'])
    expect(correctionsOf('stael', words)).toEqual(['steal', 'steel'])
    expect(correctionsOf('pum', words)).toEqual([])
  })
})
