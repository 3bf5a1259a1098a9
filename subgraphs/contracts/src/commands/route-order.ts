import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import type { Place } from '../domain/routing/distance.ts'
import { candidatesFor, chooseOutlet, needsOf, nextTry } from '../domain/routing/route.ts'
import type { ContractsServices } from '../services.ts'
import { holdOutlets, lockAllStock, lockStock, moveStock, routingOutlet } from '../store/outlets.ts'
import { openWords, sealWords } from '../store/personal.ts'
import {
  declinesOf,
  dueRoutings,
  lockRouting,
  lockRoutingsOfThread,
  recordDecline,
  recordRoute,
  saveRouting,
  wakeWaiting,
  type Decision,
  type RouteCause,
  type RoutingRow,
} from '../store/routings.ts'
import { appendFacts, lockThread, type NewFact, type Thread } from '../store/threads.ts'
import type { OrderLine } from './order-lines.ts'
import { longestReason } from './reason.ts'
import { startAct } from './thread-act.ts'

/** How many orders that wait one turn looks at; the next goes on. */
export const routedAtOnce = 100

type ToRoute = {
  readonly thread: Thread
  readonly orderId: string
  readonly lines: readonly OrderLine[]
  readonly destination: string | null
  /** The number of the newest decision; 0: there is none. */
  readonly number: number
}

/**
 * Routes an order that just came (B20), under its thread's lock: the nearest outlet of the seller that can serve it gets it, and its stock is
 * taken in the same transaction. When nobody can, it waits. The order before it gives its stock back first. Gives what is to be appended to the
 * thread; nothing, when the seller has no outlets.
 */
export async function routeNewOrder(
  tx: Tx,
  services: ContractsServices,
  thread: Thread,
  order: { orderId: string; lines: readonly OrderLine[]; destination: Place | null },
  now: Date,
): Promise<NewFact[]> {
  const outlets = await tx.sql('select 1 from outlet where seller_id = $1 limit 1', [thread.partnerId])
  if (outlets.length === 0) return []
  const earlier = await lockRoutingsOfThread(tx, thread.id)
  if (earlier.length > 0) {
    await holdOutlets(tx, thread.partnerId)
    await lockAllStock(tx, thread.partnerId, needsOf([...order.lines, ...earlier.flatMap(({ lines }) => lines)]))
    await endRouting(tx, thread.id, now)
  }
  const kept = order.destination && (await sealed(tx, services, thread, order.destination))
  return route(tx, services, { ...order, thread, destination: kept, number: 0 }, 'ORDERED', now)
}

/** Looks for an outlet, takes its stock, and puts the decision on record. */
async function route(
  tx: Tx,
  services: ContractsServices,
  order: ToRoute,
  cause: RouteCause,
  now: Date,
): Promise<NewFact[]> {
  const { thread, orderId } = order
  const found = await decide(tx, services, order, now)
  const { chosen, candidates } = found
  const number = order.number + 1
  const decision: Decision = { metres: chosen?.metres ?? null, candidates }
  const row = {
    order_id: orderId,
    thread_id: thread.id,
    seller_id: thread.partnerId,
    status: chosen ? ('ROUTED' as const) : ('WAITING' as const),
    outlet_id: chosen?.outletId ?? null,
    destination: order.destination,
    number,
  }
  // An order that was tried again in vain waits on: nothing was decided that is not on record.
  if (!chosen && cause === 'TRIED_AGAIN') {
    await saveRouting(tx, { ...row, number: order.number }, found.waitsSince ?? now, found.nextTryAt)
    return []
  }
  if (chosen) {
    const { outletId } = chosen
    await moveStock(tx, { outletId, needs: needsOf(order.lines), cause: 'TAKEN', orderId, at: now })
  }
  await saveRouting(tx, row, now, chosen ? null : found.nextTryAt)
  const kept = await sealed(tx, services, thread, decision)
  await recordRoute(tx, { order_id: orderId, number, cause, outlet_id: row.outlet_id, decision: kept }, now)
  return [
    {
      fact: { kind: chosen ? 'ORDER_ROUTED' : 'ORDER_NOT_ROUTED', subject: orderId },
      factId: `route ${orderId} ${number}`,
      actorId: null,
      bySide: null,
      at: now,
    },
  ]
}

type Found = ReturnType<typeof chooseOutlet> & { nextTryAt: Date | null; waitsSince: Date | null }

/** The outlets are held as they are, and the stock of those that may serve is locked, so that what is decided holds when it is written. */
async function decide(tx: Tx, services: ContractsServices, order: ToRoute, now: Date): Promise<Found> {
  const destination = order.destination && (await opened(tx, services, order.destination))
  const waitsSince = await changedAt(tx, order.orderId)
  // Where it goes was not said, or is forgotten with whom it was for: nobody can serve it, however often it is asked.
  if (!destination) return { chosen: null, candidates: [], nextTryAt: null, waitsSince }
  const outlets = await holdOutlets(tx, order.thread.partnerId)
  const near = candidatesFor(destination, outlets.map(routingOutlet), await declinesOf(tx, order.orderId), now)
  const able = near.filter(({ refusedFor }) => refusedFor === null).map(({ outletId }) => outletId)
  const needs = needsOf(order.lines)
  const chosen = chooseOutlet(near, needs, await lockStock(tx, able, needs))
  return { ...chosen, nextTryAt: nextTry(chosen.candidates, now), waitsSince }
}

async function changedAt(tx: Tx, orderId: string): Promise<Date | null> {
  const [row] = await tx.sql<{ changed_at: string }>('select changed_at from order_routing where order_id = $1', [
    orderId,
  ])
  return row ? new Date(row.changed_at) : null
}

/**
 * Ends the routing of a thread's order under the thread's lock (B20): the order was replaced, or the thread came to an end without a delivery. What was taken from
 * the outlet's stock is given back, and orders that wait are looked at again.
 */
export async function endRouting(tx: Tx, threadId: string, now: Date): Promise<void> {
  const known = await tx.sql(`select 1 from order_routing where thread_id = $1 and status <> 'ENDED'`, [threadId])
  if (known.length === 0) return
  for (const row of await lockRoutingsOfThread(tx, threadId)) {
    await giveBack(tx, row, now)
    await saveRouting(tx, { ...row, status: 'ENDED' }, now, null)
    if (row.status === 'ROUTED') await wakeWaiting(tx, row.seller_id, now)
  }
}

async function giveBack(tx: Tx, row: RoutingRow & { lines: readonly OrderLine[] }, at: Date): Promise<void> {
  if (row.status !== 'ROUTED' || row.outlet_id === null) return
  const needs = needsOf(row.lines)
  await lockStock(tx, [row.outlet_id], needs)
  await moveStock(tx, { outletId: row.outlet_id, needs, cause: 'GIVEN_BACK', orderId: row.order_id, at })
}

const declineForm = z.object({
  idempotencyKey: form.idempotencyKey,
  orderId: form.id,
  reason: form.text(longestReason),
})

/**
 * The outlet that has an order declines it, by its seller's call (B20): its stock is given back, and the order goes to the next that can serve it, or waits. The outlet is not
 * asked again for this order. Refuses all but the seller, and an order that no outlet has.
 */
export async function declineRoute(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ orderId: string } | Refusal> {
  const input = parseInput(declineForm, raw)
  if (isRefusal(input)) return input
  const now = services.now()
  const request = { actor, operation: 'declineRoute', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const [order] = await tx.sql<{ thread_id: string }>('select thread_id from trade_order where id = $1', [
      input.orderId,
    ])
    const act = order
      ? await startAct(tx, actor, order.thread_id, 'RESPOND_TO_ORDER', now)
      : refuse('NOT_FOUND', 'There is no order with this id that you are a party to.')
    if (isRefusal(act)) return act
    const routing = await lockRouting(tx, input.orderId)
    if (routing?.status !== 'ROUTED' || routing.outlet_id === null)
      return refuse('WRONG_STATE', 'No outlet has this order: there is nothing to decline.', {
        state: routing?.status ?? 'NOT_ROUTED',
      })
    await holdOutlets(tx, routing.seller_id)
    await lockAllStock(tx, routing.seller_id, needsOf(routing.lines))
    await giveBack(tx, routing, now)
    await recordDecline(
      tx,
      {
        orderId: input.orderId,
        outletId: routing.outlet_id,
        reason: input.reason,
        declinedBy: actor.memberId,
        operatorId: actor.operator?.memberId ?? null,
      },
      now,
    )
    const again = { ...routing, thread: act.thread, orderId: input.orderId }
    const facts = await route(tx, services, again, 'DECLINED', now)
    await appendFacts(tx, act.thread, facts)
    await wakeWaiting(tx, routing.seller_id, now)
    return { orderId: input.orderId }
  })
}

/**
 * Looks again at orders that wait for an outlet (B20), each in a transaction of its own; several at once route each order once.
 * @returns how many were routed
 */
export async function routeWaitingOrders(services: ContractsServices): Promise<number> {
  const due = await dueRoutings(services.store.query, services.now(), routedAtOnce)
  let routed = 0
  for (const { order_id: orderId, thread_id: threadId } of due)
    if (await routeOne(services, orderId, threadId)) routed++
  return routed
}

async function routeOne(services: ContractsServices, orderId: string, threadId: string): Promise<boolean> {
  return services.store.transaction(async (tx) => {
    const thread = await lockThread(tx, threadId)
    const routing = await lockRouting(tx, orderId)
    const now = services.now()
    const isDue = routing?.status === 'WAITING' && routing.next_try_at && new Date(routing.next_try_at) <= now
    if (!thread || !routing || !isDue) return false
    const facts = await route(tx, services, { ...routing, thread, orderId }, 'TRIED_AGAIN', now)
    await appendFacts(tx, thread, facts)
    return facts.length > 0
  })
}

/** As words of orders are kept: sealed where an end of the thread is a person or a guest. */
async function sealed(
  tx: Tx,
  { personalKeys }: ContractsServices,
  thread: Thread,
  value: Place | Decision,
): Promise<string> {
  const { note } = await sealWords(tx, personalKeys, thread, { note: JSON.stringify(value), terms: null })
  return note ?? ''
}

async function opened(tx: Tx, { personalKeys }: ContractsServices, kept: string): Promise<Place | null> {
  const text = await openWords(tx.sql, personalKeys, kept)
  return text === null ? null : (JSON.parse(text) as Place)
}
