import type { LevelLimits } from '@torihiki/schema'
import { moneyText, spell, type Money } from '../money.ts'
import { refuse, type Refusal } from '../refusals.ts'
import type { Tx } from '../store/store.ts'
import type { KnownMember } from './known-members.ts'

/** The operations that a level may limit (A7). */
export type LevelOperation = 'REGISTER_CASE' | 'SEND_ORDER' | 'SUBMIT_CONTRACT' | 'RESERVE_PAYMENT'

/**
 * Compares a request with a level (A7), before anything happens. Limits are checked in the order operation, currency,
 * amount per transaction, amount per day; the first that is broken is given, with limit, used and left.
 * @param usedTodayMinor what the day's operations of this kind and currency have used already
 * @returns null when the level allows it
 */
export function exceedsLevel(
  level: LevelLimits | null,
  operation: LevelOperation,
  amount: Money | null,
  usedTodayMinor: bigint,
): Refusal | null {
  if (!level?.operations.includes(operation)) {
    return refuse('LEVEL_OPERATION', undefined, { rule: 'OPERATION', ...noFigures })
  }
  if (!amount) return null
  const { currency, minor } = amount
  const perTransaction = level.maxPerTransaction[currency]
  const perDay = level.maxPerDay[currency]
  if (perTransaction === undefined || perDay === undefined) {
    return refuse('LEVEL_CURRENCY', undefined, { rule: 'CURRENCY', ...noFigures })
  }
  if (minor > BigInt(perTransaction)) {
    return broken('LEVEL_AMOUNT_PER_TRANSACTION', 'AMOUNT_PER_TRANSACTION', BigInt(perTransaction), 0n, amount)
  }
  if (usedTodayMinor + minor > BigInt(perDay)) {
    return broken('LEVEL_AMOUNT_PER_DAY', 'AMOUNT_PER_DAY', BigInt(perDay), usedTodayMinor, amount)
  }
  return null
}

const noFigures = { limit: null, used: null, left: null }

function broken(
  code: 'LEVEL_AMOUNT_PER_TRANSACTION' | 'LEVEL_AMOUNT_PER_DAY',
  rule: string,
  limit: bigint,
  used: bigint,
  asked: Money,
): Refusal {
  const { currency } = asked
  const left = limit > used ? limit - used : 0n
  const [limitMoney, usedMoney, leftMoney] = [limit, used, left].map((minor) => ({ minor, currency })) as [
    Money,
    Money,
    Money,
  ]
  return refuse(
    code,
    `${spell(asked)} is more than your authentication level allows: limit ${spell(limitMoney)}, used ${spell(usedMoney)}, left ${spell(leftMoney)}.`,
    { rule, limit: moneyText(limitMoney), used: moneyText(usedMoney), left: moneyText(leftMoney) },
  )
}

/**
 * Checks the level and books the amount as used, in the command's transaction. The day's counter is locked first, so of
 * two requests that fit alone but not together exactly one passes. Refuses with LEVEL_…; the day is that of UTC.
 */
export async function useLevel(
  tx: Tx,
  member: KnownMember,
  operation: LevelOperation,
  amount: Money | null,
  now: Date,
): Promise<Refusal | null> {
  if (!amount) return exceedsLevel(member.level, operation, null, 0n)
  const key = [member.memberId, operation, amount.currency, now.toISOString().slice(0, 10)]
  await tx.sql(
    'insert into level_usage (member_id, operation, currency, day, used) values ($1, $2, $3, $4, 0) on conflict do nothing',
    key,
  )
  const [row] = await tx.sql<{ used: string }>(
    'select used from level_usage where member_id = $1 and operation = $2 and currency = $3 and day = $4 for no key update',
    key,
  )
  const refusal = exceedsLevel(member.level, operation, amount, BigInt(row?.used ?? '0'))
  if (refusal) return refusal
  await tx.sql(
    'update level_usage set used = used + $5 where member_id = $1 and operation = $2 and currency = $3 and day = $4',
    [...key, amount.minor],
  )
  return null
}
