import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { setAuthorizationSharing, setAuthorizationSystem } from '../commands/set-authorization-system.ts'
import type { ReservationsServices } from '../services.ts'
import { readSystems, takenLastMinute } from '../store/authorization-systems.ts'
import type { Resolvers } from './generated.ts'
import type { AuthorizationSystemModel } from './models.ts'

type Shared = { rule: 'OVERFLOW' | 'SHARE'; ruleVersion: number; systems: AuthorizationSystemModel[] }

async function shared({ store }: ReservationsServices): Promise<Shared> {
  const { rule, ruleVersion, systems } = await readSystems((text, p) => store.query(text, p), null)
  return { rule, ruleVersion, systems }
}

/** Looking at authorization systems (C8). The policies let operators alone in. */
export const systemQueries: Pick<NonNullable<Resolvers['Query']>, 'authorizationSystems'> = {
  authorizationSystems: (_root, _args, { services }) => shared(services),
}

/** One line each: call the command, map its answer. */
export const systemMutations: Pick<
  NonNullable<Resolvers['Mutation']>,
  'setAuthorizationSystem' | 'setAuthorizationSharing'
> = {
  setAuthorizationSystem: async (_root, { input }, context) =>
    resultAs(
      await setAuthorizationSystem(context.services, actorOf(context), input),
      'SetAuthorizationSystemPayload',
      async () => ({ sharing: await shared(context.services) }),
    ),
  setAuthorizationSharing: async (_root, { input }, context) =>
    resultAs(
      await setAuthorizationSharing(context.services, actorOf(context), input),
      'SetAuthorizationSharingPayload',
      async () => ({ sharing: await shared(context.services) }),
    ),
}

/** How systems are shown. */
export const systemTypes: Pick<Resolvers, 'AuthorizationSystem'> = {
  AuthorizationSystem: {
    alive: ({ processes }) => processes > 0,
    takenLastMinute: ({ name }, _args, { services }) =>
      takenLastMinute((text, p) => services.store.query(text, p), name),
    setBy: ({ setBy }) => (setBy === null ? null : { id: setBy }),
  },
}
