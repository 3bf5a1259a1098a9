import type { PublishedEvent } from '@torihiki/schema'
import { onceOnly } from '@torihiki/shared/store/inbox.ts'
import type { MembersServices } from '../services.ts'
import { audit } from '../store/audit.ts'

/** Takes what an operator did for a member in any part of the hub (B14) into the audit trail, where the member sees it. Once. */
export async function takeOperatorAct(
  services: MembersServices,
  event: PublishedEvent<'OperatorActed'>,
): Promise<void> {
  const { operatorId, memberId, channel, operation } = event.payload
  const actor = { memberId, roles: [], sessionId: '', operator: { memberId: operatorId, channel } }
  await services.store.transaction((tx) =>
    onceOnly(tx, 'members', event.id, () => audit(tx, actor, operation, memberId, new Date(event.at))),
  )
}
