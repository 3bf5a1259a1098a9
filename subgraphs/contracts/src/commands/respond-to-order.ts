import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import type { ContractsServices } from '../services.ts'
import { sealWords } from '../store/personal.ts'
import { shopOrderOfThread } from '../store/shop-orders.ts'
import { appendFacts } from '../store/threads.ts'
import { linesForm, priceLines } from './order-lines.ts'
import { termsForm, windowFaults, windowForm } from './order-terms.ts'
import { endShopOrder } from './shop-order-life.ts'
import { endRouting } from './route-order.ts'
import { startAct } from './thread-act.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  orderId: form.id,
  kind: z.enum(['ACCEPTED', 'ACCEPTED_WITH_CHANGES', 'DECLINED']),
  note: form.optional(form.text(2_000)),
  lines: form.optional(linesForm),
  ...windowForm,
  terms: form.optional(termsForm),
  replacesVersion: form.optional(z.int()),
})

type Input = z.infer<typeof inputForm>

/**
 * Relays the partner's order reception specification (A4). Refuses all but the partner, an order that another took the place of, and one
 * that was answered before, unless `replacesVersion` names that answer: then this is its next version, and the one before stays on record.
 */
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
  const outside = windowFaults(input)
  if (outside.length > 0) return refuseInput(outside)
  const states = input.deliverFrom ?? input.deliverBy ?? input.terms
  if (states !== null && input.kind !== 'ACCEPTED_WITH_CHANGES')
    return refuseInput([{ path: 'kind', message: 'Other terms or days than those ordered are ACCEPTED_WITH_CHANGES.' }])
  const now = services.now()
  const request = { actor, operation: 'respondToOrder', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const order = await orderOf(tx, input.orderId)
    const act = order
      ? await startAct(tx, actor, order.thread_id, 'RESPOND_TO_ORDER', now)
      : refuse('NOT_FOUND', 'There is no order with this id that you are a party to.')
    if (isRefusal(act) || !order) return act as Refusal
    if (order.replaced_by)
      return refuse('WRONG_STATE', `The order ${order.replaced_by} took the place of this one. Answer that one.`, {
        state: act.thread.status,
      })
    const atShop = await shopOrderOfThread((text, p) => tx.sql(text, p), act.thread.id)
    if (atShop && input.kind !== 'DECLINED')
      return refuse(
        'WRONG_STATE',
        'The hub accepts this order by the standing instruction of your shop, once it is paid. You can decline it until then.',
        {
          state: atShop.status,
        },
      )
    const words = await sealWords(tx, services.personalKeys, act.thread, input)
    const version = await insertResponse(tx, { ...input, ...words }, order.currency, now)
    if (isRefusal(version)) return version
    const declined = input.kind === 'DECLINED'
    await appendFacts(tx, act.thread, [
      {
        fact: { kind: 'ORDER_ANSWERED', subject: input.orderId, declined },
        factId: version === 1 ? `answer ${input.orderId}` : `answer ${input.orderId} ${version}`,
        actorId: actor.memberId,
        operator: actor.operator ?? null,
        bySide: act.side,
        at: now,
      },
    ])
    if (declined) await endShopOrder(tx, act.thread.id, 'NOT_CONCLUDED', now)
    if (declined) await endRouting(tx, act.thread.id, now)
    if (declined) await tx.publish('ThreadEnded', { threadId: act.thread.id, status: 'DECLINED' })
    return { orderId: input.orderId }
  })
}

type Ordered = { thread_id: string; currency: string; replaced_by: string | null }

async function orderOf(tx: Tx, orderId: string): Promise<Ordered | null> {
  const [row] = await tx.sql<Ordered>(
    'select thread_id, currency, (select n.order_code from trade_order n where n.replaces_id = o.id) as replaced_by from trade_order o where id = $1',
    [orderId],
  )
  return row ?? null
}

/** @returns the version of the answer that was saved; the first is 1 */
async function insertResponse(tx: Tx, input: Input, currency: string, now: Date): Promise<number | Refusal> {
  const priced = input.lines ? priceLines(input.lines, currency) : null
  if (isRefusal(priced)) return priced
  const [newest] = await tx.sql<{ version: number }>(
    'select version from order_response where order_id = $1 order by version desc limit 1',
    [input.orderId],
  )
  const before = newest?.version ?? null
  if (before !== input.replacesVersion) return answeredOtherwise(before)
  const version = (before ?? 0) + 1
  await tx.sql(
    `insert into order_response (order_id, version, kind, note, lines, total_minor, deliver_from, deliver_by, terms, responded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      input.orderId,
      version,
      input.kind,
      input.note,
      priced ? JSON.stringify(priced.lines) : null,
      priced?.total.minor ?? null,
      input.deliverFrom,
      input.deliverBy,
      input.terms && JSON.stringify(input.terms),
      now,
    ],
  )
  return version
}

function answeredOtherwise(version: number | null): Refusal {
  const message =
    version === null
      ? 'This order has no answer yet: leave replacesVersion out.'
      : `This order has been answered already, by version ${version}. To change the answer name that version in replacesVersion.`
  return refuse('WRONG_STATE', message, { state: version === null ? 'ORDERED' : 'RESPONDED' })
}
