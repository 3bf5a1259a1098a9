import type { RootPolicy } from '@torihiki/shared/graphql/subgraph.ts'

/** Who may call what, and which scope an API key needs for it. What is found behind it is limited to the parties by the loaders and the commands. */
export const policies: Record<string, RootPolicy> = {
  'Query.settlementWindow': { who: 'signed-in', scope: 'READ' },
  'Query.settlementWindows': { who: 'signed-in', scope: 'READ' },
  'Query.settlementInstructions': { who: 'signed-in', scope: 'READ' },
  'Query.purchaseTerms': { who: 'signed-in', scope: 'READ' },
  'Query.receivableQuotes': { who: 'signed-in', scope: 'READ' },
  'Mutation.setPurchaseTerms': { who: ['PAYMENT_INSTITUTION', 'INTERMEDIARY'], scope: 'NONE' },
  'Mutation.sellReceivable': { who: 'signed-in', scope: 'PAY' },
  'Mutation.returnReceivable': { who: 'signed-in', scope: 'PAY' },
  'Mutation.closeSettlementWindow': { who: ['ADMIN'], scope: 'NONE' },
  'Mutation.abortSettlementWindow': { who: ['ADMIN', 'SETTLEMENT_AGENT'], scope: 'PAY' },
  'Mutation.setInstructionEndpoint': { who: ['ADMIN'], scope: 'NONE' },
  'Mutation.reportSettlement': { who: ['SETTLEMENT_AGENT'], scope: 'PAY' },
  'Subscription.obligationChanged': { who: 'signed-in', scope: 'READ' },
}
