type Waiting<T> = { resolve(result: IteratorResult<T>): void; reject(error: unknown): void }

/**
 * What arrives by itself, read one by one. Holds at most `limit` items; one more fails the queue with `overflow()`, after those
 * that it holds have been read: whoever resumes after the last of them has made a step. Written by hand because ending an async
 * generator waits for its pending `next`.
 */
export class BoundedQueue<T> implements AsyncIterableIterator<T> {
  readonly #limit: number
  readonly #overflow: () => unknown
  #items: T[] = []
  #waiting: Waiting<T> | null = null
  #failure: { error: unknown } | null = null
  #ended = false
  #whenEnded: (() => void)[] = []

  constructor(limit: number, overflow: () => unknown) {
    this.#limit = limit
    this.#overflow = overflow
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  /** Runs when the queue is over, for whatever reason. */
  onEnd(callback: () => void): void {
    if (this.#ended) callback()
    else this.#whenEnded.push(callback)
  }

  push(item: T): void {
    if (this.#ended) return
    const waiting = this.#waiting
    if (waiting) {
      this.#waiting = null
      waiting.resolve({ done: false, value: item })
    } else if (this.#items.length >= this.#limit) {
      this.fail(this.#overflow())
    } else {
      this.#items.push(item)
    }
  }

  /** Ends the queue with an error, after what is in it has been read. */
  fail(error: unknown): void {
    if (this.#ended) return
    this.#failure = { error }
    this.end()
  }

  end(): void {
    if (this.#ended) return
    this.#ended = true
    for (const callback of this.#whenEnded) callback()
    const waiting = this.#waiting
    this.#waiting = null
    if (waiting) this.#finish(waiting)
  }

  next(): Promise<IteratorResult<T>> {
    const item = this.#items.shift()
    if (item !== undefined) return Promise.resolve({ done: false, value: item })
    return new Promise((resolve, reject) => {
      if (this.#ended) this.#finish({ resolve, reject })
      else this.#waiting = { resolve, reject }
    })
  }

  return(): Promise<IteratorResult<T>> {
    this.#items = []
    this.end()
    return Promise.resolve({ done: true, value: undefined })
  }

  #finish(waiting: Waiting<T>): void {
    const failure = this.#failure
    this.#failure = null
    if (failure) waiting.reject(failure.error)
    else waiting.resolve({ done: true, value: undefined })
  }
}
