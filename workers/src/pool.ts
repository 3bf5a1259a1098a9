import type { Logger } from '@torihiki/shared/log.ts'
import { createLoop, type Loop } from './loop.ts'

/**
 * Work that takes its time, so many pieces at once. `claim` is asked for as many as hands are free, when woken, every so often, and when
 * a hand becomes free; it gives what is to be run, and nothing when there is nothing to do.
 */
export function createPool(
  name: string,
  hands: number,
  everyMs: number,
  log: Logger,
  claim: (free: number) => Promise<(() => Promise<void>)[]>,
): Loop {
  const busy = new Set<Promise<void>>()
  const loop = createLoop(name, everyMs, log, async () => {
    const free = hands - busy.size
    if (free <= 0) return
    for (const work of await claim(free)) {
      const running: Promise<void> = work()
        .catch((error: unknown) =>
          log.warn(
            { pool: name, reason: error instanceof Error ? error.message : String(error) },
            'A piece of work failed.',
          ),
        )
        .finally(() => {
          busy.delete(running)
          loop.wake()
        })
      busy.add(running)
    }
  })
  return {
    wake: () => loop.wake(),
    async close() {
      await loop.close()
      await Promise.all(busy)
    },
  }
}
