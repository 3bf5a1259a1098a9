/** Shortest word whose typing errors are forgiven: shorter ones are too like each other. */
export const shortestForgiven = 4
/** From this length on two errors are forgiven, before it one. */
const twoErrorsFrom = 8
/** How many words may be meant by a mistyped one. */
export const mostCorrections = 8

/** How many typing errors are forgiven in a word of this length. */
export function errorsForgiven(length: number): number {
  if (length < shortestForgiven) return 0
  return length < twoErrorsFrom ? 1 : 2
}

/** The words among these that may be meant by a mistyped one, the likeliest first; never the word itself. */
export function correctionsOf(typed: string, candidates: readonly string[]): string[] {
  const most = errorsForgiven([...typed].length)
  return candidates
    .map((word) => ({ word, errors: typingErrors(typed, word, most) }))
    .filter(({ errors }) => errors > 0 && errors <= most)
    .toSorted((a, b) => a.errors - b.errors || (a.word < b.word ? -1 : 1))
    .slice(0, mostCorrections)
    .map(({ word }) => word)
}

/**
 * How many typing errors lie between two words: a letter too many, missing, wrong, or two neighbours exchanged (the optimal
 * string alignment distance). Counts no further than `most`; beyond it gives `most + 1`.
 */
export function typingErrors(a: string, b: string, most: number): number {
  const [from, to] = [[...a], [...b]]
  if (Math.abs(from.length - to.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, j) => j)
  for (const [i, letter] of from.entries()) {
    const row = [i + 1]
    for (const [j, other] of to.entries()) {
      const wrong = (last[j] ?? 0) + (letter === other ? 0 : 1)
      let errors = Math.min(wrong, (last[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1)
      if (i > 0 && j > 0 && letter === to[j - 1] && from[i - 1] === other)
        errors = Math.min(errors, (before[j - 1] ?? 0) + 1)
      row.push(errors)
    }
    if (Math.min(...row) > most) return most + 1
    before = last
    last = row
  }
  return Math.min(last[to.length] ?? 0, most + 1)
}
