import type { QuoteLine } from '@torihiki/schema'

/** How long a quote holds its prices and goods, in minutes: time to fill in an order form, and not longer than others may be kept waiting. */
export const quoteMinutes = 15

/** The states of a quote (C1). Its goods are held in OPEN, REPLACED and LAPSED, sold in USED, and free in CLOSED and RETURNED. */
export type QuoteState = 'OPEN' | 'REPLACED' | 'LAPSED' | 'USED' | 'CLOSED' | 'RETURNED'
/** What may happen to it. `Closed`: `contracts` says that no order can use it any more. */
export type QuoteEvent = 'Quoted' | 'Replaced' | 'Lapsed' | 'Used' | 'Closed' | 'Returned'

/**
 * The life of a quote: from which state what leads where. Goods come back by `Closed` and `Returned` alone, never by the clock of `listings`: an order that
 * was just placed may have used the quote, of which it has not heard yet.
 */
export const quoteTransitions = {
  NONE: { Quoted: 'OPEN' },
  OPEN: { Replaced: 'REPLACED', Lapsed: 'LAPSED', Used: 'USED', Closed: 'CLOSED' },
  REPLACED: { Used: 'USED', Closed: 'CLOSED' },
  LAPSED: { Used: 'USED', Closed: 'CLOSED' },
  USED: { Returned: 'RETURNED' },
  CLOSED: {},
  RETURNED: {},
} as const satisfies Record<QuoteState | 'NONE', Partial<Record<QuoteEvent, QuoteState>>>

/** The states in which a quote may still be used: its goods are held. */
export const holdingStates = ['OPEN', 'REPLACED', 'LAPSED'] as const satisfies readonly QuoteState[]

/** The state after an event, or null when it changes nothing any more. */
export function quoteAfter(state: QuoteState, event: QuoteEvent): QuoteState | null {
  const ways: Partial<Record<QuoteEvent, QuoteState>> = quoteTransitions[state]
  return ways[event] ?? null
}

/** Of what stocked items how many. */
export type Needs = ReadonlyMap<string, bigint>

/** What the lines of a quote take out of stock. */
export function needsOfLines(lines: readonly QuoteLine[]): Needs {
  return new Map(lines.filter(({ stocked }) => stocked).map(({ itemId, quantity }) => [itemId, BigInt(quantity)]))
}

/** What quotes of which one can be used at most have to hold together: of each item as many as the one that wants most. */
export function heldTogether(quotes: readonly Needs[]): Needs {
  const held = new Map<string, bigint>()
  for (const [itemId, quantity] of quotes.flatMap((needs) => [...needs]))
    if (quantity > (held.get(itemId) ?? 0n)) held.set(itemId, quantity)
  return held
}

/** By how much what is held changes when it is to be `after`, by item; below zero: that comes back. */
export function heldChanges(before: Needs, after: Needs): { itemId: string; change: bigint }[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((itemId) => ({ itemId, change: (after.get(itemId) ?? 0n) - (before.get(itemId) ?? 0n) }))
    .filter(({ change }) => change !== 0n)
    .toSorted((a, b) => (a.itemId < b.itemId ? -1 : 1))
}

/** What a shop charges for bringing goods, and from which sum of goods on nothing. */
export type DeliveryCharge = {
  readonly currency: string
  readonly minor: string
  readonly freeFromMinor: string | null
}

/** A line as its price is reckoned: minor units a unit, whole units. */
type Priced = { readonly quantity: number; readonly unitPriceMinor: bigint; readonly goods: boolean }

/**
 * The total of an order (C1), by the hub alone: what each line costs, the charge for delivery, the sum; minor units. Prices are gross, so nothing is added. Services are
 * not delivered: an order of them alone has no charge.
 */
export function totalOf(
  lines: readonly Priced[],
  charge: DeliveryCharge | null,
): { amounts: bigint[]; deliveryMinor: bigint; totalMinor: bigint } {
  const amounts = lines.map(({ quantity, unitPriceMinor }) => BigInt(quantity) * unitPriceMinor)
  const sum = amounts.reduce((all, amount) => all + amount, 0n)
  const isFree = charge !== null && charge.freeFromMinor !== null && sum >= BigInt(charge.freeFromMinor)
  const deliveryMinor = charge && !isFree && lines.some(({ goods }) => goods) ? BigInt(charge.minor) : 0n
  return { amounts, deliveryMinor, totalMinor: sum + deliveryMinor }
}
