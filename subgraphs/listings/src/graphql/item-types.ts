import { pageByInstant, pageByNumber, pageFrom } from '@torihiki/shared/graphql/connection.ts'
import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { isId } from '@torihiki/shared/ids.ts'
import { moneyOf, moneyText } from '@torihiki/shared/money.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import { changeItemStock, editItem, publishItem } from '../commands/items.ts'
import { itemRevisions, itemsOf, itemStockChanges, visibleItems } from '../store/items.ts'
import type { Context } from './context.ts'
import type { MutationResolvers, QueryResolvers, Resolvers, ViewerResolvers } from './generated.ts'
import { searchItems } from './item-search.ts'
import type { ItemModel } from './models.ts'
import { shopBy } from './shop-types.ts'

/** An item that the caller may see, or null. */
async function itemBy({ actor, services }: Context, id: string): Promise<ItemModel | null> {
  if (!isId(id)) return null
  const [row] = await visibleItems((text, p) => services.store.query(text, p), actor?.memberId ?? null, [id])
  return row ?? null
}

export const itemQueries: Pick<QueryResolvers, 'item' | 'items'> = {
  item: (_root, { id }, context) => itemBy(context, id),
  items: (_root, args, { services }) => searchItems(services, args),
}

const payload = (context: Context) => async (answer: { itemId: string }) => {
  const item = await itemBy(context, answer.itemId)
  if (!item) throw new Error(`Item ${answer.itemId} is referred to, but not there.`)
  return { item }
}

export const itemMutations: Pick<MutationResolvers, 'publishItem' | 'editItem' | 'changeItemStock'> = {
  publishItem: async (_root, { input }, context) =>
    resultAs(await publishItem(context.services, actorOf(context), input), 'PublishItemPayload', payload(context)),
  editItem: async (_root, { input }, context) =>
    resultAs(await editItem(context.services, actorOf(context), input), 'EditItemPayload', payload(context)),
  changeItemStock: async (_root, { input }, context) =>
    resultAs(
      await changeItemStock(context.services, actorOf(context), input),
      'ChangeItemStockPayload',
      payload(context),
    ),
}

export const viewerItems: NonNullable<ViewerResolvers['items']> = async ({ id }, page, { services }) => {
  const { limit, at, id: after } = pageByInstant(page)
  const rows = await itemsOf((text, p) => services.store.query(text, p), id, { at, id: after }, limit + 1)
  return pageFrom(
    rows,
    limit,
    at !== null,
    (row) => [asDate(row.published_at).toISOString(), row.id],
    (row) => row,
  )
}

/** Whether it can be had now. */
export function availabilityOf({ stocked, stock }: Pick<ItemModel, 'stocked' | 'stock'>) {
  if (!stocked) return 'NOT_STOCKED' as const
  return BigInt(stock) > 0n ? ('IN_STOCK' as const) : ('SOLD_OUT' as const)
}

/** A page of what is kept by number for an item's merchant alone; null for others. */
async function numbered<R>(
  { merchant_id }: ItemModel,
  { actor, services }: Context,
  page: { first: number; after?: string | null },
  read: (sql: Context['services']['store']['query'], before: number | null, limit: number) => Promise<R[]>,
  numberOf: (row: R) => number,
) {
  const { limit, after } = pageByNumber(page)
  if (actor?.memberId !== merchant_id) return null
  const rows = await read((text, p) => services.store.query(text, p), after > 0 ? after : null, limit + 1)
  return pageFrom(
    rows,
    limit,
    after > 0,
    (row) => [numberOf(row)],
    (row) => row,
  )
}

export const itemTypes: Pick<Resolvers, 'Item' | 'ItemRevision' | 'ItemStockChange'> = {
  Item: {
    __resolveReference: ({ id }: { id: string }, context: Context) => itemBy(context, id),
    shop: (row, _args, context) => shopBy(context, { id: row.shop_id }),
    itemNumber: (row) => row.item_number,
    price: (row) => moneyText(moneyOf(row.price_minor, row.currency)),
    availability: availabilityOf,
    available: ({ stocked, stock }) => (stocked ? Number(stock) : null),
    onSale: (row) => row.on_sale,
    publishedAt: (row) => asDate(row.published_at),
    editedAt: (row) => asDateOrNull(row.edited_at),
    revisions: (row, page, context) =>
      numbered(
        row,
        context,
        page,
        (sql, before, limit) => itemRevisions(sql, row.id, before, limit),
        ({ revision }) => revision,
      ),
    stockChanges: (row, page, context) =>
      numbered(
        row,
        context,
        page,
        (sql, before, limit) => itemStockChanges(sql, row.id, before, limit),
        ({ number }) => number,
      ),
  },
  ItemRevision: {
    at: (row) => asDate(row.at),
    price: (row) => moneyText(moneyOf(row.price_minor, row.currency)),
    onSale: (row) => row.on_sale,
  },
  ItemStockChange: {
    at: (row) => asDate(row.at),
    change: (row) => Number(row.change),
    stockAfter: (row) => Number(row.stock_after),
  },
}
