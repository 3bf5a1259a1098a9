import { isId } from '@torihiki/shared/ids.ts'
import { moneyOf, moneyText } from '@torihiki/shared/money.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import { discountOf } from '../domain/receivable-purchase.ts'
import { termsSelect, type TermsRow } from '../store/purchases.ts'
import type { Resolvers } from './generated.ts'
import { memberRef } from './obligation-types.ts'

/** How many quotes are shown, the best first. */
const mostQuotes = 50

/** Reading of terms and quotes: terms are for every member to see, a quote for the creditor of the claim alone. */
export const purchaseQuery: Pick<Resolvers['Query'] & object, 'purchaseTerms' | 'receivableQuotes'> = {
  purchaseTerms: (_root, { currency }, { services }) =>
    services.store.query<TermsRow>(
      `${termsSelect} where ($1::text is null or t.currency = $1) and t.limit_minor > 0 order by t.discount_ppm, t.purchaser_id, t.currency limit $2`,
      [currency ?? null, mostQuotes],
    ),
  receivableQuotes: async (_root, { obligationId }, { services, actor }) => {
    const claim = isId(obligationId) ? await services.load.obligation.load(obligationId) : null
    if (claim?.creditor_id !== actor?.memberId || claim?.status !== 'OPEN' || claim.settlement !== 'NET') return []
    const terms = await services.store.query<TermsRow>(
      `${termsSelect} where t.currency = $1 and t.limit_minor - l.outstanding_minor >= $2 and l.purchaser_id not in ($3, $4)
       order by t.discount_ppm, t.purchaser_id limit $5`,
      [claim.currency, claim.amount_minor, claim.debtor_id, claim.creditor_id, mostQuotes],
    )
    return terms.map((row) => ({ terms: row, claim }))
  },
}

/** How purchases, terms and quotes resolve. */
export const purchaseTypes: Pick<Resolvers, 'PurchaseTerms' | 'ReceivableQuote' | 'ReceivablePurchase'> = {
  PurchaseTerms: {
    purchaser: (row) => memberRef(row.purchaser_id),
    discountPpm: (row) => row.discount_ppm,
    limit: (row) => moneyText(moneyOf(row.limit_minor, row.currency)),
    outstanding: (row, _args, { actor }) =>
      actor?.memberId === row.purchaser_id ? moneyText(moneyOf(row.outstanding_minor, row.currency)) : null,
    recourseAfterDays: (row) => row.recourse_after_days,
    settlementAgent: (row) => memberRef(row.agent_id),
    setAt: (row) => asDate(row.set_at),
  },
  ReceivableQuote: {
    discount: ({ terms, claim }) => {
      const discount = discountOf(BigInt(claim.amount_minor), terms.discount_ppm)
      return moneyText({ minor: discount, currency: claim.currency })
    },
    price: ({ terms, claim }) => {
      const amount = BigInt(claim.amount_minor)
      return moneyText({ minor: amount - discountOf(amount, terms.discount_ppm), currency: claim.currency })
    },
  },
  ReceivablePurchase: {
    purchaser: (row) => memberRef(row.purchaser_id),
    seller: (row) => memberRef(row.seller_id),
    claim: (row, _args, { services }) => services.load.obligation.load(row.claim_id),
    collection: (row, _args, { services }) => services.load.obligation.load(row.collection_id),
    amount: (row) => moneyText(moneyOf(row.amount_minor, row.currency)),
    discount: (row) => moneyText(moneyOf(row.discount_minor, row.currency)),
    price: (row) => moneyText({ minor: BigInt(row.amount_minor) - BigInt(row.discount_minor), currency: row.currency }),
    discountPpm: (row) => row.discount_ppm,
    recourseFrom: (row) => new Date(asDate(row.purchased_at).getTime() + row.recourse_after_days * 86_400_000),
    purchasedAt: (row) => asDate(row.purchased_at),
    returnedAt: (row) => asDateOrNull(row.returned_at),
    returnReason: (row) => row.return_reason,
  },
}
