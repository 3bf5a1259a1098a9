import type { SubgraphContext } from '@torihiki/shared/graphql/subgraph.ts'
import type { RequestIdentity } from '@torihiki/shared/identity/actor.ts'
import type { ReservationsServices } from '../services.ts'
import { createLoaders, type Loaders } from './loaders.ts'

export type RequestServices = ReservationsServices & { readonly load: Loaders }
export type Context = SubgraphContext<RequestServices>

/** The services of one request: the subgraph's, and loaders that live as long as the request. */
export function perRequest(identity: RequestIdentity, services: ReservationsServices): RequestServices {
  return { ...services, load: createLoaders(services.store, identity.actor, services.institutionId) }
}
