import type { EventPayload, PublishedEvent } from '@torihiki/schema'
import { rememberMember } from '@torihiki/shared/identity/known-members.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import { onceOnly } from '@torihiki/shared/store/inbox.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { Fact } from '../domain/cases/status.ts'
import type { ContractsServices } from '../services.ts'
import { closeDues } from '../store/dues.ts'
import { rememberCustomer, shopOrderOfThread } from '../store/shop-orders.ts'
import { keepOrForget } from '../store/personal.ts'
import { appendFacts, lockThread, type NewFact, type Thread } from '../store/threads.ts'
import { appendEntry } from './append-entry.ts'
import { carryShopOrder } from './conclude-sale.ts'
import { closeQuote } from './close-quote.ts'
import { oweReports } from './report-to-hub.ts'
import { continueRebuild } from './rebuild-case-view.ts'

type ThreadFact = { threadId: string; fact: Fact; factId: string; actorId?: string }

/** What other subgraphs published, as facts of a thread. Null: nothing to do with threads. */
function factOf(event: PublishedEvent): ThreadFact | null {
  switch (event.type) {
    case 'PaymentReservationRequested':
      return about(event.payload.threadId, 'PAYMENT_RESERVATION_REQUESTED', event.payload.reservationId)
    case 'PaymentReserved':
      return about(event.payload.threadId, 'PAYMENT_RESERVED', event.payload.reservationId)
    case 'ReferralProgressed':
      return ofReferral(event.payload)
    case 'PaymentReservationRefused':
      return about(event.payload.threadId, 'PAYMENT_RESERVATION_REFUSED', event.payload.reservationId)
    case 'PaymentReservationEnded':
      return about(event.payload.threadId, 'PAYMENT_RESERVATION_ENDED', event.payload.reservationId)
    case 'InspectionConfirmed': {
      const { threadId, inspectionId, partial, confirmedById, onBehalfOfId, channel } = event.payload
      const acting = onBehalfOfId && channel ? { operator: { memberId: confirmedById, channel } } : {}
      const actorId = channel ? (onBehalfOfId ?? confirmedById) : confirmedById
      return { ...about(threadId, 'INSPECTION_CONFIRMED', inspectionId, { partial, ...acting }), actorId }
    }
    case 'PaymentCaptured':
      return about(event.payload.threadId, 'PAYMENT_CAPTURED', event.payload.captureId)
    case 'ReturnProgressed': {
      const { threadId, returnId, step, byId } = event.payload
      return { ...about(threadId, factOfReturn[step], returnId), ...(byId === null ? {} : { actorId: byId }) }
    }
    case 'ObligationArisen':
      return about(event.payload.threadId, 'OBLIGATION_ARISEN', event.payload.obligationId)
    case 'SettlementStarted':
      return ofWindow(event.payload, 'SETTLEMENT_STARTED')
    case 'SettlementAborted':
      return ofWindow(event.payload, 'SETTLEMENT_ABORTED')
    case 'ObligationSettled':
      return about(event.payload.threadId, 'SETTLEMENT_REPORTED', event.payload.obligationId)
    default:
      return null
  }
}

/** The steps of a return of goods (B15), as facts. None of them carries the business further, or back. */
const factOfReturn = {
  REQUESTED: 'RETURN_REQUESTED',
  ACCEPTED: 'RETURN_ACCEPTED',
  REFUSED: 'RETURN_REFUSED',
  WITHDRAWN: 'RETURN_WITHDRAWN',
  GOODS_RETURNED: 'GOODS_RETURNED',
  REFUNDED: 'PAYMENT_REFUNDED',
} as const satisfies Record<EventPayload<'ReturnProgressed'>['step'], Fact['kind']>

function about(threadId: string, kind: Fact['kind'], subject: string, further: Partial<Fact> = {}): ThreadFact {
  return { threadId, fact: { kind, subject, ...further }, factId: `${kind} ${subject}` }
}

/** That an amount exceeds the card's ceiling, and that the customer consents that its approval is sought (C7). How it ends is a fact of the reservation. */
function ofReferral({ threadId, reservationId, payerId, step }: EventPayload<'ReferralProgressed'>): ThreadFact | null {
  if (step === 'ASKED') return about(threadId, 'PAYMENT_REFERRED', reservationId)
  return step === 'CONSENTED' ? { ...about(threadId, 'REFERRAL_CONSENTED', reservationId), actorId: payerId } : null
}

/** An obligation may be in several windows, one after the other: each is a fact of its own. */
function ofWindow(
  { threadId, obligationId, windowId }: { threadId: string; obligationId: string; windowId: string | null },
  kind: 'SETTLEMENT_STARTED' | 'SETTLEMENT_ABORTED',
): ThreadFact {
  const fact = about(threadId, kind, obligationId)
  return windowId === null ? fact : { ...fact, factId: `${fact.factId} ${windowId}` }
}

/**
 * Takes an event of another subgraph, once: as what a member may do, or as a fact of a thread. A settlement report is appended
 * to the notarized record of its contract too (A11).
 */
export async function takeEvent(services: ContractsServices, event: PublishedEvent): Promise<void> {
  // Many transactions, which go on from the last that stands: taken twice it does nothing twice.
  if (event.type === 'CaseViewRebuildRequested') return continueRebuild(services, event.payload)
  await services.store.transaction((tx) =>
    onceOnly(tx, 'contracts', event.id, async () => {
      if (event.type === 'MemberRecorded') {
        await keepOrForget(tx, services.personalKeys, event.payload)
        await rememberCustomer(tx, event.payload)
        return rememberMember(tx, event.payload)
      }
      if (event.type === 'QuoteLapsed') return closeQuote(tx, event.payload, services.now())
      const known = factOf(event)
      if (!known) return
      const thread = await lockThread(tx, known.threadId)
      if (!thread) throw new Error(`Thread ${known.threadId} of fact ${known.factId} is not there.`)
      if (event.type === 'ObligationSettled') await recordSettlement(tx, services, event)
      const after = await recordFact(tx, services, thread, known, await resolvedBy(tx, services, event))
      await carryShopOrder(tx, services, after, event)
      await oweReports(tx, thread.id, [known.fact.kind], services.now())
    }),
  )
}

/** What of an order at a shop its customer is told of by the order's own letters (C7). */
const toldByShop: ReadonlySet<Fact['kind']> = new Set(['PAYMENT_RESERVED', 'PAYMENT_RESERVATION_REFUSED'])

async function isAtShop(tx: Tx, threadId: string): Promise<boolean> {
  return (await shopOrderOfThread((text, p) => tx.sql(text, p), threadId)) !== null
}

async function recordFact(
  tx: Tx,
  services: ContractsServices,
  thread: Thread,
  { fact, factId, actorId }: ThreadFact,
  resolved: readonly NewFact[],
): Promise<Thread> {
  const bySide =
    actorId === undefined
      ? null
      : actorId === thread.sourceId
        ? 'SOURCE'
        : actorId === thread.partnerId
          ? 'PARTNER'
          : null
  const byInstruction = toldByShop.has(fact.kind) && (await isAtShop(tx, thread.id))
  const next: NewFact = { fact, factId, actorId: actorId ?? null, bySide, at: services.now(), byInstruction }
  return appendFacts(tx, thread, [next, ...resolved])
}

/** What is late no more (A12): by a settlement everything, by the inspection of the whole its deliveries, reported or not. */
async function resolvedBy(tx: Tx, services: ContractsServices, event: PublishedEvent): Promise<NewFact[]> {
  if (event.type === 'ObligationSettled') return closeDues(tx, event.payload.contractId, 'EVERYTHING', services.now())
  if (event.type === 'InspectionConfirmed' && !event.payload.partial)
    return closeDues(tx, event.payload.contractId, 'ALL_DELIVERIES', services.now())
  return []
}

async function recordSettlement(
  tx: Tx,
  services: ContractsServices,
  event: PublishedEvent<'ObligationSettled'>,
): Promise<void> {
  const { payload } = event
  const [contract] = await tx.sql<{ id: string; contract_code: string }>(
    'update contract set settled_at = coalesce(settled_at, $2) where id = $1 returning id, contract_code',
    [payload.contractId, asDate(payload.settledAt)],
  )
  if (!contract) throw new Error(`Contract ${payload.contractId} of event ${event.id} is not there.`)
  await appendEntry(tx, services.signer, {
    contractId: contract.id,
    contractCode: contract.contract_code,
    kind: 'SETTLEMENT_REPORTED',
    at: services.now(),
    factId: `settlement ${payload.obligationId}`,
    body: {
      obligationId: payload.obligationId,
      windowId: payload.windowId,
      agentId: payload.agentId,
      reference: payload.reference,
      settledAt: payload.settledAt,
      amountMinor: payload.amountMinor,
      currency: payload.currency,
    },
  })
}
