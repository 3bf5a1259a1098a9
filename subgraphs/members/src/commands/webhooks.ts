import { randomBytes } from 'node:crypto'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { webhookEvents } from '../domain/message-kinds.ts'
import { bothSecretsMs, secretBytes, writeSecret } from '../domain/webhook-signature.ts'
import { longestUrl } from '../domain/webhook-target.ts'
import type { MembersServices } from '../services.ts'
import { audit } from '../store/audit.ts'
import { lockMember } from '../store/members.ts'
import { giveUpOwed, lockWebhook, type SealedWebhook } from '../store/webhooks.ts'

/** How many webhooks a member may have: every message to it goes to each. */
export const mostWebhooks = 10

const eventTypes = z
  .array(z.string().refine((type) => webhookEvents.includes(type), 'There is no event of this type'))
  .max(webhookEvents.length, 'Name each type once')
  .transform((types) => [...new Set(types)])
const url = z.string().trim().min(1, 'It must not be empty').max(longestUrl, `It has at most ${longestUrl} characters`)
const registerForm = z.object({
  idempotencyKey: form.idempotencyKey,
  name: form.text(100),
  url,
  eventTypes: form.optional(eventTypes),
  ordered: form.optional(z.boolean()),
})
const editForm = z.object({
  idempotencyKey: form.idempotencyKey,
  webhookId: form.id,
  name: form.optional(form.text(100)),
  url: form.optional(url),
  eventTypes: form.optional(eventTypes),
  ordered: form.optional(z.boolean()),
  enabled: form.optional(z.boolean()),
})
const namedForm = z.object({ idempotencyKey: form.idempotencyKey, webhookId: form.id })

/** What is said of a webhook that is not there, or is another member's. */
export const noWebhook = (): Refusal => refuse('NOT_FOUND', 'You have no webhook with this id.')

/** A webhook, and its new secret when one was just made. */
export type WebhookAnswer = { webhookId: string; secret: string | null }

/**
 * Registers a webhook (A3, A4, A12). `secret` is what its messages are signed with, and is given this once; the same request sent again
 * makes no second one and gives null for it. Refuses INVALID_INPUT (also a target that is not of the public net, looked up now),
 * MEMBER_NOT_ACTIVE, TOO_MANY_WEBHOOKS.
 */
export async function registerWebhook(
  services: MembersServices,
  actor: Actor,
  raw: unknown,
): Promise<WebhookAnswer | Refusal> {
  const input = parseInput(registerForm, raw)
  if (isRefusal(input)) return input
  const badTarget = await refuseTarget(services, input.url)
  if (badTarget) return badTarget
  const now = services.now()
  let made: string | null = null
  const request = { actor, operation: 'registerWebhook', idempotencyKey: input.idempotencyKey, input: raw }
  const answer = await runCommand(services.store, request, async (tx) => {
    const member = await lockMember(tx, actor.memberId)
    if (member?.status !== 'ACTIVE') return refuse('MEMBER_NOT_ACTIVE')
    const there = await tx.sql('select 1 from webhook where member_id = $1 and removed_at is null', [member.id])
    if (there.length >= mostWebhooks)
      return refuse(
        'TOO_MANY_WEBHOOKS',
        `You have ${there.length} webhooks, and ${mostWebhooks} is the most. Remove one.`,
        {
          limit: mostWebhooks,
        },
      )
    const webhookId = newId(now.getTime())
    const secret = randomBytes(secretBytes)
    await tx.sql(
      `insert into webhook (id, member_id, name, url, event_types, ordered, created_at, secret) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        webhookId,
        member.id,
        input.name,
        input.url,
        input.eventTypes ?? [],
        input.ordered ?? false,
        now,
        services.sealer.seal(secret, webhookId),
      ],
    )
    await audit(tx, actor, 'registerWebhook', webhookId, now)
    made = writeSecret(secret)
    return { webhookId }
  })
  return isRefusal(answer) ? answer : { ...answer, secret: made }
}

/**
 * Changes a webhook of the actor's: what is left out stays. `enabled` true takes up a disabled one again; what it missed is replayed on
 * request. Refuses INVALID_INPUT as `registerWebhook` does, NOT_FOUND.
 */
export async function editWebhook(
  services: MembersServices,
  actor: Actor,
  raw: unknown,
): Promise<{ webhookId: string } | Refusal> {
  const input = parseInput(editForm, raw)
  if (isRefusal(input)) return input
  const badTarget = input.url === null ? null : await refuseTarget(services, input.url)
  if (badTarget) return badTarget
  return onWebhook(services, actor, 'editWebhook', input, raw, async (tx, webhook, now) => {
    const { name, eventTypes: types, ordered, enabled } = input
    await tx.sql('update webhook set name = $2, url = $3, event_types = $4, ordered = $5 where id = $1', [
      webhook.id,
      name ?? webhook.name,
      input.url ?? webhook.url,
      types ?? webhook.event_types,
      ordered ?? webhook.ordered,
    ])
    if (enabled === true)
      await tx.sql(
        'update webhook set disabled_at = null, disabled_for = null, failing_since = null where id = $1 and disabled_at is not null',
        [webhook.id],
      )
    if (enabled === false && webhook.disabled_at === null) {
      await tx.sql(`update webhook set disabled_at = $2, disabled_for = 'OWNER' where id = $1`, [webhook.id, now])
      await giveUpOwed(tx, webhook.id, 'The webhook was disabled.', now)
    }
  })
}

/**
 * Gives a webhook another secret, shown this once. For a day messages are signed with both; a second rotation within it ends the oldest.
 * Refuses NOT_FOUND.
 */
export async function rotateWebhookSecret(
  services: MembersServices,
  actor: Actor,
  raw: unknown,
): Promise<WebhookAnswer | Refusal> {
  const input = parseInput(namedForm, raw)
  if (isRefusal(input)) return input
  let made: string | null = null
  const answer = await onWebhook(services, actor, 'rotateWebhookSecret', input, raw, async (tx, webhook, now) => {
    const secret = randomBytes(secretBytes)
    await tx.sql('update webhook set secret_before = secret, secret_before_until = $3, secret = $2 where id = $1', [
      webhook.id,
      services.sealer.seal(secret, webhook.id),
      new Date(now.getTime() + bothSecretsMs),
    ])
    made = writeSecret(secret)
  })
  return isRefusal(answer) ? answer : { ...answer, secret: made }
}

/** Removes a webhook with its secrets: nothing is sent to it any more. Refuses NOT_FOUND. */
export async function removeWebhook(
  services: MembersServices,
  actor: Actor,
  raw: unknown,
): Promise<{ webhookId: string } | Refusal> {
  const input = parseInput(namedForm, raw)
  if (isRefusal(input)) return input
  return onWebhook(services, actor, 'removeWebhook', input, raw, async (tx, webhook, now) => {
    await tx.sql(
      `update webhook set removed_at = $2, secret = '', secret_before = null, secret_before_until = null where id = $1`,
      [webhook.id, now],
    )
    await giveUpOwed(tx, webhook.id, 'The webhook was removed.', now)
  })
}

async function onWebhook(
  services: MembersServices,
  actor: Actor,
  operation: string,
  { idempotencyKey, webhookId }: { idempotencyKey: string; webhookId: string },
  input: unknown,
  work: (tx: Tx, webhook: SealedWebhook, now: Date) => Promise<void>,
): Promise<{ webhookId: string } | Refusal> {
  return runCommand(services.store, { actor, operation, idempotencyKey, input }, async (tx) => {
    const webhook = await lockWebhook(tx, actor.memberId, webhookId)
    if (!webhook) return noWebhook()
    const now = services.now()
    await work(tx, webhook, now)
    await audit(tx, actor, operation, webhookId, now)
    return { webhookId }
  })
}

/** Looked up before the transaction: nothing outside is asked within one. */
async function refuseTarget({ webhooks }: MembersServices, target: string): Promise<Refusal | null> {
  const fault = await webhooks.faultOf(target)
  return fault === null ? null : refuseInput([{ path: 'url', message: fault }])
}
