import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { confirmInspection } from '../commands/confirm-inspection.ts'
import { approveReservation, rejectReservation } from '../commands/decide-reservation.ts'
import { depositFunds } from '../commands/deposit-funds.ts'
import { payOut } from '../commands/pay-out.ts'
import { recordRepayment } from '../commands/record-repayment.ts'
import { registerPaymentMethod } from '../commands/register-payment-method.ts'
import { reservePayment } from '../commands/reserve-payment.ts'
import { reversePosting } from '../commands/reverse-posting.ts'
import { setCreditLine } from '../commands/set-credit-line.ts'
import { voidReservation } from '../commands/void-reservation.ts'
import { claimMutation } from './claim-types.ts'
import { referralMutation } from './referral-types.ts'
import type { Context } from './context.ts'
import type { Resolvers } from './generated.ts'
import { laneMutations } from './lane-types.ts'
import { systemMutations } from './authorization-system-types.ts'
import { giftMutation } from './gift-types.ts'
import { guaranteeMutation } from './guarantee-mutation.ts'
import { present } from './present.ts'
import { returnMutations } from './return-types.ts'

const loadReservation = async ({ services }: Context, id: string) =>
  present(await services.load.reservation.load(id), `Reservation ${id}`)
const loadAccount = async ({ services }: Context, id: string) =>
  present(await services.load.account.load(id), `Account ${id}`)

/** One line each: call the command, map its answer. */
export const mutation: Resolvers['Mutation'] = {
  ...laneMutations,
  ...systemMutations,
  ...claimMutation,
  ...referralMutation,
  ...guaranteeMutation,
  ...giftMutation,
  registerPaymentMethod: async (_root, { input }, context) =>
    resultAs(
      await registerPaymentMethod(context.services, actorOf(context), input),
      'RegisterPaymentMethodPayload',
      async ({ methodId }) => ({
        paymentMethod: present(await context.services.load.method.load(methodId), `Payment method ${methodId}`),
      }),
    ),
  depositFunds: async (_root, { input }, context) =>
    resultAs(
      await depositFunds(context.services, actorOf(context), input),
      'DepositFundsPayload',
      async ({ accountId }) => ({
        account: await loadAccount(context, accountId),
      }),
    ),
  payOut: async (_root, { input }, context) =>
    resultAs(await payOut(context.services, actorOf(context), input), 'PayOutPayload', async ({ accountId }) => ({
      account: await loadAccount(context, accountId),
    })),
  recordRepayment: async (_root, { input }, context) =>
    resultAs(
      await recordRepayment(context.services, actorOf(context), input),
      'RecordRepaymentPayload',
      async ({ accountId, paidBillIds }) => ({
        account: await loadAccount(context, accountId),
        paidBills: await Promise.all(
          paidBillIds.map(async (id) => present(await context.services.load.bill.load(id), `Bill ${id}`)),
        ),
      }),
    ),
  setCreditLine: async (_root, { input }, context) =>
    resultAs(
      await setCreditLine(context.services, actorOf(context), input),
      'SetCreditLinePayload',
      async ({ accountId }) => ({
        account: await loadAccount(context, accountId),
      }),
    ),
  reversePosting: async (_root, { input }, context) =>
    resultAs(
      await reversePosting(context.services, actorOf(context), input),
      'ReversePostingPayload',
      (reversal) => reversal,
    ),
  approveReservation: async (_root, { input }, context) =>
    resultAs(
      await approveReservation(context.services, actorOf(context), input),
      'ApproveReservationPayload',
      async ({ reservationId }) => ({
        reservation: await loadReservation(context, reservationId),
      }),
    ),
  rejectReservation: async (_root, { input }, context) =>
    resultAs(
      await rejectReservation(context.services, actorOf(context), input),
      'RejectReservationPayload',
      async ({ reservationId }) => ({
        reservation: await loadReservation(context, reservationId),
      }),
    ),
  reservePayment: async (_root, { input }, context) =>
    resultAs(
      await reservePayment(context.services, actorOf(context), input),
      'ReservePaymentPayload',
      async ({ reservationId }) => ({
        reservation: await loadReservation(context, reservationId),
      }),
    ),
  voidReservation: async (_root, { input }, context) =>
    resultAs(
      await voidReservation(context.services, actorOf(context), input),
      'VoidReservationPayload',
      async ({ reservationId }) => ({
        reservation: await loadReservation(context, reservationId),
      }),
    ),
  ...returnMutations,
  confirmInspection: async (_root, { input }, context) =>
    resultAs(
      await confirmInspection(context.services, actorOf(context), input),
      'ConfirmInspectionPayload',
      async ({ inspectionId, reservationId }) => ({
        inspection: present(
          (await context.services.load.inspections.load(input.threadId)).find((each) => each.id === inspectionId),
          `Inspection ${inspectionId}`,
        ),
        // To a carrier that confirms, the reservation is not there.
        reservation: reservationId ? await context.services.load.reservation.load(reservationId) : null,
      }),
    ),
}
