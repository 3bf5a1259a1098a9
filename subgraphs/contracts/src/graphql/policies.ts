import type { RootPolicy } from '@torihiki/shared/graphql/subgraph.ts'

/** Who may call what. What is found behind it is limited to the parties by the loaders and the commands. */
export const policies: Record<string, RootPolicy> = {
  'Query.case': 'signed-in',
  'Query.caseThread': 'signed-in',
  'Query.order': 'signed-in',
  'Query.contract': 'signed-in',
  'Query.checkpoint': 'public',
  'Query.consistencyProof': 'public',
  'Query.logPublicKey': 'public',
  'Mutation.registerCase': 'signed-in',
  'Mutation.referToCase': 'signed-in',
  'Mutation.withdrawCase': 'signed-in',
  'Mutation.sendOrder': 'signed-in',
  'Mutation.respondToOrder': 'signed-in',
  'Mutation.submitContract': 'signed-in',
  'Mutation.reportDelivery': 'signed-in',
  'Mutation.markCaseRead': 'signed-in',
  'Mutation.rebuildCaseView': ['ADMIN'],
  'Subscription.caseChanged': 'signed-in',
}
