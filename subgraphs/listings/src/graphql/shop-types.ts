import { badRequest, pageByInstant, pageByNumber, pageFrom } from '@torihiki/shared/graphql/connection.ts'
import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { isId } from '@torihiki/shared/ids.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import { editShop, publishShop } from '../commands/shops.ts'
import { languageOf } from '../domain/language.ts'
import { longestSearch, searchQueryOf, textSearchOf } from '../domain/search.ts'
import { openShops, shopRevisions, shopsOf, visibleShop } from '../store/shops.ts'
import type { Context } from './context.ts'
import type { MutationResolvers, QueryResolvers, Resolvers, ViewerResolvers } from './generated.ts'
import type { ShopModel } from './models.ts'
import { searchOpportunities } from './search.ts'

const keyOf = (row: ShopModel): [string, string] => [asDate(row.published_at).toISOString(), row.id]
const itself = (row: ShopModel): ShopModel => row

/** A shop that the caller may see, or null. */
export async function shopBy(
  { actor, services }: Context,
  by: { id: string } | { slug: string },
): Promise<ShopModel | null> {
  if ('id' in by && !isId(by.id)) return null
  return visibleShop((text, p) => services.store.query(text, p), actor?.memberId ?? null, by)
}

export const shopQueries: Pick<QueryResolvers, 'shop' | 'shops'> = {
  shop: (_root, { id, slug }, context) => {
    if (id) return shopBy(context, { id })
    if (slug) return shopBy(context, { slug: slug.toLowerCase().replaceAll('\0', '') })
    throw badRequest('BAD_USER_INPUT', 'Give the id or the slug.')
  },
  shops: async (_root, { text, language, ...page }, { services }) => {
    const { limit, at, id } = pageByInstant(page)
    if (text && text.length > longestSearch)
      throw badRequest('BAD_USER_INPUT', `A text has at most ${longestSearch} characters.`)
    const asked = text?.trim() ? textSearchOf(text) : null
    const spoken = language ? languageOf(language) : null
    const nothing = (text?.trim() && !asked) || (language && spoken === null)
    const query = asked && searchQueryOf(asked, new Map()).exact
    const rows = nothing
      ? []
      : await openShops((t, p) => services.store.query(t, p), { query, language: spoken }, { at, id }, limit + 1)
    return pageFrom(rows, limit, at !== null, keyOf, itself)
  },
}

/** A shop that is referred to. */
export async function load(context: Context, shopId: string): Promise<ShopModel> {
  const shop = await shopBy(context, { id: shopId })
  if (!shop) throw new Error(`Shop ${shopId} is referred to, but not there.`)
  return shop
}

export const shopMutations: Pick<MutationResolvers, 'publishShop' | 'editShop'> = {
  publishShop: async (_root, { input }, context) =>
    resultAs(
      await publishShop(context.services, actorOf(context), input),
      'PublishShopPayload',
      async ({ shopId }) => ({ shop: await load(context, shopId) }),
    ),
  editShop: async (_root, { input }, context) =>
    resultAs(await editShop(context.services, actorOf(context), input), 'EditShopPayload', async ({ shopId }) => ({
      shop: await load(context, shopId),
    })),
}

export const viewerShops: NonNullable<ViewerResolvers['shops']> = async ({ id }, page, { services }) => {
  const { limit, at, id: after } = pageByInstant(page)
  const rows = await shopsOf((text, p) => services.store.query(text, p), id, { at, id: after }, limit + 1)
  return pageFrom(rows, limit, at !== null, keyOf, itself)
}

export const shopTypes: Pick<Resolvers, 'Shop' | 'ShopRevision'> = {
  Shop: {
    __resolveReference: ({ id }: { id: string }, context: Context) => shopBy(context, { id }),
    merchant: ({ merchant_id: id }) => ({ __typename: 'Member', id }),
    publishedAt: (row) => asDate(row.published_at),
    editedAt: (row) => asDateOrNull(row.edited_at),
    opportunities: (row, page, context) =>
      searchOpportunities(context.services, actorOf(context).memberId, {
        ...page,
        filter: { publisherId: row.merchant_id },
      }),
    revisions: async (row, page, { actor, services }) => {
      const { limit, after } = pageByNumber(page)
      if (actor?.memberId !== row.merchant_id) return null
      const before = after > 0 ? after : null
      const rows = await shopRevisions((text, p) => services.store.query(text, p), row.id, before, limit + 1)
      return pageFrom(
        rows,
        limit,
        after > 0,
        ({ revision }) => [revision],
        (each) => each,
      )
    },
  },
  ShopRevision: { at: (row) => asDate(row.at) },
}
