import type { AccountKey } from './account.ts'

/** What members pay with (B1, B4). */
export const paymentMethodKinds = ['DEPOSIT', 'ACCOUNT_TRANSFER', 'CREDIT', 'CARD', 'COUNTER'] as const
export type PaymentMethodKind = (typeof paymentMethodKinds)[number]

/** A payment method as far as rules go. */
export type MethodTerms = {
  readonly kind: PaymentMethodKind
  readonly member_id: string
  readonly currency: string
  readonly card_company: string | null
}

/**
 * What a kind of payment method is to a reservation: the one place that knows. A further kind is a further line in `methodRules`.
 */
export type MethodRule = {
  /** What it is called in sentences. */
  readonly spoken: string
  /** The account on which an amount is frozen, which also says by which limit; null when there is nothing to freeze. */
  readonly freezes: (method: MethodTerms) => AccountKey | null
  /** What must be given when it is registered, and may not be otherwise. */
  readonly needs: 'NOTHING' | 'ACCOUNT' | 'CARD'
}

const ownDeposit = ({ member_id, currency }: MethodTerms): AccountKey => ({
  kind: 'DEPOSIT',
  owner: member_id,
  currency,
})

/**
 * Every kind with its rule (B4): a debit and an account transfer freeze within what the deposit has available, and share it; a credit
 * within its line or by approval; a card's amount is frozen by its issuer, so ours has no limit; with cash at a counter nothing can
 * be frozen, so a guarantee must stand for it (step 21 of the money model).
 */
export const methodRules: Record<PaymentMethodKind, MethodRule> = {
  DEPOSIT: { spoken: 'a deposit', freezes: ownDeposit, needs: 'NOTHING' },
  ACCOUNT_TRANSFER: { spoken: 'an account transfer', freezes: ownDeposit, needs: 'ACCOUNT' },
  CREDIT: {
    spoken: 'a credit',
    freezes: ({ member_id, currency }) => ({ kind: 'CREDIT', owner: member_id, currency }),
    needs: 'NOTHING',
  },
  CARD: {
    spoken: 'a card',
    freezes: ({ card_company, currency }) => ({ kind: 'ACQUIRER', owner: card_company ?? '', currency }),
    needs: 'CARD',
  },
  COUNTER: { spoken: 'cash at a counter', freezes: () => null, needs: 'NOTHING' },
}

/** The account on which a payment method's amounts are held, or null when it freezes nothing. */
export function accountOfMethod(method: MethodTerms): AccountKey | null {
  return methodRules[method.kind].freezes(method)
}
