import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { ThreadSide } from '../domain/cases/actions.ts'
import { standingOf, type CaseEventKind, type CaseStatus, type Fact } from '../domain/cases/status.ts'

/** A thread as it stands, its row locked until the transaction ends. */
export type Thread = {
  id: string
  caseId: string
  sourceId: string
  partnerId: string
  version: number
  status: CaseStatus
  changedAt: Date
  /** When it ends by itself unless a contract stands by then. */
  expiresAt: Date | null
}

type ThreadRow = {
  id: string
  case_id: string
  source_id: string
  partner_id: string
  version: number
  status: CaseStatus
  changed_at: string
  expires_at: string | null
}

function threadOf(row: ThreadRow): Thread {
  return {
    id: row.id,
    caseId: row.case_id,
    sourceId: row.source_id,
    partnerId: row.partner_id,
    version: row.version,
    status: row.status,
    changedAt: asDate(row.changed_at),
    expiresAt: asDateOrNull(row.expires_at),
  }
}

/** Loads a thread and locks its row, or null. Versions are given under this lock, so they have no gaps. */
export async function lockThread(tx: Tx, threadId: string): Promise<Thread | null> {
  const [row] = await tx.sql<ThreadRow>('select * from case_thread where id = $1 for no key update', [threadId])
  return row ? threadOf(row) : null
}

/** From which end a member stands to a thread; null when it is no party. */
export function sideOf(thread: { sourceId: string; partnerId: string }, memberId: string): ThreadSide | null {
  if (thread.sourceId === memberId) return 'SOURCE'
  return thread.partnerId === memberId ? 'PARTNER' : null
}

/** What happened, as it is to be appended. `factId` names it for ever: the same fact twice changes nothing. */
export type NewFact = {
  readonly fact: Fact
  readonly factId: string
  readonly actorId: string | null
  readonly bySide: ThreadSide | null
  readonly at: Date
}

/** The facts of a thread so far. */
export async function factsOf(tx: Tx, threadId: string): Promise<Fact[]> {
  const rows = await tx.sql<{ fact: Fact }>('select fact from thread_event where thread_id = $1 order by version', [
    threadId,
  ])
  return rows.map((row) => row.fact)
}

/**
 * Appends facts to a locked thread: each gets the next version, the status is computed anew from all facts, and both views
 * are told. A fact that is there already is passed over, so events delivered twice or in any order do no harm.
 * @returns the thread as it stands afterwards
 */
export async function appendFacts(tx: Tx, thread: Thread, newFacts: readonly NewFact[]): Promise<Thread> {
  const facts = await factsOf(tx, thread.id)
  let current = thread
  let standing = standingOf(facts)
  for (const next of newFacts) {
    facts.push(next.fact)
    const before = current.version === 0 ? null : standing.status
    const after = standingOf(facts)
    const inserted = await tx.sql(
      `insert into thread_event (thread_id, version, kind, at, actor_id, by_side, status_before, status_after, delayed, fact, fact_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (thread_id, fact_id) do nothing returning version`,
      [
        thread.id,
        current.version + 1,
        next.fact.kind,
        next.at,
        next.actorId,
        next.bySide,
        before,
        after.status,
        after.delayed,
        JSON.stringify(next.fact),
        next.factId,
      ],
    )
    if (inserted.length === 0) {
      facts.pop()
      continue
    }
    standing = after
    current = { ...current, version: current.version + 1, status: after.status, changedAt: next.at }
  }
  if (current.version === thread.version) return thread
  await tx.sql(
    'update case_thread set version = $2, status = $3, delayed = $4, partial = $5, changed_at = $6 where id = $1',
    [thread.id, current.version, standing.status, standing.delayed, standing.partial, current.changedAt],
  )
  await tx.sql(`insert into source_view_dirty (member_id, thread_id, version) values ($1, $2, $3)`, [
    thread.sourceId,
    thread.id,
    current.version,
  ])
  await tx.sql(`select pg_notify('case_view', 'SOURCE ' || $1::text)`, [thread.sourceId])
  return current
}

/** Makes a new thread, not yet with any fact. */
export async function insertThread(tx: Tx, thread: Thread): Promise<void> {
  await tx.sql(
    `insert into case_thread (id, case_id, source_id, partner_id, version, status, delayed, partial, changed_at, expires_at)
     values ($1, $2, $3, $4, 0, 'REGISTERED', false, false, $5, $6)`,
    [thread.id, thread.caseId, thread.sourceId, thread.partnerId, thread.changedAt, thread.expiresAt],
  )
}

export type { CaseEventKind }
