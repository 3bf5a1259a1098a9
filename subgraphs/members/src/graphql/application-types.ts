import { pageByInstant, pageFrom } from '@torihiki/shared/graphql/connection.ts'
import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { hasRole } from '@torihiki/shared/identity/actor.ts'
import { moneyOf, moneyText } from '@torihiki/shared/money.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import { applyForMembership } from '../commands/apply-for-membership.ts'
import { issueCredentialCode, redeemCredentialCode } from '../commands/credential-codes.ts'
import { registerGuest } from '../commands/register-guest.ts'
import { takePartMeanwhile } from '../commands/take-part-meanwhile.ts'
import { addresseeRoles } from '../domain/vetting.ts'
import { applications, newestApplication, type ApplicationRow } from '../store/applications.ts'
import { openText } from '../store/personal.ts'
import type { Context } from './context.ts'
import type { MutationResolvers, QueryResolvers, Resolvers, ViewerResolvers } from './generated.ts'
import { loadMember } from './load-member.ts'

export const applicationQueries: Pick<QueryResolvers, 'applications'> = {
  applications: async (_root, { status, ...page }, { actor, services }) => {
    const { limit, at, id } = pageByInstant(page)
    const addressedTo = hasRole(actor, 'ADMIN') ? null : hasRole(actor, ...addresseeRoles) ? actor?.memberId : undefined
    const rows =
      addressedTo === undefined
        ? []
        : await applications(
            (text, p) => services.store.query(text, p),
            { addressedTo, status: status ?? null },
            { at, id },
            limit + 1,
          )
    return pageFrom(
      rows,
      limit,
      at !== null,
      (row) => [asDate(row.applied_at).toISOString(), row.id],
      (row) => row,
    )
  },
}

export const viewerApplication: NonNullable<ViewerResolvers['application']> = ({ id }, _args, { services }) =>
  newestApplication((text, p) => services.store.query(text, p), id)

type ApplicationMutation =
  | 'registerGuest'
  | 'applyForMembership'
  | 'takePartMeanwhile'
  | 'issueCredentialCode'
  | 'redeemCredentialCode'

export const applicationMutations: Pick<MutationResolvers, ApplicationMutation> = {
  registerGuest: async (_root, { input }, context) =>
    resultAs(await registerGuest(context.services, input), 'RegisterGuestPayload', async ({ memberId, loginName }) => ({
      member: await loadMember(context, memberId),
      loginName,
    })),
  applyForMembership: async (_root, { input }, context) =>
    resultAs(
      await applyForMembership(context.services, actorOf(context), input),
      'ApplyForMembershipPayload',
      async ({ memberId }) => ({
        member: await loadMember(context, memberId),
        application: await applicationOf(context, memberId),
      }),
    ),
  takePartMeanwhile: async (_root, { input }, context) =>
    resultAs(
      await takePartMeanwhile(context.services, actorOf(context), input),
      'TakePartMeanwhilePayload',
      async ({ memberId }) => ({ member: await loadMember(context, memberId) }),
    ),
  issueCredentialCode: async (_root, { input }, context) =>
    resultAs(
      await issueCredentialCode(context.services, actorOf(context), input),
      'IssueCredentialCodePayload',
      async ({ memberId, code, expiresAt }) => ({
        member: await loadMember(context, memberId),
        credentialCode: code,
        expiresAt: asDate(expiresAt),
      }),
    ),
  redeemCredentialCode: async (_root, { input }, context) =>
    resultAs(await redeemCredentialCode(context.services, input), 'RedeemCredentialCodePayload', () => ({
      redeemed: true,
    })),
}

async function applicationOf({ services }: Context, memberId: string): Promise<ApplicationRow> {
  const row = await newestApplication((text, p) => services.store.query(text, p), memberId)
  if (!row) throw new Error(`Member ${memberId} applied, but its application is not there.`)
  return row
}

type Vetting = { reason: string | null; documents: string[] }

/** What was found in vetting, for those who vet. */
async function vettingOf(row: ApplicationRow, { actor, services }: Context): Promise<Vetting | null> {
  const mayRead = hasRole(actor, 'ADMIN') || (actor !== null && actor.memberId === row.addressed_to)
  if (!mayRead || !row.vetting) return null
  const sql = <T>(text: string, p?: readonly unknown[]): Promise<T[]> => services.store.query<T>(text, p)
  const text = await openText(sql, services.personalKeys, row.member_id, row.id, row.vetting)
  return text === null ? null : (JSON.parse(text) as Vetting)
}

export const applicationTypes: Pick<Resolvers, 'Application'> = {
  Application: {
    member: (row, _args, context) => loadMember(context, row.member_id),
    roles: (row) => row.roles as never,
    addressedTo: (row, _args, context) => loadMember(context, row.addressed_to),
    channel: (row) => row.channel as never,
    operator: (row, _args, context) => (row.operator_id ? loadMember(context, row.operator_id) : null),
    creditLine: (row) =>
      row.credit_minor && row.credit_currency ? moneyText(moneyOf(row.credit_minor, row.credit_currency)) : null,
    appliedAt: (row) => asDate(row.applied_at),
    decidedBy: (row, _args, context) => (row.decided_by ? loadMember(context, row.decided_by) : null),
    decidedAt: (row) => asDateOrNull(row.decided_at),
    reason: async (row, _args, context) => (await vettingOf(row, context))?.reason ?? null,
    documents: async (row, _args, context) => (await vettingOf(row, context))?.documents ?? null,
  },
}
