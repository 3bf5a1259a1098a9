import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import { cancelOrder } from '../commands/cancel-order.ts'
import { placeOrder } from '../commands/place-order.ts'
import type { Fact } from '../domain/cases/status.ts'
import { nextStepsOf, receptionLanguage, receptionText, type NextStep } from '../domain/reception.ts'
import { isBeingPaid, isConsentWanted, mayCancelAlone } from '../domain/shop-order.ts'
import { customerOf, shopOrderSteps } from '../store/shop-orders.ts'
import { loadThread, present } from './case-types.ts'
import type { Context } from './context.ts'
import type { MutationResolvers, Resolvers } from './generated.ts'
import type { ShopOrderModel } from './models.ts'

const sqlOf =
  ({ services }: Context): Context['services']['store']['query'] =>
  (text, p) =>
    services.store.query(text, p)

const orderOf = async (context: Context, id: string) =>
  present(await context.services.load.order.load(id), `Order ${id}`)

/** What happens next with an order, by the facts of its thread. */
async function nextOf(row: ShopOrderModel, context: Context): Promise<NextStep[]> {
  const facts = (
    await sqlOf(context)<{ fact: Fact }>('select fact from thread_event where thread_id = $1 order by version', [
      row.thread_id,
    ])
  ).map(({ fact }) => fact)
  const delivered = facts.some(({ kind }) => kind === 'DELIVERY_REPORTED' || kind === 'INSPECTION_CONFIRMED')
  return nextStepsOf({
    status: row.status,
    guest: row.by_guest,
    paying: isBeingPaid(facts, !row.on_account),
    consentWanted: isConsentWanted(facts),
    delivered,
    mayCancel: mayCancelAlone(row.status, delivered, row.quote.terms.cancelBeforeDelivery),
  })
}

/** What the customer reads, in the language that is asked for, else in its own. */
async function textOf(row: ShopOrderModel, language: string | null, context: Context): Promise<string> {
  const tag = language ?? (await customerOf(sqlOf(context), row.buyer_id)).language
  return receptionText(row.order_code, await nextOf(row, context), receptionLanguage(tag))
}

export const shopOrderMutations: Pick<MutationResolvers, 'placeOrder' | 'cancelOrder'> = {
  cancelOrder: async (_root, { input }, context) =>
    resultAs(
      await cancelOrder(context.services, actorOf(context), input),
      'CancelOrderPayload',
      async ({ orderId, cancelled }) => ({ order: await orderOf(context, orderId), cancelled }),
    ),
  placeOrder: async (_root, { input }, context) =>
    resultAs(await placeOrder(context.services, actorOf(context), input), 'PlaceOrderPayload', async ({ orderId }) => {
      const placed = present(await context.services.load.shopOrder.load(orderId), `Order ${orderId}`)
      return {
        order: await orderOf(context, orderId),
        orderCode: placed.order_code,
        next: await nextOf(placed, context),
        text: await textOf(placed, input.language ?? null, context),
      }
    }),
}

export const shopOrderTypes: Pick<Resolvers, 'ShopOrder' | 'ShopOrderStep'> = {
  ShopOrder: {
    order: (row, _args, context) => orderOf(context, row.order_id),
    shop: (row) => ({ __typename: 'Shop', id: row.shop_id }),
    quoteId: (row) => row.quote_id,
    onAccount: (row) => row.on_account,
    byGuest: (row) => row.by_guest,
    termsVersion: (row) => row.quote.terms.version,
    placedAt: (row) => asDate(row.placed_at),
    payBy: async (row, _args, context) =>
      row.status === 'RECEIVED' ? asDateOrNull((await loadThread(context, row.thread_id)).expires_at) : null,
    steps: (row, _args, context) => shopOrderSteps(sqlOf(context), row.order_id),
    next: (row, _args, context) => nextOf(row, context),
    text: (row, { language }, context) => textOf(row, language ?? null, context),
  },
  ShopOrderStep: { at: (row) => asDate(row.at) },
}
