import { pageByInstant, pageByNumber, pageFrom, pageOf } from '@torihiki/shared/graphql/connection.ts'
import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import { editOutlet, registerOutlet, setOutletStock } from '../commands/outlets.ts'
import { declineRoute } from '../commands/route-order.ts'
import { degreesText } from '../domain/routing/distance.ts'
import { hourText, type Hours } from '../domain/routing/opening.ts'
import { quantityText } from '../domain/routing/quantity.ts'
import { openWords } from '../store/personal.ts'
import { outletRevisions, outletsOf, stockChanges, stockOf, type StatedOutlet } from '../store/outlets.ts'
import { routingsOf, type Decision } from '../store/routings.ts'
import { present } from './case-types.ts'
import type { Context } from './context.ts'
import type { Resolvers, ViewerResolvers } from './generated.ts'
import type { OutletModel, RouteDecisionModel } from './models.ts'

const sqlOf =
  ({ services }: Context): Context['services']['store']['query'] =>
  (text, p) =>
    services.store.query(text, p)

const span = ({ from, to }: Hours) => ({ from: hourText(from), to: hourText(to) })

/** What a seller states of an outlet, as it is shown, now or on record. */
const stated = {
  latitude: (row: StatedOutlet) => degreesText(row.latitude_e7),
  longitude: (row: StatedOutlet) => degreesText(row.longitude_e7),
  timeZone: (row: StatedOutlet) => row.time_zone,
  reachMetres: (row: StatedOutlet) => row.reach_metres,
  openingHours: (row: StatedOutlet) => row.weekly.map((each) => ({ weekday: each.weekday, ...span(each) })),
  exceptions: (row: StatedOutlet) => row.exceptions.map(({ day, hours }) => ({ day, hours: hours.map(span) })),
}

const loadOutlet = async (context: Context, id: string): Promise<OutletModel> =>
  present(await context.services.load.outlet.load(id), `Outlet ${id}`)

/** A decision as it was made; null when it was forgotten with the buyer. */
async function opened(context: Context, row: RouteDecisionModel | null): Promise<Decision | null> {
  const text = row && (await openWords(sqlOf(context), context.services.personalKeys, row.decision))
  return text ? (JSON.parse(text) as Decision) : null
}

const signed = (text: string): string =>
  text.startsWith('-') ? `-${quantityText(BigInt(text.slice(1)))}` : quantityText(BigInt(text))

export const viewerOutlets: Pick<ViewerResolvers, 'outlets' | 'orderRoutings'> = {
  outlets: async ({ id }, page, context) => {
    const { limit, at, id: after } = pageByInstant(page)
    const rows = await outletsOf(sqlOf(context), id, { at, id: after }, limit + 1)
    return pageFrom(
      rows,
      limit,
      at !== null,
      (row) => [asDate(row.registered_at).toISOString(), row.id],
      (row) => row,
    )
  },
  orderRoutings: async ({ id }, { status, ...page }, context) => {
    const { limit, at, id: after } = pageByInstant(page)
    const rows = await routingsOf(sqlOf(context), id, status ?? null, { at, id: after }, limit + 1)
    return pageFrom(
      rows,
      limit,
      at !== null,
      (row) => [asDate(row.changed_at).toISOString(), row.order_id],
      (row) => row,
    )
  },
}

const withOutlet =
  (context: Context) =>
  async ({ outletId }: { outletId: string }) => ({ outlet: await loadOutlet(context, outletId) })

type OutletMutation = 'registerOutlet' | 'editOutlet' | 'setOutletStock' | 'declineRoute'

export const outletMutations: Pick<NonNullable<Resolvers['Mutation']>, OutletMutation> = {
  registerOutlet: async (_root, { input }, context) =>
    resultAs(
      await registerOutlet(context.services, actorOf(context), input),
      'RegisterOutletPayload',
      withOutlet(context),
    ),
  editOutlet: async (_root, { input }, context) =>
    resultAs(await editOutlet(context.services, actorOf(context), input), 'EditOutletPayload', withOutlet(context)),
  setOutletStock: async (_root, { input }, context) =>
    resultAs(
      await setOutletStock(context.services, actorOf(context), input),
      'SetOutletStockPayload',
      withOutlet(context),
    ),
  declineRoute: async (_root, { input }, context) =>
    resultAs(
      await declineRoute(context.services, actorOf(context), input),
      'DeclineRoutePayload',
      async ({ orderId }) => ({
        order: present(await context.services.load.order.load(orderId), `Order ${orderId}`),
      }),
    ),
}

type OutletTypes =
  | 'Outlet'
  | 'OutletStock'
  | 'StockChange'
  | 'OutletRevision'
  | 'OrderRouting'
  | 'RouteDecision'
  | 'RouteCandidate'

/** How outlets and routings resolve: the buyer is told who serves and how far away, the seller why as well (B20). */
export const outletTypes: Pick<Resolvers, OutletTypes> = {
  Outlet: {
    ...stated,
    registeredAt: (row) => asDate(row.registered_at),
    editedAt: (row) => asDateOrNull(row.edited_at),
    stock: async (row, page, context) => {
      const { limit, after } = pageOf(page, 2)
      const key = after && { item: String(after[0]), unit: String(after[1]) }
      const rows = await stockOf(sqlOf(context), row.id, key, limit + 1)
      return pageFrom(
        rows,
        limit,
        after !== null,
        ({ item, unit }) => [item, unit],
        (each) => each,
      )
    },
    stockChanges: async (row, page, context) => {
      const { limit, after } = pageByNumber(page)
      const rows = await stockChanges(sqlOf(context), row.id, after > 0 ? after : null, limit + 1)
      return pageFrom(
        rows,
        limit,
        after > 0,
        ({ number }) => [Number(number)],
        (each) => each,
      )
    },
    revisions: async (row, page, context) => {
      const { limit, after } = pageByNumber(page)
      const rows = await outletRevisions(sqlOf(context), row.id, after > 0 ? after : null, limit + 1)
      return pageFrom(
        rows,
        limit,
        after > 0,
        ({ revision }) => [revision],
        (each) => each,
      )
    },
  },
  OutletStock: { quantity: (row) => quantityText(BigInt(row.on_hand)) },
  StockChange: {
    number: (row) => Number(row.number),
    change: (row) => signed(row.change),
    quantity: (row) => quantityText(BigInt(row.on_hand)),
    order: (row, _args, { services }) => (row.order_id ? services.load.order.load(row.order_id) : null),
    at: (row) => asDate(row.at),
  },
  OutletRevision: {
    at: (row) => asDate(row.at),
    name: (row) => row.stated.name,
    address: (row) => row.stated.address,
    latitude: (row) => stated.latitude(row.stated),
    longitude: (row) => stated.longitude(row.stated),
    timeZone: (row) => row.stated.time_zone,
    reachMetres: (row) => row.stated.reach_metres,
    serving: (row) => row.stated.serving,
    openingHours: (row) => stated.openingHours(row.stated),
    exceptions: (row) => stated.exceptions(row.stated),
  },
  OrderRouting: {
    order: async (row, _args, { services }) =>
      present(await services.load.order.load(row.order_id), `Order ${row.order_id}`),
    servedBy: async (row, _args, { services }) => {
      const outlet = row.outlet_id && (await services.load.servingOutlet.load(row.outlet_id))
      if (!outlet) return null
      return {
        name: outlet.name,
        address: outlet.address,
        latitude: stated.latitude(outlet),
        longitude: stated.longitude(outlet),
      }
    },
    distanceMetres: async (row, _args, context) =>
      row.outlet_id
        ? ((await opened(context, await context.services.load.newestRoute.load(row.order_id)))?.metres ?? null)
        : null,
    since: (row) => asDate(row.changed_at),
    nextTryAt: (row, _args, { actor }) => (actor?.memberId === row.seller_id ? asDateOrNull(row.next_try_at) : null),
    decisions: (row, _args, { actor, services }) =>
      actor?.memberId === row.seller_id ? services.load.routes.load(row.order_id) : null,
  },
  RouteDecision: {
    decidedAt: (row) => asDate(row.decided_at),
    outlet: (row, _args, { services }) => (row.outlet_id ? services.load.outlet.load(row.outlet_id) : null),
    candidates: async (row, _args, context) => [...((await opened(context, row))?.candidates ?? [])],
  },
  RouteCandidate: {
    outlet: (row, _args, context) => loadOutlet(context, row.outletId),
    distanceMetres: (row) => row.metres,
  },
}
