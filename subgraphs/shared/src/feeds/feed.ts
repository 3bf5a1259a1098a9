import { decodeCursor, encodeCursor } from '../graphql/cursor.ts'
import { asDate } from '../store/sql.ts'
import type { Store, Tx } from '../store/store.ts'
import type { NewFeedEntry } from './write-entries.ts'

/** One entry of a feed as it was written. `body` is the change as it was; the object beside it is read when it is shown. */
export type FeedEntry = NewFeedEntry & { readonly seq: bigint }

/** Where a feed stands: entries with `floor < seq <= head` can be replayed. */
export type FeedHead = { epoch: string; head: bigint; floor: bigint }

/** How long entries are kept for replay. */
export const feedKeptDays = 30
/** How many entries one read takes at most. */
export const feedPage = 200

/** Where a feed stands now. A feed that nothing was written to yet stands at zero. */
export async function feedHead(sql: Tx['sql'], feed: string): Promise<FeedHead> {
  const read = (): Promise<{ epoch: string; head: string; floor: string }[]> =>
    sql('select epoch, head, floor from feed_head where feed = $1', [feed])
  let [row] = await read()
  if (!row) {
    await sql('insert into feed_head (feed) values ($1) on conflict do nothing', [feed])
    row = (await read())[0]
  }
  if (!row) throw new Error(`Feed ${feed} has no head.`)
  return { epoch: row.epoch, head: BigInt(row.head), floor: BigInt(row.floor) }
}

/** The entries after a number, in order, a page at most. */
export async function readFeed(store: Store, feed: string, after: bigint): Promise<FeedEntry[]> {
  const rows = await store.query<{
    seq: string
    at: string
    kind: string
    subject: string
    body: Record<string, unknown>
  }>('select seq, at, kind, subject, body from feed_entry where feed = $1 and seq > $2 order by seq limit $3', [
    feed,
    after,
    feedPage,
  ])
  return rows.map((row) => ({ ...row, seq: BigInt(row.seq), at: asDate(row.at) }))
}

/** The heads of several feeds in one look, for the poll behind the hints. */
export async function readHeads(store: Store, feeds: readonly string[]): Promise<Map<string, bigint>> {
  const rows = await store.query<{ feed: string; head: string }>(
    'select feed, head from feed_head where feed = any($1::text[])',
    [feeds],
  )
  return new Map(rows.map((row) => [row.feed, BigInt(row.head)]))
}

/** Forgets entries older than `feedKeptDays`; cursors before them get a snapshot. Returns how many went. */
export async function trimFeeds(store: Store): Promise<number> {
  const rows = await store.query<{ gone: string }>(
    `with gone as (delete from feed_entry where at < now() - make_interval(days => $1) returning feed, seq),
          floors as (update feed_head h set floor = greatest(h.floor, g.last)
                     from (select feed, max(seq) as last from gone group by feed) g where h.feed = g.feed)
     select count(*) as gone from gone`,
    [feedKeptDays],
  )
  return Number(rows[0]?.gone ?? 0)
}

/** The cursor of a place in a feed: (feed, epoch, sequence). */
export function feedCursor(feed: string, epoch: string, seq: bigint): string {
  return encodeCursor([feed, epoch, seq.toString()])
}

/** What a client's cursor means for a feed: a place to go on from, too old (or of an earlier build), or not of this feed. */
export function placeOf(cursor: string, feed: string, head: FeedHead): { seq: bigint } | 'SNAPSHOT' | 'FOREIGN' {
  const parts = decodeCursor(cursor, 3)
  if (!parts || parts[0] !== feed || !/^\d{1,18}$/.test(String(parts[2]))) return 'FOREIGN'
  const seq = BigInt(String(parts[2]))
  if (parts[1] !== head.epoch || seq < head.floor || seq > head.head) return 'SNAPSHOT'
  return { seq }
}
