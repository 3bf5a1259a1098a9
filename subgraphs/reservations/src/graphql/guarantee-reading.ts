import { badCursor, pageFrom, pageOf, type Page, type PageRequest } from '@torihiki/shared/graphql/connection.ts'
import { isId } from '@torihiki/shared/ids.ts'
import type { Store } from '@torihiki/shared/store/store.ts'
import type { GuaranteeStatus } from '../domain/guarantee.ts'
import { giftColumns } from '../store/gifts.ts'
import { guaranteeColumns } from '../store/guarantees.ts'
import { poolColumns } from '../store/pools.ts'
import type { GiftModel, GuaranteeModel, GuaranteePoolModel, TakenPaymentModel } from './models.ts'

/** Whom a guarantee `g` concerns: the merchant ($2) from the grant on, when there is something to rely on. */
export const concernsActor = `(g.payer_id = $2 or g.guarantor_id = $2 or g.approver_id = $2 or (g.payee_id = $2 and g.transaction_number is not null))`

/** A payment by number `t` as its institution sees it, with the number `g` that was quoted. */
export const takenColumns = `t.id, t.institution_id, t.creditor_id, t.minor, t.currency, t.reference, t.taken_by, t.at, g.transaction_number`
/** Of the institutions that took one; that a guarantor was called upon is no payment that it took. */
export const takenFrom = `guarantee_payment t join guarantee g on g.id = t.guarantee_id and t.kind <> 'INVOCATION'`

const columnOfPart = {
  PAYER: 'payer_id',
  PAYEE: 'payee_id',
  GUARANTOR: 'guarantor_id',
  APPROVER: 'approver_id',
} as const

/** Which part a member has in the guarantees of a list. */
export type GuaranteePart = keyof typeof columnOfPart

/** A page of a member's guarantees by its part in them, newest first (ids sort by the time of their making). */
export async function readGuarantees(
  store: Store,
  memberId: string,
  {
    part,
    status,
    ...page
  }: PageRequest & { part: GuaranteePart; status?: readonly GuaranteeStatus[] | null | undefined },
): Promise<Page<GuaranteeModel>> {
  // That a payer paid its guarantor later, or owes another, is not the merchant's to know: to it the guarantee stays INVOKED.
  const shown =
    part === 'PAYEE' ? `case when g.status in ('REPAID', 'SOLD') then 'INVOKED' else g.status end` : 'g.status'
  const granted = part === 'PAYEE' ? 'and g.transaction_number is not null' : ''
  return newestFirst(page, (afterId, take) =>
    store.query<GuaranteeModel>(
      `select ${guaranteeColumns} from guarantee g where g.${columnOfPart[part]} = $1 ${granted} and ($2::uuid is null or g.id < $2)
         and ($3::text[] is null or ${shown} = any($3)) order by g.id desc limit $4`,
      [memberId, afterId, status ?? null, take],
    ),
  )
}

const columnOfGiftPart = {
  PAYER: 'payer_id',
  MERCHANT: 'merchant_id',
  HANDLER: 'handler_id',
  RECIPIENT: 'recipient_id',
} as const

/** A page of a member's gifts by its part in them, newest first (B11). */
export async function readGifts(
  store: Store,
  memberId: string,
  { part, ...page }: PageRequest & { part: keyof typeof columnOfGiftPart },
): Promise<Page<GiftModel>> {
  return newestFirst(page, (afterId, take) =>
    store.query<GiftModel>(
      `select ${giftColumns} from gift f where f.${columnOfGiftPart[part]} = $1 and ($2::uuid is null or f.id < $2) order by f.id desc limit $3`,
      [memberId, afterId, take],
    ),
  )
}

/** A page of the pools that a member granted or holds, newest first. */
export async function readPools(store: Store, memberId: string, page: PageRequest): Promise<Page<GuaranteePoolModel>> {
  return newestFirst(page, (afterId, take) =>
    store.query<GuaranteePoolModel>(
      `select ${poolColumns} from guarantee_pool q where (q.guarantor_id = $1 or q.holder_id = $1) and q.version > 0
         and ($2::uuid is null or q.id < $2) order by q.id desc limit $3`,
      [memberId, afterId, take],
    ),
  )
}

/** A page of what a payment institution took by transaction number, newest first. */
export async function readTaken(store: Store, memberId: string, page: PageRequest): Promise<Page<TakenPaymentModel>> {
  return newestFirst(page, (afterId, take) =>
    store.query<TakenPaymentModel>(
      `select ${takenColumns} from ${takenFrom} where t.institution_id = $1 and ($2::uuid is null or t.id < $2) order by t.id desc limit $3`,
      [memberId, afterId, take],
    ),
  )
}

async function newestFirst<R extends { id: string }>(
  page: PageRequest,
  read: (afterId: string | null, take: number) => Promise<R[]>,
): Promise<Page<R>> {
  const { limit, after } = pageOf(page, 1)
  const afterId = after === null ? null : String(after[0])
  if (afterId !== null && !isId(afterId)) throw badCursor()
  return pageFrom(
    await read(afterId, limit + 1),
    limit,
    after !== null,
    (row) => [row.id],
    (row) => row,
  )
}
