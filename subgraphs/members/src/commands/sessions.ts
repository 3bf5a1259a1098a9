import { memberHint } from '@torihiki/shared/identity/member-hints.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { MembersServices } from '../services.ts'
import { verifyPassword, wasteTimeOnPassword } from './passwords.ts'
import { hashOfRefreshToken, newRefreshToken } from './tokens.ts'

/** After so many failures in a row a login name has to wait, twice as long with each further one. */
export const failuresBeforeWaiting = 5
/** The first wait, and the longest. */
const firstWaitSeconds = 30
const longestWaitSeconds = 3_600
/** Longer passwords and tokens are not looked at. */
const longestSecret = 200

/** What proves a session: a short-lived access token, and the refresh token that gets the next one. */
export type SessionTokens = {
  memberId: string
  accessToken: string
  accessTokenExpiresAt: Date
  refreshToken: string
  refreshTokenExpiresAt: Date
}

/**
 * Starts a session. Refuses a wrong name and a wrong password alike and in like time (AUTHENTICATION_FAILED), and a login name with
 * too many failures until its wait is over. Rejected and suspended members cannot sign in.
 */
export async function logIn(
  services: MembersServices,
  loginName: string,
  password: string,
): Promise<SessionTokens | Refusal> {
  const now = services.now()
  const name = loginName.toLowerCase().slice(0, longestSecret)
  const waiting = await mustWait(services, name, now)
  if (waiting) return refuse('TOO_MANY_ATTEMPTS', undefined, { retryAt: waiting })
  const [found] = await services.store.query<{ member_id: string; password_hash: string; status: string }>(
    'select c.member_id, c.password_hash, m.status from credential c join member m on m.id = c.member_id where c.login_name = $1',
    [name],
  )
  const secret = password.slice(0, longestSecret)
  const right = found ? await verifyPassword(secret, found.password_hash) : await wasteTimeOnPassword(secret)
  if (!found || !right || !['ACTIVE', 'PROVISIONAL'].includes(found.status)) {
    await countFailure(services, name, now)
    return refuse('AUTHENTICATION_FAILED')
  }
  return services.store.transaction(async (tx) => {
    await tx.sql('delete from login_attempt where login_name = $1', [name])
    const sessionId = newId()
    await tx.sql('insert into session (id, member_id, started_at) values ($1, $2, $3)', [
      sessionId,
      found.member_id,
      now,
    ])
    return issue(tx, services, found.member_id, sessionId, now)
  })
}

/** Until when a name has to wait after its failures; null: it need not. */
export async function mustWait(services: MembersServices, name: string, now: Date): Promise<Date | null> {
  const [row] = await services.store.query<{ failures: number; last_at: string }>(
    'select failures, last_at from login_attempt where login_name = $1',
    [name],
  )
  if (!row || row.failures < failuresBeforeWaiting) return null
  const seconds = Math.min(firstWaitSeconds * 2 ** (row.failures - failuresBeforeWaiting), longestWaitSeconds)
  const until = new Date(asDate(row.last_at).getTime() + seconds * 1_000)
  return until > now ? until : null
}

/** Counts a failure of a name. */
export async function countFailure(services: MembersServices, name: string, now: Date): Promise<void> {
  await services.store.query(
    `insert into login_attempt (login_name, failures, last_at) values ($1, 1, $2)
     on conflict (login_name) do update set failures = login_attempt.failures + 1, last_at = excluded.last_at`,
    [name, now],
  )
}

/**
 * Trades a refresh token for new tokens. Each works once: a second use means that somebody else has it, so the whole
 * session is ended.
 */
export async function refreshSession(
  services: MembersServices,
  refreshToken: string,
): Promise<SessionTokens | Refusal> {
  const now = services.now()
  return services.store.transaction(async (tx) => {
    const token = await lockToken(tx, refreshToken)
    if (!token) return refuse('AUTHENTICATION_FAILED')
    if (token.used_at !== null) {
      await endSession(tx, services, token, now)
      return refuse('AUTHENTICATION_FAILED')
    }
    if (token.ended_at !== null || asDate(token.expires_at) <= now) return refuse('AUTHENTICATION_FAILED')
    await tx.sql('update refresh_token set used_at = $2 where hash = $1', [hashOfRefreshToken(refreshToken), now])
    return issue(tx, services, token.member_id, token.session_id, now)
  })
}

/** Ends the session of a refresh token, its live connections included. Refuses a token that is none (AUTHENTICATION_FAILED). */
export async function logOut(
  services: MembersServices,
  refreshToken: string,
): Promise<{ loggedOut: boolean } | Refusal> {
  return services.store.transaction(async (tx) => {
    const token = await lockToken(tx, refreshToken)
    if (!token) return refuse('AUTHENTICATION_FAILED')
    await endSession(tx, services, token, services.now())
    return { loggedOut: true }
  })
}

/** Ends a session of which there is but the id: that of a cookie of the consoles. False when there is none. */
export async function leaveSession(services: MembersServices, sessionId: string): Promise<boolean> {
  return services.store.transaction(async (tx) => {
    const [session] = await tx.sql<{ member_id: string }>('select member_id from session where id = $1', [sessionId])
    if (!session) return false
    await endSession(tx, services, { session_id: sessionId, member_id: session.member_id }, services.now())
    return true
  })
}

/** Ends a session, and tells the gateways: its access tokens are refused from then on, and its live connections end. */
async function endSession(
  tx: Tx,
  services: MembersServices,
  token: Pick<TokenRow, 'session_id' | 'member_id'>,
  now: Date,
): Promise<void> {
  await tx.sql('update session set ended_at = coalesce(ended_at, $2) where id = $1', [token.session_id, now])
  tx.afterCommit(() => services.hints.publish([memberHint(token.member_id, token.session_id)]))
}

type TokenRow = {
  session_id: string
  member_id: string
  expires_at: string
  used_at: string | null
  ended_at: string | null
}

async function lockToken(tx: Tx, refreshToken: string): Promise<TokenRow | null> {
  if (refreshToken.length > longestSecret) return null
  const [row] = await tx.sql<TokenRow>(
    `select t.session_id, s.member_id, t.expires_at, t.used_at, s.ended_at
     from refresh_token t join session s on s.id = t.session_id where t.hash = $1 for update`,
    [hashOfRefreshToken(refreshToken)],
  )
  return row ?? null
}

async function issue(
  tx: Tx,
  services: MembersServices,
  memberId: string,
  sessionId: string,
  now: Date,
): Promise<SessionTokens | Refusal> {
  const [member] = await tx.sql<{ roles: string[]; status: string }>('select roles, status from member where id = $1', [
    memberId,
  ])
  if (!member || !['ACTIVE', 'PROVISIONAL'].includes(member.status)) return refuse('AUTHENTICATION_FAILED')
  const access = await services.tokens.access(
    { memberId, roles: member.status === 'ACTIVE' ? member.roles : [], sessionId },
    now,
  )
  const refresh = newRefreshToken(now)
  await tx.sql('insert into refresh_token (hash, session_id, expires_at) values ($1, $2, $3)', [
    refresh.hash,
    sessionId,
    refresh.expiresAt,
  ])
  return {
    memberId,
    accessToken: access.token,
    accessTokenExpiresAt: access.expiresAt,
    refreshToken: refresh.token,
    refreshTokenExpiresAt: refresh.expiresAt,
  }
}
