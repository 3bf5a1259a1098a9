import type { Store } from '@torihiki/shared/store/store.ts'
import { isId } from '@torihiki/shared/ids.ts'
import DataLoader from 'dataloader'
import { shopOrderColumns } from '../store/shop-orders.ts'
import { outletColumns } from '../store/outlets.ts'
import { toleranceSelect } from '../store/tolerances.ts'
import type {
  CaseModel,
  CaseNoteModel,
  GoodsReportModel,
  HiddenPurchaseModel,
  CaseThreadModel,
  ContractComparisonModel,
  ContractConflictModel,
  ContractModel,
  ContractSubmissionModel,
  DeliveryModel,
  DeliveryReportModel,
  LatenessModel,
  LogEntryModel,
  OrderModel,
  OrderResponseModel,
  ShopOrderModel,
  OrderRoutingModel,
  OutletModel,
  RouteDecisionModel,
  SigningKeyModel,
  ToleranceProfileModel,
} from './models.ts'

/** How many keys one batched query takes at most. */
const largestBatch = 500

/** Nothing is kept: a subscription's context outlives its events, and a mutation reads what the one before it wrote. */
const batching = { maxBatchSize: largestBatch, cache: false } as const

export const orderColumns = `o.id, o.order_code, o.thread_id, o.currency, o.lines, o.total_minor, o.version, o.replaces_id, o.guarantee_number,
  o.deliver_from::text, o.deliver_by::text, o.terms, o.note, o.sent_at,
  (select n.id from trade_order n where n.replaces_id = o.id) as replaced_by_id`

/** A lateness `x` of a contract `c`. */
export const latenessColumns = `x.id, x.thread_id, x.contract_id, c.contract_code, x.kind, x.part, x.level, x.action, x.due_on::text as due_on,
  x.falls_on::text as falls_on, x.found_at, x.resolved_at, x.warned_ids`

const keySelect = `select k.*, r.revoked_at from signing_key k left join signing_key_revocation r on r.key_id = k.id`

/** The actor itself, or who shares a case with it. */
const counterpart = `(k.member_id = $2 or exists (select 1 from case_thread t
  where (t.source_id = $2 and t.partner_id = k.member_id) or (t.partner_id = $2 and t.source_id = k.member_id)))`

/**
 * What a request reads, batched: one query for all keys of a tick. Only what the member is a party to is found: every
 * query joins the thread and asks for the member, so no resolver can pass on what is not the actor's to see.
 */
export function createLoaders(store: Store, memberId: string | null) {
  const rows = async <R>(text: string, keys: readonly string[]): Promise<R[]> =>
    memberId === null ? [] : store.query<R>(text, [keys.filter(isId), memberId])
  const party = '(t.source_id = $2 or t.partner_id = $2)'
  const one = <R>(text: string, keyOf: (row: R) => string): DataLoader<string, R | null> =>
    new DataLoader(async (keys) => {
      const found = new Map((await rows<R>(text, keys)).map((row) => [keyOf(row), row]))
      return keys.map((key) => found.get(key) ?? null)
    }, batching)
  const many = <R extends { thread_id: string }>(text: string): DataLoader<string, R[]> =>
    new DataLoader(async (keys) => {
      const found = Map.groupBy(await rows<R>(text, keys), (row) => row.thread_id)
      return keys.map((key) => found.get(key) ?? [])
    }, batching)
  const ofThread = (columns: string, table: string, order: string): string =>
    `select ${columns} from ${table} x join case_thread t on t.id = x.thread_id where x.thread_id = any($1::uuid[]) and ${party} order by ${order}`
  return {
    case: one<CaseModel>(
      `select c.* from business_case c where c.id = any($1::uuid[])
         and (c.source_id = $2 or exists (select 1 from case_thread t where t.case_id = c.id and t.partner_id = $2))`,
      (row) => row.id,
    ),
    thread: one<CaseThreadModel>(
      `select t.* from case_thread t where t.id = any($1::uuid[]) and ${party}`,
      (row) => row.id,
    ),
    threadsOfCase: new DataLoader<string, CaseThreadModel[]>(async (keys) => {
      const found = Map.groupBy(
        await rows<CaseThreadModel>(
          `select t.* from case_thread t where t.case_id = any($1::uuid[]) and ${party} order by t.id`,
          keys,
        ),
        (row) => row.case_id,
      )
      return keys.map((key) => found.get(key) ?? [])
    }, batching),
    order: one<OrderModel>(
      `select ${orderColumns} from trade_order o join case_thread t on t.id = o.thread_id
       where o.id = any($1::uuid[]) and ${party}`,
      (row) => row.id,
    ),
    shopOrder: one<ShopOrderModel>(
      `select ${shopOrderColumns} from shop_order o join case_thread t on t.id = o.thread_id where o.order_id = any($1::uuid[]) and ${party}`,
      (row) => row.order_id,
    ),
    orders: many<OrderModel>(
      `select ${orderColumns} from trade_order o join case_thread t on t.id = o.thread_id
       where o.thread_id = any($1::uuid[]) and ${party} order by o.version`,
    ),
    responses: new DataLoader<string, OrderResponseModel[]>(async (keys) => {
      const found = Map.groupBy(
        await rows<OrderResponseModel>(
          `select r.*, r.deliver_from::text, r.deliver_by::text, o.currency from order_response r join trade_order o on o.id = r.order_id
           join case_thread t on t.id = o.thread_id where r.order_id = any($1::uuid[]) and ${party} order by r.version`,
          keys,
        ),
        (row) => row.order_id,
      )
      return keys.map((key) => found.get(key) ?? [])
    }, batching),
    contract: one<ContractModel>(
      `select x.*, x.deliver_by::text, x.pay_by::text from contract x join case_thread t on t.id = x.thread_id where x.id = any($1::uuid[]) and ${party}`,
      (row) => row.id,
    ),
    hiddenPurchase: one<HiddenPurchaseModel>(
      `select x.* from hidden_purchase x join case_thread t on t.id = x.thread_id where x.thread_id = any($1::uuid[]) and ${party}`,
      (row) => row.thread_id,
    ),
    contractOfThread: one<ContractModel>(
      `select x.*, x.deliver_by::text, x.pay_by::text from contract x join case_thread t on t.id = x.thread_id where x.thread_id = any($1::uuid[]) and ${party}`,
      (row) => row.thread_id,
    ),
    submissions: many<ContractSubmissionModel>(
      ofThread(
        'x.id, x.thread_id, x.side, x.submitted_at, x.document_kind, x.sha256, x.rounding_only, x.signing_key_id, x.signature',
        'contract_submission',
        'x.submitted_at, x.id',
      ),
    ),
    comparisons: many<ContractComparisonModel>(ofThread('x.*', 'contract_comparison', 'x.compared_at, x.id')),
    conflicts: many<ContractConflictModel>(ofThread('x.*', 'contract_conflict', 'x.raised_at, x.id')),
    deliveryReports: many<DeliveryReportModel>(
      ofThread('x.*, x.delivered_on::text', 'delivery_report', 'x.reported_at, x.id'),
    ),
    goodsReports: many<GoodsReportModel>(
      ofThread(
        'x.id, x.thread_id, x.kind, x.document_id, x.sha256, x.reported_by, x.reported_at, x.comparison',
        'goods_report',
        'x.reported_at, x.id',
      ),
    ),
    notes: many<CaseNoteModel>(
      `select x.id, x.thread_id, x.text, x.written_at, x.edited_at from case_note x where x.thread_id = any($1::uuid[]) and x.member_id = $2
       order by x.written_at, x.id`,
    ),
    /** An outlet is its seller's alone. */
    outlet: one<OutletModel>(
      `select ${outletColumns} from outlet x where x.id = any($1::uuid[]) and x.seller_id = $2`,
      (row) => row.id,
    ),
    /** Of an outlet that serves an order of the member's: what its customers see. */
    servingOutlet: one<OutletModel>(
      `select ${outletColumns} from outlet x where x.id = any($1::uuid[]) and (x.seller_id = $2 or exists (
         select 1 from order_routing r join case_thread t on t.id = r.thread_id where r.outlet_id = x.id and t.source_id = $2))`,
      (row) => row.id,
    ),
    routing: one<OrderRoutingModel>(
      `select r.* from order_routing r join case_thread t on t.id = r.thread_id where r.order_id = any($1::uuid[]) and ${party}`,
      (row) => row.order_id,
    ),
    /** The decisions on orders to the member. */
    routes: new DataLoader<string, RouteDecisionModel[]>(async (orderIds) => {
      const found = Map.groupBy(
        await rows<RouteDecisionModel>(
          `select x.* from order_route x join order_routing r on r.order_id = x.order_id
           where x.order_id = any($1::uuid[]) and r.seller_id = $2 order by x.number`,
          orderIds,
        ),
        (row) => row.order_id,
      )
      return orderIds.map((id) => found.get(id) ?? [])
    }, batching),
    /** The newest decision on an order that the member is a party to. */
    newestRoute: one<RouteDecisionModel>(
      `select distinct on (x.order_id) x.* from order_route x join order_routing r on r.order_id = x.order_id
       join case_thread t on t.id = r.thread_id where x.order_id = any($1::uuid[]) and ${party} order by x.order_id, x.number desc`,
      (row) => row.order_id,
    ),
    tolerance: one<ToleranceProfileModel>(
      `${toleranceSelect} where t.id = any($1::uuid[]) and (t.proposed_by = $2 or t.proposed_to = $2)`,
      (row) => row.id,
    ),
    signingKey: one<SigningKeyModel>(`${keySelect} where k.id = any($1::uuid[]) and ${counterpart}`, (row) => row.id),
    /** All keys of a member; null of one with whom the actor shares no case. */
    signingKeysOf: new DataLoader<string, SigningKeyModel[] | null>(async (memberIds) => {
      const known = new Set(
        (
          await rows<{ id: string }>(
            `select k.id from unnest($1::uuid[]) as k (id) where ${counterpart.replaceAll('k.member_id', 'k.id')}`,
            memberIds,
          )
        ).map(({ id }) => id),
      )
      const keys = Map.groupBy(
        await rows<SigningKeyModel>(
          `${keySelect} where k.member_id = any($1::uuid[]) and ${counterpart} order by k.registered_at, k.id`,
          memberIds,
        ),
        (row) => row.member_id,
      )
      return memberIds.map((id) => (known.has(id) ? (keys.get(id) ?? []) : null))
    }, batching),
    latenesses: many<LatenessModel>(
      `select ${latenessColumns} from lateness x join contract c on c.id = x.contract_id join case_thread t on t.id = x.thread_id
       where x.thread_id = any($1::uuid[]) and ${party} order by x.found_at, x.id`,
    ),
    deliveries: new DataLoader<string, DeliveryModel[]>(async (contractIds) => {
      const found = Map.groupBy(
        await rows<DeliveryModel>(
          `select x.contract_id, x.part, x.due_on::text as due_on, x.fulfilled_at from contract_due x join case_thread t on t.id = x.thread_id
           where x.contract_id = any($1::uuid[]) and x.kind = 'DELIVERY' and ${party} order by x.part`,
          contractIds,
        ),
        (row) => row.contract_id,
      )
      return contractIds.map((id) => found.get(id) ?? [])
    }, batching),
    logEntries: new DataLoader<string, LogEntryModel[]>(async (contractIds) => {
      const found = Map.groupBy(
        await store.query<LogEntryModel & { contract_id: string }>(
          'select contract_id, leaf_index, kind, at, leaf_hash from log_entry where contract_id = any($1::uuid[]) order by leaf_index',
          [contractIds],
        ),
        (row) => row.contract_id,
      )
      return contractIds.map((id) => found.get(id) ?? [])
    }, batching),
  }
}

export type Loaders = ReturnType<typeof createLoaders>
