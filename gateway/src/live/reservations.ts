import { randomUUID } from 'node:crypto'
import type { GraphQLFormattedError } from 'graphql'
import type { Admitted } from '../identity/authenticate.ts'
import type { LiveContext } from './live-context.ts'
import { limitExceeded } from './refusals.ts'
import type { Session } from './session.ts'

type Reservation = { readonly party: string; session: Session | null; expiry: NodeJS.Timeout | null }

/** Event streams that carry several operations, by the token that was given for them. A token serves whoever it was given to. */
export class Reservations {
  readonly #context: LiveContext
  readonly #all = new Map<string, Reservation>()
  #waiting = 0

  constructor(context: LiveContext) {
    this.#context = context
  }

  /** Reserves a stream and gives its token, or the limit that refuses it. */
  make(admitted: Admitted): string | GraphQLFormattedError {
    const { reservations, reservationMs } = this.#context.limits
    if (this.#waiting >= reservations) return limitExceeded('reservations', this.#waiting + 1, reservations)
    const token = randomUUID()
    const expiry = setTimeout(() => this.end(token), reservationMs)
    expiry.unref()
    this.#waiting++
    this.#all.set(token, { party: partyOf(admitted), session: null, expiry })
    return token
  }

  /** Takes a reservation for its stream: false when it is not there, or taken. */
  take(token: string, admitted: Admitted): boolean {
    const found = this.#find(token, admitted)
    if (!found?.expiry) return false
    this.#settle(found)
    return true
  }

  /** The stream of the reservation is open. */
  fulfil(token: string, admitted: Admitted, session: Session): void {
    const found = this.#find(token, admitted)
    if (found) found.session = session
  }

  session(token: string, admitted: Admitted): Session | null {
    return this.#find(token, admitted)?.session ?? null
  }

  end(token: string): void {
    const found = this.#all.get(token)
    if (found) this.#settle(found)
    this.#all.delete(token)
  }

  #find(token: string, admitted: Admitted): Reservation | null {
    const found = this.#all.get(token)
    return found?.party === partyOf(admitted) ? found : null
  }

  #settle(reservation: Reservation): void {
    if (!reservation.expiry) return
    clearTimeout(reservation.expiry)
    reservation.expiry = null
    this.#waiting--
  }
}

function partyOf({ actor }: Admitted): string {
  // A stream that was opened with an API key is used with that key alone.
  if (actor?.scopes) return `${actor.memberId} ${actor.sessionId}`
  return actor?.memberId ?? ''
}
