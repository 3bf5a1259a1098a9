/** The states of an opportunity that there are so far (glossary, `Opportunity`). */
export type OpportunityStatus = 'OPEN' | 'WITHDRAWN' | 'EXPIRED'

/** What decides the status of an opportunity; nothing of it is ever changed back. */
export type OpportunityTimes = { readonly withdrawnAt: Date | null; readonly validUntil: Date | null }

/** The status at an instant (A1). It is computed, so nothing has to happen for an opportunity to expire. */
export function statusAt({ withdrawnAt, validUntil }: OpportunityTimes, now: Date): OpportunityStatus {
  if (withdrawnAt !== null) return 'WITHDRAWN'
  return validUntil !== null && validUntil < now ? 'EXPIRED' : 'OPEN'
}
