import type { RootPolicy } from '@torihiki/shared/graphql/subgraph.ts'

/** Who may call what, and which scope an API key needs for it. What is found behind it is limited to the parties by the loaders and the commands. */
export const policies: Record<string, RootPolicy> = {
  'Query.paymentReservation': { who: 'signed-in', scope: 'READ' },
  'Query.quoteReservation': { who: 'signed-in', scope: 'READ' },
  'Query.accountStatement': { who: 'signed-in', scope: 'READ' },
  'Query.reservationsToApprove': { who: ['OPERATOR', 'ADMIN'], scope: 'READ' },
  'Query.creditBill': { who: 'signed-in', scope: 'READ' },
  'Query.creditBillsOf': { who: ['OPERATOR', 'ADMIN'], scope: 'READ' },
  'Mutation.registerPaymentMethod': { who: 'signed-in', scope: 'PAY' },
  'Mutation.depositFunds': { who: ['OPERATOR', 'ADMIN'], scope: 'NONE' },
  'Mutation.recordRepayment': { who: ['OPERATOR', 'ADMIN'], scope: 'NONE' },
  'Mutation.setCreditLine': { who: ['OPERATOR', 'ADMIN'], scope: 'NONE' },
  'Mutation.reversePosting': { who: ['OPERATOR', 'ADMIN'], scope: 'NONE' },
  'Mutation.approveReservation': { who: ['OPERATOR', 'ADMIN'], scope: 'NONE' },
  'Mutation.rejectReservation': { who: ['OPERATOR', 'ADMIN'], scope: 'NONE' },
  'Mutation.reservePayment': { who: 'signed-in', scope: 'PAY' },
  'Mutation.voidReservation': { who: 'signed-in', scope: 'PAY' },
  'Query.guarantee': { who: 'signed-in', scope: 'READ' },
  'Mutation.requestGuarantee': { who: 'signed-in', scope: 'PAY' },
  // An approver may be a merchant or an intermediary; the command looks whether it is.
  'Mutation.grantGuarantee': { who: ['GUARANTOR', 'SELLER', 'INTERMEDIARY'], scope: 'PAY' },
  'Mutation.refuseGuarantee': { who: ['GUARANTOR', 'SELLER', 'INTERMEDIARY'], scope: 'PAY' },
  'Mutation.releaseGuarantee': { who: 'signed-in', scope: 'PAY' },
  'Mutation.invokeGuarantee': { who: 'signed-in', scope: 'PAY' },
  'Mutation.reportGuaranteedPayment': { who: ['PAYMENT_INSTITUTION'], scope: 'PAY' },
  'Mutation.setGuaranteePool': { who: ['GUARANTOR'], scope: 'PAY' },
  'Mutation.revokeGuaranteePool': { who: ['GUARANTOR'], scope: 'PAY' },
  'Mutation.confirmInspection': { who: 'signed-in', scope: 'PAY' },
  'Subscription.reservationChanged': { who: 'signed-in', scope: 'READ' },
}
