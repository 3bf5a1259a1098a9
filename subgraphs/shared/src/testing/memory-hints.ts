import type { HintBus } from '../feeds/watch.ts'

/** Hints within one process, for tests. `silent` loses every hint, as a Redis that is away does. */
export function createMemoryHints(options: { silent?: boolean } = {}): HintBus {
  const listeners = new Set<(feed: string) => void>()
  return {
    publish(feeds) {
      if (options.silent) return
      for (const feed of feeds) for (const heard of listeners) heard(feed)
    },
    listen(heard) {
      listeners.add(heard)
      return () => void listeners.delete(heard)
    },
    close: async () => listeners.clear(),
  }
}
