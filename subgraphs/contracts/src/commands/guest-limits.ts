import type { SignedQuote } from '@torihiki/schema'
import { moneyOf, moneyText, spell } from '@torihiki/shared/money.ts'
import { refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { ordersOfGuest } from '../store/shop-orders.ts'

/**
 * Why a shop does not take this order from a guest (C4), by the terms that its quote was given by: it takes none, the total is above its limit, or the guest has placed as many
 * today (UTC) as it may. Each refusal names the limit, what was used and what is left. Counted under the guest's row lock, so that of two at once one passes.
 */
export async function guestRefusal(tx: Tx, quote: SignedQuote, now: Date): Promise<Refusal | null> {
  const { guests } = quote.terms
  if (!guests)
    return refuse('GUEST_LIMIT', 'The shop takes orders from members alone. Apply for membership, then order.', {
      guestRule: 'NO_GUESTS',
      ...nothing,
    })
  const most = guests.mostPerOrder.find(({ currency }) => currency === quote.currency)
  if (most && BigInt(quote.totalMinor) > BigInt(most.minor)) {
    const [asked, limit] = [moneyOf(quote.totalMinor, quote.currency), moneyOf(most.minor, most.currency)]
    return refuse(
      'GUEST_LIMIT',
      `The order is ${spell(asked)}; the shop takes orders from guests up to ${spell(limit)}. Order less, or apply for membership.`,
      { guestRule: 'MOST_PER_ORDER', ...nothing, mostAmount: moneyText(limit), orderAmount: moneyText(asked) },
    )
  }
  if (guests.mostOrdersPerDay === null) return null
  await tx.sql('select 1 from known_member where member_id = $1 for no key update', [quote.buyerId])
  const since = new Date(`${now.toISOString().slice(0, 10)}T00:00:00.000Z`)
  const used = await ordersOfGuest(tx, quote.buyerId, quote.shopId, since)
  if (used < guests.mostOrdersPerDay) return null
  return refuse(
    'GUEST_LIMIT',
    `You have placed ${used} orders here today; the shop takes ${guests.mostOrdersPerDay} a day from a guest. Come back tomorrow (UTC), or apply for membership.`,
    { guestRule: 'MOST_ORDERS_PER_DAY', ...nothing, mostOrders: guests.mostOrdersPerDay, ordersToday: used },
  )
}

const nothing = { mostAmount: null, orderAmount: null, mostOrders: null, ordersToday: null }
