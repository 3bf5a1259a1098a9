import type { PublishedEvent } from '@torihiki/schema'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { matchFeed, type MatchBody } from '../domain/match-feed.ts'
import type { ListingsServices } from '../services.ts'
import { makeDueAtOnce } from '../store/digests.ts'
import { insertMatches, metInterests, tokensToMatch, type MetInterest } from '../store/matches.ts'

/** How many met interests one transaction records: a popular opportunity is told in several. */
export const matchBatch = 1_000
const beforeAll = '00000000-0000-0000-0000-000000000000'

/**
 * Takes OpportunityRecorded (consumer `interest-matching`): compares the opportunity with the interests of members (A2), and tells
 * each member once, in its feed and for its digest. Delivered again, or broken off in between, it records what is missing: a match
 * is unique by interest, opportunity and revision. An older revision than the present one is left to the event of that.
 */
export async function takeInterestEvent(
  services: ListingsServices,
  event: PublishedEvent,
  batch: number = matchBatch,
): Promise<void> {
  if (event.type !== 'OpportunityRecorded') return
  const { opportunityId: id, revision } = event.payload
  const sql: Tx['sql'] = (text, p) => services.store.query(text, p)
  const tokens = await tokensToMatch(sql, id, revision, services.now())
  if (tokens === null) return
  for (let after = beforeAll; ;) {
    const met = await metInterests(sql, { id, revision }, tokens, after, batch)
    const whole = met.length < batch ? met : withoutLastMember(met)
    await services.store.transaction((tx) => recordMatches(tx, services, { id, revision }, whole))
    const last = whole.at(-1)
    if (met.length < batch || !last) return
    after = last.member_id
  }
}

/** The last member's interests may go on beyond the batch: it is told of all of them together, in the next. */
function withoutLastMember(met: readonly MetInterest[]): readonly MetInterest[] {
  const last = met.at(-1)?.member_id
  const before = met.filter(({ member_id }) => member_id !== last)
  return before.length > 0 ? before : met
}

async function recordMatches(
  tx: Tx,
  services: ListingsServices,
  opportunity: { id: string; revision: number },
  met: readonly MetInterest[],
): Promise<void> {
  if (met.length === 0) return
  const now = services.now()
  const recorded = await insertMatches(tx, opportunity, met, now)
  const told = new Map(met.map((each) => [each.member_id, each.told]))
  const feeds: string[] = []
  for (const [memberId, matches] of Map.groupBy(recorded, (each) => each.member_id)) {
    const body: MatchBody = { interestIds: matches.map((each) => each.interest_id), revision: opportunity.revision }
    const kind = told.get(memberId) ? 'MATCH_CHANGED' : 'NEW_MATCH'
    const feed = matchFeed(memberId)
    tx.append(feed, [{ at: now, kind, subject: opportunity.id, body }])
    feeds.push(feed)
  }
  await makeDueAtOnce(tx, [...told.keys()], now)
  tx.afterCommit(() => services.hints.publish(feeds))
}
