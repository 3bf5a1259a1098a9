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

/** Notes that facts of threads were taken: ordered webhooks wait for those before them. */
export async function noteTaken(
  sql: Sql,
  facts: readonly { readonly threadId: string; readonly version: number }[],
): Promise<void> {
  await sql(
    `insert into taken_fact (thread_id, version) select * from unnest($1::uuid[], $2::int[]) as f (thread_id, version)
     order by thread_id, version on conflict do nothing`,
    [facts.map(({ threadId }) => threadId), facts.map(({ version }) => version)],
  )
}

/** The version of the newest fact of a thread that was taken; 0 when there is none. */
export async function newestTaken(sql: Sql, threadId: string): Promise<number> {
  const [row] = await sql<{ newest: number | null }>(
    'select max(version) as newest from taken_fact where thread_id = $1',
    [threadId],
  )
  return row?.newest ?? 0
}

/** A mail whose attempt has begun. `counterpart` null: its name is personal, or there is none. */
export type MailInHand = {
  id: string
  member_id: string
  kind: MessageKind
  language: LetterLanguage
  content: LetterContent
  queued_at: string
  attempt: number
  tries: number
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
     select c.id, c.member_id, c.kind, c.language, c.content, c.queued_at, c.attempt, c.tries,
       (select nullif(name, '') from member where id = (c.content ->> 'counterpartId')::uuid) as counterpart
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

/** A message as it is on record. */
export type MessageRow = {
  id: string
  webhook_id: string | null
  kind: string
  thread_id: string | null
  language: LetterLanguage | null
  content: LetterContent
  queued_at: string
  status: 'QUEUED' | 'SENT' | 'ACKNOWLEDGED' | 'DEAD'
  attempt: number
  next_attempt_at: string | null
  leased_until: string | null
  finished_at: string | null
  last_fault: string | null
}

const columns = `id, webhook_id, kind, thread_id, language, content, queued_at, status, attempt, next_attempt_at, leased_until, finished_at, last_fault`

/** A message by its id. */
export async function messageById(sql: Sql, id: string): Promise<MessageRow | null> {
  const [row] = await sql<MessageRow>(`select ${columns} from outbound_message where id = $1`, [id])
  return row ?? null
}

/** Where a page of messages starts. */
type After = { at: string | null; id: string | null }

/** The mail of a member, newest first. */
export async function mailOf(sql: Sql, memberId: string, after: After, limit: number): Promise<MessageRow[]> {
  return sql<MessageRow>(
    `select ${columns} from outbound_message where channel = 'MAIL' and member_id = $1
       and ($2::timestamptz is null or (queued_at, id) < ($2, $3::uuid)) order by queued_at desc, id desc limit $4`,
    [memberId, after.at, after.id, limit],
  )
}

/** The messages of a webhook, newest first, all or those of one status. */
export async function messagesOfWebhook(
  sql: Sql,
  webhookId: string,
  status: string | null,
  after: After,
  limit: number,
): Promise<MessageRow[]> {
  return sql<MessageRow>(
    `select ${columns} from outbound_message where channel = 'WEBHOOK' and webhook_id = $1 and ($5::text is null or status = $5)
       and ($2::timestamptz is null or (queued_at, id) < ($2, $3::uuid)) order by queued_at desc, id desc limit $4`,
    [webhookId, after.at, after.id, limit, status],
  )
}

/** An attempt as it is on record. */
export type AttemptRow = {
  message_id: string
  number: number
  at: string
  ended_at: string | null
  answer: number | null
  fault: string | null
}

/** The newest attempts of messages, so many of each, newest first. */
export async function attemptsOf(sql: Sql, messageIds: readonly string[], most: number): Promise<AttemptRow[]> {
  return sql<AttemptRow>(
    `select a.* from unnest($1::uuid[]) as m (id) cross join lateral (
       select * from message_attempt where message_id = m.id order by number desc limit $2) a order by a.message_id, a.number desc`,
    [messageIds, most],
  )
}

/**
 * Makes messages of a webhook that are done or dead owed again, the oldest first: one by its id, or those after an instant.
 * @returns when each was first owed
 */
export async function replayMessages(
  sql: Sql,
  { webhookId, messageId, since }: { webhookId: string; messageId: string | null; since: string | null },
  now: Date,
  limit: number,
): Promise<string[]> {
  const rows = await sql<{ queued_at: string }>(
    `with chosen as (select id from outbound_message where webhook_id = $1 and channel = 'WEBHOOK' and status in ('ACKNOWLEDGED', 'DEAD')
           and ($2::uuid is null or id = $2) and ($3::timestamptz is null or queued_at >= $3) order by queued_at, id limit $5),
       again as (update outbound_message m set status = 'QUEUED', tries = 0, next_attempt_at = $4, finished_at = null
                 from chosen where m.id = chosen.id returning m.queued_at, m.id),
       told as (select pg_notify('${messageChannel}', ''))
     select queued_at from again, told order by queued_at, id`,
    [webhookId, messageId, since, now, limit],
  )
  return rows.map(({ queued_at }) => queued_at)
}
