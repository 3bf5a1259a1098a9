import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { moneyOf, moneyText } from '@torihiki/shared/money.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import { acceptReturn, refuseReturn, reportGoodsReturned, withdrawReturn } from '../commands/decide-return.ts'
import { requestReturn } from '../commands/request-return.ts'
import { setCoolingOffRule, setReturnTerms } from '../commands/set-cooling-off.ts'
import { isOperator } from '../commands/operator.ts'
import { coolingOffOfThread, rulesOf } from '../store/cooling-off.ts'
import type { Context, RequestServices } from './context.ts'
import type { MutationResolvers, Resolvers } from './generated.ts'
import type { GoodsReturnModel } from './models.ts'
import { present } from './present.ts'

const memberRef = (id: string): { __typename: 'Member'; id: string } => ({ __typename: 'Member', id })

const withReturn =
  (context: Context) =>
  async ({ returnId }: { returnId: string }) => ({
    goodsReturn: present(await context.services.load.goodsReturn.clear(returnId).load(returnId), `Return ${returnId}`),
  })

/** One line each: call the command, map its answer (B15). */
export const returnMutations: Pick<
  MutationResolvers,
  | 'requestReturn'
  | 'acceptReturn'
  | 'refuseReturn'
  | 'withdrawReturn'
  | 'reportGoodsReturned'
  | 'setReturnTerms'
  | 'setCoolingOffRule'
> = {
  requestReturn: async (_root, { input }, context) =>
    resultAs(
      await requestReturn(context.services, actorOf(context), input),
      'RequestReturnPayload',
      withReturn(context),
    ),
  acceptReturn: async (_root, { input }, context) =>
    resultAs(await acceptReturn(context.services, actorOf(context), input), 'AcceptReturnPayload', withReturn(context)),
  refuseReturn: async (_root, { input }, context) =>
    resultAs(await refuseReturn(context.services, actorOf(context), input), 'RefuseReturnPayload', withReturn(context)),
  withdrawReturn: async (_root, { input }, context) =>
    resultAs(
      await withdrawReturn(context.services, actorOf(context), input),
      'WithdrawReturnPayload',
      withReturn(context),
    ),
  reportGoodsReturned: async (_root, { input }, context) =>
    resultAs(
      await reportGoodsReturned(context.services, actorOf(context), input),
      'ReportGoodsReturnedPayload',
      withReturn(context),
    ),
  setReturnTerms: async (_root, { input }, context) =>
    resultAs(
      await setReturnTerms(context.services, actorOf(context), input),
      'SetReturnTermsPayload',
      (terms) => terms,
    ),
  setCoolingOffRule: async (_root, { input }, context) =>
    resultAs(
      await setCoolingOffRule(context.services, actorOf(context), input),
      'SetCoolingOffRulePayload',
      async ({ country }) => ({
        rules: await rulesOf((text, p) => context.services.store.query(text, p), country),
      }),
    ),
}

/** The carrier learns what it brings back to whom, not what was paid. */
function isPartyTo(row: GoodsReturnModel, { actor }: Context): boolean {
  return row.buyer_id === actor?.memberId || row.seller_id === actor?.memberId || isOperator(actor)
}

/** How returns and rules resolve. Loaders find them for buyer, seller, carrier and operators alone. */
export const returnTypes: Pick<Resolvers, 'GoodsReturn' | 'CoolingOffRule'> = {
  GoodsReturn: {
    thread: (row, _args, context) => (isPartyTo(row, context) ? { __typename: 'CaseThread', id: row.thread_id } : null),
    reservation: (row, _args, { services }) =>
      row.reservation_id ? services.load.reservation.clear(row.reservation_id).load(row.reservation_id) : null,
    buyer: (row) => memberRef(row.buyer_id),
    seller: (row) => memberRef(row.seller_id),
    carrier: (row) => (row.carrier_id ? memberRef(row.carrier_id) : null),
    amount: (row, _args, context) => (isPartyTo(row, context) ? moneyText(moneyOf(row.minor, row.currency)) : null),
    description: (row, _args, context) => (isPartyTo(row, context) ? row.description : null),
    refusal: (row, _args, context) => (isPartyTo(row, context) ? row.refusal : null),
    byLaw: (row) => row.by_law,
    requestedAt: (row) => asDate(row.requested_at),
    decidedAt: (row) => asDateOrNull(row.decided_at),
    returnedAt: (row) => asDateOrNull(row.returned_at),
    reportedBy: (row) => (row.reported_by ? memberRef(row.reported_by) : null),
  },
  CoolingOffRule: {
    countsFrom: (row) => row.counts_from,
    firstDayCounts: (row) => row.first_day_counts,
    timeZone: (row) => row.time_zone,
    setBy: (row) => (row.set_by ? memberRef(row.set_by) : null),
    setAt: (row) => asDateOrNull(row.set_at),
  },
}

/** The last day of a thread's cooling-off period, for its parties. */
export async function coolingOffLastDay(services: RequestServices, threadId: string): Promise<string | null> {
  if (!(await services.load.partyThread.load(threadId))) return null
  const end = await coolingOffOfThread((text, p) => services.store.query(text, p), threadId, services.now())
  return end === null || end === 'RUNS_ON' ? null : end.lastDay
}
