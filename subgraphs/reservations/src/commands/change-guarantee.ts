import type { EventPayload } from '@torihiki/schema'
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
  Reduced: 'REDUCED',
  Cleared: 'CLEARED',
  Sold: 'SOLD',
  TakenBack: 'TAKEN_BACK',
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
  const after = {
    ...before,
    status,
    payable: change.payable ?? before.payable,
    cleared: change.cleared ?? before.cleared,
  }
  const poolId = change.poolId === undefined ? row.pool_id : change.poolId
  const by = memoOf(after) - memoOf(before)
  if (poolId !== null && by !== 0n) await usePool(tx, poolId, by)
  await updateGuarantee(tx, row, status, change)
  await insertStep(tx, row.id, stepBy(services, stepKinds[event], said))
  const figures = { payable_minor: after.payable?.toString() ?? null, cleared_minor: after.cleared.toString() }
  await tellOfGuarantee(tx, { ...row, status, ...figures }, event, said, change)
  return status
}

/** Whom each event concerns besides who brought it about, and what it is called when they are told of it outside. */
const toldOf: Partial<Record<GuaranteeEvent, { kind: Kind; whom: (row: GuaranteeRow) => (string | null)[] }>> = {
  Granted: { kind: 'GRANTED', whom: (row) => [row.payer_id, row.payee_id, row.guarantor_id] },
  Refused: { kind: 'REFUSED', whom: (row) => [row.payer_id] },
  Accepted: { kind: 'PAYABLE', whom: (row) => [row.payer_id] },
  Paid: { kind: 'PAID', whom: (row) => [row.payer_id, row.payee_id, row.guarantor_id] },
  Invoked: { kind: 'INVOKED', whom: (row) => [row.payer_id, row.guarantor_id] },
  Repaid: { kind: 'PAID', whom: (row) => [row.payer_id, row.guarantor_id] },
  Reduced: { kind: 'REDUCED', whom: (row) => [row.payer_id, row.guarantor_id] },
  Cleared: { kind: 'REDUCED', whom: (row) => [row.payer_id, row.guarantor_id] },
  Sold: { kind: 'SOLD', whom: (row) => [row.payer_id, row.guarantor_id] },
  TakenBack: { kind: 'TAKEN_BACK', whom: (row) => [row.payer_id, row.guarantor_id] },
  Released: { kind: 'RELEASED', whom: (row) => [row.payer_id, row.guarantor_id] },
  Expired: {
    kind: 'EXPIRED',
    whom: (row) => [row.payer_id, ...(row.transaction_number === null ? [] : [row.payee_id, row.guarantor_id])],
  },
}

type Kind = EventPayload<'GuaranteeProgressed'>['kind']

async function tellOfGuarantee(
  tx: Tx,
  row: GuaranteeRow,
  event: GuaranteeEvent,
  said: Said | null,
  { transactionNumber }: GuaranteeChange,
): Promise<void> {
  const told = toldOf[event]
  if (!told) return
  const number = transactionNumber ?? row.transaction_number
  await publishStep(tx, { ...row, transaction_number: number }, told.kind, told.whom(row), said?.memberId ?? null)
}

/** Publishes that members are to be told of a step outside. Who brought it about is not told of it. */
export async function publishStep(
  tx: Tx,
  row: Pick<
    GuaranteeRow,
    'id' | 'transaction_number' | 'minor' | 'payable_minor' | 'cleared_minor' | 'currency' | 'due_on'
  >,
  kind: Kind,
  whom: readonly (string | null)[],
  byId: string | null,
): Promise<void> {
  const toldIds = [...new Set(whom)].filter((id) => id !== null && id !== byId).map(String)
  if (toldIds.length === 0) return
  await tx.publish('GuaranteeProgressed', {
    guaranteeId: row.id,
    kind,
    transactionNumber: row.transaction_number,
    byId,
    toldIds,
    amountMinor:
      row.payable_minor === null ? row.minor : (BigInt(row.payable_minor) - BigInt(row.cleared_minor)).toString(),
    currency: row.currency,
    dueOn: row.due_on,
  })
}
