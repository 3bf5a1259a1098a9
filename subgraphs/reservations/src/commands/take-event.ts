import type { EventPayload, PublishedEvent } from '@torihiki/schema'
import { rememberMember } from '@torihiki/shared/identity/known-members.ts'
import { onceOnly } from '@torihiki/shared/store/inbox.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { addresseeKeptDays } from '../domain/gift.ts'
import { mayHappen } from '../domain/reservation.ts'
import type { ReservationsServices } from '../services.ts'
import { forgetAddressees, forgetSoon, lockGiftsOfPayer } from '../store/gifts.ts'
import { rememberSponsor } from '../store/guarantees.ts'
import { forgetMethods } from '../store/payment-methods.ts'
import { lockOpenReservation } from '../store/reservations.ts'
import { forgetReturns } from '../store/returns.ts'
import {
  lockThreadOfEvent,
  rememberContract,
  rememberEnd,
  rememberMethodKinds,
  rememberOrder,
  rememberParties,
} from '../store/threads.ts'
import { rememberConsumer } from '../store/cooling-off.ts'
import { oweDestruction } from './destroy-cards.ts'
import { endReservation } from './change-reservation.ts'
import { takeRefundSettled } from './refund-return.ts'
import { reserveForOrder } from './reserve-for-order.ts'
import { takePaymentSettled } from './settle-capture.ts'

/** Takes an event of another subgraph, once. Events of a thread may come in any order. */
export async function takeEvent(services: ReservationsServices, event: PublishedEvent): Promise<void> {
  await services.store.transaction((tx) => onceOnly(tx, 'reservations', event.id, () => take(tx, services, event)))
}

async function take(tx: Tx, services: ReservationsServices, event: PublishedEvent): Promise<void> {
  switch (event.type) {
    case 'MemberRecorded':
      if (event.payload.status === 'ERASED') {
        await oweDestruction(tx, await forgetMethods(tx, event.payload.memberId))
        await forgetAddressees(tx, await lockGiftsOfPayer(tx, event.payload.memberId))
        await forgetReturns(tx, event.payload.memberId)
      }
      if (event.payload.sponsorId) await rememberSponsor(tx, { ...event.payload, sponsorId: event.payload.sponsorId })
      await rememberConsumer(tx, event.payload)
      return rememberMember(tx, event.payload)
    case 'ThreadOpened':
      await lockThreadOfEvent(tx, event.payload.threadId)
      await rememberMethodKinds(tx, event.payload.threadId, event.payload.methodKinds)
      return rememberParties(tx, event.payload.threadId, event.payload.sourceId, event.payload.partnerId)
    case 'ThreadEnded':
      return takeEnd(tx, services, event.payload)
    case 'OrderSent':
      return takeOrder(tx, services, event.payload)
    case 'ContractNotarized':
      return takeContract(tx, services, event.payload, new Date(event.at))
    case 'PaymentSettled':
      return takePaymentSettled(tx, services, event.payload)
    case 'RefundSettled':
      return takeRefundSettled(tx, services, event.payload)
    default:
      return undefined
  }
}

/** The thread is over without a contract: what is held for it is given back. */
async function takeEnd(
  tx: Tx,
  services: ReservationsServices,
  { threadId, status }: EventPayload<'ThreadEnded'>,
): Promise<void> {
  await lockThreadOfEvent(tx, threadId)
  await rememberEnd(tx, threadId, status)
  await forgetSoon(tx, threadId, new Date(services.now().getTime() + addresseeKeptDays * 86_400_000))
  await giveBack(tx, services, threadId)
}

/** Only the newest order of a thread counts, in whatever order they are heard of: what was held for the one before is given back. */
async function takeOrder(tx: Tx, services: ReservationsServices, order: EventPayload<'OrderSent'>): Promise<void> {
  await lockThreadOfEvent(tx, order.threadId)
  await rememberMethodKinds(tx, order.threadId, order.methodKinds)
  await rememberParties(tx, order.threadId, order.payerId, order.payeeId)
  if (!(await rememberOrder(tx, order))) return
  if (order.replacesOrderId) await giveBack(tx, services, order.threadId)
  if (order.paymentMethodId) await reserveForOrder(tx, services, order, order.paymentMethodId)
}

/** A contract on account is paid without a hold: what was held for the order is given back. */
async function takeContract(
  tx: Tx,
  services: ReservationsServices,
  contract: EventPayload<'ContractNotarized'>,
  at: Date,
): Promise<void> {
  await lockThreadOfEvent(tx, contract.threadId)
  await rememberParties(tx, contract.threadId, contract.buyerId, contract.sellerId)
  await rememberContract(tx, contract, at)
  if (contract.payment === 'ON_ACCOUNT') await giveBack(tx, services, contract.threadId)
}

async function giveBack(tx: Tx, services: ReservationsServices, threadId: string): Promise<void> {
  const open = await lockOpenReservation(tx, threadId)
  if (open && mayHappen(open.status, 'Voided')) await endReservation(tx, services, open, 'VOIDED')
}
