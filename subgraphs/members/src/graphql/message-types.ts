import { pageByInstant, pageFrom } from '@torihiki/shared/graphql/connection.ts'
import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import { setMessagePreferences } from '../commands/set-message-preferences.ts'
import { letter, letterLanguageOf, letterLanguages, letterSubject, sampleContent } from '../domain/letter.ts'
import { chosenKinds, messageKinds, usualChannels, type MessageKind } from '../domain/message-kinds.ts'
import { mailOf, type MessageRow } from '../store/messages.ts'
import { preferencesOf } from '../store/recipients.ts'
import type { Context } from './context.ts'
import type { MessagePreferences, MutationResolvers, QueryResolvers, Resolvers, ViewerResolvers } from './generated.ts'

/** The name that samples are written with. */
const sampleName = 'Aoki Trading'

export const messageQueries: Pick<QueryResolvers, 'messageTemplates' | 'previewMessage'> = {
  messageTemplates: () =>
    messageKinds.map((kind) => ({
      kind,
      languages: letterLanguages,
      mailedByDefault: usualChannels(kind).includes('MAIL'),
    })),
  previewMessage: (_root, { kind, language: tag }) => {
    const language = letterLanguageOf(tag)
    return language && letter(language, kind, sampleContent(kind), sampleName)
  },
}

export const messageMutations: Pick<MutationResolvers, 'setMessagePreferences'> = {
  setMessagePreferences: async (_root, { input }, context) =>
    resultAs(
      await setMessagePreferences(context.services, actorOf(context), input),
      'SetMessagePreferencesPayload',
      async ({ memberId }) => ({ messagePreferences: await preferences(context, memberId) }),
    ),
}

export const viewerMessages: Pick<ViewerResolvers, 'messages' | 'messagePreferences'> = {
  messages: async ({ id }, page, { services }) => {
    const { limit, at, id: after } = pageByInstant(page)
    const rows = await mailOf(services.store.query, id, { at, id: after }, limit + 1)
    return pageFrom(
      rows,
      limit,
      at !== null,
      (row) => [asDate(row.queued_at).toISOString(), row.id],
      (row) => row,
    )
  },
  messagePreferences: ({ id }, _args, context) => preferences(context, id),
}

async function preferences({ services }: Context, memberId: string): Promise<MessagePreferences> {
  const { language, choices } = await preferencesOf(services.store.query, memberId)
  return {
    language,
    choices: chosenKinds.map((kind) => ({ kind, channels: [...(choices[kind] ?? usualChannels(kind))] })),
  }
}

const kindOf = ({ kind }: MessageRow): MessageKind => kind as MessageKind

export const messageTypes: Pick<Resolvers, 'MailMessage'> = {
  MailMessage: {
    kind: kindOf,
    subject: (row) => letterSubject(row.language ?? 'en', kindOf(row), row.content),
    language: (row) => row.language ?? 'en',
    queuedAt: (row) => asDate(row.queued_at),
    attemptCount: (row) => row.attempt,
    finishedAt: (row) => asDateOrNull(row.finished_at),
    lastFault: (row) => row.last_fault,
  },
}
