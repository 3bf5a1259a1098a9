import type { PublishedEvent } from '@torihiki/schema'
import { rememberMember } from '@torihiki/shared/identity/known-members.ts'
import { onceOnly } from '@torihiki/shared/store/inbox.ts'
import type { ListingsServices } from '../services.ts'
import { forgetInterests } from '../store/interests.ts'

/** Takes an event of another subgraph, once: who is a member, and what it may do. Others change nothing. */
export async function takeEvent(services: ListingsServices, event: PublishedEvent): Promise<void> {
  await services.store.transaction((tx) =>
    onceOnly(tx, 'listings', event.id, async () => {
      if (event.type !== 'MemberRecorded') return
      if (event.payload.status === 'ERASED') await forgetInterests(tx, event.payload.memberId)
      await rememberMember(tx, event.payload)
    }),
  )
}
