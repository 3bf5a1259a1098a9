import type { SubgraphContext } from '@torihiki/shared/graphql/subgraph.ts'
import { isId } from '@torihiki/shared/ids.ts'
import DataLoader from 'dataloader'
import type { MembersServices } from '../services.ts'
import { membersById } from '../store/members.ts'
import type { MemberModel } from './models.ts'

export type RequestServices = MembersServices & { readonly loadMember: DataLoader<string, MemberModel | null> }
export type Context = SubgraphContext<RequestServices>

/** The services of one request, with a loader that batches; it keeps nothing, for what it read may have changed since. */
export function perRequest(services: MembersServices): RequestServices {
  const loadMember = new DataLoader<string, MemberModel | null>(
    async (ids) => {
      const rows = await membersById((text, p) => services.store.query(text, p), ids.filter(isId))
      const found = new Map(rows.map((row) => [row.id, row]))
      return ids.map((id) => found.get(id) ?? null)
    },
    { cache: false },
  )
  return { ...services, loadMember }
}
