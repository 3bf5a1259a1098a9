import type { EventPayload } from '@torihiki/schema'
import { moneyOf } from '@torihiki/shared/money.ts'
import { isRefusal } from '@torihiki/shared/refusals.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { ReservationsServices } from '../services.ts'
import { methodOf } from '../store/payment-methods.ts'
import { insertReservation } from '../store/reservations.ts'
import { announce } from './change-reservation.ts'
import { newReservation, type ReserveAsk } from './new-reservation.ts'
import { reserve } from './reserve.ts'

/**
 * Reserves what an order was sent with (C2), as its payer would. Nobody waits for the answer, so a refusal is put on record: a
 * reservation that is REFUSED, with the reason for the payer; the thread's other party learns the code alone.
 */
export async function reserveForOrder(
  tx: Tx,
  services: ReservationsServices,
  order: EventPayload<'OrderSent'>,
  methodId: string,
): Promise<void> {
  const planned = moneyOf(order.amountMinor, order.currency)
  const nothingMore = {
    dueOn: null,
    placeOfInspection: null,
    merchantName: null,
    carrierName: null,
    inspectionBy: null,
    carrierId: null,
  }
  const guaranteeNumber = order.guaranteeNumber ?? null
  const subject = { payerId: order.payerId, threadId: order.threadId, methodId, planned, guaranteeNumber }
  const ask: ReserveAsk = { ...subject, ...nothingMore }
  const answer = await tx.attempt(() => reserve(tx, services, ask))
  if (!isRefusal(answer)) return
  const method = await methodOf((text, p) => tx.sql(text, p), methodId, order.payerId)
  const parties = { sourceId: order.payerId, partnerId: order.payeeId }
  const row = newReservation(services, ask, parties, planned, 'REFUSED', {
    methodId: method?.id ?? null,
    refusal: answer,
  })
  await insertReservation(tx, row)
  await tx.publish('PaymentReservationRefused', {
    reservationId: row.id,
    threadId: order.threadId,
    reason: answer.code,
  })
  announce(tx, services, row, null, 'REFUSED')
}
