import type { RequestIdentity } from '@torihiki/shared/identity/actor.ts'
import type { SubgraphContext } from '@torihiki/shared/graphql/subgraph.ts'
import type { ContractsServices } from '../services.ts'
import { createLoaders, type Loaders } from './loaders.ts'

export type RequestServices = ContractsServices & { readonly load: Loaders }
export type Context = SubgraphContext<RequestServices>

/** The services of one request: the subgraph's, and loaders that live as long as the request. */
export function perRequest(identity: RequestIdentity, services: ContractsServices): RequestServices {
  return { ...services, load: createLoaders(services.store, identity.actor?.memberId ?? null) }
}
