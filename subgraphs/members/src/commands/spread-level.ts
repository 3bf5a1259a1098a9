import type { EventPayload, PublishedEvent } from '@torihiki/schema'
import { onceOnly } from '@torihiki/shared/store/inbox.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { MembersServices } from '../services.ts'
import { shareLevel } from '../store/levels.ts'
import { publishMember } from '../store/members.ts'

/** How many members of a changed level are told in one transaction: a level may have any number of them. */
export const spreadBatch = 200

/** Takes what this subgraph publishes to itself: a level that was changed is told on for its next members, with the event for those after. */
export async function takeLevelChange(
  services: MembersServices,
  event: PublishedEvent<'AuthenticationLevelChanged'>,
): Promise<void> {
  const { payload } = event
  await services.store.transaction((tx) => onceOnly(tx, 'members', event.id, () => spreadOn(tx, payload)))
}

/** Tells the next members of a level as new versions of themselves. A newer version of the level has begun from the first again. */
async function spreadOn(
  tx: Tx,
  { code, version, afterMemberId }: EventPayload<'AuthenticationLevelChanged'>,
): Promise<void> {
  const level = await shareLevel(tx, code)
  if (level?.version !== version) return
  const rows = await tx.sql<{ id: string }>(
    `select id from member where level_code = $1 and ($2::uuid is null or id > $2) order by id limit $3 for no key update`,
    [code, afterMemberId, spreadBatch],
  )
  const ids = rows.map(({ id }) => id)
  await tx.sql('update member set version = version + 1 where id = any($1::uuid[])', [ids])
  for (const id of ids) await publishMember(tx, id)
  const last = ids.at(-1)
  if (last !== undefined && ids.length === spreadBatch)
    await tx.publish('AuthenticationLevelChanged', { code, version, afterMemberId: last })
}
