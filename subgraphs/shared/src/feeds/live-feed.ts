import { badRequest } from '../graphql/connection.ts'
import type { Store } from '../store/store.ts'
import { feedCursor, feedHead, placeOf, readFeed, type FeedEntry } from './feed.ts'
import type { FeedWatch, Watcher } from './watch.ts'

/** What a subscriber gets: first where the feed starts (or that it must list anew), then every entry in order. */
export type FeedMessage =
  | { kind: 'STARTED' | 'SNAPSHOT'; cursor: string; at: Date }
  | { kind: 'ENTRY'; cursor: string; entry: FeedEntry }

type Waiting = { resolve(result: IteratorResult<FeedMessage>): void; reject(error: unknown): void }

/**
 * A feed from a cursor on: what was missed, then live, without a gap and without a duplicate. It listens first and then
 * reads, a page at a time and only when asked for more, so a slow consumer holds one page and no more.
 * Refuses a cursor of another feed with BAD_CURSOR.
 */
export class LiveFeed implements AsyncIterableIterator<FeedMessage> {
  readonly #store: Store
  readonly #feed: string
  readonly #after: string | null
  readonly #watch: FeedWatch
  #watcher: Watcher | null = null
  #place: { epoch: string; seq: bigint } | null = null
  #page: FeedEntry[] = []
  #waiting: Waiting | null = null
  #dirty = true
  #reading = false
  #ended = false

  constructor(store: Store, watch: FeedWatch, feed: string, after: string | null) {
    this.#store = store
    this.#watch = watch
    this.#feed = feed
    this.#after = after
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  next(): Promise<IteratorResult<FeedMessage>> {
    if (this.#waiting) return Promise.reject(new Error('A feed is read by one consumer, one entry at a time.'))
    if (this.#ended) return Promise.resolve({ done: true, value: undefined })
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      void this.#advance()
    })
  }

  return(): Promise<IteratorResult<FeedMessage>> {
    this.#end()
    return Promise.resolve({ done: true, value: undefined })
  }

  throw(error: unknown): Promise<IteratorResult<FeedMessage>> {
    this.#end()
    return Promise.reject(error)
  }

  #end(): void {
    this.#ended = true
    this.#watcher?.end()
    this.#watcher = null
    this.#settle((waiting) => waiting.resolve({ done: true, value: undefined }))
  }

  #settle(how: (waiting: Waiting) => void): void {
    const waiting = this.#waiting
    this.#waiting = null
    if (waiting) how(waiting)
  }

  #wake = (): void => {
    this.#dirty = true
    if (this.#waiting) void this.#advance()
  }

  async #advance(): Promise<void> {
    if (this.#reading) return
    this.#reading = true
    try {
      while (this.#waiting && !this.#ended) {
        const message = this.#place ? await this.#nextEntry(this.#place) : await this.#start()
        if (!message) break
        this.#settle((waiting) => waiting.resolve({ done: false, value: message }))
      }
    } catch (error) {
      this.#settle((waiting) => waiting.reject(error))
      this.#end()
    } finally {
      this.#reading = false
    }
    if (this.#dirty && this.#waiting && !this.#ended && this.#place) void this.#advance()
  }

  async #start(): Promise<FeedMessage> {
    this.#watcher = this.#watch.watch(this.#feed, this.#wake)
    const head = await feedHead((text, parameters) => this.#store.query(text, parameters), this.#feed)
    const place = this.#after === null ? { seq: head.head } : placeOf(this.#after, this.#feed, head)
    if (place === 'FOREIGN')
      throw badRequest(
        'BAD_CURSOR',
        'The cursor is not one of this feed. Leave `after` out, or take it from the list of this view.',
      )
    const seq = place === 'SNAPSHOT' ? head.head : place.seq
    this.#place = { epoch: head.epoch, seq }
    return {
      kind: place === 'SNAPSHOT' ? 'SNAPSHOT' : 'STARTED',
      cursor: feedCursor(this.#feed, head.epoch, seq),
      at: new Date(),
    }
  }

  async #nextEntry(place: { epoch: string; seq: bigint }): Promise<FeedMessage | null> {
    if (this.#page.length === 0) {
      if (!this.#dirty) return null
      this.#dirty = false
      this.#page = await readFeed(this.#store, this.#feed, place.seq)
      this.#watcher?.seen(this.#page.at(-1)?.seq ?? place.seq)
      if (this.#page.length > 0) this.#dirty = true
    }
    const entry = this.#page.shift()
    if (!entry) return null
    if (entry.seq !== place.seq + 1n) throw new Error(`Feed ${this.#feed}: ${entry.seq} follows ${place.seq}.`)
    place.seq = entry.seq
    return { kind: 'ENTRY', cursor: feedCursor(this.#feed, place.epoch, entry.seq), entry }
  }
}
