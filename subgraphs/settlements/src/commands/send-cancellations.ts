import type { PublishedEvent } from '@torihiki/schema'
import { onceOnly } from '@torihiki/shared/store/inbox.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { SentCancellation, SettlementsServices } from '../services.ts'
import {
  dueCancellations,
  lockCancellation,
  saveCancellationAttempt,
  saveCancellationOutcome,
} from '../store/cancellations.ts'
import type { CancellationRow } from '../store/rows.ts'
import { mostAttempts, retryAfterMs, sweepBatch } from './send-instructions.ts'

/** Takes InstructionCancelled (consumer `settlement-instructions`): tells the agent that it is not to pay (A9). Others change nothing. */
export async function takeCancellationEvent(services: SettlementsServices, event: PublishedEvent): Promise<void> {
  if (event.type !== 'InstructionCancelled') return
  const { instructionId } = event.payload
  const reachable = await services.agents.reachable()
  let claimed: CancellationRow | null = null
  await services.store.transaction(async (tx) => {
    claimed = null
    await onceOnly(tx, 'settlement-instructions', event.id, async () => {
      const row = await lockCancellation(tx, instructionId)
      if (!row) throw new Error(`The cancellation of instruction ${instructionId} is not there.`)
      if (row.attempt === 0) claimed = await claim(tx, row, reachable, services.now())
    })
  })
  if (claimed) await send(services, claimed)
}

/**
 * Tells agents again what they have not taken, when its wait is over, as instructions are sent again: also what a process that died has left, and what
 * waited for an agent's address. Two sweeps at once send nothing twice.
 * @returns how many were sent
 */
export async function sweepCancellations(services: SettlementsServices): Promise<number> {
  const reachable = await services.agents.reachable()
  const due = await dueCancellations(services.store, reachable, mostAttempts, services.now(), sweepBatch)
  let sent = 0
  for (const id of due) {
    const claimed = await services.store.transaction(async (tx) => {
      const row = await lockCancellation(tx, id)
      const now = services.now()
      const isDue = row !== null && (row.next_attempt_at === null || new Date(row.next_attempt_at) <= now)
      return row && isDue && row.attempt < mostAttempts ? claim(tx, row, reachable, now) : null
    })
    if (!claimed) continue
    await send(services, claimed)
    sent++
  }
  return sent
}

/** Notes the attempt before it is made. An agent without an address reads of it by the API; it is told once it has one. */
async function claim(
  tx: Tx,
  row: CancellationRow,
  reachable: readonly string[],
  now: Date,
): Promise<CancellationRow | null> {
  if (row.taken_at !== null || !reachable.includes(row.agent_id)) return null
  await saveCancellationAttempt(tx, row.instruction_id, now, new Date(now.getTime() + retryAfterMs(row.attempt + 1)))
  return row
}

async function send(services: SettlementsServices, row: CancellationRow): Promise<void> {
  const fault = await services.agents.cancel(row.agent_id, sentForm(row))
  await saveCancellationOutcome(services.store, row.instruction_id, services.now(), fault)
  if (fault === null) return
  const last = row.attempt + 1 >= mostAttempts
  services.log[last ? 'error' : 'warn'](
    { instructionId: row.instruction_id, agentId: row.agent_id, attempt: row.attempt + 1, fault, last },
    'A cancellation was not taken.',
  )
}

function sentForm({ instruction_id, window_id, reason }: CancellationRow): SentCancellation {
  return { instructionId: instruction_id, windowId: window_id, reason }
}
