import type { RequestIdentity } from '@torihiki/shared/identity/actor.ts'
import type { SubgraphContext } from '@torihiki/shared/graphql/subgraph.ts'
import { isId } from '@torihiki/shared/ids.ts'
import DataLoader from 'dataloader'
import type { ListingsServices } from '../services.ts'
import { visibleOpportunities } from '../store/opportunities.ts'
import { interestsById } from '../store/interests.ts'
import type { InterestModel, OpportunityModel } from './models.ts'

/** How many opportunities one batched query takes at most. */
const largestBatch = 500
/** A subscription is one long request: what it reads for an event is read then, not kept from an earlier one. */
const batching = { maxBatchSize: largestBatch, cache: false } as const

export type RequestServices = ListingsServices & {
  readonly loadOpportunity: DataLoader<string, OpportunityModel | null>
  readonly loadInterest: DataLoader<string, InterestModel | null>
}
export type Context = SubgraphContext<RequestServices>

/** The services of one request, with loaders that find only what the actor may see. */
export function perRequest({ actor }: RequestIdentity, services: ListingsServices): RequestServices {
  const loadOpportunity = new DataLoader<string, OpportunityModel | null>(async (ids) => {
    if (!actor) return ids.map(() => null)
    const rows = await visibleOpportunities(
      (text, p) => services.store.query(text, p),
      actor.memberId,
      services.now(),
      ids.filter(isId),
    )
    const found = new Map(rows.map((row) => [row.id, row]))
    return ids.map((id) => found.get(id) ?? null)
  }, batching)
  const loadInterest = new DataLoader<string, InterestModel | null>(async (ids) => {
    if (!actor) return ids.map(() => null)
    const rows = await interestsById((text, p) => services.store.query(text, p), actor.memberId, ids.filter(isId))
    const found = new Map(rows.map((row) => [row.id, row]))
    return ids.map((id) => found.get(id) ?? null)
  }, batching)
  return { ...services, loadOpportunity, loadInterest }
}
