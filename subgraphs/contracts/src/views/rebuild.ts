import { isId } from '@torihiki/shared/ids.ts'
import type { Store, Tx } from '@torihiki/shared/store/store.ts'
import type { ThreadSide } from '../domain/cases/actions.ts'
import { lockViewMember, saveWords } from './project.ts'
import { caseFeed, viewTables } from './sides.ts'

/**
 * Builds a member's view of a side anew from the record of events (A16), in one transaction under that member's row lock, so that
 * others are served meanwhile and readers see the old rows until the new ones stand. The feed is not touched: no number is used again and
 * nothing is told twice. Read marks and notes are no projection and stay.
 *
 * Only versions that the feed has told of are taken in: those above are left to the projector, which will tell of them. A thread
 * whose row was lost is found by what the feed last told of it.
 * @param done runs in the same transaction when the view stands, with the number of its threads
 */
export async function rebuildMember(
  store: Store,
  side: ThreadSide,
  memberId: string,
  done: (tx: Tx, threads: number) => Promise<void> = async () => undefined,
): Promise<number> {
  if (!isId(memberId)) throw new Error(`Not a member id: ${memberId}`)
  const { thread, words, count, total, read, member, dirty } = viewTables[side]
  const [own, counterpart] = side === 'SOURCE' ? ['t.source_id', 't.partner_id'] : ['t.partner_id', 't.source_id']
  return store.transaction(async (tx) => {
    await lockViewMember(tx, side, memberId)
    await tx.sql(`create temporary table fresh on commit drop as
      select t.id as thread_id, ${counterpart} as counterpart_id, c.title, last.version as applied_version, last.status_after as status,
        last.delayed, last.at as changed_at,
        (select count(*)::int from thread_event e where e.thread_id = t.id and e.version <= last.version
           and e.by_side is distinct from '${side}' and e.version > coalesce(r.version, 0)) as unread
      from case_thread t join business_case c on c.id = t.case_id
      left join ${thread} v on v.member_id = ${own} and v.thread_id = t.id
      join thread_event last on last.thread_id = t.id and last.version = coalesce(v.applied_version,
        (select max((f.body ->> 'version')::int) from feed_entry f
         where f.feed = '${caseFeed(side, memberId)}' and f.subject = t.id::text))
      left join ${read} r on r.member_id = ${own} and r.thread_id = t.id
      where ${own} = '${memberId}'`)
    await tx.sql(
      `insert into ${dirty} (member_id, thread_id, version)
       select $1, t.id, t.version from case_thread t left join fresh f on f.thread_id = t.id
       where ${own} = $1 and t.version > coalesce(f.applied_version, 0) on conflict do nothing`,
      [memberId],
    )
    await tx.sql(`delete from ${thread} where member_id = $1`, [memberId])
    await tx.sql(`delete from ${words} where member_id = $1`, [memberId])
    await tx.sql(`delete from ${count} where member_id = $1`, [memberId])
    await tx.sql(`delete from ${total} where member_id = $1`, [memberId])
    await tx.sql(
      `insert into ${thread} (member_id, thread_id, counterpart_id, title, applied_version, status, delayed, unread, changed_at)
       select $1, thread_id, counterpart_id, title, applied_version, status, delayed, unread, changed_at from fresh`,
      [memberId],
    )
    await saveWords(
      tx,
      side,
      memberId,
      (await tx.sql<{ thread_id: string }>('select thread_id from fresh')).map((row) => row.thread_id),
    )
    await tx.sql(
      `insert into ${count} (member_id, counterpart_id, status, count)
       select $1, counterpart_id, status, count(*) from fresh group by counterpart_id, status`,
      [memberId],
    )
    await tx.sql(
      `insert into ${total} (member_id, unread, delayed)
       select $1, coalesce(sum(unread), 0), count(*) filter (where delayed) from fresh`,
      [memberId],
    )
    await tx.sql(`update ${member} set rebuilt_at = now() where member_id = $1`, [memberId])
    const [row] = await tx.sql<{ threads: number }>('select count(*)::int as threads from fresh')
    const threads = row?.threads ?? 0
    await done(tx, threads)
    return threads
  })
}
