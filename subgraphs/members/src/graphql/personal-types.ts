import { pageByInstant, pageByNumber, pageFrom } from '@torihiki/shared/graphql/connection.ts'
import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import { actFor, forbidOperators } from '../commands/act-for.ts'
import { giveConsent, revokeConsent } from '../commands/consents.ts'
import { eraseMember } from '../commands/erase-member.ts'
import { readPersonal } from '../commands/read-personal.ts'
import { isNamePersonal } from '../domain/personal.ts'
import { auditOf } from '../store/audit.ts'
import { consentById, consentsOf, type ConsentRow } from '../store/consents.ts'
import { erasureOf, erasures } from '../store/erasures.ts'
import { personalOf } from '../store/personal.ts'
import type { Context } from './context.ts'
import type { MemberResolvers, MutationResolvers, QueryResolvers, Resolvers, ViewerResolvers } from './generated.ts'
import { loadMember } from './load-member.ts'
import type { MemberModel } from './models.ts'

/** What others see instead of a name that is personal. */
const standIn = ({ status, member_number, guest }: MemberModel): string =>
  status === 'ERASED' ? 'Erased member' : (member_number ?? (guest ? 'Guest' : 'Applicant'))

export const personalFieldsOfMember: Pick<MemberResolvers, 'name' | 'personal'> = {
  name: async (row, _args, { actor, services }) => {
    if (row.status === 'ERASED') return standIn(row)
    if (!isNamePersonal(row)) return row.name
    if (actor?.memberId !== row.id || actor.operator || actor.orderCode) return standIn(row)
    const details = await personalOf((text, p) => services.store.query(text, p), services.personalKeys, row.id)
    return details?.name ?? standIn(row)
  },
  personal: async (row, _args, { actor, services }) => {
    const shown = await readPersonal(services, actor, row.id)
    return shown && { ...shown, paymentMethods: shown.paymentMethods && [...shown.paymentMethods] }
  },
}

async function consent({ actor, services }: Context, id: string): Promise<ConsentRow> {
  const row = await consentById((text, p) => services.store.query(text, p), actor?.memberId ?? '', id)
  if (!row) throw new Error(`Consent ${id} was given, but is not there.`)
  return row
}

type PersonalMutation = 'actFor' | 'forbidOperators' | 'giveConsent' | 'revokeConsent' | 'eraseMember'

export const personalMutations: Pick<MutationResolvers, PersonalMutation> = {
  actFor: async (_root, { input }, context) =>
    resultAs(
      await actFor(context.services, actorOf(context), input),
      'ActForPayload',
      async ({ memberId, ...token }) => ({ ...token, member: await loadMember(context, memberId) }),
    ),
  forbidOperators: async (_root, { input }, context) =>
    resultAs(
      await forbidOperators(context.services, actorOf(context), input),
      'ForbidOperatorsPayload',
      async ({ memberId }) => ({ operatorsForbidden: (await loadMember(context, memberId)).operators_forbidden }),
    ),
  giveConsent: async (_root, { input }, context) =>
    resultAs(
      await giveConsent(context.services, actorOf(context), input),
      'GiveConsentPayload',
      async ({ consentId }) => ({ consent: await consent(context, consentId) }),
    ),
  revokeConsent: async (_root, { input }, context) =>
    resultAs(
      await revokeConsent(context.services, actorOf(context), input),
      'RevokeConsentPayload',
      async ({ consentId }) => ({ consent: await consent(context, consentId) }),
    ),
  eraseMember: async (_root, { input }, context) =>
    resultAs(
      await eraseMember(context.services, actorOf(context), input),
      'EraseMemberPayload',
      async ({ memberId }) => {
        const erasure = await erasureOf((text, p) => context.services.store.query(text, p), memberId)
        if (!erasure) throw new Error(`The erasure of ${memberId} was begun, but is not there.`)
        return { erasure }
      },
    ),
}

export const personalQueries: Pick<QueryResolvers, 'erasures'> = {
  erasures: async (_root, page, { services }) => {
    const { limit, at, id } = pageByInstant(page)
    const rows = await erasures((text, p) => services.store.query(text, p), { at, id }, limit + 1)
    return pageFrom(
      rows,
      limit,
      at !== null,
      (row) => [asDate(row.requested_at).toISOString(), row.member_id],
      (row) => row,
    )
  },
}

const entries =
  (what: 'READINGS' | 'OPERATORS'): NonNullable<ViewerResolvers['actsOnBehalf']> =>
  async ({ id }, page, { services }) => {
    const { limit, after } = pageByNumber(page)
    const rows = await auditOf(
      (text, p) => services.store.query(text, p),
      id,
      what,
      after > 0 ? after : null,
      limit + 1,
    )
    return pageFrom(
      rows,
      limit,
      after > 0,
      (row) => [Number(row.seq)],
      (row) => row,
    )
  }

export const viewerPersonal: Pick<
  ViewerResolvers,
  'consents' | 'personalReadings' | 'actsOnBehalf' | 'operatorsForbidden'
> = {
  consents: async ({ id }, page, { services }) => {
    const { limit, at, id: after } = pageByInstant(page)
    const rows = await consentsOf((text, p) => services.store.query(text, p), id, { at, id: after }, limit + 1)
    return pageFrom(
      rows,
      limit,
      at !== null,
      (row) => [asDate(row.given_at).toISOString(), row.id],
      (row) => row,
    )
  },
  personalReadings: entries('READINGS'),
  actsOnBehalf: entries('OPERATORS'),
  operatorsForbidden: async ({ id }, _args, context) => (await loadMember(context, id)).operators_forbidden,
}

export const personalTypes: Pick<Resolvers, 'Consent' | 'AuditEntry' | 'Erasure'> = {
  Consent: {
    merchant: (row, _args, context) => loadMember(context, row.merchant_id),
    givenAt: (row) => asDate(row.given_at),
    revokedAt: (row) => asDateOrNull(row.revoked_at),
  },
  AuditEntry: {
    number: (row) => Number(row.seq),
    at: (row) => asDate(row.at),
    actor: (row, _args, context) => loadMember(context, row.actor_id),
    channel: (row) => row.channel as never,
    fields: (row) => (row.act === 'readPersonal' ? (row.detail ?? '').split(' ') : []) as never,
  },
  Erasure: {
    member: (row, _args, context) => loadMember(context, row.member_id),
    requestedBy: (row, _args, context) => loadMember(context, row.requested_by),
    requestedAt: (row) => asDate(row.requested_at),
    finishedAt: (row) => asDateOrNull(row.finished_at),
    destroyed: (row) => Object.entries(row.destroyed ?? {}).map(([what, count]) => ({ what, count })),
  },
}
