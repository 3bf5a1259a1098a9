import type { Money } from '@torihiki/shared/money.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { coverFault, type Needed } from '../domain/guarantee.ts'
import { evolve } from '../domain/reservation.ts'
import type { PaymentMethodModel } from '../graphql/models.ts'
import type { ReservationsServices } from '../services.ts'
import { candidatesFor, guaranteeByNumber, lockGuarantee, offeredOf, type GuaranteeRow } from '../store/guarantees.ts'
import { insertReservation } from '../store/reservations.ts'
import type { PartiedThread } from '../store/threads.ts'
import { recordStep } from './change-guarantee.ts'
import { announce } from './change-reservation.ts'
import { nothingToFreeze } from './may-use-method.ts'
import { newReservation, type ReserveAsk } from './new-reservation.ts'

/**
 * Reserves a payment with which nothing can be frozen (step 21 of the money model): a guarantee of this payer for this payee stands for it,
 * which no other reservation relies on. The merchant is told as of any reservation (B6); nothing is held and nothing posted. Refuses
 * GUARANTEE_NEEDED when there is none that covers the amount, or the one that was named does not.
 */
export async function reserveGuaranteed(
  tx: Tx,
  services: ReservationsServices,
  ask: ReserveAsk,
  thread: PartiedThread,
  method: PaymentMethodModel,
  planned: Money,
): Promise<{ reservationId: string } | Refusal> {
  const needed = { payerId: ask.payerId, payeeId: thread.partnerId, ...planned }
  const guarantee = await coverFor(tx, ask.guaranteeNumber, needed)
  if (isRefusal(guarantee)) return guarantee
  if (ask.dueOn !== null && ask.dueOn !== guarantee.due_on)
    return refuseInput([
      { path: 'dueOn', message: `The guarantee is for a payment by ${guarantee.due_on}. Leave the day out.` },
    ])
  const { status } = evolve(null, { type: 'Reserved', planned: planned.minor })
  const row = newReservation(services, ask, thread, planned, status, { methodId: method.id, refusal: null, guarantee })
  await insertReservation(tx, row)
  await recordStep(tx, services, guarantee, 'ReliedOn', { memberId: ask.payerId }, { reservationId: row.id })
  await tx.publish('PaymentReserved', {
    reservationId: row.id,
    threadId: row.thread_id,
    amountMinor: row.planned_minor,
    currency: row.currency,
  })
  announce(tx, services, row, null, row.status)
  return { reservationId: row.id }
}

/** The guarantee of this number, or the smallest that covers, locked: of two reservations at once one gets it. */
async function coverFor(tx: Tx, number: string | null, needed: Needed): Promise<GuaranteeRow | Refusal> {
  if (number !== null) return namedCover(tx, number, needed)
  for (const id of await candidatesFor(tx, needed.payerId, needed.payeeId, needed.minor, needed.currency)) {
    const row = await lockGuarantee(tx, id)
    if (row && coverFault(offeredOf(row), needed) === null) return row
  }
  return nothingToFreeze()
}

async function namedCover(tx: Tx, number: string, needed: Needed): Promise<GuaranteeRow | Refusal> {
  const found = await guaranteeByNumber((text, p) => tx.sql(text, p), number)
  const row = found?.payer_id === needed.payerId ? await lockGuarantee(tx, found.id) : null
  if (!row) return refuse('GUARANTEE_NEEDED', `You have no guarantee with the number ${number}. Nothing was reserved.`)
  const fault = coverFault(offeredOf(row), needed)
  return fault === null
    ? row
    : refuse(
        'GUARANTEE_NEEDED',
        `The guarantee ${number} does not stand for this payment. ${fault} Nothing was reserved.`,
      )
}
