import { errorMessage } from '@torihiki/shared/process/error-code.ts'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Caller, Events, SubgraphResult } from '../upstreams/upstream.ts'
import type { PreparedOperation, Variables } from './prepared-operation.ts'
import { resumptionOf, type Resumption } from './resumption.ts'

/** An event of a subscription as its subgraph gave it, and its place in the feed if it tells one. */
export type FederatedEvent = { readonly result: SubgraphResult; readonly cursor: string | null }

/** How a subscription whose subgraph was lost is taken up again. */
export const resumeLimits = {
  /** Attempts in a row that may lead nowhere: with the pauses about half a minute, in which a process starts again. */
  attempts: 12,
  /** Pause before the first attempt; each further one doubles, up to the longest. A way that held for so long is not one of a row any more. */
  firstPauseMs: 100,
  longestPauseMs: 5_000,
  /** How often an event that its subgraph could not read is asked for again; then it is delivered with its errors, so that one does not hold up all. */
  unreadEvents: 5,
} as const

/** Codes that say that the way to the subgraph broke, not the subscription. */
const breaks = new Set(['UPSTREAM_LOST', 'SUBSCRIPTION_OVERFLOW'])

/** Takes what comes next: an event, or the end, which is an error unless the subscription completed (null). */
export type EventTaker = { arrived(event: FederatedEvent): void; over(error: unknown): void }

/** The events of an opened subscription, one for each `next`. Told by a call, not by one more promise: there are many of them. */
export type EventSource = {
  /** Asks for the next event, or the end. One at a time. */
  next(): void
  /** Ends the upstream at once. Nothing is told any more. */
  end(): void
}

/**
 * Opens a subscription at its subgraph. `prepared.executeEvent` then answers each event with the fields of every subgraph. A way to the
 * subgraph that breaks is opened again after the last cursor, without a gap and without a duplicate, where the subscription has
 * cursors; elsewhere, and when it stays broken for as many attempts as may be, it is over with UPSTREAM_LOST, which is not the same as
 * completed. Gives errors when the subgraph refuses it; rejects when there is no way to the subgraph and no cursor to wait for one with.
 */
export async function openFederated(
  prepared: PreparedOperation,
  variables: Variables,
  caller: Caller,
  taker: EventTaker,
  attempts: number = resumeLimits.attempts,
): Promise<EventSource | readonly GraphQLFormattedError[]> {
  const events = new FederatedEvents(prepared, variables, caller, taker, attempts)
  const errors = await events.open().catch((error: unknown) => events.openLater(error))
  return errors ?? events
}

class FederatedEvents implements EventSource {
  readonly #taker: EventTaker
  readonly #prepared: PreparedOperation
  readonly #variables: Variables
  readonly #caller: Caller
  readonly #resumption: Resumption | null
  readonly #mostAttempts: number
  #source: Events | null = null
  #last: string | null
  /** Whether an event has arrived: only then one that tells where the feed starts may be known. */
  #begun = false
  #repeats = false
  #ended = false
  /** Attempts to open it since it last brought anything new, or held, and when the last one succeeded. */
  #attempts = 0
  #openedAt = performance.now()
  /** How often the event that comes next has been asked for again. */
  #unread = 0
  #endPause: (() => void) | null = null

  constructor(prepared: PreparedOperation, variables: Variables, caller: Caller, taker: EventTaker, attempts: number) {
    this.#mostAttempts = attempts
    this.#taker = taker
    this.#prepared = prepared
    this.#variables = variables
    this.#caller = caller
    this.#resumption = resumptionOf(prepared)
    this.#last = this.#resumption?.after(variables) ?? null
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
    this.#openedAt = performance.now()
    if (this.#ended) await opened.return?.()
    else this.#source = opened
    return null
  }

  /** There was no way to the subgraph: opens it when there is one, if that can be waited for. Else throws what broke the way. */
  openLater(broken: unknown): null {
    if (!this.#isResumable(broken)) throw broken
    this.#broken(broken)
    return null
  }

  next(): void {
    const source = this.#source
    if (this.#ended || !source) return
    if (source.take) source.take(this.#arrived, this.#broken)
    else void source.next().then(this.#arrived, this.#broken)
  }

  end(): void {
    this.#ended = true
    this.#endPause?.()
    const source = this.#source
    this.#source = null
    source?.return?.().catch(() => undefined)
  }

  /** Bound once: it runs for every event of every feed. */
  readonly #arrived = (event: IteratorResult<SubgraphResult>): void => {
    if (this.#ended) return
    if (event.done) return this.#over(null)
    // Not the client's to come back for: it might go on with the next, and would never have this one.
    if (this.#resumption && this.#unread < resumeLimits.unreadEvents && isUnread(event.value)) {
      this.#unread++
      return this.#broken(eventUnread)
    }
    const cursor = this.#resumption?.takeCursor(event.value) ?? null
    const known = this.#repeats && cursor !== null && cursor === this.#last
    this.#repeats = false
    this.#last = cursor ?? this.#last
    // A feed that is taken up again first says where it starts: the client knows that already.
    if (known) this.next()
    else {
      this.#begun = true
      this.#attempts = 0
      this.#unread = 0
      this.#taker.arrived({ result: event.value, cursor })
    }
  }

  readonly #broken = (error: unknown): void => {
    this.#resume(error).then(
      () => this.next(),
      (reason: unknown) => this.#over(reason),
    )
  }

  #over(error: unknown): void {
    if (this.#ended) return
    this.end()
    this.#taker.over(error)
  }

  async #resume(broken: unknown): Promise<void> {
    const source = this.#source
    this.#source = null
    source?.return?.().catch(() => undefined)
    if (this.#ended) return
    if (!this.#isResumable(broken)) throw broken
    if (performance.now() - this.#openedAt >= resumeLimits.longestPauseMs) this.#attempts = 0
    let reason = broken
    while (this.#attempts < this.#mostAttempts) {
      await this.#pause(this.#attempts++)
      if (this.#ended) return
      const errors = await this.open().catch((error: unknown) => void (reason = error))
      if (errors) throw new SubgraphRefused(errors)
      if (errors === null) {
        this.#repeats = this.#begun
        return
      }
    }
    throw new GraphQLError(`The subgraph stayed away: ${errorMessage(reason)}`, {
      extensions: { code: 'UPSTREAM_LOST' },
    })
  }

  #isResumable(broken: unknown): boolean {
    return this.#resumption !== null && breaks.has(codeOf(broken) ?? '')
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

/** An event of which its own subgraph could not read everything, for a reason that is not the client's. */
function isUnread({ errors }: SubgraphResult): boolean {
  return (errors ?? []).some(({ extensions }) => (extensions?.['code'] ?? 'INTERNAL') === 'INTERNAL')
}

const eventUnread = new GraphQLError('An event could not be read.', { extensions: { code: 'UPSTREAM_LOST' } })

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
