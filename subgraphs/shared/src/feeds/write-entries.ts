import type { Row } from '../store/sql.ts'

/** An entry before it has its number. */
export type NewFeedEntry = {
  readonly at: Date
  readonly kind: string
  readonly subject: string
  readonly body: Readonly<Record<string, unknown>>
}
/** An entry and the feed to which it is appended. */
export type FeedAppend = { readonly feed: string; readonly entry: NewFeedEntry }

/**
 * Appends entries to their feeds in one statement, numbered without gaps under the row locks of the feeds' heads, which are taken in name order: number order is commit order.
 * It is the last that a transaction does, for many want the same heads.
 */
export async function writeEntries(
  sql: (text: string, parameters: readonly unknown[]) => Promise<Row[]>,
  appends: readonly FeedAppend[],
): Promise<void> {
  if (appends.length === 0) return
  await sql(
    `with given as (select * from unnest($1::text[], $2::timestamptz[], $3::text[], $4::text[], $5::jsonb[])
                    with ordinality as g (feed, at, kind, subject, body, nth)),
          heads as (insert into feed_head (feed, head)
                      select feed, count(*) from given group by feed order by feed collate "C"
                    on conflict (feed) do update set head = feed_head.head + excluded.head returning feed, head)
     insert into feed_entry (feed, seq, at, kind, subject, body)
     select feed, h.head - count(*) over (partition by feed) + row_number() over (partition by feed order by g.nth), g.at, g.kind, g.subject, g.body
     from given g join heads h using (feed)`,
    [
      appends.map(({ feed }) => feed),
      appends.map(({ entry }) => entry.at.toISOString()),
      appends.map(({ entry }) => entry.kind),
      appends.map(({ entry }) => entry.subject),
      appends.map(({ entry }) => JSON.stringify(entry.body)),
    ],
  )
}
