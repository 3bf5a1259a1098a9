import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { knownMembers } from '@torihiki/shared/identity/known-members.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import type { CaseEventKind } from '../domain/cases/status.ts'
import {
  commitmentPattern,
  hiddenSteps,
  reportMessage,
  type HiddenReport,
  type HiddenStep,
} from '../domain/hidden/commitment.ts'
import { verifyMemberSignature } from '../domain/log/member-signature.ts'
import type { ContractsServices } from '../services.ts'
import {
  commitmentsOf,
  insertCommitment,
  insertPurchase,
  insertReport,
  keysOf,
  purchaseById,
} from '../store/hidden-purchases.ts'
import { appendFacts, lockThread, type NewFact } from '../store/threads.ts'
import { startAct, type ThreadAct } from './thread-act.ts'

const commitment = z.string().regex(commitmentPattern, 'It is SHA-256 in lower-case hexadecimal: 64 characters')
const commitForm = z.object({
  idempotencyKey: form.idempotencyKey,
  threadId: form.id,
  institutionId: form.id,
  commitment,
})

/**
 * Commits a side of a thread to an amount that the hub does not learn (B16), to be paid at an institution. The first side's call proposes, the
 * other's with the same commitment and institution agrees: from then on the thread is CONTRACTED, and the institution reports how the purchase
 * goes on. The hub reserves nothing for it. Refuses as every act in a thread; WRONG_STATE a second commitment of a side, and one that
 * differs from the other side's.
 */
export async function commitToHiddenPurchase(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ threadId: string } | Refusal> {
  const input = parseInput(commitForm, raw)
  if (isRefusal(input)) return input
  const now = services.now()
  const request = { actor, operation: 'commitToHiddenPurchase', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const act = await startAct(tx, actor, input.threadId, 'COMMIT_TO_HIDDEN_PURCHASE', now)
    if (isRefusal(act)) return act
    const institution = (await knownMembers(tx, [input.institutionId])).get(input.institutionId)
    if (institution?.status !== 'ACTIVE' || !institution.roles.includes('PAYMENT_INSTITUTION'))
      return refuseInput([{ path: 'institutionId', message: 'There is no active payment institution with this id.' }])
    const earlier = await commitmentsOf(tx, act.thread.id)
    if (earlier.some(({ side }) => side === act.side))
      return refuse('WRONG_STATE', 'You have committed already. It stands when the other side commits to the same.', {
        state: 'COMMITTED',
      })
    const differs = earlier.some(
      (other) => other.commitment !== input.commitment || other.institution_id !== input.institutionId,
    )
    if (differs)
      return refuse(
        'WRONG_STATE',
        'The other side committed to something else. Compare amount, currency, salt and institution with it.',
        { state: 'COMMITMENT_DIFFERS' },
      )
    const given = { side: act.side, institution_id: input.institutionId, commitment: input.commitment }
    await insertCommitment(tx, { ...given, threadId: act.thread.id, by: actor.memberId, at: now })
    const committed = factOf(act, 'HIDDEN_PURCHASE_COMMITTED', act.side, now)
    await appendFacts(
      tx,
      act.thread,
      earlier.length === 0 ? [committed] : [committed, await agree(tx, act, given, now)],
    )
    return { threadId: act.thread.id }
  })
}

function factOf({ side, member }: ThreadAct, kind: CaseEventKind, subject: string, at: Date): NewFact {
  return { fact: { kind, subject }, factId: `${kind} ${subject}`, actorId: member.memberId, bySide: side, at }
}

async function agree(
  tx: Tx,
  act: ThreadAct,
  given: { institution_id: string; commitment: string },
  now: Date,
): Promise<NewFact> {
  const id = newId(now.getTime())
  await insertPurchase(tx, { id, thread_id: act.thread.id, ...given }, now)
  // It is paid elsewhere: what the hub may have held for an order is given back, and it holds nothing more.
  await tx.publish('ThreadEnded', { threadId: act.thread.id, status: 'HIDDEN' })
  return factOf(act, 'HIDDEN_PURCHASE_AGREED', id, now)
}

const reportForm = z.object({
  idempotencyKey: form.idempotencyKey,
  purchaseId: form.id,
  reportId: form.id,
  step: z.enum(hiddenSteps),
  at: z.iso.datetime(),
  commitment,
  signature: z.string().max(200),
})

/** What each step is to the thread. */
const factsOfStep: Readonly<Record<HiddenStep, readonly CaseEventKind[]>> = {
  RESERVED: ['PAYMENT_RESERVED'],
  ENDED: ['PAYMENT_RESERVATION_ENDED'],
  INSPECTED: ['INSPECTION_CONFIRMED'],
  PAID: ['PAYMENT_CAPTURED', 'SETTLEMENT_REPORTED'],
}

/**
 * Takes an institution's signed report of how a hidden purchase goes on (B16), once a step, in any order. It has no amount. Refuses NOT_FOUND to
 * all but the purchase's institution, SIGNATURE_INVALID when none of its keys signed it, WRONG_STATE when it is about another commitment.
 */
export async function reportHiddenPurchase(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ purchaseId: string } | Refusal> {
  const input = parseInput(reportForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'reportHiddenPurchase', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const purchase = await purchaseById(tx.sql, input.purchaseId)
    const thread = purchase && (await lockThread(tx, purchase.thread_id))
    if (!purchase || !thread || purchase.institution_id !== actor.memberId)
      return refuse('NOT_FOUND', 'There is no purchase with this id whose institution you are.')
    if (purchase.commitment !== input.commitment)
      return refuse('WRONG_STATE', 'The parties committed to something else.', { state: 'COMMITMENT_DIFFERS' })
    const keyId = await signerOf(tx, actor, input, input.signature)
    if (!keyId)
      return refuse(
        'SIGNATURE_INVALID',
        'None of your signing keys signed this report. Register the key that does (registerSigningKey).',
      )
    const now = services.now()
    const taken = await insertReport(tx, input, { keyId, signature: input.signature }, now)
    const facts = factsOfStep[input.step].map((kind): NewFact => ({
      fact: { kind, subject: purchase.id },
      factId: `${kind} ${purchase.id}`,
      actorId: null,
      bySide: null,
      at: now,
    }))
    if (taken) await appendFacts(tx, thread, facts)
    return { purchaseId: purchase.id }
  })
}

async function signerOf(tx: Tx, actor: Actor, report: HiddenReport, signature: string): Promise<string | null> {
  const message = reportMessage(report)
  const keys = await keysOf(tx, actor.memberId)
  const signer = keys.find(({ public_x: x }) =>
    verifyMemberSignature({ kty: 'OKP', crv: 'Ed25519', x }, message, signature),
  )
  return signer?.id ?? null
}
