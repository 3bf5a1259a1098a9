import { newId } from '@torihiki/shared/ids.ts'
import type { EventPayload } from '@torihiki/schema'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { returnAfter, type ReturnStatus } from '../domain/goods-return.ts'
import { changesOf, refundPosting, refundSettledPosting } from '../domain/posting.ts'
import { capturedOf } from '../domain/reservation.ts'
import { availableOf, type AccountKey } from '../domain/account.ts'
import type { GoodsReturnModel, PaymentReservationModel } from '../graphql/models.ts'
import type { ReservationsServices } from '../services.ts'
import { lockAccounts } from '../store/accounts.ts'
import { post } from '../store/postings.ts'
import { lockKnownReservation, reservationOf } from '../store/reservations.ts'
import {
  addRefunded,
  insertRefund,
  lockRefund,
  noteRefundDone,
  payingAccount,
  readRefund,
  updateReturn,
  type RefundRow,
} from '../store/returns.ts'
import { contractOf } from '../store/threads.ts'
import { announce, recordChange } from './change-reservation.ts'
import { reduceDebt, reductionBy, takeReductionSettled } from './reduce-debt.ts'

/** What of a return its parties, and those who wait for its end, are told. */
export async function tellReturn(
  tx: Tx,
  row: Pick<GoodsReturnModel, 'id' | 'thread_id' | 'buyer_id' | 'seller_id'>,
  step: EventPayload<'ReturnProgressed'>['step'],
  byId: string | null,
): Promise<void> {
  await tx.publish('ReturnProgressed', {
    returnId: row.id,
    threadId: row.thread_id,
    buyerId: row.buyer_id,
    sellerId: row.seller_id,
    step,
    byId,
  })
}

/** The next state of a return. @throws when the event cannot happen: who calls has asked before */
export function nextReturnStatus(
  row: Pick<GoodsReturnModel, 'id' | 'status'>,
  event: Parameters<typeof returnAfter>[1],
): ReturnStatus {
  const after = returnAfter(row.status, event)
  if (!after) throw new Error(`${event} cannot happen to return ${row.id}, which is ${row.status}.`)
  return after
}

/**
 * Pays back what goods that are back were paid with (B15, step 12 of the money model), once a return: to the deposit or credit at once, to a card by
 * its company, which another worker asks; to who owes it to a guarantor that stood in for it, by owing less. What was on account was never in this book: settlements alone makes the seller owe it.
 * The thread is locked.
 */
export async function beginRefund(tx: Tx, services: ReservationsServices, row: GoodsReturnModel): Promise<void> {
  const refund = {
    id: newId(),
    return_id: row.id,
    reservation_id: row.reservation_id,
    debtor_id: row.seller_id,
    minor: row.minor,
    currency: row.currency,
    company: null,
  }
  const at = services.now()
  if (row.reservation_id === null) {
    await insertRefund(tx, refund, null, at)
    await publishRefund(tx, refund, row, row.buyer_id)
    return endReturn(tx, row)
  }
  const { row: reservation } = await lockKnownReservation(tx, row.reservation_id)
  const account = await payingAccount(tx, reservation)
  if (account.kind === 'ACQUIRER') {
    await insertRefund(tx, { ...refund, company: account.owner }, null, at)
    await tx.publish('RefundAsked', { refundId: refund.id })
    return
  }
  await payBack(tx, services, refund, row, { reservation, account })
  await endReturn(tx, row)
  await noteRefunded(tx, services, reservation, BigInt(refund.minor))
}

/** First what the payer owes its guarantor is lowered, for that much it has never paid; the rest goes to its account. The seller owes each to whose book it is in. */
async function payBack(
  tx: Tx,
  services: ReservationsServices,
  refund: Pick<RefundRow, 'id' | 'return_id' | 'reservation_id' | 'debtor_id' | 'minor' | 'currency' | 'company'>,
  row: GoodsReturnModel,
  { reservation, account }: { reservation: PaymentReservationModel; account: AccountKey },
): Promise<void> {
  const reduction = await reductionBy(tx, reservation.guarantee_id, BigInt(refund.minor))
  const rest = (BigInt(refund.minor) - (reduction?.minor ?? 0n)).toString()
  const posted = rest === '0' ? null : await postRefund(tx, services, { ...refund, minor: rest }, reservation, account)
  await insertRefund(tx, refund, posted, services.now())
  if (posted) await publishRefund(tx, { ...refund, minor: posted.due.toString() }, row, reservation.institution_id)
  if (!reduction) return
  await reduceDebt(tx, services, reduction, refund)
  const owed = { ...refund, id: reduction.id, minor: reduction.minor.toString() }
  await publishRefund(tx, owed, row, reduction.guarantee.guarantor_id)
}

/**
 * Records that a card company has refunded, or that it would not: then the payer's deposit at the institution gets the amount. A second
 * answer to the same refund changes nothing.
 */
export async function completeCardRefund(
  tx: Tx,
  services: ReservationsServices,
  refundId: string,
  result: 'REFUNDED' | 'DECLINED',
): Promise<void> {
  const found = await readRefund(tx.sql, refundId)
  if (!found?.reservation_id) throw new Error(`Refund ${refundId} of a reservation is not there.`)
  const { row: reservation } = await lockKnownReservation(tx, found.reservation_id)
  const refund = await lockRefund(tx, refundId)
  if (!refund || refund.status === 'DONE' || refund.status === 'DECLINED') return
  const [row] = await tx.sql<GoodsReturnModel>('select * from goods_return where id = $1', [refund.return_id])
  if (!row) throw new Error(`The return of refund ${refundId} is not there.`)
  const account: AccountKey =
    result === 'REFUNDED'
      ? await payingAccount(tx, reservation)
      : { kind: 'DEPOSIT', owner: reservation.payer_id, currency: refund.currency }
  const posted = await postRefund(tx, services, refund, reservation, account)
  await noteRefundDone(tx, refundId, result === 'REFUNDED' ? 'DONE' : 'DECLINED', posted, services.now())
  await publishRefund(tx, { ...refund, minor: posted.due.toString() }, row, reservation.institution_id)
  await endReturn(tx, row)
  await noteRefunded(tx, services, reservation, BigInt(refund.minor))
}

/** A refund's posting, and what of it is to come in from the payee still; minor units. */
type Posted = { readonly postingId: string; readonly due: bigint }

async function postRefund(
  tx: Tx,
  services: ReservationsServices,
  refund: Pick<RefundRow, 'id' | 'minor' | 'debtor_id'>,
  reservation: PaymentReservationModel,
  account: AccountKey,
): Promise<Posted> {
  const { currency } = account
  const minor = BigInt(refund.minor)
  const own: AccountKey = { kind: 'DEPOSIT', owner: refund.debtor_id, currency }
  const due: AccountKey = { kind: 'DUE_IN', owner: refund.debtor_id, currency }
  const keys = services.paysSellers ? [account, due, own] : [account, due]
  const accounts = await lockAccounts(tx, reservation.institution_id, keys)
  const has = services.paysSellers ? (availableOf(accounts.get(own)) ?? 0n) : 0n
  const fromDeposit = has < minor ? has : minor
  const posting = refundPosting(account, refund.debtor_id, minor, refund.id, fromDeposit)
  const postingId = await post(tx, accounts, posting, changesOf(posting), {
    institutionId: reservation.institution_id,
    actorId: refund.debtor_id,
    at: services.now(),
  })
  if (!postingId) throw new Error(`Refund ${refund.id} is posted already.`)
  return { postingId, due: minor - fromDeposit }
}

/** A reservation of which all was refunded is REFUNDED; of one of which a part was, the parties hear that its figures changed. */
async function noteRefunded(
  tx: Tx,
  services: ReservationsServices,
  row: PaymentReservationModel,
  minor: bigint,
): Promise<void> {
  await addRefunded(tx, row.id, minor)
  const all = BigInt(row.refunded_minor) + minor === capturedOf(reservationOf(row))
  if (all) await recordChange(tx, services, row, { type: 'Refunded' })
  else announce(tx, services, row, row.status, row.status)
}

async function endReturn(tx: Tx, row: GoodsReturnModel): Promise<void> {
  await updateReturn(tx, row.id, nextReturnStatus({ ...row, status: 'REFUNDING' }, 'Refunded'))
  await tellReturn(tx, row, 'REFUNDED', null)
}

/** From here the seller owes the institution, or on account the buyer, what was refunded; nothing when its own deposit has paid all of it. */
async function publishRefund(
  tx: Tx,
  refund: Pick<RefundRow, 'id' | 'minor' | 'currency' | 'debtor_id'>,
  row: GoodsReturnModel,
  creditorId: string,
): Promise<void> {
  if (refund.minor === '0') return
  const contract = await contractOf(tx, row.thread_id)
  if (!contract) throw new Error(`Thread ${row.thread_id} has a return and no contract.`)
  await tx.publish('PaymentRefunded', {
    refundId: refund.id,
    returnId: row.id,
    threadId: row.thread_id,
    contractId: contract.contractId,
    debtorId: refund.debtor_id,
    creditorId,
    amountMinor: refund.minor,
    currency: refund.currency,
    settlement: contract.settlement,
    settlementAgentId: contract.settlementAgentId,
  })
}

/** Takes that the seller has paid in what was refunded, or its part that lowered a debt to a guarantor: cash / what was to come in. Of what was on account nothing is in this book. */
export async function takeRefundSettled(
  tx: Tx,
  services: ReservationsServices,
  { refundId }: EventPayload<'RefundSettled'>,
): Promise<void> {
  if (await takeReductionSettled(tx, services, refundId)) return
  const refund = await lockRefund(tx, refundId)
  if (!refund) throw new Error(`Refund ${refundId} is not there.`)
  if (refund.settled_at !== null) return
  const at = services.now()
  await tx.sql('update refund set settled_at = $2 where id = $1', [refundId, at])
  if (refund.reservation_id === null) return
  const posting = refundSettledPosting(refund.debtor_id, refund.currency, BigInt(refund.due_minor), refundId)
  const { institutionId } = services
  const accounts = await lockAccounts(
    tx,
    institutionId,
    posting.legs.map((leg) => leg.key),
  )
  await post(tx, accounts, posting, changesOf(posting), { institutionId, actorId: refund.debtor_id, at })
}
