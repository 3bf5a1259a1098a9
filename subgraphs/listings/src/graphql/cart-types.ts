import type { SignedQuote } from '@torihiki/schema'
import { badRequest, pageByInstant, pageFrom } from '@torihiki/shared/graphql/connection.ts'
import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { isId } from '@torihiki/shared/ids.ts'
import { moneyOf, moneyText } from '@torihiki/shared/money.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import { hashOfCartToken, mergeCart, openCart, setCartLine } from '../commands/carts.ts'
import { refillCart, type RefillNote } from '../commands/refill-cart.ts'
import { quoteOrder } from '../commands/quote-order.ts'
import { setShopTerms } from '../commands/shop-terms.ts'
import { cartByHash, cartLines, cartOfMember, cartsOf, type CartLineRow, type CartRow } from '../store/carts.ts'
import { openQuote, quoteOf, quoteOfOrder } from '../store/quotes.ts'
import { newestTerms } from '../store/shop-terms.ts'
import type { Context } from './context.ts'
import type { MutationResolvers, QueryResolvers, Resolvers, ShopResolvers, ViewerResolvers } from './generated.ts'
import { availabilityOf } from './item-types.ts'
import type { CartModel, QuoteModel } from './models.ts'
import { load as loadShop, shopBy } from './shop-types.ts'

const sqlOf =
  ({ services }: Context): Context['services']['store']['query'] =>
  (text, p) =>
    services.store.query(text, p)
const money = (minor: string, currency: string) => moneyText(moneyOf(minor, currency))

/** The cart of a token, else the caller's at a shop; null when there is none. */
async function cartBy(context: Context, shopId: string | null, token: string | null): Promise<CartModel | null> {
  if (token !== null) return cartByHash(sqlOf(context), hashOfCartToken(token), context.services.now())
  if (!context.actor) throw badRequest('NOT_SIGNED_IN', 'Sign in, or give the token of a cart.')
  if (!shopId) throw badRequest('BAD_USER_INPUT', 'Give the shop, or the token of a cart.')
  return isId(shopId) ? cartOfMember(sqlOf(context), context.actor.memberId, shopId) : null
}

/** A quote of the caller's own, or null. */
async function quoteBy(context: Context, id: string): Promise<QuoteModel | null> {
  return context.actor && isId(id) ? quoteOf(sqlOf(context), context.actor.memberId, id) : null
}

async function cartById(context: Context, id: string): Promise<CartRow> {
  const [row] = await sqlOf(context)<CartRow>(
    'select id, shop_id, member_id, revision, series_id, changed_at, lapses_at from cart where id = $1',
    [id],
  )
  if (!row) throw new Error(`Cart ${id} is referred to, but not there.`)
  return row
}

export const cartQueries: Pick<QueryResolvers, 'cart' | 'quote'> = {
  cart: (_root, { shopId, cartToken }, context) => cartBy(context, shopId ?? null, cartToken ?? null),
  quote: (_root, { id }, context) => quoteBy(context, id),
}

export const cartMutations: Pick<
  MutationResolvers,
  'setShopTerms' | 'openCart' | 'setCartLine' | 'mergeCart' | 'refillCart' | 'quoteOrder'
> = {
  setShopTerms: async (_root, { input }, context) =>
    resultAs(
      await setShopTerms(context.services, actorOf(context), input),
      'SetShopTermsPayload',
      async ({ shopId }) => ({ shop: await loadShop(context, shopId) }),
    ),
  openCart: async (_root, { input }, context) =>
    resultAs(
      await openCart(context.services, context.actor, input),
      'OpenCartPayload',
      async ({ cartId, cartToken }) => ({
        cart: await cartById(context, cartId),
        cartToken,
      }),
    ),
  setCartLine: async (_root, { input }, context) =>
    resultAs(await setCartLine(context.services, context.actor, input), 'SetCartLinePayload', async ({ cartId }) => ({
      cart: await cartById(context, cartId),
    })),
  mergeCart: async (_root, { input }, context) =>
    resultAs(
      await mergeCart(context.services, actorOf(context), input),
      'MergeCartPayload',
      async ({ cartId, capped }) => ({ cart: await cartById(context, cartId), capped: capped.map(cappedOf) }),
    ),
  refillCart: async (_root, { input }, context) =>
    resultAs(
      await refillCart(context.services, actorOf(context), input),
      'RefillCartPayload',
      async ({ cartId, notes }) => ({
        cart: await cartById(context, cartId),
        notes: notes.map((each): RefillNote => JSON.parse(each) as RefillNote),
      }),
    ),
  quoteOrder: async (_root, { input }, context) =>
    resultAs(await quoteOrder(context.services, actorOf(context), input), 'QuoteOrderPayload', async ({ quoteId }) => {
      const quote = await quoteBy(context, quoteId)
      if (!quote) throw new Error(`Quote ${quoteId} is referred to, but not there.`)
      return { quote }
    }),
}

function cappedOf(text: string) {
  const [itemId = '', asked, kept] = text.split(':')
  return { itemId, asked: Number(asked), kept: Number(kept) }
}

export const viewerCarts: NonNullable<ViewerResolvers['carts']> = async ({ id }, page, context) => {
  const { limit, at, id: after } = pageByInstant(page)
  const rows = await cartsOf(sqlOf(context), id, { at, id: after }, limit + 1)
  return pageFrom(
    rows,
    limit,
    at !== null,
    (row) => [asDate(row.changed_at).toISOString(), row.id],
    (row) => row,
  )
}

/** The newest terms of a shop, for whoever sees the shop. */
export const shopTermsOf: NonNullable<ShopResolvers['terms']> = async (shop, _args, context) => {
  const row = await newestTerms(sqlOf(context), shop.id)
  if (!row) return null
  const { terms } = row
  return {
    version: row.version,
    at: asDate(row.at),
    deliveryCharges: terms.deliveryCharges.map(({ currency, minor, freeFromMinor }) => ({
      charge: money(minor, currency),
      freeFrom: freeFromMinor === null ? null : money(freeFromMinor, currency),
    })),
    deliverWithinDays: terms.deliverWithinDays,
    cancelBeforeDelivery: terms.cancelBeforeDelivery,
    settlement: terms.settlement,
    settlementAgent: terms.settlementAgentId ? { __typename: 'Member' as const, id: terms.settlementAgentId } : null,
    onAccount:
      context.actor?.memberId === shop.merchant_id
        ? terms.onAccountIds.map((id) => ({ __typename: 'Member' as const, id }))
        : null,
    guests: terms.guests && {
      mostPerOrder: terms.guests.mostPerOrder.map(({ minor, currency }) => money(minor, currency)),
      mostOrdersPerDay: terms.guests.mostOrdersPerDay,
      methodKinds: terms.guests.methodKinds as
        | ('DEPOSIT' | 'ACCOUNT_TRANSFER' | 'CREDIT' | 'CARD' | 'COUNTER')[]
        | null,
    },
  }
}

/** The lines of a cart; to who came back by the code of an order (C9) what is in it of that order alone. */
async function shownLines({ id }: CartModel, context: Context): Promise<CartLineRow[]> {
  const lines = await cartLines(sqlOf(context), [id])
  const { actor } = context
  if (!actor?.orderCode) return lines
  const ordered = await quoteOfOrder(sqlOf(context), actor.memberId, actor.orderCode)
  return lines.filter(({ item }) => ordered?.claims.lines.some(({ itemId }) => itemId === item.id))
}

/** What all lines cost now; null when that is in several currencies, or there are none. */
function sumOf(lines: readonly { item: { price_minor: string; currency: string }; quantity: number }[]) {
  const [first] = lines
  if (!first || lines.some(({ item }) => item.currency !== first.item.currency)) return null
  const minor = lines.reduce((sum, { item, quantity }) => sum + BigInt(item.price_minor) * BigInt(quantity), 0n)
  return moneyText(moneyOf(minor, first.item.currency))
}

export const cartTypes: Pick<Resolvers, 'Cart' | 'CartLine' | 'Quote'> = {
  Cart: {
    shop: (row, _args, context) => shopBy(context, { id: row.shop_id }),
    lines: (row, _args, context) => shownLines(row, context),
    goods: async (row, _args, context) => sumOf(await shownLines(row, context)),
    changedAt: (row) => asDate(row.changed_at),
    lapsesAt: (row) => asDateOrNull(row.lapses_at),
    quote: (row, _args, context) =>
      row.series_id && row.member_id !== null && row.member_id === context.actor?.memberId && !context.actor.orderCode
        ? openQuote(sqlOf(context), row.series_id, context.services.now())
        : null,
  },
  CartLine: {
    price: ({ item }) => money(item.price_minor, item.currency),
    amount: ({ item, quantity }) => money((BigInt(item.price_minor) * BigInt(quantity)).toString(), item.currency),
    priceWhenPut: (row) => money(row.put_minor, row.put_currency),
    priceChanged: (row) => row.put_minor !== row.item.price_minor || row.put_currency !== row.item.currency,
    availability: ({ item }) => availabilityOf(item),
    availabilityChanged: ({ item, could_be_had }) => could_be_had !== (availabilityOf(item) !== 'SOLD_OUT'),
    onSale: (row) => row.offered,
    enough: ({ item, quantity }) => !item.stocked || BigInt(item.stock) >= BigInt(quantity),
    putAt: (row) => asDate(row.put_at),
  },
  Quote: {
    shop: (row, _args, context) => shopBy(context, { id: row.shop_id }),
    lines: ({ claims }) =>
      claims.lines.map(({ unitPriceMinor, amountMinor, ...line }) => ({
        ...line,
        unitPrice: money(unitPriceMinor, claims.currency),
        amount: money(amountMinor, claims.currency),
      })),
    deliveryCharge: ({ claims }) => money(claims.deliveryMinor, claims.currency),
    total: ({ claims }) => money(claims.totalMinor, claims.currency),
    termsVersion: ({ claims }) => claims.terms.version,
    quotedAt: (row) => asDate(row.quoted_at),
    expiresAt: (row) => asDate(row.expires_at),
    orderCode: (row) => row.order_code,
    signed: (row, _args, { services }) => services.signQuote(textOfClaims(row.claims)),
  },
}

/** The quote as it is signed. */
const textOfClaims = (claims: SignedQuote): string => JSON.stringify(claims)
