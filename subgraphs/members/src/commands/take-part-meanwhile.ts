import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { memberHint } from '@torihiki/shared/identity/member-hints.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import { guestLevelCode } from '../domain/standard-levels.ts'
import type { MembersServices } from '../services.ts'
import { openApplication } from '../store/applications.ts'
import { audit } from '../store/audit.ts'
import { lockMember, publishMember } from '../store/members.ts'

const inputForm = z.object({ idempotencyKey: form.idempotencyKey })

/**
 * Lets an applicant order before its application is decided (B18): as a guest, a buyer within the level GUEST. Approved, it is a member with
 * what it has bought; rejected, it stays a guest until its purchase has ended. Refuses who does not wait for a decision.
 */
export async function takePartMeanwhile(
  services: MembersServices,
  actor: Actor,
  raw: unknown,
): Promise<{ memberId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'takePartMeanwhile', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const member = await lockMember(tx, actor.memberId)
    if (member?.status !== 'PROVISIONAL' || member.guest || !(await openApplication(tx.sql, member.id)))
      return refuse('WRONG_STATE', 'Only an applicant that waits for its decision takes part meanwhile.', {
        state: member?.status ?? 'ERASED',
      })
    await tx.sql(
      `update member set status = 'ACTIVE', guest = true, name = '', roles = '{BUYER}', level_code = $2, version = version + 1 where id = $1`,
      [member.id, guestLevelCode],
    )
    await audit(tx, actor, 'takePartMeanwhile', member.id, services.now())
    await publishMember(tx, member.id)
    tx.afterCommit(() => services.hints.publish([memberHint(member.id)]))
    return { memberId: member.id }
  })
}
