import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { z } from 'zod'
import type { ContractsServices } from '../services.ts'
import { sideOf } from '../store/threads.ts'
import { lockViewMember } from '../views/project.ts'
import { viewTables } from '../views/sides.ts'

const side = z.enum(['SOURCE', 'PARTNER'])
const readForm = z.object({ view: side, threadId: form.id })

/** Marks a thread as read up to its present version, in the member's own view; unread goes to zero. */
export async function markCaseRead(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ threadId: string } | Refusal> {
  const input = parseInput(readForm, raw)
  if (isRefusal(input)) return refuse('NOT_FOUND')
  const { thread: threads, read, total } = viewTables[input.view]
  return services.store.transaction(async (tx) => {
    const [thread] = await tx.sql<{ source_id: string; partner_id: string }>(
      'select source_id, partner_id from case_thread where id = $1',
      [input.threadId],
    )
    if (
      !thread ||
      sideOf({ sourceId: thread.source_id, partnerId: thread.partner_id }, actor.memberId) !== input.view
    ) {
      return refuse('NOT_FOUND', 'There is no thread with this id in this view of yours.')
    }
    await lockViewMember(tx, input.view, actor.memberId)
    // The version is read under the member's lock: it covers all that the view has taken in, so none of it stays unread.
    await tx.sql(
      `insert into ${read} (member_id, thread_id, version) select $1, id, version from case_thread where id = $2
       on conflict (member_id, thread_id) do update set version = greatest(${read}.version, excluded.version)`,
      [actor.memberId, input.threadId],
    )
    await tx.sql(
      `with was as (select unread from ${threads} where member_id = $1 and thread_id = $2),
            cleared as (update ${threads} set unread = 0 where member_id = $1 and thread_id = $2)
       update ${total} set unread = ${total}.unread - coalesce((select unread from was), 0) where member_id = $1`,
      [actor.memberId, input.threadId],
    )
    return { threadId: input.threadId }
  })
}
