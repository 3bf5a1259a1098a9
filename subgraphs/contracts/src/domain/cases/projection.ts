import type { CaseEventKind, CaseStatus } from './status.ts'
import type { ThreadSide } from './actions.ts'

/** A thread's event as the views read it. */
export type ThreadEvent = {
  readonly threadId: string
  readonly version: number
  readonly kind: CaseEventKind
  readonly at: Date
  /** The side that acted; null when the hub or a third party did. */
  readonly bySide: ThreadSide | null
  readonly statusAfter: CaseStatus
  readonly delayed: boolean
}

/** A thread as one member's view shows it. Version 0: not in the view yet. */
export type ViewRow = {
  readonly appliedVersion: number
  readonly status: CaseStatus | null
  readonly delayed: boolean
  readonly unread: number
  readonly changedAt: Date | null
}

/** A thread that is not in the view yet. */
export const emptyViewRow: ViewRow = { appliedVersion: 0, status: null, delayed: false, unread: 0, changedAt: null }

/** What one event changes in a view. */
export type ViewChange = { readonly row: ViewRow; readonly before: ViewRow; readonly event: ThreadEvent }

/**
 * Applies events to a row, in version order, each once: those at or below the applied version change nothing.
 * What the other side or the hub did counts as unread unless it was read already.
 * @throws when a version is missing: versions have no gaps, so the record would be broken
 */
export function applyEvents(
  row: ViewRow,
  events: readonly ThreadEvent[],
  side: ThreadSide,
  readVersion: number,
): ViewChange[] {
  const changes: ViewChange[] = []
  let before = row
  for (const event of events) {
    if (event.version <= before.appliedVersion) continue
    if (event.version !== before.appliedVersion + 1) {
      throw new Error(`Thread ${event.threadId}: version ${event.version} follows ${before.appliedVersion}.`)
    }
    const isNews = event.bySide !== side && event.version > readVersion
    const after: ViewRow = {
      appliedVersion: event.version,
      status: event.statusAfter,
      delayed: event.delayed,
      unread: before.unread + (isNews ? 1 : 0),
      changedAt: event.at,
    }
    changes.push({ row: after, before, event })
    before = after
  }
  return changes
}

/** How the counts per status change between two states of a row: by the difference, in the same transaction. */
export function countDifference(
  before: CaseStatus | null,
  after: CaseStatus | null,
): readonly (readonly [CaseStatus, 1 | -1])[] {
  if (before === after) return []
  return [...(before ? [[before, -1] as const] : []), ...(after ? [[after, 1] as const] : [])]
}
