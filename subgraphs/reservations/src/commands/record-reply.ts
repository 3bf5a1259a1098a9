import type { Tx } from '@torihiki/shared/store/store.ts'
import { assertNever } from '@torihiki/shared/assert-never.ts'
import { authorizationAfter, outcomeOf, refusalOf, type AuthorizationResult } from '../domain/authorization.ts'
import { mayStand } from '../domain/response-code.ts'
import type { PaymentReservationModel } from '../graphql/models.ts'
import type { CompanyReply } from '../outside/card-company.ts'
import type { ReservationsServices } from '../services.ts'
import {
  lockRequest,
  noteAnswer,
  noteReversalWanted,
  noteUnknown,
  putBack,
  readRequest,
} from '../store/authorization-requests.ts'
import { openHoldOf } from '../store/holds.ts'
import { lockKnownReservation } from '../store/reservations.ts'
import { openReferral } from './change-referral.ts'
import { announce, endReservation, recordChange, releaseHold } from './change-reservation.ts'

/** A company's reply, or that there is no such company. Where nobody could be asked we decline ourselves. */
export type Reply = CompanyReply | { kind: 'NO_SUCH_COMPANY' }

/**
 * Records what a card company said (C6), and what follows: approved, the reservation is RESERVED; declined, it is
 * REFUSED and the hold released; above the ceiling, it waits while the customer's consent is asked (C7); no answer, the request is UNKNOWN and will be inquired. An approval that comes
 * after void or expiry is to be reversed, and so is what an answer that we do not know may have left standing. A second answer to the same request changes nothing.
 */
export async function recordReply(
  tx: Tx,
  services: ReservationsServices,
  requestId: string,
  reply: Reply,
): Promise<void> {
  const found = await readRequest((text, p) => tx.sql(text, p), requestId)
  if (!found) throw new Error(`Authorization request ${requestId} is not there.`)
  const { row } = await lockKnownReservation(tx, found.reservation_id)
  const request = await lockRequest(tx, requestId)
  if (!request) throw new Error(`Authorization request ${requestId} is not there.`)
  switch (reply.kind) {
    case 'NO_ANSWER':
    case 'NEVER_SEEN':
      if (authorizationAfter(request.status, 'AnswerMissing')) await noteUnknown(tx, request)
      return
    case 'TOO_MANY':
      if (authorizationAfter(request.status, 'PutBack')) await putBack(tx, requestId, reply.againInSeconds)
      return
    case 'NO_SUCH_COMPANY':
    case 'CANNOT_SAY':
    case 'ANSWER': {
      if (!authorizationAfter(request.status, 'Answered')) return
      const nobody = { result: 'DECLINED' as const, responseCode: null, authorizationId: null }
      const answer = reply.kind === 'ANSWER' ? reply : nobody
      await noteAnswer(tx, requestId, answer, services.now())
      if (mayStand(answer.responseCode)) await wantReversal(tx, requestId)
      return follow(tx, services, row, requestId, answer.result, reply.kind)
    }
    default:
      return assertNever(reply)
  }
}

async function follow(
  tx: Tx,
  services: ReservationsServices,
  row: PaymentReservationModel,
  requestId: string,
  result: AuthorizationResult,
  kind: 'ANSWER' | 'NO_SUCH_COMPANY' | 'CANNOT_SAY',
): Promise<void> {
  const overdue = row.status === 'AUTHORIZING' && (await openHoldOf(tx, row.id))?.overdue
  if (overdue) return endReservation(tx, services, row, 'EXPIRED')
  const outcome = outcomeOf(result, row.status)
  if (outcome === 'REVERSE') await wantReversal(tx, requestId)
  if (outcome === 'RESERVE') await reserveApproved(tx, services, row)
  if (outcome === 'REFER') {
    await openReferral(tx, services, row, requestId)
    announce(tx, services, row, row.status, row.status)
  }
  if (outcome === 'REFUSE') await refuseReservation(tx, services, row, refusalOf(kind))
}

/** Nothing is to stand at the company for a locked request any more. */
export async function wantReversal(tx: Tx, requestId: string): Promise<void> {
  await noteReversalWanted(tx, requestId)
  await tx.publish('AuthorizationReversalRequested', { requestId })
}

/** A locked reservation that waited is RESERVED: only that tells the merchant (B6). */
export async function reserveApproved(
  tx: Tx,
  services: ReservationsServices,
  row: PaymentReservationModel,
): Promise<void> {
  const { id: reservationId, thread_id: threadId, planned_minor: amountMinor, currency } = row
  await tx.publish('PaymentReserved', { reservationId, threadId, amountMinor, currency })
  await recordChange(tx, services, row, { type: 'Approved' })
}

/** A locked reservation that waited is REFUSED: nothing is held for it any more. The payee hears the code alone. */
export async function refuseReservation(
  tx: Tx,
  services: ReservationsServices,
  row: PaymentReservationModel,
  { code, reason }: { code: string; reason: string },
): Promise<void> {
  await releaseHold(tx, services, row, 'VOIDED')
  await tx.publish('PaymentReservationRefused', { reservationId: row.id, threadId: row.thread_id, reason: code })
  await recordChange(tx, services, row, { type: 'Refused', reason, planned: BigInt(row.planned_minor) }, code)
}
