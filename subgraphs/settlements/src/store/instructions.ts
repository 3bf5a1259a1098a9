import { newId } from '@torihiki/shared/ids.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { InstructionRow } from './rows.ts'

/** The columns of an instruction `i`. */
export const instructionColumns = `i.id, i.agent_id, i.kind, i.payer_id, i.payee_id, i.amount_minor, i.currency, i.window_id, i.obligation_id,
  i.status, i.issued_at, i.sent_at, i.taken_at, i.attempt, i.reported_at, i.transaction_number`

export type NewInstruction = {
  readonly agentId: string
  readonly kind: InstructionRow['kind']
  readonly payerId: string
  readonly payeeId: string
  readonly amount: bigint
  readonly currency: string
  readonly windowId: string | null
  readonly obligationId: string | null
  /** What is to be quoted with the payment (B10). */
  readonly transactionNumber?: string | null
}

/** How long after its issue the sweep leaves an instruction to the worker that its event wakes. */
export const leftToWorkerSeconds = 30

/** Issues an instruction: QUEUED, and its event published. Returns its id. */
export async function issueInstruction(tx: Tx, i: NewInstruction, now: Date): Promise<string> {
  const id = newId()
  const sweepAt = new Date(now.getTime() + leftToWorkerSeconds * 1_000)
  await tx.sql(
    `insert into settlement_instruction (id, agent_id, kind, payer_id, payee_id, amount_minor, currency, window_id, obligation_id, status, issued_at,
       next_attempt_at, transaction_number) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'QUEUED', $10, $11, $12)`,
    [
      id,
      i.agentId,
      i.kind,
      i.payerId,
      i.payeeId,
      i.amount,
      i.currency,
      i.windowId,
      i.obligationId,
      now,
      sweepAt,
      i.transactionNumber ?? null,
    ],
  )
  await tx.publish('InstructionIssued', { instructionId: id })
  return id
}

/** An instruction with its row locked; null when it is not there. */
export async function lockInstruction(tx: Tx, id: string): Promise<InstructionRow | null> {
  const [row] = await tx.sql<InstructionRow>(
    `select ${instructionColumns} from settlement_instruction i where i.id = $1 for no key update`,
    [id],
  )
  return row ?? null
}

/** The instructions of a window, locked in id order. */
export async function lockInstructionsOf(tx: Tx, windowId: string): Promise<InstructionRow[]> {
  return tx.sql<InstructionRow>(
    `select ${instructionColumns} from settlement_instruction i where i.window_id = $1 order by i.id for no key update`,
    [windowId],
  )
}

/** Cancels locked instructions: each is owed to its agent as a cancellation, and its event published. */
export async function cancelInstructions(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await tx.sql(`update settlement_instruction set status = 'CANCELLED' where id = any($1::uuid[])`, [ids])
  await tx.sql(
    'insert into instruction_cancellation (instruction_id, cancelled_at, next_attempt_at) select unnest($1::uuid[]), $2, $3',
    [ids, now, new Date(now.getTime() + leftToWorkerSeconds * 1_000)],
  )
  for (const instructionId of ids) await tx.publish('InstructionCancelled', { instructionId })
}

/** Records that it is about to be sent: the intent, its number, and when it is tried again unless it is taken. */
export async function saveAttempt(tx: Tx, id: string, now: Date, nextAttemptAt: Date | null): Promise<void> {
  await tx.sql(
    `update settlement_instruction set status = 'SENT', attempt = attempt + 1, sent_at = coalesce(sent_at, $2), next_attempt_at = $3 where id = $1`,
    [id, now, nextAttemptAt],
  )
}

/** Records what became of an attempt: taken, or why not. */
export async function saveOutcome(sql: Tx['sql'], id: string, now: Date, fault: string | null): Promise<void> {
  await sql(
    `update settlement_instruction set taken_at = case when $3::text is null then coalesce(taken_at, $2) else taken_at end, last_error = $3 where id = $1`,
    [id, now, fault?.slice(0, 500) ?? null],
  )
}

export type NewReport = {
  readonly outcome: 'SETTLED' | 'FAILED'
  readonly reference: string
  readonly note: string | null
  readonly reportedBy: string
}

/** Appends a report on a locked instruction and gives the instruction the status reported. SETTLED is reported once. */
export async function saveReport(tx: Tx, instructionId: string, report: NewReport, now: Date): Promise<void> {
  await tx.sql(
    'insert into settlement_report (id, instruction_id, outcome, reference, note, reported_by, reported_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [newId(), instructionId, report.outcome, report.reference, report.note, report.reportedBy, now],
  )
  await tx.sql('update settlement_instruction set status = $2, reported_at = $3 where id = $1', [
    instructionId,
    report.outcome,
    now,
  ])
}

/** How many instructions of a window are not settled yet. */
export async function unsettledOf(tx: Tx, windowId: string): Promise<number> {
  const [row] = await tx.sql<{ count: string }>(
    `select count(*) as count from settlement_instruction where window_id = $1 and status <> 'SETTLED'`,
    [windowId],
  )
  return Number(row?.count ?? 0)
}

/** The agent's reference of each settled instruction of a window, by currency and member. */
export async function referencesOf(
  tx: Tx,
  windowId: string,
): Promise<{ currency: string; memberId: string; reference: string }[]> {
  return tx.sql(
    `select i.currency, case i.kind when 'PAY_IN' then i.payer_id else i.payee_id end as "memberId", r.reference
     from settlement_instruction i join settlement_report r on r.instruction_id = i.id and r.outcome = 'SETTLED' where i.window_id = $1`,
    [windowId],
  )
}
