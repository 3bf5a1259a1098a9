import type { Store } from '@torihiki/shared/store/store.ts'
import type { ThreadSide } from '../domain/cases/actions.ts'
import type { CaseStatus } from '../domain/cases/status.ts'
import { caseFeed, viewTables } from '../views/sides.ts'

type ViewThread = {
  thread_id: string
  counterpart_id: string
  applied_version: number
  status: CaseStatus
  delayed: boolean
  unread: number
  changed_at: string
}

/** A member's view of a side, whole and in a fixed order. */
export type WholeView = {
  threads: ViewThread[]
  /** `<counterpart> <status> <count>`, none of them zero. */
  counts: string[]
  unread: number
  delayed: number
}

/** The view as it stands. */
export async function viewOf(store: Store, side: ThreadSide, memberId: string): Promise<WholeView> {
  const { thread, count, total } = viewTables[side]
  const threads = await store.query<ViewThread>(
    `select thread_id, counterpart_id, applied_version, status, delayed, unread, changed_at::text from ${thread}
     where member_id = $1 order by thread_id`,
    [memberId],
  )
  const counts = await store.query<{ text: string }>(
    `select concat_ws(' ', counterpart_id, status, count) as text from ${count} where member_id = $1 and count <> 0`,
    [memberId],
  )
  const [totals] = await store.query<{ unread: string; delayed: string }>(
    `select unread, delayed from ${total} where member_id = $1`,
    [memberId],
  )
  return {
    threads,
    counts: counts.map(({ text }) => text).toSorted(),
    unread: Number(totals?.unread ?? 0),
    delayed: Number(totals?.delayed ?? 0),
  }
}

type EventRow = {
  thread_id: string
  counterpart_id: string
  version: number
  by_side: ThreadSide | null
  status: CaseStatus
  delayed: boolean
  changed_at: string
  read_version: number
}

/** What the view should be: counted from the record of events and the read marks, and from nothing else. */
export async function recount(store: Store, side: ThreadSide, memberId: string): Promise<WholeView> {
  const [own, counterpart] = side === 'SOURCE' ? ['source_id', 'partner_id'] : ['partner_id', 'source_id']
  const events = await store.query<EventRow>(
    `select e.thread_id, t.${counterpart} as counterpart_id, e.version, e.by_side, e.status_after as status, e.delayed,
            e.at::text as changed_at, coalesce(r.version, 0) as read_version
     from thread_event e join case_thread t on t.id = e.thread_id
     left join ${viewTables[side].read} r on r.thread_id = t.id and r.member_id = t.${own}
     where t.${own} = $1 order by e.thread_id, e.version`,
    [memberId],
  )
  const threads = [...Map.groupBy(events, (event) => event.thread_id).values()].flatMap((ofThread): ViewThread[] => {
    const last = ofThread.at(-1)
    if (!last) return []
    const { thread_id, counterpart_id, version, status, delayed, changed_at } = last
    const unread = ofThread.filter((event) => event.by_side !== side && event.version > event.read_version).length
    return [{ thread_id, counterpart_id, applied_version: version, status, delayed, unread, changed_at }]
  })
  const counts = Map.groupBy(threads, (thread) => `${thread.counterpart_id} ${thread.status}`)
  return {
    threads,
    counts: [...counts].map(([of, rows]) => `${of} ${rows.length}`).toSorted(),
    unread: threads.reduce((sum, thread) => sum + thread.unread, 0),
    delayed: threads.filter((thread) => thread.delayed).length,
  }
}

/** What a feed told and what it should have told: of each thread, its events in the order of their versions. */
export type ToldFeed = {
  seqs: number[]
  head: number
  told: Record<string, unknown[]>
  versions: Record<string, unknown[]>
}

/** Reads a member's feed, and beside it the record that it tells of. */
export async function feedOf(store: Store, side: ThreadSide, memberId: string): Promise<ToldFeed> {
  const feed = caseFeed(side, memberId)
  const entries = await store.query<{ seq: string; subject: string; kind: string; body: object }>(
    'select seq, subject, kind, body from feed_entry where feed = $1 order by seq',
    [feed],
  )
  const [head] = await store.query<{ head: string }>('select head from feed_head where feed = $1', [feed])
  const record = await store.query<{ thread_id: string; kind: string; body: object }>(
    `select e.thread_id, case e.version when 1 then 'CASE_ADDED' else 'CASE_CHANGED' end as kind,
            jsonb_build_object('event', e.kind, 'statusBefore', e.status_before, 'statusAfter', e.status_after, 'version', e.version) as body
     from thread_event e join case_thread t on t.id = e.thread_id
     where t.${side === 'SOURCE' ? 'source_id' : 'partner_id'} = $1 order by e.thread_id, e.version`,
    [memberId],
  )
  return {
    seqs: entries.map(({ seq }) => Number(seq)),
    head: Number(head?.head ?? 0),
    told: perThread(entries.map(({ subject, kind, body }) => ({ thread: subject, told: { kind, ...body } }))),
    versions: perThread(record.map(({ thread_id, kind, body }) => ({ thread: thread_id, told: { kind, ...body } }))),
  }
}

function perThread(entries: readonly { thread: string; told: unknown }[]): Record<string, unknown[]> {
  const groups = Map.groupBy(entries, ({ thread }) => thread)
  return Object.fromEntries([...groups].map(([thread, list]) => [thread, list.map(({ told }) => told)]))
}
