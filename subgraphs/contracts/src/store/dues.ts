import type { Tx } from '@torihiki/shared/store/store.ts'
import { checkDue, type DueKind, type EscalationStep } from '../domain/cases/lateness.ts'
import type { BusinessCalendar } from '../domain/cases/business-calendar.ts'
import type { NewFact } from './threads.ts'

/** What is due of a contract, as it is put on record with it. */
export type ContractDues = {
  readonly contractId: string
  readonly threadId: string
  readonly timeZone: string
  readonly calendar: BusinessCalendar
  readonly steps: readonly EscalationStep[]
  /** The days of its deliveries: the n-th is the n-th delivery. */
  readonly deliveries: readonly string[]
  readonly payBy: string | null
}

/** Puts on record what is due, each with the instant at which it is first looked at. */
export async function insertDues(tx: Tx, dues: ContractDues, now: Date): Promise<void> {
  const rows: { kind: DueKind; part: number; dueOn: string }[] = [
    ...dues.deliveries.map((dueOn, i) => ({ kind: 'DELIVERY' as const, part: i + 1, dueOn })),
    ...(dues.payBy ? [{ kind: 'SETTLEMENT' as const, part: 1, dueOn: dues.payBy }] : []),
  ]
  // Looked at as if nothing was reached yet: what is late from the start is found by the next scan, like anything else.
  const firstLook = (dueOn: string): Date =>
    checkDue({ ...dues, dueOn, level: 0, fulfilled: false }, new Date(0)).nextCheckAt ?? now
  await tx.sql(
    `insert into contract_due (contract_id, kind, part, thread_id, due_on, next_check_at)
     select $1, kind, part, $2, due_on, next_check_at
     from unnest($3::text[], $4::int[], $5::date[], $6::timestamptz[]) as due (kind, part, due_on, next_check_at)`,
    [
      dues.contractId,
      dues.threadId,
      rows.map(({ kind }) => kind),
      rows.map(({ part }) => part),
      rows.map(({ dueOn }) => dueOn),
      rows.map(({ dueOn }) => firstLook(dueOn)),
    ],
  )
}

/** What a fulfilment closes: deliveries (all, or those with these numbers), or everything when the contract was settled or cancelled. */
export type Fulfilled = 'EVERYTHING' | 'ALL_DELIVERIES' | { readonly deliveries: readonly number[] }

/**
 * Closes what was fulfilled, with the latenesses found of it, under the lock of its thread. What is closed already stays as it is.
 * @returns a fact for each lateness that is resolved by it: append them to the thread in the same transaction
 */
export async function closeDues(tx: Tx, contractId: string, what: Fulfilled, at: Date): Promise<NewFact[]> {
  const kinds: DueKind[] = what === 'EVERYTHING' ? ['DELIVERY', 'SETTLEMENT'] : ['DELIVERY']
  const closed = await tx.sql<{ kind: DueKind; part: number; level: number }>(
    `update contract_due set fulfilled_at = $3, next_check_at = null
     where contract_id = $1 and kind = any($2) and ($4::int[] is null or part = any($4)) and fulfilled_at is null
     returning kind, part, level`,
    [contractId, kinds, at, typeof what === 'string' ? null : what.deliveries],
  )
  const late = closed.filter(({ level }) => level > 0)
  if (late.length === 0) return []
  await tx.sql(
    `update lateness l set resolved_at = $2 from unnest($3::text[], $4::int[]) as due (kind, part)
     where l.contract_id = $1 and l.kind = due.kind and l.part = due.part and l.resolved_at is null`,
    [contractId, at, late.map(({ kind }) => kind), late.map(({ part }) => part)],
  )
  return late.map(({ kind, part }) => ({
    fact: { kind: 'LATENESS_RESOLVED', subject: contractId, late: kind, part },
    factId: `resolved ${kind} ${contractId} ${part}`,
    actorId: null,
    bySide: null,
    at,
  }))
}

/** The deliveries of a contract: their numbers, and which are still open. */
export async function deliveriesOf(tx: Tx, contractId: string): Promise<{ part: number; open: boolean }[]> {
  return tx.sql(
    `select part, fulfilled_at is null as open from contract_due where contract_id = $1 and kind = 'DELIVERY' order by part`,
    [contractId],
  )
}
