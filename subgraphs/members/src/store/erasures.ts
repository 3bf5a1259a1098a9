import type { Tx } from '@torihiki/shared/store/store.ts'

type Sql = Tx['sql']

/** Why a member's data was destroyed: a guest's purchase has ended, it had none, or it was asked for. */
export type ErasureReason = 'PURCHASE_ENDED' | 'IDLE' | 'REQUESTED'

/** How much of what was destroyed, by what it was. Numbers alone. */
export type Destroyed = Readonly<Record<string, number>>

/** An erasure as it is on record. `pending`: the parts of the hub that have not heard of it yet. */
export type ErasureRow = {
  member_id: string
  reason: ErasureReason
  requested_by: string
  requested_at: string
  destroyed: Destroyed | null
  finished_at: string | null
  pending: string[]
}

const columns = `e.member_id, e.reason, e.requested_by, e.requested_at, e.destroyed, e.finished_at,
  array(select d.consumer from outbox_delivery d where d.event_id = e.event_id and d.status <> 'DONE' order by 1) as pending`

/** The erasure of a member, or null. */
export async function erasureOf(sql: Sql, memberId: string): Promise<ErasureRow | null> {
  const [row] = await sql<ErasureRow>(`select ${columns} from erasure e where member_id = $1`, [memberId])
  return row ?? null
}

/** Erasures, newest first. */
export async function erasures(
  sql: Sql,
  after: { at: string | null; id: string | null },
  limit: number,
): Promise<ErasureRow[]> {
  return sql<ErasureRow>(
    `select ${columns} from erasure e where $1::timestamptz is null or (requested_at, member_id) < ($1, $2::uuid)
     order by requested_at desc, member_id desc limit $3`,
    [after.at, after.id, limit],
  )
}

/** Members whose erasure was begun and is not finished, none to whom a mail is on its way. */
export async function unfinishedErasures(sql: Sql, now: Date, limit: number): Promise<string[]> {
  const rows = await sql<{ member_id: string }>(
    `select member_id from erasure e where finished_at is null and not exists (select 1 from outbound_message m
       where m.member_id = e.member_id and m.channel = 'MAIL' and m.status = 'QUEUED' and m.leased_until > $1)
     order by requested_at limit $2`,
    [now, limit],
  )
  return rows.map(({ member_id }) => member_id)
}

/** Guests whose day has come, with their rows locked; those that others are at are passed over. */
export async function dueGuests(
  tx: Tx,
  now: Date,
  limit: number,
): Promise<{ id: string; registered_at: string; purchases: number }[]> {
  return tx.sql(
    `select m.id, m.registered_at, (select count(*)::int from guest_purchase p where p.member_id = m.id) as purchases
     from member m where m.erase_at <= $1 and m.guest order by m.erase_at limit $2 for no key update skip locked`,
    [now, limit],
  )
}

/** Each removes what is about the member, and says how much that was. The key is the first: without it the rest is noise. */
const removals: readonly (readonly [what: string, sql: string])[] = [
  ['personalKey', 'delete from personal_key where member_id = $1'],
  ['personalRecord', 'delete from personal_record where member_id = $1'],
  [
    'loginAttempts',
    'delete from login_attempt where login_name in (select login_name from credential where member_id = $1)',
  ],
  ['credential', 'delete from credential where member_id = $1'],
  ['orderLogins', 'delete from order_login where member_id = $1'],
  ['credentialCode', 'delete from credential_code where member_id = $1'],
  ['refreshTokens', 'delete from refresh_token where session_id in (select id from session where member_id = $1)'],
  ['handOvers', 'delete from hand_over where member_id = $1'],
  // What a merchant knew it by leads nowhere from then on.
  ['siteSubjects', 'delete from site_subject where member_id = $1'],
  ['sessions', 'delete from session where member_id = $1'],
  ['apiKeys', 'delete from api_key where member_id = $1'],
  ['messages', 'delete from outbound_message where member_id = $1'],
  ['webhooks', 'delete from webhook where member_id = $1'],
  ['messageChoices', 'delete from message_choice where member_id = $1'],
  ['messageLanguage', 'delete from message_language where member_id = $1'],
  ['returns', 'delete from guest_return where member_id = $1'],
  ['coolingOffs', 'delete from guest_cooling_off where member_id = $1'],
  ['idempotencyAnswers', 'delete from idempotency where actor_id = $1'],
  [
    'vettings',
    `update application set vetting = null, status = case when status = 'OPEN' then 'ERASED' else status end where member_id = $1`,
  ],
]

/** Removes everything personal of a member in this subgraph. Its row is locked. What others are told of it are its id and roles. */
export async function destroyPersonal(tx: Tx, memberId: string, now: Date): Promise<Destroyed> {
  const destroyed: Record<string, number> = {}
  for (const [what, sql] of removals) {
    const [row] = await tx.sql<{ n: number }>(`with gone as (${sql} returning 1) select count(*)::int as n from gone`, [
      memberId,
    ])
    destroyed[what] = row?.n ?? 0
  }
  await tx.sql('update consent set revoked_at = $2 where member_id = $1 and revoked_at is null', [memberId, now])
  await tx.sql(
    `update member set status = 'ERASED', version = version + 1, name = '', mail = null, gln = null, group_name = null, country = null,
       settlement_agent_id = null, erase_at = null where id = $1`,
    [memberId],
  )
  return destroyed
}
