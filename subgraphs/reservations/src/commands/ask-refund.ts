import { onceOnly } from '@torihiki/shared/store/inbox.ts'
import { inquiryPauseSeconds } from '../domain/authorization.ts'
import type { ReservationsServices } from '../services.ts'
import { requestOfReservation, sentIsLostAfterSeconds } from '../store/authorization-requests.ts'
import { lockRefund, noteRefundSent, owedRefunds } from '../store/returns.ts'
import { completeCardRefund } from './refund-return.ts'
import { sweepEach } from '@torihiki/shared/process/sweep-each.ts'

/** How many refunds one sweep takes at most; the next goes on. */
export const refundBatch = 100

/**
 * Asks a card company to refund (B15), under the refund's id as key: however often it is asked, it refunds once. The call stands between two
 * transactions: the first records that it is asked, the second the answer. Without an answer the sweep asks again under the same key.
 * @param eventId null for a sweep
 */
export async function askRefund(
  services: ReservationsServices,
  refundId: string,
  eventId: string | null,
): Promise<void> {
  const ask = await services.store.transaction(async (tx) => {
    const refund = await lockRefund(tx, refundId)
    if (!refund?.company || !refund.reservation_id)
      throw new Error(`Refund ${refundId} by a card company is not there.`)
    if (refund.status !== 'QUEUED' && refund.status !== 'SENT') return null
    await noteRefundSent(tx, refundId, Math.max(sentIsLostAfterSeconds, inquiryPauseSeconds(refund.attempts)))
    const key = await requestOfReservation(tx, refund.reservation_id)
    if (!key) throw new Error(`Refund ${refundId} is of a reservation that no card company was asked for.`)
    return { company: refund.company, key, refundKey: refundId, amountMinor: refund.minor, currency: refund.currency }
  })
  const result = ask && (await services.cardCompanies.refund(ask.company, ask))
  await services.store.transaction(async (tx) => {
    const record = async (): Promise<void> => {
      if (result) await completeCardRefund(tx, services, refundId, result)
      else if (ask)
        await tx.sql(
          `update refund set next_attempt_at = now() + make_interval(secs => $2 * least(attempts, 60)) where id = $1 and status = 'SENT'`,
          [refundId, firstPauseSeconds],
        )
    }
    await (eventId === null ? record() : onceOnly(tx, 'authorization', eventId, record))
  })
}

/** After how long a company that gave no answer is asked again at first; each time so much later, up to five minutes. */
const firstPauseSeconds = 5

/**
 * Asks again for the refunds without an answer that are due. One that fails does not keep the others back.
 * @returns how many were asked for
 * @throws AggregateError, at the end, of what could not be done
 */
export async function retryRefunds(services: ReservationsServices): Promise<number> {
  const owed = await owedRefunds((text, p) => services.store.query(text, p), refundBatch)
  const ask = (id: string): Promise<boolean> => askRefund(services, id, null).then(() => true)
  return sweepEach(owed, ask, 'refunds could not be asked for.')
}
