import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import { sharingRules, usualSystem, type AuthorizationSystem } from '../domain/allotment.ts'
import type { ReservationsServices } from '../services.ts'
import { insertSharing, insertSystem } from '../store/authorization-systems.ts'
import { refuseUnlessOperator } from './operator.ts'

/** What a system may be set to at most: ranks and weights are compared by people, a batch is what one process can have in hand, and nothing waits longer than an hour for its batch. */
const [mostRank, mostWeight, mostInFlight, mostPerMinute, largestBatch, longestBatchAge] = [
  100, 1_000, 10_000, 600_000, 200, 3_600,
]

const systemForm = z
  .object({
    idempotencyKey: form.idempotencyKey,
    name: z.string().regex(/^[a-z0-9-]{1,40}$/, 'It is what AUTHORIZATION_SYSTEM says: 1 to 40 of a–z, 0–9, hyphen'),
    rank: form.optional(z.int().min(1).max(mostRank)),
    mostInFlight: form.optional(z.int().min(1).max(mostInFlight)),
    perMinute: form.optional(z.int().min(1).max(mostPerMinute)),
    weight: form.optional(z.int().min(1).max(mostWeight)),
    batchSize: form.optional(z.int().min(1).max(largestBatch)),
    batchAgeSeconds: form.optional(z.int().min(1).max(longestBatchAge)),
    takesPart: form.optional(z.boolean()),
  })
  .refine(({ mostInFlight: most, batchSize }) => most === null || most >= (batchSize ?? 1), {
    path: ['mostInFlight'],
    message: 'A batch leaves as one: at least as many as it has',
  })

/**
 * Sets what an authorization system takes (C8): a new version, from the next request on, for all its processes. What is left out is as usual. For operators of the
 * institution; on record with who did it.
 */
export async function setAuthorizationSystem(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ name: string } | Refusal> {
  const input = parseInput(systemForm, raw)
  const refusal = refuseUnlessOperator(actor)
  if (refusal) return refusal
  if (isRefusal(input)) return input
  const { idempotencyKey, name } = input
  const system: AuthorizationSystem = {
    name,
    rank: input.rank ?? usualSystem.rank,
    mostInFlight: input.mostInFlight,
    perMinute: input.perMinute,
    weight: input.weight ?? usualSystem.weight,
    batchSize: input.batchSize ?? usualSystem.batchSize,
    batchAgeSeconds: input.batchAgeSeconds ?? usualSystem.batchAgeSeconds,
    takesPart: input.takesPart ?? usualSystem.takesPart,
  }
  const command = { actor, operation: 'setAuthorizationSystem', idempotencyKey, input: raw }
  return runCommand(services.store, command, async (tx) => {
    await insertSystem(tx, system, { memberId: whoDid(actor), at: services.now() })
    return { name }
  })
}

const sharingForm = z.object({ idempotencyKey: form.idempotencyKey, rule: z.enum(sharingRules) })

/** Sets by which rule authorization systems share what may leave (C8): a new version, from the next request on. For operators; on record with who did it. */
export async function setAuthorizationSharing(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ rule: string } | Refusal> {
  const input = parseInput(sharingForm, raw)
  const refusal = refuseUnlessOperator(actor)
  if (refusal) return refusal
  if (isRefusal(input)) return input
  const { idempotencyKey, rule } = input
  const command = { actor, operation: 'setAuthorizationSharing', idempotencyKey, input: raw }
  return runCommand(services.store, command, async (tx) => {
    await insertSharing(tx, rule, { memberId: whoDid(actor), at: services.now() })
    return { rule }
  })
}

const whoDid = (actor: Actor): string => actor.operator?.memberId ?? actor.memberId
