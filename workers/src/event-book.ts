import type { PublishedEvent } from '@torihiki/schema'
import { gather } from '@torihiki/shared/process/gather.ts'
import { eventOf, markDone, readStored, type OwedDelivery } from '@torihiki/shared/store/outbox.ts'
import type { Store } from '@torihiki/shared/store/store.ts'

/** Events that are read, or marked as done, by one statement at most. */
const mostTogether = 100

/** The outbox of one subgraph as consumers see it. What several of them ask for at the same time is one statement. */
export type EventBook = {
  readonly store: Store
  /** The event, or null when there is none. */
  read(eventId: string): Promise<PublishedEvent | null>
  /** Comes back when it is on record that the consumer has had the event. */
  markDone(delivery: Pick<OwedDelivery, 'eventId' | 'consumer'>): Promise<void>
}

/** Opens the outbox of a subgraph for consumers. */
export function createEventBook(store: Store): EventBook {
  const find = gather(mostTogether, (ids: readonly string[]) => readStored(store, ids))
  return {
    store,
    async read(eventId) {
      const stored = await find(eventId)
      return stored && eventOf(store.name, stored)
    },
    markDone: gather(mostTogether, async (done: readonly Pick<OwedDelivery, 'eventId' | 'consumer'>[]) => {
      await markDone(store, done)
      return done.map(() => undefined)
    }),
  }
}
