/** A million: discounts are stated in parts of it. */
const million = 1_000_000n

/** The discount on a claim in minor units, rounded half up, once for each claim (B19). */
export function discountOf(amount: bigint, discountPpm: number): bigint {
  return (amount * BigInt(discountPpm) + million / 2n) / million
}

/** The largest discount that may be stated: a half. What is more is no purchase but a mistake. */
export const largestDiscountPpm = 500_000

/** The longest that a purchaser may wait before the claim can come back, in days. */
export const longestRecourseDays = 365

/** Whether the purchaser may have the claim taken back: it has waited as long as its terms say. */
export function mayRecourse(purchasedAt: Date, recourseAfterDays: number, now: Date): boolean {
  return now.getTime() >= purchasedAt.getTime() + recourseAfterDays * 86_400_000
}
