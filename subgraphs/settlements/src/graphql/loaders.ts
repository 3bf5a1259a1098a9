import { isId } from '@torihiki/shared/ids.ts'
import type { Store } from '@torihiki/shared/store/store.ts'
import DataLoader from 'dataloader'
import { kindsBetweenOthers } from '../domain/obligation-kind.ts'
import { instructionColumns } from '../store/instructions.ts'
import { obligationColumns } from '../store/obligations.ts'
import { purchaseSelect } from '../store/purchases.ts'
import type { NetPositionRow } from '../store/rows.ts'
import type {
  BilateralPositionModel,
  GroupPositionModel,
  ObligationModel,
  ReceivablePurchaseModel,
  Reader,
  SettlementInstructionModel,
  SettlementWindowModel,
} from './models.ts'

/** How many keys one batched query takes at most. */
const largestBatch = 500

/** In each query `$2` is the reader and `$3` whether it is an administrator. */
export const obligationModel = `${obligationColumns}, x.window_id, (t.thread_id is not null) as is_own_thread`
const ownThread = `left join case_thread t on t.thread_id = o.thread_id and $2 in (t.source_id, t.partner_id)`
/** An obligation with the window it is in, if any: what an aborted one let go is in none. */
export const obligationTables = `obligation o left join
  (window_obligation x join settlement_window xw on xw.id = x.window_id and xw.status <> 'ABORTED') on x.obligation_id = o.id ${ownThread}`
/** An obligation with each window that took it in, aborted ones too. */
const windowTables = `window_obligation x join obligation o on o.id = x.obligation_id ${ownThread}`
const outside = kindsBetweenOthers.map((kind) => `'${kind}'`).join(', ')
const seesObligation = `($3::boolean or $2 in (o.debtor_id, o.creditor_id, o.agent_id) or (t.thread_id is not null and o.kind not in (${outside})))`

export const windowModel = `w.id, w.agent_id, w.status, w.obligation_count, w.closed_at, w.settled_at, b.aborted_at, b.aborted_by, b.reason as abort_reason, ($3::boolean or w.agent_id = $2) as sees_all`
export const windowTablesWithAbort = `settlement_window w left join window_abort b on b.window_id = w.id`
export const seesWindow = `($3::boolean or w.agent_id = $2 or exists (select 1 from net_position n where n.window_id = w.id and n.member_id = $2))`

export const seesInstruction = `($3::boolean or $2 in (i.agent_id, i.payer_id, i.payee_id))`

/** Within a window: its agent and administrators see all, a member its own. */
const partOfWindow = (columns: string, table: string, own: string, order: string): string =>
  `select ${columns} from ${table} p join settlement_window w on w.id = p.window_id
   where p.window_id = any($1::uuid[]) and ($3::boolean or w.agent_id = $2 or ${own}) order by ${order}`

/**
 * What a request reads, batched: one query for all keys of a tick. Only what the reader is a party to is found, so no
 * resolver can pass on what is not the reader's to see. Without a reader nothing is found.
 */
export function createLoaders(store: Store, reader: Reader | null) {
  const rows = async <R>(text: string, keys: readonly string[]): Promise<R[]> =>
    reader === null ? [] : store.query<R>(text, [keys.filter(isId), reader.memberId, reader.isAdmin])
  const one = <R extends { id: string }>(text: string): DataLoader<string, R | null> =>
    new DataLoader(
      async (keys) => {
        const found = new Map((await rows<R>(text, keys)).map((row) => [row.id, row]))
        return keys.map((key) => found.get(key) ?? null)
      },
      { maxBatchSize: largestBatch },
    )
  const many = <R>(text: string, keyOf: (row: R) => string | null): DataLoader<string, R[]> =>
    new DataLoader(
      async (keys) => {
        const found = Map.groupBy(await rows<R>(text, keys), keyOf)
        return keys.map((key) => found.get(key) ?? [])
      },
      { maxBatchSize: largestBatch },
    )
  return {
    obligation: one<ObligationModel>(
      `select ${obligationModel} from ${obligationTables} where o.id = any($1::uuid[]) and ${seesObligation}`,
    ),
    obligationsOfThread: many<ObligationModel>(
      `select ${obligationModel} from ${obligationTables} where o.thread_id = any($1::uuid[]) and ${seesObligation} order by o.arisen_at, o.id`,
      (row) => row.thread_id,
    ),
    obligationsOfWindow: many<ObligationModel>(
      `select ${obligationModel} from ${windowTables} where x.window_id = any($1::uuid[])
         and ($3::boolean or $2 in (o.debtor_id, o.creditor_id, o.agent_id)) order by o.id`,
      (row) => row.window_id,
    ),
    purchase: one<ReceivablePurchaseModel>(
      `${purchaseSelect} where p.id = any($1::uuid[]) and ($3::boolean or $2 in (p.purchaser_id, p.seller_id))`,
    ),
    purchaseOfObligation: new DataLoader<string, ReceivablePurchaseModel | null>(
      async (keys) => {
        const found = await rows<ReceivablePurchaseModel>(
          `${purchaseSelect} where (p.claim_id = any($1::uuid[]) or p.collection_id = any($1::uuid[]))
             and ($3::boolean or $2 in (p.purchaser_id, p.seller_id)) order by p.purchased_at`,
          keys,
        )
        return keys.map((key) => found.findLast((row) => row.claim_id === key || row.collection_id === key) ?? null)
      },
      { maxBatchSize: largestBatch },
    ),
    window: one<SettlementWindowModel>(
      `select ${windowModel} from ${windowTablesWithAbort} where w.id = any($1::uuid[]) and ${seesWindow}`,
    ),
    positions: many<NetPositionRow>(
      partOfWindow('p.*', 'net_position', 'p.member_id = $2', 'p.currency, p.member_id'),
      (row) => row.window_id,
    ),
    bilateral: many<BilateralPositionModel>(
      partOfWindow(
        'p.*',
        'bilateral_position',
        '$2 in (p.first_id, p.second_id)',
        'p.currency, p.first_id, p.second_id',
      ),
      (row) => row.window_id,
    ),
    groups: many<GroupPositionModel>(
      partOfWindow(
        'p.window_id, p.currency, p.group_name, p.member_id, p.net_minor',
        'group_position',
        `p.member_id = $2 or exists (select 1 from net_position n where n.window_id = p.window_id and n.member_id = $2 and n.group_name = p.group_name)`,
        'p.currency, p.group_name nulls last, p.member_id',
      ),
      (row) => row.window_id,
    ),
    instruction: one<SettlementInstructionModel>(
      `select ${instructionColumns} from settlement_instruction i where i.id = any($1::uuid[]) and ${seesInstruction}`,
    ),
    instructionsOfWindow: many<SettlementInstructionModel>(
      `select ${instructionColumns} from settlement_instruction i where i.window_id = any($1::uuid[]) and ${seesInstruction} order by i.currency, i.id`,
      (row) => row.window_id,
    ),
  }
}

export type Loaders = ReturnType<typeof createLoaders>
