import type { Tx } from '@torihiki/shared/store/store.ts'

type Sql = Tx['sql']

/** Why a webhook is disabled: its member wanted it so, its receiver answered 410, or failed for days. */
export type DisabledFor = 'OWNER' | 'GONE' | 'FAILING'

/** A webhook as its member sees it. */
export type WebhookRow = {
  id: string
  member_id: string
  name: string
  url: string
  event_types: string[]
  ordered: boolean
  created_at: string
  secret_before_until: string | null
  failing_since: string | null
  disabled_at: string | null
  disabled_for: DisabledFor | null
}

/** The same with its secrets, sealed. */
export type SealedWebhook = WebhookRow & { secret: Buffer; secret_before: Buffer | null }

const shown = `id, member_id, name, url, event_types, ordered, created_at, secret_before_until, failing_since, disabled_at, disabled_for`

/** Webhooks of a member by id; those of others and those that were removed are not there. */
export async function webhookById(sql: Sql, memberId: string, id: string): Promise<WebhookRow | null> {
  const [row] = await sql<WebhookRow>(
    `select ${shown} from webhook where id = $1 and member_id = $2 and removed_at is null`,
    [id, memberId],
  )
  return row ?? null
}

/** A member's webhooks, newest first, after the one that was made at this instant and has this id. */
export async function webhooksOf(
  sql: Sql,
  memberId: string,
  after: { at: string | null; id: string | null },
  limit: number,
): Promise<WebhookRow[]> {
  return sql<WebhookRow>(
    `select ${shown} from webhook where member_id = $1 and removed_at is null
       and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid)) order by created_at desc, id desc limit $4`,
    [memberId, after.at, after.id, limit],
  )
}

/** A member's webhook with its row locked, or null. */
export async function lockWebhook(tx: Tx, memberId: string, id: string): Promise<SealedWebhook | null> {
  const [row] = await tx.sql<SealedWebhook>(
    'select * from webhook where id = $1 and member_id = $2 and removed_at is null for no key update',
    [id, memberId],
  )
  return row ?? null
}

/**
 * Webhooks that have messages due and hands free, the longest due first. It goes from webhook to webhook by the index: what one receiver
 * is owed, however much, does not hide the others.
 */
export async function webhooksDue(sql: Sql, now: Date, hands: number, limit: number): Promise<string[]> {
  const owed = `status = 'QUEUED' and channel = 'WEBHOOK'`
  const rows = await sql<{ webhook_id: string }>(
    `with recursive owing as (
       (select webhook_id from outbound_message where ${owed} order by webhook_id limit 1)
       union all
       select (select m.webhook_id from outbound_message m where ${owed} and m.webhook_id > o.webhook_id order by m.webhook_id limit 1)
       from owing o where o.webhook_id is not null)
     select o.webhook_id from owing o cross join lateral (
         select m.next_attempt_at from outbound_message m where m.webhook_id = o.webhook_id and ${owed} order by m.next_attempt_at limit 1) d
     where d.next_attempt_at <= $1
       and (select count(*) from outbound_message b where b.webhook_id = o.webhook_id and ${owed} and b.leased_until > $1) < $2
     order by d.next_attempt_at limit $3`,
    [now, hands, limit],
  )
  return rows.map(({ webhook_id }) => webhook_id)
}

/** A webhook that is to be sent to, its row locked; null when somebody else is just at it. */
export async function lockToSend(tx: Tx, id: string): Promise<(SealedWebhook & { removed_at: string | null }) | null> {
  const [row] = await tx.sql<SealedWebhook & { removed_at: string | null }>(
    'select * from webhook where id = $1 for no key update skip locked',
    [id],
  )
  return row ?? null
}

/** A message to a webhook whose attempt has begun. */
export type WebhookInHand = {
  id: string
  webhook_id: string
  thread_id: string | null
  kind: string
  content: object
  attempt: number
  tries: number
}

/**
 * Takes messages of a locked webhook that are due, under a lease, each attempt on record before it is made: as many as it has hands free.
 * When it is `ordered`, only the first of each thread that is owed, and none while a fact before it is still to come.
 */
export async function claimForWebhook(
  tx: Tx,
  { id, ordered }: Pick<SealedWebhook, 'id' | 'ordered'>,
  { now, leaseUntil, hands, gapSeconds }: { now: Date; leaseUntil: Date; hands: number; gapSeconds: number },
): Promise<WebhookInHand[]> {
  const first = `and (m.thread_id is null or not exists (select 1 from outbound_message p where p.webhook_id = m.webhook_id
        and p.thread_id = m.thread_id and p.status = 'QUEUED' and (p.place, p.id) < (m.place, m.id)) and not ${gapBefore})`
  return tx.sql<WebhookInHand>(
    `with due as (select m.id from outbound_message m
                  where m.webhook_id = $1 and m.status = 'QUEUED' and m.next_attempt_at <= $2 and $5::float8 > 0 ${ordered ? first : ''}
                  order by m.next_attempt_at, m.id
                  limit greatest(0, $4 - (select count(*) from outbound_message b
                                          where b.webhook_id = $1 and b.status = 'QUEUED' and b.leased_until > $2)))
     , claimed as (update outbound_message m set attempt = attempt + 1, tries = tries + 1, next_attempt_at = $3, leased_until = $3
                   from due where m.id = due.id returning m.*),
       noted as (insert into message_attempt (message_id, number, at) select id, attempt, $2 from claimed)
     select id, webhook_id, thread_id, kind, content, attempt, tries from claimed order by place, id`,
    [id, now, leaseUntil, hands, gapSeconds],
  )
}

/**
 * Whether a fact of the thread before this message's is still to come. The first fact that is known may be one of before facts were told
 * of at all: it is waited for only for a while.
 */
const gapBefore = `(select count(*) filter (where f.version < m.place)
    < m.place - coalesce(case when m.queued_at < $2::timestamptz - make_interval(secs => $5) then min(f.version) end, 1)
  from taken_fact f where f.thread_id = m.thread_id)`

/**
 * Puts off what is due of an ordered webhook but has to wait for another: until the first of its thread is tried next, within these bounds.
 * It is made due again when that one is done.
 */
export async function putOff(tx: Tx, webhookId: string, now: Date, bounds: { least: Date; most: Date }): Promise<void> {
  await tx.sql(
    `update outbound_message m set next_attempt_at = least($4, greatest($3, (
         select h.next_attempt_at from outbound_message h where h.webhook_id = m.webhook_id and h.thread_id = m.thread_id
           and h.status = 'QUEUED' order by h.place, h.id limit 1)))
     where m.webhook_id = $1 and m.status = 'QUEUED' and m.next_attempt_at <= $2 and m.thread_id is not null`,
    [webhookId, now, bounds.least, bounds.most],
  )
}

/** Makes what waited for a message of its thread due. */
export async function makeNextDue(sql: Sql, webhookId: string, threadId: string, now: Date): Promise<void> {
  await sql(
    `update outbound_message set next_attempt_at = $3 where id = (
       select id from outbound_message where webhook_id = $1 and thread_id = $2 and status = 'QUEUED' order by place, id limit 1)
     and status = 'QUEUED' and tries = 0 and next_attempt_at > $3`,
    [webhookId, threadId, now],
  )
}

/** Notes whether the receiver works: since when it fails, or that it does not. @returns since when it fails */
export async function noteReceiver(sql: Sql, webhookId: string, fails: boolean, now: Date): Promise<string | null> {
  const [row] = await sql<{ failing_since: string | null }>(
    `update webhook set failing_since = case when $2 then coalesce(failing_since, $3::timestamptz) end
     where id = $1 and (failing_since is null) = $2 returning failing_since`,
    [webhookId, fails, now],
  )
  if (row || !fails) return row?.failing_since ?? null
  const [known] = await sql<{ failing_since: string | null }>('select failing_since from webhook where id = $1', [
    webhookId,
  ])
  return known?.failing_since ?? null
}

/** Disables a webhook, unless it is. @returns its member and name when it was not */
export async function disableWebhook(
  tx: Tx,
  id: string,
  why: DisabledFor,
  now: Date,
): Promise<{ member_id: string; name: string } | null> {
  const [row] = await tx.sql<{ member_id: string; name: string }>(
    `update webhook set disabled_at = $3, disabled_for = $2 where id = $1 and disabled_at is null and removed_at is null
     returning member_id, name`,
    [id, why, now],
  )
  return row ?? null
}

/** Gives up what a webhook is owed: it stays on record as dead, for a replay. */
export async function giveUpOwed(tx: Tx, webhookId: string, fault: string, now: Date): Promise<void> {
  await tx.sql(
    `update outbound_message set status = 'DEAD', next_attempt_at = null, leased_until = null, finished_at = $3, last_fault = $2
     where webhook_id = $1 and status = 'QUEUED'`,
    [webhookId, fault, now],
  )
}
