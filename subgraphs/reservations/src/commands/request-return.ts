import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { knownMembers } from '@torihiki/shared/identity/known-members.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { moneyOf, spell } from '@torihiki/shared/money.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { mayCoolOff } from '../domain/cooling-off.ts'
import { returnable, returnReasons } from '../domain/goods-return.ts'
import type { ReservationsServices } from '../services.ts'
import { coolingOffOfThread } from '../store/cooling-off.ts'
import { lockReservation, newestStatus } from '../store/reservations.ts'
import { insertReturn, spokenFor } from '../store/returns.ts'
import { contractOf, hasParties, inspectedSoFar, lockThread, type PartiedThread } from '../store/threads.ts'
import { tellReturn } from './refund-return.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  threadId: form.id,
  reservationId: form.optional(form.id),
  amount: form.optional(form.money),
  reason: z.enum(returnReasons),
  description: form.optional(form.text(1000)),
  carrierId: form.optional(form.id),
})
type Input = z.infer<typeof inputForm>

/**
 * Asks to give goods back after they were paid (B15), all or a part, for a reason. The seller takes it or refuses; within the cooling-off period by law
 * COOLING_OFF is accepted at once. For the buyer. Refuses NOT_FOUND, NOT_ALLOWED, WRONG_STATE when nothing is paid (before inspection a
 * reservation is given up instead) or all is spoken for, INVALID_INPUT above what may be given back still: what was paid less
 * what was refunded and what open returns speak for, under the thread's and the reservation's row locks.
 */
export async function requestReturn(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ returnId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'requestReturn', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const thread = await lockThread(tx, input.threadId)
    if (!hasParties(thread) || (thread.sourceId !== actor.memberId && thread.partnerId !== actor.memberId))
      return refuse('NOT_FOUND', 'There is no thread with this id that you are a party to.')
    if (thread.sourceId !== actor.memberId) return refuse('NOT_ALLOWED', 'Only the buyer gives goods back.')
    if (input.carrierId && !(await knownMembers(tx, [input.carrierId])).get(input.carrierId)?.roles.includes('CARRIER'))
      return refuseInput([{ path: 'carrierId', message: 'There is no carrier with this id.' }])
    return recordRequest(tx, services, thread, input)
  })
}

/** What was paid and may be given back: of a reservation, or of a contract on account what was inspected. */
type Paid = { readonly reservationId: string | null; readonly paid: bigint }

async function paidOf(tx: Tx, thread: PartiedThread, input: Input): Promise<Paid | Refusal> {
  const contract = await contractOf(tx, thread.id)
  if (!contract) return nothingPaid('NO_CONTRACT')
  if (contract.payment === 'ON_ACCOUNT') return { reservationId: null, paid: await inspectedSoFar(tx, thread.id) }
  const [newest] = await tx.sql<{ id: string }>(
    `select id from payment_reservation where thread_id = $1 and ($2::uuid is null and status = 'CAPTURED' or id = $2) order by id desc limit 1`,
    [thread.id, input.reservationId],
  )
  if (!newest)
    return input.reservationId
      ? refuse('NOT_FOUND', 'The thread has no reservation with this id.')
      : nothingPaid((await newestStatus(tx, thread.id)) ?? 'NO_RESERVATION')
  const locked = await lockReservation(tx, newest.id)
  if (isRefusal(locked)) return locked
  return locked.row.status === 'CAPTURED'
    ? { reservationId: locked.row.id, paid: BigInt(locked.row.captured_minor ?? 0) }
    : nothingPaid(locked.row.status)
}

const nothingPaid = (state: string): Refusal =>
  refuse(
    'WRONG_STATE',
    `Nothing that is paid can be given back (${state}). Before inspection, give up the reservation.`,
    { state },
  )

async function recordRequest(
  tx: Tx,
  services: ReservationsServices,
  thread: PartiedThread,
  input: Input,
): Promise<{ returnId: string } | Refusal> {
  const contract = await contractOf(tx, thread.id)
  const paid = await paidOf(tx, thread, input)
  if (isRefusal(paid)) return paid
  if (!contract) return nothingPaid('NO_CONTRACT')
  const { currency } = contract.total
  const { open, refunded } = await spokenFor(tx, thread.id, paid.reservationId)
  const left = returnable(paid.paid, refunded, open)
  if (left === 0n)
    return refuse('WRONG_STATE', 'All that was paid is refunded, or another return speaks for it.', {
      state: 'RETURNED',
    })
  if (input.amount && input.amount.currency !== currency)
    return refuseInput([{ path: 'amount.currency', message: `It was paid in ${currency}.` }])
  const minor = input.amount?.minor ?? left
  if (minor > left)
    return refuseInput([
      { path: 'amount', message: `At most ${spell(moneyOf(left, currency))} can be given back still.` },
    ])
  const now = services.now()
  const byLaw = input.reason === 'COOLING_OFF' && mayCoolOff(await coolingOffOfThread(tx.sql, thread.id, now), now)
  const row = {
    id: newId(),
    thread_id: thread.id,
    contract_id: contract.contractId,
    reservation_id: paid.reservationId,
    buyer_id: thread.sourceId,
    seller_id: thread.partnerId,
    carrier_id: input.carrierId,
    minor: minor.toString(),
    currency,
    reason: input.reason,
    description: input.description,
    by_law: byLaw,
    status: byLaw ? ('ACCEPTED' as const) : ('REQUESTED' as const),
    requested_at: now.toISOString(),
    decided_at: byLaw ? now.toISOString() : null,
    refusal: null,
    returned_at: null,
    reported_by: null,
  }
  await insertReturn(tx, row)
  await tellReturn(tx, row, 'REQUESTED', thread.sourceId)
  if (byLaw) await tellReturn(tx, row, 'ACCEPTED', null)
  return { returnId: row.id }
}
