import type { Tx } from '@torihiki/shared/store/store.ts'
import { actOnHold, isExcess } from '../domain/hold.ts'
import { paidTo } from '../domain/posting.ts'
import type { PaymentReservationModel } from '../graphql/models.ts'
import type { ReservationsServices } from '../services.ts'
import { lockAccounts } from '../store/accounts.ts'
import { insertCapture, type OpenHold } from '../store/holds.ts'
import { post } from '../store/postings.ts'
import type { ContractTerms } from '../store/threads.ts'
import { recordChange } from './change-reservation.ts'

/** A capture that is allowed: its reservation and hold are locked and open, `minor` is within what is open of the hold. */
export type Capture = {
  readonly row: PaymentReservationModel
  readonly hold: OpenHold
  readonly contract: ContractTerms
  readonly captureId: string
  readonly minor: bigint
  /** Whether the rest is released with it. */
  readonly final: boolean
  readonly actorId: string
}

/**
 * Pays an amount of a hold (B8, step 4 of the money model): posts the payer's account / what is due to the payee, and tells
 * settlements under the capture's unique id. The final capture resolves the hold and releases the rest; until then the reservation
 * stays RESERVED, with what was paid. With no hub between (B9) the payee has it in its deposit at once: nobody owes it onwards, and with the
 * final capture the contract is settled.
 * @throws when the hold is resolved already or less is open: the caller holds the locks and has checked
 */
export async function captureHold(tx: Tx, services: ReservationsServices, capture: Capture): Promise<void> {
  const { row, hold, contract, captureId, minor } = capture
  const { final } = capture
  const payee = paidTo(row.payee_id, row.currency, services.paysSellers)
  const outcome = actOnHold(hold, { how: 'CAPTURED', amount: minor, captureId, payee, final })
  if (isExcess(outcome) || !outcome.posting || !outcome.capture)
    throw new Error(`Of hold ${hold.id} less than ${minor} is open.`)
  const accounts = await lockAccounts(
    tx,
    row.institution_id,
    outcome.posting.legs.map((leg) => leg.key),
  )
  const at = services.now()
  const postingId = await post(tx, accounts, outcome.posting, outcome.changes, {
    institutionId: row.institution_id,
    actorId: capture.actorId,
    at,
  })
  if (!postingId) throw new Error(`Capture ${captureId} is posted already.`)
  await insertCapture(tx, hold.id, outcome.capture, outcome.resolution, postingId, at)
  await tx.publish('PaymentCaptured', {
    captureId,
    reservationId: row.id,
    threadId: row.thread_id,
    contractId: contract.contractId,
    institutionId: row.institution_id,
    payeeId: row.payee_id,
    amountMinor: minor.toString(),
    currency: row.currency,
    settlement: contract.settlement,
    settlementAgentId: contract.settlementAgentId,
    payeeHasIt: services.paysSellers,
  })
  if (services.paysSellers && outcome.resolution) await tellSettled(tx, services, capture, at)
  await recordChange(tx, services, row, { type: outcome.resolution ? 'Captured' : 'PartCaptured', amount: minor })
}

/** There is no obligation that an agent would report on: the institution itself has settled, and the capture stands for it. */
async function tellSettled(tx: Tx, services: ReservationsServices, capture: Capture, at: Date): Promise<void> {
  const { row, contract, captureId, minor } = capture
  await tx.publish('ObligationSettled', {
    obligationId: captureId,
    threadId: row.thread_id,
    contractId: contract.contractId,
    windowId: null,
    agentId: services.institutionId,
    reference: row.transaction_number,
    settledAt: at.toISOString(),
    amountMinor: minor.toString(),
    currency: row.currency,
  })
}
