import type { Tx } from '@torihiki/shared/store/store.ts'
import { isExcess, resolveHold } from '../domain/hold.ts'
import type { PaymentReservationModel } from '../graphql/models.ts'
import type { ReservationsServices } from '../services.ts'
import { lockAccounts } from '../store/accounts.ts'
import { insertResolution, type OpenHold } from '../store/holds.ts'
import { insertPosting } from '../store/postings.ts'
import type { ContractTerms } from '../store/threads.ts'
import { recordChange } from './change-reservation.ts'

/** A capture that is allowed: its reservation and hold are locked and open, `minor` is within the hold. */
export type Capture = {
  readonly row: PaymentReservationModel
  readonly hold: OpenHold
  readonly contract: ContractTerms
  readonly captureId: string
  readonly minor: bigint
  readonly actorId: string
}

/**
 * Pays an amount of a hold and releases the rest (B8, step 4 of the money model): posts the payer's account / what is due to the
 * payee, resolves the hold, and tells settlements under the capture's unique id.
 * @throws when the hold is resolved already or smaller than the amount: the caller holds the locks and has checked
 */
export async function captureHold(tx: Tx, services: ReservationsServices, capture: Capture): Promise<void> {
  const { row, hold, contract, captureId, minor } = capture
  const resolved = resolveHold(hold, { how: 'CAPTURED', amount: minor, captureId, payeeId: row.payee_id })
  if (isExcess(resolved) || !resolved.posting) throw new Error(`Hold ${hold.id} is smaller than ${minor}.`)
  const accounts = await lockAccounts(
    tx,
    row.institution_id,
    resolved.posting.legs.map((leg) => leg.key),
  )
  const at = services.now()
  const postingId = await insertPosting(tx, accounts, resolved.posting, {
    institutionId: row.institution_id,
    actorId: capture.actorId,
    at,
  })
  if (!postingId) throw new Error(`Capture ${captureId} is posted already.`)
  await insertResolution(tx, hold.id, resolved.resolution, postingId, at)
  await accounts.change(tx, resolved.changes)
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
  })
  await recordChange(tx, services, row, { type: 'Captured', amount: minor })
}
