import { LiveFeed } from '@torihiki/shared/feeds/live-feed.ts'
import { mapFeed } from '@torihiki/shared/feeds/map-feed.ts'
import { pageByInstant, pageFrom } from '@torihiki/shared/graphql/connection.ts'
import { isId } from '@torihiki/shared/ids.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import type { Store } from '@torihiki/shared/store/store.ts'
import { rebuildFeed } from '../commands/rebuild-case-view.ts'
import type { Resolvers } from './generated.ts'
import type { CaseViewRebuildChangeModel, CaseViewRebuildModel } from './models.ts'

/** A rebuild of a view with its progress, or null. */
export async function rebuildById(store: Store, id: string): Promise<CaseViewRebuildModel | null> {
  if (!isId(id)) return null
  const [row] = await store.query<CaseViewRebuildModel>('select * from case_view_rebuild where id = $1', [id])
  return row ?? null
}

/** Rebuilds as administrators ask for them. */
export const rebuildQuery: Pick<Resolvers['Query'] & object, 'caseViewRebuild' | 'caseViewRebuilds'> = {
  caseViewRebuild: (_root, { id }, { services }) => rebuildById(services.store, id),
  caseViewRebuilds: async (_root, args, { services }) => {
    const { limit, at, id } = pageByInstant(args)
    const rows = await services.store.query<CaseViewRebuildModel>(
      `select * from case_view_rebuild where $1::timestamptz is null or (started_at, id) < ($1, $2::uuid)
       order by started_at desc, id desc limit $3`,
      [at, id, limit + 1],
    )
    return pageFrom(
      rows,
      limit,
      at !== null,
      (row) => [asDate(row.started_at).toISOString(), row.id],
      (row) => row,
    )
  },
}

/** The progress of one rebuild, live. */
export const rebuildSubscription: Pick<Resolvers['Subscription'] & object, 'caseViewRebuildChanged'> = {
  caseViewRebuildChanged: {
    subscribe: async (_root, { id, after }, { services }) => {
      const feed = new LiveFeed(services.store, services.watch, rebuildFeed(id), after ?? null)
      return mapFeed(feed, (message): { caseViewRebuildChanged: CaseViewRebuildChangeModel } => ({
        caseViewRebuildChanged: { message, rebuildId: id },
      }))
    },
  },
}

const kinds = { STARTED: 'FEED_STARTED', SNAPSHOT: 'SNAPSHOT_NEEDED' } as const

export const rebuildTypes: Pick<Resolvers, 'CaseViewRebuild' | 'CaseViewRebuildChange'> = {
  CaseViewRebuild: {
    view: (row) => row.side,
    member: (row) => (row.member_id ? { __typename: 'Member', id: row.member_id } : null),
    membersDone: (row) => row.members_done,
    threads: (row) => Number(row.threads),
    startedAt: (row) => asDate(row.started_at),
    endedAt: (row) => asDateOrNull(row.ended_at),
  },
  CaseViewRebuildChange: {
    cursor: ({ message }) => message.cursor,
    at: ({ message }) => (message.kind === 'ENTRY' ? message.entry.at : message.at),
    kind: ({ message }) => (message.kind === 'ENTRY' ? 'PROGRESSED' : kinds[message.kind]),
    rebuild: ({ rebuildId }, _args, { services }) => rebuildById(services.store, rebuildId),
  },
}
