import type { FeedMessage, LiveFeed } from './live-feed.ts'

/**
 * A feed's messages as something else; null leaves one out. An iterator by hand: ending it ends the feed at once, even while
 * the next message is being waited for.
 */
export function mapFeed<T>(feed: LiveFeed, map: (message: FeedMessage) => T | null): AsyncIterableIterator<T> {
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      for (;;) {
        const result = await feed.next()
        if (result.done) return { done: true, value: undefined }
        const value = map(result.value)
        if (value !== null) return { done: false, value }
      }
    },
    async return() {
      await feed.return()
      return { done: true, value: undefined }
    },
    throw: (error: unknown) => feed.throw(error) as Promise<never>,
  }
}
