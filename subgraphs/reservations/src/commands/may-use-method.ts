import type { Money } from '@torihiki/shared/money.ts'
import { refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { cardIsCurrent } from '../domain/dates.ts'
import type { PaymentMethodModel } from '../graphql/models.ts'

type Fault = { path: string; message: string }

/** What of a method does not fit an amount: its currency, a card that has expired. Null when it fits. */
export function methodFault(method: PaymentMethodModel, amount: Money, now: Date): Fault | null {
  if (method.currency !== amount.currency)
    return {
      path: 'paymentMethodId',
      message: `The payment method is in ${method.currency}, the amount in ${amount.currency}.`,
    }
  if (method.card_expiry && !cardIsCurrent(method.card_expiry, now))
    return { path: 'paymentMethodId', message: 'The card has expired.' }
  return null
}

/** GUARANTEE_NEEDED: with this method nothing can be frozen (step 21 of the money model). */
export function nothingToFreeze(): Refusal {
  return refuse(
    'GUARANTEE_NEEDED',
    'Nothing can be frozen with cash at a counter. Have the payment guaranteed, or reserve it with a deposit, a transfer, a credit or a card.',
  )
}

/** NOT_ALLOWED: the shop does not let a guest pay by a method of this kind (C4). Null: it does, or nobody limits it. */
export function kindRefusal(kind: string, allowed: readonly string[] | null): Refusal | null {
  if (!allowed || allowed.includes(kind)) return null
  return refuse(
    'NOT_ALLOWED',
    `The shop lets guests pay by ${allowed.join(', ')}; this payment method is ${kind}. Use another, or apply for membership.`,
  )
}
