import { hasRole, type Actor } from '@torihiki/shared/identity/actor.ts'
import { hashOfSignIn, newSignInSecret } from '@torihiki/shared/identity/sign-in.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import { longestSiteUri, mostRedirectUris, siteFaults } from '../domain/merchant-site.ts'
import type { MembersServices } from '../services.ts'
import { audit } from '../store/audit.ts'
import { lockMember } from '../store/members.ts'
import { lockSite, siteStatus } from '../store/merchant-sites.ts'

/** How many sites a merchant may have that are not revoked: each is looked at by an administrator. */
export const mostSites = 10

const uri = z.string().min(1, 'It must not be empty').max(longestSiteUri, `It has at most ${longestSiteUri} characters`)
const registerForm = z.object({
  idempotencyKey: form.idempotencyKey,
  name: form.text(100),
  initiateLoginUri: uri,
  redirectUris: z
    .array(uri)
    .min(1, 'Name at least one')
    .max(mostRedirectUris, `There are at most ${mostRedirectUris}`)
    .transform((each) => [...new Set(each)]),
})
const namedForm = z.object({ idempotencyKey: form.idempotencyKey, siteId: form.id })

const noSite = (): Refusal => refuse('NOT_FOUND', 'There is no site with this id that you may see.')

/**
 * Registers a site of the actor's, to which members are to be passed on (B22). It is REQUESTED until an administrator approves it. `secret`
 * is what the site proves itself with, shown this once: only its SHA-256 is kept. The same request sent again makes no second site and
 * gives null for it. Refuses INVALID_INPUT (addresses that are not https, or of several hosts), NOT_ALLOWED who is no merchant or has
 * too many sites, MEMBER_NOT_ACTIVE.
 */
export async function registerMerchantSite(
  services: MembersServices,
  actor: Actor,
  raw: unknown,
): Promise<{ siteId: string; secret: string | null } | Refusal> {
  const input = parseInput(registerForm, raw)
  if (isRefusal(input)) return input
  const faults = siteFaults(input, services.allowLoopbackSites)
  if (faults.length > 0) return refuseInput(faults)
  let made: string | null = null
  const request = { actor, operation: 'registerMerchantSite', idempotencyKey: input.idempotencyKey, input: raw }
  const answer = await runCommand(services.store, request, async (tx) => {
    const member = await lockMember(tx, actor.memberId)
    if (member?.status !== 'ACTIVE') return refuse('MEMBER_NOT_ACTIVE')
    if (!member.roles.includes('SELLER'))
      return refuse('NOT_ALLOWED', 'Only merchants have sites. Ask to be vetted as SELLER.')
    const there = await tx.sql('select 1 from merchant_site where merchant_id = $1 and revoked_at is null', [member.id])
    if (there.length >= mostSites)
      return refuse('NOT_ALLOWED', `You have ${there.length} sites, and ${mostSites} is the most. Revoke one.`)
    const now = services.now()
    const siteId = newId(now.getTime())
    const secret = newSignInSecret()
    await tx.sql(
      `insert into merchant_site (id, merchant_id, name, initiate_login_uri, redirect_uris, secret_hash, registered_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [siteId, member.id, input.name, input.initiateLoginUri, input.redirectUris, hashOfSignIn(secret), now],
    )
    await audit(tx, actor, 'registerMerchantSite', siteId, now)
    made = secret
    return { siteId }
  })
  return isRefusal(answer) ? answer : { ...answer, secret: made }
}

/** Approves a site that was registered (B22), for administrators: members may be passed on to it. Refuses NOT_FOUND, WRONG_STATE. */
export async function approveMerchantSite(
  services: MembersServices,
  actor: Actor,
  raw: unknown,
): Promise<{ siteId: string } | Refusal> {
  const input = parseInput(namedForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'approveMerchantSite', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const site = await lockSite(tx, input.siteId)
    if (!site) return noSite()
    const state = siteStatus(site)
    if (state !== 'REQUESTED') return refuse('WRONG_STATE', `The site is ${state} already.`, { state })
    const now = services.now()
    await tx.sql('update merchant_site set approved_at = $2, approved_by = $3 where id = $1', [
      site.id,
      now,
      actor.memberId,
    ])
    await audit(tx, actor, 'approveMerchantSite', site.id, now)
    return { siteId: site.id }
  })
}

/**
 * Revokes a site, for its merchant and administrators (B22): nobody is passed on to it any more, and what it got proves nothing from then on.
 * One that is revoked stays so. Refuses NOT_FOUND, also a site of somebody else.
 */
export async function revokeMerchantSite(
  services: MembersServices,
  actor: Actor,
  raw: unknown,
): Promise<{ siteId: string } | Refusal> {
  const input = parseInput(namedForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'revokeMerchantSite', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const site = await lockSite(tx, input.siteId)
    if (!site || (site.merchant_id !== actor.memberId && !hasRole(actor, 'ADMIN'))) return noSite()
    if (siteStatus(site) !== 'REVOKED') {
      const now = services.now()
      await tx.sql('update merchant_site set revoked_at = $2, revoked_by = $3 where id = $1', [
        site.id,
        now,
        actor.memberId,
      ])
      await audit(tx, actor, 'revokeMerchantSite', site.id, now)
    }
    return { siteId: site.id }
  })
}
