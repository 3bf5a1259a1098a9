/** A million: discounts are stated in parts of it. */
const million = 1_000_000n

/** The largest discount that may be stated: a half. What is more is no purchase but a mistake. */
export const largestDiscountPpm = 500_000

/** The longest that the hub may wait before a claim can go back, in days. */
export const longestRecourseDays = 365

/** The discount on a claim in minor units, rounded half up once; something is always paid for it (B19). */
export function discountOf(minor: bigint, discountPpm: number): bigint {
  const discount = (minor * BigInt(discountPpm) + million / 2n) / million
  return discount < minor ? discount : minor - 1n
}

/** What goes back of a purchase: what the payer has not paid, with the discount on that part, which was not earned; rounded down, in favour of the purchaser. */
export function partTakenBack(
  { minor, discount }: { readonly minor: bigint; readonly discount: bigint },
  unpaid: bigint,
): { readonly minor: bigint; readonly discount: bigint } {
  const part = unpaid < minor ? unpaid : minor
  return { minor: part, discount: (discount * part) / minor }
}

/** From when on a claim may be given back; null when its terms state no recourse. */
export function recourseFrom(purchasedAt: Date, recourseAfterDays: number | null): Date | null {
  return recourseAfterDays === null ? null : new Date(purchasedAt.getTime() + recourseAfterDays * 86_400_000)
}
