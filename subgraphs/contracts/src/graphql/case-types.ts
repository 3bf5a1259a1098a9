import { pageByNumber, pageFrom } from '@torihiki/shared/graphql/connection.ts'
import { moneyOf, moneyText } from '@torihiki/shared/money.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import { allowedActions } from '../domain/cases/actions.ts'
import { isOver } from '../domain/cases/expiry.ts'
import { sideOf } from '../store/threads.ts'
import type { Context } from './context.ts'
import type { Resolvers } from './generated.ts'
import type { CaseEventModel, CaseModel, CaseThreadModel } from './models.ts'

/** What must be there because something that was read refers to it. */
export function present<T>(found: T | null | undefined, what: string): T {
  if (found === null || found === undefined) throw new Error(`${what} is referred to, but not there.`)
  return found
}

export const loadThread = async (context: Context, id: string): Promise<CaseThreadModel> =>
  present(await context.services.load.thread.load(id), `Thread ${id}`)
const loadCase = async (context: Context, id: string): Promise<CaseModel> =>
  present(await context.services.load.case.load(id), `Case ${id}`)

const memberRef = (id: string): { __typename: 'Member'; id: string } => ({ __typename: 'Member', id })

/** How the types of a case resolve. Each reads through the request's loaders, which find only what the actor may see. */
export const caseTypes: Pick<
  Resolvers,
  'Case' | 'CaseThread' | 'CaseEvent' | 'CaseNote' | 'GoodsReport' | 'DeliveryReport' | 'CaseViewEntry'
> = {
  Case: {
    __resolveReference: async ({ id }: { id: string }, context: Context) => context.services.load.case.load(id),
    caseCode: (row) => row.case_code,
    source: (row) => memberRef(row.source_id),
    opportunity: (row) => (row.opportunity_id ? { __typename: 'Opportunity', id: row.opportunity_id } : null),
    budget: (row) =>
      row.budget_minor && row.budget_currency ? moneyText(moneyOf(row.budget_minor, row.budget_currency)) : null,
    registeredAt: (row) => asDate(row.registered_at),
    expiresAt: (row) => asDateOrNull(row.expires_at),
    threads: (row, _args, context) => context.services.load.threadsOfCase.load(row.id),
  },
  CaseThread: {
    __resolveReference: async ({ id }: { id: string }, context: Context) => context.services.load.thread.load(id),
    case: (row, _args, context) => loadCase(context, row.case_id),
    partner: (row) => memberRef(row.partner_id),
    changedAt: (row) => asDate(row.changed_at),
    allowedActions: (row, _args, { actor, services }) => {
      const side = actor && sideOf({ sourceId: row.source_id, partnerId: row.partner_id }, actor.memberId)
      const isPast = isOver(asDateOrNull(row.expires_at), row.status, services.now())
      return side && !isPast ? allowedActions(side, row.status) : []
    },
    orders: (row, _args, context) => context.services.load.orders.load(row.id),
    contract: (row, _args, context) => context.services.load.contractOfThread.load(row.id),
    hiddenPurchase: (row, _args, context) => context.services.load.hiddenPurchase.load(row.id),
    comparison: async (row, _args, context) => (await context.services.load.comparisons.load(row.id)).at(-1) ?? null,
    submissions: (row, _args, context) => context.services.load.submissions.load(row.id),
    conflicts: (row, _args, context) => context.services.load.conflicts.load(row.id),
    deliveryReports: (row, _args, context) => context.services.load.deliveryReports.load(row.id),
    latenesses: (row, _args, context) => context.services.load.latenesses.load(row.id),
    goodsReports: (row, _args, context) => context.services.load.goodsReports.load(row.id),
    goodsComparison: async (row, _args, context) =>
      (await context.services.load.goodsReports.load(row.id)).at(-1)?.comparison ?? null,
    notes: (row, _args, context) => context.services.load.notes.load(row.id),
    history: async (row, args, { services }) => {
      const { limit, after } = pageByNumber(args)
      const rows = await services.store.query<CaseEventModel>(
        `select version, kind, at, actor_id, status_after, fact ->> 'reason' as reason, fact -> 'operator' as operator, fact -> 'instruction' as instruction from thread_event where thread_id = $1 and version > $2 order by version limit $3`,
        [row.id, after, limit + 1],
      )
      return pageFrom(
        rows,
        limit,
        after > 0,
        (event) => [event.version],
        (event) => event,
      )
    },
  },
  GoodsReport: {
    documentNumber: (row) => row.document_id,
    reportedBy: (row) => memberRef(row.reported_by),
    reportedAt: (row) => asDate(row.reported_at),
  },
  CaseNote: {
    writtenAt: (row) => asDate(row.written_at),
    editedAt: (row) => asDateOrNull(row.edited_at),
  },
  CaseEvent: {
    at: (row) => asDate(row.at),
    actor: (row) => (row.actor_id ? memberRef(row.actor_id) : null),
    operator: (row) => (row.operator ? memberRef(row.operator.memberId) : null),
    channel: (row) => (row.operator?.channel ?? null) as never,
    standingInstruction: ({ instruction }) =>
      instruction && { shop: { __typename: 'Shop', id: instruction.shopId }, version: instruction.version },
    status: (row) => row.status_after,
  },
  DeliveryReport: {
    reportedBy: (row) => memberRef(row.reported_by),
    reportedAt: (row) => asDate(row.reported_at),
    deliveredOn: (row) => row.delivered_on,
    carrierName: (row) => row.carrier_name,
    beforeReservation: (row) => row.before_reservation,
  },
  CaseViewEntry: {
    thread: (row, _args, context) => loadThread(context, row.thread_id),
    counterpart: (row) => memberRef(row.counterpart_id),
    version: (row) => row.applied_version,
    changedAt: (row) => asDate(row.changed_at),
  },
}
