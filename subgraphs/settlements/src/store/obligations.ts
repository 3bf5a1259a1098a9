import type { Tx } from '@torihiki/shared/store/store.ts'
import type { Obligation } from '../domain/netting/obligation.ts'
import type { ObligationStatus } from '../domain/states.ts'
import type { ObligationRow } from './rows.ts'

/** The columns of an obligation `o`. */
export const obligationColumns = `o.id, o.kind, o.origin_id, o.debtor_id, o.creditor_id, o.amount_minor, o.currency, o.settlement, o.agent_id, o.thread_id,
  o.contract_id, o.status, o.arisen_at, o.settled_at, o.transaction_number`

/** An obligation as it is recorded first. `originId` is what it arose from: a capture, an inspection. */
export type NewObligation = Obligation & {
  readonly kind: ObligationRow['kind']
  readonly originId: string
  readonly settlement: 'GROSS' | 'NET'
  readonly agentId: string
  readonly threadId: string
  readonly contractId: string
  /** What the debtor quotes when it pays (B10). */
  readonly transactionNumber?: string | null
}

/** Records an obligation, OPEN. False, and nothing done, when one arose from the same origin before. */
export async function insertObligation(tx: Tx, o: NewObligation, now: Date): Promise<boolean> {
  const inserted = await tx.sql(
    `insert into obligation (id, kind, origin_id, debtor_id, creditor_id, amount_minor, currency, settlement, agent_id, thread_id, contract_id,
       status, arisen_at, transaction_number) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'OPEN', $12, $13) on conflict (kind, origin_id) do nothing returning id`,
    [
      o.id,
      o.kind,
      o.originId,
      o.debtorId,
      o.creditorId,
      o.amount,
      o.currency,
      o.settlement,
      o.agentId,
      o.threadId,
      o.contractId,
      now,
      o.transactionNumber ?? null,
    ],
  )
  return inserted.length > 0
}

/** The agent's open obligations that are to be netted, oldest first, locked in id order: two closings never share one. */
export async function lockOpenToNet(tx: Tx, agentId: string, limit: number): Promise<ObligationRow[]> {
  return tx.sql<ObligationRow>(
    `select ${obligationColumns} from obligation o where o.agent_id = $1 and o.status = 'OPEN' and o.settlement = 'NET'
     order by o.id limit $2 for no key update`,
    [agentId, limit],
  )
}

/** The obligations of a window, locked in id order. */
export async function lockOfWindow(tx: Tx, windowId: string): Promise<ObligationRow[]> {
  return tx.sql<ObligationRow>(
    `select ${obligationColumns} from obligation o join window_obligation w on w.obligation_id = o.id where w.window_id = $1
     order by o.id for no key update of o`,
    [windowId],
  )
}

/** One obligation, locked; null when it is not there. */
export async function lockObligation(tx: Tx, id: string): Promise<ObligationRow | null> {
  const [row] = await tx.sql<ObligationRow>(
    `select ${obligationColumns} from obligation o where o.id = $1 for no key update`,
    [id],
  )
  return row ?? null
}

/** Gives locked obligations their next status. */
export async function saveStatus(tx: Tx, ids: readonly string[], status: ObligationStatus, now: Date): Promise<void> {
  await tx.sql(
    `update obligation set status = $2, settled_at = case when $2 = 'SETTLED' then $3::timestamptz end where id = any($1::uuid[])`,
    [ids, status, now],
  )
}

/** An obligation as netting looks at it. */
export function toNet(row: ObligationRow): Obligation {
  return {
    id: row.id,
    debtorId: row.debtor_id,
    creditorId: row.creditor_id,
    currency: row.currency,
    amount: BigInt(row.amount_minor),
  }
}

/** A member's open obligations that are to be netted, oldest first. */
export async function openToNetOf(sql: Tx['sql'], memberId: string, limit: number): Promise<ObligationRow[]> {
  return sql<ObligationRow>(
    `select ${obligationColumns} from obligation o where (o.debtor_id = $1 or o.creditor_id = $1) and o.status = 'OPEN' and o.settlement = 'NET'
     order by o.id limit $2`,
    [memberId, limit],
  )
}
