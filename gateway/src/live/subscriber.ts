import type { GraphQLFormattedError } from 'graphql'
import type { PreparedOperation } from '../federation/prepared-operation.ts'
import type { Delivery } from './delivery.ts'
import type { Feed } from './feed.ts'
import { overflow } from './refusals.ts'
import type { Wire } from './wire.ts'

export type SubscriberOptions = {
  readonly id: string
  readonly wire: Wire
  readonly prepared: PreparedOperation
  readonly rights: string
  /** Bytes that may wait for the client. */
  readonly bufferedBytes: number
  /** Runs once, when the subscription ends otherwise than by its client: with errors, or completed (null). */
  readonly onEnd: (errors: readonly GraphQLFormattedError[] | null) => void
  readonly onOverflow: () => void
}

/** One client's subscription: a place at a feed, which it may share with others. */
export class Subscriber {
  readonly kind = 'subscription'
  readonly prepared: PreparedOperation
  readonly rights: string
  /** The place of the last event that was written to the client. */
  cursor: string | null = null
  /** The feed that it hangs on now. */
  feed: Feed | null = null
  readonly #wire: Wire
  readonly #head: string
  readonly #bufferedBytes: number
  readonly #onEnd: SubscriberOptions['onEnd']
  readonly #onOverflow: () => void

  constructor(options: SubscriberOptions) {
    this.prepared = options.prepared
    this.rights = options.rights
    this.#wire = options.wire
    this.#head = options.wire.head(options.id)
    this.#bufferedBytes = options.bufferedBytes
    this.#onEnd = options.onEnd
    this.#onOverflow = options.onOverflow
  }

  /** Writes the events of a delivery. False when the client should first take what was written; one that is too far behind is ended. */
  take(delivery: Delivery): boolean {
    if (this.#wire.backlog > this.#bufferedBytes) {
      this.overflow()
      return false
    }
    if (delivery.cursor !== null) this.cursor = delivery.cursor
    return this.#wire.next(this.#head, delivery)
  }

  /** Ends the subscription because its client does not keep up, and tells it where to go on. */
  overflow(): void {
    this.#onOverflow()
    this.end([overflow(this.#wire.backlog, this.#bufferedBytes, this.cursor)])
  }

  /** Ends the subscription from this side. */
  end(errors: readonly GraphQLFormattedError[] | null): void {
    this.leave()
    this.#onEnd(errors)
  }

  /** Leaves its feed, which goes on for others. */
  leave(): void {
    const { feed } = this
    this.feed = null
    feed?.remove(this)
  }
}
