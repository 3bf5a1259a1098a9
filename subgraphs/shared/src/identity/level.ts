import type { LevelLimits } from '@torihiki/schema'
import { moneyText, spell, type Money } from '../money.ts'
import { refuse, type Refusal } from '../refusals.ts'
import type { Tx } from '../store/store.ts'
import { knownMembers, type KnownMember } from './known-members.ts'

/** The operations that a level may limit (A7). */
export type LevelOperation = 'REGISTER_CASE' | 'SEND_ORDER' | 'SUBMIT_CONTRACT' | 'RESERVE_PAYMENT'

/**
 * Compares a request with a level (A7), before anything happens. Limits are checked in the order operation, partner group, currency,
 * amount per transaction, amount per day; the first that is broken is given, with limit, used and left.
 * @param usedTodayMinor what the day's operations of this kind and currency have used already
 * @param partnerGroups the groups of those it is dealt with, null for who is in none
 * @returns null when the level allows it
 */
export function exceedsLevel(
  level: LevelLimits | null,
  operation: LevelOperation,
  amount: Money | null,
  usedTodayMinor: bigint,
  partnerGroups: readonly (string | null)[] = [],
): Refusal | null {
  if (!level?.operations.includes(operation)) {
    return refuse('LEVEL_OPERATION', undefined, { rule: 'OPERATION', ...noFigures })
  }
  const allowed = level.partnerGroups
  if (allowed && !partnerGroups.every((group) => group !== null && allowed.includes(group))) {
    return refuse('LEVEL_PARTNER_GROUP', undefined, { rule: 'PARTNER_GROUP', ...noFigures })
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

/** What is to be done: the operation, its amount if it has one, and with whom. */
export type LevelUse = {
  readonly operation: LevelOperation
  readonly amount: Money | null
  readonly counterpartIds: readonly string[]
}

/**
 * Checks the level and books the amount as used, in the command's transaction. The day's counter is locked first, so of
 * two requests that fit alone but not together exactly one passes. Refuses with LEVEL_…; the day is that of UTC.
 */
export async function useLevel(
  tx: Tx,
  member: KnownMember,
  { operation, amount, counterpartIds }: LevelUse,
  now: Date,
): Promise<Refusal | null> {
  const groups = member.level?.partnerGroups ? await groupsOf(tx, counterpartIds) : []
  if (!amount) return exceedsLevel(member.level, operation, null, 0n, groups)
  const key = [member.memberId, operation, amount.currency, now.toISOString().slice(0, 10)]
  await tx.sql(
    'insert into level_usage (member_id, operation, currency, day, used) values ($1, $2, $3, $4, 0) on conflict do nothing',
    key,
  )
  const [row] = await tx.sql<{ used: string }>(
    'select used from level_usage where member_id = $1 and operation = $2 and currency = $3 and day = $4 for no key update',
    key,
  )
  const refusal = exceedsLevel(member.level, operation, amount, BigInt(row?.used ?? '0'), groups)
  if (refusal) return refusal
  await tx.sql(
    'update level_usage set used = used + $5 where member_id = $1 and operation = $2 and currency = $3 and day = $4',
    [...key, amount.minor],
  )
  return null
}

/** The groups of these members; null for one that is in none or not known. */
async function groupsOf(tx: Tx, memberIds: readonly string[]): Promise<(string | null)[]> {
  const known = await knownMembers(tx, memberIds)
  return memberIds.map((id) => known.get(id)?.groupName ?? null)
}

/**
 * Gives back what an undone operation had used, so that its day has it again. Call it before accounts are locked, as `useLevel` is.
 * @param usedAt when it was used; the day is that of UTC
 */
export async function giveBackToLevel(
  tx: Tx,
  memberId: string,
  operation: LevelOperation,
  amount: Money,
  usedAt: Date,
): Promise<void> {
  await tx.sql(
    `update level_usage set used = greatest(used - $5::bigint, 0)
     where member_id = $1 and operation = $2 and currency = $3 and day = $4`,
    [memberId, operation, amount.currency, usedAt.toISOString().slice(0, 10), amount.minor],
  )
}
