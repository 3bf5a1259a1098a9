import type { ThreadSide } from '../domain/cases/actions.ts'

/** The names of one side's tables. The two sides share code, never tables. */
export type ViewTables = {
  member: string
  thread: string
  words: string
  count: string
  total: string
  dirty: string
  read: string
}

function tablesOf(prefix: 'source_view' | 'partner_view'): ViewTables {
  return {
    member: `${prefix}_member`,
    thread: `${prefix}_thread`,
    words: `${prefix}_words`,
    count: `${prefix}_count`,
    total: `${prefix}_total`,
    dirty: `${prefix}_dirty`,
    read: `${prefix}_read`,
  }
}

export const viewTables: Readonly<Record<ThreadSide, ViewTables>> = {
  SOURCE: tablesOf('source_view'),
  PARTNER: tablesOf('partner_view'),
}

/** The feed of a member's view. */
export function caseFeed(side: ThreadSide, memberId: string): string {
  return `${side === 'SOURCE' ? 'source' : 'partner'}-cases/${memberId}`
}

/** The channel on which PostgreSQL tells projectors that a view is behind; the payload is `<side> <member id>`. */
export const caseViewChannel = 'case_view'
