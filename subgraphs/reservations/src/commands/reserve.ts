import { activeMember, knownMembers } from '@torihiki/shared/identity/known-members.ts'
import { useLevel } from '@torihiki/shared/identity/level.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { moneyOf, moneyText, spell, type Money } from '@torihiki/shared/money.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { holdChange, isShortfall, needsApproval, type AccountKey, type Shortfall } from '../domain/account.ts'
import { dueOnFault } from '../domain/dates.ts'
import { accountOfMethod } from '../domain/payment-method.ts'
import { evolve } from '../domain/reservation.ts'
import type { PaymentMethodModel, PaymentReservationModel } from '../graphql/models.ts'
import type { ReservationsServices } from '../services.ts'
import { lockAccounts } from '../store/accounts.ts'
import { insertRequest } from '../store/authorization-requests.ts'
import { insertHold } from '../store/holds.ts'
import { methodOf } from '../store/payment-methods.ts'
import { insertReservation, lockOpenReservation } from '../store/reservations.ts'
import {
  contractOf,
  hasParties,
  inspectedSoFar,
  lockThread,
  type ContractTerms,
  type PartiedThread,
  type Thread,
} from '../store/threads.ts'
import { announce } from './change-reservation.ts'
import { kindRefusal, methodFault } from './may-use-method.ts'
import { newReservation, type ReserveAsk } from './new-reservation.ts'
import { reserveGuaranteed } from './rely-on-guarantee.ts'

/**
 * Reserves a payment (B3, B4) in the caller's transaction: freezes the amount on the method's account, so that what is held never
 * exceeds what is available. A card's reservation waits for its company, one on credit by approval for a person; where nothing can be
 * frozen a guarantee stands for it (B10). Refuses, in this
 * order: NOT_FOUND, NOT_ALLOWED, MEMBER_NOT_ACTIVE, INVALID_INPUT of what depends on records, LEVEL_… (A7), WRONG_STATE,
 * GUARANTEE_NEEDED, INSUFFICIENT_FUNDS with the shortfall.
 */
export async function reserve(
  tx: Tx,
  services: ReservationsServices,
  ask: ReserveAsk,
): Promise<{ reservationId: string } | Refusal> {
  const now = services.now()
  const thread = payersThread(await lockThread(tx, ask.threadId), ask.payerId)
  if (isRefusal(thread)) return thread
  const member = await activeMember(tx, ask.payerId)
  if (isRefusal(member)) return member
  const method = await methodOf((text, p) => tx.sql(text, p), ask.methodId, ask.payerId)
  if (!method) return refuse('NOT_FOUND', 'You have no payment method with this id.')
  const unwelcome = kindRefusal(method.kind, thread.methodKinds)
  if (unwelcome) return unwelcome
  const contract = await contractOf(tx, thread.id)
  const inspected = await inspectedSoFar(tx, thread.id)
  const planned = ask.planned ?? defaultAmount(thread, contract, inspected)
  const fault = faultOf(ask, planned, method, now) ?? (await carrierFault(tx, ask.carrierId, thread))
  if (fault || !planned) return refuseInput(fault ? [fault] : [])
  const tooMuch = await useLevel(
    tx,
    member,
    { operation: 'RESERVE_PAYMENT', amount: planned, counterpartIds: [thread.partnerId] },
    now,
  )
  if (tooMuch) return tooMuch
  const untimely = await wrongState(tx, thread, contract, inspected)
  return untimely ?? place(tx, services, ask, thread, method, planned)
}

function payersThread(thread: Thread | null, payerId: string): PartiedThread | Refusal {
  if (!hasParties(thread) || (thread.sourceId !== payerId && thread.partnerId !== payerId)) {
    return refuse('NOT_FOUND', 'There is no thread with this id that you are a party to.')
  }
  return thread.sourceId === payerId ? thread : refuse('NOT_ALLOWED', 'Only the buyer reserves the payment.')
}

/** What is left of the contract, else what was ordered (B17). */
function defaultAmount(thread: Thread, contract: ContractTerms | null, inspected: bigint): Money | null {
  if (!contract) return thread.ordered
  const left = contract.total.minor - inspected
  return left > 0n ? moneyOf(left, contract.total.currency) : contract.total
}

function faultOf(
  ask: ReserveAsk,
  planned: Money | null,
  method: PaymentMethodModel,
  now: Date,
): { path: string; message: string } | null {
  if (!planned)
    return { path: 'plannedAmount', message: 'There is neither a contract nor an order yet to take it from.' }
  const unfit = methodFault(method, planned, now)
  if (unfit) return unfit
  if (ask.guaranteeNumber !== null && method.kind !== 'COUNTER')
    return { path: 'guaranteeNumber', message: 'A guarantee goes with a payment method of the kind COUNTER alone.' }
  const late = ask.dueOn === null ? null : dueOnFault(ask.dueOn, now)
  return late === null ? null : { path: 'dueOn', message: late }
}

/** Who is to confirm what the payer pays is a carrier of the hub, and neither end of the thread. */
async function carrierFault(
  tx: Tx,
  carrierId: string | null,
  { sourceId, partnerId }: PartiedThread,
): Promise<{ path: string; message: string } | null> {
  if (carrierId === null) return null
  const carrier = (await knownMembers(tx, [carrierId])).get(carrierId)
  const fits = carrier?.status === 'ACTIVE' && carrier.roles.includes('CARRIER')
  if (fits && carrierId !== sourceId && carrierId !== partnerId) return null
  return { path: 'carrierId', message: 'There is no active carrier with this id besides the two of you.' }
}

async function wrongState(
  tx: Tx,
  thread: Thread,
  contract: ContractTerms | null,
  inspected: bigint,
): Promise<Refusal | null> {
  if (thread.endedAs)
    return refuse('WRONG_STATE', `The thread is ${thread.endedAs}: nothing is reserved for it any more.`, {
      state: thread.endedAs,
    })
  if (contract?.payment === 'ON_ACCOUNT')
    return refuse('WRONG_STATE', 'The contract is on account: nothing is reserved for it.', { state: 'ON_ACCOUNT' })
  if (contract && inspected >= contract.total.minor)
    return refuse('WRONG_STATE', 'The contract is inspected and paid in full.', { state: 'INSPECTED' })
  const open = await lockOpenReservation(tx, thread.id)
  return (
    open &&
    refuse('WRONG_STATE', `Reservation ${open.transaction_number} of this thread is open. Void it first.`, {
      state: open.status,
    })
  )
}

/** INSUFFICIENT_FUNDS with its figures (B4). */
export function insufficient(requested: Money, { available, shortfall }: Shortfall): Refusal {
  const { currency } = requested
  const [fits, lacks] = [moneyOf(available, currency), moneyOf(shortfall, currency)]
  return refuse(
    'INSUFFICIENT_FUNDS',
    `${spell(requested)} does not fit: ${spell(fits)} is available, ${spell(lacks)} is lacking. Nothing was reserved: revise the amount and try again, pay in, or use another payment method.`,
    {
      requested: moneyText(requested),
      available: moneyText(fits),
      shortfall: moneyText(lacks),
    },
  )
}

async function place(
  tx: Tx,
  services: ReservationsServices,
  ask: ReserveAsk,
  thread: PartiedThread,
  method: PaymentMethodModel,
  planned: Money,
): Promise<{ reservationId: string } | Refusal> {
  const key = accountOfMethod(method)
  if (!key) return reserveGuaranteed(tx, services, ask, thread, method, planned)
  const accounts = await lockAccounts(tx, services.institutionId, [key])
  const account = accounts.get(key)
  const change = holdChange(account, planned.minor)
  if (isShortfall(change)) return insufficient(planned, change)
  const waitsFor = method.kind === 'CARD' ? 'CARD_COMPANY' : needsApproval(account) ? 'APPROVAL' : null
  const event = { type: waitsFor ? 'AuthorizationAsked' : 'Reserved', planned: planned.minor } as const
  const row = newReservation(services, ask, thread, planned, evolve(null, event).status, {
    methodId: method.id,
    refusal: null,
    awaitsApproval: waitsFor === 'APPROVAL',
  })
  await insertReservation(tx, row)
  await insertHold(tx, {
    reservationId: row.id,
    accountId: account.id,
    currency: planned.currency,
    minor: planned.minor,
    placedAt: new Date(row.reserved_at),
    expiresAt: new Date(row.expires_at),
  })
  await accounts.change(tx, [change])
  await tell(tx, row, waitsFor, key)
  announce(tx, services, row, null, row.status)
  return { reservationId: row.id }
}

/** Publishes that it is reserved, or asked for; who is to be asked hears of it by what it publishes or lists. */
async function tell(
  tx: Tx,
  row: PaymentReservationModel,
  waitsFor: 'CARD_COMPANY' | 'APPROVAL' | null,
  key: AccountKey,
): Promise<void> {
  const told = {
    reservationId: row.id,
    threadId: row.thread_id,
    amountMinor: row.planned_minor,
    currency: row.currency,
  }
  if (!waitsFor) return void (await tx.publish('PaymentReserved', told))
  await tx.publish('PaymentReservationRequested', told)
  if (waitsFor === 'APPROVAL') return
  const requestId = newId()
  await insertRequest(tx, {
    id: requestId,
    reservationId: row.id,
    company: key.owner,
    at: new Date(row.reserved_at),
  })
  await tx.publish('AuthorizationRequested', { requestId })
}
