import { pageByNumber, pageFrom } from '@torihiki/shared/graphql/connection.ts'
import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { hasRole } from '@torihiki/shared/identity/actor.ts'
import { moneyOf, moneyText } from '@torihiki/shared/money.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import { defineLevel } from '../commands/define-level.ts'
import { allLevels, levelOf, levelVersions } from '../store/levels.ts'
import type { AuthenticationLevelResolvers, MutationResolvers, QueryResolvers } from './generated.ts'

const limits = (perCurrency: Record<string, string>) =>
  Object.entries(perCurrency).map(([currency, minor]) => moneyText(moneyOf(minor, currency)))

export const levelQueries: Pick<QueryResolvers, 'authenticationLevels'> = {
  authenticationLevels: (_root, _args, { services }) => allLevels((text, p) => services.store.query(text, p)),
}

export const levelMutations: Pick<MutationResolvers, 'defineAuthenticationLevel'> = {
  defineAuthenticationLevel: async (_root, { input }, context) =>
    resultAs(
      await defineLevel(context.services, actorOf(context), input),
      'DefineAuthenticationLevelPayload',
      async ({ code }) => {
        const level = await levelOf((text, p) => context.services.store.query(text, p), code)
        if (!level) throw new Error(`The level ${code} was defined, but is not there.`)
        return { authenticationLevel: level }
      },
    ),
}

export const levelTypes: AuthenticationLevelResolvers = {
  operations: (row) => row.operations as never,
  maxPerTransaction: (row) => limits(row.maxPerTransaction),
  maxPerDay: (row) => limits(row.maxPerDay),
  partnerGroups: (row) => row.partnerGroups ?? null,
  history: async ({ code }, page, { actor, services }) => {
    if (!hasRole(actor, 'ADMIN')) return null
    const { limit, after } = pageByNumber(page)
    const rows = await levelVersions((text, p) => services.store.query(text, p), code, after, limit + 1)
    const loaded = await Promise.all(rows.map((row) => services.loadMember.load(row.changedById)))
    const administrators = new Map(loaded.map((member) => [member?.id, member]))
    return pageFrom(
      rows,
      limit,
      after > 0,
      (row) => [row.version],
      (row) => ({
        version: row.version,
        name: row.name,
        operations: row.operations as never,
        maxPerTransaction: limits(row.maxPerTransaction),
        maxPerDay: limits(row.maxPerDay),
        partnerGroups: row.partnerGroups ?? null,
        changedBy: administrators.get(row.changedById) as never,
        changedAt: asDate(row.changedAt),
        reason: row.reason,
      }),
    )
  },
}
