import { inquiryPauseSeconds } from '../domain/authorization.ts'
import type { ReservationsServices } from '../services.ts'
import { lockLane, readLane, saveProbe } from '../store/lanes.ts'
import {
  sentIsLostAfterSeconds,
  owedRequests,
  type AuthorizationRequestRow,
  type OwedRequest,
} from '../store/authorization-requests.ts'
import { freeFromTheDead, leftToOthers, readSystems } from '../store/authorization-systems.ts'
import { askCompany, reverseAtCompany } from './ask-card-company.ts'
import { recordReply } from './record-reply.ts'

/** How many requests one sweep takes at most; the next goes on. */
export const inquiryBatch = 100
/** How many of one company are asked about at once, so that a slow one keeps no other back. */
export const inquiriesAtOnce = 10

/** Inquiries of one process: what is owed now, as pieces of work. */
export type Inquiries = { claim(most: number): Promise<(() => Promise<void>)[]> }

/**
 * What became of requests without an answer is found out piece by piece: of UNKNOWN ones, and of SENT ones whose process died (C8). The company is asked by
 * the key; what it never saw is sent again under the same key, what is not needed any more is reversed. Nothing is ever guessed. Several processes share the work. While a company's breaker is open nothing is
 * asked of it; then one inquiry, unless a new request is the trial, and all others once it has answered.
 */
export function createInquiries(services: ReservationsServices): Inquiries {
  const underWay = new Map<string, number>()
  const change = (company: string, by: number): void => void underWay.set(company, (underWay.get(company) ?? 0) + by)
  return {
    async claim(most) {
      const owed = await owedHere(services, most)
      const free = owed.filter(({ company }) => {
        if ((underWay.get(company) ?? 0) >= inquiriesAtOnce) return false
        change(company, 1)
        return true
      })
      const begun = await Promise.allSettled(
        free.map((request) => inHand(services, request, () => change(request.company, -1))),
      )
      const failures = begun.flatMap((each): unknown[] => (each.status === 'rejected' ? [each.reason] : []))
      // What fails is owed still: one that does keeps the others not back.
      if (failures.length > 0 && failures.length === begun.length)
        throw new AggregateError(failures, 'Not one inquiry could be begun.')
      return begun.flatMap((each) => (each.status === 'fulfilled' && each.value !== null ? [each.value] : []))
    },
  }
}

/** An inquiry as a piece of work that says when it is over; so it is at once when there is nothing to do now. */
async function inHand(
  services: ReservationsServices,
  request: OwedRequest,
  over: () => void,
): Promise<(() => Promise<void>) | null> {
  let begins = false
  try {
    const inquiry = await inquiryOf(services, request)
    begins = inquiry !== null
    return (
      inquiry &&
      (async () => {
        try {
          await inquiry()
        } finally {
          over()
        }
      })
    )
  } finally {
    if (!begins) over()
  }
}

/**
 * Does all inquiries that are owed now, and waits for them.
 * @returns how many requests were looked after
 */
export async function inquireAuthorizations(services: ReservationsServices): Promise<number> {
  const owed = await owedHere(services, inquiryBatch)
  const outcomes = await Promise.allSettled(
    owed.map(async (request) => (await inquiryOf(services, request))?.() ?? false),
  )
  const failures = outcomes.flatMap((each): unknown[] => (each.status === 'rejected' ? [each.reason] : []))
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} authorization requests could not be looked after.`)
  return outcomes.filter((each) => each.status === 'fulfilled' && each.value).length
}

/** What is owed of companies that this process reaches. A system that does not take part leaves it to those that do. */
async function owedHere(services: ReservationsServices, most: number): Promise<OwedRequest[]> {
  const sql = <T>(text: string, p?: readonly unknown[]): Promise<T[]> => services.store.query<T>(text, p)
  await freeFromTheDead(sql, inquiryBatch)
  const owed = await owedRequests(sql, Math.min(most, inquiryBatch), inquiriesAtOnce)
  if (owed.length === 0) return []
  const { systems } = await readSystems(sql, null)
  const me = systems.find(({ name }) => name === services.seat.system)
  if (me && !me.takesPart && systems.some((each) => each.takesPart && each.hands > 0)) return []
  const companies = [...new Set(owed.map(({ company }) => company))]
  const others = await leftToOthers(sql, companies, (company) => services.cardCompanies.has(company))
  return owed.filter(({ company }) => !others.has(company))
}

/** What is to be done for a request that is owed; null when its company gives no answers, and another call is its one trial. Looked at before the work, so that nobody tries again and again. */
async function inquiryOf(
  services: ReservationsServices,
  { id, company, broken }: OwedRequest,
): Promise<(() => Promise<boolean>) | null> {
  if (!broken) return async () => (await inquireTaken(services, id)) !== null
  return (await beginsTrial(services, company)) ? () => tryCompany(services, id, company) : null
}

/** Inquires as the trial of a company that gives no answers. What it teaches comes first: with the mark gone the next may begin. */
async function tryCompany(services: ReservationsServices, id: string, company: string): Promise<boolean> {
  const begun = performance.now()
  try {
    const answered = await inquireTaken(services, id)
    const kind = answered ? 'ANSWERED' : 'NO_ANSWER'
    if (answered !== null) await services.calls.note(company, { kind, ms: performance.now() - begun }, true)
    return answered !== null
  } finally {
    await saveProbe((text, p) => services.store.query(text, p), company, null)
  }
}

/** Whether the company answered; null when there was nothing to ask any more. */
async function inquireTaken(services: ReservationsServices, id: string): Promise<boolean | null> {
  const request = await takeTurn(services, id)
  if (!request) return null
  if (request.reversal_wanted_at !== null) return reverseAtCompany(services, id, null)
  const reply = await services.cardCompanies.inquire(request.company, id)
  if (reply.kind === 'NEVER_SEEN') await askCompany(services, id, null)
  else await services.store.transaction((tx) => recordReply(tx, services, id, reply))
  return reply.kind !== 'NO_ANSWER'
}

/** Whether this process makes the trial of a company that gives no answers: exactly one call, by whichever process is first, unless a new request is the trial. */
async function beginsTrial({ store }: ReservationsServices, company: string): Promise<boolean> {
  return store.transaction(async (tx) => {
    await lockLane(tx, company)
    const { lane, now } = await readLane(tx.sql, company, 1)
    if ((lane.brokenUntil !== null && lane.brokenUntil > now) || lane.inFlight > 0) return false
    await saveProbe(tx.sql, company, sentIsLostAfterSeconds)
    return true
  })
}

/** Moves the request's next turn on before it is asked about, so that another sweep leaves it alone while this process lives. */
async function takeTurn({ store, seat }: ReservationsServices, id: string): Promise<AuthorizationRequestRow | null> {
  const [row] = await store.query<AuthorizationRequestRow>(
    `update authorization_request set next_inquiry_at = now() + make_interval(secs => $2), system = $3,
       process_id = (select p.id from authorization_process p where p.id = $4)
     where id = $1 and next_inquiry_at <= now() returning id, reservation_id, company, status, result, response_code, attempts, inquiries, reversal_wanted_at`,
    [id, inquiryPauseSeconds(3), seat.system, seat.processId],
  )
  return row ?? null
}
