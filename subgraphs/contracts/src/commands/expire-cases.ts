import type { ContractsServices } from '../services.ts'
import { expiringStatuses, isOver } from '../domain/cases/expiry.ts'
import { appendFacts, lockThread } from '../store/threads.ts'
import { endShopOrder } from './shop-order-life.ts'
import { endRouting } from './route-order.ts'

/** How many threads one turn ends; the next goes on. */
export const expiryBatch = 500

/**
 * Ends threads whose case's time is over before a contract stood (A13), each in a transaction of its own; what is held for them is given back.
 * Several at once end each thread once.
 * @returns how many were ended
 */
export async function expireCases(services: ContractsServices): Promise<number> {
  const due = await services.store.query<{ id: string }>(
    `select id from case_thread where expires_at <= $1 and status = any($2) order by expires_at, id limit $3`,
    [services.now(), expiringStatuses, expiryBatch],
  )
  let ended = 0
  for (const { id } of due) if (await expireOne(services, id)) ended++
  return ended
}

async function expireOne(services: ContractsServices, threadId: string): Promise<boolean> {
  return services.store.transaction(async (tx) => {
    const thread = await lockThread(tx, threadId)
    const now = services.now()
    if (!thread || !isOver(thread.expiresAt, thread.status, now)) return false
    await appendFacts(tx, thread, [
      { fact: { kind: 'CASE_EXPIRED' }, factId: 'expired', actorId: null, bySide: null, at: now },
    ])
    await endShopOrder(tx, threadId, 'NOT_CONCLUDED', now)
    await endRouting(tx, threadId, now)
    await tx.publish('ThreadEnded', { threadId, status: 'EXPIRED' })
    return true
  })
}
