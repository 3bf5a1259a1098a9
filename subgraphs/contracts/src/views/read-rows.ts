import type { Tx } from '@torihiki/shared/store/store.ts'
import type { ThreadSide } from '../domain/cases/actions.ts'
import { caseQuery } from '../domain/cases/case-words.ts'
import { caseStatuses, type CaseStatus } from '../domain/cases/status.ts'
import type { CaseViewEntryModel } from '../graphql/models.ts'
import { viewTables } from './sides.ts'

/** What narrows a list of cases: all that is given holds. */
export type CaseFilter = {
  status?: readonly CaseStatus[] | null | undefined
  counterpartId?: string | null | undefined
  delayed?: boolean | null | undefined
  unread?: boolean | null | undefined
  text?: string | null | undefined
  changedSince?: string | null | undefined
  changedBefore?: string | null | undefined
}

/** Where a page begins, after an entry of this instant and thread, and how long it is. */
export type PlaceInView = { readonly at: string | null; readonly id: string | null; readonly limit: number }

type Condition = { readonly text: string; readonly values: readonly unknown[] }

/** A search for words first looks through so many of the newest: what many cases have is found there, without looking up all that have it. */
const lookedThrough = 500

const columns = 'v.thread_id, counterpart_id, title, applied_version, status, delayed, unread, changed_at'
const newest = 'order by v.changed_at desc, v.thread_id desc limit $2'

/**
 * The rows of a member's view, newest change first. Each page costs about the same however many cases there are: with a status or a
 * counterpart, the newest of each status are put together from an index that has them in this order; words are looked for among the newest
 * first, and where that does not fill the page in the index of words.
 */
export async function readRows(
  sql: Tx['sql'],
  side: ThreadSide,
  memberId: string,
  filter: CaseFilter,
  place: PlaceInView,
): Promise<CaseViewEntryModel[]> {
  const query = filter.text?.trim() ? caseQuery(memberId, filter.text) : undefined
  if (query === null || filter.status?.length === 0) return []
  const { thread, words } = viewTables[side]
  const parameters: unknown[] = [memberId, place.limit]
  const where = conditionsOf(filter, place)
    .map(({ text, values }) => ` and ${numbered(text, values, parameters)}`)
    .join('')
  const byStatus = filter.status ?? (filter.counterpartId && query === undefined ? caseStatuses : null)
  if (byStatus) parameters.push([...new Set(byStatus)])
  const statuses = `$${parameters.length}::text[]`
  if (query === undefined) {
    const rowsOf = (status: string): string =>
      `select ${columns} from ${thread} v where v.member_id = $1${status}${where} ${newest}`
    if (!byStatus) return sql(rowsOf(''), parameters)
    return sql(
      `select ${columns} from unnest(${statuses}) as wanted (s)
       cross join lateral (${rowsOf(' and v.status = wanted.s')}) as v ${newest}`,
      parameters,
    )
  }
  const all = `${where}${filter.status ? ` and v.status = any(${statuses})` : ''}`
  parameters.push(query)
  const typed = `$${parameters.length}::tsquery`
  const rows = await sql<CaseViewEntryModel>(
    `select ${columns} from (select * from ${thread} v where v.member_id = $1${where} order by changed_at desc, thread_id desc limit ${lookedThrough}) v
     where true${all}
       and exists (select from ${words} w where w.member_id = $1 and w.thread_id = v.thread_id and w.words @@ ${typed}) ${newest}`,
    parameters,
  )
  if (rows.length >= place.limit) return rows
  return sql(
    // Each of those found is looked up by its key: PostgreSQL guesses far too many, and would read the whole view beside them. (offset 0)
    `with found as materialized (select thread_id from ${words} w where w.words @@ ${typed})
     select ${columns} from found
     cross join lateral (select * from ${thread} x where x.member_id = $1 and x.thread_id = found.thread_id offset 0) v
     where true${all} ${newest}`,
    parameters,
  )
}

function conditionsOf(filter: CaseFilter, { at, id }: PlaceInView): Condition[] {
  return [
    ...given(filter.counterpartId, 'v.counterpart_id = ?::uuid'),
    ...(filter.delayed === true ? [{ text: 'v.delayed', values: [] }] : []),
    ...(filter.delayed === false ? [{ text: 'not v.delayed', values: [] }] : []),
    ...(filter.unread === true ? [{ text: 'v.unread > 0', values: [] }] : []),
    ...(filter.unread === false ? [{ text: 'v.unread = 0', values: [] }] : []),
    ...given(filter.changedSince, 'v.changed_at >= ?::timestamptz'),
    ...given(filter.changedBefore, 'v.changed_at < ?::timestamptz'),
    ...(at === null ? [] : [{ text: '(v.changed_at, v.thread_id) < (?::timestamptz, ?::uuid)', values: [at, id] }]),
  ]
}

function given(value: unknown, text: string): Condition[] {
  return value === null || value === undefined ? [] : [{ text, values: [value] }]
}

/** The condition with its values numbered among the parameters. */
function numbered(text: string, values: readonly unknown[], parameters: unknown[]): string {
  let next = 0
  return text.replaceAll('?', () => {
    parameters.push(values[next++])
    return `$${parameters.length}`
  })
}
