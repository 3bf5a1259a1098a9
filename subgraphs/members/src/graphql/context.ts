import type { SubgraphContext } from '@torihiki/shared/graphql/subgraph.ts'
import { isId } from '@torihiki/shared/ids.ts'
import DataLoader from 'dataloader'
import type { MembersServices } from '../services.ts'
import { membersById } from '../store/members.ts'
import { attemptsOf, type AttemptRow } from '../store/messages.ts'
import type { MemberModel } from './models.ts'

/** How many attempts of a message are shown: all that its schedule has, and those of a replay. */
const attemptsShown = 20

export type RequestServices = MembersServices & {
  readonly loadMember: DataLoader<string, MemberModel | null>
  /** The newest attempts of a message, newest first. */
  readonly loadAttempts: DataLoader<string, AttemptRow[]>
}
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
  const loadAttempts = new DataLoader<string, AttemptRow[]>(
    async (ids) => {
      const rows = await attemptsOf(services.store.query, ids, attemptsShown)
      return ids.map((id) => rows.filter((row) => row.message_id === id))
    },
    { cache: false },
  )
  return { ...services, loadMember, loadAttempts }
}
