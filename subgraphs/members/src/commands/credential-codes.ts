import { randomBytes } from 'node:crypto'
import { parseCode } from '@torihiki/shared/codes.ts'
import { base32Alphabet } from '@torihiki/shared/check-digits.ts'
import { contactChannels, type Actor } from '@torihiki/shared/identity/actor.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import { z } from 'zod'
import type { MembersServices } from '../services.ts'
import { audit } from '../store/audit.ts'
import { lockMember } from '../store/members.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { credentialForms, nobody, saveCredential } from './register-member.ts'

/** How long a code may be on its way: a letter takes days. */
const codeDays = 14
/** After so many wrong ones a code is void: 40 random bits are not guessed in five. */
const mostFailures = 5
/** Letters of a code, 5 bits each; short enough to be read out. */
const codeLetters = 8

const issueForm = z.object({ idempotencyKey: form.idempotencyKey, memberId: form.id, channel: z.enum(contactChannels) })
const redeemForm = z.object({
  idempotencyKey: form.idempotencyKey,
  memberNumber: z.string(),
  code: z.string().max(40),
  ...credentialForms,
})

/** The code itself is given this once. */
export type IssuedCode = { memberId: string; code: string | null; expiresAt: string }

/**
 * Makes the code with which a member that applied through an operator sets what it signs in with (B1): it goes to the member by another
 * contact than the mail with its number. A new code takes the place of the one before. Refuses a member that is not ACTIVE, or signs in already.
 */
export async function issueCredentialCode(
  services: MembersServices,
  actor: Actor,
  raw: unknown,
): Promise<IssuedCode | Refusal> {
  const input = parseInput(issueForm, raw)
  if (isRefusal(input)) return input
  const code = newCode()
  const hash = await hashPassword(code)
  let made: string | null = null
  const request = { actor, operation: 'issueCredentialCode', idempotencyKey: input.idempotencyKey, input: raw }
  const answer = await runCommand(services.store, request, async (tx) => {
    made = null
    const member = await lockMember(tx, input.memberId)
    if (!member) return refuse('NOT_FOUND', 'There is no member with this id.')
    if (member.status !== 'ACTIVE' || member.guest)
      return refuse('WRONG_STATE', `Only an approved member gets a code.`, {
        state: member.guest ? 'GUEST' : member.status,
      })
    const signsIn = await tx.sql('select 1 from credential where member_id = $1', [member.id])
    if (signsIn.length > 0)
      return refuse('WRONG_STATE', 'The member has set what it signs in with.', { state: 'SIGNS_IN' })
    const now = services.now()
    const expiresAt = new Date(now.getTime() + codeDays * 86_400_000)
    await tx.sql(
      `insert into credential_code (member_id, hash, channel, issued_by, expires_at) values ($1, $2, $3, $4, $5)
       on conflict (member_id) do update set hash = excluded.hash, channel = excluded.channel, issued_by = excluded.issued_by,
         expires_at = excluded.expires_at, failures = 0`,
      [member.id, hash, input.channel, actor.memberId, expiresAt],
    )
    await audit(tx, actor, 'issueCredentialCode', member.id, now, input.channel)
    made = code
    return { memberId: member.id, expiresAt: expiresAt.toISOString() }
  })
  return isRefusal(answer) ? answer : { ...answer, code: made }
}

/**
 * Sets with the code what a member signs in with (B1). Refuses a wrong number and a wrong code alike (AUTHENTICATION_FAILED); after five
 * wrong ones the code is void, and the operator issues another.
 */
export async function redeemCredentialCode(
  services: MembersServices,
  raw: unknown,
): Promise<{ memberId: string } | Refusal> {
  const input = parseInput(redeemForm, raw)
  if (isRefusal(input)) return input
  const number = parseCode('MEMBER', input.memberNumber)
  if (!number.ok) return refuseInput([{ path: 'memberNumber', message: number.message }])
  const memberId = await holderOf(services, number.code, input.code)
  const passwordHash = await hashPassword(input.password)
  const { code, password, ...rest } = input
  const marked = { ...rest, secret: services.markOf(JSON.stringify([code, password])) }
  const request = {
    actor: nobody,
    operation: 'redeemCredentialCode',
    idempotencyKey: input.idempotencyKey,
    input: marked,
  }
  return runCommand(services.store, request, async (tx) => {
    const [used] = memberId
      ? await tx.sql<{ member_id: string }>('delete from credential_code where member_id = $1 returning member_id', [
          memberId,
        ])
      : []
    if (!used) return refuse('AUTHENTICATION_FAILED')
    if (!(await saveCredential(tx, used.member_id, input.loginName, passwordHash))) return refuse('LOGIN_NAME_TAKEN')
    await audit(tx, { ...nobody, memberId: used.member_id }, 'redeemCredentialCode', used.member_id, services.now())
    return { memberId: used.member_id }
  })
}

/** Whose code it is, when it holds. A wrong one is counted before anything else, so that guesses at once count each. */
async function holderOf(services: MembersServices, memberNumber: string, code: string): Promise<string | null> {
  const [row] = await services.store.query<{ member_id: string; hash: string; expires_at: string }>(
    `update credential_code c set failures = failures + 1 from member m
     where m.id = c.member_id and m.member_number = $1 and c.failures < $2 and m.status = 'ACTIVE' returning c.member_id, c.hash, c.expires_at`,
    [memberNumber, mostFailures],
  )
  if (!row || asDate(row.expires_at) <= services.now()) return null
  const typed = code.toUpperCase().replaceAll(/[\s-]/g, '')
  return (await verifyPassword(typed, row.hash)) ? row.member_id : null
}

function newCode(): string {
  return Array.from(randomBytes(codeLetters), (byte) => base32Alphabet[byte % base32Alphabet.length]).join('')
}
