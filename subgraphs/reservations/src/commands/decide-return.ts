import { hasRole, type Actor } from '@torihiki/shared/identity/actor.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { returnAfter } from '../domain/goods-return.ts'
import type { GoodsReturnModel } from '../graphql/models.ts'
import type { ReservationsServices } from '../services.ts'
import { readReturn, updateReturn } from '../store/returns.ts'
import { lockThread } from '../store/threads.ts'
import { isOperator } from './operator.ts'
import { beginRefund, nextReturnStatus, tellReturn } from './refund-return.ts'

const plainForm = z.object({ idempotencyKey: form.idempotencyKey, returnId: form.id })
const refuseForm = plainForm.extend({ reason: form.text(500) })

type Answer = { returnId: string }
type Act = {
  readonly operation: 'acceptReturn' | 'refuseReturn' | 'withdrawReturn' | 'reportGoodsReturned'
  readonly event: Parameters<typeof returnAfter>[1]
  readonly may: (row: GoodsReturnModel, actor: Actor) => Refusal | null
  readonly work: (tx: Tx, row: GoodsReturnModel) => Promise<void>
}

/** Takes goods back (B15): the buyer may send them. For the seller. Refuses NOT_FOUND, NOT_ALLOWED, WRONG_STATE. */
export async function acceptReturn(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<Answer | Refusal> {
  const input = parseInput(plainForm, raw)
  if (isRefusal(input)) return input
  return act(services, actor, input, raw, {
    operation: 'acceptReturn',
    event: 'Accepted',
    may: sellerOnly,
    work: async (tx, row) => {
      await updateReturn(tx, row.id, nextReturnStatus(row, 'Accepted'), { decidedAt: services.now() })
      await tellReturn(tx, row, 'ACCEPTED', row.seller_id)
    },
  })
}

/**
 * Refuses to take goods back, with the reason, which the buyer sees. For the seller. Refuses NOT_FOUND, WRONG_STATE, and NOT_ALLOWED what the
 * buyer may give back by law: that is nobody's to refuse.
 */
export async function refuseReturn(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<Answer | Refusal> {
  const input = parseInput(refuseForm, raw)
  if (isRefusal(input)) return input
  return act(services, actor, input, raw, {
    operation: 'refuseReturn',
    event: 'Refused',
    may: (row, who) =>
      sellerOnly(row, who) ??
      (row.by_law
        ? refuse('NOT_ALLOWED', 'The buyer gives back within the cooling-off period by law: that cannot be refused.')
        : null),
    work: async (tx, row) => {
      const after = nextReturnStatus(row, 'Refused')
      await updateReturn(tx, row.id, after, { decidedAt: services.now(), refusal: input.reason })
      await tellReturn(tx, row, 'REFUSED', row.seller_id)
    },
  })
}

/** Keeps the goods after all. For the buyer, until they are back. Refuses NOT_FOUND, NOT_ALLOWED, WRONG_STATE. */
export async function withdrawReturn(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<Answer | Refusal> {
  const input = parseInput(plainForm, raw)
  if (isRefusal(input)) return input
  return act(services, actor, input, raw, {
    operation: 'withdrawReturn',
    event: 'Withdrawn',
    may: (row, who) =>
      row.buyer_id === who.memberId ? null : refuse('NOT_ALLOWED', 'Only the buyer withdraws its request.'),
    work: async (tx, row) => {
      await updateReturn(tx, row.id, nextReturnStatus(row, 'Withdrawn'))
      await tellReturn(tx, row, 'WITHDRAWN', row.buyer_id)
    },
  })
}

/**
 * Reports that the goods are back: the refund follows at once, exactly once. For the seller, the carrier that the buyer named, or an
 * operator of the institution, should the seller keep silent. Refuses NOT_FOUND, NOT_ALLOWED the buyer, WRONG_STATE.
 */
export async function reportGoodsReturned(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<Answer | Refusal> {
  const input = parseInput(plainForm, raw)
  if (isRefusal(input)) return input
  return act(services, actor, input, raw, {
    operation: 'reportGoodsReturned',
    event: 'GoodsReturned',
    may: (row, who) =>
      row.seller_id === who.memberId || isCarrierOf(row, who) || (isOperator(who) && row.buyer_id !== who.memberId)
        ? null
        : refuse('NOT_ALLOWED', 'The seller or the carrier reports that the goods are back.'),
    work: async (tx, row) => {
      const after = nextReturnStatus(row, 'GoodsReturned')
      await updateReturn(tx, row.id, after, { returnedAt: services.now(), reportedBy: actor.memberId })
      await tellReturn(tx, row, 'GOODS_RETURNED', actor.memberId)
      await beginRefund(tx, services, row)
    },
  })
}

/** Whether the actor is the carrier that brings the goods back. */
export function isCarrierOf(row: Pick<GoodsReturnModel, 'carrier_id'>, actor: Actor): boolean {
  return row.carrier_id === actor.memberId && hasRole(actor, 'CARRIER')
}

function sellerOnly(row: GoodsReturnModel, actor: Actor): Refusal | null {
  return row.seller_id === actor.memberId
    ? null
    : refuse('NOT_ALLOWED', 'Only the seller takes goods back or refuses to.')
}

async function act(
  services: ReservationsServices,
  actor: Actor,
  { returnId, idempotencyKey }: { returnId: string; idempotencyKey: string },
  raw: unknown,
  { operation, event, may, work }: Act,
): Promise<Answer | Refusal> {
  const missing = refuse('NOT_FOUND', 'There is no return with this id that you are a party to.')
  return runCommand(services.store, { actor, operation, idempotencyKey, input: raw }, async (tx) => {
    const found = await readReturn(tx.sql, returnId)
    if (!found) return missing
    // All that happens to returns of a thread happens one after the other.
    await lockThread(tx, found.thread_id)
    const row = await readReturn(tx.sql, returnId)
    if (!row) return missing
    const isParty = row.buyer_id === actor.memberId || row.seller_id === actor.memberId
    if (!isParty && !isCarrierOf(row, actor) && !isOperator(actor)) return missing
    const refusal = may(row, actor)
    if (refusal) return refusal
    if (!returnAfter(row.status, event))
      return refuse('WRONG_STATE', `The return is ${row.status}.`, { state: row.status })
    await work(tx, row)
    return { returnId }
  })
}
