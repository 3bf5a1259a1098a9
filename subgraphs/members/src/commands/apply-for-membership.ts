import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { hubMemberId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import type { MembersServices } from '../services.ts'
import { insertApplication, openApplication } from '../store/applications.ts'
import { audit } from '../store/audit.ts'
import { lockMember } from '../store/members.ts'
import { oweLetter } from './owe-letter.ts'
import { refuseAddressee, rolesForm } from './register-member.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  roles: form.optional(rolesForm),
  addressedTo: form.optional(form.id),
  creditLine: form.optional(form.money),
})

/**
 * A guest applies for membership (B1, B18), before or after its order: it is the same party, so whatever it has bought stays its own, and
 * nothing is typed again. While the application waits its data is not erased. An operator may do it for the guest. Refuses who is no
 * guest, and a second application while one waits.
 */
export async function applyForMembership(
  services: MembersServices,
  actor: Actor,
  raw: unknown,
): Promise<{ memberId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'applyForMembership', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const member = await lockMember(tx, actor.memberId)
    if (!member?.guest || member.status !== 'ACTIVE')
      return refuse('WRONG_STATE', 'Only a guest that takes part applies: you are a member, or wait to be one.', {
        state: member?.guest ? member.status : 'MEMBER',
      })
    if (await openApplication(tx.sql, member.id))
      return refuse('WRONG_STATE', 'Your application waits for its decision.', { state: 'OPEN' })
    const refusal = await refuseAddressee(tx, input.addressedTo)
    if (refusal) return refusal
    const now = services.now()
    await insertApplication(tx, {
      memberId: member.id,
      roles: [...new Set(input.roles ?? member.roles)],
      addressedTo: input.addressedTo ?? hubMemberId,
      channel: actor.operator?.channel ?? 'ON_LINE',
      operatorId: actor.operator?.memberId ?? null,
      creditLine: input.creditLine,
      at: now,
    })
    await tx.sql('update member set erase_at = null where id = $1', [member.id])
    // What an operator does is audited with every other act of its kind.
    if (!actor.operator) await audit(tx, actor, 'applyForMembership', member.id, now)
    await oweLetter(tx, member.id, 'APPLICATION_RECEIVED', {}, now)
    return { memberId: member.id }
  })
}
