import type { Store } from '../store/store.ts'
import { readHeads } from './feed.ts'

/** How often the heads of watched feeds are looked at, besides the hints: the longest that a lost hint delays an event. */
export const headPollMs = 1_000

/** One reader's watch over a feed. */
export type Watcher = {
  /** Tells how far this reader has read, so that the poll need not wake it for that. */
  seen(seq: bigint): void
  end(): void
}

/** Wakes live feeds when there may be something new. */
export type FeedWatch = {
  /** Calls `wake` at each hint or newer head of the feed, until the watcher is ended. */
  watch(feed: string, wake: () => void): Watcher
  close(): Promise<void>
}

/** Carries hints between processes: that a feed has something new. Losing one costs a second, never an event. */
export type HintBus = {
  publish(feeds: readonly string[]): void
  /** Calls `heard` with each feed that is hinted at, from whatever process. */
  listen(heard: (feed: string) => void): () => void
  close(): Promise<void>
}

type Reader = { wake: () => void; seen: bigint }

/** The watch of one process and one subgraph: hints from the bus, and one look at all watched heads a second. */
export function createFeedWatch(store: Store, bus: HintBus, onError: (error: unknown) => void): FeedWatch {
  const readers = new Map<string, Set<Reader>>()
  const unlisten = bus.listen((feed) => readers.get(feed)?.forEach((reader) => reader.wake()))
  let polling = false
  const poll = async (): Promise<void> => {
    if (polling || readers.size === 0) return
    polling = true
    try {
      for (const [feed, head] of await readHeads(store, [...readers.keys()])) {
        readers.get(feed)?.forEach((reader) => head > reader.seen && reader.wake())
      }
    } catch (error) {
      onError(error)
    } finally {
      polling = false
    }
  }
  const timer = setInterval(() => void poll(), headPollMs)
  return {
    watch(feed, wake) {
      const reader: Reader = { wake, seen: 0n }
      const ofFeed = readers.get(feed) ?? new Set()
      readers.set(feed, ofFeed.add(reader))
      return {
        seen: (seq) => void (reader.seen = seq),
        end: () => void (ofFeed.delete(reader) && ofFeed.size === 0 && readers.delete(feed)),
      }
    },
    async close() {
      clearInterval(timer)
      unlisten()
    },
  }
}
