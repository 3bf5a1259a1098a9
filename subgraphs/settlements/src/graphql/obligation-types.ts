import { moneyOf, moneyText } from '@torihiki/shared/money.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import { mostObligationsOfWindow } from '../commands/close-settlement-window.ts'
import { explainPosition } from '../domain/netting/explain-position.ts'
import type { SettlementsServices } from '../services.ts'
import { openToNetOf, toNet } from '../store/obligations.ts'
import type { Context } from './context.ts'
import type { Resolvers } from './generated.ts'
import type { NetPositionModel } from './models.ts'
import { readObligations } from './read-lists.ts'

export const memberRef = (id: string): { __typename: 'Member'; id: string } => ({ __typename: 'Member', id })

/** How obligations resolve, and where members and threads lead to them. */
export const obligationTypes: Pick<Resolvers, 'Obligation' | 'CaseThread' | 'Viewer'> = {
  Obligation: {
    __resolveReference: async ({ id }: { id: string }, { services }: Context) => services.load.obligation.load(id),
    debtor: (row) => memberRef(row.debtor_id),
    creditor: (row) => memberRef(row.creditor_id),
    amount: (row) => moneyText(moneyOf(row.amount_minor, row.currency)),
    agent: (row) => memberRef(row.agent_id),
    // Who is not source or partner could not read the thread anyway.
    thread: (row) => (row.is_own_thread ? { __typename: 'CaseThread', id: row.thread_id } : null),
    // A window shows what else its members owe, which who came back by the code of an order does not read (C9).
    window: (row, _args, { actor, services }) =>
      row.window_id && !actor?.orderCode ? services.load.window.load(row.window_id) : null,
    purchase: (row, _args, { services }) => services.load.purchaseOfObligation.load(row.id),
    transactionNumber: (row) => row.transaction_number,
    arisenAt: (row) => asDate(row.arisen_at),
    settledAt: (row) => asDateOrNull(row.settled_at),
  },
  CaseThread: {
    __resolveReference: async ({ id }: { id: string }) => ({ __typename: 'CaseThread', id }),
    obligations: ({ id }, _args, { services }) => services.load.obligationsOfThread.load(id),
  },
  Viewer: {
    __resolveReference: async ({ id }: { id: string }, { actor }: Context) =>
      actor?.memberId === id ? { __typename: 'Viewer', id } : null,
    obligations: ({ id }, args, { services }) => readObligations(services.store, id, args),
    openPositions: ({ id }, _args, { services }) => openPositions(services, id),
  },
}

/** A member's position per currency as its open obligations would net now, at most as many as a window takes (A9). */
async function openPositions({ store }: SettlementsServices, memberId: string): Promise<NetPositionModel[]> {
  const rows = await openToNetOf((text, p) => store.query(text, p), memberId, mostObligationsOfWindow)
  const obligations = rows.map(toNet)
  const currencies = [...new Set(obligations.map(({ currency }) => currency))].toSorted()
  return currencies.map((currency) => {
    const { owes, owed, net, lines } = explainPosition(memberId, currency, obligations)
    return {
      memberId,
      currency,
      owes,
      owed,
      net,
      from: { obligationIds: lines.map(({ obligationId }) => obligationId) },
    }
  })
}
