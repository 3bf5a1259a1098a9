import { pageByInstant, pageFrom, pageOf } from '@torihiki/shared/graphql/connection.ts'
import { isId } from '@torihiki/shared/ids.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import { readSummary, readView, waitForVersion } from '../views/read-view.ts'
import type { Resolvers } from './generated.ts'
import { toleranceSelect } from '../store/tolerances.ts'
import { viewerOutlets } from './outlet-types.ts'
import { latenessesOf } from './lateness-types.ts'
import type { ToleranceProfileModel } from './models.ts'

/** An id that no member has: what is asked of an id that is none is empty. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** What a signed-in member sees of its cases. A viewer that is not the actor is not resolved. */
export const viewerTypes: Pick<Resolvers, 'Viewer' | 'CaseSummary'> = {
  Viewer: {
    __resolveReference: async ({ id }: { id: string }, { actor }: { actor: { memberId: string } | null }) =>
      actor?.memberId === id ? { __typename: 'Viewer', id } : null,
    cases: async ({ id }, { view, filter, atLeastVersion, ...page }, { services }) => {
      if (atLeastVersion)
        await waitForVersion(services.store, view, id, atLeastVersion.threadId, atLeastVersion.version)
      return readView(services.store, view, id, page, filter ?? {})
    },
    caseSummary: async ({ id }, { view }, { services }) => {
      const { counts, ...summary } = await readSummary(services.store, view, id)
      const perStatus = Map.groupBy(counts, (row) => row.status)
      const perCounterpart = Map.groupBy(counts, (row) => row.counterpart_id)
      const sum = (rows: typeof counts): number => rows.reduce((total, row) => total + row.count, 0)
      return {
        ...summary,
        byStatus: [...perStatus].map(([status, rows]) => ({ status, count: sum(rows) })),
        counterparts: [...perCounterpart]
          .map(([counterpartId, rows]) => ({
            counterpart: { __typename: 'Member' as const, id: counterpartId },
            total: sum(rows),
            byStatus: rows,
          }))
          .toSorted((a, b) => b.total - a.total),
      }
    },
    toleranceProfiles: async ({ id }, { counterpartId, ...args }, { services }) => {
      const { limit, at, id: afterId } = pageByInstant(args)
      const rows = await services.store.query<ToleranceProfileModel>(
        `select * from (${toleranceSelect}) v where (v.proposed_by = $1 or v.proposed_to = $1)
           and ($5::uuid is null or v.proposed_by = $5 or v.proposed_to = $5)
           and ($2::timestamptz is null or (v.proposed_at, v.id) < ($2, $3::uuid)) order by v.proposed_at desc, v.id desc limit $4`,
        [id, at, afterId, limit + 1, counterpartId ? (isId(counterpartId) ? counterpartId : nobody) : null],
      )
      return pageFrom(
        rows,
        limit,
        at !== null,
        (row) => [asDate(row.proposed_at).toISOString(), row.id],
        (row) => row,
      )
    },
    ...viewerOutlets,
    latenesses: async ({ id }, { filter, ...page }, { services }) =>
      latenessesOf(services.store, id, page, filter ?? {}),
  },
  CaseSummary: {
    byCounterpart: ({ counterparts }, { first }) => {
      const { limit } = pageOf({ first }, 1)
      return counterparts.slice(0, limit)
    },
  },
}
