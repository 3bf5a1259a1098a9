import { hubMemberId } from '@torihiki/shared/ids.ts'
import type { MembersServices } from '../services.ts'
import { destroyPersonal, dueGuests, unfinishedErasures } from '../store/erasures.ts'
import { lockMember, publishMember } from '../store/members.ts'
import { personalOf } from '../store/personal.ts'
import { beginErasure } from './erase-member.ts'
import { guestDueAt } from './guest-purchases.ts'

/** How many guests one turn begins with, and how many erasures it finishes: each is little work, and the next turn comes soon. */
const atOnce = 50

const hub = { memberId: hubMemberId, roles: ['ADMIN'], sessionId: '' }

/**
 * Destroys the personal data of guests whose purchase has ended (B2), and goes on with every erasure that was begun. Each step is on record
 * before the next, and done twice does no harm: who comes after a process that died goes on where it stood.
 */
export async function runErasures(services: MembersServices): Promise<void> {
  await beginDue(services)
  const unfinished = await unfinishedErasures(services.store.query, services.now(), atOnce)
  for (const memberId of unfinished) await finishErasure(services, memberId)
}

async function beginDue(services: MembersServices): Promise<void> {
  const now = services.now()
  await services.store.transaction(async (tx) => {
    for (const guest of await dueGuests(tx, now, atOnce)) {
      // The day was noted when something happened; it is reckoned anew, for the setting may have changed.
      const due = await guestDueAt(tx, services, guest)
      if (due !== null && due <= now)
        await beginErasure(tx, services, guest.id, guest.purchases > 0 ? 'PURCHASE_ENDED' : 'IDLE', hub)
      else await tx.sql('update member set erase_at = $2 where id = $1', [guest.id, due])
    }
  })
}

/** Mail that is kept goes first: where it went is known only while the record can be read. */
async function finishErasure(services: MembersServices, memberId: string): Promise<void> {
  const details = await personalOf((text, p) => services.store.query(text, p), services.personalKeys, memberId)
  const mails = details ? await services.mail.forget(details.mail) : 0
  await services.store.transaction(async (tx) => {
    await lockMember(tx, memberId)
    const [erasure] = await tx.sql<{ finished_at: string | null }>(
      'select finished_at from erasure where member_id = $1 for update',
      [memberId],
    )
    if (!erasure || erasure.finished_at !== null) return
    const now = services.now()
    const destroyed = await destroyPersonal(tx, memberId, now)
    const eventId = await publishMember(tx, memberId)
    await tx.sql('update erasure set destroyed = $2, finished_at = $3, event_id = $4 where member_id = $1', [
      memberId,
      JSON.stringify({ ...destroyed, mails }),
      now,
      eventId,
    ])
  })
}
