import type { PublishedEvent } from '@torihiki/schema'
import { newId } from '@torihiki/shared/ids.ts'
import { isRefusal, type Refusal } from '@torihiki/shared/refusals.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { noConditions } from '../domain/cases/conditions.ts'
import { isOver } from '../domain/cases/expiry.ts'
import type { Fact } from '../domain/cases/status.ts'
import { shopContract } from '../domain/shop-contract.ts'
import { dayAfter, isBeingPaid, payableUntil } from '../domain/shop-order.ts'
import { parseContractDocument } from '../outside/parse-contract.ts'
import type { ContractsServices } from '../services.ts'
import { recordShopOrderStep, setPaymentEnd, shopOrderOfThread, type ShopOrderRow } from '../store/shop-orders.ts'
import { insertSubmission, type ContractSide, type Submission } from '../store/submissions.ts'
import { appendFacts, factsOf, type NewFact, type Thread } from '../store/threads.ts'
import { concludeSubmissions } from './conclude-contract.ts'
import { endShopOrder, toldOf } from './shop-order-life.ts'

type ToConclude = Pick<
  ShopOrderRow,
  'order_id' | 'order_code' | 'thread_id' | 'quote' | 'placed_at' | 'shop_id' | 'settlement_agent_id' | 'on_account'
>

/**
 * Carries an order at a shop on by what was heard of its payment, in that event's transaction and under its thread's lock (C1). Reserved in full, the sale is concluded; refused or given
 * up, it waits for another way to pay; asked for, for the result. Nothing for other threads, and once the order is not RECEIVED any more: of a cancellation and a reservation that cross,
 * the first to lock the thread wins, and money that was reserved for nothing is given back by the thread's end.
 */
export async function carryShopOrder(
  tx: Tx,
  services: ContractsServices,
  thread: Thread,
  event: PublishedEvent,
): Promise<void> {
  const news = newsOf(event)
  const order = news && (await shopOrderOfThread((text, p) => tx.sql(text, p), thread.id))
  if (!order || order.status !== 'RECEIVED' || thread.status !== 'ORDERED') return
  const now = services.now()
  // Its time is over, though nobody has ended it yet: nothing is concluded any more.
  if (isOver(thread.expiresAt, thread.status, now)) return
  const facts = await factsOf(tx, thread.id)
  if (news !== 'RESERVED') return waitForPayment(tx, thread, order, facts, event, now)
  if (event.type !== 'PaymentReserved') return
  const { reservationId, amountMinor, currency } = event.payload
  const covers = BigInt(amountMinor) >= BigInt(order.quote.totalMinor) && currency === order.quote.currency
  const ended = facts.some(({ kind, subject }) => kind === 'PAYMENT_RESERVATION_ENDED' && subject === reservationId)
  if (!covers || ended) return
  const concluded = await tx.attempt(async () => (await concludeAtOnce(tx, services, thread, order, now)) ?? {})
  if (!isRefusal(concluded)) return
  await declineForShop(tx, thread, order, now)
}

/** Nothing is reserved, or not yet: it is said until when that may be. Of what was refused the customer is told, unless it pays otherwise already. */
async function waitForPayment(
  tx: Tx,
  thread: Thread,
  order: ShopOrderRow,
  facts: readonly Fact[],
  event: PublishedEvent,
  now: Date,
): Promise<void> {
  const actBy = event.type === 'ReferralProgressed' ? new Date(event.payload.actBy) : null
  const until = payableUntil(facts, { now, before: thread.expiresAt, actBy })
  await setPaymentEnd(tx, thread.id, until)
  if (event.type === 'PaymentReservationRefused' && !isBeingPaid(facts, false))
    await tx.publish('ShopOrderUnpaid', { ...toldOf(order), until: until.toISOString() })
}

function newsOf({ type }: PublishedEvent): 'RESERVED' | 'OTHER' | null {
  switch (type) {
    case 'PaymentReserved':
      return 'RESERVED'
    case 'PaymentReservationRequested':
    case 'ReferralProgressed':
    case 'PaymentReservationRefused':
    case 'PaymentReservationEnded':
      return 'OTHER'
    default:
      return null
  }
}

/**
 * Concludes the sale by the shop's standing instruction (C1): accepts the order in its name and submits for both sides the document made of the quote, which both agreed to by it, so that the
 * comparison notarizes it as any other. The record says that the hub acted, by which shop's terms and in which version.
 * @returns null, or why the contract cannot stand: nobody settles any more
 */
export async function concludeAtOnce(
  tx: Tx,
  services: ContractsServices,
  thread: Thread,
  order: ToConclude,
  now: Date,
): Promise<Refusal | null> {
  const { deliverWithinDays, version } = order.quote.terms
  const deliverBy = deliverWithinDays === null ? null : dayAfter(now, deliverWithinDays)
  const instruction = { shopId: order.shop_id, version }
  await tx.sql(`insert into order_response (order_id, version, kind, responded_at) values ($1, 1, 'ACCEPTED', $2)`, [
    order.order_id,
    now,
  ])
  const bytes = Buffer.from(shopContract(order.quote, order.order_code, deliverBy))
  const submissions = (['BUYER', 'SELLER'] as const).map((side) => submissionOf(order, side, bytes, now))
  for (const submission of submissions) await insertSubmission(tx, thread.id, submission, bytes, 'JSON')
  const concluded = await concludeSubmissions(tx, services, thread, submissions, now, instruction)
  if (isRefusal(concluded)) return concluded
  const answered: NewFact = {
    fact: { kind: 'ORDER_ANSWERED', subject: order.order_id, declined: false, instruction },
    factId: `answer ${order.order_id}`,
    actorId: null,
    bySide: 'PARTNER',
    at: now,
  }
  const submitted = submissions.map(({ id, side }): NewFact => ({
    fact: { kind: 'CONTRACT_SUBMITTED', subject: id, instruction },
    factId: `submission ${id}`,
    actorId: null,
    bySide: side === 'BUYER' ? 'SOURCE' : 'PARTNER',
    at: now,
  }))
  const all = [answered, ...submitted, ...concluded].map((each) => ({ ...each, byInstruction: true }))
  const after = await appendFacts(tx, thread, all)
  if (after.status !== 'CONTRACTED' && after.status !== 'RESERVED')
    throw new Error(`The documents of order ${order.order_code} are the same, and yet there is no contract.`)
  await recordShopOrderStep(tx, order.order_id, 'CONCLUDED', now)
  await tx.publish('ShopOrderConcluded', toldOf(order))
  return null
}

function submissionOf(order: ToConclude, side: ContractSide, bytes: Buffer, now: Date): Submission {
  const parsed = parseContractDocument(bytes, 'application/json')
  if (!parsed.ok) throw new Error(`The document of order ${order.order_code} cannot be read: ${parsed.message}`)
  const { settlement } = order.quote.terms
  const payment = order.on_account ? 'ON_ACCOUNT' : 'RESERVED'
  return {
    id: newId(now.getTime()),
    side,
    document: parsed.document,
    conditions: { ...noConditions, payment, settlement, settlementAgentId: order.settlement_agent_id },
    sha256: parsed.sha256,
    submittedBy: side === 'BUYER' ? order.quote.buyerId : order.quote.sellerId,
    submittedAt: now,
    roundingOnly: false,
    signature: null,
  }
}

/** The contract cannot stand: the order is declined in the shop's name, so that money and goods go back. */
async function declineForShop(tx: Tx, thread: Thread, order: ShopOrderRow, now: Date): Promise<void> {
  const instruction = { shopId: order.shop_id, version: order.quote.terms.version }
  await tx.sql(`insert into order_response (order_id, version, kind, responded_at) values ($1, 1, 'DECLINED', $2)`, [
    order.order_id,
    now,
  ])
  await appendFacts(tx, thread, [
    {
      fact: { kind: 'ORDER_ANSWERED', subject: order.order_id, declined: true, instruction },
      factId: `answer ${order.order_id}`,
      actorId: null,
      bySide: 'PARTNER',
      at: now,
      byInstruction: true,
    },
  ])
  await endShopOrder(tx, thread.id, 'NOT_CONCLUDED', now)
  await tx.publish('ThreadEnded', { threadId: thread.id, status: 'DECLINED' })
}
