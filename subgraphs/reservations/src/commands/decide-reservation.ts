import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import type { PaymentReservationModel } from '../graphql/models.ts'
import type { ReservationsServices } from '../services.ts'
import { lockReservation } from '../store/reservations.ts'
import { knownHold, recordChange, releaseHold } from './change-reservation.ts'
import { refuseUnlessOperator } from './operator.ts'

const approveForm = z.object({ idempotencyKey: form.idempotencyKey, reservationId: form.id })
const rejectForm = approveForm.extend({ reason: form.text(500) })

type Decision = {
  readonly operation: 'approveReservation' | 'rejectReservation'
  readonly idempotencyKey: string
  readonly reservationId: string
  readonly input: unknown
}

/**
 * Approves a reservation on credit that waits for a person (B12): it is RESERVED, and the merchant is told (B6). For operators of the
 * institution, on record with who it was. Refuses NOT_FOUND, and WRONG_STATE what does not wait, has ended or expired; nobody
 * approves what is his own to pay.
 */
export async function approveReservation(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ reservationId: string } | Refusal> {
  const input = parseInput(approveForm, raw)
  if (isRefusal(input)) return input
  return decide(services, actor, { ...input, operation: 'approveReservation', input: raw }, async (tx, row) => {
    await insertDecision(tx, services, row, actor, 'APPROVED', null)
    const { id: reservationId, thread_id: threadId, planned_minor: amountMinor, currency } = row
    await tx.publish('PaymentReserved', { reservationId, threadId, amountMinor, currency })
    await recordChange(tx, services, row, { type: 'Approved' })
  })
}

/**
 * Rejects it: nothing is held any more, the reservation is REFUSED with the reason, which the payer sees; the payee learns that it
 * was refused. Refuses as `approveReservation` does.
 */
export async function rejectReservation(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ reservationId: string } | Refusal> {
  const input = parseInput(rejectForm, raw)
  if (isRefusal(input)) return input
  return decide(services, actor, { ...input, operation: 'rejectReservation', input: raw }, async (tx, row) => {
    await insertDecision(tx, services, row, actor, 'REJECTED', input.reason)
    await releaseHold(tx, services, row, 'VOIDED')
    const code = 'CREDIT_REJECTED'
    await tx.publish('PaymentReservationRefused', { reservationId: row.id, threadId: row.thread_id, reason: code })
    const reason = `The credit was not approved: ${input.reason}`
    await recordChange(tx, services, row, { type: 'Refused', reason, planned: BigInt(row.planned_minor) }, code)
  })
}

async function decide(
  services: ReservationsServices,
  actor: Actor,
  { operation, idempotencyKey, reservationId, input }: Decision,
  work: (tx: Tx, row: PaymentReservationModel) => Promise<void>,
): Promise<{ reservationId: string } | Refusal> {
  const refusal = refuseUnlessOperator(actor)
  if (refusal) return refusal
  return runCommand(services.store, { actor, operation, idempotencyKey, input }, async (tx) => {
    const locked = await lockReservation(tx, reservationId)
    if (isRefusal(locked)) return locked
    const { row } = locked
    if (row.payer_id === actor.memberId)
      return refuse('NOT_ALLOWED', 'The payment is your own. Let another operator decide on it.')
    if (row.status !== 'AUTHORIZING' || !row.awaits_approval)
      return refuse('WRONG_STATE', `The reservation does not wait for an approval: it is ${row.status}.`, {
        state: row.status,
      })
    if ((await knownHold(tx, row.id)).overdue)
      return refuse('WRONG_STATE', 'The reservation has expired.', { state: 'EXPIRED' })
    await work(tx, row)
    return { reservationId }
  })
}

async function insertDecision(
  tx: Tx,
  services: ReservationsServices,
  row: PaymentReservationModel,
  actor: Actor,
  decision: 'APPROVED' | 'REJECTED',
  reason: string | null,
): Promise<void> {
  await tx.sql(
    'insert into approval (reservation_id, decision, decided_by, reason, decided_at) values ($1, $2, $3, $4, $5)',
    [row.id, decision, actor.memberId, reason, services.now()],
  )
}
