import { newCode } from '@torihiki/shared/codes.ts'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { useLevel } from '@torihiki/shared/identity/level.ts'
import { hasScope } from '@torihiki/shared/identity/scopes.ts'
import { newId } from '@torihiki/shared/ids.ts'
import type { Money } from '@torihiki/shared/money.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import type { ContractsServices } from '../services.ts'
import { appendFacts } from '../store/threads.ts'
import { linesForm, priceLines, type OrderLine } from './order-lines.ts'
import { startAct, type ThreadAct } from './thread-act.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  threadId: form.id,
  currency: z.string(),
  lines: linesForm,
  deliverBy: form.optional(form.day),
  note: form.optional(form.text(2_000)),
  paymentMethodId: form.optional(form.id),
})

/**
 * Relays an order specification to the partner (A3) and answers with its code at once (C2): a payment that goes with it is
 * asked for by an event, so the order never waits for it. Refuses what the level does not allow (A7), and a payment by an API key
 * that is not for payments (A6).
 */
export async function sendOrder(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ orderId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  if (input.paymentMethodId !== null && !hasScope(actor, 'PAY'))
    return refuse('NOT_ALLOWED', 'The API key has not the scope PAY, which an order with a payment method needs.')
  const priced = priceLines(input.lines, input.currency)
  if (isRefusal(priced)) return priced
  const now = services.now()
  const request = { actor, operation: 'sendOrder', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const act = await startAct(tx, actor, input.threadId, 'SEND_ORDER', now)
    if (isRefusal(act)) return act
    const tooMuch = await useLevel(
      tx,
      act.member,
      { operation: 'SEND_ORDER', amount: priced.total, counterpartIds: [act.counterpartId] },
      now,
    )
    if (tooMuch) return tooMuch
    const orderId = await insertOrder(tx, input, priced, now)
    await appendFacts(tx, act.thread, [
      {
        fact: { kind: 'ORDER_SENT', subject: orderId },
        factId: `order ${orderId}`,
        actorId: actor.memberId,
        bySide: act.side,
        at: now,
      },
    ])
    await announce(tx, act, orderId, priced.total, input.paymentMethodId)
    return { orderId }
  })
}

async function insertOrder(
  tx: Tx,
  input: z.infer<typeof inputForm>,
  priced: { lines: OrderLine[]; total: Money },
  now: Date,
): Promise<string> {
  const orderId = newId()
  await tx.sql(
    `insert into trade_order (id, order_code, thread_id, currency, lines, total_minor, deliver_by, note, payment_method_id, sent_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      orderId,
      newCode('ORDER'),
      input.threadId,
      input.currency,
      JSON.stringify(priced.lines),
      priced.total.minor,
      input.deliverBy,
      input.note,
      input.paymentMethodId,
      now,
    ],
  )
  return orderId
}

async function announce(
  tx: Tx,
  { thread }: ThreadAct,
  orderId: string,
  total: Money,
  paymentMethodId: string | null,
): Promise<void> {
  await tx.publish('OrderSent', {
    orderId,
    threadId: thread.id,
    payerId: thread.sourceId,
    payeeId: thread.partnerId,
    amountMinor: total.minor.toString(),
    currency: total.currency,
    paymentMethodId,
  })
}
