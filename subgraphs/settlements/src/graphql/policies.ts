import type { RootPolicy } from '@torihiki/shared/graphql/subgraph.ts'

/** Who may call what. What is found behind it is limited to the parties by the loaders and the commands. */
export const policies: Record<string, RootPolicy> = {
  'Query.settlementWindow': 'signed-in',
  'Query.settlementWindows': 'signed-in',
  'Query.settlementInstructions': 'signed-in',
  'Mutation.closeSettlementWindow': ['ADMIN'],
  'Mutation.setInstructionEndpoint': ['ADMIN'],
  'Mutation.reportSettlement': ['SETTLEMENT_AGENT'],
  'Subscription.obligationChanged': 'signed-in',
}
