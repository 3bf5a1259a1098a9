import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import type { ContractsServices } from '../services.ts'
import { appendFacts } from '../store/threads.ts'
import { startAct } from './thread-act.ts'

const inputForm = z.object({ idempotencyKey: form.idempotencyKey, threadId: form.id })

/** The partner says that it has taken the case up (A13). Refuses all but the partner of a REGISTERED thread. */
export async function referToCase(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ threadId: string } | Refusal> {
  return simpleAct(services, actor, raw, 'referToCase')
}

/** The source withdraws the case from a partner. Refuses once a contract stands. */
export async function withdrawCase(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ threadId: string } | Refusal> {
  return simpleAct(services, actor, raw, 'withdrawCase')
}

const acts = {
  referToCase: { action: 'REFER_TO_CASE', kind: 'CASE_REFERRED', factId: 'referred' },
  withdrawCase: { action: 'WITHDRAW_CASE', kind: 'CASE_WITHDRAWN', factId: 'withdrawn' },
} as const

async function simpleAct(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
  operation: keyof typeof acts,
): Promise<{ threadId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const { action, kind, factId } = acts[operation]
  return runCommand(
    services.store,
    { actor, operation, idempotencyKey: input.idempotencyKey, input: raw },
    async (tx) => {
      const act = await startAct(tx, actor, input.threadId, action)
      if (isRefusal(act)) return act
      await appendFacts(tx, act.thread, [
        { fact: { kind }, factId, actorId: actor.memberId, bySide: act.side, at: services.now() },
      ])
      if (operation === 'withdrawCase')
        await tx.publish('ThreadEnded', { threadId: act.thread.id, status: 'WITHDRAWN' })
      return { threadId: act.thread.id }
    },
  )
}
