import type { RootPolicy } from '@torihiki/shared/graphql/subgraph.ts'

/** Who may call what. What is found behind it is limited to the parties by the loaders and the commands. */
export const policies: Record<string, RootPolicy> = {
  'Query.paymentReservation': 'signed-in',
  'Query.quoteReservation': 'signed-in',
  'Mutation.registerPaymentMethod': 'signed-in',
  'Mutation.depositFunds': ['OPERATOR', 'ADMIN'],
  'Mutation.setCreditLine': ['OPERATOR', 'ADMIN'],
  'Mutation.reservePayment': 'signed-in',
  'Mutation.voidReservation': 'signed-in',
  'Mutation.confirmInspection': 'signed-in',
  'Subscription.reservationChanged': 'signed-in',
}
