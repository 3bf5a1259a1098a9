import type { HintBus } from '@torihiki/shared/feeds/watch.ts'
import { defineSubgraph, type Subgraph } from '@torihiki/shared/graphql/subgraph.ts'
import type { Store, StoreDefinition } from '@torihiki/shared/store/store.ts'
import { createMarker } from './commands/passwords.ts'
import { createTokenIssuer } from './commands/tokens.ts'
import { perRequest, type RequestServices } from './graphql/context.ts'
import { policies } from './graphql/policies.ts'
import { resolvers } from './graphql/resolvers.ts'
import type { MembersServices } from './services.ts'
import { migrations } from './store/migrations.ts'

export { adminLoginName, setUpHub } from './commands/set-up-hub.ts'
export { takeEvent } from './commands/spread-level.ts'
export { mailAddressOf } from './store/mail-address.ts'
export type { MembersServices } from './services.ts'

/** This subgraph's store: a schema of its own with its migrations. */
export const storeDefinition: StoreDefinition = {
  name: 'members',
  entities: [],
  migrations,
  appendOnly: ['authentication_level_version', 'audit_entry'],
}

/** What the commands work with, over an open store. `now` is the clock; tests move it. */
export function createServices(options: {
  store: Store
  hints: HintBus
  hubSecret: string
  now?: () => Date
}): MembersServices {
  return {
    store: options.store,
    hints: options.hints,
    now: options.now ?? (() => new Date()),
    tokens: createTokenIssuer(options.hubSecret),
    markOf: createMarker(options.hubSecret),
  }
}

/** The subgraph: its schema over these services. */
export function createSubgraph(services: MembersServices): Subgraph {
  return defineSubgraph<RequestServices>({
    name: 'members',
    services: services as RequestServices,
    perRequest: () => perRequest(services),
    resolvers,
    policies,
  })
}
