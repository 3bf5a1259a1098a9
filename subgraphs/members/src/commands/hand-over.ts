import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { hashOfSignIn, newSignInSecret, signInSeconds, type SignInAnswer } from '@torihiki/shared/identity/sign-in.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { claimsOf, fieldsToClaim } from '../domain/merchant-site.ts'
import type { PersonalField } from '../domain/personal.ts'
import type { MembersServices } from '../services.ts'
import { audit } from '../store/audit.ts'
import { lockMember } from '../store/members.ts'
import { usableSite } from '../store/merchant-sites.ts'
import { personalOf } from '../store/personal.ts'

const handOverForm = z.object({ idempotencyKey: form.idempotencyKey, siteId: form.id })

/** Where the address of a hand-over is opened, at the hub's own host. */
export const handOverPath = '/sign-in/hand-over'

const seconds = (from: Date, count: number): Date => new Date(from.getTime() + count * 1_000)

/**
 * Passes a signed-in member on to a merchant's site (B22): gives an address that is opened once, within a minute, and takes the browser there with the member known. It
 * is bound to the member, its session, the site and the consent that holds now. The same request sent again gives null for the
 * address, for it is kept nowhere. Refuses NOT_FOUND a site that nobody is passed on to, NOT_ALLOWED when the session has ended, MEMBER_NOT_ACTIVE.
 */
export async function handOver(
  services: MembersServices,
  actor: Actor,
  raw: unknown,
): Promise<{ siteId: string; path: string | null; expiresAt: string } | Refusal> {
  const input = parseInput(handOverForm, raw)
  if (isRefusal(input)) return input
  let made: string | null = null
  const request = { actor, operation: 'handOver', idempotencyKey: input.idempotencyKey, input: raw }
  const answer = await runCommand(services.store, request, async (tx) => {
    const member = await lockMember(tx, actor.memberId)
    if (member?.status !== 'ACTIVE') return refuse('MEMBER_NOT_ACTIVE')
    const session = await tx.sql('select 1 from session where id = $1 and member_id = $2 and ended_at is null', [
      actor.sessionId,
      member.id,
    ])
    if (session.length === 0) return refuse('NOT_ALLOWED', 'Your session has ended. Sign in with logIn.')
    const [site] = await tx.sql<{ id: string; merchant_id: string }>(
      `select s.id, s.merchant_id from merchant_site s join member m on m.id = s.merchant_id where s.id = $1 and ${usableSite}`,
      [input.siteId],
    )
    if (!site) return refuse('NOT_FOUND', 'There is no site with this id to which members are passed on.')
    const [consent] = await tx.sql<{ id: string }>(
      'select id from consent where member_id = $1 and merchant_id = $2 and revoked_at is null',
      [member.id, site.merchant_id],
    )
    await tx.sql(
      'insert into site_subject (member_id, merchant_id, subject) values ($1, $2, $3) on conflict do nothing',
      [member.id, site.merchant_id, newSignInSecret()],
    )
    const [now, code] = [services.now(), newSignInSecret()]
    const handOverId = newId(now.getTime())
    const expiresAt = seconds(now, signInSeconds.handOver)
    await tx.sql(
      `insert into hand_over (id, member_id, session_id, site_id, consent_id, code_hash, made_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [handOverId, member.id, actor.sessionId, site.id, consent?.id ?? null, hashOfSignIn(code), now, expiresAt],
    )
    await audit(tx, actor, 'handOver', handOverId, now, site.id)
    made = `${handOverPath}?code=${code}`
    return { siteId: site.id, expiresAt: expiresAt.toISOString() }
  })
  return isRefusal(answer) ? answer : { ...answer, path: made }
}

/**
 * What of a hand-over must hold as long as it is to prove anything: the member is ACTIVE, its session has not ended, the site is one to which members
 * are passed on, and the consent under which it was made holds still.
 */
const holds = `u.status = 'ACTIVE' and ${usableSite}
  and exists (select 1 from session e where e.id = h.session_id and e.ended_at is null)
  and (h.consent_id is null or exists (select 1 from consent c where c.id = h.consent_id and c.revoked_at is null))`
const joined = `hand_over h join member u on u.id = h.member_id join merchant_site s on s.id = h.site_id
  join member m on m.id = s.merchant_id`

/** Opens the address of a hand-over, once and in time: from then on the browser has the ticket. Null when it does not hold. */
export async function openHandOver(
  services: MembersServices,
  codeHash: string,
  ticketHash: string,
): Promise<SignInAnswer<'open'>> {
  const now = services.now()
  const [row] = await services.store.query<{ id: string; site_id: string; initiate_login_uri: string }>(
    `update hand_over set opened_at = $2, ticket_hash = $3, expires_at = $4 from ${joined}
     where hand_over.id = h.id and hand_over.code_hash = $1 and hand_over.opened_at is null and hand_over.expires_at > $2 and ${holds}
     returning h.id, h.site_id, s.initiate_login_uri`,
    [codeHash, now, ticketHash, seconds(now, signInSeconds.ticket)],
  )
  return row ? { handOverId: row.id, siteId: row.site_id, initiateLoginUri: row.initiate_login_uri } : null
}

/** Uses the ticket at the site for which it was made, once and in time: the site's request is the member's. Null when it does not hold. */
export async function useHandOver(
  services: MembersServices,
  ticketHash: string,
  siteId: string,
): Promise<SignInAnswer<'use'>> {
  const [row] = await services.store.query<{ id: string }>(
    `update hand_over set used_at = $2 from ${joined}
     where hand_over.id = h.id and hand_over.ticket_hash = $1 and hand_over.site_id = $3 and hand_over.used_at is null
       and hand_over.expires_at > $2 and ${holds}
     returning h.id`,
    [ticketHash, services.now(), siteId],
  )
  return row ? { handOverId: row.id } : null
}

/** By which name the merchant knows the member of a hand-over that was used and still holds; another merchant has another name for it. */
export async function subjectOf(services: MembersServices, handOverId: string): Promise<SignInAnswer<'subject'>> {
  const [row] = await services.store.query<{ subject: string; site_id: string }>(
    `select x.subject, h.site_id from ${joined} join site_subject x on x.member_id = h.member_id and x.merchant_id = s.merchant_id
     where h.id = $1 and h.used_at is not null and ${holds}`,
    [handOverId],
  )
  return row ? { subject: row.subject, siteId: row.site_id } : null
}

/**
 * The claims that a site reads of the member: those that its scopes ask for and the consent of the hand-over allows (B17). The reading is
 * audited as the merchant's, in the transaction that reads. Null when the hand-over does not hold any more.
 */
export async function claimsFor(
  services: MembersServices,
  handOverId: string,
  scopes: readonly string[],
): Promise<SignInAnswer<'claims'>> {
  return services.store.transaction(async (tx) => {
    const [row] = await tx.sql<{ member_id: string; merchant_id: string; consent_id: string | null }>(
      `select h.member_id, s.merchant_id, h.consent_id from ${joined} where h.id = $1 and h.used_at is not null and ${holds}`,
      [handOverId],
    )
    if (!row) return null
    const consented = row.consent_id === null ? [] : await consentedFields(tx, row.consent_id)
    // Revoked since: what was just looked at does not hold any more.
    if (consented === null) return null
    const fields = fieldsToClaim(scopes, consented)
    if (fields.length === 0) return {}
    const details = await personalOf(tx.sql, services.personalKeys, row.member_id)
    if (!details) return null
    const merchant: Actor = { memberId: row.merchant_id, roles: [], sessionId: handOverId }
    await audit(tx, merchant, 'readPersonal', row.member_id, services.now(), fields.join(' '))
    return claimsOf(details, fields)
  })
}

async function consentedFields(tx: Tx, consentId: string): Promise<readonly PersonalField[] | null> {
  const [consent] = await tx.sql<{ fields: PersonalField[] }>(
    'select fields from consent where id = $1 and revoked_at is null for share',
    [consentId],
  )
  return consent?.fields ?? null
}
