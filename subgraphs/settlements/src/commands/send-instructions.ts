import type { PublishedEvent } from '@torihiki/schema'
import { onceOnly } from '@torihiki/shared/store/inbox.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { SentInstruction, SettlementsServices } from '../services.ts'
import { lockInstruction, saveAttempt, saveOutcome } from '../store/instructions.ts'
import type { InstructionRow } from '../store/rows.ts'

/** How often an instruction is sent at most. With the waits below that takes six hours; then people have to look. */
export const mostAttempts = 12
/** The wait after the first attempt; it doubles with each further one, up to the longest. */
export const firstRetryMs = 15_000
const longestRetryMs = 3_600_000
/** How many instructions one sweep sends; the next goes on. */
export const sweepBatch = 100

/** Takes InstructionIssued (consumer `settlement-instructions`): sends the instruction to its agent. Others change nothing. */
export async function takeInstructionEvent(services: SettlementsServices, event: PublishedEvent): Promise<void> {
  if (event.type !== 'InstructionIssued') return
  const { instructionId } = event.payload
  const reachable = await services.agents.reachable()
  let claimed: InstructionRow | null = null
  await services.store.transaction(async (tx) => {
    claimed = null
    await onceOnly(tx, 'settlement-instructions', event.id, async () => {
      claimed = await claimFirst(tx, instructionId, reachable, services.now())
    })
  })
  if (claimed) await send(services, claimed)
}

/**
 * Sends again what no agent has taken, when its wait is over: also what a process that died has left, and what waited for
 * an agent's address. Two sweeps at once send nothing twice.
 * @returns how many were sent
 */
export async function sweepInstructions(services: SettlementsServices): Promise<number> {
  const reachable = await services.agents.reachable()
  const due = await services.store.query<{ id: string }>(
    `select id from settlement_instruction where agent_id = any($1::uuid[]) and status in ('QUEUED', 'SENT') and taken_at is null
       and attempt < $2 and (next_attempt_at is null or next_attempt_at <= $3) order by next_attempt_at nulls first, id limit $4`,
    [reachable, mostAttempts, services.now(), sweepBatch],
  )
  let sent = 0
  for (const { id } of due) {
    const claimed = await services.store.transaction((tx) => claimDue(tx, id, reachable, services.now()))
    if (!claimed) continue
    await send(services, claimed)
    sent++
  }
  return sent
}

const isOwed = ({ status, taken_at }: InstructionRow): boolean =>
  (status === 'QUEUED' || status === 'SENT') && taken_at === null

/** Notes the first attempt. Without an address of the agent it counts as sent, and waits there for the agent to fetch it. */
async function claimFirst(tx: Tx, id: string, reachable: readonly string[], now: Date): Promise<InstructionRow | null> {
  const row = await lockInstruction(tx, id)
  if (!row) throw new Error(`Instruction ${id} is not there.`)
  if (!isOwed(row) || row.attempt > 0) return null
  return claim(tx, row, reachable, now)
}

async function claimDue(tx: Tx, id: string, reachable: readonly string[], now: Date): Promise<InstructionRow | null> {
  const row = await lockInstruction(tx, id)
  if (!row || !isOwed(row) || row.attempt >= mostAttempts) return null
  const due = await tx.sql(
    'select 1 from settlement_instruction where id = $1 and (next_attempt_at is null or next_attempt_at <= $2)',
    [id, now],
  )
  return due.length > 0 ? claim(tx, row, reachable, now) : null
}

/** Who is reachable was read before: a transaction that waited for a second connection could wait for ever. */
async function claim(
  tx: Tx,
  row: InstructionRow,
  reachable: readonly string[],
  now: Date,
): Promise<InstructionRow | null> {
  const isReachable = reachable.includes(row.agent_id)
  await saveAttempt(tx, row.id, now, isReachable ? new Date(now.getTime() + retryAfterMs(row.attempt + 1)) : null)
  return isReachable ? row : null
}

/** The wait after the attempt of this number. */
export function retryAfterMs(attempt: number): number {
  return Math.min(firstRetryMs * 2 ** (attempt - 1), longestRetryMs)
}

async function send(services: SettlementsServices, row: InstructionRow): Promise<void> {
  const fault = await services.agents.send(row.agent_id, sentForm(row))
  await saveOutcome((text, p) => services.store.query(text, p), row.id, services.now(), fault)
  if (fault === null) return
  const last = row.attempt + 1 >= mostAttempts
  services.log[last ? 'error' : 'warn'](
    { instructionId: row.id, agentId: row.agent_id, attempt: row.attempt + 1, fault, last },
    'An instruction was not taken.',
  )
}

function sentForm(row: InstructionRow): SentInstruction {
  return {
    instructionId: row.id,
    kind: row.kind,
    payerId: row.payer_id,
    payeeId: row.payee_id,
    amountMinor: row.amount_minor,
    currency: row.currency,
    windowId: row.window_id,
    ...(row.transaction_number === null ? {} : { transactionNumber: row.transaction_number }),
  }
}
