import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import { statusAt } from '../domain/status.ts'
import type { ListingsServices } from '../services.ts'
import { timesOf } from '../store/opportunities.ts'
import { lockOwn } from './lock-own.ts'

const inputForm = z.object({ idempotencyKey: form.idempotencyKey, opportunityId: form.id })

/**
 * Withdraws an opportunity (A1): it disappears from results and stays on record. Refuses with NOT_FOUND who may not see it,
 * NOT_ALLOWED who did not publish it, WRONG_STATE when it is not open any more.
 */
export async function withdrawOpportunity(
  services: ListingsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ opportunityId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const now = services.now()
  const request = { actor, operation: 'withdrawOpportunity', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const found = await lockOwn(tx, actor, now, input.opportunityId, 'withdraws')
    if (isRefusal(found)) return found
    const state = statusAt(timesOf(found), now)
    if (state !== 'OPEN') return refuse('WRONG_STATE', `The opportunity is ${state}.`, { state })
    await tx.sql('update opportunity set withdrawn_at = $2, listed = false where id = $1', [found.id, now])
    return { opportunityId: found.id }
  })
}
