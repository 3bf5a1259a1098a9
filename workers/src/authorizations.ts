import {
  adviseReferrals,
  claimAuthorizations,
  createInquiries,
  heartbeatEveryMs,
  retryRefunds,
  startSeat,
  type ReservationsServices,
} from '@torihiki/reservations'
import type { Logger } from '@torihiki/shared/log.ts'
import { createLoop, type Loop } from './loop.ts'
import { createPool } from './pool.ts'

/** How often it is looked what card companies' schedules let go, besides when the next is known to be due. */
const lookMs = 250
/** Requests that one process has in hand at once over all companies. Each mostly waits for its company, which has a limit of its own. */
const requestsAtOnce = 256
/** How often it is looked whether an inquiry is owed: what a dead process had in hand waits no longer than that. */
const inquiryLookMs = 500
/** Inquiries that one process has in hand at once over all companies; of one company there are fewer. */
const inquiriesAtOnce = 64
/** How often it is looked whether a refund is to be asked for again, or a company to be told again of an approval by another contact (C7). */
const refundLookMs = 2_000

/**
 * A process of an authorization system (C8): asks card companies for what their schedules let go (C5) and falls to this system, inquires what has no answer, what dead processes had in
 * hand too, and asks again for refunds. It says every second that it lives. It needs the database and the card companies alone: orders are taken elsewhere.
 */
export async function startAuthorizations(services: ReservationsServices, log: Logger): Promise<Loop> {
  let timer: NodeJS.Timeout | undefined
  const seat = await startSeat(services, requestsAtOnce)
  const heart = createLoop('authorization-heartbeat', heartbeatEveryMs, log, seat.beat)
  const pool = createPool('authorizations', requestsAtOnce, lookMs, log, async (free) => {
    const { work, againAt } = await claimAuthorizations(services, free)
    const inMs = againAt === null ? lookMs : againAt.getTime() - Date.now()
    clearTimeout(timer)
    if (inMs < lookMs) timer = setTimeout(() => pool.wake(), Math.max(inMs, 1))
    return work
  })
  const inquiries = createInquiries(services)
  const inquiring = createPool('authorization-inquiries', inquiriesAtOnce, inquiryLookMs, log, inquiries.claim)
  const refunds = createLoop('refunds', refundLookMs, log, async () => {
    try {
      await retryRefunds(services)
    } finally {
      await adviseReferrals(services)
    }
  })
  return {
    wake: () => pool.wake(),
    async close() {
      await Promise.all([pool.close(), inquiring.close(), refunds.close()])
      clearTimeout(timer)
      await heart.close()
      await seat.leave()
    },
  }
}
