import type { RootPolicy } from '@torihiki/shared/graphql/subgraph.ts'

/** Who may call what. What is found behind it is limited by the loader, the queries and the commands. */
export const policies: Record<string, RootPolicy> = {
  'Query.opportunity': 'signed-in',
  'Query.opportunities': 'signed-in',
  'Mutation.publishOpportunity': 'signed-in',
  'Mutation.editOpportunity': 'signed-in',
  'Mutation.withdrawOpportunity': 'signed-in',
  'Mutation.registerInterest': 'signed-in',
  'Mutation.editInterest': 'signed-in',
  'Mutation.removeInterest': 'signed-in',
  'Mutation.setDigestSchedule': 'signed-in',
  'Subscription.opportunityMatched': 'signed-in',
}
