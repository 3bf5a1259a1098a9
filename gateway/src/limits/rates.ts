import { randomInt } from 'node:crypto'

/** The window that every rate is stated for. */
const windowMs = 60_000
/** Rows of the table, each with a hash of its own: parties are taken for one another only where they meet in all of them. */
const rows = 4
/** Places in a row. With the rows: 2 MB, however many parties there are, and whatever they call themselves. */
const places = 65_536

/** What a rate says of one use: taken, or how much is used and when there is room again. */
export type RateAnswer = { readonly retryAfterSeconds: number; readonly used: number } | null

export type Rates = {
  /** Takes uses of what a key may have in a minute, `allowed` at most, all at once or spread. Null when there was room for them. */
  take(key: string, uses: number, allowed: number): RateAnswer
}

/**
 * Counts uses a minute in a fixed amount of memory. Each place holds the time at which what was taken is used up (the generic cell rate
 * algorithm); a key has a place in every row and believes the earliest, so that others' uses hardly ever count for it. Nothing is
 * evicted, so nobody is forgotten by making many keys. The hashes are seeded by chance: nobody can look for keys that meet another's.
 */
export function createRates(now: () => number = () => performance.now()): Rates {
  const usedUpAt = new Float64Array(rows * places)
  const seeds = Array.from({ length: rows }, () => randomInt(2 ** 32 - 1))
  const at = new Uint32Array(rows)
  return {
    take(key, uses, allowed) {
      let earliest = Infinity
      for (let row = 0; row < rows; row++) {
        const place = row * places + (hash(key, seeds[row] ?? 0) % places)
        at[row] = place
        earliest = Math.min(earliest, usedUpAt[place] ?? 0)
      }
      const time = now()
      const each = windowMs / allowed
      const next = Math.max(time, earliest) + uses * each
      const over = next - time - windowMs
      // Rounding must not refuse the last use that is allowed.
      if (over > each / 1_000)
        return {
          retryAfterSeconds: Math.max(1, Math.ceil(over / 1_000)),
          used: Math.ceil((next - time) / each - 0.001),
        }
      for (const place of at) usedUpAt[place] = Math.max(usedUpAt[place] ?? 0, next)
      return null
    },
  }
}

/** FNV-1a with a seed, mixed at the end. */
function hash(key: string, seed: number): number {
  let h = (seed ^ 0x811c9dc5) >>> 0
  for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
