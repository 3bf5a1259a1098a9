import type { Generation } from './generation.ts'

/** What holds for generations that were replaced and in which something still runs. */
export const retirementLimits = {
  /** How many there may be at once, each with a schema and a planner of its own. A further replacement waits for one to end. */
  generations: 3,
  /**
   * How long one is kept after it was replaced: three fetches in a row that take as long as a fetch may, which is longer than live
   * clients are given to move. What runs then still is ended with its subgraphs' connections.
   */
  longestMs: 60_000,
  /** How often it is looked whether something still runs. */
  lookEveryMs: 100,
} as const

/** Whether something of a generation goes on that is not counted in it, such as a subscription between two events. */
export type GenerationUse = (generation: Generation) => boolean

/** Ends generations that were replaced, each when the last of what runs in it has ended. */
export class Retirement {
  readonly #retiring = new Map<Generation, NodeJS.Timeout>()
  readonly #uses = new Set<GenerationUse>()
  readonly #end: (generation: Generation) => Promise<void>
  #waiting: (() => void)[] = []

  /** `end` runs once for each generation, when nothing runs in it or its time is over. */
  constructor(end: (generation: Generation) => Promise<void>) {
    this.#end = end
  }

  /** The generations in which something still runs. */
  get generations(): readonly Generation[] {
    return [...this.#retiring.keys()]
  }

  addUse(use: GenerationUse): void {
    this.#uses.add(use)
  }

  add(generation: Generation): void {
    const deadline = performance.now() + retirementLimits.longestMs
    const look = (): void => {
      const runs = generation.underWay > 0 || [...this.#uses].some((use) => use(generation))
      if (!runs || performance.now() > deadline) void this.#finish(generation)
    }
    const timer = setInterval(look, retirementLimits.lookEveryMs)
    timer.unref()
    this.#retiring.set(generation, timer)
  }

  /** Resolves when one more generation may be replaced. */
  async room(): Promise<void> {
    while (this.#retiring.size >= retirementLimits.generations)
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  /** Ends all at once, whatever runs in them. */
  async close(): Promise<void> {
    await Promise.all(this.generations.map((generation) => this.#finish(generation)))
  }

  async #finish(generation: Generation): Promise<void> {
    clearInterval(this.#retiring.get(generation))
    if (!this.#retiring.delete(generation)) return
    const waiting = this.#waiting
    this.#waiting = []
    for (const resolve of waiting) resolve()
    // What cannot be closed any more is closed already.
    await this.#end(generation).catch(() => undefined)
  }
}
