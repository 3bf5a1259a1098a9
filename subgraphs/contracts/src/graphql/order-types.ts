import { minorText, moneyOf, moneyText } from '@torihiki/shared/money.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import type { OrderLine } from '../commands/order-lines.ts'
import type { OrderTerms } from '../commands/order-terms.ts'
import { openWords } from '../store/personal.ts'
import { loadThread } from './case-types.ts'
import type { Context } from './context.ts'
import type { Resolvers } from './generated.ts'

function linesOf(lines: OrderLine[], currency: string) {
  return lines.map((line) => ({
    description: line.description,
    quantity: line.quantity,
    unit: line.unit,
    unitPrice: { amount: line.unitPrice, currency },
    sellerItemId: line.sellerItemId ?? null,
    gtin: line.gtin ?? null,
    deliverFrom: line.deliverFrom ?? null,
    deliverBy: line.deliverBy ?? null,
    amount: { amount: minorText(BigInt(line.amountMinor), currency), currency },
  }))
}

const opened = (context: Context, kept: string | null): Promise<string | null> =>
  openWords((text, p) => context.services.store.query(text, p), context.services.personalKeys, kept)

/** Terms with their words as they were written; of an erased person or guest without. */
async function termsOf({ terms }: { terms: OrderTerms | null }, context: Context): Promise<OrderTerms | null> {
  if (!terms) return null
  const [deliveryPlace, other] = [await opened(context, terms.deliveryPlace), await opened(context, terms.other)]
  return { ...terms, deliveryPlace, other }
}

/** How orders and their answers resolve: each version as it was. */
export const orderTypes: Pick<Resolvers, 'Order' | 'OrderResponse'> = {
  Order: {
    __resolveReference: async ({ id }: { id: string }, context: Context) => context.services.load.order.load(id),
    orderCode: (row) => row.order_code,
    thread: (row, _args, context) => loadThread(context, row.thread_id),
    replaces: (row, _args, { services }) => (row.replaces_id ? services.load.order.load(row.replaces_id) : null),
    replacedBy: (row, _args, { services }) =>
      row.replaced_by_id ? services.load.order.load(row.replaced_by_id) : null,
    lines: (row) => linesOf(row.lines, row.currency),
    total: (row) => moneyText(moneyOf(row.total_minor, row.currency)),
    deliverFrom: (row) => row.deliver_from,
    deliverBy: (row) => row.deliver_by,
    note: (row, _args, context) => opened(context, row.note),
    guaranteeNumber: (row) => row.guarantee_number,
    terms: (row, _args, context) => termsOf(row, context),
    sentAt: (row) => asDate(row.sent_at),
    response: async (row, _args, { services }) => (await services.load.responses.load(row.id)).at(-1) ?? null,
    responses: (row, _args, { services }) => services.load.responses.load(row.id),
    shopOrder: (row, _args, { services }) => services.load.shopOrder.load(row.id),
    routing: (row, _args, { services }) => services.load.routing.load(row.id),
  },
  OrderResponse: {
    lines: (row) => row.lines && linesOf(row.lines, row.currency),
    total: (row) => (row.total_minor ? moneyText(moneyOf(row.total_minor, row.currency)) : null),
    deliverFrom: (row) => row.deliver_from,
    deliverBy: (row) => row.deliver_by,
    note: (row, _args, context) => opened(context, row.note),
    terms: (row, _args, context) => termsOf(row, context),
    respondedAt: (row) => asDate(row.responded_at),
  },
}
