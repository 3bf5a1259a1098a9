import { hasRole, type RequestIdentity } from '@torihiki/shared/identity/actor.ts'
import type { SubgraphContext } from '@torihiki/shared/graphql/subgraph.ts'
import type { SettlementsServices } from '../services.ts'
import { createLoaders, type Loaders } from './loaders.ts'
import type { Reader } from './models.ts'

export type RequestServices = SettlementsServices & { readonly load: Loaders; readonly reader: Reader | null }
export type Context = SubgraphContext<RequestServices>

/** The services of one request: the subgraph's, and loaders that find only what the actor may see. */
export function perRequest({ actor }: RequestIdentity, services: SettlementsServices): RequestServices {
  const reader = actor && { memberId: actor.memberId, isAdmin: hasRole(actor, 'ADMIN') }
  return { ...services, reader, load: createLoaders(services.store, reader) }
}
