import type { Store, Tx } from '@torihiki/shared/store/store.ts'
import type { CancellationRow } from './rows.ts'

/** A cancellation with its row locked, and what its agent is told; null when it is not there. */
export async function lockCancellation(tx: Tx, instructionId: string): Promise<CancellationRow | null> {
  const [row] = await tx.sql<CancellationRow>(
    `select c.instruction_id, c.attempt, c.next_attempt_at, c.taken_at, i.agent_id, i.window_id, b.reason
     from instruction_cancellation c join settlement_instruction i on i.id = c.instruction_id join window_abort b on b.window_id = i.window_id
     where c.instruction_id = $1 for no key update of c`,
    [instructionId],
  )
  return row ?? null
}

/** The ids of instructions whose cancellation is to be sent now to one of these agents, the longest due first. */
export async function dueCancellations(
  store: Store,
  agentIds: readonly string[],
  mostAttempts: number,
  now: Date,
  limit: number,
): Promise<string[]> {
  const rows = await store.query<{ id: string }>(
    `select c.instruction_id as id from instruction_cancellation c join settlement_instruction i on i.id = c.instruction_id
     where c.taken_at is null and i.agent_id = any($1::uuid[]) and c.attempt < $2 and (c.next_attempt_at is null or c.next_attempt_at <= $3)
     order by c.next_attempt_at nulls first, c.instruction_id limit $4`,
    [agentIds, mostAttempts, now, limit],
  )
  return rows.map(({ id }) => id)
}

/** Records that it is about to be sent: the intent, its number, and when it is tried again unless it is taken. */
export async function saveCancellationAttempt(tx: Tx, id: string, now: Date, nextAttemptAt: Date): Promise<void> {
  await tx.sql(
    `update instruction_cancellation set attempt = attempt + 1, sent_at = coalesce(sent_at, $2), next_attempt_at = $3 where instruction_id = $1`,
    [id, now, nextAttemptAt],
  )
}

/** Records what became of an attempt: taken, or why not. */
export async function saveCancellationOutcome(
  store: Store,
  id: string,
  now: Date,
  fault: string | null,
): Promise<void> {
  await store.query(
    `update instruction_cancellation set taken_at = case when $3::text is null then coalesce(taken_at, $2) else taken_at end, last_error = $3
     where instruction_id = $1`,
    [id, now, fault?.slice(0, 500) ?? null],
  )
}
