import type { PublishedEvent } from '@torihiki/schema'
import { onceOnly } from '@torihiki/shared/store/inbox.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { authorizationAfter } from '../domain/authorization.ts'
import { mayStand } from '../domain/response-code.ts'
import type { AuthorizationAsk } from '../outside/card-company.ts'
import type { ReservationsServices } from '../services.ts'
import {
  clearReversalWanted,
  lockRequest,
  noteReversalUnanswered,
  noteReversed,
  noteSent,
  readRequest,
  subjectOf,
  type AuthorizationSubject,
} from '../store/authorization-requests.ts'
import { leftToOthers } from '../store/authorization-systems.ts'
import { claimOf } from './lane-turns.ts'
import { isBroken, type ClaimedRequest } from '../store/lanes.ts'
import { wasAdvised } from '../store/referrals.ts'
import { adviseReferral } from './advise-referral.ts'
import { askRefund } from './ask-refund.ts'
import { recordReply } from './record-reply.ts'

/**
 * Takes an event that is for the card companies' worker. Each call outside stands between two transactions: the first records the
 * intent under our key, the second the answer with the event's id. A redelivered event asks again under the same key and gets the
 * same answer. A call without an answer leaves the request UNKNOWN, for `inquireAuthorizations`.
 */
export async function takeAuthorizationEvent(services: ReservationsServices, event: PublishedEvent): Promise<void> {
  if (event.type === 'AuthorizationRequested') return askWhenDue(services, event.payload.requestId)
  if (event.type === 'AuthorizationReversalRequested')
    return void (await reverseAtCompany(services, event.payload.requestId, event.id))
  if (event.type === 'ReferralAdviceOwed') return void (await adviseReferral(services, event.payload.referralId))
  if (event.type === 'RefundAsked') return askRefund(services, event.payload.refundId, event.id)
}

/** With an event's id the effect and its record in the inbox are one; a sweep has none. */
async function once(tx: Tx, eventId: string | null, effect: () => Promise<void>): Promise<void> {
  if (eventId === null) await effect()
  else await onceOnly(tx, 'authorization', eventId, effect)
}

/**
 * A new request: one of its company's requests that wait is asked for at once, if the company's schedule allows it now (C5); most often that is this
 * one. What has to wait, or falls to another authorization system (C8), is taken by `claimAuthorizations`.
 */
async function askWhenDue(services: ReservationsServices, requestId: string): Promise<void> {
  const sql = <T>(text: string, p?: readonly unknown[]): Promise<T[]> => services.store.query<T>(text, p)
  const request = await readRequest(sql, requestId)
  if (!request) throw new Error(`Authorization request ${requestId} is not there.`)
  if (request.status !== 'QUEUED') return
  if (request.reversal_wanted_at !== null) return askCompany(services, requestId, null)
  const others = await leftToOthers(sql, [request.company], (company) => services.cardCompanies.has(company))
  if (others.has(request.company)) return
  const { requests, learns } = await claimOf(services, request.company, 1)
  for (const claimed of requests) await askClaimed(services, request.company, claimed, learns)
}

/** Asks for a request that was just taken: it is SENT already. `learns` as the claim said. */
export async function askClaimed(
  services: ReservationsServices,
  company: string,
  request: ClaimedRequest,
  learns: boolean,
): Promise<void> {
  const begun = performance.now()
  const reply = await replyTo(services, company, askOf(request.id, request))
  const ms = performance.now() - begun
  await services.replies.record(request.id, reply)
  if (reply.kind === 'NO_SUCH_COMPANY' || reply.kind === 'CANNOT_SAY') return
  const kind = reply.kind === 'TOO_MANY' || reply.kind === 'NO_ANSWER' ? reply.kind : 'ANSWERED'
  await services.calls.note(company, { kind, ms }, learns)
}

/** Asks the company to authorize (C6), under the request's id as key. Does nothing for a request that is answered or reversed. */
export async function askCompany(
  services: ReservationsServices,
  requestId: string,
  eventId: string | null,
): Promise<void> {
  const intent = await services.store.transaction((tx) => intendAsk(tx, services, requestId))
  const reply = intent && (await replyTo(services, intent.company, intent.ask))
  await services.store.transaction((tx) =>
    once(tx, eventId, async () => (reply ? recordReply(tx, services, requestId, reply) : undefined)),
  )
}

type Intent = { company: string; ask: AuthorizationAsk }

async function intendAsk(tx: Tx, services: ReservationsServices, requestId: string): Promise<Intent | null> {
  const request = await lockRequest(tx, requestId)
  if (!request) throw new Error(`Authorization request ${requestId} is not there.`)
  if (authorizationAfter(request.status, 'Sent') === null) return null
  if (request.reversal_wanted_at !== null) {
    if (request.status === 'QUEUED' && request.attempts === 0) await noteReversed(tx, requestId, services.now())
    return null
  }
  const subject = await subjectOf(tx, requestId)
  await noteSent(tx, request, services.seat)
  return { company: request.company, ask: askOf(requestId, subject) }
}

const askOf = (requestId: string, subject: AuthorizationSubject): AuthorizationAsk => ({
  key: requestId,
  merchant: subject.merchant,
  amountMinor: subject.planned_minor,
  currency: subject.currency,
  cardToken: subject.card_token,
  cardExpiry: subject.card_expiry,
  transactionNumber: subject.transaction_number,
  neededUntil: asDate(subject.expires_at).toISOString(),
})

async function replyTo({ cardCompanies }: ReservationsServices, company: string, ask: AuthorizationAsk) {
  return cardCompanies.has(company) ? cardCompanies.authorize(company, ask) : ({ kind: 'NO_SUCH_COMPANY' } as const)
}

/**
 * Tells the company that nothing is to stand under a key. A request that was never sent is reversed without a call, one that was
 * not approved needs none. Without the company's confirmation it is sent again by the sweep, to which all is left of a company whose breaker is open.
 * @returns whether the company answered; null when it was not asked
 */
export async function reverseAtCompany(
  services: ReservationsServices,
  requestId: string,
  eventId: string | null,
): Promise<boolean | null> {
  const company = await services.store.transaction((tx) => companyToTell(tx, services, requestId))
  const left =
    company === null || (eventId !== null && (await isBroken((text, p) => services.store.query(text, p), company)))
  const confirmed = !left && (await services.cardCompanies.reverse(company, requestId))
  await services.store.transaction((tx) =>
    once(tx, eventId, async () => {
      const request = company === null ? null : await lockRequest(tx, requestId)
      if (!request || request.status === 'REVERSED') return
      await (confirmed ? noteReversed(tx, requestId, services.now()) : noteReversalUnanswered(tx, request))
    }),
  )
  return left ? null : confirmed
}

async function companyToTell(tx: Tx, services: ReservationsServices, requestId: string): Promise<string | null> {
  const request = await lockRequest(tx, requestId)
  if (!request) throw new Error(`Authorization request ${requestId} is not there.`)
  switch (request.status) {
    case 'REVERSED':
      return null
    case 'QUEUED':
    case 'HELD':
      // What left once may come to the company still.
      if (request.attempts > 0) return request.company
      await noteReversed(tx, requestId, services.now())
      return null
    case 'ANSWERED':
      // An approval by another contact may stand there, whatever was answered before (C7).
      if (request.result === 'APPROVED' || mayStand(request.response_code) || (await wasAdvised(tx, requestId)))
        return request.company
      await clearReversalWanted(tx, requestId)
      return null
    case 'SENT':
    case 'UNKNOWN':
      return request.company
  }
}
