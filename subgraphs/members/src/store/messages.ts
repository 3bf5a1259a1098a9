import type { Tx } from '@torihiki/shared/store/store.ts'
import type { LetterContent, LetterLanguage } from '../domain/letter.ts'
import type { MessageKind } from '../domain/message-kinds.ts'

type Sql = Tx['sql']

/** The channel of NOTIFY that wakes whoever sends messages. */
export const messageChannel = 'outbound_message'

/** A message that is to be owed from this transaction on. */
export type NewMessage = {
  readonly id: string
  readonly memberId: string
  readonly kind: string
  readonly threadId: string | null
  readonly place: number
  readonly at: Date
} & (
  | { readonly channel: 'MAIL'; readonly language: LetterLanguage; readonly content: LetterContent }
  | {
      readonly channel: 'WEBHOOK'
      readonly webhookId: string
      readonly content: object
      /** Why it is not even tried: it is on record as dead, for a replay. */
      readonly dead: string | null
    }
)

/** Makes messages owed, in one statement, and wakes whoever sends them when the transaction commits. */
export async function oweMessages(sql: Sql, messages: readonly NewMessage[]): Promise<void> {
  if (messages.length === 0) return
  const rows = messages.map((each) => ({
    id: each.id,
    member_id: each.memberId,
    channel: each.channel,
    webhook_id: each.channel === 'WEBHOOK' ? each.webhookId : null,
    kind: each.kind,
    thread_id: each.threadId,
    place: each.place,
    language: each.channel === 'MAIL' ? each.language : null,
    content: each.content,
    at: each.at.toISOString(),
    dead: each.channel === 'WEBHOOK' ? each.dead : null,
  }))
  await sql(
    `with given as (select * from jsonb_to_recordset($1::jsonb) as g (id uuid, member_id uuid, channel text, webhook_id uuid, kind text,
         thread_id uuid, place int, language text, content jsonb, at timestamptz, dead text)),
       owed as (insert into outbound_message (id, member_id, channel, webhook_id, kind, thread_id, place, language, content, queued_at,
           status, next_attempt_at, finished_at, last_fault)
         select id, member_id, channel, webhook_id, kind, thread_id, place, language, content, at,
           case when dead is null then 'QUEUED' else 'DEAD' end, case when dead is null then at end,
           case when dead is not null then at end, dead from given)
     select pg_notify('${messageChannel}', '')`,
    [JSON.stringify(rows)],
  )
}

/** Notes that a fact of a thread was taken: ordered webhooks wait for those before it. */
export async function noteTaken(sql: Sql, threadId: string, version: number): Promise<void> {
  await sql('insert into taken_fact (thread_id, version) values ($1, $2) on conflict do nothing', [threadId, version])
}

/** The version of the newest fact of a thread that was taken; 0 when there is none. */
export async function newestTaken(sql: Sql, threadId: string): Promise<number> {
  const [row] = await sql<{ newest: number | null }>(
    'select max(version) as newest from taken_fact where thread_id = $1',
    [threadId],
  )
  return row?.newest ?? 0
}

/** A mail whose attempt has begun. `address` null: the member has none any more. */
export type MailInHand = {
  id: string
  kind: MessageKind
  language: LetterLanguage
  content: LetterContent
  queued_at: string
  attempt: number
  tries: number
  address: string | null
  counterpart: string | null
}

/** Takes mail that is due under a lease, each attempt on record before it is made; what others are at is passed over. */
export async function claimMail(sql: Sql, now: Date, leaseUntil: Date, limit: number): Promise<MailInHand[]> {
  return sql<MailInHand>(
    `with due as (select id from outbound_message where status = 'QUEUED' and channel = 'MAIL' and next_attempt_at <= $1
                  order by next_attempt_at limit $3 for no key update skip locked),
       claimed as (update outbound_message m set attempt = attempt + 1, tries = tries + 1, next_attempt_at = $2, leased_until = $2
                   from due where m.id = due.id returning m.*),
       noted as (insert into message_attempt (message_id, number, at) select id, attempt, $1 from claimed)
     select c.id, c.kind, c.language, c.content, c.queued_at, c.attempt, c.tries,
       (select nullif(mail, '') from member where id = c.member_id and status in ('ACTIVE', 'PROVISIONAL')) as address,
       (select name from member where id = (c.content ->> 'counterpartId')::uuid) as counterpart
     from claimed c order by c.queued_at, c.id`,
    [now, leaseUntil, limit],
  )
}

/** How an attempt ended: done, dead for good, or to be tried again. `answer` is the status that a webhook's receiver gave. */
export type AttemptEnd = { answer?: number | null } & (
  | { as: 'SENT' | 'ACKNOWLEDGED' }
  | { as: 'DEAD'; fault: string }
  | { as: 'AGAIN'; fault: string; at: Date }
)

/**
 * Notes how an attempt ended. An attempt whose lease ran out, and that another has followed, is put on record and decides nothing but
 * that the message is done, if it is.
 */
export async function endAttempt(
  sql: Sql,
  { id, attempt }: { id: string; attempt: number },
  end: AttemptEnd,
  now: Date,
): Promise<void> {
  const done = end.as === 'SENT' || end.as === 'ACKNOWLEDGED'
  const fault = 'fault' in end ? end.fault : null
  await sql(
    `with noted as (update message_attempt set ended_at = $3, answer = $4, fault = $5 where message_id = $1 and number = $2)
     update outbound_message set status = $6, next_attempt_at = $7, leased_until = null, last_fault = $5,
       finished_at = case when $6 = 'QUEUED' then null else $3::timestamptz end
     where id = $1 and status = 'QUEUED' and (attempt = $2 or $8)`,
    [
      id,
      attempt,
      now,
      end.answer ?? null,
      fault,
      end.as === 'AGAIN' ? 'QUEUED' : end.as,
      end.as === 'AGAIN' ? end.at : null,
      done,
    ],
  )
}

/** How long messages that are done or dead stay on record, for their members to see and to replay. */
export const keptDays = 30

/** Forgets messages that have been done or dead for long. */
export async function trimMessages(sql: Sql, now: Date): Promise<void> {
  await sql(
    `delete from outbound_message where status <> 'QUEUED' and finished_at < $1::timestamptz - make_interval(days => $2)`,
    [now, keptDays],
  )
}

/** What is owed, by channel: how many, how old the oldest is, how many are dead. */
export type Backlog = { channel: 'MAIL' | 'WEBHOOK'; owed: number; oldestSeconds: number; dead: number }

/** The backlog of both channels, for metrics and the log. */
export async function messageBacklog(sql: Sql, now: Date): Promise<Backlog[]> {
  return sql<Backlog>(
    `select c.channel, count(m.id) filter (where m.status = 'QUEUED')::int as owed, count(m.id) filter (where m.status = 'DEAD')::int as dead,
       coalesce(extract(epoch from $1::timestamptz - min(m.queued_at) filter (where m.status = 'QUEUED')), 0)::float8 as "oldestSeconds"
     from unnest(array['MAIL', 'WEBHOOK']) as c (channel)
       left join outbound_message m on m.channel = c.channel and m.status in ('QUEUED', 'DEAD') group by c.channel order by c.channel`,
    [now],
  )
}
