import { feedCursor, feedHead } from '@torihiki/shared/feeds/feed.ts'
import { LiveFeed } from '@torihiki/shared/feeds/live-feed.ts'
import { mapFeed } from '@torihiki/shared/feeds/map-feed.ts'
import { pageByInstant, pageFrom } from '@torihiki/shared/graphql/connection.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { moneyOf, moneyText } from '@torihiki/shared/money.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import { matchFeed, type MatchBody } from '../domain/match-feed.ts'
import { usualTimes } from '../commands/set-digest-schedule.ts'
import { scheduleOf, timesOfSchedule } from '../store/digests.ts'
import { interestsOf } from '../store/interests.ts'
import { readMatches } from '../store/matches.ts'
import type { Context } from './context.ts'
import { viewerCarts } from './cart-types.ts'
import { viewerItems } from './item-types.ts'
import { viewerShops } from './shop-types.ts'
import type { Resolvers } from './generated.ts'
import type { InterestModel, OpportunityMatchChangeModel } from './models.ts'

/** A member's schedule as it is shown: the usual one when it never said otherwise. */
export async function digestScheduleOf({ services: { store } }: Context, memberId: string) {
  const row = await scheduleOf((text, p) => store.query(text, p), memberId)
  const times = row ? timesOfSchedule(row) : usualTimes
  return { ...times, language: row?.language ?? 'en', nextAt: asDateOrNull(row?.next_at) }
}

/** What a signed-in member sees of its interests. A viewer that is not the actor is not resolved. */
const viewer: Resolvers['Viewer'] = {
  __resolveReference: async ({ id }: { id: string }, { actor }: Context) =>
    actor?.memberId === id ? { __typename: 'Viewer' as const, id } : null,
  shops: viewerShops,
  items: viewerItems,
  carts: viewerCarts,
  interests: ({ id }, _args, { services: { store } }) => interestsOf((text, p) => store.query(text, p), id),
  digestSchedule: ({ id }, _args, context) => digestScheduleOf(context, id),
  opportunityMatches: async ({ id }, args, { services: { store } }) => {
    const { limit, at, id: afterId } = pageByInstant(args)
    const sql: typeof store.query = (text, p) => store.query(text, p)
    // The head is read first: what comes between it and the list is in both, and in neither missed.
    const { epoch, head } = await feedHead(sql, matchFeed(id))
    const rows = await readMatches(sql, id, at, afterId, limit + 1)
    const page = pageFrom(
      rows,
      limit,
      at !== null,
      (row) => [asDate(row.found_at).toISOString(), row.id],
      (row) => row,
    )
    return { ...page, headCursor: feedCursor(matchFeed(id), epoch, head) }
  },
}

const kinds = { STARTED: 'FEED_STARTED', SNAPSHOT: 'SNAPSHOT_NEEDED' } as const

function bodyOf({ message }: OpportunityMatchChangeModel): MatchBody | null {
  return message.kind === 'ENTRY' ? (message.entry.body as MatchBody) : null
}

async function loadInterests(context: Context, ids: readonly string[]): Promise<InterestModel[]> {
  const found = await context.services.loadInterest.loadMany(ids)
  return found.filter((each): each is InterestModel => each !== null && !(each instanceof Error))
}

async function loadInterest(context: Context, id: string): Promise<InterestModel> {
  const [found] = await loadInterests(context, [id])
  if (!found) throw new Error(`Interest ${id} is referred to, but not there.`)
  return found
}

const budget = (minor: string | null, currency: string | null) =>
  minor !== null && currency !== null ? moneyText(moneyOf(minor, currency)) : null

/** Interests, what they find, and the live feed of it. Only the actor's own: the feed's name is made from the actor. */
export const interestTypes: Pick<
  Resolvers,
  'Viewer' | 'Interest' | 'OpportunityMatch' | 'OpportunityMatchChange' | 'Subscription'
> = {
  Viewer: viewer,
  Interest: {
    publisher: ({ publisher_id: id }) => (id === null ? null : { __typename: 'Member', id }),
    budgetAtLeast: (row) => budget(row.budget_at_least, row.budget_currency),
    budgetAtMost: (row) => budget(row.budget_at_most, row.budget_currency),
    registeredAt: (row) => asDate(row.registered_at),
  },
  OpportunityMatch: {
    interest: (row, _args, context) => loadInterest(context, row.interest_id),
    opportunity: (row, _args, { services }) => services.loadOpportunity.load(row.opportunity_id),
    foundAt: (row) => asDate(row.found_at),
  },
  OpportunityMatchChange: {
    cursor: ({ message }) => message.cursor,
    at: ({ message }) => (message.kind === 'ENTRY' ? message.entry.at : message.at),
    kind: ({ message }) =>
      message.kind === 'ENTRY' ? (message.entry.kind as 'NEW_MATCH' | 'MATCH_CHANGED') : kinds[message.kind],
    interests: (change, _args, context) => loadInterests(context, bodyOf(change)?.interestIds ?? []),
    revision: (change) => bodyOf(change)?.revision ?? null,
    opportunity: ({ message }, _args, { services }) =>
      message.kind === 'ENTRY' ? services.loadOpportunity.load(message.entry.subject) : null,
  },
  Subscription: {
    opportunityMatched: {
      subscribe: (_root, { after }, context) => {
        const { store, watch } = context.services
        const feed = new LiveFeed(store, watch, matchFeed(actorOf(context).memberId), after ?? null)
        return mapFeed(feed, (message): { opportunityMatched: OpportunityMatchChangeModel } => ({
          opportunityMatched: { message },
        }))
      },
    },
  },
}

/** An interest that a command has just changed. */
export const interestOf = loadInterest
