import type { EventPayload, PublishedEvent } from '@torihiki/schema'
import { onceOnly } from '@torihiki/shared/store/inbox.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { endedProgress } from '../store/guest-returns.ts'
import type { MembersServices } from '../services.ts'
import { guestDueAt } from './guest-purchases.ts'

/** How far each step of a return carries it: steps are heard of in any order, and the furthest counts. The last ones end it. */
const progressOf: Readonly<Record<EventPayload<'ReturnProgressed'>['step'], number>> = {
  REQUESTED: 1,
  ACCEPTED: 2,
  GOODS_RETURNED: 3,
  REFUSED: endedProgress,
  WITHDRAWN: endedProgress,
  REFUNDED: endedProgress,
}

/** Takes how a return of goods stands (B15): the data of a guest is kept while one is open (B2), whether it buys or sells. */
export async function takeReturn(services: MembersServices, event: PublishedEvent<'ReturnProgressed'>): Promise<void> {
  const { returnId, buyerId, sellerId, step } = event.payload
  await services.store.transaction((tx) =>
    onceOnly(tx, 'members', event.id, () =>
      waitWith(tx, services, [buyerId, sellerId], (memberId) =>
        tx.sql(
          `insert into guest_return (return_id, member_id, progress) values ($1, $2, $3)
           on conflict (return_id, member_id) do update set progress = greatest(guest_return.progress, excluded.progress)`,
          [returnId, memberId, progressOf[step]],
        ),
      ),
    ),
  )
}

/** Takes until when a consumer may give back by law (B15): a guest's data is kept as long (B2). */
export async function takeCoolingOff(
  services: MembersServices,
  event: PublishedEvent<'CoolingOffBegan'>,
): Promise<void> {
  const { threadId, memberId, until } = event.payload
  await services.store.transaction((tx) =>
    onceOnly(tx, 'members', event.id, () =>
      waitWith(tx, services, [memberId], (id) =>
        tx.sql(
          `insert into guest_cooling_off (member_id, thread_id, until) values ($1, $2, $3)
           on conflict (member_id, thread_id) do update set until = greatest(guest_cooling_off.until, excluded.until)`,
          [id, threadId, until],
        ),
      ),
    ),
  )
}

/** Notes something of those that are persons or guests, and reckons guests' day anew. Rows are locked in id order. */
async function waitWith(
  tx: Tx,
  services: MembersServices,
  memberIds: readonly string[],
  note: (memberId: string) => Promise<unknown>,
): Promise<void> {
  const parties = await tx.sql<{ id: string; registered_at: string; guest: boolean; status: string }>(
    `select id, registered_at, guest, status from member where id = any($1::uuid[]) and (guest or kind = 'PERSON') and status <> 'ERASED'
     order by id for no key update`,
    [memberIds],
  )
  for (const party of parties) {
    await note(party.id)
    if (party.guest && ['ACTIVE', 'PROVISIONAL', 'REJECTED'].includes(party.status))
      await tx.sql('update member set erase_at = $2 where id = $1', [party.id, await guestDueAt(tx, services, party)])
  }
}
