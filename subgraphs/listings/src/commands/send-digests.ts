import { newId } from '@torihiki/shared/ids.ts'
import { moneyOf } from '@torihiki/shared/money.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { digestLetter, mostListed, type DigestItem } from '../domain/digest-letter.ts'
import { nextDigest } from '../domain/digest-schedule.ts'
import type { ListingsServices } from '../services.ts'
import {
  beginAttempt,
  claimMatches,
  digestItems,
  dueMembers,
  endAttempt,
  lockDue,
  moveSchedule,
  owedDigests,
  timesOfSchedule,
  type DigestItemRow,
  type OwedDigest,
} from '../store/digests.ts'

/** How many digests one turn claims and sends; the next goes on. */
export const digestBatch = 200
/** How often a digest is tried at most. With the waits below that takes a day; then people have to look. */
export const mostAttempts = 12
/** How long an attempt may take until another counts it as broken off; after a fault the wait doubles each time. */
export const firstWaitMs = 30_000
const longestWaitMs = 4 * 3_600_000

/**
 * Claims the digests that are due (A2): each with its matches in one transaction, once for a period of a member. Without matches
 * there is no digest. Two at once claim nothing twice.
 * @returns how many were claimed
 */
export async function claimDigests(services: ListingsServices): Promise<number> {
  const sql: Tx['sql'] = (text, p) => services.store.query(text, p)
  let claimed = 0
  for (const memberId of await dueMembers(sql, services.now(), digestBatch)) {
    if (await services.store.transaction((tx) => claimOne(tx, memberId, services.now()))) claimed++
  }
  return claimed
}

async function claimOne(tx: Tx, memberId: string, now: Date): Promise<boolean> {
  const schedule = await lockDue(tx, memberId, now)
  if (!schedule) return false
  const id = newId(now.getTime())
  const period = schedule.frequency === 'AT_ONCE' ? `AT_ONCE ${id}` : (schedule.next_period ?? '')
  const claimed = await claimMatches(tx, { id, schedule, period, now })
  await moveSchedule(tx, memberId, nextDigest(timesOfSchedule(schedule), now))
  return claimed
}

/**
 * Sends the digests that are owed. The attempt is on record before it is made; whoever comes after a process that died tries again
 * under the same message id, by which the sender of mail knows it. One with nothing left to tell is dropped.
 * @returns how many were sent
 */
export async function sendDigests(services: ListingsServices): Promise<number> {
  const sql: Tx['sql'] = (text, p) => services.store.query(text, p)
  let sent = 0
  for (const id of await owedDigests(sql, services.now(), mostAttempts, digestBatch)) {
    const now = services.now()
    const digest = await beginAttempt(sql, id, now, new Date(now.getTime() + firstWaitMs))
    if (digest && (await sendOne(services, digest))) sent++
  }
  return sent
}

async function sendOne(services: ListingsServices, digest: OwedDigest): Promise<boolean> {
  const sql: Tx['sql'] = (text, p) => services.store.query(text, p)
  const now = services.now()
  const rows = await digestItems(sql, digest, now, mostListed)
  const letter = digestLetter({
    language: digest.language,
    timeZone: digest.time_zone,
    items: rows.map(itemOf),
    total: rows[0]?.total ?? 0,
  })
  try {
    const reached =
      rows.length > 0 &&
      (await services.mail.send(digest.member_id, {
        messageId: `digest.${digest.id}@torihiki`,
        language: digest.language,
        at: asDate(digest.claimed_at),
        ...letter,
      }))
    await endAttempt(sql, digest.id, reached ? { sentAt: now } : { droppedAt: now })
    return reached
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error)
    const wait = Math.min(firstWaitMs * 2 ** (digest.attempt - 1), longestWaitMs)
    await endAttempt(sql, digest.id, { fault, again: new Date(now.getTime() + wait) })
    services.log?.warn(
      { digestId: digest.id, attempt: digest.attempt, last: digest.attempt >= mostAttempts, fault },
      'A digest could not be sent.',
    )
    return false
  }
}

function itemOf(row: DigestItemRow): DigestItem {
  return {
    ...row,
    budget: row.budget_minor && row.budget_currency ? moneyOf(row.budget_minor, row.budget_currency) : null,
    validUntil: asDateOrNull(row.valid_until),
  }
}
