import { badCursor, pageFrom, pageOf, type Page, type PageRequest } from '@torihiki/shared/graphql/connection.ts'
import { isId } from '@torihiki/shared/ids.ts'
import type { Store } from '@torihiki/shared/store/store.ts'
import { reservationColumns } from '../store/reservations.ts'
import type { PaymentReservationModel } from './models.ts'

/** What waits for a person's approval (B12), oldest first (ids sort by the time of their making). Its policy lets operators alone in. */
export async function reservationsToApprove(store: Store, page: PageRequest): Promise<Page<PaymentReservationModel>> {
  const { limit, after } = pageOf(page, 1)
  const afterId = after === null ? null : String(after[0])
  if (afterId !== null && !isId(afterId)) throw badCursor()
  const rows = await store.query<PaymentReservationModel>(
    `select ${reservationColumns} from payment_reservation p
     where p.awaits_approval and p.status = 'AUTHORIZING' and p.expires_at > now() and ($1::uuid is null or p.id > $1) order by p.id limit $2`,
    [afterId, limit + 1],
  )
  return pageFrom(
    rows,
    limit,
    after !== null,
    (row) => [row.id],
    (row) => row,
  )
}
