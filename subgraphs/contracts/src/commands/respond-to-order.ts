import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import type { ContractsServices } from '../services.ts'
import { appendFacts } from '../store/threads.ts'
import { linesForm, priceLines } from './order-lines.ts'
import { startAct } from './thread-act.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  orderId: form.id,
  kind: z.enum(['ACCEPTED', 'ACCEPTED_WITH_CHANGES', 'DECLINED']),
  note: form.optional(form.text(2_000)),
  lines: form.optional(linesForm),
})

type Input = z.infer<typeof inputForm>

/** Relays the partner's order reception specification (A4). Refuses all but the partner, and an order answered before. */
export async function respondToOrder(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ orderId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  if ((input.kind === 'ACCEPTED_WITH_CHANGES') !== (input.lines !== null)) {
    return refuseInput([{ path: 'lines', message: 'Give all lines with ACCEPTED_WITH_CHANGES, and only then.' }])
  }
  const now = services.now()
  const request = { actor, operation: 'respondToOrder', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const order = await orderOf(tx, input.orderId)
    const act = order
      ? await startAct(tx, actor, order.thread_id, 'RESPOND_TO_ORDER', now)
      : refuse('NOT_FOUND', 'There is no order with this id that you are a party to.')
    if (isRefusal(act) || !order) return act as Refusal
    const saved = await insertResponse(tx, input, order.currency, now)
    if (isRefusal(saved)) return saved
    const declined = input.kind === 'DECLINED'
    await appendFacts(tx, act.thread, [
      {
        fact: { kind: 'ORDER_ANSWERED', subject: input.orderId, declined },
        factId: `answer ${input.orderId}`,
        actorId: actor.memberId,
        bySide: act.side,
        at: now,
      },
    ])
    if (declined) await tx.publish('ThreadEnded', { threadId: act.thread.id, status: 'DECLINED' })
    return { orderId: input.orderId }
  })
}

async function orderOf(tx: Tx, orderId: string): Promise<{ thread_id: string; currency: string } | null> {
  const [row] = await tx.sql<{ thread_id: string; currency: string }>(
    'select thread_id, currency from trade_order where id = $1',
    [orderId],
  )
  return row ?? null
}

async function insertResponse(tx: Tx, input: Input, currency: string, now: Date): Promise<Refusal | null> {
  const priced = input.lines ? priceLines(input.lines, currency) : null
  if (isRefusal(priced)) return priced
  const rows = await tx.sql(
    `insert into order_response (order_id, kind, note, lines, total_minor, responded_at) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing returning 1 as saved`,
    [
      input.orderId,
      input.kind,
      input.note,
      priced ? JSON.stringify(priced.lines) : null,
      priced?.total.minor ?? null,
      now,
    ],
  )
  return rows.length > 0 ? null : refuse('WRONG_STATE', 'This order has been answered already.', { state: 'RESPONDED' })
}
