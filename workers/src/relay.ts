import type { Logger } from '@torihiki/shared/log.ts'
import type { Queues } from '@torihiki/shared/queues/queues.ts'
import { redeliverOverdue, relayBatch, relayOwed } from '@torihiki/shared/store/outbox.ts'
import type { Store } from '@torihiki/shared/store/store.ts'
import { createLoop, type Loop } from './loop.ts'

/** How often outboxes are looked at, besides being woken by NOTIFY. */
const pollMs = 1_000

/**
 * Hands on what the outboxes owe: one loop per subgraph, woken by NOTIFY, with a poll behind it; and a sweep of what was handed on long ago. The sweep goes on at once only
 * when it finds what was lost, so that what merely waits costs a look at a batch a second.
 */
export function startRelay(
  stores: readonly Store[],
  queues: Queues,
  log: Logger,
): Loop & { wakeFor(subgraph: string): void } {
  const relays = new Map(
    stores.map((store) => [
      store.name as string,
      createLoop(`relay of ${store.name}`, pollMs, log, async () => {
        while ((await relayOwed(store, queues)) >= relayBatch);
      }),
    ]),
  )
  const sweeps = stores.map((store) =>
    createLoop(`sweep of ${store.name}`, pollMs, log, async () => {
      for (let goesOn = true; goesOn;) {
        const { looked, redelivered } = await redeliverOverdue(store, queues)
        if (redelivered > 0) log.info({ origin: store.name, redelivered }, 'Events were handed on again.')
        goesOn = looked >= relayBatch && redelivered > 0
      }
    }),
  )
  const loops = [...relays.values(), ...sweeps]
  return {
    wake: () => loops.forEach((loop) => loop.wake()),
    wakeFor: (subgraph) => relays.get(subgraph)?.wake(),
    close: async () => void (await Promise.all(loops.map((loop) => loop.close()))),
  }
}
