import type { MembersServices } from '../services.ts'

/** So many ended sessions are told at most: a gateway remembers no more of them. */
const mostEnded = 100_000

/** Whom a session stands for. */
export type SessionHolder = { memberId: string; roles: string[] }

/**
 * Whom a session stands for now (A6), with the roles that its member has by now; null when there is none that goes on: unknown or ended,
 * or its member may not sign in (any more).
 */
export async function findSessionHolder(services: MembersServices, sessionId: string): Promise<SessionHolder | null> {
  const [row] = await services.store.query<{ member_id: string; roles: string[]; status: string }>(
    `select s.member_id, m.roles, m.status from session s join member m on m.id = s.member_id
     where s.id = $1 and s.ended_at is null and m.status in ('ACTIVE', 'PROVISIONAL')`,
    [sessionId],
  )
  return row ? { memberId: row.member_id, roles: row.status === 'ACTIVE' ? row.roles : [] } : null
}

/** Sessions that ended since then, the latest first. */
export async function sessionsEndedSince(services: MembersServices, since: Date): Promise<string[]> {
  const rows = await services.store.query<{ id: string }>(
    'select id from session where ended_at >= $1 order by ended_at desc limit $2',
    [since, mostEnded],
  )
  return rows.map(({ id }) => id)
}
