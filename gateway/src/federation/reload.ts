import type { Logger } from '@torihiki/shared/log.ts'
import { errorMessage } from '@torihiki/shared/process/error-code.ts'
import { assertValidSchema } from 'graphql'
import type { Upstream } from '../upstreams/upstream.ts'
import { Generation, type GenerationOptions } from './generation.ts'
import type { ServedSupergraph } from './supergraph.ts'
import { warmUp } from './warm-up.ts'

/** What of a fault is shown: composition errors may be long. */
const longestFault = 1_000

/** The upstreams of a supergraph: those of the generation before that are the same, and new ones. Throws when one cannot be had. */
export type UpstreamsOf = (supergraphSdl: string, before: ReadonlyMap<string, Upstream>) => readonly Upstream[]

export type ReloadOptions = {
  readonly supergraph: ServedSupergraph
  /** Gives the newest SDL. */
  readonly read: () => Promise<string>
  readonly upstreamsOf: UpstreamsOf
  /** All that generations have in common. */
  readonly generation: Omit<GenerationOptions, 'supergraphSdl' | 'upstreams'>
  readonly log: Logger
}

/** What health and metrics tell of the supergraph that is served. */
export type SupergraphState = {
  /** Counted from 1, which is the one of the start. */
  readonly number: number
  readonly since: Date
  /** Why the newest SDL is not the one that is served. */
  readonly fault: string | null
  /** SDLs since the start that could not be used. */
  readonly refused: number
}

/**
 * Serves a new SDL when it is told to look: as a generation of its own, made and warmed up beside the one that is served. An SDL that
 * cannot be used changes nothing; it is logged, and told by `state`. One reload runs at a time, and one more waits at most.
 */
export class SupergraphReload {
  readonly #options: ReloadOptions
  #state: SupergraphState = { number: 1, since: new Date(), fault: null, refused: 0 }
  #running: Promise<void> | null = null
  #again = false

  constructor(options: ReloadOptions) {
    this.#options = options
  }

  get state(): SupergraphState {
    return this.#state
  }

  /** Reads the SDL and serves it, if it is another one. Resolves when that is done, and never rejects. */
  reload(): Promise<void> {
    this.#again = true
    this.#running ??= this.#run().finally(() => (this.#running = null))
    return this.#running
  }

  async #run(): Promise<void> {
    while (this.#again) {
      this.#again = false
      await this.#once()
    }
  }

  async #once(): Promise<void> {
    const { supergraph, read, log } = this.#options
    try {
      const sdl = await read()
      const before = supergraph.generation
      if (sdl === before.supergraphSdl) {
        this.#state = { ...this.#state, fault: null }
        return
      }
      const next = await this.#generationOf(sdl, before)
      const ready = await warmUp(before, next)
      await supergraph.switchTo(next)
      this.#state = { ...this.#state, number: this.#state.number + 1, since: new Date(), fault: null }
      log.info({ generation: this.#state.number, operationsReady: ready }, 'A new supergraph is served.')
    } catch (error) {
      const fault = errorMessage(error).slice(0, longestFault)
      this.#state = { ...this.#state, fault, refused: this.#state.refused + 1 }
      log.error({ reason: fault }, 'The new supergraph cannot be used; the one before is served on.')
    }
  }

  async #generationOf(supergraphSdl: string, before: Generation): Promise<Generation> {
    const { upstreamsOf, generation } = this.#options
    const upstreams = upstreamsOf(supergraphSdl, before.upstreams)
    try {
      const next = new Generation({ ...generation, supergraphSdl, upstreams })
      assertValidSchema(next.apiSchema)
      return next
    } catch (error) {
      const carriedOver = new Set(before.upstreams.values())
      await Promise.all(upstreams.filter((each) => !carriedOver.has(each)).map((each) => each.close()))
      throw error
    }
  }
}
