import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember, type KnownMember } from '@torihiki/shared/identity/known-members.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { isForSide, isInTime, type CaseAction, type ThreadSide } from '../domain/cases/actions.ts'
import { isOver } from '../domain/cases/expiry.ts'
import type { CaseStatus } from '../domain/cases/status.ts'
import { lockThread, sideOf, type Thread } from '../store/threads.ts'

/** A party's act on a locked thread, found to be allowed. */
export type ThreadAct = {
  readonly thread: Thread
  readonly side: ThreadSide
  readonly member: KnownMember
  readonly counterpartId: string
}

/**
 * Locks the thread and checks that the actor may do this now. Refuses with NOT_FOUND for all but its two parties (others
 * do not learn that it is there), MEMBER_NOT_ACTIVE, NOT_ALLOWED for the wrong side, WRONG_STATE at the wrong time.
 * @param now the clock: a thread whose time is over takes no act any more, though nobody has ended it yet
 * @param alsoIn states in which the act is taken too, though it is not offered as an allowed action
 */
export async function startAct(
  tx: Tx,
  actor: Actor,
  threadId: string,
  action: CaseAction,
  now: Date,
  alsoIn: readonly CaseStatus[] = [],
): Promise<ThreadAct | Refusal> {
  const thread = await lockThread(tx, threadId)
  const side = thread && sideOf(thread, actor.memberId)
  if (!thread || !side) return refuse('NOT_FOUND', 'There is no thread with this id that you are a party to.')
  const member = await activeMember(tx, actor.memberId)
  if (isRefusal(member)) return member
  if (!isForSide(action, side)) {
    return refuse('NOT_ALLOWED', `${action} is for the ${side === 'SOURCE' ? 'partner' : 'source'} of the case.`)
  }
  if (isOver(thread.expiresAt, thread.status, now))
    return refuse('WRONG_STATE', 'The time of this case is over. Its source may register it anew.', {
      state: 'EXPIRED',
    })
  if (!isInTime(action, thread.status) && !alsoIn.includes(thread.status)) {
    return refuse('WRONG_STATE', `${action} is not possible while the thread is ${thread.status}.`, {
      state: thread.status,
    })
  }
  return { thread, side, member, counterpartId: side === 'SOURCE' ? thread.partnerId : thread.sourceId }
}
