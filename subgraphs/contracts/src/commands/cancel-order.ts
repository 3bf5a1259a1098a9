import { parseCode } from '@torihiki/shared/codes.ts'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { isInTime } from '../domain/cases/actions.ts'
import type { ContractsServices } from '../services.ts'
import { shopOrderOfThread } from '../store/shop-orders.ts'
import { appendFacts, lockThread } from '../store/threads.ts'
import { proposeCancellation } from './cancel-contract.ts'
import { longestReason } from './reason.ts'
import { endRouting } from './route-order.ts'
import { endShopOrder } from './shop-order-life.ts'
import { startAct, type ThreadAct } from './thread-act.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  orderCode: form.text(80),
  reason: form.optional(form.text(longestReason)),
})

/** What is said for a customer who gives no reason. */
const noReason = 'Cancelled by the customer.'

/**
 * Cancels an order by its code, as who sent it (C9). Before the contract stands it is withdrawn at once, whether its payment is being asked for or not; then, while nothing was delivered, at
 * once too where the terms of its shop say so, else it is proposed to the other side. Of a cancellation and the result of an authorization the first to lock the thread wins: goods come back once, and an approval
 * that comes later is reversed. `cancelled` is false when it was only proposed. Refuses NOT_FOUND, also for its seller, WRONG_STATE with the way to go: a return once it was delivered (B15).
 */
export async function cancelOrder(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ orderId: string; cancelled: boolean } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const code = parseCode('ORDER', input.orderCode)
  if (!code.ok) return refuseInput([{ path: 'orderCode', message: code.message }])
  const request = { actor, operation: 'cancelOrder', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const order = await orderOf(tx, code.code)
    const thread = order && (await lockThread(tx, order.thread_id))
    if (!order || thread?.sourceId !== actor.memberId)
      return refuse('NOT_FOUND', 'There is no order with this code that you sent.')
    if (order.replaced_by)
      return refuse('WRONG_STATE', `The order ${order.replaced_by} took the place of this one. Cancel that one.`, {
        state: thread.status,
      })
    const now = services.now()
    const isBefore = isInTime('WITHDRAW_CASE', thread.status)
    if (!isBefore && !isInTime('CANCEL_CONTRACT', thread.status)) return tooLate(thread.status)
    const act = await startAct(tx, actor, thread.id, isBefore ? 'WITHDRAW_CASE' : 'CANCEL_CONTRACT', now)
    if (isRefusal(act)) return act
    if (isBefore) {
      await withdraw(tx, act, actor, input.reason, now)
      return { orderId: order.id, cancelled: true }
    }
    const atShop = await shopOrderOfThread((text, p) => tx.sql(text, p), thread.id)
    const { terms } = atShop?.quote ?? {}
    const instruction =
      terms?.cancelBeforeDelivery && atShop ? { shopId: atShop.shop_id, version: terms.version } : null
    const proposed = await proposeCancellation(tx, services, act, actor, input.reason ?? noReason, now, instruction)
    return isRefusal(proposed) ? proposed : { orderId: order.id, cancelled: proposed.cancelled }
  })
}

type Found = { id: string; thread_id: string; replaced_by: string | null }

async function orderOf(tx: Tx, orderCode: string): Promise<Found | null> {
  const [row] = await tx.sql<Found>(
    'select id, thread_id, (select n.order_code from trade_order n where n.replaces_id = o.id) as replaced_by from trade_order o where order_code = $1',
    [orderCode],
  )
  return row ?? null
}

/** Why it cannot be cancelled any more, and what can be done. */
function tooLate(state: string): Refusal {
  const message = ['DELIVERED', 'INSPECTED', 'SETTLED'].includes(state)
    ? 'It was delivered: it cannot be cancelled any more. To give the goods back ask for a return with requestReturn, once they were inspected.'
    : `The order is over already: ${state}.`
  return refuse('WRONG_STATE', message, { state })
}

async function withdraw(
  tx: Tx,
  { thread, side }: ThreadAct,
  actor: Actor,
  reason: string | null,
  now: Date,
): Promise<void> {
  await appendFacts(tx, thread, [
    {
      fact: { kind: 'CASE_WITHDRAWN', ...(reason !== null && { reason }) },
      factId: 'withdrawn',
      actorId: actor.memberId,
      operator: actor.operator ?? null,
      bySide: side,
      at: now,
    },
  ])
  await endShopOrder(tx, thread.id, 'CANCELLED', now)
  await endRouting(tx, thread.id, now)
  await tx.publish('ThreadEnded', { threadId: thread.id, status: 'WITHDRAWN' })
}
