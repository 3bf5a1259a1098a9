import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { useLevel } from '@torihiki/shared/identity/level.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { parseMoney, type Money } from '@torihiki/shared/money.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import { noConditions } from '../domain/cases/conditions.ts'
import type { ParsedContract } from '../domain/matching/index.ts'
import { parseContractDocument } from '../outside/parse-contract.ts'
import type { ContractsServices } from '../services.ts'
import { appendFacts, type NewFact } from '../store/threads.ts'
import { documentsAreGone, documentsGone } from '../store/personal.ts'
import { insertSubmission, submissionsOf, type Submission } from '../store/submissions.ts'
import { concludeSubmissions } from './conclude-contract.ts'
import { latenessForms, refuseUnknownCalendar } from './lateness-forms.ts'
import { checkSignature } from './signing-keys.ts'
import { startAct, type ThreadAct } from './thread-act.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  threadId: form.id,
  document: z.string().min(1, 'It must not be empty'),
  mediaType: z.enum(['XML', 'JSON']),
  tolerance: z.enum(['AGREED', 'ROUNDING_ONLY']).default('AGREED'),
  signature: form.optional(
    z.object({ keyId: form.id, signature: z.string().max(200, 'It has at most 200 characters') }),
  ),
  conditions: form.optional(
    z.object({
      payment: form.optional(z.enum(['RESERVED', 'ON_ACCOUNT'])),
      settlement: form.optional(z.enum(['GROSS', 'NET'])),
      settlementAgentId: form.optional(form.id),
      deliverBy: form.optional(latenessForms.dueDay),
      payBy: form.optional(latenessForms.dueDay),
      timeZone: form.optional(latenessForms.timeZone),
      calendar: form.optional(latenessForms.calendarCode),
      escalation: form.optional(latenessForms.steps),
    }),
  ),
})

/** An answer may come after the contract stands: it is put on record, and raises a conflict when it contradicts. */
const afterContract = ['CONTRACTED', 'RESERVED'] as const

/**
 * Takes a side's contract document (A5). When both sides have submitted they are compared: substantially equal ones are notarized, once;
 * different ones leave a report that both sides see, and either may submit again. An answer that contradicts one on record raises a
 * conflict and overwrites nothing. A signature of the member's own over the document goes on record with it. Refuses what cannot be read,
 * with the place, and a signature that does not hold.
 */
export async function submitContract(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ threadId: string; submissionId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const bytes = Buffer.from(input.document, 'utf8')
  const parsed = parseContractDocument(bytes, input.mediaType === 'XML' ? 'application/xml' : 'application/json')
  if (!parsed.ok) return refuse(parsed.code, parsed.message, { path: parsed.path ?? null })
  const now = services.now()
  const request = { actor, operation: 'submitContract', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const act = await startAct(tx, actor, input.threadId, 'SUBMIT_CONTRACT', now, afterContract)
    if (isRefusal(act)) return act
    const unknown = await refuseUnknownCalendar(tx, input.conditions?.calendar ?? null)
    if (unknown) return unknown
    const tooMuch = await useLevel(
      tx,
      act.member,
      { operation: 'SUBMIT_CONTRACT', amount: statedTotal(parsed.document), counterpartIds: [act.counterpartId] },
      now,
    )
    if (tooMuch) return tooMuch
    const side = act.side === 'SOURCE' ? 'BUYER' : 'SELLER'
    const { sha256 } = parsed
    const signature =
      input.signature && (await checkSignature(tx, actor, input.signature, { sha256, threadId: act.thread.id, side }))
    if (isRefusal(signature)) return signature
    const submission: Submission = {
      id: newId(),
      side,
      document: parsed.document,
      conditions: input.conditions ?? noConditions,
      sha256,
      submittedBy: actor.memberId,
      submittedAt: now,
      roundingOnly: input.tolerance === 'ROUNDING_ONLY',
      signature,
    }
    if (await documentsAreGone(tx, act.thread.id)) return documentsGone()
    const earlier = await submissionsOf(tx, act.thread.id)
    await insertSubmission(tx, act.thread.id, submission, bytes, input.mediaType)
    const concluded = await concludeSubmissions(tx, services, act.thread, [...earlier, submission], now)
    if (isRefusal(concluded)) return concluded
    await appendFacts(tx, act.thread, [
      { ...submittedFact(act, submission), operator: actor.operator ?? null },
      ...concluded,
    ])
    return { threadId: act.thread.id, submissionId: submission.id }
  })
}

function submittedFact({ side, member }: ThreadAct, submission: Submission): NewFact {
  return {
    fact: { kind: 'CONTRACT_SUBMITTED', subject: submission.id },
    factId: `submission ${submission.id}`,
    actorId: member.memberId,
    bySide: side,
    at: submission.submittedAt,
  }
}

/** The total that a document states, for the level's limits; null when it states none. */
function statedTotal({ terms }: ParsedContract): Money | null {
  if (terms.totals.payable === null || terms.currency === null) return null
  const money = parseMoney(terms.totals.payable, terms.currency)
  return 'fault' in money || money.minor <= 0n ? null : money
}
