import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember } from '@torihiki/shared/identity/known-members.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import type { ListingsServices } from '../services.ts'
import { lockInterest, updateCriteria } from '../store/interests.ts'
import { criteriaForm, interestName, prepareCriteria } from './interest-criteria.ts'

const editForm = z.object({
  idempotencyKey: form.idempotencyKey,
  interestId: form.id,
  name: form.optional(interestName),
  criteria: form.optional(criteriaForm),
  paused: form.optional(z.boolean()),
})
const removeForm = z.object({ idempotencyKey: form.idempotencyKey, interestId: form.id })

const notThere = (): Refusal => refuse('NOT_FOUND', 'You have no interest with this id.')

/**
 * Edits an interest, pauses it or goes on with it (A2): it looks at what is published or edited from then on. What is left out stays.
 * Refuses with NOT_FOUND one that is not the actor's or was removed, and criteria that would meet everything.
 */
export async function editInterest(
  services: ListingsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ interestId: string } | Refusal> {
  const input = parseInput(editForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'editInterest', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const member = await activeMember(tx, actor.memberId)
    if (isRefusal(member)) return member
    const found = await lockInterest(tx, actor.memberId, input.interestId)
    if (!found) return notThere()
    if (input.criteria) {
      const criteria = await prepareCriteria(tx, actor.memberId, input.criteria)
      if (isRefusal(criteria)) return criteria
      await updateCriteria(tx, found.id, criteria)
    }
    await tx.sql('update interest set name = $2, paused = $3 where id = $1', [
      found.id,
      input.name ?? found.name,
      input.paused ?? found.paused,
    ])
    return { interestId: found.id }
  })
}

/** Removes an interest (A2); what it has found stays on record. Refuses with NOT_FOUND one that is not the actor's or was removed. */
export async function removeInterest(
  services: ListingsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ interestId: string } | Refusal> {
  const input = parseInput(removeForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'removeInterest', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const found = await lockInterest(tx, actor.memberId, input.interestId)
    if (!found) return notThere()
    await tx.sql('update interest set removed_at = $2 where id = $1', [found.id, services.now()])
    return { interestId: found.id }
  })
}
