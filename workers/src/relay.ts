import type { Logger } from '@torihiki/shared/log.ts'
import type { Queues } from '@torihiki/shared/queues/queues.ts'
import { relayBatch, relayOwed } from '@torihiki/shared/store/outbox.ts'
import type { Store } from '@torihiki/shared/store/store.ts'
import { createLoop, type Loop } from './loop.ts'

/** How often outboxes are looked at, besides being woken by NOTIFY. */
const pollMs = 1_000

/** Hands on what the outboxes owe: one loop per subgraph, woken by NOTIFY, with a poll behind it. */
export function startRelay(stores: readonly Store[], queues: Queues, log: Logger): Loop {
  const loops = stores.map((store) =>
    createLoop(`relay of ${store.name}`, pollMs, log, async () => {
      while ((await relayOwed(store, (owed) => queues.deliver(owed))) >= relayBatch);
    }),
  )
  return {
    wake: () => loops.forEach((loop) => loop.wake()),
    close: async () => void (await Promise.all(loops.map((loop) => loop.close()))),
  }
}
