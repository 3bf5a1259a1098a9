import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember } from '@torihiki/shared/identity/known-members.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import { mostInterests } from '../domain/interest.ts'
import type { ListingsServices } from '../services.ts'
import { insertInterest } from '../store/interests.ts'
import { criteriaForm, interestName, prepareCriteria } from './interest-criteria.ts'
import { ensureSchedule } from './set-digest-schedule.ts'

const inputForm = z.object({ idempotencyKey: form.idempotencyKey, name: interestName, criteria: criteriaForm })

/**
 * Registers an interest (A2): what is published or edited from now on and meets it is a match. Refuses a member that is not active,
 * criteria that would meet everything, and more than `mostInterests` (TOO_MANY_INTERESTS), also when several are registered at once.
 */
export async function registerInterest(
  services: ListingsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ interestId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'registerInterest', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const member = await activeMember(tx, actor.memberId)
    if (isRefusal(member)) return member
    const criteria = await prepareCriteria(tx, actor.memberId, input.criteria)
    if (isRefusal(criteria)) return criteria
    await tx.sql('select from known_member where member_id = $1 for no key update', [actor.memberId])
    const [row] = await tx.sql<{ count: number }>(
      'select count(*)::int as count from interest where member_id = $1 and removed_at is null',
      [actor.memberId],
    )
    if (row && row.count >= mostInterests)
      return refuse('TOO_MANY_INTERESTS', `A member has at most ${mostInterests} interests. Remove one first.`, {
        limit: mostInterests,
      })
    const at = services.now()
    const interestId = newId(at.getTime())
    await insertInterest(tx, { id: interestId, memberId: actor.memberId, name: input.name, at }, criteria)
    await ensureSchedule(tx, actor.memberId, at)
    return { interestId }
  })
}
