import type { EventPayload } from '@torihiki/schema'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { ThreadSide } from '../domain/cases/actions.ts'
import { standingOf, type CaseEventKind, type CaseStatus, type Fact, type Standing } from '../domain/cases/status.ts'

/** A thread as it stands, its row locked until the transaction ends. */
export type Thread = {
  id: string
  caseId: string
  caseCode: string
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
  case_code: string
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
    caseCode: row.case_code,
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
  return (await lockThreads(tx, [threadId])).get(threadId) ?? null
}

/** Loads threads and locks their rows, in the order of their ids. */
export async function lockThreads(tx: Tx, threadIds: readonly string[]): Promise<Map<string, Thread>> {
  const rows = await tx.sql<ThreadRow>(
    `select t.*, (select c.case_code from business_case c where c.id = t.case_id) as case_code
     from case_thread t where t.id = any($1::uuid[]) order by t.id for no key update of t`,
    [threadIds],
  )
  return new Map(rows.map((row) => [row.id, threadOf(row)]))
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
  /** Who acted for the actor, and how that one was asked (B14). */
  readonly operator?: Actor['operator']
  readonly bySide: ThreadSide | null
  readonly at: Date
  /** It belongs to an order at a shop, where the hub acts by a standing instruction (C1): the customer hears of its order instead. */
  readonly byInstruction?: boolean
}

/** The facts of a thread so far. */
export async function factsOf(tx: Tx, threadId: string): Promise<Fact[]> {
  const rows = await tx.sql<{ fact: Fact }>('select fact from thread_event where thread_id = $1 order by version', [
    threadId,
  ])
  return rows.map((row) => row.fact)
}

/**
 * Appends facts to a locked thread: each gets the next version, the status is computed anew from all facts, both views
 * are told, and so are the two ends outside of the hub (`CaseProgressed`). A fact that is there already is passed over, so events delivered twice or in any order do no harm.
 * @returns the thread as it stands afterwards
 */
export async function appendFacts(tx: Tx, thread: Thread, newFacts: readonly NewFact[]): Promise<Thread> {
  const [after] = await appendFactsToAll(tx, [{ thread, newFacts }])
  return after ?? thread
}

/** The same for several locked threads, each once, with as many statements as for one. */
export async function appendFactsToAll(
  tx: Tx,
  appends: readonly { readonly thread: Thread; readonly newFacts: readonly NewFact[] }[],
): Promise<Thread[]> {
  const known = Map.groupBy(
    await tx.sql<{ thread_id: string; fact: Fact; fact_id: string }>(
      'select thread_id, fact, fact_id from thread_event where thread_id = any($1::uuid[]) order by thread_id, version',
      [appends.map(({ thread }) => thread.id)],
    ),
    (row) => row.thread_id,
  )
  const grown = appends.map(({ thread, newFacts }) => grow(thread, known.get(thread.id) ?? [], newFacts))
  const changed = grown.filter(({ events }) => events.length > 0)
  if (changed.length > 0) await writeGrown(tx, changed)
  return grown.map(({ thread }) => thread)
}

/** A thread as new facts leave it, with their events. */
type GrownThread = {
  thread: Thread
  standing: Standing
  events: object[]
  progress: EventPayload<'CaseProgressed'>[]
}

function grow(
  thread: Thread,
  known: readonly { fact: Fact; fact_id: string }[],
  newFacts: readonly NewFact[],
): GrownThread {
  const facts = known.map(({ fact }) => fact)
  const ids = new Set(known.map(({ fact_id }) => fact_id))
  const grown: GrownThread = { thread, standing: standingOf(facts), events: [], progress: [] }
  for (const { fact: stated, factId, actorId, operator, bySide, at, byInstruction } of newFacts) {
    if (ids.has(factId)) continue
    ids.add(factId)
    const fact = operator ? { ...stated, operator } : stated
    facts.push(fact)
    const before = grown.thread.version === 0 ? null : grown.standing.status
    const version = grown.thread.version + 1
    grown.standing = standingOf(facts)
    grown.thread = { ...grown.thread, version, status: grown.standing.status, changedAt: at }
    grown.progress.push(progressOf(grown.thread, { fact, bySide, byInstruction: byInstruction ?? false }, before))
    grown.events.push({
      thread_id: thread.id,
      version,
      kind: fact.kind,
      at,
      actor_id: actorId,
      by_side: bySide,
      status_before: before,
      status_after: grown.standing.status,
      delayed: grown.standing.delayed,
      fact,
      fact_id: factId,
    })
  }
  return grown
}

async function writeGrown(tx: Tx, grown: readonly GrownThread[]): Promise<void> {
  await tx.publishAll(
    'CaseProgressed',
    grown.flatMap(({ progress }) => progress),
  )
  await tx.sql(
    `insert into thread_event (thread_id, version, kind, at, actor_id, by_side, status_before, status_after, delayed, fact, fact_id)
     select * from jsonb_to_recordset($1::jsonb) as e (thread_id uuid, version int, kind text, at timestamptz, actor_id uuid, by_side text,
       status_before text, status_after text, delayed boolean, fact jsonb, fact_id text)`,
    [JSON.stringify(grown.flatMap(({ events }) => events))],
  )
  await tx.sql(
    `with grown as (select * from jsonb_to_recordset($1::jsonb)
       as g (id uuid, version int, status text, delayed boolean, partial boolean, changed_at timestamptz)),
     changed as (update case_thread t set version = g.version, status = g.status, delayed = g.delayed, partial = g.partial, changed_at = g.changed_at
       from grown g where t.id = g.id and t.id = any($2::uuid[]) returning t.source_id, t.id, g.version),
     dirty as (insert into source_view_dirty (member_id, thread_id, version) select source_id, id, version from changed)
     select pg_notify('case_view', 'SOURCE ' || source_id) from (select distinct source_id from changed) sources`,
    [
      JSON.stringify(
        grown.map(({ thread, standing }) => ({
          id: thread.id,
          version: thread.version,
          status: thread.status,
          delayed: standing.delayed,
          partial: standing.partial,
          changed_at: thread.changedAt,
        })),
      ),
      // Told by itself: of the records PostgreSQL supposes a hundred, for which it would read a whole small table.
      grown.map(({ thread }) => thread.id),
    ],
  )
}

function progressOf(
  { id, caseId, caseCode, sourceId, partnerId, version, status }: Thread,
  { fact, bySide, byInstruction }: Pick<NewFact, 'fact' | 'bySide' | 'byInstruction'>,
  statusBefore: CaseStatus | null,
): EventPayload<'CaseProgressed'> {
  const parties = { threadId: id, caseId, caseCode, sourceId, partnerId }
  const differs = fact.differs === undefined ? {} : { differs: fact.differs }
  const instructed = byInstruction ? { byInstruction } : {}
  return { ...parties, version, kind: fact.kind, bySide, statusBefore, status, ...differs, ...instructed }
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
