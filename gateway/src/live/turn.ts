/** What has something ready that can wait for the end of the turn. */
export type Due = { flush(): void }

/** So many do not wait for more: the first of them would be held up by the work of the last. */
const mostWaiting = 64

/**
 * The turn of the event loop. What is ready within one is handed over at its end, so that events which come together go together:
 * a burst costs each socket one write instead of one an event, and a single event waits for nothing.
 */
export class Turn {
  #due: Due[] = []
  readonly #end = (): void => {
    const due = this.#due
    this.#due = []
    for (const each of due) each.flush()
  }

  /** Flushes it before others get their turn. Who is due already is not to ask again. */
  add(due: Due): void {
    this.#due.push(due)
    if (this.#due.length === 1) setImmediate(this.#end)
    else if (this.#due.length >= mostWaiting) this.#end()
  }
}
