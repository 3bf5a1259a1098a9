import type { NewFeedEntry } from '@torihiki/shared/feeds/write-entries.ts'
import type { HintBus } from '@torihiki/shared/feeds/watch.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import type { Store, Tx } from '@torihiki/shared/store/store.ts'
import type { ThreadSide } from '../domain/cases/actions.ts'
import {
  applyEvents,
  countDifference,
  emptyViewRow,
  type ThreadEvent,
  type ViewChange,
  type ViewRow,
} from '../domain/cases/projection.ts'
import type { CaseEventKind, CaseStatus } from '../domain/cases/status.ts'
import { caseFeed, viewTables } from './sides.ts'

/** How many threads of a member one transaction takes in at most. */
export const projectBatch = 500

type DirtyThread = {
  threadId: string
  counterpartId: string
  title: string
  readVersion: number
  row: ViewRow
}

/**
 * Brings one member's view of one side up to date (A14, A15): reads the thread versions above those applied, applies them in
 * order, moves counts by the difference, and numbers the feed, all in one transaction under the member's row lock.
 * The source's view passes its changes on to the partners' views. A wake-up too many finds nothing to do.
 * @returns how many changes were taken in
 */
export async function projectMember(store: Store, hints: HintBus, side: ThreadSide, memberId: string): Promise<number> {
  let total = 0
  for (;;) {
    const taken = await store.transaction((tx) => projectBatchOf(tx, hints, side, memberId))
    total += taken.changes
    if (taken.threads < projectBatch) return total
  }
}

async function projectBatchOf(
  tx: Tx,
  hints: HintBus,
  side: ThreadSide,
  memberId: string,
): Promise<{ threads: number; changes: number }> {
  await lockViewMember(tx, side, memberId)
  const dirty = await takeDirty(tx, side, memberId)
  if (dirty.length === 0) return { threads: 0, changes: 0 }
  const threads = await loadThreads(tx, side, memberId, dirty)
  const events = await loadEvents(tx, threads)
  const changed = threads.flatMap((thread) => {
    const changes = applyEvents(thread.row, events.get(thread.threadId) ?? [], side, thread.readVersion)
    return changes.length > 0 ? [{ thread, changes }] : []
  })
  await saveRows(tx, side, memberId, changed)
  const added = changed.filter(({ thread: { row } }) => row.appliedVersion === 0)
  if (added.length > 0)
    await saveWords(
      tx,
      side,
      memberId,
      added.map(({ thread }) => thread.threadId),
    )
  await saveCounts(tx, side, memberId, changed)
  const feed = caseFeed(side, memberId)
  tx.append(feed, feedEntries(changed))
  if (side === 'SOURCE') await passOn(tx, changed)
  tx.afterCommit(() => hints.publish([feed]))
  return { threads: dirty.length, changes: changed.reduce((sum, { changes }) => sum + changes.length, 0) }
}

/** Takes the row lock under which a member's view changes. */
export async function lockViewMember(tx: Tx, side: ThreadSide, memberId: string): Promise<void> {
  const { member } = viewTables[side]
  await tx.sql(`insert into ${member} (member_id) values ($1) on conflict do nothing`, [memberId])
  await tx.sql(`select 1 from ${member} where member_id = $1 for no key update`, [memberId])
}

async function takeDirty(tx: Tx, side: ThreadSide, memberId: string): Promise<string[]> {
  const { dirty } = viewTables[side]
  const rows = await tx.sql<{ thread_id: string }>(
    `delete from ${dirty} where (member_id, thread_id, version) in (
       select member_id, thread_id, version from ${dirty} where member_id = $1 order by at limit $2)
     returning thread_id`,
    [memberId, projectBatch],
  )
  return rows.map((row) => row.thread_id)
}

async function loadThreads(
  tx: Tx,
  side: ThreadSide,
  memberId: string,
  threadIds: readonly string[],
): Promise<DirtyThread[]> {
  const { thread, read } = viewTables[side]
  const counterpart = side === 'SOURCE' ? 't.partner_id' : 't.source_id'
  const rows = await tx.sql<{
    thread_id: string
    counterpart_id: string
    title: string
    read_version: number | null
    applied_version: number | null
    status: CaseStatus | null
    delayed: boolean | null
    unread: number | null
    changed_at: string | null
  }>(
    `select t.id as thread_id, ${counterpart} as counterpart_id, c.title, r.version as read_version,
            v.applied_version, v.status, v.delayed, v.unread, v.changed_at
     from case_thread t join business_case c on c.id = t.case_id
     left join ${thread} v on v.member_id = $1 and v.thread_id = t.id
     left join ${read} r on r.member_id = $1 and r.thread_id = t.id
     where t.id = any($2::uuid[])`,
    [memberId, [...new Set(threadIds)]],
  )
  return rows.map((row) => ({
    threadId: row.thread_id,
    counterpartId: row.counterpart_id,
    title: row.title,
    readVersion: row.read_version ?? 0,
    row:
      row.applied_version === null
        ? emptyViewRow
        : {
            appliedVersion: row.applied_version,
            status: row.status,
            delayed: row.delayed ?? false,
            unread: row.unread ?? 0,
            changedAt: asDateOrNull(row.changed_at),
          },
  }))
}

async function loadEvents(tx: Tx, threads: readonly DirtyThread[]): Promise<Map<string, ThreadEvent[]>> {
  const rows = await tx.sql<{
    thread_id: string
    version: number
    kind: CaseEventKind
    at: string
    by_side: ThreadSide | null
    status_after: CaseStatus
    delayed: boolean
  }>(
    `select e.thread_id, e.version, e.kind, e.at, e.by_side, e.status_after, e.delayed
     from unnest($1::uuid[], $2::int[]) as behind (thread_id, applied)
     join thread_event e on e.thread_id = behind.thread_id and e.version > behind.applied
     order by e.thread_id, e.version`,
    [threads.map((t) => t.threadId), threads.map((t) => t.row.appliedVersion)],
  )
  const events = new Map<string, ThreadEvent[]>()
  for (const row of rows) {
    const ofThread = events.get(row.thread_id) ?? []
    ofThread.push({
      threadId: row.thread_id,
      version: row.version,
      kind: row.kind,
      at: asDate(row.at),
      bySide: row.by_side,
      statusAfter: row.status_after,
      delayed: row.delayed,
    })
    events.set(row.thread_id, ofThread)
  }
  return events
}

type ChangedThread = { thread: DirtyThread; changes: ViewChange[] }

function lastRow({ changes, thread }: ChangedThread): ViewRow {
  return changes.at(-1)?.row ?? thread.row
}

async function saveRows(tx: Tx, side: ThreadSide, memberId: string, changed: readonly ChangedThread[]): Promise<void> {
  if (changed.length === 0) return
  const rows = changed.map((each) => ({ ...each.thread, row: lastRow(each) }))
  await tx.sql(
    `insert into ${viewTables[side].thread}
       (member_id, thread_id, counterpart_id, title, applied_version, status, delayed, unread, changed_at)
     select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::int[], $6::text[], $7::boolean[], $8::int[], $9::timestamptz[])
     on conflict (member_id, thread_id) do update set applied_version = excluded.applied_version, status = excluded.status,
       delayed = excluded.delayed, unread = excluded.unread, changed_at = excluded.changed_at`,
    [
      memberId,
      rows.map((r) => r.threadId),
      rows.map((r) => r.counterpartId),
      rows.map((r) => r.title),
      rows.map((r) => r.row.appliedVersion),
      rows.map((r) => r.row.status),
      rows.map((r) => r.row.delayed),
      rows.map((r) => r.row.unread),
      rows.map((r) => r.row.changedAt?.toISOString()),
    ],
  )
}

/** The words by which a member finds the threads' cases, each marked with the member. They never change. */
export async function saveWords(
  tx: Tx,
  side: ThreadSide,
  memberId: string,
  threadIds: readonly string[],
): Promise<void> {
  await tx.sql(
    `insert into ${viewTables[side].words} (member_id, thread_id, words)
     select $1::uuid, t.id, array_to_tsvector(array(select $1::uuid || '/' || w from unnest(c.words) w))
     from case_thread t join business_case c on c.id = t.case_id where t.id = any($2::uuid[]) on conflict do nothing`,
    [memberId, threadIds],
  )
}

async function saveCounts(
  tx: Tx,
  side: ThreadSide,
  memberId: string,
  changed: readonly ChangedThread[],
): Promise<void> {
  const { count, total } = viewTables[side]
  const differences = new Map<string, { counterpartId: string; status: string; by: number }>()
  let unread = 0
  let delayed = 0
  for (const each of changed) {
    const after = lastRow(each)
    unread += after.unread - each.thread.row.unread
    delayed += Number(after.delayed) - Number(each.thread.row.delayed)
    for (const [status, by] of countDifference(each.thread.row.status, after.status)) {
      const key = `${each.thread.counterpartId} ${status}`
      const so = differences.get(key) ?? { counterpartId: each.thread.counterpartId, status, by: 0 }
      differences.set(key, { ...so, by: so.by + by })
    }
  }
  const list = [...differences.values()].filter((d) => d.by !== 0)
  if (list.length > 0) {
    await tx.sql(
      `insert into ${count} (member_id, counterpart_id, status, count) select $1, * from unnest($2::uuid[], $3::text[], $4::int[])
       on conflict (member_id, counterpart_id, status) do update set count = ${count}.count + excluded.count`,
      [memberId, list.map((d) => d.counterpartId), list.map((d) => d.status), list.map((d) => d.by)],
    )
  }
  await tx.sql(
    `insert into ${total} (member_id, unread, delayed) values ($1, $2, $3)
     on conflict (member_id) do update set unread = ${total}.unread + excluded.unread, delayed = ${total}.delayed + excluded.delayed`,
    [memberId, unread, delayed],
  )
}

/** In the order in which things happened; within a thread always in the order of its versions, whatever the clocks say. */
function feedEntries(changed: readonly ChangedThread[]): NewFeedEntry[] {
  const entries = changed.flatMap(({ changes }) => {
    let latest = 0
    return changes.map((change) => {
      latest = Math.max(latest, change.event.at.getTime())
      return { key: latest, entry: entryOf(change) }
    })
  })
  return entries.toSorted((a, b) => a.key - b.key).map(({ entry }) => entry)
}

function entryOf({ before, row, event }: ViewChange): NewFeedEntry {
  return {
    at: event.at,
    kind: before.appliedVersion === 0 ? 'CASE_ADDED' : 'CASE_CHANGED',
    subject: event.threadId,
    body: { event: event.kind, statusBefore: before.status, statusAfter: row.status, version: event.version },
  }
}

/** The partners' views have to take in the same versions (A15). Their projector is woken, not told what to count. */
async function passOn(tx: Tx, changed: readonly ChangedThread[]): Promise<void> {
  await tx.sql(
    `with dirty as (
       insert into partner_view_dirty (member_id, thread_id, version)
       select * from unnest($1::uuid[], $2::uuid[], $3::int[]) on conflict do nothing returning member_id)
     select pg_notify('case_view', 'PARTNER ' || member_id) from (select distinct member_id from dirty) d`,
    [
      changed.map(({ thread }) => thread.counterpartId),
      changed.map(({ thread }) => thread.threadId),
      changed.map((each) => lastRow(each).appliedVersion),
    ],
  )
}

/** Changes that wait are counted up to this: beyond it the figure says enough. */
export const mostBacklogCounted = 10_000

/** How much waits to be taken into a side's views, and for how long: what an operator looks at when views are behind (A16). */
export async function viewBacklog(store: Store, side: ThreadSide): Promise<{ waiting: number; oldestSeconds: number }> {
  const [row] = await store.query<{ waiting: string; oldest: string | null }>(
    `select (select count(*) from (select from ${viewTables[side].dirty} limit $1) counted) as waiting,
            (select extract(epoch from now() - at) from ${viewTables[side].dirty} order by at limit 1) as oldest`,
    [mostBacklogCounted],
  )
  return { waiting: Number(row?.waiting ?? 0), oldestSeconds: Math.max(0, Number(row?.oldest ?? 0)) }
}

/** Members whose view of a side has something to take in for longer than `seconds`: what the sweep finds. */
export async function dirtyMembers(store: Store, side: ThreadSide, seconds: number, limit: number): Promise<string[]> {
  const rows = await store.query<{ member_id: string }>(
    `select distinct member_id from ${viewTables[side].dirty} where at <= now() - make_interval(secs => $1) limit $2`,
    [seconds, limit],
  )
  return rows.map((row) => row.member_id)
}
