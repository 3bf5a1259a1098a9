import { moneyOf, moneyText } from '@torihiki/shared/money.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import { explainPosition } from '../domain/netting/explain-position.ts'
import { toNet } from '../store/obligations.ts'
import type { Context } from './context.ts'
import type { Resolvers } from './generated.ts'
import type { NetPositionModel, ObligationModel } from './models.ts'
import { memberRef } from './obligation-types.ts'

/** How windows, what they contain, and instructions resolve. The loaders leave out what is not the reader's. */
export const windowTypes: Pick<
  Resolvers,
  'SettlementWindow' | 'NetPosition' | 'BilateralPosition' | 'GroupPosition' | 'SettlementInstruction'
> = {
  SettlementWindow: {
    __resolveReference: async ({ id }: { id: string }, { services }: Context) => services.load.window.load(id),
    agent: (row) => memberRef(row.agent_id),
    closedAt: (row) => asDate(row.closed_at),
    settledAt: (row) => asDateOrNull(row.settled_at),
    abortedAt: (row) => asDateOrNull(row.aborted_at),
    abortedBy: (row) => (row.aborted_by ? memberRef(row.aborted_by) : null),
    abortReason: (row) => row.abort_reason,
    positions: async (row, _args, { services }) =>
      (await services.load.positions.load(row.id)).map((p) => ({
        memberId: p.member_id,
        currency: p.currency,
        owes: BigInt(p.owes_minor),
        owed: BigInt(p.owed_minor),
        net: BigInt(p.net_minor),
        from: { windowId: p.window_id },
      })),
    bilateralPositions: (row, _args, { services }) => services.load.bilateral.load(row.id),
    groupPositions: (row, _args, { services }) => services.load.groups.load(row.id),
    instructions: (row, _args, { services }) => services.load.instructionsOfWindow.load(row.id),
    obligationCount: async (row, _args, { services }) =>
      row.sees_all ? row.obligation_count : (await services.load.obligationsOfWindow.load(row.id)).length,
  },
  NetPosition: {
    member: (position) => memberRef(position.memberId),
    payable: ({ owes, currency }) => moneyText(moneyOf(owes, currency)),
    receivable: ({ owed, currency }) => moneyText(moneyOf(owed, currency)),
    net: ({ net, currency }) => moneyText(moneyOf(net, currency)),
    obligations: (position, _args, context) => obligationsOf(position, context),
  },
  BilateralPosition: {
    first: (row) => memberRef(row.first_id),
    second: (row) => memberRef(row.second_id),
    firstOwesSecond: (row) => moneyText(moneyOf(row.first_owes_minor, row.currency)),
    secondOwesFirst: (row) => moneyText(moneyOf(row.second_owes_minor, row.currency)),
    net: (row) => moneyText(moneyOf(BigInt(row.first_owes_minor) - BigInt(row.second_owes_minor), row.currency)),
  },
  GroupPosition: {
    groupName: (row) => row.group_name ?? row.member_id ?? '',
    net: (row) => moneyText(moneyOf(row.net_minor, row.currency)),
  },
  SettlementInstruction: {
    __resolveReference: async ({ id }: { id: string }, { services }: Context) => services.load.instruction.load(id),
    agent: (row) => memberRef(row.agent_id),
    payer: (row) => memberRef(row.payer_id),
    payee: (row) => memberRef(row.payee_id),
    amount: (row) => moneyText(moneyOf(row.amount_minor, row.currency)),
    sentAt: (row) => asDateOrNull(row.sent_at),
    reportedAt: (row) => asDateOrNull(row.reported_at),
    transactionNumber: (row) => row.transaction_number,
    window: (row, _args, { services }) => (row.window_id ? services.load.window.load(row.window_id) : null),
    obligation: (row, _args, { services }) =>
      row.obligation_id ? services.load.obligation.load(row.obligation_id) : null,
  },
}

/** The obligations by which a position came about, in the order of its explanation: by counterparty, then id (A9). */
async function obligationsOf(
  { memberId, currency, from }: NetPositionModel,
  { services }: Context,
): Promise<ObligationModel[]> {
  if ('obligationIds' in from) {
    const loaded = await Promise.all(from.obligationIds.map((id) => services.load.obligation.load(id)))
    return loaded.filter((row) => row !== null)
  }
  const rows = new Map((await services.load.obligationsOfWindow.load(from.windowId)).map((row) => [row.id, row]))
  const { lines } = explainPosition(memberId, currency, [...rows.values()].map(toNet))
  return lines.flatMap(({ obligationId }) => rows.get(obligationId) ?? [])
}
