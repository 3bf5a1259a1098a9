import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember } from '@torihiki/shared/identity/known-members.ts'
import { readUsage } from '@torihiki/shared/identity/level-usage.ts'
import { exceedsLevel } from '@torihiki/shared/identity/level.ts'
import { moneyOf, moneyText, type MoneyText } from '@torihiki/shared/money.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { z } from 'zod'
import { availableOf, emptyAccount, holdChange, isShortfall, keyText, needsApproval } from '../domain/account.ts'
import { dayOf } from '../domain/dates.ts'
import { accountOfMethod } from '../domain/payment-method.ts'
import type { ReservationsServices } from '../services.ts'
import { readAccounts } from '../store/accounts.ts'
import { methodOf } from '../store/payment-methods.ts'
import { methodFault, nothingToFreeze } from './may-use-method.ts'
import { insufficient } from './reserve.ts'

const inputForm = z.object({ paymentMethodId: form.id, amount: form.money })

/** What a reservation would leave, null when another decides; and who would have to approve it still, if anybody. */
export type Quote = {
  amount: MoneyText
  availableAfter: MoneyText | null
  waitsFor: 'CARD_COMPANY' | 'APPROVAL' | null
}

/**
 * Answers whether a reservation with this method would succeed now, without making one (B5): nothing is written, nothing is
 * locked, no limit is used. Refuses as `reservePayment` would, but for what depends on a thread.
 */
export async function quoteReservation(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<Quote | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const { amount } = input
  const sql: typeof services.store.query = (text, parameters) => services.store.query(text, parameters)
  const method = await methodOf(sql, input.paymentMethodId, actor.memberId)
  if (!method) return refuse('NOT_FOUND', 'You have no payment method with this id.')
  const member = await activeMember({ sql }, actor.memberId)
  if (isRefusal(member)) return member
  const unfit = methodFault(method, amount, services.now())
  if (unfit) return refuseInput([unfit])
  const key = [actor.memberId, 'RESERVE_PAYMENT', amount.currency, dayOf(services.now())] as const
  const used = await readUsage(sql, key)
  const tooMuch = exceedsLevel(member.level, 'RESERVE_PAYMENT', amount, used)
  if (tooMuch) return tooMuch
  const accountKey = accountOfMethod(method)
  if (!accountKey) return nothingToFreeze()
  const account =
    (await readAccounts(sql, services.institutionId, [accountKey])).get(keyText(accountKey)) ?? emptyAccount(accountKey)
  const change = holdChange(account, amount.minor)
  if (isShortfall(change)) return insufficient(amount, change)
  const available = availableOf(account)
  return {
    amount: moneyText(amount),
    waitsFor: accountKey.kind === 'ACQUIRER' ? 'CARD_COMPANY' : needsApproval(account) ? 'APPROVAL' : null,
    availableAfter: available === null ? null : moneyText(moneyOf(available - amount.minor, amount.currency)),
  }
}
