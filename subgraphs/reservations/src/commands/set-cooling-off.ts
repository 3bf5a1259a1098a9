import { hasRole, type Actor } from '@torihiki/shared/identity/actor.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { isTimeZone } from '@torihiki/shared/time-zone.ts'
import { z } from 'zod'
import { coolingOffStarts, longestCoolingOffDays, saleKinds } from '../domain/cooling-off.ts'
import type { ReservationsServices } from '../services.ts'
import { insertReturnTerms, insertRule } from '../store/cooling-off.ts'

const ruleForm = z.object({
  idempotencyKey: form.idempotencyKey,
  country: z.string().regex(/^[A-Z]{2}$/, 'It is two letters of ISO 3166-1, such as JP'),
  sale: z.enum(saleKinds),
  days: z.int().min(0).max(longestCoolingOffDays),
  countsFrom: z.enum(coolingOffStarts),
  firstDayCounts: z.boolean(),
  excludable: z.boolean(),
  timeZone: z.string().refine(isTimeZone, 'It is not a time zone such as Asia/Tokyo'),
  source: form.text(300),
})

/**
 * Writes the cooling-off period by a country's law (B15) as a further version: earlier ones stay, and hold for contracts that were
 * concluded while they did. Zero days: there is none. For administrators.
 */
export async function setCoolingOffRule(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ country: string; version: number } | Refusal> {
  const input = parseInput(ruleForm, raw)
  if (isRefusal(input)) return input
  if (!hasRole(actor, 'ADMIN')) return refuse('NOT_ALLOWED', 'Only an administrator may do this.')
  const { idempotencyKey, ...rule } = input
  return runCommand(
    services.store,
    { actor, operation: 'setCoolingOffRule', idempotencyKey, input: raw },
    async (tx) => ({
      country: rule.country,
      version: await insertRule(tx, rule, actor.memberId, services.now()),
    }),
  )
}

const termsForm = z.object({ idempotencyKey: form.idempotencyKey, coolingOffExcluded: z.boolean() })

/** States whether a seller grants consumers a cooling-off period where the law lets it choose (B15): for contracts that are concluded from now on. For sellers. */
export async function setReturnTerms(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ coolingOffExcluded: boolean } | Refusal> {
  const input = parseInput(termsForm, raw)
  if (isRefusal(input)) return input
  if (!hasRole(actor, 'SELLER'))
    return refuse('NOT_ALLOWED', 'Only a seller states on what terms goods are given back.')
  const { idempotencyKey, coolingOffExcluded } = input
  return runCommand(services.store, { actor, operation: 'setReturnTerms', idempotencyKey, input: raw }, async (tx) => {
    await insertReturnTerms(tx, actor.memberId, coolingOffExcluded, services.now())
    return { coolingOffExcluded }
  })
}
