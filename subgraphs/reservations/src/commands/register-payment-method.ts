import { currencyDigits } from '@torihiki/shared/currencies.ts'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember } from '@torihiki/shared/identity/known-members.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { earlierAnswer, runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import { holdsCardNumber } from '../domain/card-number.ts'
import { cardIsCurrent } from '../domain/dates.ts'
import { methodRules, paymentMethodKinds } from '../domain/payment-method.ts'
import type { ReservationsServices } from '../services.ts'
import { knownCard } from './known-card.ts'
import { sealAccount } from '../store/sealed-account.ts'
import { insertMethod } from '../store/payment-methods.ts'

const noCardNumber = (text: string): boolean => !holdsCardNumber(text)
const cardNumberSentence =
  'It looks like a card number. Give the token that the vault gave for the card; a number is never taken'

const cardForm = z.object({
  token: form.text(200).refine(noCardNumber, cardNumberSentence),
  brand: form.optional(form.text(40).refine(noCardNumber, cardNumberSentence)),
  lastFour: form.optional(z.string().regex(/^\d{4}$/, 'It must be four digits')),
  expiry: form.optional(z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'It must be a month such as 2027-04')),
  company: form.optional(
    z.string().regex(/^[a-z0-9-]{1,40}$/, 'It must be the code of a card company: 1 to 40 of a–z, 0–9, hyphen'),
  ),
})

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  kind: z.enum(paymentMethodKinds),
  name: form.text(100).refine(noCardNumber, cardNumberSentence),
  currency: z
    .string()
    .refine((code) => currencyDigits(code) !== null, 'It is not a currency code of ISO 4217 that the hub knows'),
  card: form.optional(cardForm),
  accountReference: form.optional(form.text(64).refine(noCardNumber, cardNumberSentence)),
})

type Input = z.infer<typeof inputForm>

/**
 * Registers a payment method of the actor's own (B1, C3). An account is kept sealed. Of a card the vault's token is kept, never its number: what looks like
 * one is refused, as is one that the vault does not know as the actor's own, or otherwise than it is stated, a card that has expired, a CARD or ACCOUNT_TRANSFER without its reference, and a reference with anything else.
 */
export async function registerPaymentMethod(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ methodId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const fault = referenceFault(input)
  if (fault) return refuseInput([fault])
  const request = { actor, operation: 'registerPaymentMethod', idempotencyKey: input.idempotencyKey, input: raw }
  // What was registered stays so whatever the vault says later, or does not.
  const earlier = await earlierAnswer<{ methodId: string }>(services.store, request)
  if (earlier) return earlier
  const card = input.card && (await knownCard(services, actor.memberId, input.card))
  if (card && 'faults' in card) return refuseInput(card.faults)
  if (card && !cardIsCurrent(card.expiry, services.now()))
    return refuseInput([{ path: 'card.expiry', message: 'The card has expired.' }])
  return runCommand(services.store, request, async (tx) => {
    const member = await activeMember(tx, actor.memberId)
    if (isRefusal(member)) return member
    const methodId = newId()
    await insertMethod(tx, {
      id: methodId,
      memberId: actor.memberId,
      kind: input.kind,
      name: input.name,
      currency: input.currency,
      card,
      accountSealed:
        input.accountReference === null ? null : sealAccount(services.accounts, methodId, input.accountReference),
      at: services.now(),
    })
    return { methodId }
  })
}

function referenceFault({ kind, card, accountReference }: Input): { path: string; message: string } | null {
  const { needs, spoken } = methodRules[kind]
  if (needs === 'CARD' && !card) return { path: 'card', message: 'A card needs the reference that the vault gave.' }
  if (needs !== 'CARD' && card) return { path: 'card', message: `There is no card with ${spoken}.` }
  if (needs === 'ACCOUNT' && !accountReference)
    return { path: 'accountReference', message: `Give the account from which ${spoken} is made.` }
  if (needs !== 'ACCOUNT' && accountReference)
    return { path: 'accountReference', message: `There is no account reference with ${spoken}.` }
  return null
}
