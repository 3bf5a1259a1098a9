import type { RootPolicy } from '@torihiki/shared/graphql/subgraph.ts'

/** Who may call what, and which scope an API key needs for it. What is found behind it is limited by the loader, the queries and the commands. */
export const policies: Record<string, RootPolicy> = {
  'Query.opportunity': { who: 'signed-in', scope: 'READ' },
  'Query.opportunities': { who: 'signed-in', scope: 'READ' },
  'Mutation.publishOpportunity': { who: 'signed-in', scope: 'LIST' },
  'Mutation.editOpportunity': { who: 'signed-in', scope: 'LIST' },
  'Mutation.withdrawOpportunity': { who: 'signed-in', scope: 'LIST' },
  'Mutation.registerInterest': { who: 'signed-in', scope: 'LIST' },
  'Mutation.editInterest': { who: 'signed-in', scope: 'LIST' },
  'Query.shop': { who: 'signed-in', scope: 'READ' },
  'Query.shops': { who: 'signed-in', scope: 'READ' },
  'Query.item': { who: 'public', scope: 'READ' },
  'Query.items': { who: 'public', scope: 'READ' },
  // A cart without a member is reached by its secret alone.
  'Query.cart': { who: 'public', scope: 'READ' },
  'Query.quote': { who: 'signed-in', scope: 'READ' },
  'Mutation.openCart': { who: 'public', scope: 'TRADE' },
  'Mutation.setCartLine': { who: 'public', scope: 'TRADE' },
  'Mutation.mergeCart': { who: 'signed-in', scope: 'TRADE' },
  'Mutation.refillCart': { who: 'signed-in', scope: 'TRADE', byOrder: true },
  'Mutation.quoteOrder': { who: 'signed-in', scope: 'TRADE' },
  'Mutation.setShopTerms': { who: 'signed-in', scope: 'LIST' },
  'Mutation.publishItem': { who: 'signed-in', scope: 'LIST' },
  'Mutation.editItem': { who: 'signed-in', scope: 'LIST' },
  'Mutation.changeItemStock': { who: 'signed-in', scope: 'LIST' },
  'Mutation.publishShop': { who: 'signed-in', scope: 'LIST' },
  'Mutation.editShop': { who: 'signed-in', scope: 'LIST' },
  'Mutation.removeInterest': { who: 'signed-in', scope: 'LIST' },
  'Mutation.setDigestSchedule': { who: 'signed-in', scope: 'LIST' },
  'Subscription.opportunityMatched': { who: 'signed-in', scope: 'READ' },
}
