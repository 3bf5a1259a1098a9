import { newCode, parseCode } from '@torihiki/shared/codes.ts'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { useLevel } from '@torihiki/shared/identity/level.ts'
import { hasScope } from '@torihiki/shared/identity/scopes.ts'
import { newId } from '@torihiki/shared/ids.ts'
import type { Money } from '@torihiki/shared/money.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import type { ContractsServices } from '../services.ts'
import { sealWords } from '../store/personal.ts'
import { shopOrderOfThread } from '../store/shop-orders.ts'
import { appendFacts, type Thread } from '../store/threads.ts'
import { linesForm, priceLines, type OrderLine } from './order-lines.ts'
import { termsForm, windowFaults, windowForm } from './order-terms.ts'
import { placeForm } from './outlets.ts'
import { routeNewOrder } from './route-order.ts'
import { startAct, type ThreadAct } from './thread-act.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  threadId: form.id,
  currency: z.string(),
  lines: linesForm,
  ...windowForm,
  terms: form.optional(termsForm),
  replacesOrderId: form.optional(form.id),
  note: form.optional(form.text(2_000)),
  paymentMethodId: form.optional(form.id),
  guaranteeNumber: form.optional(form.text(80)),
  deliverTo: form.optional(placeForm),
})

type Input = z.infer<typeof inputForm>
type Earlier = { id: string; order_code: string; version: number }

/**
 * Relays an order specification to the partner (A3) and answers with its code at once (C2): a payment that goes with it is
 * asked for by an event, so the order never waits for it. Refuses what the level does not allow (A7), and a payment by an API key
 * that is not for payments (A6).
 *
 * The orders of a thread are versions: each further one takes the place of the one before, which stays on record as it was. While that one
 * waits for its answer `replacesOrderId` must name it, so that nobody orders twice without knowing.
 *
 * An order to a seller who has outlets is routed to the nearest that can serve it (B20).
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
  const guaranteed = guaranteeOf(input)
  if (isRefusal(guaranteed)) return guaranteed
  const outside = windowFaults(input)
  if (outside.length > 0) return refuseInput(outside)
  const now = services.now()
  const request = { actor, operation: 'sendOrder', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const act = await startAct(tx, actor, input.threadId, 'SEND_ORDER', now)
    if (isRefusal(act)) return act
    const atShop = await shopOrderOfThread((text, p) => tx.sql(text, p), act.thread.id)
    if (atShop)
      return refuse(
        'WRONG_STATE',
        `${atShop.order_code} is an order at a shop: nothing takes its place. Quote your cart, and place another.`,
        {
          state: atShop.status,
        },
      )
    const earlier = await newestOrder(tx, act.thread.id)
    const replaced = replacedOrder(input, act, earlier)
    if (isRefusal(replaced)) return replaced
    const tooMuch = await useLevel(
      tx,
      act.member,
      { operation: 'SEND_ORDER', amount: priced.total, counterpartIds: [act.counterpartId] },
      now,
    )
    if (tooMuch) return tooMuch
    const words = await sealWords(tx, services.personalKeys, act.thread, input)
    const { orderId } = await insertOrder(tx, { ...input, ...guaranteed, ...words }, priced, earlier, now)
    const place = input.deliverTo && { latitudeE7: input.deliverTo.latitude, longitudeE7: input.deliverTo.longitude }
    const toRoute = { orderId, lines: priced.lines, destination: place }
    const routed = await routeNewOrder(tx, services, act.thread, toRoute, now)
    await appendFacts(tx, act.thread, [
      {
        fact: { kind: 'ORDER_SENT', subject: orderId, ...(earlier && { replaces: earlier.id }) },
        factId: `order ${orderId}`,
        actorId: actor.memberId,
        operator: actor.operator ?? null,
        bySide: act.side,
        at: now,
      },
      ...routed,
    ])
    const { paymentMethodId } = input
    await announce(tx, act, { orderId, total: priced.total, earlier, paymentMethodId, ...guaranteed })
    return { orderId }
  })
}

/** The number of the guarantee that the order quotes (B10), in its one written form. It goes with a payment method, which says that it is paid so. */
export function guaranteeOf({
  guaranteeNumber: typed,
  paymentMethodId,
}: Pick<Input, 'guaranteeNumber' | 'paymentMethodId'>): { guaranteeNumber: string | null } | Refusal {
  if (typed === null) return { guaranteeNumber: null }
  const parsed = parseCode('TRANSACTION', typed)
  if (!parsed.ok) return refuseInput([{ path: 'guaranteeNumber', message: parsed.message }])
  return paymentMethodId === null
    ? refuseInput([
        { path: 'paymentMethodId', message: 'Name a payment method of the kind COUNTER with the guarantee.' },
      ])
    : { guaranteeNumber: parsed.code }
}

async function newestOrder(tx: Tx, threadId: string): Promise<Earlier | null> {
  const [row] = await tx.sql<Earlier>(
    'select id, order_code, version from trade_order where thread_id = $1 order by version desc limit 1',
    [threadId],
  )
  return row ?? null
}

/** Whoever names an order means the newest; while it waits for its answer it must be named. */
function replacedOrder({ replacesOrderId }: Input, { thread }: ThreadAct, earlier: Earlier | null): Refusal | null {
  const newest = earlier ? `the newest is ${earlier.order_code} (${earlier.id})` : 'there is none'
  if (replacesOrderId !== null && replacesOrderId !== earlier?.id)
    return refuse('WRONG_STATE', `replacesOrderId is not the newest order of this thread: ${newest}.`, {
      state: thread.status,
    })
  if (thread.status === 'ORDERED' && replacesOrderId === null)
    return refuse(
      'WRONG_STATE',
      `An order waits for its answer already: ${newest}. To send another in its place name it in replacesOrderId.`,
      { state: thread.status },
    )
  return null
}

/** Puts an order on record. Gives its id and its code. */
export async function insertOrder(
  tx: Tx,
  input: Omit<Input, 'idempotencyKey' | 'lines' | 'deliverTo' | 'replacesOrderId'>,
  priced: { lines: OrderLine[]; total: Money },
  earlier: Earlier | null,
  now: Date,
): Promise<{ orderId: string; orderCode: string }> {
  const [orderId, orderCode] = [newId(), newCode('ORDER')]
  await tx.sql(
    `insert into trade_order (id, order_code, thread_id, currency, lines, total_minor, deliver_from, deliver_by, terms, note,
       payment_method_id, version, replaces_id, sent_at, guarantee_number) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      orderId,
      orderCode,
      input.threadId,
      input.currency,
      JSON.stringify(priced.lines),
      priced.total.minor,
      input.deliverFrom,
      input.deliverBy,
      input.terms && JSON.stringify(input.terms),
      input.note,
      input.paymentMethodId,
      (earlier?.version ?? 0) + 1,
      earlier?.id ?? null,
      now,
      input.guaranteeNumber,
    ],
  )
  return { orderId, orderCode }
}

/** Tells the payment's part of the hub of an order, and how it is paid. */
export async function announce(
  tx: Tx,
  { thread }: { thread: Pick<Thread, 'id' | 'sourceId' | 'partnerId'> },
  {
    orderId,
    total,
    earlier,
    paymentMethodId,
    guaranteeNumber,
    methodKinds = null,
  }: {
    orderId: string
    total: Money
    earlier: Pick<Earlier, 'id'> | null
    paymentMethodId: string | null
    guaranteeNumber: string | null
    methodKinds?: readonly string[] | null
  },
): Promise<void> {
  await tx.publish('OrderSent', {
    orderId,
    threadId: thread.id,
    payerId: thread.sourceId,
    payeeId: thread.partnerId,
    amountMinor: total.minor.toString(),
    currency: total.currency,
    paymentMethodId,
    replacesOrderId: earlier?.id ?? null,
    guaranteeNumber,
    methodKinds: methodKinds && [...methodKinds],
  })
}
