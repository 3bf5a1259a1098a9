import { LiveFeed, type FeedMessage } from '@torihiki/shared/feeds/live-feed.ts'
import { mapFeed } from '@torihiki/shared/feeds/map-feed.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { caseFeed } from '../views/sides.ts'
import { rebuildSubscription } from './rebuild-types.ts'
import type { Resolvers } from './generated.ts'
import type { CaseChangeModel } from './models.ts'

/** The live feed of a member's view. Only its own: the feed's name is made from the actor. */
export const subscription: Resolvers['Subscription'] = {
  ...rebuildSubscription,
  caseChanged: {
    subscribe: async (_root, { view, after, caseId }, context) => {
      const { store, watch } = context.services
      const feed = new LiveFeed(store, watch, caseFeed(view, actorOf(context).memberId), after ?? null)
      const wanted = caseId ? new Set(await threadsOfCase(store, caseId)) : null
      return mapFeed(feed, (message): { caseChanged: CaseChangeModel } | null =>
        wanted && message.kind === 'ENTRY' && !wanted.has(message.entry.subject)
          ? null
          : { caseChanged: { message, side: view } },
      )
    },
  },
}

async function threadsOfCase(
  store: { query<T>(text: string, parameters: unknown[]): Promise<T[]> },
  caseId: string,
): Promise<string[]> {
  const rows = await store.query<{ id: string }>('select id from case_thread where case_id = $1', [caseId])
  return rows.map((row) => row.id)
}

type Body = { event: string; statusBefore: string | null; statusAfter: string; version: number }

function bodyOf(message: FeedMessage): Body | null {
  return message.kind === 'ENTRY' ? (message.entry.body as Body) : null
}

const kinds = { STARTED: 'FEED_STARTED', SNAPSHOT: 'SNAPSHOT_NEEDED' } as const

/** An event carries the change as it was; `thread` is the thread as it is now. */
export const caseChangeType: Pick<Resolvers, 'CaseChange'> = {
  CaseChange: {
    cursor: ({ message }) => message.cursor,
    at: ({ message }) => (message.kind === 'ENTRY' ? message.entry.at : message.at),
    kind: ({ message }) =>
      message.kind === 'ENTRY' ? (message.entry.kind as 'CASE_ADDED' | 'CASE_CHANGED') : kinds[message.kind],
    event: ({ message }) => (bodyOf(message)?.event ?? null) as never,
    statusBefore: ({ message }) => (bodyOf(message)?.statusBefore ?? null) as never,
    statusAfter: ({ message }) => (bodyOf(message)?.statusAfter ?? null) as never,
    version: ({ message }) => bodyOf(message)?.version ?? null,
    thread: ({ message }, _args, context) =>
      message.kind === 'ENTRY' ? context.services.load.thread.load(message.entry.subject) : null,
  },
}
