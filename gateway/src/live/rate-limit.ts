/** Allows a number of acts at once and so many a second on and on: a bucket that fills again with time. */
export class RateLimit {
  readonly #burst: number
  readonly #perSecond: number
  #left: number
  #filledAt: number
  #takenSince = 0

  constructor(burst: number, perSecond: number) {
    this.#burst = burst
    this.#perSecond = perSecond
    this.#left = burst
    this.#filledAt = performance.now()
  }

  /** Whether one more act is allowed now. */
  take(): boolean {
    this.#takenSince++
    if (this.#left < 1) this.#fill()
    if (this.#left < 1) return false
    this.#left--
    return true
  }

  /** Acts a second since the bucket was last looked at, rounded. */
  used(): number {
    return Math.round(this.#takenSince / Math.max(1, (performance.now() - this.#filledAt) / 1_000))
  }

  #fill(): void {
    const now = performance.now()
    const filled = ((now - this.#filledAt) / 1_000) * this.#perSecond
    if (filled < 1) return
    this.#left = Math.min(this.#burst, this.#left + filled)
    this.#filledAt = now
    this.#takenSince = 1
  }
}
