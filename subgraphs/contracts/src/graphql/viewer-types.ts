import { readSummary, readView, waitForVersion } from '../views/read-view.ts'
import type { Resolvers } from './generated.ts'
import { latenessesOf } from './lateness-types.ts'

/** What a signed-in member sees of its cases. A viewer that is not the actor is not resolved. */
export const viewerTypes: Pick<Resolvers, 'Viewer'> = {
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
        byCounterpart: [...perCounterpart].map(([counterpartId, rows]) => ({
          counterpart: { __typename: 'Member', id: counterpartId },
          total: sum(rows),
          byStatus: rows,
        })),
      }
    },
    latenesses: async ({ id }, { filter, ...page }, { services }) =>
      latenessesOf(services.store, id, page, filter ?? {}),
  },
}
