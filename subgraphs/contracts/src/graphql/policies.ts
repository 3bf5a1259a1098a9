import type { RootPolicy } from '@torihiki/shared/graphql/subgraph.ts'

/** Who may call what, and which scope an API key needs for it. What is found behind it is limited to the parties by the loaders and the commands. */
export const policies: Record<string, RootPolicy> = {
  'Query.case': { who: 'signed-in', scope: 'READ' },
  'Query.caseThread': { who: 'signed-in', scope: 'READ' },
  'Query.order': { who: 'signed-in', scope: 'READ' },
  'Query.contract': { who: 'signed-in', scope: 'READ' },
  'Query.checkpoint': { who: 'public', scope: 'READ' },
  'Query.consistencyProof': { who: 'public', scope: 'READ' },
  'Query.logPublicKey': { who: 'public', scope: 'READ' },
  'Query.logPublicKeys': { who: 'public', scope: 'READ' },
  'Mutation.registerCase': { who: 'signed-in', scope: 'TRADE' },
  'Mutation.referToCase': { who: 'signed-in', scope: 'TRADE' },
  'Mutation.withdrawCase': { who: 'signed-in', scope: 'TRADE' },
  'Mutation.sendOrder': { who: 'signed-in', scope: 'TRADE' },
  'Mutation.respondToOrder': { who: 'signed-in', scope: 'TRADE' },
  'Mutation.submitContract': { who: 'signed-in', scope: 'TRADE' },
  'Mutation.proposeToleranceProfile': { who: 'signed-in', scope: 'TRADE' },
  'Mutation.acceptToleranceProfile': { who: 'signed-in', scope: 'TRADE' },
  'Mutation.endToleranceProfile': { who: 'signed-in', scope: 'TRADE' },
  'Mutation.registerSigningKey': { who: 'signed-in', scope: 'NONE' },
  'Mutation.revokeSigningKey': { who: 'signed-in', scope: 'NONE' },
  'Mutation.rotateLogKey': { who: ['ADMIN'], scope: 'NONE' },
  'Mutation.reportDelivery': { who: 'signed-in', scope: 'TRADE' },
  'Mutation.markCaseRead': { who: 'signed-in', scope: 'TRADE' },
  'Mutation.rebuildCaseView': { who: ['ADMIN'], scope: 'NONE' },
  'Subscription.caseChanged': { who: 'signed-in', scope: 'READ' },
}
