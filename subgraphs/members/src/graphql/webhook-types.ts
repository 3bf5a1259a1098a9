import { pageByInstant, pageFrom } from '@torihiki/shared/graphql/connection.ts'
import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import { replayWebhookMessages, sendTestWebhook } from '../commands/replay-webhooks.ts'
import { editWebhook, registerWebhook, removeWebhook, rotateWebhookSecret } from '../commands/webhooks.ts'
import { messageById, messagesOfWebhook } from '../store/messages.ts'
import { webhookById, webhooksOf, type WebhookRow } from '../store/webhooks.ts'
import type { Context } from './context.ts'
import type { MutationResolvers, Resolvers, ViewerResolvers } from './generated.ts'

async function load(context: Context, id: string): Promise<WebhookRow> {
  const row = await webhookById(context.services.store.query, actorOf(context).memberId, id)
  if (!row) throw new Error(`Webhook ${id} is referred to, but not there.`)
  return row
}

type WebhookMutation =
  | 'registerWebhook'
  | 'editWebhook'
  | 'rotateWebhookSecret'
  | 'removeWebhook'
  | 'sendTestWebhook'
  | 'replayWebhookMessages'

export const webhookMutations: Pick<MutationResolvers, WebhookMutation> = {
  registerWebhook: async (_root, { input }, context) =>
    resultAs(
      await registerWebhook(context.services, actorOf(context), input),
      'RegisterWebhookPayload',
      async ({ webhookId, secret }) => ({ webhook: await load(context, webhookId), secret }),
    ),
  editWebhook: async (_root, { input }, context) =>
    resultAs(
      await editWebhook(context.services, actorOf(context), input),
      'EditWebhookPayload',
      async ({ webhookId }) => ({ webhook: await load(context, webhookId) }),
    ),
  rotateWebhookSecret: async (_root, { input }, context) =>
    resultAs(
      await rotateWebhookSecret(context.services, actorOf(context), input),
      'RotateWebhookSecretPayload',
      async ({ webhookId, secret }) => ({ webhook: await load(context, webhookId), secret }),
    ),
  removeWebhook: async (_root, { input }, context) =>
    resultAs(
      await removeWebhook(context.services, actorOf(context), input),
      'RemoveWebhookPayload',
      (answer) => answer,
    ),
  sendTestWebhook: async (_root, { input }, context) =>
    resultAs(
      await sendTestWebhook(context.services, actorOf(context), input),
      'SendTestWebhookPayload',
      async ({ messageId }) => {
        const webhookMessage = await messageById(context.services.store.query, messageId)
        if (!webhookMessage) throw new Error(`Message ${messageId} is referred to, but not there.`)
        return { webhookMessage }
      },
    ),
  replayWebhookMessages: async (_root, { input }, context) =>
    resultAs(
      await replayWebhookMessages(context.services, actorOf(context), input),
      'ReplayWebhookMessagesPayload',
      async ({ webhookId, ...rest }) => ({ webhook: await load(context, webhookId), ...rest }),
    ),
}

export const viewerWebhooks: NonNullable<ViewerResolvers['webhooks']> = async ({ id }, page, { services }) => {
  const { limit, at, id: after } = pageByInstant(page)
  const rows = await webhooksOf(services.store.query, id, { at, id: after }, limit + 1)
  return pageFrom(
    rows,
    limit,
    at !== null,
    (row) => [asDate(row.created_at).toISOString(), row.id],
    (row) => row,
  )
}

export const webhookTypes: Pick<Resolvers, 'Webhook' | 'WebhookMessage'> = {
  Webhook: {
    eventTypes: (row) => row.event_types,
    enabled: (row) => row.disabled_at === null,
    disabledFor: (row) => row.disabled_for,
    failingSince: (row) => asDateOrNull(row.failing_since),
    earlierSecretUntil: (row, _args, { services }) => {
      const until = asDateOrNull(row.secret_before_until)
      return until !== null && until > services.now() ? until : null
    },
    createdAt: (row) => asDate(row.created_at),
    messages: async (row, { status, ...page }, { services }) => {
      const { limit, at, id } = pageByInstant(page)
      const rows = await messagesOfWebhook(services.store.query, row.id, status ?? null, { at, id }, limit + 1)
      return pageFrom(
        rows,
        limit,
        at !== null,
        (each) => [asDate(each.queued_at).toISOString(), each.id],
        (each) => each,
      )
    },
  },
  WebhookMessage: {
    eventType: (row) => row.kind,
    body: (row) => JSON.stringify(row.content),
    queuedAt: (row) => asDate(row.queued_at),
    attemptCount: (row) => row.attempt,
    attempts: async (row, _args, { services }) =>
      (await services.loadAttempts.load(row.id)).map(({ number, at, ended_at: endedAt, answer, fault }) => ({
        number,
        answer,
        fault,
        at: asDate(at),
        endedAt: asDateOrNull(endedAt),
      })),
    nextAttemptAt: (row) => asDateOrNull(row.next_attempt_at),
    finishedAt: (row) => asDateOrNull(row.finished_at),
    lastFault: (row) => row.last_fault,
  },
}
