import { newId } from '@torihiki/shared/ids.ts'
import type { Store, Tx } from '@torihiki/shared/store/store.ts'
import type { BusinessCalendar } from '../domain/cases/business-calendar.ts'
import { checkDue, fallsOn, warnedParties, type DueKind, type EscalationStep } from '../domain/cases/lateness.ts'
import type { ContractsServices } from '../services.ts'
import { calendarOfContract } from '../store/calendars.ts'
import { appendFactsToAll, lockThreads, type NewFact } from '../store/threads.ts'

/** How many due dates one transaction looks at: locks are short, and what a crash undoes is little. */
export const scanBatch = 100
/** How many batches one scan has in hand at once; other processes may scan meanwhile. Half of a worker's connections stay free. */
export const scansAtOnce = 3
/** How many warnings one scan gives at most, so that mail and feeds keep up after a long standstill; the next scan goes on. */
export const mostWarningsAScan = 5_000
/** How long a due date that could not be looked at is left alone: the others must not wait for it. */
export const pauseAfterFailureMs = 15 * 60_000
/** After how many batches the log says how far it is. */
const batchesALine = 20
/** How far the figure of what waits is counted: more than a scan does, and still quick to count. */
export const mostCounted = 100_000

/** What a scan did. */
export type ScanReport = { readonly checked: number; readonly warned: number; readonly failed: number }

type ClaimedDue = {
  contract_id: string
  kind: DueKind
  part: number
  due_on: string
  level: number
  thread_id: string
  contract_code: string
  buyer_id: string
  seller_id: string
  settlement_agent_id: string
  time_zone: string
  calendar: string
  escalation: EscalationStep[]
}

/** A claimed due date with what a look at it gave. */
type Checked = { due: ClaimedDue; warn: number | null; nextCheckAt: Date | null; calendar: BusinessCalendar }

/** What the batches of one scan share. */
type Scan = {
  readonly services: ContractsServices
  readonly at: Date
  readonly batch: number
  left: number
  batches: number
  report: { checked: number; warned: number; failed: number }
}

/**
 * Looks at whatever may be late by now (A12), batch by batch until nothing is left or `mostWarnings` were given. A lateness is found once
 * and again at each step of its escalation: a record, a fact in the thread (so both views' feeds tell it), and `LatenessWarned` for those
 * whom the step warns, in one transaction. Any number of scans may run at once: each takes what no other has in hand.
 */
export async function scanDelays(
  services: ContractsServices,
  { batch = scanBatch, mostWarnings = mostWarningsAScan, atOnce = scansAtOnce } = {},
): Promise<ScanReport> {
  const report = { checked: 0, warned: 0, failed: 0 }
  const scan: Scan = { services, at: services.now(), batch, left: mostWarnings, batches: 0, report }
  await Promise.all(Array.from({ length: atOnce }, () => drain(scan)))
  if (report.warned > 0 || report.failed > 0) services.log.info({ ...report }, 'Looked for delays.')
  return report
}

async function drain(scan: Scan): Promise<void> {
  let oneByOne = 0
  while (scan.left > 0) {
    const reserved = Math.min(oneByOne > 0 ? 1 : scan.batch, scan.left)
    scan.left -= reserved
    const outcome = await scanOneBatch(scan, reserved)
    scan.left += reserved - outcome.warned
    if (!outcome.failed && outcome.checked === 0) return
    oneByOne = outcome.failed && reserved > 1 ? reserved : Math.max(0, oneByOne - 1)
    countBatch(scan, outcome)
  }
}

function countBatch(scan: Scan, { checked, warned }: { checked: number; warned: number }): void {
  scan.report.checked += checked
  scan.report.warned += warned
  scan.batches++
  if (scan.batches % batchesALine === 0) scan.services.log.info({ ...scan.report }, 'Looking for delays.')
}

/** A batch that fails has done nothing. Its due dates are then looked at one by one, and the one that fails is left alone for a while. */
async function scanOneBatch(scan: Scan, limit: number): Promise<{ checked: number; warned: number; failed: boolean }> {
  let claimed: ClaimedDue[] = []
  try {
    return await scan.services.store.transaction(async (tx) => {
      claimed = await claimDues(tx, scan.at, limit)
      const warned = await lookAt(tx, claimed, scan.at)
      return { checked: claimed.length, warned, failed: false }
    })
  } catch (error) {
    const [only, ...others] = claimed
    if (!only) throw error
    if (others.length === 0) await leaveAlone(scan, only, error)
    return { checked: 0, warned: 0, failed: true }
  }
}

/**
 * Locks due dates together with their threads, those that wait longest first. What somebody else has locked is passed over: so scans share
 * the work, nobody waits for a lock while holding another, and what a report is just closing is left to it.
 */
async function claimDues(tx: Tx, at: Date, limit: number): Promise<ClaimedDue[]> {
  return tx.sql<ClaimedDue>(
    `select d.contract_id, d.kind, d.part, d.due_on::text as due_on, d.level, d.thread_id, c.contract_code, c.buyer_id, c.seller_id,
       c.settlement_agent_id, c.time_zone, c.calendar, c.escalation
     from contract_due d join case_thread t on t.id = d.thread_id join contract c on c.id = d.contract_id
     where d.next_check_at <= $1 order by d.next_check_at limit $2
     for no key update of d, t skip locked`,
    [at, limit],
  )
}

async function lookAt(tx: Tx, claimed: readonly ClaimedDue[], at: Date): Promise<number> {
  if (claimed.length === 0) return 0
  const calendars = new Map<string, BusinessCalendar>()
  for (const { calendar } of claimed)
    if (!calendars.has(calendar))
      calendars.set(calendar, await calendarOfContract((text, p) => tx.sql(text, p), calendar))
  const checked = claimed.map((due): Checked => {
    const calendar = calendars.get(due.calendar)
    if (!calendar) throw new Error(`The calendar ${due.calendar} was not read.`)
    const { warn, nextCheckAt } = checkDue(
      { ...due, dueOn: due.due_on, timeZone: due.time_zone, steps: due.escalation, calendar, fulfilled: false },
      at,
    )
    return { due, warn, nextCheckAt, calendar }
  })
  await moveOn(tx, checked)
  const found = checked.flatMap(foundOf)
  if (found.length > 0) await warn(tx, found, at)
  return found.length
}

/** Says of each when it is next looked at, in one statement. */
async function moveOn(tx: Tx, checked: readonly Checked[]): Promise<void> {
  await tx.sql(
    `update contract_due d set level = l.level, next_check_at = l.next_check_at
     from unnest($1::uuid[], $2::text[], $3::int[], $4::int[], $5::timestamptz[]) as l (contract_id, kind, part, level, next_check_at)
     where d.contract_id = l.contract_id and d.kind = l.kind and d.part = l.part`,
    [
      checked.map(({ due }) => due.contract_id),
      checked.map(({ due }) => due.kind),
      checked.map(({ due }) => due.part),
      checked.map(({ due, warn: level }) => level ?? due.level),
      checked.map(({ nextCheckAt }) => nextCheckAt),
    ],
  )
}

/** A lateness that was found: what is due, the level reached, and whom its step warns. */
type Found = Checked & {
  readonly latenessId: string
  readonly level: number
  readonly step: EscalationStep
  readonly warnedIds: string[]
}

function foundOf(checked: Checked): Found[] {
  const { due, warn: level } = checked
  if (level === null) return []
  const step = due.escalation[level - 1]
  if (!step) throw new Error(`Contract ${due.contract_id} has no step ${level}.`)
  const ids = { BUYER: due.buyer_id, SELLER: due.seller_id, AGENT: due.settlement_agent_id }
  const warnedIds = [...new Set(warnedParties(due.kind, step.action).map((party) => ids[party]))]
  return [{ ...checked, latenessId: newId(), level, step, warnedIds }]
}

/** Puts latenesses on record, each at the level reached, and tells: their threads, and by events those whom the steps warn. */
async function warn(tx: Tx, found: readonly Found[], at: Date): Promise<void> {
  await insertLatenesses(tx, found, at)
  const ofThread = Map.groupBy(found, ({ due }) => due.thread_id)
  const threads = await lockThreads(tx, [...ofThread.keys()])
  await appendFactsToAll(
    tx,
    [...threads.values()].map((thread) => ({
      thread,
      newFacts: (ofThread.get(thread.id) ?? []).map((each) => foundFact(each, at)),
    })),
  )
  await tx.publishAll(
    'LatenessWarned',
    found.map(({ due, latenessId, level, warnedIds }) => ({
      latenessId,
      contractId: due.contract_id,
      contractCode: due.contract_code,
      threadId: due.thread_id,
      kind: due.kind,
      level,
      dueOn: due.due_on,
      warnedIds,
    })),
  )
}

function foundFact({ due, level }: Found, at: Date): NewFact {
  return {
    fact: { kind: 'LATENESS_FOUND', subject: due.contract_id, late: due.kind, part: due.part },
    factId: `late ${due.kind} ${due.contract_id} ${due.part} ${level}`,
    actorId: null,
    bySide: null,
    at,
  }
}

async function insertLatenesses(tx: Tx, found: readonly Found[], at: Date): Promise<void> {
  const rows = found.map(({ due, calendar, latenessId, level, step, warnedIds }) => ({
    id: latenessId,
    contract_id: due.contract_id,
    thread_id: due.thread_id,
    buyer_id: due.buyer_id,
    seller_id: due.seller_id,
    agent_id: warnedParties(due.kind, step.action).includes('AGENT') ? due.settlement_agent_id : null,
    kind: due.kind,
    part: due.part,
    level,
    due_on: due.due_on,
    falls_on: fallsOn({ dueOn: due.due_on, calendar }),
    action: step.action,
    warned_ids: warnedIds,
    calendar_version: calendar.version,
  }))
  await tx.sql(
    `insert into lateness (id, contract_id, thread_id, buyer_id, seller_id, agent_id, kind, part, level, due_on, falls_on, action, warned_ids,
       calendar_version, found_at)
     select l.*, $2 from jsonb_to_recordset($1::jsonb) as l (id uuid, contract_id uuid, thread_id uuid, buyer_id uuid, seller_id uuid, agent_id uuid,
       kind text, part int, level int, due_on date, falls_on date, action text, warned_ids uuid[], calendar_version int)`,
    [JSON.stringify(rows), at],
  )
}

async function leaveAlone({ services, at, report }: Scan, due: ClaimedDue, error: unknown): Promise<void> {
  report.failed++
  const reason = error instanceof Error ? error.message : String(error)
  services.log.error(
    { contractId: due.contract_id, kind: due.kind, part: due.part, reason },
    'A due date cannot be looked at.',
  )
  await services.store.query(
    `update contract_due set next_check_at = $4 where contract_id = $1 and kind = $2 and part = $3 and fulfilled_at is null`,
    [due.contract_id, due.kind, due.part, new Date(at.getTime() + pauseAfterFailureMs)],
  )
}

/** How many due dates wait to be looked at by now, counted up to `mostCounted`. */
export async function dueToCheck(store: Store, at: Date): Promise<number> {
  const [row] = await store.query<{ waiting: number }>(
    `select count(*)::int as waiting from (select from contract_due where next_check_at <= $1 limit $2) waiting`,
    [at, mostCounted],
  )
  return row?.waiting ?? 0
}
