import { setTimeout as pause } from 'node:timers/promises'
import { accessTokenLifetimeSeconds } from '@torihiki/shared/identity/access-token.ts'
import type { Logger } from '@torihiki/shared/log.ts'
import { errorMessage } from '@torihiki/shared/process/error-code.ts'

/** Ended sessions that are remembered; beyond that the oldest is forgotten, and its tokens run out by themselves. */
const mostRemembered = 100_000
/** For as long as an access token can hold. */
export const rememberedSeconds = accessTokenLifetimeSeconds
/** How often a gateway that starts asks which have ended lately, and the pause before it asks again: until then all of their tokens have run out. */
const [mostAttempts, attemptPauseMs] = [rememberedSeconds, 1_000]

/** Sessions that have ended while access tokens of theirs may still hold, as far as this process has heard. */
export type EndedSessions = { add(sessionId: string): void; has(sessionId: string): boolean }

/** Remembers ended sessions for as long as a token of theirs can hold. `now` is in milliseconds. */
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

/** Learns which sessions ended before this process began to listen. Asks again while `members` is away, until that is of no use any more. */
export async function recallEnded(
  ended: EndedSessions,
  endedSince: (since: Date) => Promise<readonly string[]>,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  const since = new Date(Date.now() - rememberedSeconds * 1_000)
  for (let attempt = 0; attempt < mostAttempts && !signal.aborted; attempt++) {
    try {
      const sessions = await endedSince(since)
      for (const sessionId of sessions.toReversed()) ended.add(sessionId)
      return
    } catch (error) {
      if (attempt === 0) log.warn({ reason: errorMessage(error) }, 'Which sessions have ended lately is not known yet.')
      await pause(attemptPauseMs, undefined, { ref: false, signal }).catch(() => undefined)
    }
  }
}
