import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember } from '@torihiki/shared/identity/known-members.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { lockVisible, type OpportunityRow } from '../store/opportunities.ts'

/**
 * An opportunity that its publisher is about to change (A1), its row locked. Refuses with NOT_FOUND who may not see it, as if it were
 * not there, and with NOT_ALLOWED who may see it but did not publish it. `verb` says what it is that only publishers do.
 */
export async function lockOwn(
  tx: Tx,
  actor: Actor,
  now: Date,
  opportunityId: string,
  verb: 'edits' | 'withdraws',
): Promise<OpportunityRow | Refusal> {
  const found = await lockVisible(tx, actor.memberId, now, opportunityId)
  if (!found) return refuse('NOT_FOUND', 'There is no opportunity with this id that you may see.')
  if (found.publisher_id !== actor.memberId) return refuse('NOT_ALLOWED', `Only its publisher ${verb} an opportunity.`)
  const publisher = await activeMember(tx, actor.memberId)
  return isRefusal(publisher) ? publisher : found
}
