import { assertNever } from '@torihiki/shared/assert-never.ts'
import { signInRequestForm, type SignInAnswer, type SignInRequest } from '@torihiki/shared/identity/sign-in.ts'
import { isId } from '@torihiki/shared/ids.ts'
import type { MembersServices } from '../services.ts'
import { usableSite, type MerchantSiteRow } from '../store/merchant-sites.ts'
import { consumeRecord, dropGrant, dropRecord, findRecord, putRecord } from '../store/sign-in-records.ts'
import { claimsFor, openHandOver, subjectOf, useHandOver } from './hand-over.ts'
import { signInKeys } from './sign-in-keys.ts'

/** Answers what the gateway asks while it passes a member on to a merchant's site (B22). Both are written as JSON. */
export async function answerSignIn(services: MembersServices, request: string): Promise<string> {
  return JSON.stringify(await answer(services, signInRequestForm.parse(JSON.parse(request))))
}

async function answer(services: MembersServices, request: SignInRequest): Promise<unknown> {
  const { store } = services
  switch (request.ask) {
    case 'keys':
      return signInKeys(services)
    case 'site':
      return siteOf(services, request.siteId)
    case 'open':
      return openHandOver(services, request.codeHash, request.ticketHash)
    case 'use':
      return useHandOver(services, request.ticketHash, request.siteId)
    case 'subject':
      return subjectOf(services, request.handOverId)
    case 'claims':
      return claimsFor(services, request.handOverId, request.scopes)
    case 'put': {
      const expiresAt = new Date(services.now().getTime() + request.seconds * 1_000)
      await putRecord(store, { ...request, sealed: Buffer.from(request.sealed, 'base64'), expiresAt })
      return null
    }
    case 'find': {
      const found = await findRecord(store, request.kind, request.hash, services.now())
      return found && { sealed: found.sealed.toString('base64'), consumed: found.consumed }
    }
    case 'consume':
      return { first: await consumeRecord(store, request.kind, request.hash, services.now()) }
    case 'drop':
      await dropRecord(store, request.kind, request.hash)
      return null
    case 'dropGrant':
      await dropGrant(store, request.grantHash)
      return null
    default:
      return assertNever(request)
  }
}

/** A site to which members are passed on now; null for all others, so that a revoked one ends at once. */
async function siteOf({ store }: MembersServices, siteId: string): Promise<SignInAnswer<'site'>> {
  if (!isId(siteId)) return null
  const [row] = await store.query<MerchantSiteRow & { secret_hash: string }>(
    `select s.* from merchant_site s join member m on m.id = s.merchant_id where s.id = $1 and ${usableSite}`,
    [siteId],
  )
  if (!row) return null
  return {
    siteId: row.id,
    merchantId: row.merchant_id,
    name: row.name,
    redirectUris: row.redirect_uris,
    initiateLoginUri: row.initiate_login_uri,
    secretHash: row.secret_hash,
  }
}
