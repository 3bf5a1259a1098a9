import type { Tx } from '../store/store.ts'
import { usageStripes } from '../store/usage-stripes.ts'

/** Whose use of what, in which currency, on which day of UTC. */
export type UsageKey = readonly [memberId: string, operation: string, currency: string, day: string]

const ofKey = 'member_id = $1 and operation = $2 and currency = $3 and day = $4'

/**
 * Books an amount in one stripe, when that has room for it: then the sum has too, whatever the others take meanwhile. A stripe that nobody holds is taken first; when all are held
 * one of them is waited for.
 * @param perDay the limit of the sum
 * @returns false when only the sum can tell, or the stripes were filled for another limit; nothing is locked then
 */
export async function bookInStripe(tx: Tx, key: UsageKey, minor: bigint, perDay: bigint): Promise<boolean> {
  const [row] = await tx.sql<{ booked: boolean }>('select book_in_stripe($1, $2, $3, $4, $5, $6) as booked', [
    ...key,
    minor,
    perDay,
  ])
  return row?.booked === true
}

/** Takes the amount out of a stripe that has it and that nobody holds; false when there is none, and nothing is locked then. */
export async function returnToStripe(tx: Tx, key: UsageKey, minor: bigint): Promise<boolean> {
  const [row] = await tx.sql<{ returned: boolean }>('select return_to_stripe($1, $2, $3, $4, $5) as returned', [
    ...key,
    minor,
  ])
  return row?.returned === true
}

/** The sum of a day's use, read without a lock. */
export async function readUsage(sql: Tx['sql'], key: UsageKey): Promise<bigint> {
  const [row] = await sql<{ used: string }>(
    `select coalesce(sum(used), 0) as used from level_usage where ${ofKey}`,
    key,
  )
  return BigInt(row?.used ?? '0')
}

/** Locks all stripes, in their order. Whoever holds them knows the sum, and is alone. */
export async function lockUsage(tx: Tx, key: UsageKey): Promise<bigint> {
  const lock = (): Promise<{ used: string }[]> =>
    tx.sql<{ used: string }>(`select used from level_usage where ${ofKey} order by stripe for no key update`, key)
  let rows = await lock()
  if (rows.length < usageStripes) {
    await tx.sql(
      `insert into level_usage (member_id, operation, currency, day, stripe, used, most)
       select $1, $2, $3, $4, s, 0, -1 from generate_series(0, ${usageStripes - 1}) s on conflict do nothing`,
      key,
    )
    rows = await lock()
  }
  return rows.reduce((sum, { used }) => sum + BigInt(used), 0n)
}

/**
 * Divides the sum evenly among the stripes, which are locked. Of a sum above half of the limit each then has its part or more, so that `bookInStripe` takes nothing more.
 * @param perDay the limit for which they are filled; null leaves that as it is
 */
export async function spreadUsage(tx: Tx, key: UsageKey, sum: bigint, perDay: bigint | null): Promise<void> {
  await tx.sql(
    `update level_usage set used = $5::bigint / ${usageStripes} + (stripe < $5::bigint % ${usageStripes})::int,
       most = coalesce($6::bigint, most) where ${ofKey}`,
    [...key, sum, perDay],
  )
}
