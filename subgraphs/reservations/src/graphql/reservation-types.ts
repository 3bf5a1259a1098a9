import { moneyOf, moneyText, type MoneyText } from '@torihiki/shared/money.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import { availableOf } from '../domain/account.ts'
import { accountOf } from '../store/accounts.ts'
import { billingOf } from '../store/bills.ts'
import type { Context } from './context.ts'
import { coolingOffLastDay } from './return-types.ts'
import { openAccount } from '../store/sealed-account.ts'
import type { Resolvers } from './generated.ts'
import type { LedgerAccountModel } from './models.ts'

/** A member as this subgraph knows it: by its id. */
export const memberRef = (id: string): { __typename: 'Member'; id: string } => ({ __typename: 'Member', id })

/** What the payee is told of a refusal: the payer's balance and card are not its business. */
export const refusalForPayee = 'The payment could not be reserved.'

type Types =
  | 'PaymentReservation'
  | 'PaymentMethod'
  | 'LedgerAccount'
  | 'AuthorizationRequest'
  | 'CreditApproval'
  | 'StatementEntry'
  | 'Inspection'
  | 'InspectionTask'
  | 'CaseThread'

/** How the types of this subgraph resolve. Each reads through the request's loaders, which find only what the actor may see. */
export const reservationTypes: Pick<Resolvers, Types> = {
  PaymentReservation: {
    __resolveReference: async ({ id }: { id: string }, context: Context) => context.services.load.reservation.load(id),
    transactionNumber: (row) => row.transaction_number,
    thread: (row) => ({ __typename: 'CaseThread', id: row.thread_id }),
    payer: (row) => memberRef(row.payer_id),
    payee: (row) => memberRef(row.payee_id),
    method: (row, _args, { services }) =>
      row.payment_method_id ? services.load.method.load(row.payment_method_id) : null,
    plannedAmount: (row) => moneyText(moneyOf(row.planned_minor, row.currency)),
    capturedAmount: (row) =>
      row.captured_minor === null ? null : moneyText(moneyOf(row.captured_minor, row.currency)),
    refundedAmount: (row) => moneyText(moneyOf(row.refunded_minor, row.currency)),
    dueOn: (row) => row.due_on,
    placeOfInspection: (row) => row.place_of_inspection,
    merchantName: (row) => row.merchant_name,
    carrierName: (row) => row.carrier_name,
    inspectionBy: (row) => row.inspection_by,
    carrier: (row) => (row.carrier_id ? memberRef(row.carrier_id) : null),
    reservedAt: (row) => asDate(row.reserved_at),
    expiresAt: (row) => asDate(row.expires_at),
    referral: (row, _args, { services }) => services.load.referralOfReservation.load(row.id),
    authorization: (row, _args, { services }) => services.load.authorization.load(row.id),
    approval: (row, _args, { services }) => services.load.approval.load(row.id),
    guarantee: (row, _args, { services }) => (row.guarantee_id ? services.load.guarantee.load(row.guarantee_id) : null),
    refusal: (row, _args, { actor }) =>
      row.refusal && (actor?.memberId === row.payee_id ? refusalForPayee : row.refusal),
  },
  PaymentMethod: {
    __resolveReference: async ({ id }: { id: string }, context: Context) => context.services.load.method.load(id),
    cardBrand: (row) => row.card_brand,
    cardLastFour: (row) => row.card_last_four,
    cardExpiry: (row) => row.card_expiry,
    accountReference: (row, _args, { actor, services }) =>
      actor?.orderCode ? null : openAccount(services.accounts, row),
  },
  LedgerAccount: {
    // An account without a limit has whatever is asked of it; there is no figure for that.
    available: (row) => money(row, availableOf(accountOf(row)) ?? 0n),
    held: (row) => money(row, accountOf(row).held),
    balance: (row) => money(row, accountOf(row).balance),
    institution: (row) => memberRef(row.institution_id),
    billing: async ({ id, kind }, _args, { services }) => {
      const billing = kind === 'CREDIT' ? await billingOf((text, p) => services.store.query(text, p), id) : null
      return billing && { ...billing.terms, nextClosingOn: billing.next.day }
    },
  },
  AuthorizationRequest: {
    responseCode: (row) => row.response_code,
    requestedAt: (row) => asDate(row.requested_at),
    answeredAt: (row) => asDateOrNull(row.answered_at),
  },
  CreditApproval: {
    status: (row) => row.decision ?? 'WAITING',
    decidedBy: (row) => (row.decided_by ? memberRef(row.decided_by) : null),
    decidedAt: (row) => asDateOrNull(row.decided_at),
    reason: (row) => row.reason,
  },
  StatementEntry: {
    postingId: (row) => row.posting_id,
    at: (row) => asDate(row.posted_at),
    amount: (row) => money(row, BigInt(row.amount)),
    balanceAfter: (row) => money(row, BigInt(row.after)),
    reservation: (row, _args, { services }) =>
      row.reservation_id ? services.load.reservation.load(row.reservation_id) : null,
  },
  Inspection: {
    confirmedBy: (row) => memberRef(row.confirmed_by),
    onBehalfOf: (row) => (row.on_behalf_of ? memberRef(row.on_behalf_of) : null),
    confirmedAt: (row) => asDate(row.confirmed_at),
    confirmedAs: (row) => row.confirmed_as,
    amount: (row) => (row.for_party ? moneyText(moneyOf(row.amount_minor, row.currency)) : null),
  },
  InspectionTask: {
    threadId: (row) => row.thread_id,
    transactionNumber: (row) => row.transaction_number,
    payee: (row) => memberRef(row.payee_id),
    placeOfInspection: (row) => row.place_of_inspection,
    reservedAt: (row) => asDate(row.reserved_at),
  },
  CaseThread: {
    __resolveReference: async ({ id }: { id: string }) => ({ __typename: 'CaseThread' as const, id }),
    paymentReservation: (thread, _args, { services }) => services.load.newestOfThread.load(thread.id),
    inspections: (thread, _args, { services }) => services.load.inspections.load(thread.id),
    gift: (thread, _args, { services }) => services.load.giftOfThread.load(thread.id),
    returns: (thread, _args, { services }) => services.load.returnsOfThread.load(thread.id),
    coolingOffLastDay: (thread, _args, { services }) => coolingOffLastDay(services, thread.id),
  },
}

function money({ currency }: Pick<LedgerAccountModel, 'currency'>, minor: bigint): MoneyText {
  return moneyText(moneyOf(minor, currency))
}
