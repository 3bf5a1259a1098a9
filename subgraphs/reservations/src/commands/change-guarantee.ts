import type { Tx } from '@torihiki/shared/store/store.ts'
import { guaranteeAfter, memoOf, type GuaranteeEvent, type GuaranteeStatus } from '../domain/guarantee.ts'
import type { ReservationsServices } from '../services.ts'
import {
  insertStep,
  promisedOf,
  updateGuarantee,
  type GuaranteeChange,
  type GuaranteeRow,
  type NewStep,
} from '../store/guarantees.ts'
import { usePool } from '../store/pools.ts'

/** What each event is called in the record of steps. */
const stepKinds: Record<GuaranteeEvent, string> = {
  Granted: 'GRANTED',
  Refused: 'REFUSED',
  ReliedOn: 'RELIED_ON',
  SetFree: 'SET_FREE',
  Accepted: 'ACCEPTED',
  Paid: 'PAID',
  Invoked: 'INVOKED',
  Repaid: 'REPAID',
  Released: 'RELEASED',
  Expired: 'EXPIRED',
}

/** Who says something: a member, and the operator who does it for it (B14). */
export type Said = { readonly memberId: string; readonly operator?: { readonly memberId: string } | null | undefined }

/** A step as it goes on record. Null: nobody said so, as when time went by. */
export function stepBy(services: ReservationsServices, kind: string, said: Said | null): NewStep {
  return {
    kind,
    byId: said?.memberId ?? null,
    operatorId: said?.operator?.memberId ?? null,
    at: services.now(),
  }
}

/**
 * Applies an event to a locked guarantee: the next state by the transition table, the step on record, and what it uses of its pool changed by
 * the difference, so that what is paid, repaid, released or expired gives back what it used (B13). Locks the pool.
 * @throws when the event cannot happen in the guarantee's state: ask `guaranteeAfter` first
 */
export async function recordStep(
  tx: Tx,
  services: ReservationsServices,
  row: GuaranteeRow,
  event: GuaranteeEvent,
  said: Said | null,
  change: GuaranteeChange = {},
): Promise<GuaranteeStatus> {
  const status = guaranteeAfter(row.status, event)
  if (status === null) throw new Error(`${event} cannot happen to guarantee ${row.id}, which is ${row.status}.`)
  const before = promisedOf(row)
  const after = { ...before, status, payable: change.payable ?? before.payable }
  const poolId = change.poolId === undefined ? row.pool_id : change.poolId
  const by = memoOf(after) - memoOf(before)
  if (poolId !== null && by !== 0n) await usePool(tx, poolId, by)
  await updateGuarantee(tx, row, status, change)
  await insertStep(tx, row.id, stepBy(services, stepKinds[event], said))
  return status
}
