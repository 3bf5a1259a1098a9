import { contactChannels, type Actor, type ContactChannel } from '@torihiki/shared/identity/actor.ts'
import { memberHint } from '@torihiki/shared/identity/member-hints.ts'
import { apiScopes } from '@torihiki/shared/identity/scopes.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import type { MembersServices } from '../services.ts'
import { audit } from '../store/audit.ts'
import { lockMember } from '../store/members.ts'

const actForm = z.object({ memberId: form.id, channel: z.enum(contactChannels) })
const forbidForm = z.object({ idempotencyKey: form.idempotencyKey, forbidden: z.boolean() })

/** What an operator sends instead of its own token while it acts for the member. */
export type ActingToken = { memberId: string; accessToken: string; accessTokenExpiresAt: Date }

/** What an operator never has while it acts for a member, whatever roles that one has. */
const neverForOthers = ['ADMIN', 'OPERATOR']

/**
 * Lets an operator act for a member that asked for it by telephone, fax or letter (B14): with a token for a few minutes, under which it may do
 * what the member may, but for credentials, keys and consents. Both and the channel are on record with every act. Refuses a member that
 * forbids it, and one that is not ACTIVE. Administrators and operators are not acted for.
 */
export async function actFor(services: MembersServices, actor: Actor, raw: unknown): Promise<ActingToken | Refusal> {
  const input = parseInput(actForm, raw)
  if (isRefusal(input)) return input
  return services.store.transaction(async (tx) => {
    const member = await lockMember(tx, input.memberId)
    if (!member || member.status === 'ERASED') return refuse('NOT_FOUND', 'There is no member with this id.')
    if (member.roles.some((role) => neverForOthers.includes(role)))
      return refuse('NOT_ALLOWED', 'Operators and administrators act for themselves.')
    if (member.operators_forbidden) return refuse('NOT_ALLOWED', 'The member does not want operators to act for it.')
    if (member.status !== 'ACTIVE')
      return refuse('WRONG_STATE', `The member is ${member.status}.`, { state: member.status })
    return issue(tx, services, actor, { ...member, channel: input.channel })
  })
}

async function issue(
  tx: Tx,
  services: MembersServices,
  actor: Actor,
  { id: memberId, roles, channel }: { id: string; roles: string[]; channel: ContactChannel },
): Promise<ActingToken> {
  const now = services.now()
  const sessionId = newId(now.getTime())
  const operator = { memberId: actor.memberId, channel }
  const access = await services.tokens.access({ memberId, roles, sessionId, scopes: apiScopes, operator }, now)
  await tx.sql(
    'insert into operator_session (id, operator_id, member_id, channel, started_at, expires_at) values ($1, $2, $3, $4, $5, $6)',
    [sessionId, actor.memberId, memberId, channel, now, access.expiresAt],
  )
  await audit(tx, { memberId, roles, sessionId, operator }, 'actFor', memberId, now)
  return { memberId, accessToken: access.token, accessTokenExpiresAt: access.expiresAt }
}

/** A member forbids, or allows again, that operators act for it (B14). Those that are at it are ended at once. */
export async function forbidOperators(
  services: MembersServices,
  actor: Actor,
  raw: unknown,
): Promise<{ memberId: string } | Refusal> {
  const input = parseInput(forbidForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'forbidOperators', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const member = await lockMember(tx, actor.memberId)
    if (!member) throw new Error(`Member ${actor.memberId} is signed in, but not there.`)
    const now = services.now()
    await tx.sql('update member set operators_forbidden = $2 where id = $1', [member.id, input.forbidden])
    await audit(tx, actor, input.forbidden ? 'forbidOperators' : 'allowOperators', member.id, now)
    if (input.forbidden) await endActing(tx, services, member.id, now)
    return { memberId: member.id }
  })
}

async function endActing(tx: Tx, services: MembersServices, memberId: string, now: Date): Promise<void> {
  const ended = await tx.sql<{ id: string }>(
    'update operator_session set ended_at = $2 where member_id = $1 and ended_at is null and expires_at > $2 returning id',
    [memberId, now],
  )
  tx.afterCommit(() => services.hints.publish(ended.map(({ id }) => memberHint(memberId, id))))
}
