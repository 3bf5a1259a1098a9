import { newId } from '@torihiki/shared/ids.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { waitAfter } from '../domain/retry-schedule.ts'
import { signedHeaders } from '../domain/webhook-signature.ts'
import type { PostReply } from '../outside/webhook-post.ts'
import type { MembersServices } from '../services.ts'
import { endAttempt, oweMessages, type AttemptEnd } from '../store/messages.ts'
import { recipientsOf } from '../store/recipients.ts'
import {
  claimForWebhook,
  disableWebhook,
  giveUpOwed,
  lockToSend,
  makeNextDue,
  noteReceiver,
  putOff,
  webhooksDue,
  type DisabledFor,
  type SealedWebhook,
  type WebhookInHand,
} from '../store/webhooks.ts'
import { disabledFault } from './queue-messages.ts'

/** How many messages one webhook gets at once, over all processes: a slow receiver takes no more hands than these. */
export const handsOfWebhook = 4
/** How long an attempt may take until it counts as broken off: longer than the deadline of the call. */
export const webhookLeaseMs = 30_000
/** For how long a receiver may fail, without one success, until its webhook is disabled. */
export const disableAfterMs = 3 * 24 * 3_600_000
/** How long what has to wait for another message of its thread is left alone at least and at most, when nothing wakes it before. */
const putOffMs = { least: 5_000, most: 600_000 } as const
/** How long an ordered webhook waits for the first facts of a thread that may never come: longer than events are delivered again. */
const gapSeconds = 60

/** A webhook, its secrets opened, as an attempt needs it. */
type Receiver = { id: string; url: string; ordered: boolean; secrets: Buffer[] }

/**
 * Takes messages of webhooks that are due, at most so many in all and few of each, and gives what sends each. An attempt is on record
 * before it is made; whoever comes after a process that died tries again under the same id, by which the receiver knows it.
 */
export async function claimDueWebhooks(services: MembersServices, atMost: number): Promise<(() => Promise<void>)[]> {
  const { store } = services
  const work: (() => Promise<void>)[] = []
  for (const id of await webhooksDue(store.query, services.now(), handsOfWebhook, atMost)) {
    const free = atMost - work.length
    if (free <= 0) break
    const claimed = await store.transaction((tx) => claimOf(services, tx, id, Math.min(free, handsOfWebhook)))
    if (claimed) work.push(...claimed.messages.map((message) => () => sendOne(services, claimed.receiver, message)))
  }
  return work
}

async function claimOf(
  services: MembersServices,
  tx: Tx,
  id: string,
  hands: number,
): Promise<{ receiver: Receiver; messages: WebhookInHand[] } | null> {
  const now = services.now()
  const webhook = await lockToSend(tx, id)
  if (!webhook) return null
  if (webhook.disabled_at !== null || webhook.removed_at !== null) {
    // It was being disabled while this was queued.
    await giveUpOwed(tx, id, disabledFault, now)
    return null
  }
  const leaseUntil = new Date(now.getTime() + webhookLeaseMs)
  const messages = await claimForWebhook(tx, webhook, { now, leaseUntil, hands, gapSeconds })
  const later = (ms: number): Date => new Date(now.getTime() + ms)
  if (webhook.ordered && messages.length < hands)
    await putOff(tx, id, now, { least: later(putOffMs.least), most: later(putOffMs.most) })
  return { receiver: receiverOf(services, webhook, now), messages }
}

function receiverOf({ sealer }: MembersServices, webhook: SealedWebhook, now: Date): Receiver {
  const { id, url, ordered, secret, secret_before: before } = webhook
  const until = asDateOrNull(webhook.secret_before_until)
  const both = before !== null && until !== null && until > now ? [secret, before] : [secret]
  return { id, url, ordered, secrets: both.map((each) => sealer.open(each, id)) }
}

async function sendOne(services: MembersServices, receiver: Receiver, message: WebhookInHand): Promise<void> {
  const sql = services.store.query
  const body = JSON.stringify(message.content)
  const headers = signedHeaders(message.id, services.now(), body, receiver.secrets)
  const reply = await services.webhooks.post(receiver.url, headers, body)
  const now = services.now()
  const end = endOf(services, reply, message, now)
  await endAttempt(sql, message, end, now)
  if (end.as !== 'AGAIN' && receiver.ordered && message.thread_id)
    await makeNextDue(sql, receiver.id, message.thread_id, now)
  const works = end.as === 'ACKNOWLEDGED'
  const failingSince = await noteReceiver(sql, receiver.id, !works, now)
  if (works) return
  const told = { messageId: message.id, webhookId: receiver.id, event: message.kind, attempt: message.attempt }
  const fault = 'fault' in end ? end.fault : null
  services.log?.warn(
    { ...told, fault },
    end.as === 'DEAD' ? 'A message to a webhook is dead.' : 'A message to a webhook failed.',
  )
  if (reply.kind === 'ANSWER' && reply.status === 410) await disable(services, receiver.id, 'GONE')
  else if (failingSince && now.getTime() - asDate(failingSince).getTime() >= disableAfterMs)
    await disable(services, receiver.id, 'FAILING')
}

function endOf(services: MembersServices, reply: PostReply, { tries }: WebhookInHand, now: Date): AttemptEnd {
  const answer = reply.kind === 'ANSWER' ? reply.status : null
  if (answer !== null && answer >= 200 && answer < 300) return { as: 'ACKNOWLEDGED', answer }
  const fault = reply.kind === 'ANSWER' ? faultOfStatus(reply.status) : reply.reason
  const wait = waitAfter(tries, services.chance(), reply.kind === 'ANSWER' ? reply.retryAfterMs : null)
  if (answer === 410 || wait === null) return { as: 'DEAD', fault, answer }
  return { as: 'AGAIN', fault, answer, at: new Date(now.getTime() + wait) }
}

function faultOfStatus(status: number): string {
  return status >= 300 && status < 400 ? `It answered ${status}; redirects are not followed.` : `It answered ${status}.`
}

/** Disables a webhook whose receiver is gone or failed for days, gives up what it is owed, and tells its member by mail, once. */
async function disable(services: MembersServices, id: string, why: Exclude<DisabledFor, 'OWNER'>): Promise<void> {
  const now = services.now()
  const disabled = await services.store.transaction(async (tx) => {
    const webhook = await disableWebhook(tx, id, why, now)
    if (!webhook) return false
    await giveUpOwed(tx, id, disabledFault, now)
    const [owner] = await recipientsOf(tx.sql, [webhook.member_id])
    if (!owner) return true
    const content = { webhookName: webhook.name, disabledFor: why }
    const common = { id: newId(now.getTime()), memberId: owner.id, threadId: null, place: 0, at: now }
    await oweMessages(tx.sql, [
      { ...common, channel: 'MAIL', kind: 'WEBHOOK_DISABLED', language: owner.language, content },
    ])
    return true
  })
  if (disabled) services.log?.warn({ webhookId: id, why }, 'A webhook was disabled.')
}
