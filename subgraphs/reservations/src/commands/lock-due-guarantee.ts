import type { Tx } from '@torihiki/shared/store/store.ts'
import type { PaymentReservationModel } from '../graphql/models.ts'
import { owedUnder } from '../domain/guarantee.ts'
import { lockGuarantee, promisedOf, type GuaranteeRow } from '../store/guarantees.ts'
import { lockKnownReservation } from '../store/reservations.ts'
import { contractOf, type ContractTerms } from '../store/threads.ts'

/** A guarantee under which something is to be paid, or that was invoked, or then sold, with what it stands for and what its payer owes under it; thread, reservation and guarantee are locked. */
export type DueGuarantee = {
  readonly row: GuaranteeRow
  readonly reservation: PaymentReservationModel
  readonly contract: ContractTerms
  readonly minor: bigint
}

/**
 * Locks what a payment and an invocation both need, in the one order (thread, reservation, guarantee): of the two at once the second sees
 * what the first did. The row as it is when there was nothing to pay under it yet as it was read.
 */
export async function lockDueGuarantee(tx: Tx, found: GuaranteeRow): Promise<DueGuarantee | { row: GuaranteeRow }> {
  const isDue = found.status === 'PAYABLE' || found.status === 'INVOKED' || found.status === 'SOLD'
  if (!isDue || found.reservation_id === null) return { row: found }
  const { row: reservation } = await lockKnownReservation(tx, found.reservation_id)
  const [row, contract] = [await lockGuarantee(tx, found.id), await contractOf(tx, reservation.thread_id)]
  if (!row || row.payable_minor === null || !contract)
    throw new Error(`Guarantee ${found.id} is ${found.status}, but has no contract or amount.`)
  return { row, reservation, contract, minor: owedUnder(promisedOf(row)) }
}
