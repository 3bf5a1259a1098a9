export const persistedQueryLimits = {
  /** Texts that are kept, the least recently used going first. */
  documents: 2_000,
  /** Characters of all texts together. */
  characters: 8_000_000,
} as const

/** Texts of operations by their hash, as clients registered them (Apollo's automatic persisted queries), in bounded memory. */
export class PersistedQueries {
  readonly #texts = new Map<string, string>()
  #characters = 0

  get(hash: string): string | undefined {
    const text = this.#texts.get(hash)
    if (text !== undefined && this.#texts.size > persistedQueryLimits.documents / 2) {
      this.#texts.delete(hash)
      this.#texts.set(hash, text)
    }
    return text
  }

  set(hash: string, text: string): void {
    if (this.#texts.has(hash)) return
    this.#texts.set(hash, text)
    this.#characters += text.length
    for (const [oldest, its] of this.#texts) {
      const tooMany = this.#texts.size > persistedQueryLimits.documents
      if (!tooMany && this.#characters <= persistedQueryLimits.characters) return
      this.#texts.delete(oldest)
      this.#characters -= its.length
    }
  }
}
