import { assertNever } from '@torihiki/shared/assert-never.ts'
import { newCode } from '@torihiki/shared/codes.ts'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { memberHint } from '@torihiki/shared/identity/member-hints.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { isNamePersonal } from '../domain/personal.ts'
import { mayDecide, needsVetting, type DecisionFault } from '../domain/vetting.ts'
import type { MemberModel } from '../graphql/models.ts'
import type { MembersServices } from '../services.ts'
import { decideApplication, openApplication } from '../store/applications.ts'
import { audit } from '../store/audit.ts'
import { shareLevel } from '../store/levels.ts'
import { lockMember, publishMember } from '../store/members.ts'
import { personalOf, sealText } from '../store/personal.ts'
import { guestDueAt } from './guest-purchases.ts'
import { oweLetter } from './owe-letter.ts'

/** How many documents are named at most, and how long a reason may be. */
const mostDocuments = 20

const vettingForm = {
  reason: form.optional(form.text(500)),
  documents: form.optional(z.array(form.text(200)).max(mostDocuments, `At most ${mostDocuments}`)),
}
const approveForm = z.object({
  idempotencyKey: form.idempotencyKey,
  memberId: form.id,
  authenticationLevel: z.string(),
  ...vettingForm,
})
const levelForm = z.object({ idempotencyKey: form.idempotencyKey, memberId: form.id, authenticationLevel: z.string() })
const rejectForm = z.object({ idempotencyKey: form.idempotencyKey, memberId: form.id, reason: form.text(500) })

type Answer = { memberId: string }

/**
 * Approves who applied (B1): a provisional member, a guest that applied (B18), or a guest that waits to be let in (B2). Members become ACTIVE,
 * numbered, with a level, and are told by mail. By administrators, or by whom the application is addressed to when it asks for BUYER
 * alone; for other roles a reason and the documents that were seen go on record, sealed under the applicant's key. Refuses any other state.
 */
export async function approveMember(services: MembersServices, actor: Actor, raw: unknown): Promise<Answer | Refusal> {
  const input = parseInput(approveForm, raw)
  if (isRefusal(input)) return input
  const request = { input, marked: withoutReason(services, input) }
  return decide(services, actor, 'approveMember', request, async (tx, member) => {
    const application = await openApplication(tx.sql, member.id)
    const asked = { roles: application?.roles ?? member.roles, addressedTo: application?.addressed_to ?? null }
    const refusal =
      refusalOf(mayDecide(actor, asked, input.authenticationLevel)) ??
      (application || member.status === 'PROVISIONAL' ? null : wrongState(member)) ??
      (needsVetting(asked) ? vettingFault(input) : null)
    if (refusal) return refusal
    if (!(await shareLevel(tx, input.authenticationLevel))) return unknownLevel()
    const now = services.now()
    const letIn = member.guest && member.status === 'PROVISIONAL'
    const memberNumber = letIn ? null : newCode('MEMBER')
    const details = await personalOf(tx.sql, services.personalKeys, member.id)
    const shownName = isNamePersonal({ kind: member.kind, guest: letIn }) ? '' : (details?.name ?? member.name)
    await tx.sql(
      `update member set status = 'ACTIVE', member_number = $2, level_code = $3, approved_at = $4, version = version + 1, guest = $5,
         roles = $6, name = $7, erase_at = case when $5 then erase_at end where id = $1`,
      [member.id, memberNumber, input.authenticationLevel, now, letIn, asked.roles, shownName],
    )
    if (application) {
      const found = JSON.stringify({ reason: input.reason, documents: input.documents ?? [] })
      const vetting = await sealText(tx.sql, services.personalKeys, member.id, application.id, found)
      await decideApplication(tx, application.id, { status: 'APPROVED', by: actor.memberId, at: now, vetting })
    }
    await oweLetter(tx, member.id, 'MEMBER_APPROVED', memberNumber === null ? {} : { memberNumber }, now)
    return null
  })
}

/** Rejects who applied, with the reason on record; a guest that applied stays a guest. Told by mail, without the reason. */
export async function rejectMember(services: MembersServices, actor: Actor, raw: unknown): Promise<Answer | Refusal> {
  const input = parseInput(rejectForm, raw)
  if (isRefusal(input)) return input
  const request = { input, marked: withoutReason(services, input) }
  return decide(services, actor, 'rejectMember', request, async (tx, member) => {
    const application = await openApplication(tx.sql, member.id)
    const asked = { roles: member.roles, addressedTo: application?.addressed_to ?? null }
    const fault = mayDecide(actor, { ...asked, roles: ['BUYER'] }, null)
    if (fault) return refusalOf(fault)
    if (!application && member.status !== 'PROVISIONAL') return wrongState(member)
    const now = services.now()
    const staysGuest = member.guest && member.status === 'ACTIVE'
    if (application) {
      const found = JSON.stringify({ reason: input.reason, documents: [] })
      const vetting = await sealText(tx.sql, services.personalKeys, member.id, application.id, found)
      await decideApplication(tx, application.id, { status: 'REJECTED', by: actor.memberId, at: now, vetting })
    }
    await tx.sql(`update member set status = $2, version = version + 1, erase_at = $3 where id = $1`, [
      member.id,
      staysGuest ? 'ACTIVE' : 'REJECTED',
      member.guest ? await guestDueAt(tx, services, member) : null,
    ])
    await oweLetter(tx, member.id, 'MEMBER_REJECTED', {}, now)
    return null
  })
}

/** A reason is about a person: the idempotency key's record has its mark alone. */
function withoutReason(
  services: MembersServices,
  input: { reason?: string | null; documents?: string[] | null },
): object {
  const { reason, documents, ...rest } = input
  return { ...rest, vetting: services.markOf(JSON.stringify([reason ?? null, documents ?? null])) }
}

function vettingFault(input: { reason: string | null; documents: string[] | null }): Refusal | null {
  const faults = [
    ...(input.reason === null ? [{ path: 'reason', message: 'Say why: merchants and institutions are vetted.' }] : []),
    ...(input.documents?.length ? [] : [{ path: 'documents', message: 'Name the documents that you have seen.' }]),
  ]
  return faults.length > 0 ? refuseInput(faults) : null
}

function refusalOf(fault: DecisionFault): Refusal | null {
  switch (fault) {
    case null:
      return null
    case 'NOT_THEIRS':
      return refuse('NOT_FOUND', 'There is no application of such a member that is addressed to you.')
    case 'VETTED_BY_HUB':
      return refuse('NOT_ALLOWED', 'Roles other than BUYER are asked for: an administrator vets them.')
    case 'LEVEL':
      return refuse('NOT_ALLOWED', 'Only administrators give levels other than STANDARD and TRIAL.')
    default:
      return assertNever(fault)
  }
}

/** Gives a member another level (A7), on record; other subgraphs learn of it as a new version. */
export async function assignAuthenticationLevel(
  services: MembersServices,
  actor: Actor,
  raw: unknown,
): Promise<Answer | Refusal> {
  const input = parseInput(levelForm, raw)
  if (isRefusal(input)) return input
  return decide(services, actor, 'assignAuthenticationLevel', { input, marked: raw }, async (tx, member) => {
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
  { input, marked }: { input: { idempotencyKey: string; memberId: string }; marked: unknown },
  change: (tx: Tx, member: MemberModel) => Promise<Refusal | null>,
): Promise<Answer | Refusal> {
  return runCommand(
    services.store,
    { actor, operation, idempotencyKey: input.idempotencyKey, input: marked },
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
