import type { LevelLimits } from '@torihiki/schema'
import { moneyText, spell, type Money } from '../money.ts'
import { refuse, type Refusal } from '../refusals.ts'
import type { Tx } from '../store/store.ts'
import { knownMembers, type KnownMember } from './known-members.ts'
import { bookInStripe, lockUsage, returnToStripe, spreadUsage } from './level-usage.ts'

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
 * Checks the level and books the amount as used, in the command's transaction: of two requests that fit alone but not together exactly one passes. Requests wait for each
 * other only where the day's limit is near (`level-usage.ts`). Refuses with LEVEL_…; the day is that of UTC.
 */
export async function useLevel(
  tx: Tx,
  member: KnownMember,
  { operation, amount, counterpartIds }: LevelUse,
  now: Date,
): Promise<Refusal | null> {
  const { level } = member
  const groups = level?.partnerGroups ? await groupsOf(tx, counterpartIds) : []
  const anyway = exceedsLevel(level, operation, amount, 0n, groups)
  // How much is left of the day is told by the sum alone.
  if (!amount || (anyway && anyway.code !== 'LEVEL_AMOUNT_PER_DAY')) return anyway
  const key = [member.memberId, operation, amount.currency, now.toISOString().slice(0, 10)] as const
  const perDay = BigInt(level?.maxPerDay[amount.currency] ?? '0')
  if (!anyway && (await bookInStripe(tx, key, amount.minor, perDay))) return null
  const used = await lockUsage(tx, key)
  const refusal = exceedsLevel(level, operation, amount, used, groups)
  if (refusal) return refusal
  await spreadUsage(tx, key, used + amount.minor, perDay)
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
  const key = [memberId, operation, amount.currency, usedAt.toISOString().slice(0, 10)] as const
  if (await returnToStripe(tx, key, amount.minor)) return
  const used = await lockUsage(tx, key)
  await spreadUsage(tx, key, used > amount.minor ? used - amount.minor : 0n, null)
}
