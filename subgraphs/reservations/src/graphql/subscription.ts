import { LiveFeed, type FeedMessage } from '@torihiki/shared/feeds/live-feed.ts'
import { mapFeed } from '@torihiki/shared/feeds/map-feed.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { reservationFeed } from '../commands/change-reservation.ts'
import type { ReservationStatus } from '../domain/reservation.ts'
import type { Resolvers } from './generated.ts'
import type { ReservationChangeModel } from './models.ts'

/** The live feed of a member's reservations. Only its own: the feed's name is made from the actor. */
export const subscription: Resolvers['Subscription'] = {
  reservationChanged: {
    subscribe: async (_root, { after, reservationId }, context) => {
      const { store, watch } = context.services
      const feed = new LiveFeed(store, watch, reservationFeed(actorOf(context).memberId), after ?? null)
      return mapFeed(feed, (message): { reservationChanged: ReservationChangeModel } | null =>
        reservationId && message.kind === 'ENTRY' && message.entry.subject !== reservationId
          ? null
          : { reservationChanged: { message } },
      )
    },
  },
}

type Body = { statusBefore: ReservationStatus | null; statusAfter: ReservationStatus }

function bodyOf(message: FeedMessage): Body | null {
  return message.kind === 'ENTRY' ? (message.entry.body as Body) : null
}

const kinds = { STARTED: 'FEED_STARTED', SNAPSHOT: 'SNAPSHOT_NEEDED', ENTRY: 'RESERVATION_CHANGED' } as const

/** An event carries the change as it was; `reservation` is the reservation as it is now. */
export const reservationChangeType: Pick<Resolvers, 'ReservationChange'> = {
  ReservationChange: {
    cursor: ({ message }) => message.cursor,
    at: ({ message }) => (message.kind === 'ENTRY' ? message.entry.at : message.at),
    kind: ({ message }) => kinds[message.kind],
    statusBefore: ({ message }) => bodyOf(message)?.statusBefore ?? null,
    statusAfter: ({ message }) => bodyOf(message)?.statusAfter ?? null,
    // A request's loader would answer later events with the first one's state.
    reservation: ({ message }, _args, { services: { load } }) => {
      if (message.kind !== 'ENTRY') return null
      const { subject: id } = message.entry
      load.authorization.clear(id)
      load.referralOfReservation.clear(id)
      return load.reservation.clear(id).load(id)
    },
  },
}
