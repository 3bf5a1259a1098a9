import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { knownMembers } from '@torihiki/shared/identity/known-members.ts'
import { parseMoney } from '@torihiki/shared/money.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import type { DeliveryCharge } from '../domain/quote.ts'
import type { ListingsServices } from '../services.ts'
import { insertTerms, newestTerms, type ShopTerms } from '../store/shop-terms.ts'
import { lockOwnShop } from '../store/shops.ts'
import { merchant } from './shops.ts'

/** In how many currencies a shop states charges and limits. */
const mostCurrencies = 20
/** How many members a shop may let pay on account by name. */
export const mostOnAccount = 200
/** The longest time for delivery that terms may promise, in days. */
const longestDelivery = 365
/** The most orders a day that a limit may name: beyond, it is none. */
const mostOrdersNamed = 1_000
const methodKinds = ['DEPOSIT', 'ACCOUNT_TRANSFER', 'CREDIT', 'CARD', 'COUNTER'] as const

const amountForm = z.object({ amount: z.string(), currency: z.string() }).transform((value, context) => {
  const money = parseMoney(value.amount, value.currency)
  if (!('fault' in money) && money.minor >= 0n) return money
  context.addIssue({ code: 'custom', message: 'fault' in money ? money.fault : 'It must not be below zero' })
  return z.NEVER
})
const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  shopId: form.id,
  version: z.int(),
  deliveryCharges: form.optional(
    z
      .array(z.object({ charge: amountForm, freeFrom: form.optional(amountForm) }))
      .max(mostCurrencies, `There are at most ${mostCurrencies}`),
  ),
  deliverWithinDays: form.optional(
    z.int().min(0, 'It is 0 or more').max(longestDelivery, `It is ${longestDelivery} at most`),
  ),
  cancelBeforeDelivery: form.optional(z.boolean()),
  settlement: form.optional(z.enum(['GROSS', 'NET'])),
  settlementAgentId: form.optional(form.id),
  onAccountIds: form.optional(z.array(form.id).max(mostOnAccount, `There are at most ${mostOnAccount}`)),
  guests: form.optional(
    z.object({
      mostPerOrder: form.optional(z.array(form.money).max(mostCurrencies, `There are at most ${mostCurrencies}`)),
      mostOrdersPerDay: form.optional(
        z.int().min(1, 'It is 1 or more').max(mostOrdersNamed, `It is ${mostOrdersNamed} at most`),
      ),
      methodKinds: form.optional(z.array(z.enum(methodKinds)).min(1, 'Name at least one')),
    }),
  ),
})
type Input = z.infer<typeof inputForm>

/**
 * States by which terms a shop of the actor's sells from now on (C1, C4): a whole new version; those before stay on record, and quotes keep theirs. They are the shop's
 * standing instruction too: by them the hub accepts what was paid, and submits the shop's document. Refuses NOT_FOUND, STALE_REVISION, INVALID_INPUT of an agent that is none.
 */
export async function setShopTerms(
  services: ListingsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ shopId: string; version: number } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const charges = chargesOf(input)
  const twice = [
    ...doubles(charges.map(({ currency }) => currency)).map((path) => `deliveryCharges.${path}`),
    ...doubles((input.guests?.mostPerOrder ?? []).map(({ currency }) => currency)).map(
      (path) => `guests.mostPerOrder.${path}`,
    ),
  ]
  const torn = (input.deliveryCharges ?? []).flatMap(({ charge, freeFrom }, i) =>
    freeFrom && freeFrom.currency !== charge.currency ? [`deliveryCharges.${i}.freeFrom`] : [],
  )
  const faults = [
    ...twice.map((path) => ({ path, message: 'There is one of this currency already.' })),
    ...torn.map((path) => ({ path, message: 'It must be in the currency of the charge.' })),
  ]
  if (faults.length > 0) return refuseInput(faults)
  const request = { actor, operation: 'setShopTerms', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const merchantId = await merchant(tx, actor)
    if (isRefusal(merchantId)) return merchantId
    const shop = await lockOwnShop(tx, merchantId, input.shopId)
    if (!shop) return refuse('NOT_FOUND', 'You have no shop with this id.')
    const present = (await newestTerms((text, p) => tx.sql(text, p), shop.id))?.version ?? 0
    if (present !== input.version)
      return refuse(
        'STALE_REVISION',
        `You replace version ${input.version}; the present one is ${present}. Read it again, then replace that.`,
        { revision: present, given: input.version },
      )
    const strange = await agentFault(tx, input.settlementAgentId)
    if (strange) return strange
    const version = present + 1
    await insertTerms(tx, { shopId: shop.id, version, terms: termsOf(input, charges) }, services.now())
    return { shopId: shop.id, version }
  })
}

function chargesOf({ deliveryCharges }: Input): DeliveryCharge[] {
  return (deliveryCharges ?? []).map(({ charge, freeFrom }) => ({
    currency: charge.currency,
    minor: charge.minor.toString(),
    freeFromMinor: freeFrom?.minor.toString() ?? null,
  }))
}

/** The places of what is there a second time. */
const doubles = (values: readonly string[]): number[] =>
  values.flatMap((value, i) => (values.indexOf(value) < i ? [i] : []))

async function agentFault(tx: Tx, agentId: string | null): Promise<Refusal | null> {
  if (agentId === null) return null
  const agent = (await knownMembers(tx, [agentId])).get(agentId)
  if (agent?.status === 'ACTIVE' && agent.roles.includes('SETTLEMENT_AGENT')) return null
  return refuseInput([{ path: 'settlementAgentId', message: 'There is no active settlement agent with this id.' }])
}

function termsOf(input: Input, deliveryCharges: DeliveryCharge[]): ShopTerms {
  const { guests } = input
  return {
    deliveryCharges,
    deliverWithinDays: input.deliverWithinDays,
    cancelBeforeDelivery: input.cancelBeforeDelivery ?? false,
    settlement: input.settlement ?? 'NET',
    settlementAgentId: input.settlementAgentId,
    onAccountIds: [...new Set(input.onAccountIds ?? [])],
    guests: guests && {
      mostPerOrder: (guests.mostPerOrder ?? []).map(({ minor, currency }) => ({ currency, minor: minor.toString() })),
      mostOrdersPerDay: guests.mostOrdersPerDay,
      methodKinds: guests.methodKinds,
    },
  }
}
