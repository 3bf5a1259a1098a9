import { hasRole } from '@torihiki/shared/identity/actor.ts'
import { pageByInstant, pageFrom, type Page } from '@torihiki/shared/graphql/connection.ts'
import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import { answerSignIn } from '../commands/answer-sign-in.ts'
import { handOver } from '../commands/hand-over.ts'
import { approveMerchantSite, registerMerchantSite, revokeMerchantSite } from '../commands/merchant-sites.ts'
import { merchantSiteById, merchantSites, siteStatus, type SiteStatus } from '../store/merchant-sites.ts'
import type { Context } from './context.ts'
import type { MemberResolvers, MutationResolvers, QueryResolvers, Resolvers, ViewerResolvers } from './generated.ts'
import { loadMember } from './load-member.ts'
import type { MerchantSiteModel } from './models.ts'

/** The longest text that is looked for. */
const longestText = 100

type Asked = { merchantId: string | null; status: SiteStatus | null; text: string | null }

async function pageOfSites(
  { services }: Context,
  asked: Asked,
  page: { first: number; after?: string | null | undefined },
): Promise<Page<MerchantSiteModel>> {
  const { limit, at, id } = pageByInstant(page)
  const rows = await merchantSites((text, p) => services.store.query(text, p), asked, { at, id }, limit + 1)
  return pageFrom(
    rows,
    limit,
    at !== null,
    (row) => [asDate(row.registered_at).toISOString(), row.id],
    (row) => row,
  )
}

export const siteQueries: Pick<QueryResolvers, 'merchantSites'> = {
  merchantSites: async (_root, { text, status, ...page }, context) => {
    const shown = hasRole(context.actor, 'ADMIN') ? (status ?? 'APPROVED') : 'APPROVED'
    return pageOfSites(
      context,
      { merchantId: null, status: shown, text: text?.replaceAll('\0', '').trim().slice(0, longestText) || null },
      page,
    )
  },
}

export const viewerSites: NonNullable<ViewerResolvers['merchantSites']> = ({ id }, page, context) =>
  pageOfSites(context, { merchantId: id, status: null, text: null }, page)

export const sitesOfMember: NonNullable<MemberResolvers['merchantSites']> = ({ id }, page, context) =>
  pageOfSites(context, { merchantId: id, status: 'APPROVED', text: null }, page)

async function load({ services }: Context, siteId: string): Promise<MerchantSiteModel> {
  const row = await merchantSiteById((text, p) => services.store.query(text, p), siteId)
  if (!row) throw new Error(`Site ${siteId} is referred to, but not there.`)
  return row
}

const shownSite =
  (context: Context) =>
  async ({ siteId }: { siteId: string }) => ({ merchantSite: await load(context, siteId) })

type SiteMutation = 'registerMerchantSite' | 'approveMerchantSite' | 'revokeMerchantSite' | 'handOver' | '_signIn'

export const signInMutations: Pick<MutationResolvers, SiteMutation> = {
  registerMerchantSite: async (_root, { input }, context) =>
    resultAs(
      await registerMerchantSite(context.services, actorOf(context), input),
      'RegisterMerchantSitePayload',
      async ({ siteId, secret }) => ({ merchantSite: await load(context, siteId), secret }),
    ),
  approveMerchantSite: async (_root, { input }, context) =>
    resultAs(
      await approveMerchantSite(context.services, actorOf(context), input),
      'ApproveMerchantSitePayload',
      shownSite(context),
    ),
  revokeMerchantSite: async (_root, { input }, context) =>
    resultAs(
      await revokeMerchantSite(context.services, actorOf(context), input),
      'RevokeMerchantSitePayload',
      shownSite(context),
    ),
  handOver: async (_root, { input }, context) =>
    resultAs(
      await handOver(context.services, actorOf(context), input),
      'HandOverPayload',
      async ({ siteId, path, expiresAt }) => ({ merchantSite: await load(context, siteId), path, expiresAt }),
    ),
  _signIn: (_root, { request }, { services }) => answerSignIn(services, request),
}

/** What only a site's merchant and administrators see. */
const privy = <T>({ merchant_id: merchantId }: MerchantSiteModel, { actor }: Context, value: T): T | null =>
  actor?.memberId === merchantId || hasRole(actor, 'ADMIN') ? value : null

export const siteTypes: Pick<Resolvers, 'MerchantSite'> = {
  MerchantSite: {
    merchant: (row, _args, context) => loadMember(context, row.merchant_id),
    origin: (row) => new URL(row.initiate_login_uri).origin,
    status: siteStatus,
    registeredAt: (row) => asDate(row.registered_at),
    approvedAt: (row) => asDateOrNull(row.approved_at),
    revokedAt: (row) => asDateOrNull(row.revoked_at),
    initiateLoginUri: (row, _args, context) => privy(row, context, row.initiate_login_uri),
    redirectUris: (row, _args, context) => privy(row, context, row.redirect_uris),
  },
}
