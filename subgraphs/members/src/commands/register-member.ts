import { hasValidGs1Digit } from '@torihiki/shared/check-digits.ts'
import { contactChannels, hasRole, type Actor } from '@torihiki/shared/identity/actor.ts'
import { hubMemberId, newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { isNamePersonal } from '../domain/personal.ts'
import { addresseeRoles } from '../domain/vetting.ts'
import type { MembersServices } from '../services.ts'
import { insertApplication } from '../store/applications.ts'
import { audit } from '../store/audit.ts'
import { publishMember } from '../store/members.ts'
import { putPersonal } from '../store/personal.ts'
import { oweLetter } from './owe-letter.ts'
import { hashPassword } from './passwords.ts'
import { birthDateFault, detailsOf, personalForm, withoutPersonal } from './personal-form.ts'

/** Nobody is signed in yet: the keys of registrations are kept under this id. */
export const nobody: Actor = { memberId: '00000000-0000-7000-8000-000000000000', roles: [], sessionId: '' }

/** What may be asked for; ADMIN and OPERATOR are given by administrators only. */
const applicableRoles = [
  'BUYER',
  'SELLER',
  'SETTLEMENT_AGENT',
  'PAYMENT_INSTITUTION',
  'CARD_COMPANY',
  'GUARANTOR',
  'CARRIER',
  'INTERMEDIARY',
] as const

/** What an input may ask for as roles: at least one. */
export const rolesForm = z
  .array(z.enum(applicableRoles, 'It cannot be applied for'))
  .min(1, 'Ask for at least one role')
/** What somebody signs in with. */
export const credentialForms = {
  loginName: z.string().regex(/^[a-z0-9._-]{3,64}$/, 'It must be 3 to 64 of a–z, 0–9, dot, hyphen, underscore'),
  password: z.string().min(12, 'It must have at least 12 characters').max(128, 'It must have at most 128 characters'),
} as const

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  ...personalForm,
  kind: z.enum(['FIRM', 'PERSON']),
  roles: rolesForm,
  gln: form.optional(
    z
      .string()
      .refine(
        (text) => /^\d{13}$/.test(text) && hasValidGs1Digit(text),
        'It must be a Global Location Number: 13 digits, the last one its check digit',
      ),
  ),
  loginName: form.optional(credentialForms.loginName),
  password: form.optional(credentialForms.password),
  settlementAgentId: form.optional(form.id),
  groupName: form.optional(form.text(100)),
  addressedTo: form.optional(form.id),
  creditLine: form.optional(form.money),
  channel: form.optional(z.enum(contactChannels)),
})

type Input = z.infer<typeof inputForm>

/**
 * Takes an application for membership (B1): PROVISIONAL, and told so, until approved by whom it names, else by the hub. On line, or through
 * an operator, who is on record with the channel; then no password goes through the operator's hands. Refuses a login name that is taken,
 * and an addressee that may not approve.
 */
export async function registerMember(
  services: MembersServices,
  actor: Actor | null,
  raw: unknown,
): Promise<{ memberId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const faults = faultsOf(input, actor, services.now())
  if (faults.length > 0) return refuseInput(faults)
  const passwordHash = input.password === null ? null : await hashPassword(input.password)
  const operator = input.channel === null ? null : actor
  const request = {
    actor: operator ?? nobody,
    operation: 'registerMember',
    idempotencyKey: input.idempotencyKey,
    input: withoutPersonal(input, services.markOf),
  }
  return runCommand(services.store, request, (tx) => insertMember(tx, services, input, passwordHash, operator))
}

function faultsOf(input: Input, actor: Actor | null, now: Date): { path: string; message: string }[] {
  const born = birthDateFault(input.birthDate, now)
  const faults = born ? [born] : []
  if (input.channel === null) {
    const missing = (['loginName', 'password'] as const).filter((name) => input[name] === null)
    return [...faults, ...missing.map((path) => ({ path, message: 'Say with what you will sign in.' }))]
  }
  if (!hasRole(actor, 'OPERATOR', 'ADMIN'))
    faults.push({ path: 'channel', message: 'Only operators apply for others. Leave it out to apply for yourself.' })
  if (input.loginName !== null || input.password !== null)
    faults.push({
      path: 'password',
      message: 'An operator sets none: the member gets a code by another channel (issueCredentialCode).',
    })
  return faults
}

async function insertMember(
  tx: Tx,
  services: MembersServices,
  input: Input,
  passwordHash: string | null,
  operator: Actor | null,
): Promise<{ memberId: string } | Refusal> {
  const now = services.now()
  const refusal = await refuseAddressee(tx, input.addressedTo)
  if (refusal) return refusal
  const memberId = newId(now.getTime())
  const roles = [...new Set(input.roles)]
  const name = isNamePersonal({ kind: input.kind, guest: false }) ? '' : input.name
  await tx.sql(
    `insert into member (id, version, name, kind, status, roles, gln, settlement_agent_id, group_name, registered_at)
     values ($1, 1, $2, $3, 'PROVISIONAL', $4, $5, $6, $7, $8)`,
    [memberId, name, input.kind, roles, input.gln, input.settlementAgentId, input.groupName, now],
  )
  await putPersonal(tx, services.personalKeys, memberId, detailsOf(input))
  if (
    input.loginName !== null &&
    passwordHash !== null &&
    !(await saveCredential(tx, memberId, input.loginName, passwordHash))
  )
    return refuse('LOGIN_NAME_TAKEN')
  await insertApplication(tx, {
    memberId,
    roles,
    addressedTo: input.addressedTo ?? hubMemberId,
    channel: input.channel ?? 'ON_LINE',
    operatorId: operator?.memberId ?? null,
    creditLine: input.creditLine,
    at: now,
  })
  if (operator) await audit(tx, operator, 'registerMember', memberId, now, input.channel)
  await publishMember(tx, memberId)
  await oweLetter(tx, memberId, 'APPLICATION_RECEIVED', {}, now)
  return { memberId }
}

/** Saves what somebody signs in with; false when the login name is taken. */
export async function saveCredential(
  tx: Tx,
  memberId: string,
  loginName: string,
  passwordHash: string,
): Promise<boolean> {
  const saved = await tx.sql(
    'insert into credential (member_id, login_name, password_hash) values ($1, $2, $3) on conflict (login_name) do nothing returning 1 as saved',
    [memberId, loginName, passwordHash],
  )
  return saved.length > 0
}

/** Refuses an addressee that is no member that may approve: a guarantor, a merchant, an intermediary, or the hub. */
export async function refuseAddressee(tx: Tx, addresseeId: string | null): Promise<Refusal | null> {
  if (addresseeId === null || addresseeId === hubMemberId) return null
  const [found] = await tx.sql<{ roles: string[] }>(
    `select roles from member where id = $1 and status = 'ACTIVE' and not guest`,
    [addresseeId],
  )
  if (found?.roles.some((role) => addresseeRoles.includes(role))) return null
  return refuseInput([
    {
      path: 'addressedTo',
      message: 'There is no guarantor, merchant or intermediary with this id. Leave it out for the hub.',
    },
  ])
}
