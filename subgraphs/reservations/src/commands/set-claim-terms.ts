import { currencyDigits } from '@torihiki/shared/currencies.ts'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { knownMembers } from '@torihiki/shared/identity/known-members.ts'
import { parseMoney } from '@torihiki/shared/money.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import { largestDiscountPpm, longestRecourseDays } from '../domain/claim-purchase.ts'
import type { ReservationsServices } from '../services.ts'
import { lockClaimTerms } from '../store/claims.ts'
import { refuseUnlessOperator } from './operator.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  currency: z
    .string()
    .refine((code) => currencyDigits(code) !== null, 'It is not a currency code of ISO 4217 that the hub knows'),
  discountPpm: z
    .int()
    .min(0, 'It must be 0 or more')
    .max(largestDiscountPpm, `It must be ${largestDiscountPpm} at most`),
  limit: z.string(),
  recourseAfterDays: form.optional(
    z.int().min(1, 'It must be 1 or more').max(longestRecourseDays, `It must be ${longestRecourseDays} at most`),
  ),
  settlementAgentId: form.id,
})

/**
 * States on what terms the institution buys guarantors' claims on payers in a currency (B19): its discount, how much may be outstanding, after how many
 * days it may give a claim back that the payer has not paid (left out: never), and by which agent the price is paid. For its operators. A limit of zero ends buying. Purchases
 * keep the terms under which they were made; earlier versions stay on record. Refuses an agent that is none.
 */
export async function setClaimTerms(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ institutionId: string; currency: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  const refusal = refuseUnlessOperator(actor)
  if (isRefusal(input)) return input
  if (refusal) return refusal
  const { currency } = input
  const limit = parseMoney(input.limit, currency)
  if ('fault' in limit) return refuseInput([{ path: 'limit', message: limit.fault }])
  if (limit.minor < 0n) return refuseInput([{ path: 'limit', message: 'It must be zero or more.' }])
  const { institutionId } = services
  const request = { actor, operation: 'setClaimTerms', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const agent = (await knownMembers(tx, [input.settlementAgentId])).get(input.settlementAgentId)
    if (agent?.status !== 'ACTIVE' || !agent.roles.includes('SETTLEMENT_AGENT'))
      return refuse('NOT_FOUND', 'There is no active settlement agent with this id.')
    await tx.sql(
      'insert into claim_line (institution_id, currency, version) values ($1, $2, 0) on conflict do nothing',
      [institutionId, currency],
    )
    await tx.sql('select from claim_line where institution_id = $1 and currency = $2 for no key update', [
      institutionId,
      currency,
    ])
    const version = ((await lockClaimTerms(tx, institutionId, currency))?.version ?? 0) + 1
    await tx.sql(
      `insert into claim_terms (institution_id, currency, version, discount_ppm, limit_minor, recourse_after_days, agent_id, set_by, set_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        institutionId,
        currency,
        version,
        input.discountPpm,
        limit.minor,
        input.recourseAfterDays,
        input.settlementAgentId,
        actor.memberId,
        services.now(),
      ],
    )
    await tx.sql('update claim_line set version = $3 where institution_id = $1 and currency = $2', [
      institutionId,
      currency,
      version,
    ])
    return { institutionId, currency }
  })
}
