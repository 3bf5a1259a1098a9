import type { RootPolicy } from '@torihiki/shared/graphql/subgraph.ts'

/** Who may call what, and which scope an API key needs for it: none does what has to do with signing in, keys and administration. */
export const policies: Record<string, RootPolicy> = {
  'Query.viewer': { who: 'public', scope: 'READ' },
  'Query.member': { who: 'signed-in', scope: 'READ' },
  'Query.members': { who: 'signed-in', scope: 'READ' },
  'Query.authenticationLevels': { who: 'signed-in', scope: 'READ' },
  'Query.messageTemplates': { who: ['ADMIN'], scope: 'NONE' },
  'Query.previewMessage': { who: ['ADMIN'], scope: 'NONE' },
  'Query._apiKey': { who: 'gateway', scope: 'NONE' },
  'Mutation.registerMember': { who: 'public', scope: 'NONE' },
  'Mutation.approveMember': { who: ['ADMIN'], scope: 'NONE' },
  'Mutation.rejectMember': { who: ['ADMIN'], scope: 'NONE' },
  'Mutation.assignAuthenticationLevel': { who: ['ADMIN'], scope: 'NONE' },
  'Mutation.defineAuthenticationLevel': { who: ['ADMIN'], scope: 'NONE' },
  'Mutation.logIn': { who: 'public', scope: 'NONE' },
  'Mutation.refreshSession': { who: 'public', scope: 'NONE' },
  'Mutation.logOut': { who: 'public', scope: 'NONE' },
  'Mutation.createApiKey': { who: 'signed-in', scope: 'NONE' },
  'Mutation.revokeApiKey': { who: 'signed-in', scope: 'NONE' },
  // Where messages go, and what they are signed with, is as much as a key: only a person decides on it.
  'Mutation.setMessagePreferences': { who: 'signed-in', scope: 'NONE' },
  'Mutation.registerWebhook': { who: 'signed-in', scope: 'NONE' },
  'Mutation.editWebhook': { who: 'signed-in', scope: 'NONE' },
  'Mutation.rotateWebhookSecret': { who: 'signed-in', scope: 'NONE' },
  'Mutation.removeWebhook': { who: 'signed-in', scope: 'NONE' },
  // What a machine needs that was away.
  'Mutation.sendTestWebhook': { who: 'signed-in', scope: 'TRADE' },
  'Mutation.replayWebhookMessages': { who: 'signed-in', scope: 'TRADE' },
}
