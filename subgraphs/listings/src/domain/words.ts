import { longestWord, piecesOf, quoteLexeme, tokensOf, type Piece } from '@torihiki/shared/text/words.ts'

/** What of an opportunity is searched: `A` counts more than `B`. */
export type SearchedText = { readonly title: string; readonly description: string }

/** What the index is made of: tokens as they are with their places, and the words whose stems depend on the language. */
export type IndexedText = { readonly tokens: string; readonly titleWords: string; readonly descriptionWords: string }

/** PostgreSQL keeps places up to this, and so many of one word. */
const lastPlace = 16_383
const mostPlaces = 255

/** The index of a text: `tokens` is the text form of PostgreSQL's `tsvector`. */
export function indexOf({ title, description }: SearchedText): IndexedText {
  const [inTitle, inDescription] = [piecesOf(title), piecesOf(description)]
  const places = new Map<string, string[]>()
  let place = 0
  for (const [pieces, weight] of [
    [inTitle, 'A'],
    [inDescription, 'B'],
  ] as const) {
    for (const token of pieces.flatMap(tokensOf)) {
      place = Math.min(place + 1, lastPlace)
      const known = places.get(token)
      if (!known) places.set(token, [`${place}${weight}`])
      else if (known.length < mostPlaces) known.push(`${place}${weight}`)
    }
    // A phrase does not reach from the title into the description.
    place = Math.min(place + 1, lastPlace)
  }
  return {
    tokens: [...places].map(([token, at]) => `${quoteLexeme(token)}:${at.join(',')}`).join(' '),
    titleWords: spacedWords(inTitle),
    descriptionWords: spacedWords(inDescription),
  }
}

function spacedWords(pieces: readonly Piece[]): string {
  return pieces
    .filter(({ kind }) => kind === 'word')
    .map(({ plain }) => plain.slice(0, longestWord))
    .join(' ')
}
