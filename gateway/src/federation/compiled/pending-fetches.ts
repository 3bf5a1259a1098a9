import type { Caller, FetchInput, PreparedFetch, Representation, SubgraphResult } from '../../upstreams/upstream.ts'
import { ownName, type CombinedFetches, type CombinableFetch } from './combined-fetches.ts'

type Variables = Readonly<Record<string, unknown>>
type Waiting = {
  readonly fetch: CombinableFetch
  readonly variables: Variables
  readonly representations: readonly Representation[]
  resolve(result: SubgraphResult): void
  reject(error: unknown): void
}

/** More than this is sent apart: one request should not become the longest of all. */
const mostCombined = 16

/** Gathers the entity fetches of one run that begin in the same tick, and sends those to one subgraph as one request. */
export class PendingFetches {
  readonly #combined: CombinedFetches
  readonly #caller: Caller
  #waiting = new Map<string, Waiting[]>()

  constructor(combined: CombinedFetches, caller: Caller) {
    this.#combined = combined
    this.#caller = caller
  }

  send(
    fetch: CombinableFetch,
    variables: Variables,
    representations: readonly Representation[],
  ): Promise<SubgraphResult> {
    return new Promise((resolve, reject) => {
      // After all that goes on in this tick: answers that came together lead to fetches that go together.
      if (this.#waiting.size === 0) process.nextTick(() => this.#flush())
      const waiting = { fetch, variables, representations, resolve, reject }
      const others = this.#waiting.get(fetch.serviceName)
      if (others) others.push(waiting)
      else this.#waiting.set(fetch.serviceName, [waiting])
    })
  }

  #flush(): void {
    const all = this.#waiting
    this.#waiting = new Map()
    for (const waiting of all.values()) {
      for (let start = 0; start < waiting.length; start += mostCombined)
        void this.#sendTogether(waiting.slice(start, start + mostCombined))
    }
  }

  async #sendTogether(waiting: readonly Waiting[]): Promise<void> {
    const [only] = waiting
    const together = waiting.length > 1 ? this.#combined.of(waiting.map(({ fetch }) => fetch)) : null
    if (!together || !only) return void waiting.forEach((each) => this.#sendAlone(each))
    try {
      const result = await together.prepared.send(combinedInput(waiting), this.#caller)
      waiting.forEach((each, index) => {
        const own = together.answerOf(result, index)
        // One fetch that fails as a whole takes the others with it: then each is asked by itself.
        if (own) each.resolve(own)
        else this.#sendAlone(each)
      })
    } catch (error) {
      for (const each of waiting) each.reject(error)
    }
  }

  #sendAlone({ fetch, variables, representations, resolve, reject }: Waiting): void {
    sendOne(fetch.prepared, { variables, representations: { representations } }, this.#caller).then(resolve, reject)
  }
}

/** What the fetches share stands once; what each has for itself stands under a name of its own. */
function combinedInput(waiting: readonly Waiting[]): FetchInput {
  const variables: Record<string, unknown> = {}
  const representations: Record<string, readonly Representation[]> = {}
  waiting.forEach((each, index) => {
    representations[ownName('representations', index)] = each.representations
    for (const [name, value] of Object.entries(each.variables))
      variables[each.fetch.ownVariables.includes(name) ? ownName(name, index) : name] = value
  })
  return { variables, representations }
}

/** A synchronous throw is a rejection too. */
async function sendOne(prepared: PreparedFetch, input: FetchInput, caller: Caller): Promise<SubgraphResult> {
  return prepared.send(input, caller)
}
