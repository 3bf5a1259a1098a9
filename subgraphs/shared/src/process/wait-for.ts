import { setTimeout as sleep } from 'node:timers/promises'

/** How long to wait, how often to look, and for what (the end of "… after 30 s of waiting for"). */
export interface WaitLimits {
  readonly timeoutMs: number
  readonly everyMs: number
  readonly what: string
}

/** Waits until the condition gives something truthy and returns that; throws when the limit has passed. */
export async function waitFor<T>(
  condition: () => T | Promise<T>,
  { timeoutMs, everyMs, what }: WaitLimits,
): Promise<Exclude<T, undefined | null | false>> {
  const deadline = performance.now() + timeoutMs
  for (;;) {
    const found = await condition()
    if (isThere(found)) return found
    if (performance.now() >= deadline) throw new Error(`Gave up after ${timeoutMs / 1_000} s of waiting for ${what}.`)
    await sleep(everyMs)
  }
}

function isThere<T>(found: T): found is Exclude<T, undefined | null | false> {
  return Boolean(found)
}
