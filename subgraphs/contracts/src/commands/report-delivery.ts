import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { mostDueDeliveries } from '../domain/cases/due-days.ts'
import type { ContractsServices } from '../services.ts'
import { closeDues, deliveriesOf } from '../store/dues.ts'
import { appendFacts } from '../store/threads.ts'
import { appendEntry } from './append-entry.ts'
import { startAct, type ThreadAct } from './thread-act.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  threadId: form.id,
  deliveredOn: form.day,
  carrierName: form.optional(form.text(200)),
  note: form.optional(form.text(2_000)),
  partial: z.boolean().default(false),
  completes: z.array(z.int().min(1)).max(mostDueDeliveries, `At most ${mostDueDeliveries} deliveries`).default([]),
})

/** A delivery that comes after a part of it was inspected is taken too, though it is not offered. */
const afterInspection = ['INSPECTED'] as const

type Input = z.infer<typeof inputForm>

/**
 * Takes the partner's delivery report and appends it to the contract's notarized record (A10). A delivery before the
 * payment was reserved is flagged (B6). What it completes of the contract's deliveries is late no more (A12): all of them, or with `partial`
 * those that it names; naming all that are open makes it a report of the whole. Refuses numbers that the contract has not, a day in the future and all but the partner of a contracted thread.
 */
export async function reportDelivery(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ threadId: string; reportId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const now = services.now()
  if (input.deliveredOn > dayAfter(now))
    return refuseInput([{ path: 'deliveredOn', message: 'The day of delivery is in the future.' }])
  const request = { actor, operation: 'reportDelivery', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const act = await startAct(tx, actor, input.threadId, 'REPORT_DELIVERY', now, afterInspection)
    if (isRefusal(act)) return act
    const [contract] = await tx.sql<{ id: string; contract_code: string; payment: string }>(
      'select id, contract_code, payment from contract where thread_id = $1',
      [act.thread.id],
    )
    if (!contract) return refuse('WRONG_STATE', 'There is no contract to deliver on.', { state: act.thread.status })
    const extent = await extentOf(tx, contract.id, input)
    if (isRefusal(extent)) return extent
    const { partial } = extent
    const early = contract.payment === 'RESERVED' && act.thread.status === 'CONTRACTED'
    const reportId = await insertReport(tx, { ...input, partial }, act, contract.id, early, now)
    await appendEntry(tx, services.signer, {
      contractId: contract.id,
      contractCode: contract.contract_code,
      kind: 'DELIVERY_REPORTED',
      at: now,
      factId: `delivery ${reportId}`,
      body: {
        reportId,
        reportedBy: actor.memberId,
        deliveredOn: input.deliveredOn,
        carrierName: input.carrierName,
        note: input.note,
        partial,
        completes: extent.completes.map(String),
        beforeReservation: early,
      },
    })
    if (!partial)
      await tx.sql('update contract set delivered_at = coalesce(delivered_at, $2) where id = $1', [contract.id, now])
    const fulfilled = partial ? { deliveries: extent.completes } : 'ALL_DELIVERIES'
    const resolved = await closeDues(tx, contract.id, fulfilled, now)
    await appendFacts(tx, act.thread, [
      {
        fact: { kind: 'DELIVERY_REPORTED', subject: reportId, partial },
        factId: `delivery ${reportId}`,
        actorId: actor.memberId,
        operator: actor.operator ?? null,
        bySide: act.side,
        at: now,
      },
      ...resolved,
    ])
    return { threadId: act.thread.id, reportId }
  })
}

/** Which of the contract's deliveries a report completes, and whether something is still open after it. */
async function extentOf(
  tx: Tx,
  contractId: string,
  { partial, completes }: Input,
): Promise<{ partial: boolean; completes: number[] } | Refusal> {
  const deliveries = await deliveriesOf(tx, contractId)
  const parts = deliveries.map(({ part }) => part)
  if (!partial) return { partial, completes: parts }
  const unknown = completes.filter((part) => !parts.includes(part))
  if (unknown.length > 0) {
    const there = parts.length > 0 ? `It has ${parts.length}, see Contract.deliveries` : 'It states none'
    return refuseInput([
      { path: 'completes', message: `The contract has no delivery ${unknown.join(', ')}. ${there}.` },
    ])
  }
  const isLast = completes.length > 0 && deliveries.every(({ part, open }) => !open || completes.includes(part))
  return { partial: !isLast, completes: isLast ? parts : completes }
}

/** Tomorrow in UTC: in some time zone it is that day already. */
function dayAfter(now: Date): string {
  return new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10)
}

async function insertReport(
  tx: Tx,
  input: Input,
  { thread, member }: ThreadAct,
  contractId: string,
  early: boolean,
  now: Date,
): Promise<string> {
  const reportId = newId()
  await tx.sql(
    `insert into delivery_report (id, thread_id, contract_id, reported_by, reported_at, delivered_on, carrier_name, note, partial, before_reservation)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      reportId,
      thread.id,
      contractId,
      member.memberId,
      now,
      input.deliveredOn,
      input.carrierName,
      input.note,
      input.partial,
      early,
    ],
  )
  return reportId
}
