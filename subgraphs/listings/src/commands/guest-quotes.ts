import type { SignedQuote } from '@torihiki/schema'
import { moneyOf, moneyText, spell } from '@torihiki/shared/money.ts'
import { refuse, type Refusal } from '@torihiki/shared/refusals.ts'

const nothing = { mostAmount: null, orderAmount: null, mostOrders: null, ordersToday: null }

/**
 * Why a shop would not take an order by this quote from a guest (C4): it takes none, or not for so much. So nothing is held that nobody may order. How many orders it takes a day is looked at when
 * one is placed, by `contracts`, which decides on all of it again.
 */
export function guestQuoteRefusal({ terms, currency, totalMinor }: SignedQuote): Refusal | null {
  if (!terms.guests)
    return refuse('GUEST_LIMIT', 'The shop takes orders from members alone. Apply for membership, then order.', {
      guestRule: 'NO_GUESTS',
      ...nothing,
    })
  const most = terms.guests.mostPerOrder.find((each) => each.currency === currency)
  if (!most || BigInt(totalMinor) <= BigInt(most.minor)) return null
  const [asked, limit] = [moneyOf(totalMinor, currency), moneyOf(most.minor, most.currency)]
  return refuse(
    'GUEST_LIMIT',
    `The order is ${spell(asked)}; the shop takes orders from guests up to ${spell(limit)}. Order less, or apply for membership.`,
    { guestRule: 'MOST_PER_ORDER', ...nothing, mostAmount: moneyText(limit), orderAmount: moneyText(asked) },
  )
}
