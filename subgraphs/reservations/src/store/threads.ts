import type { EventPayload } from '@torihiki/schema'
import { moneyOf, type Money } from '@torihiki/shared/money.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'

/** What is known of a thread: who its parties are, what was ordered last, whether it ended without a contract. Locked. */
export type Thread = {
  readonly id: string
  readonly sourceId: string | null
  readonly partnerId: string | null
  readonly endedAs: string | null
  readonly ordered: Money | null
  /** By which kinds of payment methods a shop lets it be paid (C4); null: by all. */
  readonly methodKinds: readonly string[] | null
}

/** A thread both of whose parties are known. */
export type PartiedThread = Thread & { readonly sourceId: string; readonly partnerId: string }

/** The contract of a thread, as it was published. */
export type ContractTerms = {
  readonly contractId: string
  readonly buyerId: string
  readonly sellerId: string
  readonly total: Money
  readonly payment: 'RESERVED' | 'ON_ACCOUNT'
  readonly settlement: 'GROSS' | 'NET'
  readonly settlementAgentId: string
}

type ThreadRow = {
  id: string
  source_id: string | null
  partner_id: string | null
  ended_as: string | null
  ordered_minor: string | null
  ordered_currency: string | null
  method_kinds: string[] | null
}

/** Locks a thread's row: all that happens to its reservations happens one after the other. Null when it is not known. */
export async function lockThread(tx: Tx, threadId: string): Promise<Thread | null> {
  const [row] = await tx.sql<ThreadRow>('select * from thread where id = $1 for no key update', [threadId])
  if (!row) return null
  const ordered =
    row.ordered_minor !== null && row.ordered_currency !== null
      ? moneyOf(row.ordered_minor, row.ordered_currency)
      : null
  return {
    id: row.id,
    sourceId: row.source_id,
    partnerId: row.partner_id,
    endedAs: row.ended_as,
    ordered,
    methodKinds: row.method_kinds,
  }
}

/** The same, for events: they come in any order, so whichever is first makes the row. */
export async function lockThreadOfEvent(tx: Tx, threadId: string): Promise<void> {
  await tx.sql('insert into thread (id) values ($1) on conflict do nothing', [threadId])
  await tx.sql('select 1 from thread where id = $1 for no key update', [threadId])
}

/** Whether both parties of a thread are known. */
export function hasParties(thread: Thread | null): thread is PartiedThread {
  return thread !== null && thread.sourceId !== null && thread.partnerId !== null
}

/** Notes who the parties of a locked thread are. */
export async function rememberParties(tx: Tx, threadId: string, sourceId: string, partnerId: string): Promise<void> {
  await tx.sql('update thread set source_id = $2, partner_id = $3 where id = $1 and source_id is null', [
    threadId,
    sourceId,
    partnerId,
  ])
}

/** Notes by which kinds of payment methods a shop lets a locked thread be paid (C4); null changes nothing. */
export async function rememberMethodKinds(
  tx: Tx,
  threadId: string,
  methodKinds: readonly string[] | null | undefined,
): Promise<void> {
  if (methodKinds) await tx.sql('update thread set method_kinds = $2 where id = $1', [threadId, methodKinds])
}

/** Notes the order as the thread's latest, unless a later one is known (ids sort by the time of their making). */
export async function rememberOrder(tx: Tx, order: EventPayload<'OrderSent'>): Promise<boolean> {
  const newest = await tx.sql(
    `update thread set order_id = $2, ordered_minor = $3, ordered_currency = $4 where id = $1 and (order_id is null or order_id < $2::uuid) returning 1 as is_newest`,
    [order.threadId, order.orderId, order.amountMinor, order.currency],
  )
  return newest.length > 0
}

/** Notes that a thread ended. */
export async function rememberEnd(tx: Tx, threadId: string, endedAs: string): Promise<void> {
  await tx.sql('update thread set ended_as = $2 where id = $1', [threadId, endedAs])
}

/** Takes over a notarized contract, concluded at that instant. The same one twice changes nothing. */
export async function rememberContract(tx: Tx, c: EventPayload<'ContractNotarized'>, at: Date): Promise<void> {
  await tx.sql(
    `insert into contract_terms (contract_id, contract_code, thread_id, buyer_id, seller_id, amount_minor, currency, payment, settlement, settlement_agent_id, concluded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
    [
      c.contractId,
      c.contractCode,
      c.threadId,
      c.buyerId,
      c.sellerId,
      c.amountMinor,
      c.currency,
      c.payment,
      c.settlement,
      c.settlementAgentId,
      at,
    ],
  )
}

/** The contract of a thread, or null while there is none. */
export async function contractOf(tx: Tx, threadId: string): Promise<ContractTerms | null> {
  const [row] = await tx.sql<{
    contract_id: string
    buyer_id: string
    seller_id: string
    amount_minor: string
    currency: string
    payment: ContractTerms['payment']
    settlement: ContractTerms['settlement']
    settlement_agent_id: string
  }>('select * from contract_terms where thread_id = $1', [threadId])
  if (!row) return null
  return {
    contractId: row.contract_id,
    buyerId: row.buyer_id,
    sellerId: row.seller_id,
    total: moneyOf(row.amount_minor, row.currency),
    payment: row.payment,
    settlement: row.settlement,
    settlementAgentId: row.settlement_agent_id,
  }
}

/** How much of a thread's contract was accepted so far, in minor units of the contract's currency. */
export async function inspectedSoFar(tx: Tx, threadId: string): Promise<bigint> {
  const [row] = await tx.sql<{ sum: string }>(
    'select coalesce(sum(amount_minor), 0) as sum from inspection where thread_id = $1',
    [threadId],
  )
  return BigInt(row?.sum ?? 0)
}
