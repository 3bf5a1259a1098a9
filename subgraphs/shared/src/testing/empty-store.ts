import type { StoreDefinition } from '../store/store.ts'

/** A store with nothing but the tables that every subgraph has, for tests of the runtime. */
export const emptyStore: StoreDefinition = { name: 'listings', entities: [], migrations: [] }
