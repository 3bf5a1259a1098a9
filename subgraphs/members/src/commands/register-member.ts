import { hasValidGs1Digit } from '@torihiki/shared/check-digits.ts'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import type { MembersServices } from '../services.ts'
import { publishMember } from '../store/members.ts'
import { hashPassword } from './passwords.ts'

/** Nobody is signed in yet: the keys of registrations are kept under this id. */
const nobody: Actor = { memberId: '00000000-0000-7000-8000-000000000000', roles: [], sessionId: '' }

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

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  name: form.text(200),
  kind: z.enum(['FIRM', 'PERSON']),
  roles: z.array(z.enum(applicableRoles, 'It cannot be applied for')).min(1, 'Ask for at least one role'),
  gln: form.optional(
    z
      .string()
      .refine(
        (text) => /^\d{13}$/.test(text) && hasValidGs1Digit(text),
        'It must be a Global Location Number: 13 digits, the last one its check digit',
      ),
  ),
  mail: z.email('It must be a mail address').max(254),
  loginName: z.string().regex(/^[a-z0-9._-]{3,64}$/, 'It must be 3 to 64 of a–z, 0–9, dot, hyphen, underscore'),
  password: z.string().min(12, 'It must have at least 12 characters').max(128, 'It must have at most 128 characters'),
  settlementAgentId: form.optional(form.id),
  groupName: form.optional(form.text(100)),
})

type Input = z.infer<typeof inputForm>

/** Takes an application for membership (B1): PROVISIONAL until approved. Refuses a login name that is taken. */
export async function registerMember(services: MembersServices, raw: unknown): Promise<{ memberId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const passwordHash = await hashPassword(input.password)
  // What is remembered with the key tells passwords apart, and nobody without the hub's secret can guess them by it.
  const request = {
    actor: nobody,
    operation: 'registerMember',
    idempotencyKey: input.idempotencyKey,
    input: { ...input, password: services.markOf(input.password) },
  }
  return runCommand(services.store, request, (tx) => insertMember(tx, input, passwordHash, services.now()))
}

async function insertMember(
  tx: Tx,
  input: Input,
  passwordHash: string,
  now: Date,
): Promise<{ memberId: string } | Refusal> {
  const memberId = newId()
  await tx.sql(
    `insert into member (id, version, name, kind, status, roles, gln, mail, settlement_agent_id, group_name, registered_at)
     values ($1, 1, $2, $3, 'PROVISIONAL', $4, $5, $6, $7, $8, $9)`,
    [
      memberId,
      input.name,
      input.kind,
      [...new Set(input.roles)],
      input.gln,
      input.mail,
      input.settlementAgentId,
      input.groupName,
      now,
    ],
  )
  const saved = await tx.sql(
    'insert into credential (member_id, login_name, password_hash) values ($1, $2, $3) on conflict (login_name) do nothing returning 1 as saved',
    [memberId, input.loginName, passwordHash],
  )
  if (saved.length === 0) return refuse('LOGIN_NAME_TAKEN')
  await publishMember(tx, memberId)
  return { memberId }
}
