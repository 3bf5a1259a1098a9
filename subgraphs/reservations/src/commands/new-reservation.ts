import { newCode } from '@torihiki/shared/codes.ts'
import { newId } from '@torihiki/shared/ids.ts'
import type { Money } from '@torihiki/shared/money.ts'
import type { Refusal } from '@torihiki/shared/refusals.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import { dayAfter, defaultDueDays, holdExpiry } from '../domain/dates.ts'
import type { InspectionParty } from '../domain/inspection.ts'
import type { PaymentReservationModel } from '../graphql/models.ts'
import type { ReservationsServices } from '../services.ts'
import type { GuaranteeRow } from '../store/guarantees.ts'

/** What is to be reserved, by a person or by an order. `planned` null: the contract's or the order's amount. */
export type ReserveAsk = {
  readonly payerId: string
  readonly threadId: string
  readonly methodId: string
  readonly planned: Money | null
  readonly dueOn: string | null
  readonly placeOfInspection: string | null
  readonly merchantName: string | null
  readonly carrierName: string | null
  /** Who confirms the inspection besides the recipient (B7). Null: nobody. */
  readonly inspectionBy: readonly InspectionParty[] | null
  /** The carrier, when it is a member. */
  readonly carrierId: string | null
  /** The number of the guarantee that is to stand for it (B10), in its one written form. Null: whichever does. */
  readonly guaranteeNumber: string | null
}

type Further = {
  readonly methodId: string | null
  readonly refusal: Refusal | null
  readonly awaitsApproval?: boolean
  /** What stands for it instead of a hold: it is due and expires as this does. */
  readonly guarantee?: GuaranteeRow
}

/** A reservation as it goes on record: under its transaction number, due in 30 days when nobody says, with its expiry. */
export function newReservation(
  services: ReservationsServices,
  ask: ReserveAsk,
  parties: { sourceId: string; partnerId: string },
  planned: Money,
  status: PaymentReservationModel['status'],
  { methodId, refusal, awaitsApproval, guarantee }: Further,
): PaymentReservationModel {
  const now = services.now()
  const dueOn = guarantee?.due_on ?? ask.dueOn ?? dayAfter(now, defaultDueDays)
  return {
    id: newId(),
    transaction_number: newCode('TRANSACTION'),
    institution_id: services.institutionId,
    thread_id: ask.threadId,
    payer_id: parties.sourceId,
    payee_id: parties.partnerId,
    payment_method_id: methodId,
    status,
    planned_minor: planned.minor.toString(),
    captured_minor: null,
    currency: planned.currency,
    due_on: dueOn,
    place_of_inspection: ask.placeOfInspection,
    merchant_name: ask.merchantName,
    carrier_name: ask.carrierName,
    inspection_by: [...new Set<InspectionParty>(['RECIPIENT', ...(ask.inspectionBy ?? [])])],
    carrier_id: ask.carrierId,
    reserved_at: now.toISOString(),
    expires_at: (guarantee ? asDate(guarantee.expires_at) : holdExpiry(dueOn)).toISOString(),
    refusal_code: refusal?.code ?? null,
    refusal: refusal?.message ?? null,
    awaits_approval: awaitsApproval ?? false,
    guarantee_id: guarantee?.id ?? null,
    refunded_minor: '0',
  }
}
