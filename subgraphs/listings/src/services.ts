import type { Store } from '@torihiki/shared/store/store.ts'

/** What the commands and resolvers of this subgraph work with. */
export type ListingsServices = { readonly store: Store; readonly now: () => Date }
