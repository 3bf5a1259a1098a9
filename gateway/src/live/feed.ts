import type { GraphQLFormattedError } from 'graphql'
import type { PreparedOperation, Variables } from '../federation/prepared-operation.ts'
import { openFederated, type EventSource, type EventTaker, type FederatedEvent } from '../federation/subscribe.ts'
import type { Caller } from '../upstreams/upstream.ts'
import { Delivery } from './delivery.ts'
import { endOf } from './feed-end.ts'
import type { LiveContext } from './live-context.ts'
import type { Subscriber } from './subscriber.ts'
import type { Due } from './turn.ts'

/** After this many events in a row others get their turn, so that a burst does not keep sockets from being written. */
const eventsPerTurn = 16
/** Characters of events that go together at most: less than a connection holds before it asks its writer to wait. */
const charactersTogether = 32 * 1024

export type FeedOptions = {
  readonly prepared: PreparedOperation
  readonly variables: Variables
  readonly caller: Caller
  readonly context: LiveContext
  /** After each delivery, when all subscribers have it. */
  readonly onStep: (feed: Feed) => void
  readonly onEnd: (feed: Feed) => void
}

/** An event: what its subscribers get, its place, and when it came. */
type Ready = { readonly text: string; readonly cursor: string | null; readonly arrivedAt: number }
/** The same before its text is known. */
type Slot = Omit<Ready, 'text'> & { text: string | null }

/**
 * One upstream and those who hang on it. Each event is resolved and written as text once; several are resolved at the same time, a
 * limited number, and are delivered in their order, those that are ready in one turn of the event loop together. The feed waits while
 * none of its subscribers takes any more, and never for a slow one among others. It ends with its last subscriber.
 */
export class Feed implements EventTaker, Due {
  readonly subscribers = new Set<Subscriber>()
  /** The place of the last event that was delivered; null when that event told none. */
  position: string | null = null
  /** Whether an event has been delivered: whoever comes later has missed it. */
  begun = false
  readonly #options: FeedOptions
  #source: EventSource | null = null
  #slots: Slot[] = []
  /** Whether the next event has been asked for. */
  #asking = false
  #asked = 0
  #closed = false
  /** Whether it is due at the end of this turn. */
  #due = false
  /** What its subscribers are told when the last event has been delivered. */
  #ending: { readonly errors: readonly GraphQLFormattedError[] | null } | null = null
  /** Runs while nobody takes any more: events wait, and whoever does not drain in time is ended. */
  #stall: NodeJS.Timeout | null = null

  constructor(options: FeedOptions) {
    this.#options = options
  }

  get prepared(): PreparedOperation {
    return this.#options.prepared
  }

  add(subscriber: Subscriber): void {
    subscriber.feed = this
    this.subscribers.add(subscriber)
    this.drained()
  }

  /** Lets a subscriber go; with the last one the upstream ends. */
  remove(subscriber: Subscriber): void {
    this.subscribers.delete(subscriber)
    if (this.subscribers.size === 0) this.close()
  }

  /** A subscriber's client has taken what was written. */
  drained(): void {
    if (!this.#stall) return
    clearTimeout(this.#stall)
    this.#stall = null
    this.flush()
  }

  /** Ends the upstream; subscribers are not told. */
  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#options.context.figures.eventsWaiting -= this.#slots.length
    this.#slots = []
    if (this.#stall) clearTimeout(this.#stall)
    this.#source?.end()
    this.#options.onEnd(this)
  }

  /** Opens the upstream and delivers its events until it ends. Never rejects. */
  async run(): Promise<void> {
    const { prepared, variables, caller, context } = this.#options
    try {
      const opened = await openFederated(prepared, variables, caller, this, context.limits.resumeAttempts)
      if (!('next' in opened)) return this.over(endOf.refusal(opened))
      this.#source = opened
      if (this.#closed) opened.end()
      else this.#ask()
    } catch (error) {
      this.over(error)
    }
  }

  /** An event from upstream. */
  arrived({ result, cursor }: FederatedEvent): void {
    if (this.#closed) return
    this.#asking = false
    const { prepared, variables, caller } = this.#options
    const arrivedAt = performance.now()
    const answer = prepared.executeEvent(result, variables, caller)
    const slot: Slot = { text: typeof answer === 'string' ? answer : null, cursor, arrivedAt }
    this.#slots.push(slot)
    this.#options.context.figures.eventsWaiting++
    if (typeof answer === 'string') this.#becomeDue()
    else
      void answer.then((text) => {
        slot.text = text
        this.#becomeDue()
      })
    this.#ask()
  }

  /** The end from upstream: subscribers are told after the last event. */
  over(error: unknown): void {
    const { prepared, caller, context } = this.#options
    this.#ending = { errors: error === null ? null : endOf.errors(error, prepared, caller, context.log) }
    this.flush()
  }

  /** Asks for the next event, unless enough are being resolved or nobody takes any. */
  #ask(): void {
    const { resolvedAhead } = this.#options.context.limits
    if (this.#asking || this.#closed || this.#ending || this.#stall || this.#slots.length >= resolvedAhead) return
    this.#asking = true
    if (++this.#asked % eventsPerTurn === 0) setImmediate(() => this.#source?.next())
    else this.#source?.next()
  }

  /** Has what is ready delivered when the turn ends. */
  #becomeDue(): void {
    if (this.#due || this.#stall) return
    this.#due = true
    this.#options.context.turn.add(this)
  }

  /** Delivers the events that are ready, in their order. */
  flush(): void {
    this.#due = false
    if (this.#closed) return
    for (let ready = this.#takeReady(); ready.length > 0; ready = this.#takeReady()) this.#deliver(ready)
    if (this.#ending && this.#slots.length === 0) this.#finish(this.#ending.errors)
    else this.#ask()
  }

  /** The next events that go together: none while nobody takes any, or before the next one is ready. */
  #takeReady(): readonly Ready[] {
    const slots = this.#slots
    let [count, characters] = [0, 0]
    for (; count < slots.length && !this.#stall; count++) {
      const text = slots[count]?.text ?? null
      if (text === null || (count > 0 && characters + text.length > charactersTogether)) break
      characters += text.length
    }
    if (count === slots.length) this.#slots = []
    this.#options.context.figures.eventsWaiting -= count
    return (count === slots.length ? slots : slots.splice(0, count)) as readonly Ready[]
  }

  #deliver(ready: readonly Ready[]): void {
    const { figures, limits } = this.#options.context
    const texts: string[] = []
    let last: string | null = null
    for (const { text, cursor } of ready) {
      texts.push(text)
      last = cursor ?? last
    }
    const delivery = new Delivery(texts, last)
    this.begun = true
    this.position = ready.at(-1)?.cursor ?? null
    figures.batches++
    figures.events += ready.length
    figures.deliveries += this.subscribers.size * ready.length
    let someoneTakes = false
    for (const subscriber of this.subscribers) if (subscriber.take(delivery)) someoneTakes = true
    const now = performance.now()
    for (const { arrivedAt } of ready) figures.eventSeconds += (now - arrivedAt) / 1_000
    if (this.#closed) return
    if (!someoneTakes) this.#stall = setTimeout(() => this.#giveUp(), limits.stalledMs)
    this.#options.onStep(this)
  }

  #giveUp(): void {
    for (const subscriber of this.subscribers) subscriber.overflow()
  }

  #finish(errors: readonly GraphQLFormattedError[] | null): void {
    for (const subscriber of this.subscribers) {
      subscriber.feed = null
      subscriber.end(errors === null ? null : endOf.forSubscriber(errors, subscriber.cursor))
    }
    this.subscribers.clear()
    this.close()
  }
}
