/** What a pool is for (B13): a payer's guarantees, or what an approver grants to its own members. */
export const poolUses = ['PAYER', 'APPROVER'] as const
export type PoolUse = (typeof poolUses)[number]

/** A pool as it stands, in minor units of its currency. `until` is the last day on which something is granted within it. */
export type Pool = {
  readonly limit: bigint
  readonly used: bigint
  readonly until: string
  readonly revoked: boolean
}

/** What may still be granted within a pool: nothing when it is revoked or over, and never below zero, for a limit may be lowered below what is used. */
export function leftOf({ limit, used, until, revoked }: Pool, today: string): bigint {
  return revoked || today > until || used > limit ? 0n : limit - used
}

/** Whether an amount fits: then what is used with it, else what is left and by how much it does not fit. Amounts are above zero. */
export function draw(
  pool: Pool,
  minor: bigint,
  today: string,
): { readonly used: bigint } | { readonly available: bigint; readonly shortfall: bigint } {
  if (minor <= 0n) throw new Error(`A guarantee of ${minor} within a pool.`)
  const available = leftOf(pool, today)
  return minor <= available ? { used: pool.used + minor } : { available, shortfall: minor - available }
}
