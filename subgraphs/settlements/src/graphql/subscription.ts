import { LiveFeed, type FeedMessage } from '@torihiki/shared/feeds/live-feed.ts'
import { mapFeed } from '@torihiki/shared/feeds/map-feed.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { z } from 'zod'
import { obligationFeed } from '../commands/change-obligations.ts'
import type { ObligationStatus } from '../domain/states.ts'
import type { Resolvers } from './generated.ts'
import type { ObligationChangeModel } from './models.ts'

/** The live feed of a member's obligations. Only its own: the feed's name is made from the actor. */
export const subscription: Resolvers['Subscription'] = {
  obligationChanged: {
    subscribe: (_root, { after }, context) => {
      const { store, watch } = context.services
      const feed = new LiveFeed(store, watch, obligationFeed(actorOf(context).memberId), after ?? null)
      return mapFeed(feed, (message): { obligationChanged: ObligationChangeModel } => ({
        obligationChanged: { message },
      }))
    },
  },
}

const status = z.enum(['OPEN', 'IN_WINDOW', 'ADVANCED', 'SETTLED', 'REVERSED'])
const body = z.object({ statusBefore: status.nullable(), statusAfter: status })

function bodyOf(message: FeedMessage): { statusBefore: ObligationStatus | null; statusAfter: ObligationStatus } | null {
  return message.kind === 'ENTRY' ? body.parse(message.entry.body) : null
}

const kinds = { STARTED: 'FEED_STARTED', SNAPSHOT: 'SNAPSHOT_NEEDED', ENTRY: 'OBLIGATION_CHANGED' } as const

/** An event carries the change as it was; `obligation` is as it is now. */
export const obligationChangeType: Pick<Resolvers, 'ObligationChange'> = {
  ObligationChange: {
    cursor: ({ message }) => message.cursor,
    at: ({ message }) => (message.kind === 'ENTRY' ? message.entry.at : message.at),
    kind: ({ message }) => kinds[message.kind],
    statusBefore: ({ message }) => bodyOf(message)?.statusBefore ?? null,
    statusAfter: ({ message }) => bodyOf(message)?.statusAfter ?? null,
    obligation: ({ message }, _args, { services }) =>
      message.kind === 'ENTRY' ? services.load.obligation.load(message.entry.subject) : null,
  },
}
