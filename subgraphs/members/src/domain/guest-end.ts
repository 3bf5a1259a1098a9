/** For how long a guest who has no purchase, or none that came to a contract, is kept: it may come back to try again. */
export const idleDays = 7
/** How a purchase that came to a contract ends. */
const settled = 'SETTLED'
/** How one ends without anything bought. */
const endedWithout = ['DECLINED', 'WITHDRAWN', 'CANCELLED', 'EXPIRED']

/** The statuses in which a purchase has ended, unless a refund opens it anew. */
export const endedStatuses: readonly string[] = [settled, ...endedWithout]

const dayMs = 86_400_000

/** A purchase of a guest as it stands: its thread's status, and since when. */
export type GuestPurchase = { readonly status: string; readonly changedAt: Date }

/** What keeps an ended purchase from being over: whether a return is open, and until when the law lets the guest give back (B15). */
export type GiveBack = { readonly returnOpen: boolean; readonly coolingOffUntil: Date | null }

/**
 * When a guest's personal data is due to be destroyed (B2): when all its purchases have ended, each SETTLED one's cooling-off period is
 * over, by the hub's setting and by law, and each other's time to try again. Null while one goes on, or a refund is open.
 * @param coolingOffDays how long goods may be given back after the settlement
 */
export function dueToBeErased(
  enteredAt: Date,
  purchases: readonly GuestPurchase[],
  coolingOffDays: number,
  { returnOpen, coolingOffUntil }: GiveBack = { returnOpen: false, coolingOffUntil: null },
): Date | null {
  if (returnOpen) return null
  const idle = enteredAt.getTime() + idleDays * dayMs
  if (purchases.length === 0) return new Date(idle)
  let due = coolingOffUntil?.getTime() ?? 0
  for (const { status, changedAt } of purchases) {
    if (!endedStatuses.includes(status)) return null
    const days = status === settled ? coolingOffDays : idleDays
    due = Math.max(due, changedAt.getTime() + days * dayMs)
  }
  return new Date(due)
}
