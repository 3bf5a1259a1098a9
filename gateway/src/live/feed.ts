import { setImmediate as nextTurn } from 'node:timers/promises'
import type { GraphQLFormattedError } from 'graphql'
import type { PreparedOperation, Variables } from '../federation/prepared-operation.ts'
import { openFederated, type FederatedEvent } from '../federation/subscribe.ts'
import type { Caller } from '../upstreams/upstream.ts'
import { Delivery } from './delivery.ts'
import { endOf } from './feed-end.ts'
import type { LiveContext } from './live-context.ts'
import type { Subscriber } from './subscriber.ts'

/** After this many events in a row others get their turn, so that a burst does not keep sockets from being written. */
const eventsPerTurn = 16

export type FeedOptions = {
  readonly prepared: PreparedOperation
  readonly variables: Variables
  readonly caller: Caller
  readonly context: LiveContext
  /** After each event, when all subscribers have it. */
  readonly onStep: (feed: Feed) => void
  readonly onEnd: (feed: Feed) => void
}

type Slot = { text: string | null; readonly cursor: string | null }

/**
 * One upstream and those who hang on it. Each event is resolved and written as text once; several are resolved at the same time, a
 * limited number, and are delivered in their order. The feed waits while none of its subscribers takes any more, and never for a
 * slow one among others. It ends with its last subscriber.
 */
export class Feed {
  readonly subscribers = new Set<Subscriber>()
  /** The place of the last event that was delivered; null when that event told none. */
  position: string | null = null
  /** Whether an event has been delivered: whoever comes later has missed it. */
  begun = false
  readonly #options: FeedOptions
  #source: AsyncIterableIterator<FederatedEvent> | null = null
  #slots: Slot[] = []
  #closed = false
  /** Runs while nobody takes any more: events wait, and whoever does not drain in time is ended. */
  #stall: NodeJS.Timeout | null = null
  #wake: (() => void) | null = null

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
    else this.#wake?.()
  }

  /** A subscriber's client has taken what was written. */
  drained(): void {
    if (!this.#stall) return
    clearTimeout(this.#stall)
    this.#stall = null
    this.#deliverReady()
  }

  /** Ends the upstream; subscribers are not told. */
  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#slots = []
    if (this.#stall) clearTimeout(this.#stall)
    this.#wake?.()
    this.#source?.return?.().catch(() => undefined)
    this.#options.onEnd(this)
  }

  /** Opens the upstream and delivers its events until it ends. Never rejects. */
  async run(): Promise<void> {
    const { prepared, variables, caller, context } = this.#options
    let errors: readonly GraphQLFormattedError[] | null = null
    try {
      const opened = await openFederated(prepared, variables, caller)
      if (!('next' in opened)) throw endOf.refusal(opened)
      this.#source = opened
      if (this.#closed) await opened.return?.()
      else await this.#read(opened)
    } catch (error) {
      errors = endOf.errors(error, prepared, caller, context.log)
    }
    while (this.#slots.length > 0 && !this.#closed) await this.#woken()
    this.#finish(errors)
  }

  async #read(source: AsyncIterableIterator<FederatedEvent>): Promise<void> {
    const { limits } = this.#options.context
    for (let count = 1; !this.#closed; count++) {
      const event = await source.next()
      if (event.done || this.#closed) return
      this.#resolve(event.value)
      if (count % eventsPerTurn === 0) await nextTurn()
      while (!this.#closed && (this.#stall || this.#slots.length >= limits.resolvedAhead)) await this.#woken()
    }
  }

  #resolve({ result, cursor }: FederatedEvent): void {
    const { prepared, variables, caller } = this.#options
    const slot: Slot = { text: null, cursor }
    this.#slots.push(slot)
    void prepared.executeEvent(result, variables, caller).then((text) => {
      slot.text = text
      this.#deliverReady()
    })
  }

  #deliverReady(): void {
    for (let slot = this.#slots[0]; slot && slot.text !== null && !this.#stall; slot = this.#slots[0]) {
      this.#slots.shift()
      this.#deliver(new Delivery(slot.text, slot.cursor))
    }
    this.#wake?.()
  }

  #deliver(delivery: Delivery): void {
    this.begun = true
    this.position = delivery.cursor
    this.#options.context.figures.deliveries += this.subscribers.size
    let someoneTakes = false
    for (const subscriber of this.subscribers) if (subscriber.take(delivery)) someoneTakes = true
    if (this.#closed) return
    if (!someoneTakes) this.#stall = setTimeout(() => this.#giveUp(), this.#options.context.limits.stalledMs)
    this.#options.onStep(this)
  }

  #giveUp(): void {
    for (const subscriber of this.subscribers) subscriber.overflow()
  }

  #woken(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = () => {
        this.#wake = null
        resolve()
      }
    })
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
