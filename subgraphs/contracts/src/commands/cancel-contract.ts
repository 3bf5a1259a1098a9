import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import type { ContractsServices } from '../services.ts'
import { closeDues } from '../store/dues.ts'
import { appendFacts, factsOf, type NewFact } from '../store/threads.ts'
import { appendEntry } from './append-entry.ts'
import type { StandingInstruction } from './conclude-contract.ts'
import { longestReason } from './reason.ts'
import { endShopOrder } from './shop-order-life.ts'
import { endRouting } from './route-order.ts'
import { startAct, type ThreadAct } from './thread-act.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  threadId: form.id,
  reason: form.text(longestReason),
})

/**
 * Cancels a contract that both sides want cancelled (A13): the first side's call proposes it, the other side's call agrees, and only then
 * it is cancelled, on record in the log, and what is held for it is given back. Refuses once something was delivered or inspected,
 * and a second proposal of the same side.
 */
export async function cancelContract(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ threadId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const now = services.now()
  const request = { actor, operation: 'cancelContract', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const act = await startAct(tx, actor, input.threadId, 'CANCEL_CONTRACT', now)
    if (isRefusal(act)) return act
    const proposed = await proposeCancellation(tx, services, act, actor, input.reason, now, null)
    return isRefusal(proposed) ? proposed : { threadId: act.thread.id }
  })
}

/**
 * Proposes to cancel the contract of a locked thread, which cancels it when the other side has proposed it already, or agrees by its standing instruction (C9).
 * Refuses a second proposal of the same side that nobody agrees to, and a contract whose amount is hidden.
 */
export async function proposeCancellation(
  tx: Tx,
  services: ContractsServices,
  act: ThreadAct,
  actor: Actor,
  reason: string,
  now: Date,
  instruction: StandingInstruction | null,
): Promise<{ cancelled: boolean } | Refusal> {
  const contracts = await tx.sql('select 1 from contract where thread_id = $1', [act.thread.id])
  if (contracts.length === 0)
    return refuse('WRONG_STATE', 'The amount is hidden: give up the reservation at the payment institution.', {
      state: act.thread.status,
    })
  const proposals = (await factsOf(tx, act.thread.id)).filter(({ kind }) => kind === 'CANCELLATION_PROPOSED')
  const isOthers = proposals.some(({ subject }) => subject !== act.side)
  if (!instruction && !isOthers && proposals.length > 0)
    return refuse(
      'WRONG_STATE',
      'You have proposed this already. The contract is cancelled when the other side agrees.',
      {
        state: act.thread.status,
      },
    )
  const proposal = { ...proposedFact(act, reason, now), operator: actor.operator ?? null }
  const agreement = instruction && !isOthers ? [agreedFact(act, instruction, now)] : []
  const isAgreed = isOthers || agreement.length > 0
  const cancelled = isAgreed ? await cancel(tx, services, act, [...reasonsOf(proposals), reason], now) : []
  await appendFacts(tx, act.thread, [proposal, ...agreement, ...cancelled])
  return { cancelled: isAgreed }
}

/** The other side agrees by what it has said beforehand; the hub says so for it. */
function agreedFact({ side }: ThreadAct, instruction: StandingInstruction, at: Date): NewFact {
  const other = side === 'SOURCE' ? 'PARTNER' : 'SOURCE'
  return {
    fact: { kind: 'CANCELLATION_PROPOSED', subject: other, instruction },
    factId: `cancellation ${other}`,
    actorId: null,
    bySide: other,
    at,
  }
}

const reasonsOf = (proposals: readonly { reason?: string }[]): string[] =>
  proposals.flatMap(({ reason }) => (reason === undefined ? [] : [reason]))

function proposedFact({ side, member }: ThreadAct, reason: string, at: Date): NewFact {
  return {
    fact: { kind: 'CANCELLATION_PROPOSED', subject: side, reason },
    factId: `cancellation ${side}`,
    actorId: member.memberId,
    bySide: side,
    at,
  }
}

/** Both sides' reasons go on the contract's record, in the order in which they were given. */
async function cancel(
  tx: Tx,
  services: ContractsServices,
  { thread }: ThreadAct,
  reasons: readonly string[],
  now: Date,
): Promise<NewFact[]> {
  const [contract] = await tx.sql<{ id: string; contract_code: string }>(
    'update contract set cancelled_at = $2 where thread_id = $1 returning id, contract_code',
    [thread.id, now],
  )
  if (!contract) throw new Error(`Thread ${thread.id} is ${thread.status} without a contract.`)
  // Before the log's lock: stock is locked earlier.
  await endShopOrder(tx, thread.id, 'CANCELLED', now)
  await endRouting(tx, thread.id, now)
  const factId = `cancelled ${contract.id}`
  await appendEntry(tx, services.signer, {
    contractId: contract.id,
    contractCode: contract.contract_code,
    kind: 'CONTRACT_CANCELLED',
    at: now,
    factId,
    body: { buyerId: thread.sourceId, sellerId: thread.partnerId, reasons: [...reasons] },
  })
  await tx.publish('ThreadEnded', { threadId: thread.id, status: 'CANCELLED' })
  const cancelled: NewFact = {
    fact: { kind: 'CONTRACT_CANCELLED', subject: contract.id },
    factId,
    actorId: null,
    bySide: null,
    at: now,
  }
  return [cancelled, ...(await closeDues(tx, contract.id, 'EVERYTHING', now))]
}
