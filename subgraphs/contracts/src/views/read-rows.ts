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

/**
 * The rows of a member's view, newest change first. Each page costs about the same however many cases there are: with a status or a
 * counterpart, the newest of each status are put together from an index that has them in this order.
 */
export async function readRows(
  sql: Tx['sql'],
  side: ThreadSide,
  memberId: string,
  filter: CaseFilter,
  { at, id, limit }: PlaceInView,
): Promise<CaseViewEntryModel[]> {
  const query = filter.text?.trim() ? caseQuery(memberId, filter.text) : undefined
  if (query === null || filter.status?.length === 0) return []
  const parameters: unknown[] = [memberId, limit]
  const { thread, words } = viewTables[side]
  const conditions: Condition[] = [
    ...given(filter.counterpartId, 'v.counterpart_id = ?::uuid'),
    ...(filter.delayed === true ? [{ text: 'v.delayed', values: [] }] : []),
    ...(filter.delayed === false ? [{ text: 'not v.delayed', values: [] }] : []),
    ...(filter.unread === true ? [{ text: 'v.unread > 0', values: [] }] : []),
    ...(filter.unread === false ? [{ text: 'v.unread = 0', values: [] }] : []),
    ...given(filter.changedSince, 'v.changed_at >= ?::timestamptz'),
    ...given(filter.changedBefore, 'v.changed_at < ?::timestamptz'),
    ...(at === null ? [] : [{ text: '(v.changed_at, v.thread_id) < (?::timestamptz, ?::uuid)', values: [at, id] }]),
    ...given(
      query,
      `exists (select from ${words} w where w.member_id = $1 and w.thread_id = v.thread_id and w.words @@ ?::tsquery)`,
    ),
  ]
  const where = conditions.map(({ text, values }) => ` and ${numbered(text, values, parameters)}`).join('')
  const columns = 'thread_id, counterpart_id, title, applied_version, status, delayed, unread, changed_at'
  const newest = 'order by changed_at desc, thread_id desc limit $2'
  const rowsOf = (status: string): string =>
    `select ${columns} from ${thread} v where v.member_id = $1${status}${where} ${newest}`
  const byStatus = filter.status ?? (filter.counterpartId ? caseStatuses : null)
  if (!byStatus || query !== undefined) {
    if (!filter.status) return sql(rowsOf(''), parameters)
    parameters.push([...filter.status])
    return sql(rowsOf(` and v.status = any($${parameters.length}::text[])`), parameters)
  }
  parameters.push([...new Set(byStatus)])
  return sql(
    `select ${columns} from unnest($${parameters.length}::text[]) as wanted (s)
     cross join lateral (${rowsOf(' and v.status = wanted.s')}) as found ${newest}`,
    parameters,
  )
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
