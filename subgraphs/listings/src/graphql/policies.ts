import type { RootPolicy } from '@torihiki/shared/graphql/subgraph.ts'

/** Who may call what. What is found behind it is limited by the loader, the queries and the commands. */
export const policies: Record<string, RootPolicy> = {
  'Query.opportunity': 'signed-in',
  'Query.opportunities': 'signed-in',
  'Mutation.publishOpportunity': 'signed-in',
  'Mutation.withdrawOpportunity': 'signed-in',
}
