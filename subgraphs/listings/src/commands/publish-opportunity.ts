import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember } from '@torihiki/shared/identity/known-members.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import type { ListingsServices } from '../services.ts'
import { insertOpportunity } from '../store/save-opportunity.ts'
import { statedFaults, statedForms } from './stated-input.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  title: statedForms.title,
  description: statedForms.description,
  category: form.optional(statedForms.category),
  region: form.optional(statedForms.region),
  quantity: form.optional(statedForms.quantity),
  budget: form.optional(statedForms.budget),
  validUntil: form.optional(statedForms.validUntil),
  language: form.optional(statedForms.language),
  visibleTo: form.optional(statedForms.visibleTo),
})

/**
 * Publishes a business opportunity (A1): open to everybody, or to the members it names alone. Refuses when the member is not
 * active, `validUntil` has passed already, or a named member is not there.
 */
export async function publishOpportunity(
  services: ListingsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ opportunityId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const now = services.now()
  const request = { actor, operation: 'publishOpportunity', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const publisher = await activeMember(tx, actor.memberId)
    if (isRefusal(publisher)) return publisher
    const faults = await statedFaults(tx, input, now)
    if (faults.length > 0) return refuseInput(faults)
    const opportunityId = newId(now.getTime())
    await insertOpportunity(tx, opportunityId, publisher.memberId, input, now)
    return { opportunityId }
  })
}
