import { accessTokenLifetimeSeconds } from '@torihiki/shared/identity/access-token.ts'
import { z } from 'zod'
import type { Upstream } from '../upstreams/upstream.ts'
import { KeptAnswers } from './kept-answers.ts'
import { question } from './question.ts'

/** How long an answer about a session is taken as still true: the bound on a change of roles whose hint was lost. */
export const sessionAnswerKeptMs = 5_000

const holderForm = z.object({ memberId: z.string(), roles: z.array(z.string()) })
const find = 'query SessionHolder($id: ID!) { _session(id: $id) { memberId roles } }'
const end = 'mutation EndSession($id: ID!) { _endSession(id: $id) }'
const endedSince = 'query EndedSessions($since: DateTime!) { _endedSessions(since: $since) }'

export type SessionHolder = z.infer<typeof holderForm>

/** What `members` knows of sessions (A6). */
export type SessionHolders = {
  /** Whom a session stands for, with the roles of now; null when it has ended. Rejects when `members` cannot be asked and has not answered for as long as an access token holds. */
  find(sessionId: string): Promise<SessionHolder | null>
  /** Ends a session everywhere. Rejects when `members` cannot be asked. */
  end(sessionId: string): Promise<void>
  /** Sessions that ended since then. Rejects when `members` cannot be asked. */
  endedSince(since: Date): Promise<readonly string[]>
  /** The rights of a member may have changed: what is known of its sessions is asked anew. */
  forget(memberId: string): void
}

/** Asks the subgraph `members` by fields that only the gateway can reach. */
export function createSessionHolders(members: Upstream, now: () => number = Date.now): SessionHolders {
  const staleMs = accessTokenLifetimeSeconds * 1_000
  const holders = new KeptAnswers<SessionHolder>({ keptMs: sessionAnswerKeptMs, staleMs, now })
  const askWho = question(members, find, z.object({ _session: holderForm.nullable() }))
  const askToEnd = question(members, end, z.object({ _endSession: z.boolean() }))
  const askEnded = question(members, endedSince, z.object({ _endedSessions: z.array(z.string()) }))
  return {
    find: (id) => holders.of(id, async () => (await askWho({ id }))._session),
    async end(id) {
      await askToEnd({ id })
    },
    endedSince: async (since) => (await askEnded({ since: since.toISOString() }))._endedSessions,
    forget: (memberId) => holders.forget(memberId),
  }
}
