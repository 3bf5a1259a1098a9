import { newId } from '@torihiki/shared/ids.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { arisenLegs, owedToItselfLegs } from '../domain/ledger.ts'
import { concernsContract } from '../domain/obligation-kind.ts'
import type { SettlementsServices } from '../services.ts'
import { issueInstruction } from '../store/instructions.ts'
import { post } from '../store/ledger.ts'
import { insertObligation, lockObligation, type NewObligation } from '../store/obligations.ts'
import type { ObligationRow } from '../store/rows.ts'
import { tellParties } from './change-obligations.ts'
import { settleObligations } from './settle-obligations.ts'

/** What an obligation that a member owes itself is settled by: there is nothing to pay. */
export const owedToItself = 'owed to itself'

/**
 * Records what one member owes another, once per origin (money model, steps 5 and 6), with its posting. GROSS is sent to its
 * agent at once, alone (A8); NET waits for its agent's window (A9). Nothing arises from an amount of zero; one that a
 * member would owe itself is settled as it arises, without its agent.
 */
export async function ariseObligation(
  tx: Tx,
  services: SettlementsServices,
  wanted: Omit<NewObligation, 'id'>,
  now: Date,
): Promise<void> {
  if (wanted.amount === 0n) return
  if (wanted.amount < 0n)
    throw new Error(`From ${wanted.originId} would arise ${wanted.amount} minor units; amounts are above zero.`)
  const obligation = { ...wanted, id: newId(now.getTime()) }
  if (!(await insertObligation(tx, obligation, now))) return
  const row = await lockObligation(tx, obligation.id)
  if (!row) throw new Error(`Obligation ${obligation.id} is not there.`)
  await post(tx, { kind: 'OBLIGATION_ARISEN', subjectId: obligation.id, at: now, legs: arisenLegs(obligation) })
  tellParties(tx, services, [row], () => null, 'OPEN', now)
  if (concernsContract(row))
    await tx.publish('ObligationArisen', {
      obligationId: row.id,
      threadId: row.thread_id,
      contractId: row.contract_id,
      amountMinor: row.amount_minor,
      currency: row.currency,
    })
  if (obligation.debtorId === obligation.creditorId) return settleItself(tx, services, obligation, row, now)
  if (obligation.settlement === 'GROSS') await sendAlone(tx, obligation, now)
}

async function settleItself(
  tx: Tx,
  services: SettlementsServices,
  obligation: NewObligation,
  row: ObligationRow,
  now: Date,
): Promise<void> {
  await post(tx, { kind: 'OWED_TO_ITSELF', subjectId: row.id, at: now, legs: owedToItselfLegs(obligation) })
  await settleObligations(tx, services, [row], null, () => owedToItself, now)
}

/** A gross obligation stays OPEN until its agent reports; that it is under way is told to its thread. */
async function sendAlone(tx: Tx, obligation: NewObligation, now: Date): Promise<void> {
  await issueInstruction(
    tx,
    {
      agentId: obligation.agentId,
      kind: 'TRANSFER',
      payerId: obligation.debtorId,
      payeeId: obligation.creditorId,
      amount: obligation.amount,
      currency: obligation.currency,
      windowId: null,
      obligationId: obligation.id,
      transactionNumber: obligation.transactionNumber ?? null,
    },
    now,
  )
  if (!concernsContract(obligation)) return
  await tx.publish('SettlementStarted', {
    obligationId: obligation.id,
    threadId: obligation.threadId,
    contractId: obligation.contractId,
    windowId: null,
  })
}
