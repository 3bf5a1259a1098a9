import type { ReservationsServices } from '../services.ts'
import { forgetAddressees, lockGiftsToForget } from '../store/gifts.ts'

/** Of how many gifts one sweep destroys name and address at most; the next goes on. */
export const forgetBatch = 500

/**
 * Destroys names and addresses of gifts' recipients whose time is over by the database's clock (B2, B11): 30 days after the receipt was reported to
 * the payer, or after the case ended.
 * @returns of how many
 */
export async function forgetOldAddressees(services: ReservationsServices): Promise<number> {
  return services.store.transaction(async (tx) => {
    const ids = await lockGiftsToForget(tx, forgetBatch)
    if (ids.length > 0) await forgetAddressees(tx, ids)
    return ids.length
  })
}
