/** How many different items one cart holds: what a customer reads through, and what a quote carries in one request. */
export const mostCartLines = 50
/** How many of one item a cart holds: a household's or a small firm's order. Larger ones are agreed on as a case. */
export const mostOfOneItem = 999
/** How long a cart without a member is kept after it was last changed, in days. */
export const looseCartKeptDays = 30

/** How long a cart without a member in which nothing is, is kept, in hours: a front end opens one as somebody puts the first thing in, and to open another loses nothing. */
export const emptyCartKeptHours = 2
/** How many carts a member or guest has opened under tokens at a time: one for each device and shop at which it began without log-in. Under its own name it has one at each shop without them. */
export const mostOpenedCarts = 20
/** At how many shops a member or guest has a cart at a time: more than anybody shops at, and few enough for all of them to be read and erased in one go. */
export const mostCartsOfMember = 100
/** How long a member's cart in which nothing is, is kept after it was last changed, in days: whatever was quoted from it is over by then. */
export const emptyMembersCartKeptDays = 30

/** What is wanted of an item. */
export type Wanted = { readonly itemId: string; readonly quantity: number }
/** What a merge could not take over whole: of this item so many were asked for, and so many are in the cart. */
export type Capped = { readonly itemId: string; readonly asked: number; readonly kept: number }

/**
 * Two carts as one (C1): quantities of the same item add up. A quantity stops at `mostOfOneItem`, and a cart that is full takes no further items; each is
 * told of, nothing is left out in silence. The member's own lines come first.
 */
export function mergeCarts(own: readonly Wanted[], other: readonly Wanted[]): { lines: Wanted[]; capped: Capped[] } {
  const lines = new Map(own.map(({ itemId, quantity }) => [itemId, quantity]))
  const capped: Capped[] = []
  for (const { itemId, quantity } of other) {
    const there = lines.get(itemId) ?? 0
    const asked = there + quantity
    const kept = there === 0 && lines.size >= mostCartLines ? 0 : Math.min(asked, mostOfOneItem)
    if (kept < asked) capped.push({ itemId, asked, kept })
    if (kept > 0) lines.set(itemId, kept)
  }
  return { lines: [...lines].map(([itemId, quantity]) => ({ itemId, quantity })), capped }
}
