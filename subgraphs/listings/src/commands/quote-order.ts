import type { SignedQuote } from '@torihiki/schema'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember } from '@torihiki/shared/identity/known-members.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { maxMinorUnits } from '@torihiki/shared/money.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { heldTogether, holdingStates, needsOfLines, quoteMinutes, totalOf } from '../domain/quote.ts'
import type { ListingsServices } from '../services.ts'
import { cartLines, cartOfMember, lockCart, type CartLineRow, type CartRow } from '../store/carts.ts'
import { isGuest } from '../store/known-guests.ts'
import { ordersQuotedSince, insertQuote, lockSeries, stepQuote, type QuoteRow } from '../store/quotes.ts'
import { newestTerms, type ShopTermsRow } from '../store/shop-terms.ts'
import { visibleShop, type ShopRow } from '../store/shops.ts'
import { guestQuoteRefusal } from './guest-quotes.ts'
import { changeHolds } from './quote-life.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  shopId: form.id,
  currency: form.optional(z.string().max(3)),
  cartRevision: form.optional(z.int()),
})

/**
 * Quotes an order of all that is in the actor's cart at a shop, or of all in one currency (C1): lines, charge for delivery and total, computed here alone, signed and good for `quoteMinutes`. The goods of
 * stocked items are held for it, exactly, though many quote at once. It takes the place of the quote of this cart before it, whose goods it takes over.
 *
 * Refuses NOT_FOUND, STALE_REVISION when the cart is another than was looked at, WRONG_STATE for an empty cart, a closed shop, one without terms, items that are not on sale any
 * more, prices in several currencies when none is named, and a currency in which nothing is, ITEMS_SHORT with what is left, GUEST_LIMIT (C4), MEMBER_NOT_ACTIVE.
 */
export async function quoteOrder(
  services: ListingsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ quoteId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'quoteOrder', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const now = services.now()
    const sql: Tx['sql'] = (text, p) => tx.sql(text, p)
    const member = await activeMember(tx, actor.memberId)
    if (isRefusal(member)) return member
    const shop = await visibleShop(sql, null, { id: input.shopId })
    if (!shop) return refuse('NOT_FOUND', 'There is no shop with this id.')
    const known = await cartOfMember(sql, member.memberId, shop.id)
    const cart = known && (await lockCart(tx, known.id))
    if (!cart) return untimely('EMPTY', 'Your cart at this shop is empty. Put something in with setCartLine.')
    if (input.cartRevision !== null && input.cartRevision !== cart.revision)
      return refuse('STALE_REVISION', 'The cart was changed since you looked at it. Read it again, then quote that.', {
        revision: cart.revision,
        given: input.cartRevision,
      })
    const terms = await newestTerms(sql, shop.id)
    const all = await cartLines(sql, [cart.id])
    const lines = all.filter(({ item }) => input.currency === null || item.currency === input.currency)
    if (all.length > 0 && lines.length === 0)
      return untimely('EMPTY', `Nothing in your cart is in ${input.currency}, but in ${currenciesOf(all)}.`)
    const unfit = unfitFor(shop, member.memberId, terms, lines)
    if (isRefusal(unfit)) return unfit
    const claims = priced(newId(now.getTime()), cart, shop, unfit.terms, lines, now)
    const unwelcome = (await isGuest(tx, member)) ? await unwelcomeGuest(sql, claims, now) : null
    if (unwelcome) return unwelcome
    if (BigInt(claims.totalMinor) > maxMinorUnits)
      return untimely('TOO_LARGE', 'The total is more than the hub takes. Order in parts.')
    const earlier = await lockSeries(tx, claims.seriesId)
    const short = await hold(tx, claims, earlier, now)
    if (short) return short
    for (const quote of earlier.filter(({ state }) => state === 'OPEN')) {
      await stepQuote(tx, quote, 'Replaced', now)
      await tx.publish('QuoteLapsed', { quoteId: quote.id, seriesId: quote.series_id })
    }
    await insertQuote(tx, claims, cart.id, now)
    await tx.sql('update cart set series_id = $2 where id = $1', [cart.id, claims.seriesId])
    return { quoteId: claims.quoteId }
  })
}

const untimely = (state: string, message: string): Refusal => refuse('WRONG_STATE', message, { state })

/** Why the cart cannot be quoted; else the terms by which it is. */
function unfitFor(
  shop: ShopRow,
  buyerId: string,
  terms: ShopTermsRow | null,
  lines: readonly CartLineRow[],
): { terms: ShopTermsRow } | Refusal {
  if (shop.merchant_id === buyerId) return refuse('NOT_ALLOWED', 'A merchant does not order at its own shop.')
  if (!shop.open) return untimely('CLOSED', 'The shop is closed.')
  if (!terms) return untimely('NO_TERMS', 'The shop takes no orders yet: its merchant has not said by which terms.')
  if (lines.length === 0)
    return untimely('EMPTY', 'Your cart at this shop is empty. Put something in with setCartLine.')
  const gone = lines.filter(({ offered }) => !offered).map(({ item }) => item.name)
  if (gone.length > 0)
    return untimely(
      'NOT_ON_SALE',
      `Not on sale any more: ${gone.join(', ')}. Take it out with setCartLine, quantity 0.`,
    )
  if (new Set(lines.map(({ item }) => item.currency)).size > 1)
    return untimely(
      'SEVERAL_CURRENCIES',
      `Prices are in ${currenciesOf(lines)}, and an order is in one currency. Quote and order each by itself: name its currency, and the rest stays in the cart.`,
    )
  return { terms }
}

async function unwelcomeGuest(sql: Tx['sql'], claims: SignedQuote, now: Date): Promise<Refusal | null> {
  const today = new Date(`${now.toISOString().slice(0, 10)}T00:00:00.000Z`)
  return guestQuoteRefusal(claims, await ordersQuotedSince(sql, claims.buyerId, claims.shopId, today))
}

const currenciesOf = (lines: readonly CartLineRow[]): string =>
  [...new Set(lines.map(({ item }) => item.currency))].toSorted().join(' and ')

function priced(
  quoteId: string,
  cart: CartRow,
  shop: ShopRow,
  { version, terms }: ShopTermsRow,
  lines: readonly CartLineRow[],
  now: Date,
): SignedQuote {
  const currency = lines[0]?.item.currency ?? ''
  const charge = terms.deliveryCharges.find((each) => each.currency === currency) ?? null
  const { amounts, deliveryMinor, totalMinor } = totalOf(
    lines.map(({ quantity, item }) => ({
      quantity,
      unitPriceMinor: BigInt(item.price_minor),
      goods: item.kind === 'GOODS',
    })),
    charge,
  )
  const buyerId = cart.member_id ?? ''
  return {
    quoteId,
    seriesId: cart.series_id ?? newId(now.getTime()),
    shopId: shop.id,
    shopName: shop.name,
    buyerId,
    sellerId: shop.merchant_id,
    currency,
    lines: lines.map(({ quantity, item }, i) => ({
      itemId: item.id,
      itemNumber: item.item_number,
      name: item.name,
      unit: item.unit,
      gtin: item.gtin,
      quantity,
      unitPriceMinor: item.price_minor,
      amountMinor: (amounts[i] ?? 0n).toString(),
      stocked: item.stocked,
    })),
    deliveryMinor: deliveryMinor.toString(),
    totalMinor: totalMinor.toString(),
    quotedAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + quoteMinutes * 60_000).toISOString(),
    terms: {
      version,
      settlement: terms.settlement,
      settlementAgentId: terms.settlementAgentId,
      onAccount: terms.onAccountIds.includes(buyerId),
      cancelBeforeDelivery: terms.cancelBeforeDelivery,
      deliverWithinDays: terms.deliverWithinDays,
      guests: terms.guests,
    },
  }
}

/** Holds what the quote takes of stocked items, together with what the quotes before it in its series hold still. */
async function hold(tx: Tx, claims: SignedQuote, earlier: readonly QuoteRow[], now: Date): Promise<Refusal | null> {
  const standing = earlier.filter(({ state }) => holdingStates.some((each) => each === state))
  const needs = heldTogether([claims, ...standing.map((quote) => quote.claims)].map(({ lines }) => needsOfLines(lines)))
  const short = await changeHolds(tx, claims.seriesId, needs, claims.quoteId, now)
  if (short.length === 0) return null
  const named = short.map((each) => ({ ...each, line: claims.lines.find(({ itemId }) => itemId === each.itemId) }))
  return refuse(
    'ITEMS_SHORT',
    `Not enough is left: ${named.map(({ line, left }) => `${line?.name ?? ''} (${left} of ${line?.quantity ?? 0})`).join(', ')}. Lower the quantity with setCartLine, then quote again.`,
    { shortages: named.map(({ itemId, left, line }) => ({ itemId, wanted: line?.quantity ?? 0, left })) },
  )
}
