import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import type { ContractsServices } from '../services.ts'
import { appendFacts } from '../store/threads.ts'
import { longestReason } from './reason.ts'
import { endShopOrder } from './shop-order-life.ts'
import { endRouting } from './route-order.ts'
import { startAct } from './thread-act.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  threadId: form.id,
  reason: form.optional(form.text(longestReason)),
})

type Acted = Promise<{ threadId: string } | Refusal>

/** The partner says that it has taken the case up (A13). Refuses all but the partner of a REGISTERED thread. */
export async function referToCase(services: ContractsServices, actor: Actor, raw: unknown): Acted {
  return simpleAct(services, actor, raw, 'referToCase')
}

/** The source withdraws the case from a partner, with a reason if it likes. Refuses once a contract stands. */
export async function withdrawCase(services: ContractsServices, actor: Actor, raw: unknown): Acted {
  return simpleAct(services, actor, raw, 'withdrawCase')
}

/** The partner declines the case, with a reason if it likes. Refuses while an order waits for its answer, and once a contract stands. */
export async function declineCase(services: ContractsServices, actor: Actor, raw: unknown): Acted {
  return simpleAct(services, actor, raw, 'declineCase')
}

const acts = {
  referToCase: { action: 'REFER_TO_CASE', kind: 'CASE_REFERRED', factId: 'referred', ends: null },
  withdrawCase: { action: 'WITHDRAW_CASE', kind: 'CASE_WITHDRAWN', factId: 'withdrawn', ends: 'WITHDRAWN' },
  declineCase: { action: 'DECLINE_CASE', kind: 'CASE_DECLINED', factId: 'declined', ends: 'DECLINED' },
} as const

async function simpleAct(services: ContractsServices, actor: Actor, raw: unknown, operation: keyof typeof acts): Acted {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const { action, kind, factId, ends } = acts[operation]
  const now = services.now()
  return runCommand(
    services.store,
    { actor, operation, idempotencyKey: input.idempotencyKey, input: raw },
    async (tx) => {
      const act = await startAct(tx, actor, input.threadId, action, now)
      if (isRefusal(act)) return act
      const fact = { kind, ...(input.reason !== null && { reason: input.reason }) }
      await appendFacts(tx, act.thread, [
        { fact, factId, actorId: actor.memberId, operator: actor.operator ?? null, bySide: act.side, at: now },
      ])
      if (ends) await endShopOrder(tx, act.thread.id, ends === 'WITHDRAWN' ? 'CANCELLED' : 'NOT_CONCLUDED', now)
      if (ends) await endRouting(tx, act.thread.id, now)
      if (ends) await tx.publish('ThreadEnded', { threadId: act.thread.id, status: ends })
      return { threadId: act.thread.id }
    },
  )
}
