import { hasRole } from '@torihiki/shared/identity/actor.ts'
import { badRequest, pageByInstant, pageFrom } from '@torihiki/shared/graphql/connection.ts'
import { parseCode } from '@torihiki/shared/codes.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import { approveMember, assignAuthenticationLevel, rejectMember } from '../commands/decide-member.ts'
import { registerMember } from '../commands/register-member.ts'
import { logInByOrder } from '../commands/log-in-by-order.ts'
import { logIn, logOut, refreshSession, type SessionTokens } from '../commands/sessions.ts'
import { levelOf } from '../store/levels.ts'
import { apiKeyMutations, apiKeyQueries, viewerApiKeys } from './api-key-types.ts'
import { applicationMutations, applicationQueries, applicationTypes, viewerApplication } from './application-types.ts'
import type { Context } from './context.ts'
import type { Resolvers } from './generated.ts'
import { levelMutations, levelQueries, levelTypes } from './level-types.ts'
import { signInMutations, siteQueries, sitesOfMember, siteTypes, viewerSites } from './site-types.ts'
import { messageMutations, messageQueries, messageTypes, viewerMessages } from './message-types.ts'
import { loadMember } from './load-member.ts'
import type { MemberModel } from './models.ts'
import {
  personalFieldsOfMember,
  personalMutations,
  personalQueries,
  personalTypes,
  viewerPersonal,
} from './personal-types.ts'
import { sessionMutations, sessionQueries } from './session-types.ts'
import { viewerWebhooks, webhookMutations, webhookTypes } from './webhook-types.ts'

const load = loadMember

/** Whether the actor may see what only a member itself and administrators see. */
const isPrivy = (member: MemberModel, { actor }: Context): boolean =>
  // Who came back by the code of an order reads that order, and nothing of its own file (C9).
  (actor?.memberId === member.id && !actor.orderCode) || hasRole(actor, 'ADMIN')

/** Others see members that are approved; an applicant is seen by itself, administrators and operators. */
const isVisible = (member: MemberModel | null, context: Context): MemberModel | null =>
  member &&
  (['ACTIVE', 'SUSPENDED', 'ERASED'].includes(member.status) ||
    isPrivy(member, context) ||
    hasRole(context.actor, 'OPERATOR'))
    ? member
    : null

const payload =
  (context: Context) =>
  async ({ memberId }: { memberId: string }) => ({ member: await load(context, memberId) })
const session =
  (context: Context) =>
  async ({ memberId, ...tokens }: SessionTokens) => ({ ...tokens, member: await load(context, memberId) })

export const resolvers: Resolvers = {
  Query: {
    viewer: (_root, _args, { actor }) => (actor ? ({ __typename: 'Viewer', id: actor.memberId } as never) : null),
    member: async (_root, { id, memberNumber }, context) => {
      if (id) return isVisible(await context.services.loadMember.load(id), context)
      if (!memberNumber) throw badRequest('BAD_USER_INPUT', 'Give the id or the member number.')
      const parsed = parseCode('MEMBER', memberNumber)
      if (!parsed.ok) throw badRequest('BAD_CODE', parsed.message)
      const [row] = await context.services.store.query<MemberModel>('select * from member where member_number = $1', [
        parsed.code,
      ])
      return isVisible(row ?? null, context)
    },
    members: async (_root, { status, ...page }, { actor, services }) => {
      const { limit, at, id } = pageByInstant(page)
      const rows = hasRole(actor, 'ADMIN', 'OPERATOR')
        ? await services.store.query<MemberModel>(
            `select * from member where ($1::text is null or status = $1) and ($2::timestamptz is null or (registered_at, id) < ($2, $3::uuid))
             order by registered_at desc, id desc limit $4`,
            [status ?? null, at, id, limit + 1],
          )
        : []
      return pageFrom(
        rows,
        limit,
        at !== null,
        (row) => [asDate(row.registered_at).toISOString(), row.id],
        (row) => row,
      )
    },
    ...applicationQueries,
    ...personalQueries,
    ...levelQueries,
    ...apiKeyQueries,
    ...sessionQueries,
    ...messageQueries,
    ...siteQueries,
  },
  Mutation: {
    registerMember: async (_root, { input }, context) =>
      resultAs(await registerMember(context.services, context.actor, input), 'RegisterMemberPayload', payload(context)),
    approveMember: async (_root, { input }, context) =>
      resultAs(
        await approveMember(context.services, actorOf(context), input),
        'ApproveMemberPayload',
        payload(context),
      ),
    rejectMember: async (_root, { input }, context) =>
      resultAs(await rejectMember(context.services, actorOf(context), input), 'RejectMemberPayload', payload(context)),
    assignAuthenticationLevel: async (_root, { input }, context) =>
      resultAs(
        await assignAuthenticationLevel(context.services, actorOf(context), input),
        'AssignAuthenticationLevelPayload',
        payload(context),
      ),
    logIn: async (_root, { input }, context) =>
      resultAs(await logIn(context.services, input.loginName, input.password), 'Session', session(context)),
    logInByOrder: async (_root, { input }, context) =>
      resultAs(
        await logInByOrder(context.services, input.orderCode, input.mail),
        'LogInByOrderPayload',
        ({ accessToken, accessTokenExpiresAt }) => ({ accessToken, accessTokenExpiresAt }),
      ),
    refreshSession: async (_root, { input }, context) =>
      resultAs(await refreshSession(context.services, input.refreshToken), 'Session', session(context)),
    logOut: async (_root, { input }, context) =>
      resultAs(await logOut(context.services, input.refreshToken), 'LogOutPayload', (answer) => answer),
    ...applicationMutations,
    ...personalMutations,
    ...apiKeyMutations,
    ...sessionMutations,
    ...levelMutations,
    ...messageMutations,
    ...webhookMutations,
    ...signInMutations,
  },
  Viewer: {
    __resolveReference: async ({ id }: { id: string }, { actor }: Context) =>
      actor?.memberId === id ? ({ __typename: 'Viewer', id } as never) : null,
    member: ({ id }, _args, context) => load(context, id),
    apiKeys: viewerApiKeys,
    webhooks: viewerWebhooks,
    ...viewerMessages,
    ...viewerPersonal,
    application: viewerApplication,
    merchantSites: viewerSites,
  },
  Member: {
    __resolveReference: async ({ id }: { id: string }, context: Context) => context.services.loadMember.load(id),
    ...personalFieldsOfMember,
    merchantSites: sitesOfMember,
    memberNumber: (row) => row.member_number,
    roles: (row) => row.roles as never,
    registeredAt: (row) => asDate(row.registered_at),
    authenticationLevel: (row, _args, context) =>
      isPrivy(row, context) && row.level_code
        ? levelOf((text, p) => context.services.store.query(text, p), row.level_code)
        : null,
    settlementAgent: (row, _args, context) =>
      isPrivy(row, context) && row.settlement_agent_id
        ? context.services.loadMember.load(row.settlement_agent_id)
        : null,
    groupName: (row, _args, context) => (isPrivy(row, context) ? row.group_name : null),
  },
  AuthenticationLevel: levelTypes,
  ...applicationTypes,
  ...personalTypes,
  ...messageTypes,
  ...webhookTypes,
  ...siteTypes,
}
