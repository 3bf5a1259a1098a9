import { claimAuthorizations, type ReservationsServices } from '@torihiki/reservations'
import type { Logger } from '@torihiki/shared/log.ts'
import type { Loop } from './loop.ts'
import { createPool } from './pool.ts'

/** How often it is looked what card companies' schedules let go, besides when the next is known to be due. */
const lookMs = 250
/** Requests that one process has in hand at once over all companies. Each mostly waits for its company, which has a limit of its own. */
const requestsAtOnce = 256

/** Asks card companies for what their schedules let go (C5): what was not asked for at once when it was requested. */
export function startAuthorizations(services: ReservationsServices, log: Logger): Loop {
  let timer: NodeJS.Timeout | undefined
  const pool = createPool('authorizations', requestsAtOnce, lookMs, log, async (free) => {
    const { work, againAt } = await claimAuthorizations(services, free)
    const inMs = againAt === null ? lookMs : againAt.getTime() - Date.now()
    clearTimeout(timer)
    if (inMs < lookMs) timer = setTimeout(() => pool.wake(), Math.max(inMs, 1))
    return work
  })
  return {
    wake: () => pool.wake(),
    async close() {
      await pool.close()
      clearTimeout(timer)
    },
  }
}
