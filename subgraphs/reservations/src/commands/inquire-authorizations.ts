import { inquiryPauseSeconds } from '../domain/authorization.ts'
import type { ReservationsServices } from '../services.ts'
import { owedRequests, type AuthorizationRequestRow } from '../store/authorization-requests.ts'
import { askCompany, reverseAtCompany } from './ask-card-company.ts'
import { recordReply } from './record-reply.ts'

/** How many requests one sweep takes at most; the next goes on. */
export const inquiryBatch = 100
/** How many of them are asked about at once, so that one slow company does not keep the others back for long. */
export const inquiriesAtOnce = 10

/**
 * Finds out what became of requests without an answer: UNKNOWN ones, and SENT ones whose worker must have died. Asks the company by
 * the key; what it never saw is sent again under the same key, what is not needed any more is reversed. Nothing is ever guessed.
 * Two sweeps at once share the work.
 * @returns how many requests were looked after
 */
export async function inquireAuthorizations(services: ReservationsServices): Promise<number> {
  const owed = await owedRequests((text, p) => services.store.query(text, p), inquiryBatch)
  let handled = 0
  const failures: unknown[] = []
  const lane = async (): Promise<void> => {
    for (let id = owed.shift(); id !== undefined; id = owed.shift()) {
      try {
        if (await inquireOne(services, id)) handled++
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: inquiriesAtOnce }, lane))
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} authorization requests could not be looked after.`)
  return handled
}

async function inquireOne(services: ReservationsServices, id: string): Promise<boolean> {
  const request = await takeTurn(services, id)
  if (!request) return false
  if (request.reversal_wanted_at !== null) {
    await reverseAtCompany(services, id, null)
    return true
  }
  const reply = await services.cardCompanies.inquire(request.company, id)
  if (reply.kind === 'NEVER_SEEN') await askCompany(services, id, null)
  else await services.store.transaction((tx) => recordReply(tx, services, id, reply))
  return true
}

/** Moves the request's next turn on before it is asked about, so that another sweep leaves it alone meanwhile. */
async function takeTurn(services: ReservationsServices, id: string): Promise<AuthorizationRequestRow | null> {
  const [row] = await services.store.query<AuthorizationRequestRow>(
    `update authorization_request set next_inquiry_at = now() + make_interval(secs => $2)
     where id = $1 and next_inquiry_at <= now() returning id, reservation_id, company, status, result, inquiries, reversal_wanted_at`,
    [id, inquiryPauseSeconds(3)],
  )
  return row ?? null
}
