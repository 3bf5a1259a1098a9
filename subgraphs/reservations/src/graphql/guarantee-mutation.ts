import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { grantGuarantee, refuseGuarantee } from '../commands/decide-guarantee.ts'
import { invokeGuarantee } from '../commands/invoke-guarantee.ts'
import { releaseGuarantee } from '../commands/release-guarantee.ts'
import { reportGuaranteedPayment } from '../commands/report-guaranteed-payment.ts'
import { requestGuarantee } from '../commands/request-guarantee.ts'
import { revokeGuaranteePool, setGuaranteePool } from '../commands/set-guarantee-pool.ts'
import type { Context } from './context.ts'
import type { Resolvers } from './generated.ts'
import { present } from './present.ts'

const withGuarantee =
  ({ services }: Context) =>
  async ({ guaranteeId: id }: { guaranteeId: string }) => ({
    guarantee: present(await services.load.guarantee.load(id), `Guarantee ${id}`),
  })
const withPool =
  ({ services }: Context) =>
  async ({ poolId: id }: { poolId: string }) => ({ pool: present(await services.load.pool.load(id), `Pool ${id}`) })

/** One line each: call the command, map its answer (B10, B13). */
export const guaranteeMutation: Resolvers['Mutation'] = {
  requestGuarantee: async (_root, { input }, context) =>
    resultAs(
      await requestGuarantee(context.services, actorOf(context), input),
      'RequestGuaranteePayload',
      withGuarantee(context),
    ),
  grantGuarantee: async (_root, { input }, context) =>
    resultAs(
      await grantGuarantee(context.services, actorOf(context), input),
      'GrantGuaranteePayload',
      withGuarantee(context),
    ),
  refuseGuarantee: async (_root, { input }, context) =>
    resultAs(
      await refuseGuarantee(context.services, actorOf(context), input),
      'RefuseGuaranteePayload',
      withGuarantee(context),
    ),
  releaseGuarantee: async (_root, { input }, context) =>
    resultAs(
      await releaseGuarantee(context.services, actorOf(context), input),
      'ReleaseGuaranteePayload',
      withGuarantee(context),
    ),
  invokeGuarantee: async (_root, { input }, context) =>
    resultAs(
      await invokeGuarantee(context.services, actorOf(context), input),
      'InvokeGuaranteePayload',
      withGuarantee(context),
    ),
  reportGuaranteedPayment: async (_root, { input }, context) =>
    resultAs(
      await reportGuaranteedPayment(context.services, actorOf(context), input),
      'ReportGuaranteedPaymentPayload',
      async ({ paymentId: id }) => ({
        payment: present(await context.services.load.takenPayment.load(id), `Payment ${id}`),
      }),
    ),
  setGuaranteePool: async (_root, { input }, context) =>
    resultAs(
      await setGuaranteePool(context.services, actorOf(context), input),
      'SetGuaranteePoolPayload',
      withPool(context),
    ),
  revokeGuaranteePool: async (_root, { input }, context) =>
    resultAs(
      await revokeGuaranteePool(context.services, actorOf(context), input),
      'RevokeGuaranteePoolPayload',
      withPool(context),
    ),
}
