import { accessTokenLifetimeSeconds } from '@torihiki/shared/identity/access-token.ts'

/** Ended sessions that are remembered; beyond that the oldest is forgotten, and its tokens run out by themselves. */
const mostRemembered = 100_000

/** Sessions that have ended while access tokens of theirs may still hold. Kept in this process alone. */
export type EndedSessions = { add(sessionId: string): void; has(sessionId: string): boolean }

/** Remembers ended sessions for as long as an access token of theirs can hold. `now` is in milliseconds. */
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
      until.set(sessionId, now() + accessTokenLifetimeSeconds * 1_000)
      forgetOld()
    },
    has: (sessionId) => until.has(sessionId),
  }
}
