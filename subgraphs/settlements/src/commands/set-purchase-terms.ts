import { currencyDigits } from '@torihiki/shared/currencies.ts'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember, knownMembers } from '@torihiki/shared/identity/known-members.ts'
import { parseMoney } from '@torihiki/shared/money.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import { largestDiscountPpm, longestRecourseDays } from '../domain/receivable-purchase.ts'
import type { SettlementsServices } from '../services.ts'
import { lockLine } from '../store/purchases.ts'

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
  recourseAfterDays: z
    .int()
    .min(1, 'It must be 1 or more')
    .max(longestRecourseDays, `It must be ${longestRecourseDays} at most`),
  settlementAgentId: form.id,
})

/**
 * States on what terms a purchaser (payment institution or intermediary) buys claims in a currency (B19): its discount, how much may be outstanding, and
 * after how many days it may give a claim back. A limit of zero ends buying. Purchases keep the terms under which they were made; earlier versions
 * stay on record. Refuses all but active purchasers, and an agent that is none.
 */
export async function setPurchaseTerms(
  services: SettlementsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ purchaserId: string; currency: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const limit = parseMoney(input.limit, input.currency)
  if ('fault' in limit) return refuseInput([{ path: 'limit', message: limit.fault }])
  if (limit.minor < 0n) return refuseInput([{ path: 'limit', message: 'It must be zero or more.' }])
  const now = services.now()
  const request = { actor, operation: 'setPurchaseTerms', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const member = await activeMember(tx, actor.memberId)
    if (isRefusal(member)) return member
    const agent = (await knownMembers(tx, [input.settlementAgentId])).get(input.settlementAgentId)
    if (agent?.status !== 'ACTIVE' || !agent.roles.includes('SETTLEMENT_AGENT'))
      return refuse('NOT_FOUND', 'There is no active settlement agent with this id.')
    await tx.sql(
      'insert into purchase_line (purchaser_id, currency, version) values ($1, $2, 0) on conflict do nothing',
      [actor.memberId, input.currency],
    )
    await tx.sql('select from purchase_line where purchaser_id = $1 and currency = $2 for no key update', [
      actor.memberId,
      input.currency,
    ])
    const before = await lockLine(tx, actor.memberId, input.currency)
    const version = (before?.version ?? 0) + 1
    await tx.sql(
      `insert into purchase_terms (purchaser_id, currency, version, discount_ppm, limit_minor, recourse_after_days, agent_id, set_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        actor.memberId,
        input.currency,
        version,
        input.discountPpm,
        limit.minor,
        input.recourseAfterDays,
        input.settlementAgentId,
        now,
      ],
    )
    await tx.sql('update purchase_line set version = $3 where purchaser_id = $1 and currency = $2', [
      actor.memberId,
      input.currency,
      version,
    ])
    return { purchaserId: actor.memberId, currency: input.currency }
  })
}
