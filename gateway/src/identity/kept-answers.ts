/** How many answers are kept. */
const keptAnswers = 10_000
/** How often a question is asked anew because rights changed while it was under way. */
const mostQuestions = 3

export type KeptAnswersOptions = {
  /** How long an answer is taken as still true. */
  readonly keptMs: number
  /** How old an answer may be that stands in while nobody can be asked. */
  readonly staleMs?: number
  /** In milliseconds. */
  readonly now: () => number
}

/** What `members` answered about the rights of those who show something: a key, a cookie. */
export class KeptAnswers<A extends { readonly memberId: string }> {
  readonly #known = new Map<string, { readonly answer: A | null; readonly readAt: number }>()
  readonly #underWay = new Map<string, Promise<A | null>>()
  readonly #options: KeptAnswersOptions
  #changes = 0

  constructor(options: KeptAnswersOptions) {
    this.#options = options
  }

  /** The answer about what is shown: the one that is known, or asked for, by all who want to know at the same time once. Rejects when nobody can be asked. */
  of(shown: string, ask: () => Promise<A | null>): Promise<A | null> {
    const found = this.#known.get(shown)
    if (found && this.#ageOf(found) < this.#options.keptMs) return Promise.resolve(found.answer)
    const same = this.#underWay.get(shown)
    if (same) return same
    const asked = this.#ask(shown, ask).finally(() => this.#underWay.delete(shown))
    this.#underWay.set(shown, asked)
    return asked
  }

  /** The rights of a member may have changed: what is known of it is asked anew. */
  forget(memberId: string): void {
    this.#changes++
    for (const [shown, { answer }] of this.#known) if (answer?.memberId === memberId) this.#known.delete(shown)
  }

  async #ask(shown: string, ask: () => Promise<A | null>): Promise<A | null> {
    for (let question = 1; ; question++) {
      const before = this.#changes
      const readAt = this.#options.now()
      let answer: A | null
      try {
        answer = await ask()
      } catch (error) {
        const found = this.#known.get(shown)
        if (found && this.#ageOf(found) < (this.#options.staleMs ?? 0)) return found.answer
        throw error
      }
      if (this.#changes !== before && question < mostQuestions) continue
      if (this.#changes === before) this.#keep(shown, answer, readAt)
      return answer
    }
  }

  #ageOf({ readAt }: { readonly readAt: number }): number {
    return this.#options.now() - readAt
  }

  #keep(shown: string, answer: A | null, readAt: number): void {
    this.#known.delete(shown)
    if (this.#known.size >= keptAnswers) this.#known.delete(this.#known.keys().next().value ?? '')
    this.#known.set(shown, { answer, readAt })
  }
}
