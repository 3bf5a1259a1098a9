import { hasRole, type Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember } from '@torihiki/shared/identity/known-members.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { reportedLegs } from '../domain/ledger.ts'
import { instructionStates, mayFollow } from '../domain/states.ts'
import type { SettlementsServices } from '../services.ts'
import { lockInstruction, saveReport, unsettledOf } from '../store/instructions.ts'
import { post } from '../store/ledger.ts'
import { lockObligation } from '../store/obligations.ts'
import type { InstructionRow } from '../store/rows.ts'
import { lockWindow } from '../store/windows.ts'
import { settleObligations, settleWindow } from './settle-obligations.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  instructionId: form.id,
  outcome: z.enum(['SETTLED', 'FAILED']),
  reference: form.text(200),
  note: form.optional(form.text(2_000)),
})

/**
 * Takes an agent's report on one of its instructions (A11). SETTLED is posted (step 9) and counts once; with the last one
 * the window and its obligations are settled, a gross obligation at once. FAILED leaves all as it is, visibly, and a later
 * SETTLED is taken. Refuses with NOT_FOUND who does not see the instruction, NOT_ALLOWED who is not its agent,
 * WRONG_STATE when it is settled already, or cancelled with its window.
 */
export async function reportSettlement(
  services: SettlementsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ instructionId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const now = services.now()
  const request = { actor, operation: 'reportSettlement', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const instruction = await lockInstruction(tx, input.instructionId)
    if (!instruction || !isParty(instruction, actor))
      return refuse('NOT_FOUND', 'There is no instruction with this id that you may see.')
    if (instruction.agent_id !== actor.memberId)
      return refuse('NOT_ALLOWED', 'Only the settlement agent of the instruction reports on it.')
    const agent = await activeMember(tx, actor.memberId)
    if (isRefusal(agent)) return agent
    if (!mayFollow(instructionStates, instruction.status, input.outcome)) {
      return refuse('WRONG_STATE', whyNoReport(instruction), { state: instruction.status })
    }
    const { outcome, reference, note } = input
    await saveReport(tx, instruction.id, { outcome, reference, note, reportedBy: actor.memberId }, now)
    if (outcome === 'SETTLED') await settle(tx, services, instruction, reference, now)
    return { instructionId: instruction.id }
  })
}

function whyNoReport({ status }: InstructionRow): string {
  return status === 'CANCELLED'
    ? 'The window of this instruction was aborted, and the instruction CANCELLED: do not pay it, and give back what you have paid. What was owed is in your next window.'
    : `The instruction is ${status} already.`
}

function isParty({ agent_id, payer_id, payee_id }: InstructionRow, actor: Actor): boolean {
  return [agent_id, payer_id, payee_id].includes(actor.memberId) || hasRole(actor, 'ADMIN')
}

async function settle(
  tx: Tx,
  services: SettlementsServices,
  instruction: InstructionRow,
  reference: string,
  now: Date,
): Promise<void> {
  if (instruction.window_id !== null) {
    const window = await lockWindow(tx, instruction.window_id)
    if (!window) throw new Error(`Window ${instruction.window_id} is not there.`)
    await postReport(tx, instruction, now)
    if ((await unsettledOf(tx, window.id)) === 0) await settleWindow(tx, services, window, now)
    return
  }
  const obligation = await lockObligation(tx, instruction.obligation_id ?? '')
  if (!obligation) throw new Error(`The obligation of instruction ${instruction.id} is not there.`)
  await postReport(tx, instruction, now)
  await settleObligations(tx, services, [obligation], null, () => reference, now)
}

async function postReport(tx: Tx, instruction: InstructionRow, now: Date): Promise<void> {
  const legs = reportedLegs({
    kind: instruction.kind,
    agentId: instruction.agent_id,
    payerId: instruction.payer_id,
    payeeId: instruction.payee_id,
    windowId: instruction.window_id,
    currency: instruction.currency,
    minor: BigInt(instruction.amount_minor),
  })
  await post(tx, { kind: 'INSTRUCTION_SETTLED', subjectId: instruction.id, at: now, legs })
}
