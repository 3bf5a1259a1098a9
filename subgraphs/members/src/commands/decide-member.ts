import { newCode } from '@torihiki/shared/codes.ts'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { memberHint } from '@torihiki/shared/identity/member-hints.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import type { MemberModel } from '../graphql/models.ts'
import type { MembersServices } from '../services.ts'
import { audit } from '../store/audit.ts'
import { shareLevel } from '../store/levels.ts'
import { lockMember, publishMember } from '../store/members.ts'

const approveForm = z.object({
  idempotencyKey: form.idempotencyKey,
  memberId: form.id,
  authenticationLevel: z.string(),
})
const rejectForm = z.object({ idempotencyKey: form.idempotencyKey, memberId: form.id, reason: form.text(500) })

type Answer = { memberId: string }

/** Approves a provisional member (B1): it becomes ACTIVE, numbered, with a level. Refuses any other state. */
export async function approveMember(services: MembersServices, actor: Actor, raw: unknown): Promise<Answer | Refusal> {
  const input = parseInput(approveForm, raw)
  if (isRefusal(input)) return input
  return decide(services, actor, 'approveMember', input, raw, async (tx, member) => {
    if (member.status !== 'PROVISIONAL') return wrongState(member)
    if (!(await shareLevel(tx, input.authenticationLevel))) return unknownLevel()
    await tx.sql(
      `update member set status = 'ACTIVE', member_number = $2, level_code = $3, approved_at = $4, version = version + 1 where id = $1`,
      [member.id, newCode('MEMBER'), input.authenticationLevel, services.now()],
    )
    return null
  })
}

/** Rejects a provisional member. */
export async function rejectMember(services: MembersServices, actor: Actor, raw: unknown): Promise<Answer | Refusal> {
  const input = parseInput(rejectForm, raw)
  if (isRefusal(input)) return input
  return decide(services, actor, 'rejectMember', input, raw, async (tx, member) => {
    if (member.status !== 'PROVISIONAL') return wrongState(member)
    await tx.sql(`update member set status = 'REJECTED', version = version + 1 where id = $1`, [member.id])
    return null
  })
}

/** Gives a member another level (A7), on record; other subgraphs learn of it as a new version. */
export async function assignAuthenticationLevel(
  services: MembersServices,
  actor: Actor,
  raw: unknown,
): Promise<Answer | Refusal> {
  const input = parseInput(approveForm, raw)
  if (isRefusal(input)) return input
  return decide(services, actor, 'assignAuthenticationLevel', input, raw, async (tx, member) => {
    if (member.status !== 'ACTIVE') return wrongState(member)
    if (!(await shareLevel(tx, input.authenticationLevel))) return unknownLevel()
    await tx.sql('update member set level_code = $2, version = version + 1 where id = $1', [
      member.id,
      input.authenticationLevel,
    ])
    return null
  })
}

const wrongState = (member: MemberModel): Refusal =>
  refuse('WRONG_STATE', `The member is ${member.status}.`, { state: member.status })
const unknownLevel = (): Refusal =>
  refuseInput([
    { path: 'authenticationLevel', message: 'There is no such level. Query authenticationLevels lists them.' },
  ])

async function decide(
  services: MembersServices,
  actor: Actor,
  operation: string,
  input: { idempotencyKey: string; memberId: string },
  raw: unknown,
  change: (tx: Tx, member: MemberModel) => Promise<Refusal | null>,
): Promise<Answer | Refusal> {
  return runCommand(
    services.store,
    { actor, operation, idempotencyKey: input.idempotencyKey, input: raw },
    async (tx) => {
      const member = await lockMember(tx, input.memberId)
      if (!member) return refuse('NOT_FOUND', 'There is no member with this id.')
      const refusal = await change(tx, member)
      if (refusal) return refusal
      await audit(tx, actor, operation, member.id, services.now())
      await publishMember(tx, member.id)
      tx.afterCommit(() => services.hints.publish([memberHint(member.id)]))
      return { memberId: member.id }
    },
  )
}
