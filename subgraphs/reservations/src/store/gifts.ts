import { destroyPersonalKey, ensurePersonalKey, personalKeyOf } from '@torihiki/shared/identity/personal-keys.ts'
import { openWith, sealWith, type Sealer } from '@torihiki/shared/identity/seal.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { GiftHandling, GiftStatus } from '../domain/gift.ts'

/** A gift's row, its day as text. `sealed`: name and address, under the gift's own key. */
export type GiftRow = {
  readonly id: string
  readonly thread_id: string
  readonly payer_id: string
  readonly merchant_id: string
  readonly recipient_id: string | null
  readonly sealed: string | null
  readonly receipt_is_inspection: boolean
  readonly handler_id: string | null
  readonly handling: GiftHandling | null
  readonly status: GiftStatus
  readonly received_on: string | null
}

/** The columns of a gift `f`. */
export const giftColumns = `f.id, f.thread_id, f.payer_id, f.merchant_id, f.recipient_id, f.sealed, f.receipt_is_inspection, f.handler_id,
  f.handling, f.status, f.received_on::text as received_on`

/** Who a recipient is that is no member, or where a member gets it. */
export type Addressee = {
  readonly name: string | null
  readonly address: string | null
  readonly telephone: string | null
}

/** The gift of a locked thread, its row locked; null when there is none. */
export async function lockGiftOfThread(tx: Tx, threadId: string): Promise<GiftRow | null> {
  const [row] = await tx.sql<GiftRow>(`select ${giftColumns} from gift f where f.thread_id = $1 for no key update`, [
    threadId,
  ])
  return row ?? null
}

/** A gift by its id, its row locked. After its thread. */
export async function lockGift(tx: Tx, id: string): Promise<GiftRow | null> {
  const [row] = await tx.sql<GiftRow>(`select ${giftColumns} from gift f where f.id = $1 for no key update`, [id])
  return row ?? null
}

/** The thread of a gift, or null. */
export async function threadOfGift(tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx.sql<{ thread_id: string }>('select thread_id from gift where id = $1', [id])
  return row?.thread_id ?? null
}

export type NewGift = {
  id: string
  threadId: string
  payerId: string
  merchantId: string
  recipientId: string | null
  sealed: string | null
  receiptIsInspection: boolean
  forgetAt: Date
}

/** Records to whom the goods of a locked thread go; said anew it takes the place of what was said before. */
export async function saveGift(tx: Tx, g: NewGift): Promise<void> {
  await tx.sql(
    `insert into gift (id, thread_id, payer_id, merchant_id, recipient_id, sealed, receipt_is_inspection, status, forget_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'ADDRESSED', $8)
     on conflict (id) do update set recipient_id = excluded.recipient_id, sealed = excluded.sealed,
       receipt_is_inspection = excluded.receipt_is_inspection, forget_at = excluded.forget_at`,
    [g.id, g.threadId, g.payerId, g.merchantId, g.recipientId, g.sealed, g.receiptIsInspection, g.forgetAt],
  )
}

/** What a step changes of a gift besides its state; what is not named stays. */
export type GiftChange = {
  readonly handlerId?: string
  readonly handling?: GiftHandling
  readonly receivedOn?: string
  readonly forgetAt?: Date
}

/** Writes the state that a locked gift has come to. */
export async function updateGift(tx: Tx, id: string, status: GiftStatus, change: GiftChange): Promise<void> {
  await tx.sql(
    `update gift set status = $2, handler_id = coalesce($3, handler_id), handling = coalesce($4, handling),
       received_on = coalesce($5, received_on), forget_at = coalesce($6, forget_at) where id = $1`,
    [id, status, change.handlerId ?? null, change.handling ?? null, change.receivedOn ?? null, change.forgetAt ?? null],
  )
}

/** Appends a step to a locked gift: what was said, by whom, and the operator who did it for that member. */
export async function insertGiftStep(
  tx: Tx,
  giftId: string,
  step: { kind: GiftStatus; byId: string; operatorId: string | null; at: Date },
): Promise<void> {
  await tx.sql(
    `insert into gift_step (gift_id, nth, kind, by_id, operator_id, at)
     select $1, count(*) + 1, $2, $3::uuid, $4::uuid, $5::timestamptz from gift_step where gift_id = $1`,
    [giftId, step.kind, step.byId, step.operatorId, step.at],
  )
}

const about = (giftId: string): string => `addressee/${giftId}`

/** Seals name and address under a key of the gift's own, as text: it is made here, and with it they are destroyed (B2, decision 010). */
export async function sealAddressee(tx: Tx, sealer: Sealer, giftId: string, addressee: Addressee): Promise<string> {
  const key = await ensurePersonalKey(tx, sealer, giftId)
  return sealWith(key, Buffer.from(JSON.stringify(addressee)), about(giftId)).toString('base64')
}

/** Name and address of a gift's recipient; null when there are none, or they were destroyed. */
export async function openAddressee(
  sql: Tx['sql'],
  sealer: Sealer,
  { id, sealed }: Pick<GiftRow, 'id' | 'sealed'>,
): Promise<Addressee | null> {
  const key = sealed === null ? null : await personalKeyOf(sql, sealer, id)
  const opened = key && openWith(key, Buffer.from(sealed ?? '', 'base64'), about(id))
  return opened ? (JSON.parse(opened.toString('utf8')) as Addressee) : null
}

/** Destroys name and address of gifts; that there were gifts, and all that was said of them, stays. */
export async function forgetAddressees(tx: Tx, giftIds: readonly string[]): Promise<void> {
  for (const id of giftIds) await destroyPersonalKey(tx, id)
  await tx.sql('update gift set sealed = null, forget_at = null where id = any($1::uuid[])', [giftIds])
}

/** The gifts that a payer has addressed, their rows locked in id order. */
export async function lockGiftsOfPayer(tx: Tx, payerId: string): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>(
    'select id from gift where payer_id = $1 and sealed is not null order by id for no key update',
    [payerId],
  )
  return rows.map(({ id }) => id)
}

/** Gifts whose name and address are to be destroyed by the database's clock, locked; those that another sweep has are passed over. */
export async function lockGiftsToForget(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>(
    'select id from gift where forget_at <= now() order by forget_at limit $1 for no key update skip locked',
    [limit],
  )
  return rows.map(({ id }) => id)
}

/** The thread has ended: name and address of its gift are destroyed at that time. */
export async function forgetSoon(tx: Tx, threadId: string, at: Date): Promise<void> {
  await tx.sql('update gift set forget_at = $2 where thread_id = $1 and sealed is not null', [threadId, at])
}
