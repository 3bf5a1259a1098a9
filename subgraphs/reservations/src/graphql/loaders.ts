import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { isId } from '@torihiki/shared/ids.ts'
import type { Store } from '@torihiki/shared/store/store.ts'
import DataLoader from 'dataloader'
import { isOperator } from '../commands/operator.ts'
import { claimPurchaseSelect } from '../store/claims.ts'
import { giftColumns } from '../store/gifts.ts'
import { guaranteeColumns } from '../store/guarantees.ts'
import { poolColumns } from '../store/pools.ts'
import { billColumns } from '../store/bills.ts'
import { referralColumns } from '../store/referrals.ts'
import { returnColumns } from '../store/returns.ts'
import { reservationColumns } from '../store/reservations.ts'
import { concernsActor, takenColumns, takenFrom } from './guarantee-reading.ts'
import type {
  AuthorizationRequestModel,
  CreditApprovalModel,
  CreditClaimPurchaseModel,
  GiftModel,
  GiftStepModel,
  GuaranteeModel,
  GuaranteePoolModel,
  GuaranteeStepModel,
  CreditBillModel,
  GoodsReturnModel,
  InspectionModel,
  LedgerAccountModel,
  PaymentMethodModel,
  PaymentReservationModel,
  ReferralModel,
  ReferralStepModel,
  TakenPaymentModel,
} from './models.ts'

/** How many keys one batched query takes at most. */
const largestBatch = 500

/** Only payer and payee, or who works for the institution ($3). */
const party = '(p.payer_id = $2 or p.payee_id = $2 or $3::boolean)'

/**
 * What a request reads, batched: one query for all keys of a tick. Every query asks for the actor, so that no resolver can
 * pass on what is not the actor's to see.
 */
export function createLoaders(store: Store, actor: Actor | null, hubInstitutionId: string) {
  const rows = async <R>(
    text: string,
    keys: readonly string[],
    forOperators: boolean,
    further: readonly unknown[] = [],
  ): Promise<R[]> => {
    if (actor === null) return []
    const operator = forOperators ? [isOperator(actor)] : []
    return store.query<R>(text, [keys.filter(isId), actor.memberId, ...operator, ...further])
  }
  const one = <R>(
    text: string,
    keyOf: (row: R) => string,
    forOperators = true,
    further: readonly unknown[] = [],
  ): DataLoader<string, R | null> =>
    new DataLoader(
      async (keys) => {
        const found = new Map((await rows<R>(text, keys, forOperators, further)).map((row) => [keyOf(row), row]))
        return keys.map((key) => found.get(key) ?? null)
      },
      { maxBatchSize: largestBatch },
    )
  return {
    reservation: one<PaymentReservationModel>(
      `select ${reservationColumns} from payment_reservation p where p.id = any($1::uuid[]) and ${party}`,
      (row) => row.id,
    ),
    newestOfThread: one<PaymentReservationModel>(
      `select distinct on (p.thread_id) ${reservationColumns} from payment_reservation p
       where p.thread_id = any($1::uuid[]) and ${party} order by p.thread_id, p.id desc`,
      (row) => row.thread_id,
    ),
    inspections: new DataLoader<string, InspectionModel[]>(
      async (keys) => {
        const found = Map.groupBy(
          await rows<InspectionModel>(
            `select i.id, i.thread_id, i.confirmed_by, i.on_behalf_of, i.confirmed_as, i.confirmed_at,
               (t.source_id = $2 or t.partner_id = $2 or $3::boolean) as for_party, i.amount_minor, i.currency, i.final
             from inspection i join thread t on t.id = i.thread_id
             where i.thread_id = any($1::uuid[]) and (t.source_id = $2 or t.partner_id = $2 or $3::boolean or $2 in (i.confirmed_by, i.on_behalf_of))
             order by i.confirmed_at, i.id`,
            keys,
            true,
          ),
          (row) => row.thread_id,
        )
        return keys.map((key) => found.get(key) ?? [])
      },
      { maxBatchSize: largestBatch },
    ),
    method: one<PaymentMethodModel>(
      'select * from payment_method m where m.id = any($1::uuid[]) and m.member_id = $2',
      (row) => row.id,
      false,
    ),
    authorization: one<AuthorizationRequestModel>(
      `select a.id, a.reservation_id, a.status, a.result, a.response_code, a.requested_at, a.answered_at
       from authorization_request a join payment_reservation p on p.id = a.reservation_id
       where a.reservation_id = any($1::uuid[]) and (p.payer_id = $2 or $3::boolean)`,
      (row) => row.reservation_id,
    ),
    approval: one<CreditApprovalModel>(
      `select p.id as reservation_id, a.decision, a.decided_by, a.reason, a.decided_at
       from payment_reservation p left join approval a on a.reservation_id = p.id
       where p.id = any($1::uuid[]) and p.awaits_approval and (p.payer_id = $2 or $3::boolean)`,
      (row) => row.reservation_id,
    ),
    goodsReturn: one<GoodsReturnModel>(
      `select ${returnColumns} from goods_return g
       where g.id = any($1::uuid[]) and (g.buyer_id = $2 or g.seller_id = $2 or g.carrier_id = $2 or $3::boolean)`,
      (row) => row.id,
    ),
    returnsOfThread: new DataLoader<string, GoodsReturnModel[]>(
      async (keys) => {
        const found = Map.groupBy(
          await rows<GoodsReturnModel>(
            `select ${returnColumns} from goods_return g
             where g.thread_id = any($1::uuid[]) and (g.buyer_id = $2 or g.seller_id = $2 or $3::boolean) order by g.id`,
            keys,
            true,
          ),
          (row) => row.thread_id,
        )
        return keys.map((key) => found.get(key) ?? [])
      },
      { maxBatchSize: largestBatch },
    ),
    partyThread: one<{ id: string }>(
      'select id from thread where id = any($1::uuid[]) and (source_id = $2 or partner_id = $2 or $3::boolean)',
      (row) => row.id,
    ),
    // Each institution and each guarantor sees its own book; the hub's operators see the hub's.
    bill: one<CreditBillModel>(
      `select ${billColumns} from credit_bill b where b.id = any($1::uuid[]) and (b.member_id = $2 or $3::boolean)`,
      (row) => row.id,
    ),
    account: one<LedgerAccountModel>(
      `select a.* from account_state a where a.id = any($1::uuid[])
         and (a.owner = $2::text or a.institution_id = $2::uuid or ($3::boolean and a.institution_id = $4))`,
      (row) => row.id,
      true,
      [hubInstitutionId],
    ),
    guarantee: one<GuaranteeModel>(
      `select ${guaranteeColumns} from guarantee g where g.id = any($1::uuid[]) and ${concernsActor}`,
      (row) => row.id,
      false,
    ),
    claim: one<CreditClaimPurchaseModel>(
      `${claimPurchaseSelect} where c.id = any($1::uuid[]) and ($2 in (c.seller_id, c.payer_id) or ($3::boolean and c.purchaser_id = $4))`,
      (row) => row.id,
      true,
      [hubInstitutionId],
    ),
    claimOfGuarantee: one<CreditClaimPurchaseModel>(
      `${claimPurchaseSelect} where c.guarantee_id = any($1::uuid[]) and $2 in (c.seller_id, c.payer_id) order by c.id`,
      (row) => row.guarantee_id,
      false,
    ),
    referral: one<ReferralModel>(
      `select ${referralColumns} from referral r where r.id = any($1::uuid[]) and $2 in (r.payer_id, r.payee_id)`,
      (row) => row.id,
      false,
    ),
    referralOfReservation: one<ReferralModel>(
      `select ${referralColumns} from referral r where r.reservation_id = any($1::uuid[]) and $2 in (r.payer_id, r.payee_id)`,
      (row) => row.reservation_id,
      false,
    ),
    referralSteps: new DataLoader<string, ReferralStepModel[]>(
      async (keys) => {
        const found = Map.groupBy(
          await rows<ReferralStepModel>(
            `select s.* from referral_step s join referral r on r.id = s.referral_id
             where s.referral_id = any($1::uuid[]) and $2 in (r.payer_id, r.payee_id) order by s.referral_id, s.nth`,
            keys,
            false,
          ),
          (row) => row.referral_id,
        )
        return keys.map((key) => found.get(key) ?? [])
      },
      { maxBatchSize: largestBatch },
    ),
    guaranteeSteps: new DataLoader<string, GuaranteeStepModel[]>(
      async (keys) => {
        const found = Map.groupBy(
          await rows<GuaranteeStepModel>(
            `select s.* from guarantee_step s join guarantee g on g.id = s.guarantee_id
             where s.guarantee_id = any($1::uuid[]) and ${concernsActor} order by s.guarantee_id, s.nth`,
            keys,
            false,
          ),
          (row) => row.guarantee_id,
        )
        return keys.map((key) => found.get(key) ?? [])
      },
      { maxBatchSize: largestBatch },
    ),
    gift: one<GiftModel>(
      `select ${giftColumns} from gift f where f.id = any($1::uuid[]) and $2 in (f.payer_id, f.merchant_id, f.recipient_id, f.handler_id)`,
      (row) => row.id,
      false,
    ),
    giftOfThread: one<GiftModel>(
      `select ${giftColumns} from gift f where f.thread_id = any($1::uuid[]) and $2 in (f.payer_id, f.merchant_id)`,
      (row) => row.thread_id,
      false,
    ),
    giftSteps: new DataLoader<string, GiftStepModel[]>(
      async (keys) => {
        const found = Map.groupBy(
          await rows<GiftStepModel>(
            `select s.* from gift_step s join gift f on f.id = s.gift_id
             where s.gift_id = any($1::uuid[]) and $2 in (f.payer_id, f.merchant_id, f.recipient_id, f.handler_id) order by s.gift_id, s.nth`,
            keys,
            false,
          ),
          (row) => row.gift_id,
        )
        return keys.map((key) => found.get(key) ?? [])
      },
      { maxBatchSize: largestBatch },
    ),
    pool: one<GuaranteePoolModel>(
      `select ${poolColumns} from guarantee_pool q where q.id = any($1::uuid[]) and (q.guarantor_id = $2 or q.holder_id = $2)`,
      (row) => row.id,
      false,
    ),
    takenPayment: one<TakenPaymentModel>(
      `select ${takenColumns} from ${takenFrom} where t.id = any($1::uuid[]) and t.institution_id = $2`,
      (row) => row.id,
      false,
    ),
  }
}

export type Loaders = ReturnType<typeof createLoaders>
