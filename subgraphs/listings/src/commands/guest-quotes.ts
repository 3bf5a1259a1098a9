import type { SignedQuote } from '@torihiki/schema'
import { moneyOf, moneyText, spell } from '@torihiki/shared/money.ts'
import { refuse, type Refusal } from '@torihiki/shared/refusals.ts'

const nothing = { mostAmount: null, orderAmount: null, mostOrders: null, ordersToday: null }

/**
 * Why a shop would not take an order by this quote from a guest (C4): it takes none, not for so much, or no more today. So nothing is held that nobody may order. `contracts` decides on all of it again when an order is
 * placed, exactly.
 * @param ordersToday how many orders of the guest's at the shop are known here that were quoted today (UTC): each counts there too
 */
export function guestQuoteRefusal({ terms, currency, totalMinor }: SignedQuote, ordersToday: number): Refusal | null {
  if (!terms.guests)
    return refuse('GUEST_LIMIT', 'The shop takes orders from members alone. Apply for membership, then order.', {
      guestRule: 'NO_GUESTS',
      ...nothing,
    })
  const most = terms.guests.mostPerOrder.find((each) => each.currency === currency)
  if (!most || BigInt(totalMinor) <= BigInt(most.minor)) return tooManyToday(terms.guests.mostOrdersPerDay, ordersToday)
  const [asked, limit] = [moneyOf(totalMinor, currency), moneyOf(most.minor, most.currency)]
  return refuse(
    'GUEST_LIMIT',
    `The order is ${spell(asked)}; the shop takes orders from guests up to ${spell(limit)}. Order less, or apply for membership.`,
    { guestRule: 'MOST_PER_ORDER', ...nothing, mostAmount: moneyText(limit), orderAmount: moneyText(asked) },
  )
}

function tooManyToday(mostOrders: number | null, ordersToday: number): Refusal | null {
  if (mostOrders === null || ordersToday < mostOrders) return null
  return refuse(
    'GUEST_LIMIT',
    `You have placed ${ordersToday} orders here today; the shop takes ${mostOrders} a day from a guest. Come back tomorrow (UTC), or apply for membership.`,
    { guestRule: 'MOST_ORDERS_PER_DAY', ...nothing, mostOrders, ordersToday },
  )
}
