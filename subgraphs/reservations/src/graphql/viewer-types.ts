import { feedCursor, feedHead } from '@torihiki/shared/feeds/feed.ts'
import { badCursor, badRequest, pageFrom, pageOf } from '@torihiki/shared/graphql/connection.ts'
import { isId } from '@torihiki/shared/ids.ts'
import type { Store } from '@torihiki/shared/store/store.ts'
import { reservationFeed } from '../commands/change-reservation.ts'
import type { ReservationStatus } from '../domain/reservation.ts'
import { inspectionTasksOf, reservationColumns } from '../store/reservations.ts'
import { readBills } from './bill-types.ts'
import type { Resolvers } from './generated.ts'
import { readReferrals } from './referral-types.ts'
import { readGifts, readGuarantees, readPools, readTaken } from './guarantee-reading.ts'
import type { LedgerAccountModel, PaymentMethodModel, PaymentReservationModel } from './models.ts'

/** What a signed-in member sees of its payments. A viewer that is not the actor is not resolved. */
export const viewerTypes: Pick<Resolvers, 'Viewer'> = {
  Viewer: {
    __resolveReference: async ({ id }: { id: string }, { actor }: { actor: { memberId: string } | null }) =>
      actor?.memberId === id ? { __typename: 'Viewer', id } : null,
    paymentMethods: ({ id }, _args, { services }) =>
      services.store.query<PaymentMethodModel>('select * from payment_method where member_id = $1 order by id', [id]),
    accounts: ({ id }, _args, { services }) =>
      services.store.query<LedgerAccountModel>(
        `select * from account_state where owner = $1 and kind in ('DEPOSIT', 'CREDIT') order by kind desc, currency`,
        [id],
      ),
    gifts: ({ id }, args, { services }) => readGifts(services.store, id, args),
    guarantees: ({ id }, args, { services }) => readGuarantees(services.store, id, args),
    guaranteePools: ({ id }, args, { services }) => readPools(services.store, id, args),
    paymentsTaken: ({ id }, args, { services }) => readTaken(services.store, id, args),
    creditBills: ({ id }, page, { services }) => readBills(services.store, id, page),
    referrals: ({ id }, args, { services }) => readReferrals(services.store, id, args),
    inspectionsToConfirm: async ({ id }, page, { services }) => {
      const { limit, after } = pageOf(page, 1)
      const afterId = after === null ? null : String(after[0])
      if (afterId !== null && !isId(afterId)) throw badCursor()
      const rows = await inspectionTasksOf((text, p) => services.store.query(text, p), id, afterId, limit + 1)
      return pageFrom(
        rows,
        limit,
        after !== null,
        (row) => [row.id],
        (row) => row,
      )
    },
    reservations: async ({ id }, { status, ...page }, { services }) => {
      const { limit, after } = pageOf(page, 1)
      const afterId = after === null ? null : String(after[0])
      if (afterId !== null && !isId(afterId))
        throw badRequest(
          'BAD_CURSOR',
          'The cursor is not one of this list. Take endCursor of the page before, or leave it out.',
        )
      const { rows, headCursor } = await readPage(services.store, id, limit + 1, afterId, status ?? null)
      return {
        ...pageFrom(
          rows,
          limit,
          after !== null,
          (row) => [row.id],
          (row) => row,
        ),
        headCursor,
      }
    },
  },
}

/**
 * Newest first (ids sort by the time of their making), from one snapshot with the feed's head: who subscribes after the head cursor
 * misses nothing that the page lacks.
 */
async function readPage(
  store: Store,
  memberId: string,
  take: number,
  afterId: string | null,
  status: readonly ReservationStatus[] | null,
) {
  const feed = reservationFeed(memberId)
  await feedHead((text, p) => store.query(text, p), feed)
  return store.transaction(async (tx) => {
    await tx.sql('set transaction isolation level repeatable read')
    const side = (column: string): string =>
      `(select ${reservationColumns} from payment_reservation p where p.${column} = $1 and ($2::uuid is null or p.id < $2)
        and ($3::text[] is null or p.status = any($3)) order by p.id desc limit $4)`
    const rows = await tx.sql<PaymentReservationModel>(
      `${side('payer_id')} union ${side('payee_id')} order by id desc limit $4`,
      [memberId, afterId, status, take],
    )
    const { epoch, head } = await feedHead((text, p) => tx.sql(text, p), feed)
    return { rows, headCursor: feedCursor(feed, epoch, head) }
  })
}
