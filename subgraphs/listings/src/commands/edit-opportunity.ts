import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { changedBetween, type Stated } from '../domain/stated.ts'
import { statusAt } from '../domain/status.ts'
import type { ListingsServices } from '../services.ts'
import { statedOf, timesOf, type OpportunityRow } from '../store/opportunities.ts'
import { reviseOpportunity } from '../store/save-opportunity.ts'
import { lockOwn } from './lock-own.ts'
import { statedFaults, statedForms } from './stated-input.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  opportunityId: form.id,
  revision: z.int(),
  title: statedForms.title.optional(),
  description: statedForms.description.optional(),
  category: statedForms.category.nullish(),
  region: statedForms.region.nullish(),
  quantity: statedForms.quantity.nullish(),
  budget: statedForms.budget.nullish(),
  validUntil: statedForms.validUntil.nullish(),
  language: statedForms.language.nullish(),
  visibleTo: statedForms.visibleTo.nullish(),
})

type Input = z.infer<typeof inputForm>

/**
 * Edits an open opportunity (A1): what is given is stated anew, null takes it away, what is left out stays. The state before
 * stays on record as a revision. An edit that changes nothing makes no revision.
 * Refuses with NOT_FOUND who may not see it, NOT_ALLOWED who did not publish it, WRONG_STATE when it is not open any more,
 * STALE_REVISION when it was edited since the `revision` that the caller looked at, INVALID_INPUT as publishing does.
 */
export async function editOpportunity(
  services: ListingsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ opportunityId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const now = services.now()
  const request = { actor, operation: 'editOpportunity', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const found = await lockOwn(tx, actor, now, input.opportunityId, 'edits')
    if (isRefusal(found)) return found
    const refused = notEditable(found, input.revision, now)
    if (refused) return refused
    const faults = await statedFaults(tx, input, now)
    if (faults.length > 0) return refuseInput(faults)
    await revise(tx, found, input, now)
    return { opportunityId: found.id }
  })
}

function notEditable(found: OpportunityRow, revision: number, now: Date): Refusal | null {
  const state = statusAt(timesOf(found), now)
  if (state !== 'OPEN')
    return refuse('WRONG_STATE', `The opportunity is ${state} and stays as it is. Publish a new one.`, { state })
  if (revision === found.revision) return null
  return refuse(
    'STALE_REVISION',
    `You edit revision ${revision}; the present one is ${found.revision}. Read it again, then edit that.`,
    { revision: found.revision, given: revision },
  )
}

async function revise(tx: Tx, found: OpportunityRow, input: Input, now: Date): Promise<void> {
  const before = statedOf(found)
  const after: Stated = {
    title: input.title ?? before.title,
    description: input.description ?? before.description,
    category: given(input.category, before.category),
    region: given(input.region, before.region),
    quantity: given(input.quantity, before.quantity),
    budget: given(input.budget, before.budget),
    validUntil: given(input.validUntil, before.validUntil),
    language: given(input.language, before.language),
    visibleTo: given(input.visibleTo, before.visibleTo),
  }
  const changed = changedBetween(before, after)
  if (changed.length > 0) await reviseOpportunity(tx, found.id, found.revision + 1, after, changed, now)
}

const given = <T>(value: T | null | undefined, before: T | null): T | null => (value === undefined ? before : value)
