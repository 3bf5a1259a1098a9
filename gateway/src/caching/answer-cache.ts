import type { CachePolicy } from './cache-policy.ts'

/** One answer takes at most this part of the cache: a few large ones should not drive out all others. */
const largestShare = 1 / 8
/** What an entry takes besides its texts, about. */
const entryBytes = 200

export type KeptAnswer = { readonly text: string; readonly policy: CachePolicy; readonly keptAt: number }

type Entry = KeptAnswer & { readonly bytes: number }

/** Answers by key, in a limited amount of memory: the least recently used go first, and each at its time. */
export class AnswerCache {
  readonly #mostBytes: number
  readonly #now: () => number
  readonly #entries = new Map<string, Entry>()
  #bytes = 0

  constructor(mostBytes: number, now: () => number = () => performance.now()) {
    this.#mostBytes = mostBytes
    this.#now = now
  }

  get bytes(): number {
    return this.#bytes
  }

  get size(): number {
    return this.#entries.size
  }

  /** The answer that was kept under a key, and for how many seconds more it may be. */
  find(key: string): (KeptAnswer & { readonly secondsLeft: number }) | null {
    const entry = this.#entries.get(key)
    if (!entry) return null
    this.#remove(key, entry)
    const secondsLeft = Math.ceil(entry.policy.maxAgeSeconds - (this.#now() - entry.keptAt) / 1_000)
    if (secondsLeft <= 0) return null
    this.#add(key, entry)
    return { ...entry, secondsLeft }
  }

  keep(key: string, text: string, policy: CachePolicy): void {
    // A character takes two bytes at most.
    const bytes = 2 * (key.length + text.length) + entryBytes
    if (bytes > this.#mostBytes * largestShare) return
    const before = this.#entries.get(key)
    if (before) this.#remove(key, before)
    this.#add(key, { text, policy, keptAt: this.#now(), bytes })
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= this.#mostBytes) break
      this.#remove(oldest, entry)
    }
  }

  #add(key: string, entry: Entry): void {
    this.#entries.set(key, entry)
    this.#bytes += entry.bytes
  }

  #remove(key: string, entry: Entry): void {
    this.#entries.delete(key)
    this.#bytes -= entry.bytes
  }
}
