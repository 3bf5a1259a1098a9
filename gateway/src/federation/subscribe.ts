import type { GraphQLFormattedError } from 'graphql'
import type { Caller, SubgraphResult } from '../upstreams/upstream.ts'
import type { PreparedOperation, Variables } from './prepared-operation.ts'
import { resumptionOf, type Resumption } from './resumption.ts'

/** An event of a subscription as its subgraph gave it, and its place in the feed if it tells one. */
export type FederatedEvent = { readonly result: SubgraphResult; readonly cursor: string | null }

/** How a subscription whose subgraph was lost is taken up again. */
export const resumeLimits = {
  /** Attempts in a row that may fail: with the pauses about half a minute, in which a process starts again. */
  attempts: 10,
  /** Pause before the first attempt; each further one doubles, up to the longest. */
  firstPauseMs: 100,
  longestPauseMs: 5_000,
} as const

/** Codes that say that the way to the subgraph broke, not the subscription. */
const breaks = new Set(['UPSTREAM_LOST', 'SUBSCRIPTION_OVERFLOW'])

/**
 * Opens a subscription at its subgraph. `prepared.executeEvent` then answers each event with the fields of every subgraph. A way to the
 * subgraph that breaks is opened again after the last cursor, without a gap and without a duplicate, where the subscription has
 * cursors; elsewhere, and when it stays broken, the iterator rejects with UPSTREAM_LOST, while one that completed is done. Gives
 * errors when it cannot be opened. Ending the iterator ends the upstream at once.
 */
export async function openFederated(
  prepared: PreparedOperation,
  variables: Variables,
  caller: Caller,
): Promise<AsyncIterableIterator<FederatedEvent> | readonly GraphQLFormattedError[]> {
  const events = new FederatedEvents(prepared, variables, caller)
  const errors = await events.open()
  return errors ?? events
}

class FederatedEvents implements AsyncIterableIterator<FederatedEvent> {
  readonly #prepared: PreparedOperation
  readonly #variables: Variables
  readonly #caller: Caller
  readonly #resumption: Resumption | null
  #source: AsyncIterableIterator<SubgraphResult> | null = null
  #last: string | null
  #repeats = false
  #ended = false
  #endPause: (() => void) | null = null

  constructor(prepared: PreparedOperation, variables: Variables, caller: Caller) {
    this.#prepared = prepared
    this.#variables = variables
    this.#caller = caller
    this.#resumption = resumptionOf(prepared)
    this.#last = this.#resumption?.after(variables) ?? null
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  /** Opens the upstream after the last cursor. Gives the errors of a subgraph that refuses. */
  async open(): Promise<readonly GraphQLFormattedError[] | null> {
    const { subscription } = this.#prepared
    if (!subscription) throw new Error('Only subscriptions are subscribed to.')
    const variables: Record<string, unknown> = {}
    for (const name of subscription.variableUsages) {
      if (name !== this.#resumption?.clientsVariable && name in this.#variables) variables[name] = this.#variables[name]
    }
    if (this.#resumption) variables[this.#resumption.afterVariable] = this.#last
    const operation = this.#resumption?.operation ?? subscription.operation
    const opened = await subscription.upstream.subscribe(operation, variables, this.#caller)
    if (!(Symbol.asyncIterator in opened))
      return opened.errors?.length ? opened.errors : [{ message: 'The subgraph opened no subscription.' }]
    if (this.#ended) await opened.return?.()
    else this.#source = opened
    return null
  }

  next(): Promise<IteratorResult<FederatedEvent>> {
    if (this.#ended || !this.#source) return Promise.resolve({ done: true, value: undefined })
    return this.#source.next().then(this.#arrived, this.#broken)
  }

  /** Bound once: it runs for every event of every feed. */
  readonly #arrived = (
    event: IteratorResult<SubgraphResult>,
  ): IteratorResult<FederatedEvent> | Promise<IteratorResult<FederatedEvent>> => {
    if (event.done) return this.return()
    const cursor = this.#resumption?.takeCursor(event.value) ?? null
    const known = this.#repeats && cursor !== null && cursor === this.#last
    this.#repeats = false
    this.#last = cursor ?? this.#last
    // A feed that is taken up again first says where it starts: the client knows that already.
    return known ? this.next() : { done: false, value: { result: event.value, cursor } }
  }

  readonly #broken = async (error: unknown): Promise<IteratorResult<FederatedEvent>> => {
    await this.#resume(error)
    return this.next()
  }

  async return(): Promise<IteratorResult<FederatedEvent>> {
    this.#ended = true
    this.#endPause?.()
    const source = this.#source
    this.#source = null
    await source?.return?.()
    return { done: true, value: undefined }
  }

  async #resume(broken: unknown): Promise<void> {
    this.#source = null
    if (this.#ended) return
    if (!this.#resumption || !breaks.has(codeOf(broken) ?? '')) throw broken
    for (let attempt = 0; attempt < resumeLimits.attempts; attempt++) {
      await this.#pause(attempt)
      if (this.#ended) return
      const errors = await this.open().catch(() => undefined)
      if (errors) throw new SubgraphRefused(errors)
      if (errors === null) {
        this.#repeats = true
        return
      }
    }
    throw broken
  }

  /** Somewhat by chance, so that subscriptions that were lost together do not all come back together. */
  #pause(attempt: number): Promise<void> {
    const { firstPauseMs, longestPauseMs } = resumeLimits
    const ms = Math.min(longestPauseMs, firstPauseMs * 2 ** attempt) * (0.5 + Math.random() / 2)
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#endPause = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

/** What a subgraph answered instead of opening a subscription again. */
export class SubgraphRefused extends Error {
  readonly errors: readonly GraphQLFormattedError[]

  constructor(errors: readonly GraphQLFormattedError[]) {
    super('The subgraph refused to go on with the subscription.')
    this.errors = errors
  }
}

/** The code in an error's extensions. */
export function codeOf(error: unknown): string | undefined {
  const { extensions } = (error ?? {}) as { extensions?: { code?: unknown } }
  return typeof extensions?.code === 'string' ? extensions.code : undefined
}
