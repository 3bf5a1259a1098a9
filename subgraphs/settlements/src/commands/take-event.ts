import type { EventPayload, PublishedEvent } from '@torihiki/schema'
import { rememberMember } from '@torihiki/shared/identity/known-members.ts'
import { onceOnly } from '@torihiki/shared/store/inbox.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { SettlementsServices } from '../services.ts'
import type { NewObligation } from '../store/obligations.ts'
import { ariseObligation } from './arise-obligation.ts'

/**
 * Takes an event of another subgraph, once: who may do what, who is a party to a thread, and what is owed from now on. A
 * captured payment is owed by its institution, for the payer has paid (step 5), unless the payee has it in the same book (step 18); a contract on account by its buyer, once
 * the goods were accepted (step 6); a refund by the seller (step 12); a claim on a payer by the hub that bought it (step 16). Others change nothing.
 */
export async function takeEvent(services: SettlementsServices, event: PublishedEvent): Promise<void> {
  await services.store.transaction((tx) =>
    onceOnly(tx, 'settlements', event.id, async () => {
      switch (event.type) {
        case 'MemberRecorded':
          return rememberMember(tx, event.payload)
        case 'ThreadOpened':
          return rememberThread(tx, event.payload)
        case 'PaymentCaptured':
          if (event.payload.payeeHasIt) return
          return ariseObligation(tx, services, ofCapture(event.payload), services.now())
        case 'GuaranteeRepaid':
          return ariseObligation(tx, services, ofRepayment(event.payload), services.now())
        case 'CreditClaimOwed':
          return ariseObligation(tx, services, ofClaim(event.payload), services.now())
        case 'PaymentRefunded':
          return ariseObligation(tx, services, ofRefund(event.payload), services.now())
        case 'InspectionConfirmed':
          if (event.payload.payment === 'RESERVED') return
          return ariseObligation(tx, services, ofInspection(event.payload), services.now())
        default:
          return
      }
    }),
  )
}

async function rememberThread(
  tx: Tx,
  { threadId, caseId, sourceId, partnerId }: EventPayload<'ThreadOpened'>,
): Promise<void> {
  await tx.sql(
    'insert into case_thread (thread_id, case_id, source_id, partner_id) values ($1, $2, $3, $4) on conflict (thread_id) do nothing',
    [threadId, caseId, sourceId, partnerId],
  )
}

type Wanted = Omit<NewObligation, 'id'>

function ofCapture(payload: EventPayload<'PaymentCaptured'>): Wanted {
  const { captureId, institutionId, payeeId } = payload
  return {
    ...shared(payload),
    kind: 'CAPTURED_PAYMENT',
    originId: captureId,
    debtorId: institutionId,
    creditorId: payeeId,
    transactionNumber: payload.transactionNumber ?? null,
  }
}

/** What a payer pays after its guarantor was called upon is the guarantor's (step 15): the seller has been paid. */
function ofRepayment(payload: EventPayload<'GuaranteeRepaid'>): Wanted {
  const { paymentId, institutionId, guarantorId, transactionNumber } = payload
  return {
    ...shared(payload),
    kind: 'GUARANTEE_REPAYMENT',
    originId: paymentId,
    debtorId: institutionId,
    creditorId: guarantorId,
    transactionNumber,
  }
}

/** What the hub pays for a payer's debt to its guarantor, or gets back of it (step 16): between those two, gross. */
function ofClaim(payload: EventPayload<'CreditClaimOwed'>): Wanted {
  const { owedId, kind, debtorId, creditorId, transactionNumber } = payload
  return {
    ...shared(payload),
    kind: kind === 'PRICE' ? 'CREDIT_CLAIM_PRICE' : 'CREDIT_CLAIM_RECOURSE',
    originId: owedId,
    debtorId,
    creditorId,
    transactionNumber,
  }
}

function ofInspection(payload: EventPayload<'InspectionConfirmed'>): Wanted {
  const { inspectionId, buyerId, sellerId } = payload
  return { ...shared(payload), kind: 'ON_ACCOUNT', originId: inspectionId, debtorId: buyerId, creditorId: sellerId }
}

/** What was refunded the seller owes who paid it back: the institution, or on account the buyer itself (step 12). */
function ofRefund(payload: EventPayload<'PaymentRefunded'>): Wanted {
  const { refundId, debtorId, creditorId } = payload
  return { ...shared(payload), kind: 'REFUND', originId: refundId, debtorId, creditorId }
}

function shared(
  payload: EventPayload<
    'PaymentCaptured' | 'GuaranteeRepaid' | 'CreditClaimOwed' | 'InspectionConfirmed' | 'PaymentRefunded'
  >,
) {
  const { amountMinor, currency, settlement, settlementAgentId, threadId, contractId } = payload
  return { amount: BigInt(amountMinor), currency, settlement, agentId: settlementAgentId, threadId, contractId }
}
