import { badCursor, pageFrom, pageOf } from '@torihiki/shared/graphql/connection.ts'
import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { isId } from '@torihiki/shared/ids.ts'
import { moneyOf, moneyText } from '@torihiki/shared/money.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import { isOperator } from '../commands/operator.ts'
import { returnCreditClaim } from '../commands/return-credit-claim.ts'
import { sellCreditClaim } from '../commands/sell-credit-claim.ts'
import { setClaimTerms } from '../commands/set-claim-terms.ts'
import { recourseFrom } from '../domain/claim-purchase.ts'
import { claimPurchaseSelect, claimTermsSelect, outstandingClaims } from '../store/claims.ts'
import type { Context } from './context.ts'
import type { Resolvers } from './generated.ts'
import type { ClaimTermsModel, CreditClaimPurchaseModel } from './models.ts'
import { present } from './present.ts'
import { memberRef } from './reservation-types.ts'

/** How many terms are shown at most: there is one a currency. */
const mostTerms = 50

const money = (minor: bigint | string, { currency }: { currency: string }) => moneyText(moneyOf(minor, currency))
const loadPurchase = async ({ services }: Context, id: string): Promise<CreditClaimPurchaseModel> =>
  present(await services.load.claim.load(id), `Purchase ${id}`)

/** What the hub pays for a claim is between it and who sold it. */
const knowsPrice = (row: CreditClaimPurchaseModel, { actor }: Context): boolean =>
  actor?.memberId === row.seller_id || isOperator(actor)

/** Reading of terms and purchases: terms are for every member to see, a purchase for who is a party to it and the hub's operators. */
export const claimQuery: Pick<Resolvers['Query'] & object, 'claimTerms' | 'creditClaimPurchases'> = {
  claimTerms: (_root, { currency }, { services }) =>
    services.store.query<ClaimTermsModel>(
      `${claimTermsSelect} where t.institution_id = $1 and ($2::text is null or t.currency = $2) and t.limit_minor > 0 order by t.currency limit $3`,
      [services.institutionId, currency ?? null, mostTerms],
    ),
  creditClaimPurchases: async (_root, page, { actor, services }) => {
    const { limit, after } = pageOf(page, 1)
    const afterId = after === null ? null : String(after[0])
    if (afterId !== null && !isId(afterId)) throw badCursor()
    const rows = await services.store.query<CreditClaimPurchaseModel>(
      `${claimPurchaseSelect} where (c.seller_id = $1 or ($2::boolean and c.purchaser_id = $3)) and ($4::uuid is null or c.id < $4) order by c.id desc limit $5`,
      [actor?.memberId ?? null, isOperator(actor), services.institutionId, afterId, limit + 1],
    )
    return pageFrom(
      rows,
      limit,
      after !== null,
      (row) => [row.id],
      (row) => row,
    )
  },
}

/** One line each: call the command, map its answer (B19). */
export const claimMutation: Resolvers['Mutation'] = {
  setClaimTerms: async (_root, { input }, context) =>
    resultAs(
      await setClaimTerms(context.services, actorOf(context), input),
      'SetClaimTermsPayload',
      async ({ institutionId, currency }) => {
        const [terms] = await context.services.store.query<ClaimTermsModel>(
          `${claimTermsSelect} where l.institution_id = $1 and l.currency = $2`,
          [institutionId, currency],
        )
        return { terms: present(terms, `Terms in ${currency}`) }
      },
    ),
  sellCreditClaim: async (_root, { input }, context) =>
    resultAs(
      await sellCreditClaim(context.services, actorOf(context), input),
      'SellCreditClaimPayload',
      async ({ purchaseId }) => ({ purchase: await loadPurchase(context, purchaseId) }),
    ),
  returnCreditClaim: async (_root, { input }, context) =>
    resultAs(
      await returnCreditClaim(context.services, actorOf(context), input),
      'ReturnCreditClaimPayload',
      async ({ purchaseId }) => ({ purchase: await loadPurchase(context, purchaseId) }),
    ),
}

/** How terms and purchases resolve. */
export const claimTypes: Pick<Resolvers, 'ClaimTerms' | 'CreditClaimPurchase'> = {
  ClaimTerms: {
    purchaser: (row) => memberRef(row.institution_id),
    discountPpm: (row) => row.discount_ppm,
    limit: (row) => money(row.limit_minor, row),
    outstanding: async (row, _args, { actor, services }) =>
      isOperator(actor)
        ? money(
            await outstandingClaims((text, p) => services.store.query(text, p), row.institution_id, row.currency),
            row,
          )
        : null,
    recourseAfterDays: (row) => row.recourse_after_days,
    settlementAgent: (row) => memberRef(row.agent_id),
    setAt: (row) => asDate(row.set_at),
  },
  CreditClaimPurchase: {
    __resolveReference: async ({ id }: { id: string }, { services }: Context) => services.load.claim.load(id),
    guarantee: (row, _args, { services }) => services.load.guarantee.load(row.guarantee_id),
    purchaser: (row) => memberRef(row.purchaser_id),
    seller: (row) => memberRef(row.seller_id),
    payer: (row) => memberRef(row.payer_id),
    amount: (row) => money(row.minor, row),
    discount: (row, _args, context) => (knowsPrice(row, context) ? money(row.discount_minor, row) : null),
    price: (row, _args, context) =>
      knowsPrice(row, context) ? money(BigInt(row.minor) - BigInt(row.discount_minor), row) : null,
    recourseFrom: (row, _args, context) =>
      knowsPrice(row, context) ? recourseFrom(asDate(row.purchased_at), row.recourse_after_days) : null,
    purchasedAt: (row) => asDate(row.purchased_at),
    returnedAt: (row) => asDateOrNull(row.returned_at),
    returned: (row) => (row.returned_minor === null ? null : money(row.returned_minor, row)),
    returnReason: (row, _args, context) => (knowsPrice(row, context) ? row.return_reason : null),
  },
}
