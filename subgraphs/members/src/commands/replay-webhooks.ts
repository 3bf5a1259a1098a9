import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import { z } from 'zod'
import { testEvent } from '../domain/message-kinds.ts'
import type { MembersServices } from '../services.ts'
import { messageById, oweMessages, replayMessages } from '../store/messages.ts'
import { lockWebhook } from '../store/webhooks.ts'
import { bodyOf } from './queue-messages.ts'
import { noWebhook } from './webhooks.ts'

/** How many messages one replay takes at most; the next goes on after its `until`. */
export const replayBatch = 1_000

const testForm = z.object({ idempotencyKey: form.idempotencyKey, webhookId: form.id })
const replayForm = z.object({
  idempotencyKey: form.idempotencyKey,
  webhookId: form.id,
  messageId: form.optional(form.id),
  since: form.optional(z.iso.datetime({ offset: true })),
})

const disabled = (): Refusal =>
  refuse('WRONG_STATE', 'The webhook is disabled. Enable it with editWebhook first.', { state: 'DISABLED' })

/** Sends a webhook a message of the type `webhook.test`, as any other. Refuses NOT_FOUND, WRONG_STATE when it is disabled. */
export async function sendTestWebhook(
  services: MembersServices,
  actor: Actor,
  raw: unknown,
): Promise<{ messageId: string } | Refusal> {
  const input = parseInput(testForm, raw)
  if (isRefusal(input)) return input
  const { idempotencyKey, webhookId } = input
  const request = { actor, operation: 'sendTestWebhook', idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const webhook = await lockWebhook(tx, actor.memberId, webhookId)
    if (!webhook) return noWebhook()
    if (webhook.disabled_at !== null) return disabled()
    const now = services.now()
    const id = newId(now.getTime())
    const content = bodyOf(testEvent, now.toISOString(), { webhookId })
    const about = { threadId: null, place: 0, at: now, kind: testEvent, dead: null }
    await oweMessages(tx.sql, [{ id, memberId: actor.memberId, channel: 'WEBHOOK', webhookId, content, ...about }])
    return { messageId: id }
  })
}

/**
 * Makes messages of a webhook owed again under their ids: one, or all since a time, the oldest first, at most `replayBatch`. Those that
 * are owed still are left as they are. Refuses INVALID_INPUT unless one of both is stated, NOT_FOUND, WRONG_STATE when it is disabled.
 */
export async function replayWebhookMessages(
  services: MembersServices,
  actor: Actor,
  raw: unknown,
): Promise<{ webhookId: string; replayed: number; hasMore: boolean; until: string | null } | Refusal> {
  const input = parseInput(replayForm, raw)
  if (isRefusal(input)) return input
  const { idempotencyKey, webhookId, messageId, since } = input
  if ((messageId === null) === (since === null))
    return refuseInput([{ path: 'since', message: 'State either messageId or since.' }])
  const request = { actor, operation: 'replayWebhookMessages', idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const webhook = await lockWebhook(tx, actor.memberId, webhookId)
    if (!webhook) return noWebhook()
    if (webhook.disabled_at !== null) return disabled()
    if (messageId !== null && (await messageById(tx.sql, messageId))?.webhook_id !== webhookId)
      return refuse('NOT_FOUND', 'The webhook has no message with this id; they are kept for 30 days.')
    const now = services.now()
    const replayed = await replayMessages(tx.sql, { webhookId, messageId, since }, now, replayBatch)
    const until = replayed.at(-1)
    return {
      webhookId,
      replayed: replayed.length,
      hasMore: replayed.length === replayBatch,
      until: until === undefined ? null : asDate(until).toISOString(),
    }
  })
}
