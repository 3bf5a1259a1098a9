import type { EventPayload, PublishedEvent } from '@torihiki/schema'
import { asDate } from '@torihiki/shared/store/sql.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { giveBackOf } from '../store/guest-returns.ts'
import { dueToBeErased } from '../domain/guest-end.ts'
import type { MembersServices } from '../services.ts'

type Guest = { readonly id: string; readonly registered_at: string }
type Buyer = Guest & { readonly guest: boolean; readonly status: string }

/**
 * Notes how purchases of guests, or of persons, stand (B2): what a guest's erasure waits for. A guest whose purchases have all ended
 * is given its day; one whose purchase goes on again, as by a refund, loses it.
 */
export async function notePurchases(
  tx: Tx,
  services: MembersServices,
  facts: readonly PublishedEvent<'CaseProgressed'>[],
): Promise<void> {
  const parties = await tx.sql<Buyer>(
    `select id, registered_at, guest, status from member where id = any($1::uuid[]) and (guest or kind = 'PERSON') order by id for no key update`,
    [facts.flatMap(({ payload }) => [payload.sourceId, payload.partnerId])],
  )
  for (const { payload, at } of facts)
    await notePurchase(
      tx,
      services,
      payload,
      parties.filter(({ id }) => id === payload.sourceId || id === payload.partnerId),
      new Date(at),
    )
}

async function notePurchase(
  tx: Tx,
  services: MembersServices,
  { threadId, version, status }: EventPayload<'CaseProgressed'>,
  parties: readonly Buyer[],
  at: Date,
): Promise<void> {
  for (const party of parties) {
    await tx.sql(
      `insert into guest_purchase (member_id, thread_id, version, status, changed_at) values ($1, $2, $3, $4, $5)
       on conflict (member_id, thread_id) do update set version = excluded.version, status = excluded.status,
         changed_at = case when guest_purchase.status = excluded.status then guest_purchase.changed_at else excluded.changed_at end
       where guest_purchase.version < excluded.version`,
      [party.id, threadId, version, status, at],
    )
    if (party.guest && ['ACTIVE', 'PROVISIONAL', 'REJECTED'].includes(party.status))
      await tx.sql('update member set erase_at = $2 where id = $1', [party.id, await guestDueAt(tx, services, party)])
  }
}

/** When a guest's data is due to be destroyed, by its purchases as they are known and its application; null when that is open. */
export async function guestDueAt(tx: Tx, services: MembersServices, guest: Guest): Promise<Date | null> {
  const waiting = await tx.sql(
    `select 1 from application a join member m on m.id = a.member_id where a.member_id = $1 and a.status = 'OPEN' and m.status = 'ACTIVE'`,
    [guest.id],
  )
  if (waiting.length > 0) return null
  const rows = await tx.sql<{ status: string; changed_at: string }>(
    'select status, changed_at from guest_purchase where member_id = $1',
    [guest.id],
  )
  const purchases = rows.map(({ status, changed_at }) => ({ status, changedAt: asDate(changed_at) }))
  return dueToBeErased(asDate(guest.registered_at), purchases, services.coolingOffDays, await giveBackOf(tx, guest.id))
}
