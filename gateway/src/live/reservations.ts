import { randomUUID } from 'node:crypto'
import type { Admitted } from '../identity/authenticate.ts'
import type { EventStreamWire } from './event-stream-wire.ts'
import type { LiveContext } from './live-context.ts'
import { RateLimit } from './rate-limit.ts'
import type { Session } from './session.ts'
import type { Connection } from './sessions.ts'

/** A stream that carries several operations, from its reservation on: what begins before it is opened waits for it. */
export type SharedStream = {
  readonly live: Connection
  readonly session: Session
  readonly wire: EventStreamWire
  /** Requests for operations on it, as messages on a socket. */
  readonly rate: RateLimit
}

type Reservation = SharedStream & {
  readonly party: string
  /** Runs when it was not opened in time, or is over. */
  readonly onEnd: () => void
  expiry: NodeJS.Timeout | null
}

/** Event streams that carry several operations, by the token that was given for them. A token serves whoever it was given to. */
export class Reservations {
  readonly #context: LiveContext
  readonly #all = new Map<string, Reservation>()

  constructor(context: LiveContext) {
    this.#context = context
  }

  /** Reserves a stream and gives its token. */
  make(admitted: Admitted, stream: Omit<SharedStream, 'rate'>, onEnd: () => void): string {
    const { reservationMs, messageBurst, messagesPerSecond } = this.#context.limits
    const token = randomUUID()
    const expiry = setTimeout(() => this.end(token), reservationMs)
    expiry.unref()
    const rate = new RateLimit(messageBurst, messagesPerSecond)
    this.#all.set(token, { ...stream, party: partyOf(admitted), rate, onEnd, expiry })
    return token
  }

  /**
   * Takes a reservation for its stream, once. Whoever states nothing shows its token alone, which is good for this only: browsers open
   * event streams without headers. Null when it is not there, OPEN when it was taken before.
   */
  take(token: string, admitted: Admitted): SharedStream | 'OPEN' | null {
    const found = this.#all.get(token)
    if (!found || (admitted.actor && found.party !== partyOf(admitted))) return null
    if (!found.expiry) return found.party === partyOf(admitted) ? 'OPEN' : null
    clearTimeout(found.expiry)
    found.expiry = null
    return found
  }

  /** The stream, open or yet to be opened, if it is of this party. */
  find(token: string, admitted: Admitted): SharedStream | null {
    const found = this.#all.get(token)
    return found?.party === partyOf(admitted) && !found.session.ended ? found : null
  }

  end(token: string): void {
    const found = this.#all.get(token)
    if (!found) return
    this.#all.delete(token)
    if (found.expiry) clearTimeout(found.expiry)
    found.onEnd()
  }
}

function partyOf({ actor }: Admitted): string {
  // A stream that was opened with an API key is used with that key alone.
  if (actor?.scopes) return `${actor.memberId} ${actor.sessionId}`
  return actor?.memberId ?? ''
}
