import { hasRole, type Actor } from '@torihiki/shared/identity/actor.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { windowAbortedLegs } from '../domain/ledger.ts'
import { concernsContract } from '../domain/obligation-kind.ts'
import { assertMayFollow, instructionStates, mayFollow, windowStates } from '../domain/states.ts'
import type { SettlementsServices } from '../services.ts'
import { cancelInstructions, lockInstructionsOf } from '../store/instructions.ts'
import { post } from '../store/ledger.ts'
import { lockOfWindow } from '../store/obligations.ts'
import type { InstructionRow, ObligationRow, WindowRow } from '../store/rows.ts'
import { insertAbort, lockWindow, positionsOf, saveWindowStatus } from '../store/windows.ts'
import { changeObligations } from './change-obligations.ts'

/** Whom one event tells at most: what the other end does with it in one short transaction. */
export const mostToldAtOnce = 200

const inputForm = z.object({ idempotencyKey: form.idempotencyKey, windowId: form.id, reason: form.text(500) })

/**
 * Takes a window back of which nothing is settled yet (money model, step 9: ABORTED reverses 8), for its agent and for administrators. What step 8 posted
 * is posted the other way round, once; its obligations are OPEN again and go into the agent's next window; its instructions are CANCELLED, which the
 * agent is told; its positions stay on record. The members who had positions, and the contracts' threads, are told.
 * A report and an abort at once: one of the two is refused, for both take the instruction's row, then the window's.
 * Refuses with NOT_FOUND who does not see the window, NOT_ALLOWED whose it is not, WRONG_STATE when it is over, or something of it is settled.
 */
export async function abortSettlementWindow(
  services: SettlementsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ windowId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const now = services.now()
  const request = { actor, operation: 'abortSettlementWindow', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const instructions = await lockInstructionsOf(tx, input.windowId)
    const window = await lockWindow(tx, input.windowId)
    if (!window || !(await isSeenBy(tx, window, actor)))
      return refuse('NOT_FOUND', 'There is no window with this id that you may see.')
    if (window.agent_id !== actor.memberId && !hasRole(actor, 'ADMIN'))
      return refuse('NOT_ALLOWED', 'A window is aborted by its settlement agent, or by an administrator.')
    const refusal = whyNot(window, instructions)
    if (refusal) return refusal
    await abort(tx, services, window, instructions, now)
    await insertAbort(tx, { windowId: window.id, reason: input.reason, abortedBy: actor.memberId }, now)
    return { windowId: window.id }
  })
}

async function isSeenBy(tx: Tx, window: WindowRow, actor: Actor): Promise<boolean> {
  if (window.agent_id === actor.memberId || hasRole(actor, 'ADMIN')) return true
  const own = await tx.sql('select 1 from net_position where window_id = $1 and member_id = $2 limit 1', [
    window.id,
    actor.memberId,
  ])
  return own.length > 0
}

function whyNot({ status }: WindowRow, instructions: readonly InstructionRow[]): Refusal | null {
  if (!mayFollow(windowStates, status, 'ABORTED'))
    return refuse('WRONG_STATE', `The window is ${status}: nothing of it can be taken back.`, { state: status })
  if (!instructions.some((instruction) => instruction.status === 'SETTLED')) return null
  return refuse(
    'WRONG_STATE',
    'An instruction of this window is SETTLED, and a settlement begun is finished: report the others as they are paid; what fails can be tried again.',
    { state: status },
  )
}

async function abort(
  tx: Tx,
  services: SettlementsServices,
  window: WindowRow,
  instructions: readonly InstructionRow[],
  now: Date,
): Promise<void> {
  for (const { id, status } of instructions)
    assertMayFollow(instructionStates, `Instruction ${id}`, status, 'CANCELLED')
  const rows = await lockOfWindow(tx, window.id)
  const positions = await positionsOf(tx, window.id)
  const legs = windowAbortedLegs(window.id, positions)
  await post(tx, { kind: 'WINDOW_ABORTED', subjectId: window.id, at: now, legs })
  await changeObligations(tx, services, rows, 'OPEN', now)
  await saveWindowStatus(tx, window.id, 'ABORTED', now)
  await cancelInstructions(
    tx,
    instructions.map(({ id }) => id),
    now,
  )
  await announce(tx, window, rows)
  await tellMembers(tx, window, [...new Set(positions.map(({ memberId }) => memberId))].toSorted())
}

async function announce(tx: Tx, window: WindowRow, rows: readonly ObligationRow[]): Promise<void> {
  for (const row of rows.filter(concernsContract)) {
    await tx.publish('SettlementAborted', {
      obligationId: row.id,
      threadId: row.thread_id,
      contractId: row.contract_id,
      windowId: window.id,
    })
  }
}

async function tellMembers(tx: Tx, { id, agent_id }: WindowRow, memberIds: readonly string[]): Promise<void> {
  for (let from = 0; from < memberIds.length; from += mostToldAtOnce)
    await tx.publish('SettlementWindowAborted', {
      windowId: id,
      agentId: agent_id,
      toldIds: memberIds.slice(from, from + mostToldAtOnce),
    })
}
