import { accessTokenLifetimeSeconds } from '@torihiki/shared/identity/access-token.ts'
import { consoleSessionHours } from './console-session.ts'

/** Ended sessions that are remembered; beyond that the oldest is forgotten, and its tokens run out by themselves. */
const mostRemembered = 100_000
/** For as long as an access token, or a cookie of the consoles, can hold. */
export const rememberedSeconds = Math.max(accessTokenLifetimeSeconds, consoleSessionHours * 3_600)

/** Sessions that have ended while access tokens or cookies of theirs may still hold. Kept in this process alone. */
export type EndedSessions = { add(sessionId: string): void; has(sessionId: string): boolean }

/** Remembers ended sessions for as long as a token or cookie of theirs can hold. `now` is in milliseconds. */
export function createEndedSessions(now: () => number = Date.now): EndedSessions {
  const until = new Map<string, number>()
  const forgetOld = (): void => {
    for (const [sessionId, ms] of until) {
      if (ms > now() && until.size <= mostRemembered) return
      until.delete(sessionId)
    }
  }
  return {
    add(sessionId) {
      until.delete(sessionId)
      until.set(sessionId, now() + rememberedSeconds * 1_000)
      forgetOld()
    },
    has: (sessionId) => until.has(sessionId),
  }
}
