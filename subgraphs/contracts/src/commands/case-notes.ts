import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import type { ContractsServices } from '../services.ts'
import { sideOf } from '../store/threads.ts'

/** Characters of a note. */
export const longestNote = 4_000
/** Notes that one side may have on a thread: they are shown all at once. */
export const mostNotes = 200

const addForm = z.object({ idempotencyKey: form.idempotencyKey, threadId: form.id, text: form.text(longestNote) })
const editForm = z.object({ idempotencyKey: form.idempotencyKey, noteId: form.id, text: form.text(longestNote) })
const removeForm = z.object({ idempotencyKey: form.idempotencyKey, noteId: form.id })

type Noted = Promise<{ threadId: string; noteId: string } | Refusal>

/**
 * Writes a note on a thread that its writer's side alone sees (A14, A15), in any status. Refuses all but the thread's two parties, and
 * more than 200 notes. It is no event: nothing changes for the other side, not even the thread's version.
 */
export async function addCaseNote(services: ContractsServices, actor: Actor, raw: unknown): Noted {
  const input = parseInput(addForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'addCaseNote', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const [thread] = await tx.sql<{ source_id: string; partner_id: string }>(
      'select source_id, partner_id from case_thread where id = $1',
      [input.threadId],
    )
    if (!thread || !sideOf({ sourceId: thread.source_id, partnerId: thread.partner_id }, actor.memberId))
      return refuse('NOT_FOUND', 'There is no thread with this id that you are a party to.')
    const noteId = newId()
    const saved = await tx.sql(
      `insert into case_note (id, thread_id, member_id, text, written_at)
       select $1, $2, $3, $4, $5 where (select count(*) from case_note where thread_id = $2 and member_id = $3) < $6 returning id`,
      [noteId, input.threadId, actor.memberId, input.text, services.now(), mostNotes],
    )
    if (saved.length > 0) return { threadId: input.threadId, noteId }
    return refuseInput([
      { path: 'threadId', message: `There are ${mostNotes} notes on this thread. Remove one first.` },
    ])
  })
}

/** Puts another text in the place of a note's. Refuses what is not a note of one's own. */
export async function editCaseNote(services: ContractsServices, actor: Actor, raw: unknown): Noted {
  const input = parseInput(editForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'editCaseNote', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, (tx) =>
    changeOwn(
      tx,
      'update case_note set text = $3, edited_at = $4 where id = $1 and member_id = $2 returning thread_id',
      [input.noteId, actor.memberId, input.text, services.now()],
    ),
  )
}

/** Removes a note for good. Refuses what is not a note of one's own. */
export async function removeCaseNote(services: ContractsServices, actor: Actor, raw: unknown): Noted {
  const input = parseInput(removeForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'removeCaseNote', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, (tx) =>
    changeOwn(tx, 'delete from case_note where id = $1 and member_id = $2 returning thread_id', [
      input.noteId,
      actor.memberId,
    ]),
  )
}

async function changeOwn(tx: Tx, text: string, [noteId, ...others]: [string, ...unknown[]]): Noted {
  const [row] = await tx.sql<{ thread_id: string }>(text, [noteId, ...others])
  return row ? { threadId: row.thread_id, noteId } : refuse('NOT_FOUND', 'You have no note with this id.')
}
