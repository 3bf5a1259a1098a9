import { randomBytes } from 'node:crypto'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { hubMemberId, newId } from '@torihiki/shared/ids.ts'
import { isRefusal, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { dueToBeErased } from '../domain/guest-end.ts'
import { guestLevelCode } from '../domain/standard-levels.ts'
import { needsVetting } from '../domain/vetting.ts'
import type { MembersServices } from '../services.ts'
import { insertApplication } from '../store/applications.ts'
import { publishMember } from '../store/members.ts'
import { putPersonal } from '../store/personal.ts'
import { oweLetter } from './owe-letter.ts'
import { hashPassword } from './passwords.ts'
import { birthDateFault, detailsOf, personalForm, withoutPersonal } from './personal-form.ts'
import { credentialForms, nobody, rolesForm, saveCredential } from './register-member.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  ...personalForm,
  kind: z.enum(['FIRM', 'PERSON']),
  roles: rolesForm,
  password: credentialForms.password,
})
type Input = z.infer<typeof inputForm>

/** What a guest signs in with besides its password; made up, for it must say nothing of the guest. */
export type GuestAnswer = { memberId: string; loginName: string }

/** Random letters of a guest's login name: not to be met by chance, and easily copied. */
const loginNameBytes = 8

/**
 * Lets somebody take part once (B2), with the same data as a member: a buyer at once, within the level GUEST; merchants and institutions
 * when an administrator has vetted them. It gets no member number. Its personal data is destroyed when its purchase has ended.
 */
export async function registerGuest(services: MembersServices, raw: unknown): Promise<GuestAnswer | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const born = birthDateFault(input.birthDate, services.now())
  if (born) return refuseInput([born])
  const passwordHash = await hashPassword(input.password)
  const request = {
    actor: nobody,
    operation: 'registerGuest',
    idempotencyKey: input.idempotencyKey,
    input: withoutPersonal(input, services.markOf),
  }
  return runCommand(services.store, request, (tx) => insertGuest(tx, services, input, passwordHash))
}

async function insertGuest(
  tx: Tx,
  services: MembersServices,
  input: Input,
  passwordHash: string,
): Promise<GuestAnswer | Refusal> {
  const now = services.now()
  const memberId = newId(now.getTime())
  const roles = [...new Set(input.roles)]
  const vetted = needsVetting({ roles })
  await tx.sql(
    `insert into member (id, version, name, kind, status, roles, registered_at, approved_at, level_code, guest, erase_at)
     values ($1, 1, '', $2, $3, $4, $5, $6, $7, true, $8)`,
    [
      memberId,
      input.kind,
      vetted ? 'PROVISIONAL' : 'ACTIVE',
      roles,
      now,
      vetted ? null : now,
      vetted ? null : guestLevelCode,
      dueToBeErased(now, [], services.coolingOffDays),
    ],
  )
  await putPersonal(tx, services.personalKeys, memberId, detailsOf(input))
  const loginName = `guest-${randomBytes(loginNameBytes).toString('hex')}`
  if (!(await saveCredential(tx, memberId, loginName, passwordHash)))
    throw new Error('A login name that was made up is taken.')
  if (vetted) {
    const application = {
      memberId,
      roles,
      addressedTo: hubMemberId,
      channel: 'ON_LINE',
      operatorId: null,
      creditLine: null,
    }
    await insertApplication(tx, { ...application, at: now })
    await oweLetter(tx, memberId, 'APPLICATION_RECEIVED', {}, now)
  }
  await publishMember(tx, memberId)
  return { memberId, loginName }
}
