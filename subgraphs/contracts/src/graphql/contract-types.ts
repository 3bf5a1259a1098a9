import { moneyOf, moneyText } from '@torihiki/shared/money.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import { certificateOf, inclusionProofOf } from '../store/log.ts'
import { loadThread } from './case-types.ts'
import type { Context } from './context.ts'
import type { Resolvers } from './generated.ts'

/** How contracts and their log entries resolve. */
export const contractTypes: Pick<Resolvers, 'Contract' | 'LogEntry'> = {
  Contract: {
    __resolveReference: async ({ id }: { id: string }, context: Context) => context.services.load.contract.load(id),
    contractCode: (row) => row.contract_code,
    thread: (row, _args, context) => loadThread(context, row.thread_id),
    buyer: (row) => ({ __typename: 'Member', id: row.buyer_id }),
    seller: (row) => ({ __typename: 'Member', id: row.seller_id }),
    total: (row) => moneyText(moneyOf(row.total_minor, row.currency)),
    settlementAgent: (row) => ({ __typename: 'Member', id: row.settlement_agent_id }),
    deliverBy: (row) => row.deliver_by,
    payBy: (row) => row.pay_by,
    timeZone: (row) => row.time_zone,
    deliveries: async (row, _args, { services }) =>
      (await services.load.deliveries.load(row.id)).map(({ part, due_on, fulfilled_at }) => ({
        part,
        dueOn: due_on,
        fulfilledAt: asDateOrNull(fulfilled_at),
      })),
    latenesses: (row, _args, { services }) => services.load.latenesses.load(row.thread_id),
    notarizedAt: (row) => asDate(row.notarized_at),
    cancelledAt: (row) => asDateOrNull(row.cancelled_at),
    logEntries: (row, _args, { services }) => services.load.logEntries.load(row.id),
    certificate: async (row, _args, { services }) =>
      JSON.stringify(await certificateOf(services.store, services.signer, row.id), null, 2),
  },
  LogEntry: {
    at: (row) => asDate(row.at),
    leafIndex: (row) => Number(row.leaf_index),
    leafHash: (row) => row.leaf_hash.toString('base64'),
    inclusionProof: (row, _args, { services }) => inclusionProofOf(services.store, BigInt(row.leaf_index)),
  },
}
