import { defineSubgraph, type Subgraph } from '@torihiki/shared/graphql/subgraph.ts'
import type { Store, StoreDefinition } from '@torihiki/shared/store/store.ts'
import { perRequest, type RequestServices } from './graphql/context.ts'
import { policies } from './graphql/policies.ts'
import { resolvers } from './graphql/resolvers.ts'
import type { ListingsServices } from './services.ts'
import { migrations } from './store/migrations.ts'

export { takeEvent } from './commands/take-event.ts'
export type { ListingsServices } from './services.ts'

/** This subgraph's store: a schema of its own with its migrations. */
export const storeDefinition: StoreDefinition = { name: 'listings', entities: [], migrations }

/** What the commands work with, over an open store. `now` is the clock; tests move it. */
export function createServices(options: { store: Store; now?: () => Date }): ListingsServices {
  return { store: options.store, now: options.now ?? (() => new Date()) }
}

/** The subgraph: its schema over these services. */
export function createSubgraph(services: ListingsServices): Subgraph {
  return defineSubgraph<RequestServices>({
    name: 'listings',
    services: perRequest({ actor: null, requestId: '-' }, services),
    perRequest: (identity) => perRequest(identity, services),
    resolvers,
    policies,
  })
}
