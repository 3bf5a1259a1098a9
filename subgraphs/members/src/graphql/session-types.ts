import { isId } from '@torihiki/shared/ids.ts'
import { findSessionHolder, sessionsEndedSince } from '../commands/find-session-holder.ts'
import { leaveSession } from '../commands/sessions.ts'
import type { MutationResolvers, QueryResolvers } from './generated.ts'

/** What the gateway asks about sessions, for itself. */
export const sessionQueries: Pick<QueryResolvers, '_session' | '_endedSessions'> = {
  _session: async (_root, { id }, { services }) =>
    isId(id) ? ((await findSessionHolder(services, id)) as never) : null,
  _endedSessions: (_root, { since }, { services }) => sessionsEndedSince(services, new Date(since)),
}

export const sessionMutations: Pick<MutationResolvers, '_endSession'> = {
  _endSession: async (_root, { id }, { services }) => isId(id) && (await leaveSession(services, id)),
}
