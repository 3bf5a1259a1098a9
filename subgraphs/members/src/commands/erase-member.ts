import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { memberHint } from '@torihiki/shared/identity/member-hints.ts'
import { hubMemberId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { hasOpenReturn } from '../store/guest-returns.ts'
import { endedStatuses } from '../domain/guest-end.ts'
import type { MembersServices } from '../services.ts'
import { audit } from '../store/audit.ts'
import type { ErasureReason } from '../store/erasures.ts'
import { lockMember, publishMember } from '../store/members.ts'

const inputForm = z.object({ idempotencyKey: form.idempotencyKey, memberId: form.id })

/**
 * Has a member's personal data destroyed on its request (B2): it is shut out at once, and a moment later nothing personal is left; what it
 * did stays on record. For administrators. Refuses the hub, who is erased already, and a person or guest whose purchase goes on.
 */
export async function eraseMember(
  services: MembersServices,
  actor: Actor,
  raw: unknown,
): Promise<{ memberId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'eraseMember', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const member = await lockMember(tx, input.memberId)
    if (!member || member.id === hubMemberId)
      return refuse('NOT_FOUND', 'There is no member with this id to be erased.')
    const begun = await tx.sql('select 1 from erasure where member_id = $1', [member.id])
    if (begun.length > 0) return refuse('WRONG_STATE', 'It is erased, or about to be.', { state: 'ERASED' })
    const open = await tx.sql('select 1 from guest_purchase where member_id = $1 and status <> all ($2) limit 1', [
      member.id,
      endedStatuses,
    ])
    if (open.length > 0)
      return refuse('WRONG_STATE', 'A purchase of it goes on. Erase it when that has ended.', {
        state: 'PURCHASE_OPEN',
      })
    if (await hasOpenReturn(tx, member.id))
      return refuse('WRONG_STATE', 'A return of goods is open, and so is its refund. Erase it when that has ended.', {
        state: 'REFUND_OPEN',
      })
    await beginErasure(tx, services, member.id, 'REQUESTED', actor)
    return { memberId: member.id }
  })
}

/** Shuts the member out and puts on record that its data is to be destroyed. Its row is locked. What follows goes on after any crash. */
export async function beginErasure(
  tx: Tx,
  services: MembersServices,
  memberId: string,
  reason: ErasureReason,
  actor: Actor,
): Promise<void> {
  const now = services.now()
  await tx.sql('insert into erasure (member_id, reason, requested_by, requested_at) values ($1, $2, $3, $4)', [
    memberId,
    reason,
    actor.memberId,
    now,
  ])
  await tx.sql(`update member set status = 'SUSPENDED', version = version + 1, erase_at = null where id = $1`, [
    memberId,
  ])
  await tx.sql('update session set ended_at = coalesce(ended_at, $2) where member_id = $1', [memberId, now])
  await audit(tx, actor, 'eraseMember', memberId, now, reason)
  await publishMember(tx, memberId)
  const sessions = await tx.sql<{ id: string }>('select id from session where member_id = $1', [memberId])
  tx.afterCommit(() =>
    services.hints.publish([memberHint(memberId), ...sessions.map(({ id }) => memberHint(memberId, id))]),
  )
}
