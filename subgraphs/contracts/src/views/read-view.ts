import { feedCursor, feedHead } from '@torihiki/shared/feeds/feed.ts'
import {
  badRequest,
  pageByInstant,
  pageFrom,
  type Page,
  type PageRequest,
} from '@torihiki/shared/graphql/connection.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import type { Store, Tx } from '@torihiki/shared/store/store.ts'
import type { ThreadSide } from '../domain/cases/actions.ts'
import type { CaseStatus } from '../domain/cases/status.ts'
import type { CaseViewEntryModel } from '../graphql/models.ts'
import { readRows, type CaseFilter } from './read-rows.ts'
import { caseFeed, viewTables } from './sides.ts'

/** How long an inquiry with `atLeastVersion` waits for its act to show, and how often it looks. */
export const longestWaitMs = 3_000
const lookEveryMs = 25

export type AsOf = { at: Date; lag: number }
type Sql = Tx['sql']

/**
 * A page of a member's view, newest change first, with the head cursor of the same snapshot: who subscribes after it misses
 * nothing that the page lacks. Reads this side's tables alone (A15).
 */
export async function readView(
  store: Store,
  side: ThreadSide,
  memberId: string,
  request: PageRequest,
  filter: CaseFilter,
): Promise<Page<CaseViewEntryModel> & { headCursor: string; asOf: AsOf }> {
  const { limit, at, id } = pageByInstant(request)
  return inSnapshot(store, async (sql) => {
    const rows = await readRows(sql, side, memberId, filter, { at, id, limit: limit + 1 })
    const page = pageFrom(
      rows,
      limit,
      at !== null,
      (row) => [asDate(row.changed_at).toISOString(), row.thread_id],
      (row) => row,
    )
    return { ...page, headCursor: await headCursor(sql, side, memberId), asOf: await asOf(sql, side, memberId) }
  })
}

export type Summary = {
  total: number
  unread: number
  delayed: number
  newestChangeAt: Date | null
  counts: { counterpart_id: string; status: CaseStatus; count: number }[]
  headCursor: string
  asOf: AsOf
}

/** How many cases have which status, per counterpart, as the view has counted them (A14, A15). */
export async function readSummary(store: Store, side: ThreadSide, memberId: string): Promise<Summary> {
  const { count, total, thread } = viewTables[side]
  return inSnapshot(store, async (sql) => {
    const counts = await sql<Summary['counts'][number]>(
      `select counterpart_id, status, count from ${count} where member_id = $1 and count <> 0 order by counterpart_id, status`,
      [memberId],
    )
    const [totals] = await sql<{ unread: string; delayed: string }>(
      `select unread, delayed from ${total} where member_id = $1`,
      [memberId],
    )
    const [newest] = await sql<{ at: string | null }>(
      `select changed_at as at from ${thread} where member_id = $1 order by changed_at desc, thread_id desc limit 1`,
      [memberId],
    )
    return {
      total: counts.reduce((sum, row) => sum + row.count, 0),
      unread: Number(totals?.unread ?? 0),
      delayed: Number(totals?.delayed ?? 0),
      newestChangeAt: asDateOrNull(newest?.at),
      counts,
      headCursor: await headCursor(sql, side, memberId),
      asOf: await asOf(sql, side, memberId),
    }
  })
}

/** Waits, within `longestWaitMs`, until the member's view shows this version of the thread. */
export async function waitForVersion(
  store: Store,
  side: ThreadSide,
  memberId: string,
  threadId: string,
  version: number,
): Promise<void> {
  const until = Date.now() + longestWaitMs
  while (Date.now() < until) {
    const [row] = await store.query(
      `select 1 from ${viewTables[side].thread} where member_id = $1 and thread_id = $2 and applied_version >= $3`,
      [memberId, threadId, version],
    )
    if (row) return
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
  }
  throw badRequest(
    'VIEW_BEHIND',
    `The view does not show version ${version} of this thread yet. Ask again, or leave atLeastVersion out.`,
  )
}

/** All reads of an inquiry see one snapshot. */
async function inSnapshot<T>(store: Store, read: (sql: Sql) => Promise<T>): Promise<T> {
  return store.transaction(async (tx) => {
    await tx.sql('set transaction isolation level repeatable read')
    return read((text, parameters) => tx.sql(text, parameters))
  })
}

async function headCursor(sql: Sql, side: ThreadSide, memberId: string): Promise<string> {
  const feed = caseFeed(side, memberId)
  const { epoch, head } = await feedHead(sql, feed)
  return feedCursor(feed, epoch, head)
}

/**
 * The lag as the reader computes it: how many events the record has that the view lacks. For a partner's view those that wait
 * in the source's projector count too, so a dead projector of either side shows.
 */
async function asOf(sql: Sql, side: ThreadSide, memberId: string): Promise<AsOf> {
  const waiting =
    side === 'SOURCE'
      ? `select thread_id from source_view_dirty where member_id = $1`
      : `select thread_id from partner_view_dirty where member_id = $1
         union select d.thread_id from source_view_dirty d join case_thread x on x.id = d.thread_id where x.partner_id = $1`
  const [row] = await sql<{ lag: string; now: string }>(
    `select coalesce(sum(t.version - coalesce(v.applied_version, 0)), 0) as lag, now() as now
     from (${waiting}) w join case_thread t on t.id = w.thread_id
     left join ${viewTables[side].thread} v on v.member_id = $1 and v.thread_id = t.id`,
    [memberId],
  )
  return { at: asDate(row?.now), lag: Number(row?.lag ?? 0) }
}
